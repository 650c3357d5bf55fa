import type { Checks, Quote, Standing } from '../domain.ts'
import { goodsKinds } from './goods-kind.ts'
import type { Subject } from './subject.ts'

const standing =
  (kind: Standing['kind'], trusted: (standing: Standing) => boolean) =>
  (_: Subject, checks: Checks): Quote[] | null => {
    const found = checks.standings.filter((each) => each.kind === kind && trusted(each))
    return found.length > 0 ? found.flatMap(({ quote }) => quote ?? []) : null
  }

/** Badges that a platform gives after it has looked at the seller's papers; whole badges, without marks. */
const OFFICIAL =
  /^(?:(?:shopee |tiktok )?mall|lazmall|(?:(?:tiki|lazada|sendo) )?official(?: store| shop)?|tiki trading|(?:gian hang|cua hang) chinh hang|flagship(?: store)?|nha ban chinh hang)$/

function officialShop({ streams }: Subject): Quote[] | null {
  const badges = streams.filter(({ field, asWritten }) => asWritten && field.path.startsWith('seller.badges.'))
  const found = badges.filter(({ tokens }) => OFFICIAL.test(tokens.folded.plain.trim()))
  if (found.length === 0) return null
  return found.map(({ field: { path, text } }) => ({ field: path, start: 0, end: text.length, text }))
}

/** True or not, with nothing to quote: what is absent has no words. */
const absent = (yes: boolean): Quote[] | null => (yes ? [] : null)

const ORIGIN = /(?:xuat xu|made in|san xuat tai|nuoc san xuat|noi san xuat|nhap khau|noi dia|origin|thuong hieu)/

/** Facts from outside the words: registries, lists, prices seen, badges, and what the law wants said and is not. */
export const OUTSIDE_FACTS = {
  authorised_seller: standing('authorised', ({ by }) => by !== 'name'),
  known_offender: standing('offender', ({ by }) => by !== 'name'),
  offender_name: standing('offender', ({ by }) => by === 'name'),
  recalled_product: standing('recalled', () => true),
  official_shop: officialShop,
  price_outlier_in_store: ({ input }: Subject, { price }: Checks) =>
    price?.basis === 'store' && price.outlier ? priceQuote(input.price_text) : null,
  no_seller_identity: ({ input: { seller } }: Subject) =>
    absent(!seller || (!seller.name && !seller.location && !seller.phone_text)),
  no_registration_number: (subject: Subject) => absent(goodsKinds(subject).size > 0 && !statesNumber(subject)),
  no_origin_stated: ({ streams }: Subject) =>
    absent(!streams.some(({ tokens, field }) => field.kind !== 'url' && ORIGIN.test(tokens.folded.plain))),
} as const

/** The words of the price, where it has any. */
const priceQuote = (text: string | null): Quote[] =>
  text ? [{ field: 'price_text', start: 0, end: text.length, text }] : []

/** Any number, or a word that one is there: weaker than finding the number, so that its absence is sure. */
const NUMBER_WORDS = /(?:cbmp|dksp|xnqc|sdk|so cong bo|so dang ky|phieu cong bo|dklh|pcb[ab]|giay phep)/
const statesNumber = ({ streams }: Subject) =>
  streams.some(({ tokens, field }) => field.kind !== 'url' && NUMBER_WORDS.test(tokens.folded.plain))
