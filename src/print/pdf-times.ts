/** `(D:20261125030406+00'00')`: ISO 32000-1 §7.9.4, as Chromium writes it, in UTC. */
const TIME = /\/(CreationDate|ModDate) \(D:\d{14}(?=\+00'00')/g
/** Names of the structure's elements: numbers that a browser process counts on, so another run begins elsewhere. */
const NODE = /\(node(\d{8})\)/g

/**
 * A PDF whose own times are the given one instead of the printing machine's clock, and whose elements are numbered from 1; nothing
 * else is touched and no byte moves, so that its table of contents stays right. The same page is then the same file.
 */
export function withFixedTimes(pdf: Uint8Array, at: string): Uint8Array {
  const digits = new Date(at).toISOString().replace(/[-:T]|\..*$/g, '')
  const text = Buffer.from(pdf).toString('latin1')
  // By rank, so that the names keep the order in which the format wants them sorted.
  const names = [...new Set([...text.matchAll(NODE)].map(([, number = '']) => number))].sort()
  const ranks = new Map(names.map((number, i) => [number, String(i + 1).padStart(8, '0')]))
  return Buffer.from(
    text
      .replace(TIME, (_, name: string) => `/${name} (D:${digits}`)
      .replace(NODE, (_, number: string) => `(node${ranks.get(number) ?? number})`),
    'latin1',
  )
}
