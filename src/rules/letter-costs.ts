/** What it costs to take one letter for another, for readers who know the name: 0 is the same, 1 any other letter. */
const VISUAL = ['il', 'mn', 'uv', 'oq', 'bd', 'gq', 'ij', 'ft', 'hn', 'ce', 'vy']
const SOUND = ['ck', 'kq', 'iy', 'sz', 'sx', 'vw', 'uw', 'cs', 'xz', 'dt', 'bp', 'gj', 'fv', 'cq']
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const VOWELS = 'aeiouy'

const costs = new Map<string, number>()
const set = (pair: string, cost: number): void => {
  const [a = '', b = ''] = pair
  for (const key of [a + b, b + a]) costs.set(key, Math.min(cost, costs.get(key) ?? 1))
}
for (const a of VOWELS) for (const b of VOWELS) if (a !== b) set(a + b, 0.8)
for (const row of ROWS) for (let i = 1; i < row.length; i++) set(row.slice(i - 1, i + 1), 0.8)
for (const pair of SOUND) set(pair, 0.6)
for (const pair of VISUAL) set(pair, 0.5)

const DOUBLED = 0.4
const SWAPPED = 0.6
const LEFT_OUT = 0.8
const ADDED = 1
/** An h is hardly heard. */
const SILENT = 0.5

const replaced = (a: string, b: string): number =>
  a === b ? 0 : b === 'x' || b === '*' ? 0.6 : (costs.get(a + b) ?? 1)

/**
 * How far a word is from a name, by what hands, eyes and ears confuse: letters doubled, swapped, left out, alike in shape,
 * sound or place on the keyboard. Optimal string alignment; both words are bounded by the caller.
 */
export function confusion(name: string, word: string): number {
  const width = word.length + 1
  const cost = new Float64Array((name.length + 1) * width)
  const at = (i: number, j: number): number => cost[i * width + j] ?? 0
  for (let i = 0; i <= name.length; i++) {
    for (let j = 0; j <= word.length; j++) {
      if (i === 0 && j === 0) continue
      const [a, b] = [name.charAt(i - 1), word.charAt(j - 1)]
      const left =
        i > 0
          ? at(i - 1, j) + (a === name.charAt(i - 2) ? DOUBLED : a === 'h' ? SILENT : LEFT_OUT)
          : Number.POSITIVE_INFINITY
      const added =
        j > 0
          ? at(i, j - 1) + (b === 'h' ? SILENT : i > 0 && b === word.charAt(j - 2) ? DOUBLED : ADDED)
          : Number.POSITIVE_INFINITY
      const other = i > 0 && j > 0 ? at(i - 1, j - 1) + replaced(a, b) : Number.POSITIVE_INFINITY
      const swap = i > 1 && j > 1 && a === word.charAt(j - 2) && b === name.charAt(i - 2)
      const swapped = swap && a !== b ? at(i - 2, j - 2) + SWAPPED : Number.POSITIVE_INFINITY
      cost[i * width + j] = Math.min(left, added, other, swapped)
    }
  }
  return at(name.length, word.length)
}

/** Letters that together look like one: Glucema for Glucerna. */
export const asOne = (word: string): string => word.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd')

/** How a name sounds, roughly: `roleks` and `rolex`, `lakoste` and `lacoste` are one. */
export function soundOf(word: string): string {
  const spelt = word
    .replace(/x/g, 'ks')
    .replace(/ph/g, 'f')
    .replace(/ck|c(?![eiyh])|q/g, 'k')
    .replace(/[cz]/g, 's')
    .replace(/y/g, 'i')
    .replace(/w/g, 'v')
  return spelt.replace(/(.)\1+/g, '$1').replace(/(?<=.{3})e$/, '')
}
