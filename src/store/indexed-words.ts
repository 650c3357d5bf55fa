import { LONGEST_COPIED } from '../normalise/copied.ts'
import { plain } from './plain.ts'

/** Longest part of a word that is told apart. */
const LONGEST = 40
const OF_WORDS = /^[\p{L}\p{N}\p{M}]$/u
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
  if (word.length > LONGEST_COPIED) return made
  if (known.size >= MOST) known.clear()
  known.set(word, made)
  return made
}

const IN_WORDS = 1
const BETWEEN = 2
const PAIR = 3
/** What each UTF-16 code unit is, once it was met: the expression takes a call for every character beyond Latin-1. */
const kinds = new Uint8Array(1 << 16)

const kindOf = (text: string, at: number): number => {
  const point = text.codePointAt(at) ?? 0
  const kind = OF_WORDS.test(String.fromCodePoint(point)) ? IN_WORDS : BETWEEN
  // Half of a pair says nothing of the next pair it stands in.
  const isHalf = (point & 0xf800) === 0xd800 && point <= 0xffff
  if (point <= 0xffff && !isHalf) kinds[point] = kind
  return point > 0xffff && kind === IN_WORDS ? PAIR : kind
}

/** The words of a text in their order: runs of letters, digits and marks. */
export function indexedWords(text: string): readonly IndexedWord[] {
  const words: IndexedWord[] = []
  let from = -1
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] || kindOf(text, at)
    if (kind !== BETWEEN && from === -1) from = at
    if (kind === PAIR) at++
    if (kind !== BETWEEN || from === -1) continue
    words.push(indexedWord(text.slice(from, at)))
    from = -1
  }
  if (from !== -1) words.push(indexedWord(text.slice(from)))
  return words
}
