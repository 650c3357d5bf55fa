/** A run of words that both texts have, or one of them. Kept and removed joined are the old text; kept and added the new one. */
export interface Change {
  readonly kind: 'kept' | 'removed' | 'added'
  readonly text: string
}

/** Cells of the tables of one page, some ten milliseconds: it must not wait for a novel, nor must the pages of others. */
const MOST_CELLS = 1_000_000

/** What is left to spend; shared by the fields of one page. */
export interface DiffBudget {
  cells: number
}
export const diffBudget = (): DiffBudget => ({ cells: MOST_CELLS })

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

const replaced = (a: readonly string[], b: readonly string[]): readonly Change[] => [
  { kind: 'removed', text: a.join('') },
  { kind: 'added', text: b.join('') },
]

/** The fewest words, by a table of all pairs; both sides whole where that costs more than is left. */
const walk = (a: readonly string[], b: readonly string[], budget: DiffBudget): readonly Change[] => {
  const cost = a.length * b.length
  if (cost > budget.cells) return replaced(a, b)
  budget.cells -= cost
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

/** Words that stand exactly once on both sides, as places in both, in the order of the first. */
function anchors(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const placesOf = (words: readonly string[]) => {
    const places = new Map<string, number>()
    for (const [i, word] of words.entries()) places.set(word, places.has(word) ? -1 : i)
    return places
  }
  const [left, right] = [placesOf(a), placesOf(b)]
  return [...left].flatMap(([word, i]) => {
    const j = right.get(word) ?? -1
    return i < 0 || j < 0 ? [] : [[i, j] as const]
  })
}

/** The longest run of anchors that go forward on both sides (patience sorting). */
function forward(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [n, [, j]] of pairs.entries()) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < j) low = middle + 1
      else high = middle
    }
    before[n] = low > 0 ? (tops[low - 1] ?? -1) : -1
    tops[low] = n
  }
  const run: (readonly [number, number])[] = []
  for (let n = tops.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) run.push(pairs[n] ?? [0, 0])
  return run.reverse()
}

/** Long texts are cut at words that stand once on both sides; only what lies between is compared pair by pair. */
function between(a: readonly string[], b: readonly string[], budget: DiffBudget): readonly Change[] {
  if (a.length * b.length <= budget.cells) return walk(a, b, budget)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  for (const [left, right] of forward(anchors(a, b))) {
    changes.push(...walk(a.slice(i, left), b.slice(j, right), budget), { kind: 'kept', text: a[left] ?? '' })
    i = left + 1
    j = right + 1
  }
  return [...changes, ...walk(a.slice(i), b.slice(j), budget)]
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

/** What became of a text, word by word: the fewest words taken out and put in, as far as the budget goes. */
export function diff(before: string, after: string, budget: DiffBudget = diffBudget()): readonly Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const head = commonLength(a, b)
  const tail = commonLength([...a.slice(head)].reverse(), [...b.slice(head)].reverse())
  const kept = (words: readonly string[]): Change => ({ kind: 'kept', text: words.join('') })
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), budget)
  return joined([kept(a.slice(0, head)), ...middle, kept(a.slice(a.length - tail))])
}
