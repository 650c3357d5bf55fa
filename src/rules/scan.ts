import { disguised } from './disguised.ts'
import { NUMBER } from './term-words.ts'
import type { Tokens } from './tokens.ts'
import { type CompiledTerm, type TermTrie, USES } from './trie.ts'

export interface TermHit {
  readonly term: CompiledTerm
  /** Token numbers, end exclusive. */
  readonly from: number
  readonly to: number
  /** The term has marks and the listing wrote it without. */
  readonly unaccented: boolean
}

/** One text being scanned: its tokens as numbers of the trie's words, -1 for others. */
interface Walk {
  readonly trie: TermTrie
  readonly tokens: Tokens
  readonly plain: readonly number[]
  readonly marked: readonly number[]
  readonly hits: TermHit[]
}

/** Every term that stands in the text as whole words, in order of place. */
export function scan(trie: TermTrie, tokens: Tokens): TermHit[] {
  const { plain, marked } = trie.words
  const walked: Walk = {
    ...{ trie, tokens, hits: [] },
    plain: tokens.plain.map((word) => plain.get(word) ?? -1),
    marked: tokens.marked.map((word) => marked.get(word) ?? -1),
  }
  for (let from = 0; from < tokens.count; from++) {
    if (!tokens.glued[from]) walk(walked, 0, from, from)
  }
  return walked.hits
}

/** A number may be a word of its own and `#`: both ways are gone, the word's first. */
function walk(walked: Walk, place: number, from: number, at: number): void {
  const { trie, tokens } = walked
  if (at > from && !tokens.glued[at]) {
    for (let term = trie.ends[place] ?? -1; term >= 0; term = trie.next[term] ?? -1) {
      const found = agree(walked, term, from)
      if (found) walked.hits.push({ term: trie.term(term), from, to: at, unaccented: found === 'unaccented' })
    }
  }
  if (at >= tokens.count || (at > from && tokens.gap[at] !== 0)) return
  const word = walked.plain[at] ?? -1
  const next = word < 0 ? -1 : trie.steps.get(place, word)
  if (next >= 0) walk(walked, next, from, at + 1)
  if (!isNumber(tokens.plain[at])) return
  const number = trie.steps.get(place, NUMBER)
  if (number >= 0) walk(walked, number, from, at + 1)
}

const isNumber = (word: string | undefined) => word !== undefined && word >= '0' && word < ':'

/**
 * Marks decide: a word written with marks must be the term's own word (`lâu` is not `lậu`); a term written wholly without
 * marks counts only where its use allows. In a reading of unmarked text some words have their marks back; a word in
 * look-alike letters cannot carry its marks.
 */
function agree({ trie, tokens, marked }: Walk, term: number, from: number): 'exact' | 'unaccented' | null {
  const [begin = 0, end = 0] = [trie.begins[term], trie.begins[term + 1]]
  let exact = true
  let bare = true
  let excused = true
  for (let at = from; at < from + end - begin; at++) {
    const word = trie.spelt[begin + at - from]
    if (word === NUMBER) continue
    const there = tokens.marked[at]
    if (marked[at] === word) {
      if (there !== tokens.plain[at] && !tokens.restored) bare = false
      continue
    }
    exact = false
    if (there !== tokens.plain[at]) return null
    if (excused && !disguised(tokens, at, at + 1)) excused = false
  }
  if (exact) return 'exact'
  if (excused) return 'unaccented'
  const use = USES[trie.uses[term] ?? 0]
  if (!bare || use === 'never') return null
  if (use === 'safe') return 'unaccented'
  return tokens.unaccentedText && (use === 'text' || end - begin > 1) ? 'unaccented' : null
}
