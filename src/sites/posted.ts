import type { Found, RawListing, RawSeller } from '../domain.ts'
import { isSalesBoard, offeredThread, writer } from '../normalise/post-listing.ts'
import { offerInPost } from '../normalise/post-offer.ts'
import type { PageView } from '../page/view.ts'

/** Boxes that hold what somebody posted, best first: forums of their own make name them after blogs and forums they know. */
const WORDS = [
  '[itemprop=articleBody]',
  '.post-content, .thread-content, .topic-content, .article-content, .entry-content, .message-content',
  '.post-body, .thread-body, .topic-body, .article-body, .message-body',
  '.post-text, .post-message, .post_message, .post_content, .post_body, .post_text',
  '.noi-dung, .noidung, .noi_dung',
  'article',
]
/** Others' words within such a box, and what its writer says under everything. */
const NOT_OWN =
  'blockquote, .quote, .signature, .sig, [class*=comment], [class*=repl], [class*=binh-luan], .chu-ky, .chuky, [class*=related]'

/**
 * What a forum of no known make offers in a post: its pages are articles to everyone else. Only under a board where goods
 * change hands, and only where the words are an offer and name a price; all else about goods and prices is talk.
 */
export function postedListing(view: PageView, read: RawListing): RawListing | null {
  const { title, category } = read
  if (title === null || category === null || !isSalesBoard(category.text)) return null
  const words = ownWords(view)
  if (words === null || offerInPost(title.text, words.text).kind !== 'offer') return null
  const offer = offeredThread(category.text, title, words)
  return offer === null || offer.price === null ? null : { ...read, ...offer, seller: writerIn(view) ?? read.seller }
}

/**
 * Several members have a box of words each under a board of sales: what passes for one page of goods, or for a list of
 * them, is a thread. A list has beside such words a link to each of its threads.
 */
export const isThread = (view: PageView, { category }: RawListing): boolean =>
  category !== null &&
  isSalesBoard(category.text) &&
  WORDS.some((selector) => {
    const posts = view.sections(`:is(div, li, td, article, section):has(> :is(${selector}))`)
    return posts.length > 1 && !posts.some(isHeaded)
  }) &&
  new Set(view.texts(MEMBER).map(({ text }) => text)).size > 1

/** A link long enough to be a title; “Trả lời”, “Trích dẫn” and “#1” stand beside posts. */
const isHeaded = (post: PageView): boolean =>
  post.texts(`a:not(${MEMBER}, :is(${WORDS.join(', ')}) a)`).some(({ text }) => text.length > 12)

/** Addresses of members, as forums name them. */
const MEMBER =
  ':is(a[href*="/thanh-vien/"], a[href*="/member"], a[href*="/user/"], a[href*="/u/"], a[href*="/profile/"]):not(nav a, header a)'

/** The first that the page names as an author: whoever began the thread. A whole forum sells nothing. */
const AUTHOR = '[class*=author], [class*=username], [class*=user-name], [itemprop=author]'
const writerIn = (view: PageView): RawSeller | null => {
  const links = `:is(${AUTHOR}) a, a:is(${AUTHOR})`
  const [name] = view.texts(links)
  if (name === undefined) return memberIn(view)
  return writer(name, view.hrefs(`:is(${links}):not(:has(> img:only-child))`)[0] ?? null)
}

const memberIn = (view: PageView): RawSeller | null => {
  const [name] = view.texts(MEMBER)
  return name === undefined ? null : writer(name, view.hrefs(`${MEMBER}:not(:has(> img:only-child))`)[0] ?? null)
}

/** Heads its box with a link: one of several that a list shows the beginnings of. */
const HEADED = ':is(article, li, div, tr):has(> :is(h2, h3, h4) a[href], > header :is(h2, h3, h4) a[href])'
const isList = (view: PageView, selector: string): boolean =>
  view.hrefs(`${HEADED}:has(${selector}) > :is(h2, h3, h4) a, ${HEADED}:has(${selector}) > header a`).length > 1

const ownWords = (view: PageView): Found | null => {
  for (const selector of WORDS) {
    const [own] = view.lines(selector, NOT_OWN)
    if (own !== undefined) return isList(view, selector) ? null : own
  }
  return null
}
