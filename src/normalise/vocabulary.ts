import { bare } from './letters.ts'
import { type Sieve, sieveOf } from './sieve.ts'
import { couldBeSyllable } from './syllables.ts'

/**
 * The words that are looked for, and what is needed to know them again when they are disguised. Letters written apart are
 * put together only where they make one of these words: `fa ke` is one, `sa mạc` is none.
 */
export interface Vocabulary {
  /** Folded, with Vietnamese marks. */
  readonly words: ReadonlySet<string>
  /** The same without marks. */
  readonly plain: ReadonlySet<string>
  /** Words that cannot be Vietnamese, four letters and more: brands, English and Chinese-shop slang. */
  readonly foreign: ReadonlySet<string>
  /** Word with every run of one letter made one → the word. */
  readonly squeezed: ReadonlyMap<string, string>
  /** Neighbouring words of a phrase, as `ray ban`: what is written so needs no joining. */
  readonly pairs: ReadonlySet<string>
  /** Every beginning of a word, itself left out. */
  readonly beginnings: ReadonlySet<string>
  /** The same and the words themselves, a bit for each: asked first, as no string need be made for it. */
  readonly sieve: Sieve
  /** Foreign words read from their end. */
  readonly backwards: ReadonlyMap<string, string>
  /** Foreign words by length and first letter. */
  readonly shaped: ReadonlyMap<string, readonly string[]>
}

export const shapeOf = (word: string): string => `${word.length}${word.charAt(0)}`

/** Every run of one letter made one: guccci → guci. */
export const squeeze = (word: string): string => {
  let out = ''
  for (const letter of word) if (!out.endsWith(letter)) out += letter
  return out
}

export const unmarked = (word: string): string => {
  let out = ''
  for (let i = 0; i < word.length; i++) out += String.fromCharCode(bare(word.charCodeAt(i)))
  return out
}

/** From the folded words of all lists and those that stand side by side; digits and single letters are left out. */
export function vocabularyOf(tokens: ReadonlySet<string>, pairs: ReadonlySet<string>): Vocabulary {
  const words = new Set([...tokens].filter((token) => token.length > 1 && /^\p{Script=Latin}+$/u.test(token)))
  const foreign = new Set([...words].filter((word) => /^[a-z]{4,}$/.test(word) && !couldBeSyllable(word)))
  const squeezed = new Map<string, string>()
  for (const word of words) if (word.length > 2) squeezed.set(squeeze(word), word)
  const shaped = new Map<string, string[]>()
  for (const word of foreign) {
    const key = shapeOf(word)
    const same = shaped.get(key)
    if (same) same.push(word)
    else shaped.set(key, [word])
  }
  const beginnings = new Set<string>()
  for (const word of words) for (let end = 1; end < word.length; end++) beginnings.add(word.slice(0, end))
  const sieve = sieveOf(words)
  const backwards = new Map([...foreign].map((word) => [[...word].reverse().join(''), word]))
  return {
    words,
    plain: new Set([...words].map(unmarked)),
    foreign,
    squeezed,
    pairs,
    beginnings,
    sieve,
    backwards,
    shaped,
  }
}

export const NO_WORDS: Vocabulary = vocabularyOf(new Set(), new Set())
