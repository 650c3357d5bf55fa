import type { ParsedMoney } from './money.ts'
import { parseMoney } from './money.ts'
import { likeliest } from './post-model.ts'
import { optionsOf } from './post-price-options.ts'
import { figuresOfPost, pickedOf, printedFrom } from './post-price-rules.ts'
import { ownFigures, postOf } from './post-text.ts'
import type { Figure } from './vnd-figures.ts'
import { BETWEEN, repaired } from './vnd-money.ts'

/** A price in a post. */
export interface PostPrice extends ParsedMoney {
  /** As printed in the post: `text === post.slice(start, end)`. `parseMoney(text, { assume: 'VND' })` reads the same from it. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const FOREIGN = /[$€£¥]\s?\d|\d\s?(?:usdt?|đô|tệ|yên|won|euro?|baht|[$€£¥])(?!\p{L})/iu

/**
 * The price that a post asks for one piece: of several tiers that of one, of a former and a present one the present, of
 * wholesale and retail the retail, of several goods that of the first. Amount null where it is masked (`1xx`); null where
 * none is named. Rules pick one; what was learned from labelled posts has the last word, the rules' pick being one of the
 * things it weighs. What is quoted from another post is not read. Linear.
 */
export function priceInPost(post: string): PostPrice | null {
  const input = ownFigures(post)
  const folded = postOf(input)
  const text = repaired(folded.text)
  const figures = figuresOfPost(text)
  const picked = pickedOf(text, folded, figures)
  if (picked !== null && picked.value === null) return printed(picked)
  const best = likeliest(optionsOf(text, folded, figures, picked))
  return best === null ? (picked === null ? foreignIn(input) : null) : printed(best.figure)

  function printed(figure: Figure): PostPrice | null {
    const last = rangeEnd(text, figures, figure)
    const start = folded.starts[printedFrom(text, figure)] ?? 0
    const end = folded.ends[last.to - 1] ?? input.length
    const piece = post.slice(start, end)
    const read = parseMoney(piece, { assume: 'VND' })
    return read === null || read.amount === 0 ? null : { ...read, text: piece, start, end }
  }
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
