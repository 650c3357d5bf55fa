import { fold } from '../normalise/fold.ts'

/** Three words in a row: a changed word changes three of them, a moved sentence few. */
const WORDS = 3
/** Of a shorter text too little is left to compare. */
const LEAST_WORDS = 8
/** How many of the smallest hashes stand for a text: two texts that are 70 % the same share one with 1 − 0.3^8 or so. */
const SKETCH = 8

/** FNV-1a, 32 bits: chooses candidates only, the texts themselves are compared afterwards. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Every three words in a row, without accents, case and punctuation. Linear. */
function shingles(text: string): ReadonlySet<string> {
  const words = fold(text)
    .plain.split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  if (words.length < LEAST_WORDS) return new Set()
  return new Set(words.slice(0, 1 - WORDS).map((_, i) => words.slice(i, i + WORDS).join(' ')))
}

/** What a text is found again by; empty for a short one. */
export const sketch = (text: string): readonly string[] =>
  [...new Set([...shingles(text)].map(hash))]
    .sort((a, b) => a - b)
    .slice(0, SKETCH)
    .map((each) => each.toString(16))

/** Jaccard similarity of the two texts' word triples, 0 to 1; 0 where either is short. */
export function similarity(a: string, b: string): number {
  const [one, other] = [shingles(a), shingles(b)]
  if (one.size === 0 || other.size === 0) return 0
  let both = 0
  for (const each of one) if (other.has(each)) both++
  return both / (one.size + other.size - both)
}
