import { readFileSync } from 'node:fs'
import { parseScoreInput } from '../../src/rules/input.ts'
import { subjectOf } from '../../src/rules/subject.ts'
import { trieBuilder } from '../../src/rules/terms.ts'
import { trieOf as built, type TermTrie } from '../../src/rules/trie.ts'

export interface Row {
  readonly trick: string
  /** As a seller writes it. */
  readonly text: string
  readonly word: string
}

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

/** `\u200b` for what cannot be seen, `\\` for a backslash. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|\\)/g, (_, hex: string | undefined) =>
    hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
  )

export const ROWS: readonly Row[] = linesOf('tricks.tsv').map((line) => {
  const [trick = '', text = '', word = ''] = line.split('\t')
  return { trick, text: unescaped(text), word }
})

export const INNOCENT: readonly string[] = linesOf('innocent.txt')

/** The words of a trie by the number of their term: as they were given, not as they are folded. */
const given = new WeakMap<TermTrie, ReadonlyMap<number, string>>()

/** All these words as one list of a rule. */
export function trieOf(words: readonly string[]): TermTrie {
  const builder = trieBuilder()
  for (const [at, word] of words.entries()) {
    const wrong = builder.add(word, 'phrase', 0) ?? builder.add(word, 'phrase', at + 1)
    if (wrong) throw new Error(`${word} ${wrong}`)
  }
  const trie = built(builder.data())
  const terms = Array.from({ length: trie.size }, (_, id) => trie.term(id))
  given.set(
    trie,
    new Map(terms.map(({ id, lists }) => [id, words[Math.min(...lists.filter((list) => list > 0)) - 1] ?? ''])),
  )
  return trie
}

/** The words of the trie that a rule would find in a listing with this title. */
export const wordsIn = (text: string, trie: TermTrie): string[] => [
  ...new Set(
    (subjectOf(parseScoreInput({ id: 'x', title: text }), trie).hits.get(0) ?? []).map(
      (hit) => given.get(trie)?.get(hit.term.id) ?? '',
    ),
  ),
]

/** The list that every row is matched against: all words of the table at once. */
export const TRIE = trieOf([...new Set(ROWS.map(({ word }) => word))])
