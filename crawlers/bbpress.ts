import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** A topic is printed as the first of the replies, or above them. */
const MARKS: ThreadMarks = {
  post: 'div.type-topic',
  title: 'h1.entry-title, .bbp-breadcrumb-current',
  body: '.bbp-reply-content, .bbp-topic-content',
  quote: 'blockquote',
  author: 'a.bbp-author-name, .bbp-author-name',
  images: '.bbp-reply-content img:not(.emoji), .bbp-topic-content img:not(.emoji)',
  crumbs: '.bbp-breadcrumb a',
  threads: 'a.bbp-topic-permalink',
  boards: 'a.bbp-forum-title',
  next: '.bbp-pagination-links a.next',
  later: /\/page\/(?!1(?!\d))\d/,
}

/** Forums of bbPress, in WordPress: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'bbpress',
  name: 'bbPress (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of bbPress 2.5 and 2.6; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['bbpress'],
  recognises: ({ html, marked }) => marked && /<body[^>]{0,300}\bclass="[^"]{0,600}\bbbpress\b/.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
