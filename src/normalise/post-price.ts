import type { ParsedMoney } from './money.ts'
import { parseMoney } from './money.ts'
import { type Around, askedBy, distanceOf, isReduced } from './post-context.ts'
import { isAlone, isMoney, listedIn } from './post-figures.ts'
import { ownFigures, type Post, postOf } from './post-text.ts'
import { type Figure, figuresIn } from './vnd-figures.ts'
import { BETWEEN, repaired, shared } from './vnd-money.ts'

/** A price in a post. */
export interface PostPrice extends ParsedMoney {
  /** As printed in the post: `text === post.slice(start, end)`. `parseMoney(text, { assume: 'VND' })` reads the same from it. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A figure that may be the price asked, and how far from it. */
interface Candidate {
  readonly figure: Figure
  readonly distance: number
}

const FOREIGN = /[$€£¥]\s?\d|\d\s?(?:usdt?|đô|tệ|yên|won|euro?|baht|[$€£¥])(?!\p{L})/iu

/**
 * The price that a post asks for one piece: of several tiers that of one, of a former and a present one the present, of
 * wholesale and retail the retail, of several goods that of the first. Amount null where it is masked (`1xx`); null where
 * none is named. What is quoted from another post is not read. Linear.
 */
export function priceInPost(post: string): PostPrice | null {
  const input = ownFigures(post)
  const folded = postOf(input)
  const text = repaired(folded.text)
  const figures = shared(text, figuresIn(text), true)
  const best = nearest(candidatesOf(text, folded, figures))
  if (best === null) return foreignIn(input)
  const last = rangeEnd(text, figures, best)
  const [start, end] = [folded.starts[printedFrom(text, best)] ?? 0, folded.ends[last.to - 1] ?? input.length]
  const printed = post.slice(start, end)
  const read = parseMoney(printed, { assume: 'VND' })
  return read === null || read.amount === 0 ? null : { ...read, text: printed, start, end }
}

/** Figures one by one, each judged by what stands between it and the one before. */
function candidatesOf(text: string, post: Post, figures: readonly Figure[]): readonly Candidate[] {
  const found: Candidate[] = []
  let last: Candidate | null = null
  const listed = listedIn(text, figures)
  for (const figure of figures) {
    const previous = found.at(-1)
    if (last !== null && BETWEEN.test(text.slice(last.figure.to, figure.from))) {
      last = { figure, distance: last.distance + 0.1 } // the upper end of a range is what its lower end is
      if (previous !== undefined && last.distance < NONE) found.push(last)
      continue
    }
    const around = aroundOf(post, figure, previous?.figure.to ?? 0)
    const reduced = previous !== undefined && isReduced(post.words.slice(previous.figure.to, figure.from), post.marked)
    const alone = isAlone(text, figure, around)
    if (!alone && !listed.has(figure) && !isMoney(text, figure, around, reduced)) continue
    const falls = reduced && (previous.figure.value ?? 0) > (figure.value ?? Number.POSITIVE_INFINITY)
    if (falls) found[found.length - 1] = { ...previous, distance: previous.distance + NONE }
    const tiny = figure.value !== null && figure.value < LEAST ? 1 : 0 // 4K, 3k lượt
    const distance = distanceOf(around)
    const asked = falls ? 1 : distance < NONE ? askedBy(around) / 2 : 0
    last = { figure, distance: distance + (alone ? 1 : 0) + tiny - asked }
    found.push(last)
  }
  return found
}

/** From this distance on a figure is no price asked. */
const NONE = 4
/** Dong; goods sold alone seldom cost less. */
const LEAST = 5000
const BEFORE = 48

function aroundOf({ words, marked }: Post, { from, to }: Figure, previous: number): Around {
  const wider = words.slice(Math.max(0, from - BEFORE), from)
  const clause = words.slice(Math.max(previous, from - BEFORE), from)
  const cut = Math.max(clause.lastIndexOf('|'), clause.lastIndexOf('. '), clause.lastIndexOf('; '))
  const line = wider.slice(wider.lastIndexOf('|') + 1)
  return { marked, before: clause.slice(cut + 1), wider: line, after: words.slice(to, to + 24) }
}

/** `giá 1450` is read with its word: the number alone would be 1,450 dong. */
const printedFrom = (text: string, { from, to }: Figure): number => {
  if (!/^\d\.?\d{3}$/.test(text.slice(from, to))) return from
  const word = Math.max(text.lastIndexOf('giá', from), text.lastIndexOf('gia', from))
  return word >= 0 && word > from - 24 ? word : from
}

/** The first of the nearest; what is a fee or a former price is never it. */
function nearest(candidates: readonly Candidate[]): Figure | null {
  let best: Candidate | null = null
  for (const one of candidates) if (one.distance < (best?.distance ?? NONE)) best = one
  return best?.figure ?? null
}

function rangeEnd(text: string, figures: readonly Figure[], first: Figure): Figure {
  const next = figures[figures.indexOf(first) + 1]
  if (next === undefined || next.value === null || !BETWEEN.test(text.slice(first.to, next.from))) return first
  return next.value > (first.value ?? Number.POSITIVE_INFINITY) ? next : first
}

/** Where no price in dong is asked, one in another currency. */
function foreignIn(input: string): PostPrice | null {
  const at = FOREIGN.exec(input)
  if (at === null) return null
  const start = Math.max(input.lastIndexOf(' ', at.index), input.lastIndexOf('|', at.index)) + 1
  const printed = input.slice(start, at.index + at[0].length + 16)
  const read = parseMoney(printed)
  return read === null || read.currency === 'VND'
    ? null
    : { ...read, text: printed, start, end: start + printed.length }
}
