import { offeredPost, present, remade, writer } from '../src/normalise/post-listing.ts'
import { defineSite, type Found, foundAt, nodesWith, type PageView, scriptsWith } from '../src/sites/contract.ts'

/**
 * Videos and photo posts whose words offer goods. Goods of TikTok Shop (`/view/product/…`, `/shop/…`) have no key here:
 * tiktok-shop reads them. Short links (vt., vm., /t/) name nothing until they are opened, so they have none either.
 */
export default defineSite({
  id: 'tiktok',
  name: 'TikTok (video)',
  hosts: ['tiktok.com', 'www.tiktok.com', 'm.tiktok.com', 'vt.tiktok.com', 'vm.tiktok.com'],
  verified: 'shape',
  verifiedBy:
    'oEmbed answers and the page state (__UNIVERSAL_DATA_FOR_REHYDRATION__, SIGI_STATE) as public code documents them; not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.95, seller: 0.95 } },

  key: ({ pathname }) => /^\/(?:@[\w.-]*\/)?(?:video|photo|v|embed(?:\/v2)?)\/(\d{6,20})/.exec(pathname)?.[1] ?? null,

  listings: (view) =>
    view.isJson ? [...embedded(view), ...items([view.data()])] : items(scriptsWith(view.html, 'createTime')),
  links: () => [],
  signs: {
    'login-wall': ['Log in to TikTok', 'Đăng nhập vào TikTok'],
    removed: [
      "Couldn't find this account",
      'Video currently unavailable',
      'Video hiện không khả dụng',
      'Không thể tìm thấy tài khoản này',
    ],
    blocked: ['Drag the slider to fit the puzzle', 'Kéo thanh trượt để ghép hình'],
  },
})

const sellerOf = (name: Found | null, handle: Found | null) =>
  writer(
    name ?? handle,
    remade(handle, (one) => `https://www.tiktok.com/@${one.replace(/^@/, '')}`),
  )

/** The public answer of www.tiktok.com/oembed?url=… */
const embedded = (view: PageView) => {
  const at = (name: string) => foundAt(view.data(), name)
  const [text, handle, id] = [at('title'), at('author_unique_id'), at('embed_product_id')]
  const video = id ?? numberIn(at('html'))
  const offer = text && offeredPost(null, text)
  if (!offer || video === null || handle === null) return []
  const url = { ...video, text: `https://www.tiktok.com/@${handle.text}/video/${video.text}` }
  const picture = at('thumbnail_url')
  return [{ url, ...offer, images: present(picture), seller: sellerOf(at('author_name'), handle) }]
}

const numberIn = (html: Found | null): Found | null => {
  const id = html && /data-video-id="(\d+)"/.exec(html.text)?.[1]
  return html && id ? { ...html, text: id } : null
}

/** Videos of the page state, each with its words, its author and the second it was posted. */
const items = (states: readonly unknown[]) => {
  const seen = new Set<string>()
  return states.flatMap((state) =>
    nodesWith(state, 'createTime').flatMap(({ node, path }) => {
      const at = (name: string) => foundAt(node, name, path)
      const [text, id] = [at('desc'), at('id')]
      const handle = at('author.uniqueId') ?? at('author')
      const offer = text && offeredPost(null, text)
      if (!offer || id === null || handle === null || seen.has(id.text)) return []
      seen.add(id.text)
      const kind = Object.hasOwn(node, 'imagePost') ? 'photo' : 'video'
      const picture = at('video.cover') ?? at('imagePost.images[0].imageURL.urlList[0]')
      return [
        {
          url: { ...id, text: `https://www.tiktok.com/@${handle.text}/${kind}/${id.text}` },
          ...offer,
          images: present(picture),
          postedAt: at('createTime'),
          seller: sellerOf(at('author.nickname') ?? at('nickname'), handle),
        },
      ]
    }),
  )
}
