import { type Vocabulary, vocabularyOf } from '../normalise/vocabulary.ts'
import type { PlainUse } from './schema.ts'
import { type Steps, stepTable } from './steps.ts'
import type { TermWords } from './term-words.ts'

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

/** What a trie is made of: plain data, so that it can be kept between runs. */
export interface TrieData extends Pick<TermTrie, 'ends' | 'next' | 'begins' | 'spelt' | 'uses'> {
  /** Words with marks by number, `#` first; words without marks, the first of them number 1. */
  readonly texts: readonly string[]
  readonly plain: readonly string[]
  readonly steps: Int32Array
  readonly in: Memberships
  /** What the vocabulary is made of. */
  readonly tokens: readonly string[]
  readonly pairs: readonly string[]
}

/** Which terms are in which lists, and which lists take in others. */
export interface Memberships {
  /** Term → its newest membership; membership → its list and the one before. */
  readonly newest: Int32Array
  readonly lists: Int32Array
  readonly before: Int32Array
  readonly takers: ReadonlyMap<number, readonly number[]>
  readonly count: number
}

export function trieOf(data: TrieData): TermTrie {
  const { texts, plain, begins, spelt, uses } = data
  const found = new Map<number, CompiledTerm>()
  const spell = (id: number) => [...spelt.subarray(begins[id], begins[id + 1])].map((word) => texts[word] ?? '')
  return {
    words: {
      marked: new Map(texts.slice(1).map((text, at) => [text, at + 1])),
      plain: new Map(plain.map((text, at) => [text, at + 1])),
    },
    ...data,
    steps: stepTable(data.steps),
    size: uses.length,
    lists: data.in.count,
    vocabulary: vocabularyOf(new Set(data.tokens), new Set(data.pairs)),
    term: (id) => {
      const term = found.get(id) ?? {
        ...{ id, marked: spell(id), use: USES[uses[id] ?? 0] ?? 'never' },
        lists: listsOf(id, data.in),
      }
      found.set(id, term)
      return term
    },
  }
}

function listsOf(term: number, { newest, lists, before, takers }: Memberships): readonly number[] {
  const all = new Set<number>()
  const take = (list: number): void => {
    if (all.has(list)) return
    all.add(list)
    for (const taker of takers.get(list) ?? []) take(taker)
  }
  for (let at = newest[term] ?? -1; at >= 0; at = before[at] ?? -1) take(lists[at] ?? 0)
  return [...all]
}
