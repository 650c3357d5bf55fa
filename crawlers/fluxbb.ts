import { defineSite, type ThreadMarks, threadLinks, threadOf } from '../src/sites/contract.ts'

/** FluxBB and PunBB 1.2, of one descent. */
const MARKS: ThreadMarks = {
  post: '.blockpost',
  title: ['.crumbs li:last-child a, .postlink a', '.blockpost h3', '#punviewtopic .linkst li:last-child'],
  body: '.postright > .postmsg:not(.postsignature)',
  quote: '.quotebox, blockquote, .postsignature, .postedit',
  author: '.postleft dt a, .postleft dt strong',
  images: '.postright > .postmsg:not(.postsignature) .postimg img',
  crumbs: '.crumbs li a, #punviewtopic .linkst li a',
  threads: '#vf .tclcon a[href*="viewtopic.php?id="]',
  boards: '#punindex .tclcon h3 a, #idx1 .tclcon h3 a',
  next: '.pagelink a[rel=next], .pagelink strong + a',
  later: /[?&]p=(?!1(?!\d))\d/,
}

/** Forums of FluxBB and PunBB: the first post of a topic may be a listing, replies never are. */
export default defineSite({
  id: 'fluxbb',
  name: 'FluxBB, PunBB (diễn đàn)',
  hosts: [],
  verified: 'shape',
  verifiedBy: 'default templates of FluxBB 1.5 and PunBB 1.2; no forum was recorded, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  marks: ['id="punviewtopic"', 'id="punviewforum"', 'id="punindex"'],
  listings: (view) => threadOf(view, MARKS),
  links: (view) => threadLinks(view, MARKS),
})
