import type { Edit, Folded } from './folded.ts'
import { fragmentsOf } from './gaps.ts'
import { bare } from './letters.ts'
import { couldBeSyllable } from './syllables.ts'
import { squeeze, type Vocabulary } from './vocabulary.ts'

const LONGEST = 60

/**
 * Letters written again and again: `fakeeee`, `guccciii`, `hànggg`. Three and more of one letter are one, or as many as
 * the word looked for has; two count only where that makes a foreign word looked for. Tokens of a single letter (AAA) are left.
 */
export function repetitions(folded: Folded, vocabulary: Vocabulary): readonly Edit[] {
  const { text } = folded
  const edits: Edit[] = []
  for (const { from, to, word: token } of fragmentsOf(folded)) {
    if (!repeats(token)) continue
    const runs = runsOf(text, from, to)
    const thrice = runs.some((run) => run.to - run.from > 2)
    if (runs.length < 2 || !(thrice || (to - from > 3 && runs.length < to - from))) continue
    const word = to - from > LONGEST ? null : lookedFor(token, thrice, vocabulary)
    if (word !== null) edits.push({ from, to, by: word })
    else if (thrice)
      for (const run of runs) if (run.to - run.from > 2) edits.push({ from: run.from + 1, to: run.to, by: '' })
  }
  return edits
}

/** Some letter stands twice in a row; the cheap question first, as hardly any word does. */
export function repeats(token: string): boolean {
  for (let i = 1; i < token.length; i++) {
    if (same(token.charCodeAt(i - 1), token.charCodeAt(i)) && token.charCodeAt(i) > 0x39) return true
  }
  return false
}

/** Runs of one letter, marks aside (`ảaaa` is one run, its first letter stays); digits stand alone. */
function runsOf(text: string, from: number, to: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let i = from; i < to; ) {
    const unit = text.charCodeAt(i)
    let end = i + 1
    while (end < to && unit > 0x39 && same(unit, text.charCodeAt(end))) end++
    runs.push({ from: i, to: end })
    i = end
  }
  return runs
}
const same = (first: number, next: number): boolean => next === first || (next === bare(first) && next !== first)

/** Doubled letters that English and Vietnamese words do not have: inside `channel` and `supper` they are honest. */
const ODD = /aa|ii|uu|^(.)\1|(.)\2$/

function lookedFor(token: string, thrice: boolean, { words, foreign, squeezed }: Vocabulary): string | null {
  const word = squeezed.get(squeeze(token))
  if (word === undefined || word === token || words.has(token)) return null
  return thrice || (foreign.has(word) && !couldBeSyllable(token) && ODD.test(token)) ? word : null
}
