import type { RawListing } from '../../domain.ts'
import type { Head } from './head.ts'
import type { Seen } from './visible.ts'

/** Why a page is no listing: keys of the messages in `src/i18n/read.ts`. */
export type Why = 'many-goods' | 'empty-index' | 'article' | 'no-title' | 'no-goods'
type Verdict =
  | { readonly kind: 'listing'; readonly why: null }
  | { readonly kind: 'index' | 'other'; readonly why: Why }

const NO_RESULTS =
  /no (?:products|results|items|listings|ads)|not? (?:match|find)|nothing (?:was )?found|0 (?:results|products|kết quả)|không (?:có|tìm thấy) (?:sản phẩm|kết quả|tin|hàng)|chưa có sản phẩm|there are no/i

/** Signs for each kind of page, weighed without regard to the site. */
interface Signs {
  readonly head: Head
  readonly seen: Seen
  readonly listing: RawListing
  /** A thing for sale in structured data that claims this page. */
  readonly ownThing: boolean
  readonly types: ReadonlySet<string>
  /** Things listed in structured data. */
  readonly listedThings: number
}

/** Is the page about one thing for sale? */
export const kindOf = (signs: Signs): Verdict => {
  if (isListing(signs)) return { kind: 'listing', why: null }
  const { seen, head, types, listedThings } = signs
  const goods = seen.cards.filter(({ priced }) => priced).length + listedThings
  if (isArticle(head, types)) return { kind: 'other', why: 'article' }
  if (goods > 0) return { kind: 'index', why: 'many-goods' }
  if (says(seen, NO_RESULTS)) return { kind: 'index', why: 'empty-index' }
  return { kind: 'other', why: signs.listing.title === null ? 'no-title' : 'no-goods' }
}

const isListing = ({ head, seen, listing, ownThing, types }: Signs): boolean => {
  if (listing.title === null) return false
  const priced = listing.price !== null
  if (isSought(listing) && !seen.buyable) return false
  if (ownThing) return true
  const declared = /(?:^|[.:])product(?:\.item)?$/i.test(head.meta('og:type') ?? '')
  if (declared && (priced || seen.buyable)) return true
  if (isArticle(head, types) && !seen.buyable) return false
  const depth = listing.images.some(({ source }) => source !== 'meta:og:image') || seen.fields.description != null
  const traded = seen.buyable || seen.sellerNamed || seen.fields.sku != null
  if (seen.fields.price != null && (depth || seen.buyable))
    return traded || outsideCards(seen) < 4 || (priceLeads(seen) && listing.images.length > 0)
  // A bare page: a title, its price right below, and no other goods.
  if (seen.fields.price != null && priceLeads(seen) && !seen.cards.some(({ priced: own }) => own)) return true
  if (depth && /^(?:OutOfStock|Discontinued)$/.test(seen.fields.availability?.text ?? '') && outsideCards(seen) < 4)
    return true
  return seen.sellerNamed && depth && seen.fields.description != null && outsideCards(seen) < 4
}

/** On a page of classified adverts some look for goods: the price is what they would pay. */
const isSought = ({ title, attributes }: RawListing): boolean =>
  SOUGHT.test(title?.text ?? '') ||
  Object.entries(attributes).some(([label, { text }]) => KIND_OF_ADVERT.test(label) && SOUGHT_ALONE.test(text))
const SOUGHT = /^[^\p{L}\d]{0,3}(?:cần (?:tìm )?mua|cần tìm|(?:tìm|muốn) mua|wtb)(?!\p{L})/iu
const KIND_OF_ADVERT = /^(?:loại (?:tin|giao dịch)|nhu cầu|hình thức)$/i
const SOUGHT_ALONE = /^(?:tin )?(?:(?:cần |tìm )?mua|cần tìm|cần thuê)$/i

/** Cards of goods that are not a strip of related goods. */
const outsideCards = ({ cards, survey }: Seen): number =>
  cards.filter(({ element, priced }) => priced && survey.spotOf(element)?.region === 'card').length

/** The price stands right after the title and before every card: the cards are other goods below. */
const priceLeads = ({ priceOrder, survey, cards }: Seen): boolean => {
  const title = survey.title === null ? null : (survey.spotOf(survey.title)?.order ?? null)
  if (title === null || priceOrder === null || priceOrder < title || priceOrder > title + 60) return false
  return cards.every(({ element }) => (survey.spotOf(element)?.order ?? 0) > priceOrder)
}

const isArticle = (head: Head, types: ReadonlySet<string>): boolean =>
  /article|blog/i.test(head.meta('og:type') ?? '') ||
  ['Article', 'NewsArticle', 'BlogPosting', 'Recipe'].some((type) => types.has(type))

const says = ({ survey }: Seen, pattern: RegExp): boolean =>
  survey.spots.some(
    ({ element, region }) =>
      region === 'main' &&
      ['p', 'div', 'h1', 'h2', 'h3', 'span', 'li'].includes(element.name) &&
      element.children.some((child) => child.type === 'text' && child.data.length < 300 && pattern.test(child.data)),
  )
