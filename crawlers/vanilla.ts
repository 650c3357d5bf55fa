import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Themes of Vanilla 2 to 4 that keep the default names. */
const MARKS: ThreadMarks = {
  post: '.ItemDiscussion:has(.Message)',
  title: '.PageTitle h1, .Discussion h1',
  body: '.Message',
  quote: 'blockquote, .UserQuote',
  author: 'a.Username, .Author a[title]',
  images: '.Message img:not(.emoji)',
  crumbs: '.Breadcrumbs .CrumbLabel a, .MItem.Category a',
  threads: '.ItemDiscussion .Title a[href*="/discussion/"], .DiscussionName a[href*="/discussion/"]',
  boards: '.ItemCategory a[href*="/categories/"], .CategoryName a[href*="/categories/"]',
  next: 'a.Next, a[rel=next]',
  later: /\/p(?!1(?!\d))\d+(?:[?#]|$)/,
}

/** Forums of Vanilla: the first post of a discussion may be a listing, comments never are. */
export default defineSite({
  id: 'vanilla',
  name: 'Vanilla (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of Vanilla 2 to 4; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['Vanilla'],
  recognises: ({ html, marked }) => marked && /<body[^>]{0,300}\bclass="(?:[^"]{0,200}\s)?Vanilla\s/.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
