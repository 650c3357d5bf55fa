import { workedOut } from '../worked-out.ts'
import type { Edit, Folded } from './folded.ts'
import { isDigit, isLatin } from './letters.ts'

/** A stretch of letters and digits between separators. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly word: string
  /** Letters only. */
  readonly pure: boolean
}

/** What parts two fragments: nothing but one space, marks, pictures, or anything else. */
export type Gap = 'space' | 'mark' | 'picture' | 'break'

const PICTURE = /[\p{Extended_Pictographic}\p{So}\p{Sk}]/u
/** Marks that are put between letters. */
const MARKS = new Set(`.-_/\\|*·•~,+=:;'"()[]{}<>^#【】「」『』《》〈〉〔〕`)
const LONGEST_MARKS = 3
/** Longer gaps are never inside a word; bounding them keeps the work linear. */
const LONGEST_GAP = 14
/** Signs that stand for letters where letters stand one by one: `c.h.@.n.e.l`. */
const SIGNS = new Set('@$€£')

export function gapOf(text: string, from: number, to: number): Gap {
  if (to - from > LONGEST_GAP) return 'break'
  if (to - from === 1 && text.charCodeAt(from) === 32) return 'space'
  let marks = 0
  while (from + marks < to && MARKS.has(text.charAt(from + marks))) marks++
  if (marks === to - from && marks <= LONGEST_MARKS) return 'mark'
  return marks === 0 && [...text.slice(from, to)].every((char) => PICTURE.test(char)) ? 'picture' : 'break'
}

const isLone = (text: string, at: number): boolean =>
  SIGNS.has(text.charAt(at)) && MARKS.has(text.charAt(at - 1)) && MARKS.has(text.charAt(at + 1))

function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isLatin(unit) || isDigit(unit) || isLone(text, at)
}

function isPure(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isLatin(text.charCodeAt(at))) return false
  return true
}

/** Stretches of letters and digits, in order; found once for each folded text. */
export const fragmentsOf: (folded: Folded) => readonly Span[] = workedOut(({ text }) => {
  const found: Span[] = []
  for (let at = 0; at < text.length; at++) {
    if (!isWordAt(text, at)) continue
    const from = at
    while (at < text.length && isWordAt(text, at)) at++
    found.push({ from, to: at, word: text.slice(from, at), pure: isPure(text, from, at) })
  }
  return found
})

const OPENING = new Set('([{<【「『《〈〔')
const CLOSING = new Set(')]}>】」』》〉〕')

/** `[f][a][k][e]`: the outermost brackets go too, and stand in the quote: else they would part the word from its neighbours. */
export function withoutBrackets(text: string, run: readonly Span[], inner: readonly Edit[]): readonly Edit[] {
  const [first, last] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0]
  const [before, after] = [text.charAt(first - 1), text.charAt(last)]
  const bracketed = inner.every(({ from, to }) => CLOSING.has(text.charAt(from)) && OPENING.has(text.charAt(to - 1)))
  if (!bracketed || !OPENING.has(before) || !CLOSING.has(after)) return inner
  if (inner[0]?.from !== first + 1 || inner.at(-1)?.to !== last - 1) return inner
  const open = { from: first - 1, to: first + 1, by: text.charAt(first) }
  return [open, ...inner, { from: last - 1, to: last + 1, by: text.charAt(last - 1) }]
}
