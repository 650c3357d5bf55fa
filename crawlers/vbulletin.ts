import { offeredThread, withoutQuotes, writer } from '../src/normalise/post-listing.ts'
import { defineSite, type Link, type PageView } from '../src/sites/contract.ts'

/** Forums of vBulletin 3, 4 and 5: the first post of a thread may be a listing, replies never are. */
export default defineSite({
  id: 'vbulletin',
  name: 'vBulletin (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of vBulletin 3.8, 4.2 and 5; no forum was recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  recognises: ({ html }) =>
    /<meta[^>]{0,80}name="generator"[^>]{0,80}vBulletin|vbulletin_(?:global|menu|css)|vb_meta_bburl/i.test(html),
  listings: (view) => thread(view),
  links: (view) => [...threads(view), ...next(view), ...boards(view)],
  signs: {
    'login-wall': ['Bạn chưa đăng nhập hoặc không có quyền', 'You are not logged in or you do not have permission'],
    removed: ['Invalid Thread specified', 'Không tìm thấy chủ đề', 'No Thread specified'],
  },
})

const POST = 'li.postbit, li.postbitlegacy, li.postcontainer, table[id^="post"], li.b-post'
const BODY = 'blockquote.postcontent, div[id^="post_message_"], .js-post__content-text'
const TITLE = 'h1.main-title, #pagetitle h1, td.navbar > strong'
const QUOTE = '.bbcode_quote, .bbcode_container, div[id^="post_message_"] > div table'
const CRUMBS = '#breadcrumb li.navbit, .navbar-crumbs, span.navbar a, .breadcrumbs .crumb'
const AUTHOR = 'a.username, a.bigusername, .username, .author a'

const thread = (view: PageView) => {
  const post = view.sections(POST).find((one) => one.texts(BODY).length > 0)
  const title = view.texts('.threadtitle')[0] ?? view.texts(TITLE)[0]
  const body = post?.texts(BODY)[0]
  if (post === undefined || title === undefined || body === undefined || !startsThread(post, view.url)) return []
  const crumbs = view.texts(CRUMBS).filter(({ text }) => text !== title.text)
  const offer = offeredThread(crumbs.map(({ text }) => text).join(' / '), title, withoutQuotes(body, post.texts(QUOTE)))
  if (offer === null) return []
  const time =
    post.maybeAttr('time', 'datetime') ??
    post.texts('.postdate .date, span.date, .b-post__timestamp, td.thead')[0] ??
    null
  const seller = writer(post.texts(AUTHOR)[0] ?? null, post.hrefs(AUTHOR)[0] ?? null)
  const images = post.srcs(
    '.postcontent img:not(.inlineimg), div[id^="post_message_"] img:not(.inlineimg), .attachments img, .js-post__content-text img',
  )
  const url = view.hrefs('link[rel=canonical]')[0] ?? { text: view.url.href, source: 'url' }
  return [{ url, ...offer, category: crumbs.at(-1) ?? null, images, postedAt: time, seller }]
}

/** The post's number is printed beside it; without one, the address says the page. */
const startsThread = (post: PageView, url: URL): boolean => {
  const number = post.texts('a.postcounter, a[id^="postcount"], .b-post__count')[0]?.text.replace(/\D/g, '')
  if (number !== undefined && number !== '') return number === '1'
  return !/(?:\/page|[?&]page=)(?!1(?!\d))\d/.test(url.href)
}

const threads = (view: PageView): readonly Link[] =>
  view
    .hrefs('.threadbit a.title, a[id^="thread_title_"], a.topic-title')
    .map(({ text }) => ({ url: text, role: 'listing', text: null }))

/** Of a list of threads; the later pages of a thread hold replies only. */
const next = (view: PageView): readonly Link[] =>
  view.sections(POST).some((one) => one.texts(BODY).length > 0)
    ? []
    : view
        .hrefs('a[rel=next], .prev_next a[rel=next], a.right-arrow')
        .slice(0, 1)
        .map(({ text }) => ({ url: text, role: 'next', text: null }))

/** Of a list of boards, which also stands above the threads of a board. */
const boards = (view: PageView): readonly Link[] =>
  view.sections(POST).length > 0
    ? []
    : view
        .hrefs('.forumtitle a, a.forum-title, td.alt1Active a[href*="forumdisplay"]')
        .map(({ text }) => ({ url: text, role: 'index', text: null }))
