import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** The styles prosilver and subsilver2; the second prints a table to a post, or all posts in one. */
const MARKS: ThreadMarks = {
  post: 'div.post[id^="p"], table.tablebg:has(.postauthor):has(.postbody)',
  title: 'h2.topic-title, h3.first a, #page-body > h2, #pageheader a.titles',
  body: '.postbody .content, .content, td .postbody',
  quote: '.content blockquote, .quotetitle, .quotecontent',
  author:
    '.postprofile a.username, .postprofile a.username-coloured, .author a.username, .author a.username-coloured, .author a, .postprofile dt a, .postauthor',
  images: '.content img.postimage, .attachbox img, .content img:not(.smilies)',
  crumbs: '.breadcrumbs .crumb, p.breadcrumbs a, .icon-home a, .navlinks .icon-home a',
  threads: 'a.topictitle',
  boards: 'a.forumtitle, a.subforum',
  next: '.pagination a[rel=next], .pagination .next a',
  similar: true,
  later: /[?&]start=[1-9]/,
  postedAt: (post) =>
    post.sections('.author time')[0]?.maybeAttr(':scope', 'datetime') ?? post.texts('.author')[0] ?? null,
}

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

  marks: ['id="phpbb"', 'phpBB', 'phpbb'],
  recognises: ({ html, marked }) =>
    marked && /<(?:body|html)[^>]{0,300}\bid="phpbb"|Powered by\s{0,4}(?:<[^>]{0,200}>)?\s{0,4}phpBB/i.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
  signs: {
    'login-wall': ['You need to login in order to', 'Bạn cần đăng nhập để'],
    removed: ['The requested topic does not exist', 'Chủ đề này không tồn tại', 'Chủ đề bạn yêu cầu không tồn tại'],
  },
})
