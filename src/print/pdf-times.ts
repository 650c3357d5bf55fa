/** `(D:20261125030406+00'00')`: ISO 32000-1 §7.9.4, as Chromium writes it, in UTC. */
const TIME = /\/(CreationDate|ModDate) \(D:\d{14}(?=\+00'00')/g

/**
 * A PDF whose own times are the given one instead of the printing machine's clock; nothing else is touched and no byte moves, so
 * that its table of contents stays right. The same page is then the same file.
 */
export function withFixedTimes(pdf: Uint8Array, at: string): Uint8Array {
  const digits = new Date(at).toISOString().replace(/[-:T]|\..*$/g, '')
  const text = Buffer.from(pdf).toString('latin1')
  return Buffer.from(
    text.replace(TIME, (_, name: string) => `/${name} (D:${digits}`),
    'latin1',
  )
}
