import { offeredPost, present, remade, writer } from '../src/normalise/post-listing.ts'
import {
  assignedJson,
  defineSite,
  type Found,
  foundAt,
  nodesWith,
  type PageView,
  valueAt,
} from '../src/sites/contract.ts'

/** What a video's title and description, or a post of a channel's community, offers. Comments are not read. */
export default defineSite({
  id: 'youtube',
  name: 'YouTube',
  hosts: ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtu.be'],
  verified: 'shape',
  verifiedBy: 'ytInitialPlayerResponse and ytInitialData as public code documents them; not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.9, seller: 0.9 } },

  key: ({ hostname, pathname, searchParams }) => {
    if (hostname === 'youtu.be') return /^\/([\w-]{6,})/.exec(pathname)?.[1] ?? null
    const post = /^\/post\/([\w-]{10,})/.exec(pathname)?.[1] ?? searchParams.get('lb')
    if (post !== null) return `post/${post}`
    return pathname === '/watch'
      ? searchParams.get('v')
      : (/^\/(?:shorts|live|embed)\/([\w-]{6,})/.exec(pathname)?.[1] ?? null)
  },

  listings: (view) => {
    const posts = communityPosts(view)
    return posts.length > 0 ? posts : video(view)
  },
  links: () => [],
  signs: {
    removed: [/"status":"ERROR","reason":/, 'Video unavailable', 'Video không có sẵn', "This channel doesn't exist"],
    'login-wall': [/"status":"LOGIN_REQUIRED"/],
  },
})

const sellerOf = (name: Found | null, path: string | null) =>
  writer(name, path === null ? null : remade(name, () => `https://www.youtube.com${path}`))

/** Title and description; a video page without its state is read from what it tells link previews. */
const video = (view: PageView) => {
  const state = assignedJson(view.html, 'ytInitialPlayerResponse')
  const at = (name: string) => foundAt(state, name)
  const meta = (name: string) => view.maybeAttr(`meta[property="${name}"]`, 'content')
  const id = at('videoDetails.videoId')
  const [title, text] = id
    ? [at('videoDetails.title'), at('videoDetails.shortDescription')]
    : [meta('og:title'), meta('og:description')]
  const offer = title && offeredPost(title, text ?? title)
  if (!offer || (id === null && !/^\/(?:watch|shorts|live)/.test(view.url.pathname))) return []
  const channel = at('videoDetails.channelId')
  const picture = id ? at('videoDetails.thumbnail.thumbnails[0].url') : meta('og:image')
  return [
    {
      url: id ? { ...id, text: `https://www.youtube.com/watch?v=${id.text}` } : { text: view.url.href, source: 'url' },
      ...offer,
      images: present(picture),
      postedAt: at('microformat.playerMicroformatRenderer.publishDate'),
      seller: sellerOf(
        at('videoDetails.author') ?? view.maybeAttr('link[itemprop=name]', 'content'),
        channel && `/channel/${channel.text}`,
      ),
    },
  ]
}

const communityPosts = (view: PageView) =>
  nodesWith(assignedJson(view.html, 'ytInitialData'), 'postId').flatMap(({ node, path }) => {
    const at = (name: string) => foundAt(node, name, path)
    const runs = valueAt(node, 'contentText.runs')
    const id = at('postId')
    if (id === null || !Array.isArray(runs)) return []
    const words = runs.map((_, i) => valueAt(runs, `[${i}].text`)).join('')
    const offer = offeredPost(null, { text: words, source: `json:$.${path}.contentText` })
    const picture = at('backstageAttachment.backstageImageRenderer.image.thumbnails[0].url')
    const home = valueAt(node, 'authorEndpoint.browseEndpoint.canonicalBaseUrl')
    return offer === null || words === ''
      ? []
      : [
          {
            url: { ...id, text: `https://www.youtube.com/post/${id.text}` },
            ...offer,
            images: present(picture),
            postedAt: at('publishedTimeText.runs[0].text'),
            seller: sellerOf(at('authorText.runs[0].text'), typeof home === 'string' ? home : null),
          },
        ]
  })
