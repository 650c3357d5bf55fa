import { offeredThread, withoutQuotes, writer } from '../src/normalise/post-listing.ts'
import { defineSite, type Link, type PageView } from '../src/sites/contract.ts'

/** Forums of phpBB 3: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'phpbb',
  name: 'phpBB (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'the prosilver style of phpBB 3.0 to 3.3; no forum was recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  recognises: ({ html }) =>
    /<(?:body|html)[^>]{0,300}\bid="phpbb"|Powered by\s{0,4}(?:<[^>]{0,200}>)?\s{0,4}phpBB/i.test(html),
  listings: (view) => topic(view),
  links: (view) => [...topics(view), ...next(view), ...boards(view)],
  signs: {
    'login-wall': ['You need to login in order to', 'Bạn cần đăng nhập để'],
    removed: ['The requested topic does not exist', 'Chủ đề này không tồn tại', 'Chủ đề bạn yêu cầu không tồn tại'],
  },
})

const POST = 'div.post[id^="p"]'
const CRUMBS = '.breadcrumbs .crumb, .icon-home a, .navlinks .icon-home a'
const AUTHOR =
  '.postprofile a.username, .postprofile a.username-coloured, .author a.username, .author a.username-coloured, .author a, .postprofile dt a'

const topic = (view: PageView) => {
  const post = view.sections(POST)[0]
  const title = view.texts('h2.topic-title, h3.first a, #page-body > h2')[0]
  const body = post?.texts('.postbody .content, .content')[0]
  const later = /^[1-9]/.test(view.url.searchParams.get('start') ?? '')
  if (post === undefined || title === undefined || body === undefined || later) return []
  const crumbs = view.texts(CRUMBS)
  const words = withoutQuotes(body, post.texts('.content blockquote'))
  const offer = offeredThread(crumbs.map(({ text }) => text).join(' / '), title, words)
  if (offer === null) return []
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  const postedAt = post.sections('.author time')[0]?.maybeAttr(':scope', 'datetime') ?? post.texts('.author')[0] ?? null
  const seller = writer(post.texts(AUTHOR)[0] ?? null, post.hrefs(AUTHOR)[0] ?? null)
  const images = post.srcs('.content img.postimage, .attachbox img, .content img:not(.smilies)')
  return [{ url, ...offer, category: crumbs.at(-1) ?? null, images, postedAt, seller }]
}

const topics = (view: PageView): readonly Link[] =>
  view.hrefs('a.topictitle').map(({ text }) => ({ url: text, role: 'listing', text: null }))

/** Of a list of topics; the later pages of a topic hold replies only. */
const next = (view: PageView): readonly Link[] =>
  view.sections(POST).length > 0
    ? []
    : view
        .hrefs('.pagination a[rel=next], .pagination .next a')
        .slice(0, 1)
        .map(({ text }) => ({ url: text, role: 'next', text: null }))

/** Of a list of boards, which also stands above the threads of a board. */
const boards = (view: PageView): readonly Link[] =>
  view.sections(POST).length > 0
    ? []
    : view.hrefs('a.forumtitle, a.subforum').map(({ text }) => ({ url: text, role: 'index', text: null }))
