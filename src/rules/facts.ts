import type { Quote } from '../domain.ts'
import { hiddenLetters, type LookalikeLists, lookalike, onlyStyled } from './lookalike.ts'
import type { FactName } from './schema.ts'
import type { Hit, Subject } from './subject.ts'
import { quoteFolded } from './subject.ts'

/** Named pure facts of a listing. Null: does not hold; otherwise the words that show it (may be none). */
export type Fact = (subject: Subject, lists: FactLists) => readonly Quote[] | null

export interface FactLists extends LookalikeLists {
  /** Brands that cannot be mistaken for an everyday word. */
  readonly brands: number
}

/** Forms of registration numbers; shapes only, an office decides whether a number was ever issued. Plain text, bounded repeats. */
const COSMETIC = /(?<![\d/])\d{1,6} ?\/ ?\d{2,4} ?\/ ?cbmp ?- ?[a-z]{2,4}/g
const FOOD = /(?<![\d/])\d{1,6} ?\/ ?20\d{2} ?\/ ?dksp/g
const DRUG =
  /(?<![a-z\d])(?:vd|vn|vna|vnb|gc|qldb|qlsp)[ -]{1,2}\d{3,5} ?- ?\d{2}(?!\d)|(?<!\d)\d{3}1\d{6}2[2-9](?!\d)/g
const DEVICE = /(?<!\d)\d{7,9} ?\/ ?(?:pcba|pcbb)|(?<!\d)\d{7,9} ?dklh/g
/** Numbers nobody was given: counting up, all the same digit, or left blank. */
const PLACEHOLDER =
  /(?<![\d/])(?:0*123456?|0*12345|1234|6789|0+|1{3,}|x{2,}|\.{3,}) ?\/ ?\d{2,4} ?\/ ?(?:cbmp|dksp|xnqc)|(?:vd|vn|sdk|dksp|cbmp)[ :-]{1,3}(?:0{4,}|x{3,}|12345)(?![1-9])|x{3,} ?\/ ?20\d{2} ?\/ ?dksp|cbmp ?- ?x{2}/g
const MASKED = /(?<![a-z\d])\d{1,2}[.,]?x{1,3}(?![a-z])|(?<![a-z\d])\d{1,2}, ?x ?(?:tr|cu|trieu)/
const HIDDEN = /\b(?:ib|inbox|nhan tin|lien he|trong anh|xem anh|check ib|dm|pm)\b/

export const FACTS: Readonly<Record<FactName, Fact>> = {
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
  has_registration_number: (subject) => numbersIn(subject, [COSMETIC, FOOD, DRUG, DEVICE]),
  has_cosmetic_number: (subject) => numbersIn(subject, [COSMETIC]),
  has_food_number: (subject) => numbersIn(subject, [FOOD]),
  has_drug_number: (subject) => numbersIn(subject, [DRUG]),
  has_device_number: (subject) => numbersIn(subject, [DEVICE]),
  placeholder_number: (subject) => numbersIn(subject, [PLACEHOLDER]),
  brand_mentioned: ({ hits }, { brands }) => quotesOf(hits.get(brands)),
  brand_disguised: ({ hits }, { brands }) =>
    quotesOf(hits.get(brands)?.filter((hit) => hit.hidden && !onlyStyled(hit))),
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

const quotesOf = (hits: readonly Hit[] | undefined) => (hits && hits.length > 0 ? hits.map((hit) => hit.quote) : null)

function numbersIn({ streams }: Subject, shapes: readonly RegExp[]): Quote[] | null {
  const quotes: Quote[] = []
  for (const { field, tokens, asWritten, attributeName } of streams) {
    if (!asWritten || attributeName || field.kind === 'url' || field.kind === 'price') continue
    for (const shape of shapes) {
      for (const match of tokens.folded.plain.matchAll(shape)) {
        quotes.push(quoteFolded(field, tokens.folded, match.index, match.index + match[0].length))
      }
    }
  }
  return quotes.length > 0 ? quotes : null
}
