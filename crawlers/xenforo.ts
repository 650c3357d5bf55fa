import { offeredThread, withoutQuotes, writer } from '../src/normalise/post-listing.ts'
import { defineSite, type Link, type PageView } from '../src/sites/contract.ts'

/** Forums of XenForo 1 and 2: the first post of a thread may be a listing, replies never are. */
export default defineSite({
  id: 'xenforo',
  name: 'XenForo (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of XenForo 1.5 and 2.x; no forum was recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  recognises: ({ html }) =>
    /<html[^>]{0,400}\bid="(?:XF|XenForo)"|<html[^>]{0,400}data-app="public"[^>]{0,400}data-template="/i.test(html),
  listings: (view) => thread(view),
  links: (view) => [...threads(view), ...next(view), ...boards(view)],
  signs: {
    'login-wall': ['Bạn phải đăng nhập hoặc đăng ký để xem', 'You must be logged-in to do that'],
    removed: ['The requested thread could not be found', 'Không tìm thấy chủ đề', 'Chủ đề bạn yêu cầu không'],
  },
})

const POST = 'article.message--post, .message-list > li.message, ol.messageList > li.message'
const BODY = '.message-body .bbWrapper, .message-content .bbWrapper, .messageText'
const QUOTE = 'blockquote.bbCodeBlock, .bbCodeQuote'

/** Page 2 of a thread starts with a reply. */
const isFirstPage = ({ pathname, searchParams }: URL): boolean =>
  !/\/page-(?!1(?!\d))\d/.test(pathname) && !/^(?!1$)\d+$/.test(searchParams.get('page') ?? '')

const thread = (view: PageView) => {
  const post = view.sections(POST)[0]
  const title = view.texts('h1.p-title-value, .titleBar h1')[0]
  const body = post?.texts(BODY)[0]
  if (post === undefined || title === undefined || body === undefined || !isFirstPage(view.url)) return []
  const section = view.texts('.p-breadcrumbs [itemprop=name], .breadcrumb .crumb').map(({ text }) => text)
  const offer = offeredThread(section.join(' / '), title, withoutQuotes(body, post.texts(QUOTE)))
  if (offer === null) return []
  const author = '.message-name .username, .message-userDetails .username, .messageUserInfo a.username'
  const seller = writer(post.texts(author)[0] ?? post.maybeAttr(':scope', 'data-author'), post.hrefs(author)[0] ?? null)
  const time = post.sections('time, .DateTime')[0]
  const postedAt =
    time?.maybeAttr(':scope', 'datetime') ?? time?.maybeAttr(':scope', 'title') ?? time?.texts(':scope')[0] ?? null
  const category = view.texts('.p-breadcrumbs [itemprop=name], .breadcrumb .crumb').at(-1) ?? null
  const images = post.srcs('.bbWrapper img.bbImage, .messageText img.bbCodeImage, .attachment img, .attachedFiles img')
  return [{ url: { text: firstPage(view), source: 'url' }, ...offer, category, images, postedAt, seller }]
}

const firstPage = (view: PageView): string => view.hrefs('link[rel=canonical]')[0]?.text ?? view.url.href

const threads = (view: PageView): readonly Link[] =>
  view
    .hrefs(
      '.structItem-title a[href*="/threads/"], .structItem-title a[data-tp-primary], .discussionListItem h3.title a.PreviewTooltip',
    )
    .map(({ text }) => ({ url: text.replace(/\/(?:unread|latest)\/?$/, '/'), role: 'listing', text: null }))

/** Of a list of threads; the later pages of a thread hold replies only. */
const next = (view: PageView): readonly Link[] =>
  view.sections(POST).length > 0
    ? []
    : view
        .hrefs('a.pageNav-jump--next, .PageNav nav a.text[href*="page-"]')
        .slice(-1)
        .map(({ text }) => ({ url: text, role: 'next', text: null }))

/** Of a list of boards, which also stands above the threads of a board. */
const boards = (view: PageView): readonly Link[] =>
  view.sections(POST).length > 0
    ? []
    : view
        .hrefs('.node-title a, .nodeTitle a, a.subNodeLink')
        .map(({ text }) => ({ url: text, role: 'index', text: null }))
