import { plainText } from '../src/normalise/plain-text.ts'
import { offeredThread, remade, writer } from '../src/normalise/post-listing.ts'
import {
  defineSite,
  foundAt,
  type Link,
  nodesWith,
  type PageView,
  statesOf,
  type ThreadMarks,
  threadLinks,
  threadOf,
  valueAt,
} from '../src/sites/contract.ts'

/** A page as a browser shows it: what its data told was the page that the visit began with. */
const SHOWN: ThreadMarks = {
  post: '.PostStream-item:has(.Post-body)',
  title: 'h1.DiscussionHero-title',
  body: '.Post-body',
  quote: 'blockquote',
  author: '.PostUser-name a',
  images: '.Post-body img:not(.emoji)',
  crumbs: '.DiscussionHero .TagLabel-text',
  threads: 'a.DiscussionListItem-main[href*="/d/"]',
  boards: 'a.TagTile-info, a.TagLinkButton',
  next: 'a[rel=next]',
  later: /\/d\/[^/]+\/\d/,
  begins: (post) => post.maybeAttr(':scope', 'data-number')?.text === '1',
  postedAt: (post) => post.sections('.PostMeta time')[0]?.maybeAttr(':scope', 'datetime') ?? null,
  thread: (address) => address.replace(/(\/d\/[^/]+)\/\d+$/, '$1'),
}

/** Forums of Flarum: the first post of a discussion, out of the data that every page carries for its scripts. */
export default defineSite({
  id: 'flarum',
  name: 'Flarum (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'the documented JSON:API and the page without scripts of Flarum 1; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['id="flarum-loading"', 'id="flarum-content"', 'id="flarum-json-payload"', 'var flarum ', 'var flarum='],
  listings: (view) => (tellsOfThis(view) ? discussion(view) : threadOf(view, SHOWN)),
  links: (view) =>
    tellsOfThis(view) ? [...discussions(view), ...boards(view), ...next(view)] : threadLinks(view, SHOWN),
})

/** Whether the page shows what its data tell: once filled, a browser shows also what was come to later. */
const tellsOfThis = (view: PageView): boolean => {
  if (view.sections('.DiscussionListItem, .PostStream-item').length === 0) return true
  const shown = /\/d\/(\d+)/.exec(view.url.pathname)?.[1]
  return shown !== undefined && foundAt(documentOf(view), 'data.id')?.text === shown
}

const documentOf = (view: PageView): unknown =>
  valueAt(statesOf(view, /id="flarum-json-payload"/g)[0]?.value, 'apiDocument')

const isOfType = (type: string) => (spot: { readonly node: object }) => valueAt(spot.node, 'type') === type

/** Quoted from another post; twice, for a quote within a quote. */
const QUOTE = /<blockquote\b(?:(?!<\/?blockquote)[\s\S])*<\/blockquote>/g

const discussion = (view: PageView) => {
  const data = documentOf(view)
  const title = foundAt(data, 'data.attributes.title')
  const parts = nodesWith(valueAt(data, 'included'), 'attributes')
  const first = parts.filter(isOfType('posts')).find(({ node }) => valueAt(node, 'attributes.number') === 1)
  const html = first === undefined ? null : foundAt(first.node, 'attributes.contentHtml')
  if (title === null || first === undefined || html === null) return []
  const tags = parts.filter(isOfType('tags')).map(({ node }) => foundAt(node, 'attributes.name')?.text ?? '')
  const words = remade(html, (text) => plainText(text.replace(QUOTE, ' ').replace(QUOTE, ' ')))
  const offer = words && offeredThread(tags.length > 0 ? tags.join(' / ') : null, title, words)
  if (!offer) return []
  const id = valueAt(first.node, 'relationships.user.data.id')
  const user = parts.filter(isOfType('users')).find(({ node }) => valueAt(node, 'id') === id)?.node
  const name =
    user === undefined ? null : (foundAt(user, 'attributes.displayName') ?? foundAt(user, 'attributes.username'))
  const slug = user === undefined ? null : foundAt(user, 'attributes.slug')
  const seller = writer(
    name,
    remade(slug, (text) => new URL(`/u/${text}`, view.url).href),
  )
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  const images = [...html.text.matchAll(/<img\b[^>]{0,300}\bsrc="(https?:[^"]{1,500})"/g)].map(([, address]) => ({
    text: address ?? '',
    source: html.source,
  }))
  return [{ url, ...offer, images, postedAt: foundAt(first.node, 'attributes.createdAt'), seller }]
}

const discussions = (view: PageView): readonly Link[] =>
  view.hrefs('#flarum-content li a[href*="/d/"]').map(({ text }) => ({ url: text, role: 'listing', text: null }))

const boards = (view: PageView): readonly Link[] =>
  nodesWith(documentOf(view), 'attributes')
    .filter(isOfType('tags'))
    .flatMap(({ node }) => foundAt(node, 'attributes.slug') ?? [])
    .map(({ text }) => ({ url: new URL(`/t/${text}`, view.url).href, role: 'index', text: null }))

const next = (view: PageView): readonly Link[] => {
  const page = Number(view.url.searchParams.get('page') ?? 1)
  const later = view
    .hrefs('#flarum-content a[href*="page="]')
    .find(({ text }) => new URL(text).searchParams.get('page') === String(page + 1) && !/\/d\//.test(text))
  return later === undefined ? [] : [{ url: later.text, role: 'next', text: null }]
}
