import { type Vocabulary, vocabularyOf } from '../normalise/vocabulary.ts'
import type { PlainUse } from './schema.ts'
import { type Steps, stepTable } from './steps.ts'
import { NUMBER, type TermWord, type TermWords, termWords } from './term-words.ts'

/** A term that was found; made when it is. */
export interface CompiledTerm {
  readonly id: number
  /** Token by token; `#` stands for any number. */
  readonly marked: readonly string[]
  readonly use: PlainUse
  /** Lists (lexicon lists, literals of a condition) that hold it, those that take in another list too. */
  readonly lists: readonly number[]
}

/**
 * All terms of all rules in one trie over tokens without marks. Scanning walks it from every token, at most MAX_WORDS deep:
 * time is linear in the text, whatever the number of terms. Terms are numbers in flat arrays: there are a hundred thousand and
 * more, and few of them are ever found.
 */
export interface TermTrie {
  readonly words: Pick<TermWords, 'marked' | 'plain'>
  /** From place 0, the root, by the number of a word without marks to the next place. */
  readonly steps: Pick<Steps, 'get'>
  /** Place → the first term that ends there, -1 for none; term → the next one that ends there too. */
  readonly ends: Int32Array
  readonly next: Int32Array
  /** Term → where its words begin in `spelt`: numbers of words with marks, up to where those of the next term begin. */
  readonly begins: Int32Array
  readonly spelt: Int32Array
  readonly uses: Uint8Array
  readonly size: number
  /** How many lists there are, numbered from 0. */
  readonly lists: number
  /** The words of all terms: what hidden wording is read as. */
  readonly vocabulary: Vocabulary
  term(id: number): CompiledTerm
}

/** By number, as `uses` holds them. */
export const USES: readonly PlainUse[] = ['never', 'text', 'phrase', 'safe']

const MAX_WORDS = 12

export interface TrieBuilder {
  /** Adds a term to a list; returns why it cannot, or null. */
  add(text: string, use: PlainUse, list: number): string | null
  /** The same of a term given word by word. */
  addWords(words: readonly TermWord[], use: PlainUse, list: number): string | null
  /** A word to add terms of. */
  word(text: string): TermWord
  /** Whatever is in one list is in the other too. */
  include(list: number, within: number): void
  build(): TermTrie
}

export function trieBuilder(): TrieBuilder {
  const words = termWords()
  const steps = stepTable()
  const ends: number[] = [-1]
  const next: number[] = []
  const begins: number[] = [0]
  const spelt: number[] = []
  const uses: number[] = []
  const members = memberships()

  const placeOf = (marked: readonly number[]): number => {
    let place = 0
    for (const word of marked) {
      const plain = words.plainOf[word] ?? NUMBER
      let to = steps.get(place, plain)
      if (to < 0) {
        to = ends.push(-1) - 1
        steps.set(place, plain, to)
      }
      place = to
    }
    return place
  }
  const same = (term: number, marked: readonly number[]): boolean => {
    const from = begins[term] ?? 0
    return begins[term + 1] === from + marked.length && marked.every((word, at) => spelt[from + at] === word)
  }
  /** New or known. */
  const termOf = (marked: readonly number[], use: number): number => {
    const place = placeOf(marked)
    let last = -1
    for (let term = ends[place] ?? -1; term >= 0; term = next[term] ?? -1) {
      if (uses[term] === use && same(term, marked)) return term
      last = term
    }
    const made = uses.push(use) - 1
    next.push(-1)
    for (const word of marked) spelt.push(word)
    begins.push(spelt.length)
    if (last < 0) ends[place] = made
    else next[last] = made
    return made
  }
  const addWords = (given: readonly TermWord[], use: PlainUse, list: number): string | null => {
    const marked = words.of(given)
    if (marked.length === 0) return 'has no words'
    if (marked.length > MAX_WORDS) return `has more than ${MAX_WORDS} words`
    members.put(termOf(marked, USES.indexOf(use)), list)
    return null
  }
  return {
    add: (text, use, list) => addWords(text.split(/\s+/).map(words.word), use, list),
    addWords,
    word: words.word,
    include: members.include,
    build: () => {
      const flat = {
        ...{ ends: Int32Array.from(ends), next: Int32Array.from(next) },
        ...{ begins: Int32Array.from(begins), spelt: Int32Array.from(spelt), uses: Uint8Array.from(uses) },
      }
      const found = new Map<number, CompiledTerm>()
      const spell = (id: number) =>
        [...flat.spelt.subarray(flat.begins[id], flat.begins[id + 1])].map((word) => words.texts[word] ?? '')
      return {
        words,
        steps,
        ...flat,
        size: uses.length,
        lists: members.count(),
        vocabulary: vocabularyOf(...spoken(flat, words.texts)),
        term: (id) => {
          const term = found.get(id) ?? {
            ...{ id, marked: spell(id), use: USES[flat.uses[id] ?? 0] ?? 'never' },
            lists: members.of(id),
          }
          found.set(id, term)
          return term
        },
      }
    },
  }
}

/** Which terms are in which lists, and which lists take in others. */
function memberships() {
  /** Term → its newest membership; membership → its list and the one before. */
  const newest: number[] = []
  const lists: number[] = []
  const before: number[] = []
  const takers = new Map<number, number[]>()
  let count = 0

  const withTakers = (list: number, into: Set<number>): void => {
    if (into.has(list)) return
    into.add(list)
    for (const taker of takers.get(list) ?? []) withTakers(taker, into)
  }
  return {
    put: (term: number, list: number): void => {
      count = Math.max(count, list + 1)
      const last = newest[term] ?? -1
      if (last >= 0 && lists[last] === list) return
      before.push(last)
      newest[term] = lists.push(list) - 1
    },
    include: (list: number, within: number): void => {
      count = Math.max(count, list + 1, within + 1)
      takers.set(list, [...(takers.get(list) ?? []), within])
    },
    count: () => count,
    of: (term: number): readonly number[] => {
      const all = new Set<number>()
      for (let at = newest[term] ?? -1; at >= 0; at = before[at] ?? -1) withTakers(lists[at] ?? 0, all)
      return [...all]
    },
  }
}

/** Every word of the terms in the order they first stand there, and every two that stand side by side. */
function spoken(
  { begins, spelt }: Pick<TermTrie, 'begins' | 'spelt'>,
  texts: readonly string[],
): [ReadonlySet<string>, ReadonlySet<string>] {
  const tokens = new Set<number>()
  const pairs = new Set<number>()
  for (let term = 0; term + 1 < begins.length; term++) {
    const from = begins[term] ?? 0
    for (let at = from; at < (begins[term + 1] ?? 0); at++) {
      tokens.add(spelt[at] ?? 0)
      if (at > from) pairs.add((spelt[at - 1] ?? 0) * texts.length + (spelt[at] ?? 0))
    }
  }
  const text = (word: number) => texts[word] ?? ''
  const sides = [...pairs].map((pair) => `${text(Math.floor(pair / texts.length))} ${text(pair % texts.length)}`)
  return [new Set([...tokens].map(text)), new Set(sides)]
}
