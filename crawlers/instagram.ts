import { offeredPost, present, remade, writer } from '../src/normalise/post-listing.ts'
import {
  defineSite,
  type Found,
  foundAt,
  type Link,
  nodesWith,
  type PageView,
  scriptsWith,
} from '../src/sites/contract.ts'

/** Public posts and reels, and the newest posts that a profile page carries; nothing behind the log-in. */
export default defineSite({
  id: 'instagram',
  name: 'Instagram',
  hosts: ['instagram.com', 'www.instagram.com', 'instagr.am'],
  verified: 'shape',
  verifiedBy:
    'og: data and the media objects that public code documents (edge_owner_to_timeline_media, web_info); not recorded',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.9, seller: 0.9 } },

  key: ({ pathname }) => /^\/(?:[\w.]+\/)?(?:p|reels?|tv)\/([\w-]{5,})/.exec(pathname)?.[1] ?? null,

  listings: (view) => {
    const own = /\/(?:p|reels?|tv)\/([\w-]{5,})/.exec(view.url.pathname)?.[1] ?? null
    const media = mediaIn(view).filter(({ code }) => own === null || code === own)
    if (media.length > 0) return media.flatMap(({ listing }) => listing ?? [])
    return own === null || view.isJson ? [] : preview(view)
  },
  links: (view) => shown(view),
  signs: {
    'login-wall': [
      /<title>\s*(?:Login|Đăng nhập) • Instagram/i,
      'Log in to see photos and videos',
      'Đăng nhập để xem ảnh và video',
    ],
    removed: [
      "Sorry, this page isn't available",
      'Rất tiếc, trang này hiện không khả dụng',
      'Rất tiếc, trang này không có sẵn',
    ],
    blocked: ['Please wait a few minutes before you try again', 'Vui lòng chờ vài phút trước khi thử lại'],
  },
})

/** The posts of a profile as a browser shows them: pictures alone, their words stand on their own pages. */
const shown = (view: PageView): readonly Link[] =>
  view.isJson || POST.test(view.url.pathname)
    ? []
    : [...new Set(view.hrefs('main a').map(({ text }) => text))]
        .filter((url) => POST.test(new URL(url).pathname))
        .map((url) => ({ url, role: 'listing', text: null }))
const POST = /^\/(?:[\w.]+\/)?(?:p|reels?|tv)\/[\w-]{5,}\/?$/

/** Objects of the page's own data that have a code and a caption. */
const mediaIn = (view: PageView) => {
  const data = view.isJson
    ? [view.data()]
    : [...scriptsWith(view.html, 'shortcode'), ...scriptsWith(view.html, '"caption"')]
  const nodes = data.flatMap((one) => [...nodesWith(one, 'shortcode'), ...nodesWith(one, 'code')])
  const seen = new Set<string>()
  return nodes.flatMap(({ node, path }) => {
    const at = (...names: readonly string[]) =>
      names.reduce<Found | null>((got, name) => got ?? foundAt(node, name, path), null)
    const [code, text] = [at('shortcode', 'code'), at('edge_media_to_caption.edges[0].node.text', 'caption.text')]
    if (code === null || text === null || seen.has(code.text)) return []
    seen.add(code.text)
    const offer = offeredPost(null, text)
    const name = at('owner.username', 'user.username')
    const url = name && { ...name, text: `https://www.instagram.com/${name.text}/` }
    const picture = at('display_url', 'image_versions2.candidates[0].url')
    const listing = offer && {
      url: { ...code, text: `https://www.instagram.com/p/${code.text}/` },
      ...offer,
      images: present(picture),
      postedAt: at('taken_at_timestamp', 'taken_at'),
      seller: writer(name, url, at('location.name')),
    }
    return [{ code: code.text, listing }]
  })
}

/** `12 likes, 3 comments - shop on May 2, 2026: "words"`, in whatever language. */
const PREVIEW = /^[^"“]{0,200}?[-–] ?@?([\w.]{2,30})[^"“]{0,80}: ?["“]([\s\S]+?)["”]?\.?$/u

const preview = (view: PageView) => {
  const said = view.maybeAttr('meta[property="og:description"]', 'content')
  if (said === null) return []
  const [, name, caption] = PREVIEW.exec(said.text) ?? []
  const offer = offeredPost(null, { ...said, text: caption ?? said.text })
  if (offer === null) return []
  const picture = view.maybeAttr('meta[property="og:image"]', 'content')
  const author = name === undefined ? null : { ...said, text: name }
  const seller = writer(author, remade(author, profile))
  return [{ url: { text: view.url.href, source: 'url' }, ...offer, images: present(picture), seller }]
}

const profile = (name: string) => `https://www.instagram.com/${name}/`
