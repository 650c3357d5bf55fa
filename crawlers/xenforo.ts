import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Both versions: the first names what it prints in camel case. */
const MARKS: ThreadMarks = {
  post: 'article.message--post, .message-list > li.message, ol.messageList > li.message',
  title: 'h1.p-title-value, .titleBar h1',
  body: '.message-body .bbWrapper, .message-content .bbWrapper, .messageText',
  quote: 'blockquote.bbCodeBlock, .bbCodeQuote',
  author: '.message-name .username, .message-userDetails .username, .messageUserInfo a.username',
  images: '.bbWrapper img.bbImage, .messageText img.bbCodeImage, .attachment img, .attachedFiles img',
  crumbs: '.p-breadcrumbs [itemprop=name], .breadcrumb .crumb',
  threads:
    '.structItem-title a[href*="/threads/"], .structItem-title a[data-tp-primary], .discussionListItem h3.title a.PreviewTooltip',
  boards: '.node-title a, .nodeTitle a, a.subNodeLink',
  next: 'a.pageNav-jump--next, .PageNav nav a.text[href*="page-"]:last-of-type',
  similar: true,
  later: /\/page-(?!1(?!\d))\d|[?&]page=(?!1(?!\d))\d/,
  named: (post) => post.maybeAttr(':scope', 'data-author'),
  postedAt: (post) => {
    const time = post.sections('time, .DateTime')[0]
    return (
      time?.maybeAttr(':scope', 'datetime') ?? time?.maybeAttr(':scope', 'title') ?? time?.texts(':scope')[0] ?? null
    )
  },
  thread: (address) => address.replace(/\/(?:unread|latest)\/?$/, '/'),
}

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

  marks: ['id="XF"', 'id="XenForo"', 'data-app="public"'],
  recognises: ({ html, marked }) =>
    marked &&
    /<html[^>]{0,400}\bid="(?:XF|XenForo)"|<html[^>]{0,400}data-app="public"[^>]{0,400}data-template="/.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
  signs: {
    'login-wall': ['Bạn phải đăng nhập hoặc đăng ký để xem', 'You must be logged-in to do that'],
    removed: ['The requested thread could not be found', 'Không tìm thấy chủ đề', 'Chủ đề bạn yêu cầu không'],
  },
})
