import { plain } from './plain.ts'

/** Longest part of a word that is told apart. */
const LONGEST = 40
const WORD = /[\p{L}\p{N}\p{M}]+/gu
const MARKS = /\p{M}+/gu
const NO_WORD = /[^\p{L}\p{N}]+/gu

/** A word as typed, as it looks without accents, and a number for the latter. */
export interface IndexedWord {
  readonly own: string
  readonly bare: string
  readonly hash: number
}

const FNV_PRIME = 0x01000193
/** FNV-1a over UTF-16 code units. */
export const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME)
  return hash >>> 0
}

/** The same few thousand syllables make all listings, and folding one takes longer than everything else done with it. */
const known = new Map<string, IndexedWord>()
const MOST = 50_000

export function indexedWord(word: string): IndexedWord {
  const before = known.get(word)
  if (before !== undefined) return before
  const own = word.normalize('NFC').toLowerCase().replace(MARKS, '').slice(0, LONGEST)
  const bare = plain(word).replace(NO_WORD, '').slice(0, LONGEST)
  const made = { own, bare, hash: hashOf(bare) }
  if (known.size >= MOST) known.clear()
  known.set(word, made)
  return made
}

/** The words of a text in their order. */
export const indexedWords = (text: string): readonly IndexedWord[] => (text.match(WORD) ?? []).map(indexedWord)
