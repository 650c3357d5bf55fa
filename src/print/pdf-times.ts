/** `(D:20261125030406+00'00')`: ISO 32000-1 §7.9.4, as Chromium writes it, in UTC. */
const TIME = /\/(CreationDate|ModDate) \(D:\d{14}(?=\+00'00')/g
/** Names of the structure's elements: numbers that a browser process counts on, in the order in which it came to them. */
const NODE = /\(node(\d{8})\)/g
/** A leaf of the tree of those names (§7.9.6): the first and the last of them, then each with its object, sorted. */
const LEAF = /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/g
const ENTRY = /\(node(\d{8})\) (\d+) 0 R/g

/**
 * A PDF whose own times are the given one instead of the printing machine's clock, and whose elements are named by their
 * place among the objects; the table of objects is set right where the tree of names grew or shrank. The same page is then
 * the same file, whichever process printed it and however busy the machine was.
 */
export function withFixedTimes(pdf: Uint8Array, at: string): Uint8Array {
  const digits = new Date(at).toISOString().replace(/[-:T]|\..*$/g, '')
  const text = Buffer.from(pdf).toString('latin1')
  const timed = text.replace(TIME, (_, name: string) => `/${name} (D:${digits}`)
  return Buffer.from(withNames(timed), 'latin1')
}

interface Named {
  readonly name: string
  readonly object: number
}

function withNames(text: string): string {
  const leaves = [...text.matchAll(LEAF)]
  const entries = leaves.flatMap(({ 1: names = '' }) =>
    [...names.matchAll(ENTRY)].map(([, name = '', object = '']): Named => ({ name, object: Number(object) })),
  )
  const inOrder = entries.sort((a, b) => a.object - b.object)
  const ranks = new Map(inOrder.map(({ name }, i) => [name, rank(i)]))
  const renamed = (part: string) => part.replace(NODE, (_, name: string) => `(${ranks.get(name) ?? `node${name}`})`)
  let kept = ''
  let from = 0
  let given = 0
  const moves: { readonly from: number; readonly by: number }[] = []
  for (const leaf of leaves) {
    const count = [...(leaf[1] ?? '').matchAll(ENTRY)].length
    const own = inOrder.slice(given, given + count)
    const names = own.map(({ object }, i) => `(${rank(given + i)}) ${object} 0 R`).join(' ')
    const written = `/Limits [(${rank(given)}) (${rank(given + count - 1)})]\n/Names [${names}]`
    const end = leaf.index + leaf[0].length
    kept += renamed(text.slice(from, leaf.index)) + written
    moves.push({ from: end, by: written.length - leaf[0].length })
    given += count
    from = end
  }
  return moved(kept + renamed(text.slice(from)), text, moves)
}

const rank = (at: number): string => `node${String(at + 1).padStart(8, '0')}`

/** The table of objects (§7.5.4) and the line that says where it begins, after parts of the text grew or shrank. */
function moved(text: string, before: string, moves: readonly { readonly from: number; readonly by: number }[]): string {
  if (moves.every(({ by }) => by === 0)) return text
  const place = (old: number) => moves.reduce((now, { from, by }) => (old >= from ? now + by : now), old)
  const table = Number(/startxref\n(\d+)\n/.exec(before)?.[1])
  const at = place(table)
  const entries = text
    .slice(at)
    .replace(/^(\d{10})(?= \d{5} n )/gm, (old) => String(place(Number(old))).padStart(10, '0'))
    .replace(/startxref\n\d+\n/, `startxref\n${at}\n`)
  return text.slice(0, at) + entries
}
