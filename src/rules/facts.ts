import type { Checks, Quote } from '../domain.ts'
import { CLAIM_FACTS } from './claim-facts.ts'
import { compatiblePart } from './compatible-part.ts'
import { hiddenLetters, isWritten, type LookalikeLists, lookalike, onlyStyled } from './lookalike.ts'
import { OUTSIDE_FACTS } from './outside-facts.ts'
import type { FactName } from './schema.ts'
import { secondHand } from './second-hand.ts'
import { type Hit, quoteOfHit, type Subject } from './subject.ts'

/** Named pure facts of a listing. Null: does not hold; otherwise the words that show it (may be none). */
export type Fact = (subject: Subject, lists: FactLists, checks: Checks) => readonly Quote[] | null

export interface FactLists extends LookalikeLists {
  /** Brands that cannot be mistaken for an everyday word. */
  readonly brands: number
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
  brand_disguised: ({ hits }, { brands, lookalikes }) =>
    quotesOf(hits.get(brands)?.filter((hit) => hit.hidden && !onlyStyled(hit) && !isWritten(hit, lookalikes))),
  brand_lookalike: lookalike,
  brand_hidden_letters: hiddenLetters,
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

const quotesOf = (hits: readonly Hit[] | undefined) => (hits && hits.length > 0 ? hits.map(quoteOfHit) : null)
