import type { ParsedMoney } from './money.ts'
import { parseMoney } from './money.ts'
import { type Around, askedBy, distanceOf, isReduced } from './post-context.ts'
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
    if (!alone && !isMoney(text, figure, around, reduced)) continue
    const falls = reduced && (previous.figure.value ?? 0) > (figure.value ?? Number.POSITIVE_INFINITY)
    if (falls) found[found.length - 1] = { ...previous, distance: previous.distance + NONE }
    const tiny = figure.value !== null && figure.value < LEAST ? 1 : 0 // 4K, 3k lượt
    const asked = falls ? 1 : askedBy(around) / 2
    last = { figure, distance: distanceOf(around) + (alone ? 1 : 0) + tiny - asked }
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

/** What may follow a bare figure that is a price; any other word says what it counts. */
const FREE_AFTER =
  /^ ?(?:$|[^\p{L}\d ]|(?:fix|nhé|nha|ạ|thôi|cho|bao|free|ship|ko|không|có|chưa|đã|còn|tặng|mỗi|một|full|thương|và|nhe|nhen)(?!\p{L}))/u

/** A unit of money says so; slang and bare figures need a price word, or the start of the post. */
function isMoney(text: string, figure: Figure, around: Around, reduced: boolean): boolean {
  if (figure.kind === 'sure') return true
  const asked = askedBy(around)
  if (/^\d{2,}m[23](?!\d)/.test(text.slice(figure.from, figure.to + 1))) return false // an area
  if (figure.kind === 'weak') return asked > 0 || reduced || !/[\p{L}\d]/u.test(text.slice(0, figure.from))
  const printed = text.slice(figure.from, figure.to)
  if (/^0|^(?:19|20)\d\d$/.test(printed) || /^[/:.]?[\p{L}\d]/u.test(around.after)) return false
  if (/^\d{1,3}(?:[.,]\d{3}){1,3}$/.test(printed)) return asked === 2 || FREE_AFTER.test(around.after)
  if (figure.value !== null && (figure.value < 10_000 || printed.length > 9)) return false
  return asked === 2 || reduced || (asked === 1 && FREE_AFTER.test(around.after))
}

/** `balo da bò, 480, ai thích`, `390 fs`: a number of thousands that is a clause of its own. */
const isAlone = (text: string, figure: Figure, { before, after }: Around): boolean =>
  figure.kind === 'bare' &&
  /^[1-9]\d{1,2}$/.test(text.slice(figure.from, figure.to)) &&
  /(?:^|[,|:]) ?$/.test(before) &&
  /^(?: ?(?:$|[,|])| (?:fs|ship|free ?ship|bao ship)(?!\p{L}))/u.test(after)

/** `giá 1450` is read with its word: the number alone would be 1,450 dong. */
const printedFrom = (text: string, { from, to }: Figure): number => {
  if (!/^\d{4}$/.test(text.slice(from, to))) return from
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
