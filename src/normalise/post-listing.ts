import type { Found, RawSeller } from '../domain.ts'
import { offerInPost, type PostReading } from './post-offer.ts'
import { priceInPost } from './post-price.ts'
import { postOf, written } from './post-text.ts'

/** The fields of a listing that a post itself gives. */
export interface OfferedPost {
  readonly title: Found
  readonly description: Found
  readonly price: Found | null
}

/**
 * A post as a listing: its title (else its first sentence), its words and the price asked. Null for a post that is hardly an
 * offer; one that may be stays, since an advert may be hidden in any words.
 */
export function offeredPost(title: Found | null, text: Found): OfferedPost | null {
  const reading = offerInPost(title?.text ?? null, text.text)
  if (isNoOffer(reading)) return null
  const headed = title ?? { text: headline(text.text), source: text.source }
  return { title: headed, description: text, price: pricedIn(title, text) }
}

/** A title's price comes before the text's, but its number without a unit (“bể 60”, “size 42”) only where the text names none. */
const pricedIn = (title: Found | null, text: Found): Found | null => {
  const titled = title && priceOf(title)
  return titled === null || /^\d+$/.test(titled.text) ? (priceOf(text) ?? titled) : titled
}

/** Where goods change hands; elsewhere on a forum people talk about goods and prices without offering them. */
const SALES = written(
  '(?<!\\p{L})(?:mua ?(?:&|và|-|/|,)? ?bán|rao vặt|chợ|giao lưu|thanh lý|buôn bán|cần bán|gian hàng|quảng cáo|bán hàng|classifieds?|market ?place|market|for sale|buy|sell(?:ing)?|trad(?:e|ing)|ads)(?!\\p{L})',
)

/** Whether the names of a board, or of those above it, say that goods change hands there. */
export function isSalesBoard(section: string): boolean {
  const boards = postOf(section)
  return SALES(boards.marked).test(boards.words)
}

/**
 * The first post of a forum thread as a listing. In a section of sales like any post; elsewhere only where the title itself
 * offers and a price is named. `section`: the names of the boards above, null where the page does not say.
 */
export function offeredThread(section: string | null, title: Found, text: Found): OfferedPost | null {
  const post = offeredPost(title, text)
  if (post === null) return null
  if (section !== null && isSalesBoard(section)) return post
  const titled = offerInPost(null, title.text)
  return titled.kind === 'offer' && post.price !== null ? post : null
}

/** The goods of a thread are gone when its writer says so further down; where some are left the same words tell of the others. */
const LEFT = written('(?<!\\p{L})còn(?!\\p{L})')
const isGone = ({ text }: Found): boolean => {
  const post = postOf(text)
  return offerInPost(null, text).kind === 'sold' && !LEFT(post.marked).test(post.words)
}

/**
 * A thread's offer in the light of what its writer says in later posts: that the goods are gone, or, where the first names no
 * price and readers asked, what they cost. Others' words are never the seller's.
 */
export function answered(offer: OfferedPost, later: readonly Found[]): OfferedPost | null {
  if (later.some(isGone)) return null
  if (offer.price !== null) return offer
  const told = later.filter(({ text }) => offerInPost(null, text).kind === 'offer').map(priceOf)
  return { ...offer, price: told.find((price) => price !== null) ?? null }
}

/** Less likely ones are no listings: of posts by unseen authors 3 % of the offers are lost by it, 12 % of the others kept. */
const LEAST_LIKELY = 0.35
const isNoOffer = ({ offer }: PostReading): boolean => offer < LEAST_LIKELY

/** The piece of the text that names the price asked; a masked one too. */
const priceOf = ({ text, source }: Found): Found | null => {
  const price = priceInPost(text)
  return price === null ? null : { text: price.text.trim(), source: `${source}~price` }
}

/** First line or sentence, at most 100 characters, cut between words. */
const headline = (text: string): string => {
  const line = text.trim().split('\n', 1)[0]?.trim() ?? ''
  const sentence = /^.*?[.!?](?=\s)/u.exec(line)?.[0] ?? line
  if (sentence.length <= 100) return sentence
  const cut = sentence.lastIndexOf(' ', 100)
  return sentence.slice(0, cut > 50 ? cut : 100)
}

/** Whoever wrote a post: sites show of them a name and an address, seldom a place. */
export const writer = (name: Found | null, url: Found | null = null, location: Found | null = null): RawSeller => ({
  name,
  url,
  location,
  phoneText: null,
  badges: [],
})

/** What is there of what may not be. */
export const present = (...found: readonly (Found | null)[]): readonly Found[] => found.filter((one) => one !== null)

/** A text made from a found one, at the same place. */
export const remade = (found: Found | null, make: (text: string) => string): Found | null =>
  found && { ...found, text: make(found.text) }
