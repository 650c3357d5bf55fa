import { fold } from './fold.ts'
import type { Folded } from './folded.ts'

/** Longer posts are read up to here. */
const LONGEST_POST = 20_000

const QUOTED = /\[quote[^\]\n]{0,100}\](?:(?!\[\/?quote)[\s\S])*\[\/quote\]/giu
/** Quoted from another post: BB code (a quote within a quote too) and `> …` lines at the top. */
const NOT_OWN: readonly RegExp[] = [QUOTED, QUOTED, /^(?:[ \t]*(?:>|&gt;) [^\n]*\n)+/u]
/** No price: phones, and figures struck out. */
const NO_FIGURE: readonly RegExp[] = [
  /(?<![\d.,])(?:\+?84|\(?0)[ .-]?\d{2,3}\)?(?:[ .-]?\d){6,8}(?!\d)/gu,
  /~~[^~\n]{1,40}~~/gu,
  /(?:\d[\u0335-\u0338][.,]?)+[kđ₫]?/gu,
]

const blanked = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((kept, pattern) => kept.replace(pattern, (gone) => ' '.repeat(gone.length)), text)

/** The writer's own words, quotes of others blanked, line ends as `|`: same length, so that offsets still hold. */
export const ownWords = (post: string): string => blanked(post.slice(0, LONGEST_POST), NOT_OWN).replace(/[\n\r]/g, '|')

/** The same with what looks like a price and is none blanked as well. */
export const ownFigures = (post: string): string => ownWords(blanked(post.slice(0, LONGEST_POST), NO_FIGURE))

/** A post ready to be searched for words. */
export interface Post extends Folded {
  /** Written with Vietnamese marks. Without them words are compared without. */
  readonly marked: boolean
  /** What patterns of `written` are to be matched against. */
  readonly words: string
}

/** One letter in four bears a mark in Vietnamese; one in thirty is enough for a post to be written with them (brands are not). */
const LEAST_MARKED = 30

export function postOf(text: string): Post {
  const folded = fold(text)
  let marks = 0
  let letters = 0
  for (let i = 0; i < folded.plain.length; i++) {
    const code = folded.plain.charCodeAt(i)
    if (code < 97 || code > 122) continue
    letters++
    if (folded.text.charCodeAt(i) !== code) marks++
  }
  const marked = marks * LEAST_MARKED >= letters && marks > 0
  return { ...folded, marked, words: marked ? folded.text : folded.plain }
}

/** A pattern given with marks, for posts written with them (`true`) and without. */
export function written(source: string): (marked: boolean) => RegExp {
  const [withMarks, without] = [new RegExp(source, 'u'), new RegExp(withoutMarks(source), 'u')]
  return (marked) => (marked ? withMarks : without)
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
