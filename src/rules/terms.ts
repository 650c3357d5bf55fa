import { fold } from '../normalise/fold.ts'
import { type Vocabulary, vocabularyOf } from '../normalise/vocabulary.ts'
import type { PlainUse } from './schema.ts'
import { type Steps, stepTable } from './steps.ts'
import { tokenise } from './tokens.ts'

export interface CompiledTerm {
  readonly id: number
  readonly text: string
  /** Token by token; `#` stands for any number. */
  readonly marked: readonly string[]
  /** Carries Vietnamese marks somewhere. */
  readonly hasMarks: boolean
  readonly use: PlainUse
  /** Lists (lexicon lists, literals of a condition) that hold it. */
  readonly lists: readonly number[]
}

/** The number of the word `#`. */
export const NUMBER = 0

/**
 * All terms of all rules in one trie over tokens without marks. Scanning walks it from every token, at most MAX_WORDS deep:
 * time is linear in the text, whatever the number of terms.
 */
export interface TermTrie {
  /** Words without marks → their number. */
  readonly words: ReadonlyMap<string, number>
  /** From place 0, the root, by word number to the next place. */
  readonly steps: Pick<Steps, 'get'>
  /** Place → terms that end there. */
  readonly ends: readonly (readonly CompiledTerm[])[]
  readonly size: number
  /** How many lists there are, numbered from 0. */
  readonly lists: number
  /** The words of all terms: what hidden wording is read as. */
  readonly vocabulary: Vocabulary
}

const MAX_WORDS = 12

export interface TrieBuilder {
  /** Adds a term to a list; returns why it cannot, or null. */
  add(text: string, use: PlainUse, list: number): string | null
  /** The term of a text, new or known; why there can be none. */
  term(text: string, use: PlainUse): CompiledTerm | string
  /** Puts a term of this builder into a list. Lists are filled one after the other. */
  put(term: CompiledTerm, list: number): void
  build(): TermTrie
}

type Listed = CompiledTerm & { readonly lists: number[] }

export function trieBuilder(): TrieBuilder {
  const numbers = new Map<string, number>()
  const steps = stepTable()
  const ends: CompiledTerm[][] = [[]]
  let lists = 0
  const terms = new Map<string, Listed>()
  /** The words as written → their term: most words stand in several lists, and folding is dear. */
  const written = new Map<PlainUse, Map<string, Listed>>()

  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, numbers.size + 1)
    return numbers.size
  }
  const step = (place: number, word: number): number => {
    const known = steps.get(place, word)
    if (known >= 0) return known
    steps.set(place, word, ends.length)
    return ends.push([]) - 1
  }
  const make = (text: string, use: PlainUse): Listed | string => {
    const { marked, plain, hasMarks } = wordsOf(text)
    if (marked.length === 0) return 'has no words'
    if (marked.length > MAX_WORDS) return `has more than ${MAX_WORDS} words`
    const key = `${use} ${marked.join(' ')}`
    const already = terms.get(key)
    if (already) return already
    const term: Listed = { id: terms.size, text, marked, hasMarks, use, lists: [] }
    terms.set(key, term)
    let place = 0
    for (const [at, word] of marked.entries()) place = step(place, word === '#' ? NUMBER : numberOf(plain[at] ?? ''))
    ends[place]?.push(term)
    return term
  }
  const termOf = (text: string, use: PlainUse): Listed | string => {
    const ofUse = written.get(use) ?? new Map<string, Listed>()
    written.set(use, ofUse)
    const term = ofUse.get(text) ?? make(text, use)
    if (typeof term !== 'string') ofUse.set(text, term)
    return term
  }
  const put = (term: CompiledTerm, list: number): void => {
    if (term.lists.at(-1) !== list) (term as Listed).lists.push(list)
    lists = Math.max(lists, list + 1)
  }
  return {
    add(text, use, list) {
      const term = termOf(text, use)
      if (typeof term === 'string') return term
      put(term, list)
      return null
    },
    term: termOf,
    put,
    build: () => ({
      words: numbers,
      steps,
      ends,
      size: terms.size,
      lists,
      vocabulary: vocabularyOf([...terms.values()].map(({ marked }) => marked)),
    }),
  }
}

type Words = Pick<CompiledTerm, 'marked' | 'hasMarks'> & { readonly plain: readonly string[] }

/** Word → its words folded. Lists written in classes give a hundred thousand terms out of a few thousand words. */
const foldedWords = new Map<string, Words>()

/** The words of a term, folded. Word by word where no letter stands alone (`h à n g` is one word) and no number is meant. */
function wordsOf(text: string): Words {
  const words = text.split(' ')
  if (words.length === 1 || words.some((word) => word.length < 2 || word.includes('#'))) return foldWords(text)
  const parts = words.map((word) => {
    const known = foldedWords.get(word) ?? foldWords(word)
    foldedWords.set(word, known)
    return known
  })
  return {
    marked: parts.flatMap(({ marked }) => marked),
    plain: parts.flatMap(({ plain }) => plain),
    hasMarks: parts.some(({ hasMarks }) => hasMarks),
  }
}

/** `#` stands for any number. */
function foldWords(text: string): Words {
  const written = text.replaceAll('#', ' 0 ')
  const { marked, plain } = tokenise(fold(written), written)
  const numbers = text.includes('#') ? numberPlaces(text) : null
  return {
    marked: numbers ? marked.map((word, at) => (numbers.has(at) ? '#' : word)) : marked,
    plain,
    hasMarks: marked.some((word, at) => word !== plain[at]),
  }
}

/** Which tokens of the term are `#`. */
function numberPlaces(text: string): Set<number> {
  const places = new Set<number>()
  let at = 0
  for (const part of text.split('#').slice(0, -1)) {
    at += tokenise(fold(part), part).count
    places.add(at)
    at++
  }
  return places
}
