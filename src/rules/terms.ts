import type { PlainUse } from './schema.ts'
import { stepTable } from './steps.ts'
import { NUMBER, type TermWord, termWords } from './term-words.ts'
import { type Memberships, type TermTrie, type TrieData, USES } from './trie.ts'

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
  data(): TrieData
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
    data: () => {
      const flat = {
        ...{ ends: Int32Array.from(ends), next: Int32Array.from(next) },
        ...{ begins: Int32Array.from(begins), spelt: Int32Array.from(spelt), uses: Uint8Array.from(uses) },
      }
      const plain = [...words.plain.keys()]
      return {
        ...flat,
        ...spoken(flat, words.texts),
        texts: words.texts,
        plain,
        steps: steps.table(),
        in: members.data(),
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
    data: (): Memberships => ({
      ...{ newest: Int32Array.from(newest), lists: Int32Array.from(lists), before: Int32Array.from(before) },
      ...{ takers, count },
    }),
  }
}

/** Every word of the terms in the order they first stand there, and every two that stand side by side. */
function spoken(
  { begins, spelt }: Pick<TermTrie, 'begins' | 'spelt'>,
  texts: readonly string[],
): Pick<TrieData, 'tokens' | 'pairs'> {
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
  return { tokens: [...tokens].map(text), pairs: sides }
}
