import { disguised } from './disguised.ts'
import { type CompiledTerm, NUMBER, type TermTrie } from './terms.ts'
import type { Tokens } from './tokens.ts'

export interface TermHit {
  readonly term: CompiledTerm
  /** Token numbers, end exclusive. */
  readonly from: number
  readonly to: number
  /** The term has marks and the listing wrote it without. */
  readonly unaccented: boolean
}

/** Every term that stands in the text as whole words, in order of place. */
export function scan(trie: TermTrie, tokens: Tokens): TermHit[] {
  const hits: TermHit[] = []
  const words = tokens.plain.map((word) => trie.words.get(word) ?? -1)
  for (let from = 0; from < tokens.count; from++) {
    if (!tokens.glued[from]) walk(trie, tokens, words, 0, from, from, hits)
  }
  return hits
}

/** A number may be a word of its own and `#`: both ways are gone, the word's first. */
function walk(
  trie: TermTrie,
  tokens: Tokens,
  words: readonly number[],
  place: number,
  from: number,
  at: number,
  hits: TermHit[],
): void {
  if (at > from && !tokens.glued[at]) {
    for (const term of trie.ends[place] ?? []) {
      const found = agree(term, tokens, from)
      if (found) hits.push({ term, from, to: at, unaccented: found === 'unaccented' })
    }
  }
  if (at >= tokens.count || (at > from && tokens.gap[at] !== 0)) return
  const word = words[at] ?? -1
  const next = word < 0 ? -1 : trie.steps.get(place, word)
  if (next >= 0) walk(trie, tokens, words, next, from, at + 1, hits)
  if (!isNumber(tokens.plain[at])) return
  const number = trie.steps.get(place, NUMBER)
  if (number >= 0) walk(trie, tokens, words, number, from, at + 1, hits)
}

const isNumber = (word: string | undefined) => word !== undefined && word >= '0' && word < ':'

/**
 * Marks decide: a word written with marks must be the term's own word (`lâu` is not `lậu`); a term written wholly without
 * marks counts only where its use allows. In a reading of unmarked text some words have their marks back; a word in
 * look-alike letters cannot carry its marks.
 */
function agree(term: CompiledTerm, tokens: Tokens, from: number): 'exact' | 'unaccented' | null {
  let exact = true
  let bare = true
  let excused = true
  for (let at = 0; at < term.marked.length; at++) {
    const word = term.marked[at]
    if (word === '#') continue
    const there = tokens.marked[from + at]
    if (there === word) {
      if (there !== tokens.plain[from + at] && !tokens.restored) bare = false
      continue
    }
    exact = false
    if (there !== tokens.plain[from + at]) return null
    if (excused && !disguised(tokens, from + at, from + at + 1)) excused = false
  }
  if (exact) return 'exact'
  if (excused) return 'unaccented'
  if (!bare || term.use === 'never') return null
  if (term.use === 'safe') return 'unaccented'
  return tokens.unaccentedText && (term.use === 'text' || term.marked.length > 1) ? 'unaccented' : null
}
