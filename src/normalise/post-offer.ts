import type { Quote } from '../domain.ts'
import { quoteOf } from './fold.ts'
import type { Clue, PostKind } from './post-clue.ts'
import { priceInPost } from './post-price.ts'
import { ownWords, type Post, postOf } from './post-text.ts'
import { CLUES, UNLESS } from './post-words.ts'

export type { PostKind } from './post-clue.ts'

/** What a post is, and the words that decided. */
export interface PostReading {
  /** `other` without words: nothing speaks for anything. */
  readonly kind: PostKind
  readonly words: readonly Quote[]
}

/** A clue where it was found. */
interface Hit {
  readonly clue: Clue
  readonly weight: number
  readonly quote: Quote
}

const TITLE = 'title'
const BODY = 'description'
/** What a post opens with says more than what it ends with. */
const OPENING = 40
/** Weight of a price: a seller names it, others do too. */
const PRICED = 2
/** A single word of trade (`giá`, `hàng`) stands in any talk. */
const LEAST_OFFERED = 2
/** Less says nothing clear. */
const LEAST_OTHERWISE = 5
/** Enough where no word of an offer stands. */
const LEAST_UNOFFERED = 4
/** Words that stand in any talk of goods weigh this much together. */
const WEAK_AT_MOST = 4
const isWeak = ({ kind, weight }: Clue): boolean => kind === 'offer' && weight <= 2
/** Heavier kinds win; of equals the one named first. */
const OTHERWISE: readonly PostKind[] = ['wanted', 'question', 'other']

/**
 * Whether a post offers goods, looks for them, says that they are gone, asks, or does something else; `title` null where
 * the site has none (else it counts double). What is quoted from another post is not read. Pure and linear.
 */
export function offerInPost(title: string | null, text: string): PostReading {
  const hits = [...(title === null ? [] : hitsIn(title, TITLE)), ...hitsIn(text, BODY)]
  const weigh = (kind: PostKind): number =>
    hits.reduce((sum, hit) => (hit.clue.kind === kind ? sum + hit.weight : sum), 0)
  const weak = hits.reduce((sum, { clue, weight }) => (isWeak(clue) ? sum + weight : sum), 0)
  const offered = weigh('offer') - Math.max(0, weak - WEAK_AT_MOST) + (priceInPost(text) === null ? 0 : PRICED)
  const least = hits.some(({ clue }) => clue.kind === 'offer' && !isWeak(clue)) ? LEAST_OTHERWISE : LEAST_UNOFFERED
  const first = OTHERWISE.reduce((best, kind) => (weigh(kind) > weigh(best) ? kind : best))
  const decided = (kind: PostKind): PostReading => ({
    kind,
    words: hits.filter(({ clue }) => clue.kind === kind).map(({ quote }) => quote),
  })
  if (weigh('sold') > 0 && !stillThere(`${title ?? ''} ${text}`)) return decided('sold')
  if (weigh(first) >= Math.max(least, offered)) return decided(first)
  return offered >= LEAST_OFFERED ? decided('offer') : { kind: 'other', words: [] }
}

function hitsIn(input: string, field: string): readonly Hit[] {
  const post = postOf(ownWords(input))
  return CLUES.flatMap((clue) => {
    const found = clue.kind === 'offer' ? at(clue, post, 0, post.words.length) : atEdge(clue, post)
    if (found === null) return []
    const early = clue.kind !== 'offer' && field === BODY && found.from < OPENING ? 2 : 0
    const weight = clue.weight * (field === TITLE ? 2 : 1) + early
    return [{ clue, weight, quote: { field, ...quoteOf(input, post, found.from, found.to) } }]
  })
}

/** A long post says at its beginning or its end what it is for; between them it describes. */
const LONG = 300
const HEAD = 160
const TAIL = 120

function atEdge(clue: Clue, post: Post): { readonly from: number; readonly to: number } | null {
  const { length } = post.words
  if (length <= LONG) return at(clue, post, 0, length)
  return at(clue, post, 0, HEAD) ?? at(clue, post, length - TAIL, length)
}

function at(clue: Clue, { words, marked }: Post, start: number, end: number) {
  const lead = start === 0 ? '' : '… ' // no pattern may take the middle for the beginning
  const found = clue.pattern(marked).exec(lead + words.slice(start, end))
  if (found === null) return null
  const from = Math.max(start, found.index + start - lead.length)
  return { from, to: from + found[0].length }
}

function stillThere(input: string): boolean {
  const post: Post = postOf(ownWords(input))
  return UNLESS.sold?.(post.marked).test(post.words) ?? false
}
