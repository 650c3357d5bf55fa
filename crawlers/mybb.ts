import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Version 1.8 prints posts in boxes, 1.6 in tables. */
const MARKS: ThreadMarks = {
  post: 'div.post[id^="post_"], table[id^="post_"]',
  title: '.navigation .active',
  body: '.post_body',
  quote: 'blockquote',
  author: '.author_information .largetext, .author_information .largetext a, td.post_author strong a',
  images: '.post_body img:not(.smilie), .post_content .attachment',
  crumbs: '.navigation a',
  threads: 'span[id^="tid_"] a',
  boards: 'a[href*="forumdisplay.php?fid="]:not([href*="sortby"]):not([href*="page="]), a[href*="/Forum-"]',
  next: 'a.pagination_next',
  later: /[?&]page=(?!1(?!\d))\d|-page-\d/,
}

/** Forums of MyBB: the first post of a thread may be a listing, replies never are. */
export default defineSite({
  id: 'mybb',
  name: 'MyBB (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of MyBB 1.6 to 1.8; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['my_post_key', '<!-- start: headerinclude'],
  recognises: ({ html, marked }) => marked && /\bmy_post_key\s{0,3}=|<!-- start: headerinclude/.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
