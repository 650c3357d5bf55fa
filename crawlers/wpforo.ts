import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** Themes 2022 and classic. */
const MARKS: ThreadMarks = {
  post: '#wpforo-wrap [id^="post-"]:has(.wpforo-post-content)',
  title: '#wpforo-wrap .wpf-post-head h1, #wpforo-wrap h1[id^="post-title"], #wpforo-wrap .wpforo-topic-title h1',
  body: '.wpforo-post-content',
  quote: 'blockquote, .wpforo-post-signature, .wpforo-post-content-bottom',
  author: '.wpf-author-name a, .author-name a, .wpf-author-name, .author-name',
  images: '.wpforo-post-content img:not(.emoji):not(.wpsmiley)',
  crumbs: '.wpf-breadcrumb [itemprop="name"], .wpf-breadcrumb a',
  threads: '.wpforo-topic-title a, .wpf-topic-title a, .wpforo-topic-info a.wpf-topic-link',
  boards: '.wpforo-forum-title a, .wpf-forum-title a',
  next: '.wpf-navi a.wpf-next-button',
  later: /\/paged\/(?!1(?!\d))\d/,
}

/** Forums of wpForo, on WordPress: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'wpforo',
  name: 'wpForo (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'themes 2022 and classic of wpForo 2; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['plugins/wpforo/', 'id="wpforo-wrap"', 'id="wpforo"'],
  recognises: ({ html, marked }) => marked && html.includes('id="wpforo-wrap"'),
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
