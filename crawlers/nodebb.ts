import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Themes Persona and Harmony. */
const MARKS: ThreadMarks = {
  post: '[component="post"]',
  title: '[component="topic/title"], h1[component="post/header"]',
  body: '[component="post/content"]',
  quote: 'blockquote',
  // The portrait of one who has none is a letter in a link of its own.
  author:
    'a[data-username]:not(:has([component="user/picture"], .avatar)), .post-header a[href*="/user/"]:not(:has(.avatar))',
  images: '[component="post/content"] img:not(.emoji)',
  crumbs: '.breadcrumb [itemprop="name"], .topic-info a[href*="/category/"]',
  threads: '[component="category/topic"] [component="topic/header"] a[href*="/topic/"]',
  boards: '[component="categories/category"] a[href*="/category/"]',
  next: '.pagination .next a',
  later: /[?&]page=(?!1(?!\d))\d/,
}

/** Forums of NodeBB: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'nodebb',
  name: 'NodeBB (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'templates of NodeBB 1 to 4 as the server prints them; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: [
    ...[
      'component="category/',
      'component="categories/',
      'component="post"',
      'component="topic"',
      'component="sidebar/',
    ],
    ...['var config = JSON.parse(\'{"relative_path"', 'var config = JSON.parse(`{"relative_path"'],
  ],
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
