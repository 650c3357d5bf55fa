import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

const BODY = 'blockquote.postcontent, div[id^="post_message_"], .js-post__content-text'

const MARKS: ThreadMarks = {
  post: `:is(li.postbit, li.postbitlegacy, li.postcontainer, table[id^="post"], li.b-post):has(${BODY})`,
  title: ['.threadtitle', 'h1.main-title, #pagetitle h1, td.navbar > strong'],
  body: BODY,
  quote: '.bbcode_quote, .bbcode_container, div[id^="post_message_"] > div table',
  author: 'a.username, a.bigusername, .username, .author a',
  images:
    '.postcontent img:not(.inlineimg), div[id^="post_message_"] img:not(.inlineimg), .attachments img, .js-post__content-text img',
  crumbs: '#breadcrumb li.navbit, .navbar-crumbs, span.navbar a, .breadcrumbs .crumb',
  threads: '.threadbit a.title, a[id^="thread_title_"], a.topic-title',
  boards: '.forumtitle a, a.forum-title, td.alt1Active a[href*="forumdisplay"]',
  next: 'a[rel=next], .prev_next a[rel=next], a.right-arrow',
  similar: true,
  later: /(?:\/page|[?&]page=)(?!1(?!\d))\d/,
  /** The post's number is printed beside it. */
  begins: (post) => {
    const number = post.texts('a.postcounter, a[id^="postcount"], .b-post__count')[0]?.text.replace(/\D/g, '')
    return number ? number === '1' : null
  },
  postedAt: (post) =>
    post.maybeAttr('time', 'datetime') ??
    post.texts('.postdate .date, span.date, .b-post__timestamp, td.thead')[0] ??
    null,
}

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

  marks: ['vBulletin', 'vbulletin', 'vb_meta_bburl'],
  recognises: ({ html, marked }) =>
    marked &&
    /<meta[^>]{0,80}name="generator"[^>]{0,80}vBulletin|vbulletin_(?:global|menu|css)|vb_meta_bburl/i.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
  signs: {
    'login-wall': ['Bạn chưa đăng nhập hoặc không có quyền', 'You are not logged in or you do not have permission'],
    removed: ['Invalid Thread specified', 'Không tìm thấy chủ đề', 'No Thread specified'],
  },
})
