import type { Edit, Folded } from './folded.ts'
import { fragmentsOf, gapOf, type Span, withoutBrackets } from './gaps.ts'
import { letterOf } from './leet.ts'
import { mayBegin } from './sieve.ts'
import { couldBeSyllable } from './syllables.ts'
import { retoned } from './tones.ts'
import { shapeOf, type Vocabulary } from './vocabulary.ts'

/** A word looked for is rejoined from at most this many fragments and letters: the work is linear. */
const MOST_FRAGMENTS = 12
const MOST_LETTERS = 20

/**
 * Words looked for that were written in parts: `re/p`, `fa ke`, `Gu🌸cci`, `tr_ộn`, and with letters masked: `G*cci`.
 * Parts with spaces between them only where they are no syllables of their own.
 */
export function rejoinings(folded: Folded, vocabulary: Vocabulary): readonly Edit[] {
  if (vocabulary.words.size === 0) return []
  const { text } = folded
  const fragments = fragmentsOf(folded)
  const edits: Edit[] = []
  for (let i = 0; i < fragments.length; ) {
    const count = partsOfWord(text, fragments, i, vocabulary)
    if (count > 1) for (const edit of joins(text, fragments.slice(i, i + count))) edits.push(edit)
    const mask = count > 1 ? null : unmasked(text, fragments, i, vocabulary)
    if (mask) edits.push(mask.edit)
    i += mask ? mask.count : count
  }
  return edits
}

/** Takes out what stands between the parts. */
function joins(text: string, parts: readonly Span[]): readonly Edit[] {
  const inner = parts.slice(1).map((part, k) => ({ from: parts[k]?.to ?? part.from, to: part.from, by: '' }))
  return withoutBrackets(text, parts, inner)
}

/** How many fragments from `first` on make one word looked for, the longest; 1 when none. */
function partsOfWord(text: string, all: readonly Span[], first: number, vocabulary: Vocabulary): number {
  if (isApart(text, all[first], all[first + 1], vocabulary)) return 1
  let joined = all[first]?.word ?? ''
  let spaces = 0
  let found = 1
  for (let count = 2; count <= MOST_FRAGMENTS; count++) {
    if (!mayGoOn(joined, vocabulary)) break
    const [before, here] = [all[first + count - 2], all[first + count - 1]]
    if (!before || !here) break
    const gap = gapOf(text, before.to, here.from)
    if (gap === 'break') break
    if (gap === 'space') spaces++
    joined += here.word
    if (joined.length > MOST_LETTERS || isCompound(text, before, here, vocabulary)) break
    const parts = all.slice(first, first + count)
    if (spaces === 0 && isRun(text, parts, [all[first - 1], all[first + count]])) continue
    const is = spaces > 0 ? spacedWord(joined, parts, vocabulary) : markedWord(text, joined, parts, vocabulary)
    if (is) found = count
  }
  return found
}

/** Two words with a space between them that begin no word together: so are nearly all, and nothing more need be asked. */
const isApart = (text: string, first: Span | undefined, second: Span | undefined, { sieve }: Vocabulary): boolean =>
  first === undefined ||
  second === undefined ||
  (second.from - first.to === 1 &&
    text.charCodeAt(first.to) === 32 &&
    first.pure &&
    second.pure &&
    !mayBegin(sieve, first.word, second.word))

const readAsLetters = (joined: string): string => [...joined].map((char) => letterOf(char, 'i')).join('')
const hasSign = (joined: string): boolean => /[\d@$€£]/.test(joined)

/** Some word begins so: else no more fragments need be looked at. */
const mayGoOn = (joined: string, { beginnings }: Vocabulary): boolean =>
  beginnings.has(joined) || (hasSign(joined) && beginnings.has(readAsLetters(joined)))

/** Second words of honest compounds: `Mac-book`, `air pods`, `Sun light` hide nothing. */
const SECONDS = new Set(
  'book books pod pods phone phones pad pads watch light disk silk bank star mate max pro'.split(' '),
)
const isCompound = (text: string, before: Span, here: Span, { pairs }: Vocabulary): boolean =>
  here.from - before.to === 1 &&
  /[ -]/.test(text.charAt(before.to)) &&
  (SECONDS.has(here.word) || pairs.has(`${before.word} ${here.word}`))

/** Parted by marks: any word looked for, unless the parts are such words themselves (`giá/rẻ`). */
function markedWord(text: string, joined: string, parts: readonly Span[], { words, foreign }: Vocabulary): boolean {
  if (!isLong(text, joined, parts)) return false
  const known =
    words.has(joined) || words.has(retoned(joined)) || (hasSign(joined) && foreign.has(readAsLetters(joined)))
  const own = foreign.has(joined) ? 3 : 1
  return known && !parts.every(({ word }) => word.length > own && words.has(word))
}

/** Three single letters and more, or two with another one beside them, are read as a run, not as this word. */
function isRun(text: string, parts: readonly Span[], [before, after]: readonly (Span | undefined)[]): boolean {
  if (!parts.every(({ word }) => word.length === 1)) return false
  const [start, end] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0]
  const begun = before?.word.length === 1 && gapOf(text, before.to, start) === 'mark'
  return parts.length > 2 || begun || (after?.word.length === 1 && gapOf(text, end, after.from) === 'mark')
}

/** Two letters make a word when they carry marks (`l.á`) or when a letter is starred out between them (`L*V`). */
const isLong = (text: string, joined: string, parts: readonly Span[]): boolean =>
  joined.length > 2 || /[^a-z]/.test(joined) || text.slice(parts[0]?.to ?? 0, parts.at(-1)?.from ?? 0) === '*'

/** Parted by spaces: a foreign word of at most four parts, one of which is neither a syllable nor a word looked for. */
function spacedWord(joined: string, parts: readonly Span[], { words, foreign }: Vocabulary): boolean {
  if (parts.length > 4 || !foreign.has(joined)) return false
  const stray = parts.filter(
    ({ word }) => word.length > 1 && !couldBeSyllable(word) && !(word.length > 3 && words.has(word)),
  )
  const lone = parts.some(({ word }) => word.length === 1)
  return stray.some(({ word }) => !lone || word.length > 2)
}

const MASK = /^[*#?•]{1,3}$/
const MASKS = new Set('*#?•')

/** A foreign word with a third of its letters masked, one mark a letter (`Ch*nel`, `Lo*is`); half, where only one word fits. */
function unmasked(text: string, all: readonly Span[], first: number, vocabulary: Vocabulary) {
  const start = all[first]
  if (!start || !MASKS.has(text.charAt(start.to))) return null
  let pattern = start.word
  let masked = 0
  let count = 1
  for (; count < MOST_FRAGMENTS; count++) {
    const [before, here] = [all[first + count - 1], all[first + count]]
    const gap = before && here ? text.slice(before.to, Math.min(here.from, before.to + 4)) : ''
    if (!here || !MASK.test(gap) || pattern.length > MOST_LETTERS) break
    masked += gap.length
    pattern += '*'.repeat(gap.length) + here.word
  }
  if (masked === 0 || masked * 2 > pattern.length) return null
  const fit = (vocabulary.shaped.get(shapeOf(pattern)) ?? []).filter((word) => fits(word, pattern))
  const [by] = masked * 3 <= pattern.length || (pattern.length > 4 && fit.length === 1) ? fit : []
  const end = all[first + count - 1]
  return by !== undefined && end ? { edit: { from: start.from, to: end.to, by }, count } : null
}

const fits = (word: string, pattern: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    if (pattern.charAt(i) !== '*' && pattern.charAt(i) !== word.charAt(i)) return false
  }
  return true
}
