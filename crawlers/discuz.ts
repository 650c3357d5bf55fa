import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** The default template. */
const MARKS: ThreadMarks = {
  post: '#postlist > div[id^="post_"]:has([id^="postmessage_"])',
  title: '#thread_subject, h1.ts',
  body: '[id^="postmessage_"]',
  quote: '.quote, .pstatus, i.pstatus, .jammer, .attach_nopermission',
  author: '.pls .authi a, .authi a.xw1, .authi a.xi2',
  images: '[id^="postmessage_"] img[id^="aimg_"], [id^="postmessage_"] img.zoom, .pattl img',
  crumbs: '#pt .z a',
  threads: '#threadlist a.xst, #threadlist a.s[href*="viewthread"]',
  boards: '.fl_tb h2 a, .fl_tb dt a, a[href*="mod=forumdisplay"].xi2',
  next: '.pg a.nxt',
  later: /[?&]page=(?!1(?!\d))\d|thread-\d+-(?!1-)\d+-\d+/,
  /** `extra` says which page of the list a thread was opened from. */
  thread: (address) => address.replace(/&extra=[^&#]*/, ''),
}

/** Forums of Discuz! X: the first post of a thread may be a listing, replies never are. */
export default defineSite({
  id: 'discuz',
  name: 'Discuz! (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default template of Discuz! X3 as public code documents it; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['content="Discuz!', 'Powered by Discuz!'],
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
