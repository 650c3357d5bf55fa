import { plainText } from '../src/normalise/plain-text.ts'
import { offeredThread, present, remade, writer } from '../src/normalise/post-listing.ts'
import {
  defineSite,
  foundAt,
  nodesWith,
  type PageView,
  scriptsWith,
  type ThreadMarks,
  threadOf,
  valueAt,
} from '../src/sites/contract.ts'

/** Forums of makes without a file of their own (Invision …) that describe a thread as schema.org DiscussionForumPosting. */
export default defineSite({
  id: 'forum',
  name: 'Diễn đàn khác (schema.org)',
  hosts: [],
  verified: 'shape',
  verifiedBy:
    'the markup that schema.org and search engines document for forum threads, and the default theme of Invision 4; no forum was recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.9 } },

  marks: ['"DiscussionForumPosting"', 'ipsApp_front'],
  fallback: true,
  listings: (view) => thread(view) ?? printed(view),
})

/** Pictures in a post of Invision 4 and 5. */
const POSTED = '[data-role="commentContent"] img:not([data-emoticon]), .ipsRichText img:not([data-emoticon])'

/** Invision 4 before it described its threads. */
const INVISION: ThreadMarks = {
  post: 'article.cPost',
  title: 'h1.ipsType_pageTitle',
  body: '[data-role="commentContent"]',
  quote: 'blockquote.ipsQuote',
  author: '.cAuthorPane_author a',
  images: POSTED,
  crumbs: '.ipsBreadcrumb li > a span',
  threads: '.ipsDataItem_title a',
  boards: '.cForumRow .ipsDataItem_title a',
  next: 'a[rel=next]',
  later: /[?&/]page[=/-](?!1(?!\d))\d/,
}
const printed = (view: PageView) => (view.sections(INVISION.post).length > 0 ? threadOf(view, INVISION) : null)

/** The thread's own words only: its comments are replies. Null where the page describes none. */
const thread = (view: PageView) => {
  const nodes = scriptsWith(view.html, 'DiscussionForumPosting').flatMap((data) => nodesWith(data, 'headline'))
  const own = nodes.find(({ node }) => [valueAt(node, '@type')].flat().includes('DiscussionForumPosting'))
  if (own === undefined) return null
  if (/[?&/]page[=/-](?!1(?!\d))\d/.test(view.url.href)) return []
  const at = (...names: readonly string[]) =>
    present(...names.map((name) => foundAt(own.node, name, own.path)))[0] ?? null
  const title = at('headline')
  const text = remade(at('articleBody', 'text'), plainText)
  if (title === null || text === null) return []
  const crumbs = scriptsWith(view.html, 'BreadcrumbList').flatMap((data) => nodesWith(data, 'position'))
  const boards = crumbs.flatMap(({ node, path }) =>
    present(foundAt(node, 'name', path) ?? foundAt(node, 'item.name', path)),
  )
  const section = [at('articleSection', 'isPartOf.name')?.text ?? [], boards.map((board) => board.text)]
    .flat()
    .join(' / ')
  const offer = offeredThread(section, title, text)
  if (offer === null) return []
  const url = at('mainEntityOfPage', 'mainEntityOfPage.@id', 'url', '@id') ?? { text: view.url.href, source: 'url' }
  const seller = writer(at('author.name', 'author[0].name'), at('author.url', 'author[0].url'))
  // Invision gives the author's portrait as the thread's picture.
  const portrait = at('author.image', 'author[0].image')?.text
  const stated = present(at('image', 'image.url', 'image[0]', 'image[0].url')).filter(({ text }) => text !== portrait)
  const posted = view.sections('article.cPost, article.ipsEntry')[0]?.srcs(POSTED) ?? []
  const images = [...posted, ...stated]
  return [
    { url, ...offer, category: boards.at(-1) ?? null, images, postedAt: at('datePublished', 'dateCreated'), seller },
  ]
}
