import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Themes Curve and Curve2. */
const MARKS: ThreadMarks = {
  post: '#forumposts .post_wrapper',
  title: '#top_subject, .subject_title a, h5[id^="subject_"] a',
  body: '.post .inner, .post > div',
  quote: 'blockquote, .bbc_standard_quote',
  author: '.poster h4 a[href*="profile"], .poster h4',
  images: '.post img.bbc_img, .attachments img',
  crumbs: '.navigate_section li a',
  threads: 'span[id^="msg_"] a[href*="topic="], span[id^="msg_"] a[href*="topic,"]',
  boards: 'a.subject[href*="board"]',
  next: '.pagelinks .current_page + a, .pagelinks strong + a.navPages',
  later: /[?;&]topic[=,]\d+\.(?!0(?!\d))\w/,
}

/** Forums of Simple Machines: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'smf',
  name: 'SMF (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default themes of SMF 2.0 and 2.1; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['smf_scripturl', 'smf_theme_url'],
  recognises: ({ html, marked }) => marked && /\bsmf_(?:scripturl|theme_url)\s{0,3}=/.test(html),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
