// longer than the rest: the platform shows posts in five forms
import { facebookId, facebookTarget } from '../src/normalise/facebook-ids.ts'
import { offeredPost, present, remade, writer } from '../src/normalise/post-listing.ts'
import {
  defineSite,
  type Found,
  foundAt,
  type Link,
  nodesWith,
  type PageView,
  scriptsWith,
  valueAt,
} from '../src/sites/contract.ts'

/** Public posts and Marketplace items as anyone sees them, and feeds that the platform hands over; nothing behind the log-in. */
export default defineSite({
  id: 'facebook',
  name: 'Facebook',
  hosts: ['facebook.com', '*.facebook.com', 'fb.com', 'www.fb.com', 'fb.watch'],
  verified: 'shape',
  verifiedBy:
    'page feed: a 2019 Graph API recording of one Vietnamese page; og: data, mbasic markup and Marketplace JSON: shapes documented in public code, not recorded',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.9, seller: 0.9 } },

  key: facebookId,
  listings: (view) =>
    view.isJson ? feed(view) : (marketItem(view) ?? statePosts(view) ?? basicPosts(view) ?? openPost(view)),
  links: (view) => (view.isJson ? [] : [...shops(view), ...more(view)]),
  signs: {
    'login-wall': [
      'You must log in to continue',
      'Bạn phải đăng nhập để tiếp tục',
      'Log into Facebook to',
      'Đăng nhập hoặc đăng ký để xem',
    ],
    removed: [
      "This content isn't available right now",
      'Bạn hiện không xem được nội dung này',
      "This listing isn't available",
      'Mặt hàng này không còn',
    ],
    blocked: ["You're Temporarily Blocked", 'Bạn tạm thời bị chặn'],
  },
})

const home = (id: string) => `https://www.facebook.com/${id}`

/** `{ data: [post] }` or the posts alone; comments are replies. Its next page carries an access token and is never followed. */
const feed = (view: PageView) => {
  const data = view.data()
  const [posts, place] = Array.isArray(data) ? [data, ''] : [valueAt(data, 'data'), 'data']
  return (Array.isArray(posts) ? posts : []).flatMap((post, i) => {
    const at = (name: string) => foundAt(post, name, `${place}[${i}]`)
    const [text, id] = [at('message'), at('id')]
    const offer = text && offeredPost(null, text)
    if (!offer || id === null) return []
    return {
      url: at('permalink_url') ?? remade(id, (both) => home(both.replace('_', '/posts/'))),
      ...offer,
      images: present(at('full_picture') ?? at('picture')),
      postedAt: at('created_time'),
      seller: writer(at('from.name'), remade(at('from.id'), home)),
    }
  })
}

/** The item that the address names; other items on the page are recommended ones. One that is sold is no offer. */
const marketItem = (view: PageView) => {
  const id = /^\/marketplace\/item\/(\d+)/.exec(view.url.pathname)?.[1]
  if (id === undefined) return null
  const title = 'marketplace_listing_title'
  const nodes = scriptsWith(view.html, title).flatMap((data) => nodesWith(data, title))
  const own = nodes.filter(({ node }) => valueAt(node, 'id') === id)
  const fuller = own.find(({ node }) => Object.hasOwn(node, 'redacted_description')) ?? own[0]
  if (fuller === undefined) return null
  if (valueAt(fuller.node, 'is_sold') === true) return []
  const at = (name: string) => foundAt(fuller.node, name, fuller.path)
  const photos = valueAt(fuller.node, 'listing_photos')
  const images = Array.isArray(photos) ? photos.map((_, i) => at(`listing_photos[${i}].image.uri`)) : []
  const [owner, text] = ['marketplace_listing_seller', at('redacted_description.text')]
  return [
    {
      url: { text: home(`marketplace/item/${id}`), source: 'url' },
      title: at(title),
      description: text,
      ...priced(at('listing_price.amount'), at('listing_price.currency'), text),
      images: present(at('primary_listing_photo.image.uri'), ...images),
      postedAt: at('creation_time'),
      seller: writer(at(`${owner}.name`), remade(at(`${owner}.id`), home), at('location_text.text')),
    },
  ]
}

/** The form wants a price, so sellers write 1 or 0 into it and the real one into the words. */
const priced = (amount: Found | null, currency: Found | null, text: Found | null) =>
  amount !== null && currency?.text === 'VND' && Number(amount.text) < 1000
    ? { price: (text && offeredPost(null, text)?.price) ?? null }
    : { price: amount, currency }

/** Posts in the page's own state; an address that names one post is about that one alone. */
const statePosts = (view: PageView) => {
  const named = facebookId(view.url)
  const keys = new Set<string>()
  const posts = scriptsWith(view.html, '"wwwURL"').flatMap((data) =>
    nodesWith(data, 'message').flatMap(({ node, path }) => {
      const at = (name: string) => foundAt(node, name, path)
      const [text, url] = [at('message.text'), at('wwwURL')]
      const key = url && URL.canParse(url.text) ? facebookId(new URL(url.text)) : null
      if (text === null || key === null || keys.has(key) || (named !== null && named !== key)) return []
      keys.add(key)
      const offer = offeredPost(null, text)
      const images = present(at('attachments[0].media.photo_image.uri') ?? at('attachments[0].media.image.uri'))
      const seller = writer(at('actors[0].name'), at('actors[0].url') ?? remade(at('actors[0].id'), home))
      return offer === null ? [] : [{ url, ...offer, images, postedAt: at('creation_time'), seller }]
    }),
  )
  return keys.size === 0 ? null : posts
}

/** Posts of a page or group in the markup for simple phones. */
const basicPosts = (view: PageView) => {
  const body = '.story_body_container'
  const posts = view.sections('article, div[role=article]').filter((one) => one.texts(body).length > 0)
  if (posts.length === 0) return null
  return posts.flatMap((one) => {
    const url = one.hrefs('a').find(({ text }) => facebookId(new URL(text)) !== null)
    const text = one.texts(`${body} > div`)[0] ?? one.texts(body)[0]
    const offer = text && offeredPost(null, text)
    if (url === undefined || !offer) return []
    const author = 'header strong a, header h3 a'
    const seller = writer(one.texts(author)[0] ?? null, one.hrefs(author)[0] ?? null)
    return [{ url, ...offer, images: one.srcs(`${body} img`), postedAt: one.texts('header abbr')[0] ?? null, seller }]
  })
}

/** What the page tells link previews: the post's words, its picture and whose it is. */
const openPost = (view: PageView) => {
  const meta = (name: string) => view.maybeAttr(`meta[property="og:${name}"]`, 'content')
  const text = facebookId(view.url) === null ? null : meta('description')
  const offer = text && offeredPost(null, text)
  if (!offer) return []
  const name = remade(meta('title'), (title) => title.split(/ (?:[-–] |\| Facebook$)/)[0] ?? title)
  return [
    { url: { text: view.url.href, source: 'url' }, ...offer, images: present(meta('image')), seller: writer(name) },
  ]
}

/** Shops that a post leads to, out of the wrapper that counts clicks. */
const shops = (view: PageView): readonly Link[] => {
  const wrapped = view.hrefs('a[href*="l.facebook.com/l.php"], a[href^="/l.php"]')
  const urls = wrapped.map(({ text }) => facebookTarget(new URL(text)).href)
  return [...new Set(urls)].map((url) => ({ url, role: 'index', text: null }))
}

const more = (view: PageView): readonly Link[] =>
  view.hrefs('#m_more_item a, #see_more_pager a').map(({ text }) => ({ url: text, role: 'next', text: null }))
