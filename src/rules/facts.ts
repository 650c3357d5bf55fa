import { distance } from 'fastest-levenshtein'
import type { Checks, Quote } from '../domain.ts'
import { CLAIM_FACTS } from './claim-facts.ts'
import { compatiblePart } from './compatible-part.ts'
import { OUTSIDE_FACTS } from './outside-facts.ts'
import type { FactName } from './schema.ts'
import { secondHand } from './second-hand.ts'
import type { Hit, Stream, Subject } from './subject.ts'
import { quoteTokens } from './subject.ts'

/** Named pure facts of a listing. Null: does not hold; otherwise the words that show it (may be none). */
export type Fact = (subject: Subject, lists: FactLists, checks: Checks) => readonly Quote[] | null

export interface FactLists {
  /** Brands that cannot be mistaken for an everyday word. */
  readonly brands: number
  /** Everyday words and honest brands that look like a famous one. */
  readonly notLookalikes: number
  /** Single-word brand names of four letters or more, by every form with one letter left out. */
  readonly lookalikes: ReadonlyMap<string, readonly string[]>
}

const MASKED = /(?<![a-z\d])\d{1,2}[.,]?x{1,3}(?![a-z])|(?<![a-z\d])\d{1,2}, ?x ?(?:tr|cu|trieu)/
const HIDDEN = /\b(?:ib|inbox|nhan tin|lien he|trong anh|xem anh|check ib|dm|pm)\b/

/** A fact that looks at the listing and at what was gathered, and at no list. */
const listless = <N extends string>(facts: Readonly<Record<N, (subject: Subject, checks: Checks) => Quote[] | null>>) =>
  Object.fromEntries(
    Object.entries<(subject: Subject, checks: Checks) => Quote[] | null>(facts).map(([name, fact]) => [
      name,
      (subject: Subject, _: FactLists, checks: Checks) => fact(subject, checks),
    ]),
  ) as Record<N, Fact>

export const FACTS: Readonly<Record<FactName, Fact>> = {
  ...listless(CLAIM_FACTS),
  ...listless(OUTSIDE_FACTS),
  placeholder_number: (subject, _, checks) => CLAIM_FACTS.claim_placeholder(subject, checks),
  second_hand: secondHand,
  compatible_part: (subject, { brands }) => compatiblePart(subject, brands),
  price_hidden: ({ input }) => {
    if (input.price_vnd !== null) return null
    const text = plainPrice(input.price_text)
    return text === '' || HIDDEN.test(text) || MASKED.test(text) ? [] : null
  },
  price_masked: ({ input }) => {
    if (!MASKED.test(plainPrice(input.price_text))) return null
    const text = input.price_text ?? ''
    return [{ field: 'price_text', start: 0, end: text.length, text }]
  },
  brand_mentioned: ({ hits }, { brands }) => quotesOf(hits.get(brands)),
  brand_disguised: ({ hits }, { brands }) =>
    quotesOf(hits.get(brands)?.filter((hit) => hit.hidden && !onlyStyled(hit))),
  brand_lookalike: lookalike,
  unaccented_text: ({ streams }) =>
    streams.some(({ field, asWritten, tokens }) => field.kind === 'title' && asWritten && tokens.unaccentedText)
      ? []
      : null,
}

const plainPrice = (text: string | null) =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .toLowerCase()
    .slice(0, 200)

/** Decorative letters (bold, circled …) dress up whole titles of honest sellers too: alone they hide nothing. */
function onlyStyled({ quote, stream, from, to }: Hit): boolean {
  const plain = stream.tokens.folded.plain.slice(stream.tokens.starts[from] ?? 0, stream.tokens.ends[to - 1] ?? 0)
  return stream.asWritten && plainPrice(quote.text.normalize('NFKC')) === plain
}

const quotesOf = (hits: readonly Hit[] | undefined) => (hits && hits.length > 0 ? hits.map((hit) => hit.quote) : null)

/** A word of the title or the brand that is one letter away from a famous name and is no honest word itself. */
function lookalike(subject: Subject, lists: FactLists): Quote[] | null {
  const honest = new Map<Stream, Set<number>>()
  for (const hit of [...(subject.hits.get(lists.brands) ?? []), ...(subject.hits.get(lists.notLookalikes) ?? [])]) {
    const places = honest.get(hit.stream) ?? new Set()
    honest.set(hit.stream, places)
    for (let at = hit.from; at < hit.to; at++) places.add(at)
  }
  const quotes: Quote[] = []
  for (const stream of subject.streams) {
    if (!stream.asWritten || (stream.field.kind !== 'title' && stream.field.kind !== 'brand')) continue
    for (let at = 0; at < stream.tokens.count; at++) {
      const word = stream.tokens.marked[at] ?? ''
      if (word.length < 4 || word.length > 20 || word !== stream.tokens.plain[at]) continue
      if (!honest.get(stream)?.has(at) && isLookalike(word, lists)) quotes.push(quoteTokens(stream, at, at + 1))
    }
  }
  return quotes.length > 0 ? quotes : null
}

function isLookalike(word: string, { lookalikes }: FactLists): boolean {
  for (const form of withoutOne(word)) {
    for (const brand of lookalikes.get(form) ?? []) if (brand !== word && distance(brand, word) === 1) return true
  }
  return false
}

/** The word and every form of it with one letter left out: two words one edit apart share one of these. */
export function withoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}
