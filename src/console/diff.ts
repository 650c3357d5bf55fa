/** A run of words that both texts have, or one of them. Kept and removed joined are the old text; kept and added the new one. */
export interface Change {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** Above this many cells the middle is shown whole, before and after: a page must not wait for a novel. */
const MOST_CELLS = 4_000_000

/** Words with the space behind them: joined they are the text. */
const wordsOf = (text: string): readonly string[] => text.match(/\s+|\S+\s*/g) ?? []

const commonLength = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && a[n] === b[n]) n++
  return n
}

/** Row i, column j: words in common of a from i and b from j on. */
function table(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const cells = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      cells[i * width + j] =
        a[i] === b[j]
          ? (cells[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(cells[(i + 1) * width + j] ?? 0, cells[i * width + j + 1] ?? 0)
  return cells
}

const walk = (a: readonly string[], b: readonly string[]): readonly Change[] => {
  if (a.length * b.length > MOST_CELLS)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ]
  const cells = table(a, b)
  const width = b.length + 1
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    const down = cells[(i + 1) * width + j] ?? 0
    const across = cells[i * width + j + 1] ?? 0
    if (left !== undefined && left === right) {
      changes.push({ kind: 'kept', text: left })
      i++
      j++
    } else if (left !== undefined && (right === undefined || down >= across)) {
      changes.push({ kind: 'removed', text: left })
      i++
    } else {
      changes.push({ kind: 'added', text: right ?? '' })
      j++
    }
  }
  return changes
}

/** Neighbours of one kind become one. */
const joined = (changes: readonly Change[]): readonly Change[] => {
  const all: { kind: Change['kind']; text: string }[] = []
  for (const { kind, text } of changes) {
    const last = all.at(-1)
    if (text === '') continue
    if (last?.kind === kind) last.text += text
    else all.push({ kind, text })
  }
  return all
}

/** What became of a text, word by word: the fewest words taken out and put in. */
export function diff(before: string, after: string): readonly Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const head = commonLength(a, b)
  const tail = commonLength([...a.slice(head)].reverse(), [...b.slice(head)].reverse())
  const kept = (words: readonly string[]): Change => ({ kind: 'kept', text: words.join('') })
  const middle = walk(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return joined([kept(a.slice(0, head)), ...middle, kept(a.slice(a.length - tail))])
}
