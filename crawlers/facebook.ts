// longer than the rest: the platform shows posts in seven forms
import { facebookId, facebookTarget } from '../src/normalise/facebook-ids.ts'
import { offeredPost, present, remade, writer } from '../src/normalise/post-listing.ts'
import {
  defineSite,
  type Found,
  foundAt,
  type Link,
  nodesWith,
  type PageView,
  type RawDifference,
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
    'page feed: a 2019 Graph API recording of one Vietnamese page; og: data, markup as browsers show it, mbasic markup and Marketplace JSON: shapes documented in public code, not recorded',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 1, filled: { description: 0.9, seller: 0.9 } },

  key: facebookId,
  listings: (view) =>
    view.isJson ? feed(view) : (marketItem(view) ?? shownItem(view) ?? posts(view) ?? openPost(view)),
  links: (view) => (view.isJson ? [] : [...items(view), ...shops(view), ...more(view)]),
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

/** The item as a browser shows it, of a page come to from another one: its state then tells of that one. */
const shownItem = (view: PageView): readonly RawDifference[] | null => {
  if (!/^\/marketplace\/item\/\d/.test(view.url.pathname)) return null
  const main = '[role=main], [role=dialog]'
  const title = view.texts(`:is(${main}) h1`)[0]
  const [lines, source] = shown(view, `:is(${main}):has(h1)`)
  const from = title === undefined ? -1 : lines.indexOf(title.text)
  if (title === undefined || from === -1) return null
  const [place, details, seller] = [LISTED_AT, DETAILS, ABOUT_SELLER].map((label) =>
    lines.findIndex((line, at) => at > from && label.test(line)),
  )
  const head = lines.slice(from + 1, place === -1 ? from + 4 : place)
  if (head.some((line) => /^(?:đã bán|sold)(?!\p{L})/iu.test(line))) return []
  const price = head.find((line) => /^(?:\D{0,4}\d[\d.,\s]*\D{0,4}|miễn phí|free)$/i.test(line))
  const about =
    details === undefined || details === -1 ? [] : lines.slice(details + 1, seller === -1 ? undefined : seller)
  const [state, words] = /^(?:tình trạng|condition)$/i.test(about[0] ?? '')
    ? [about[1], about.slice(2)]
    : [undefined, about]
  const found = (said: string | undefined): Found | null => (said ? { text: said, source } : null)
  const profile = 'a[href*="/marketplace/profile/"]'
  return [
    {
      url: { text: view.url.href, source: 'url' },
      title,
      description: found(words.join('\n')),
      price: found(price),
      condition: found(state),
      images: view.srcs(`:is(${main}) img[alt]`).slice(0, 1),
      seller: writer(view.texts(profile)[0] ?? null, view.hrefs(profile)[0] ?? null),
    },
  ]
}
const LISTED_AT = /^(?:đã niêm yết|đã đăng|listed)(?!\p{L})/iu
const DETAILS = /^(?:chi tiết|details)$/i
const ABOUT_SELLER = /^(?:thông tin về người bán|seller information)$/i

/** The lines of the first element of a selector, without its buttons. */
const shown = (view: PageView, selector: string): readonly [readonly string[], string] => {
  const [first] = view.lines(selector, '[role=button]')
  return [first?.text.split('\n') ?? [], first?.source ?? '']
}

/** What the state holds was there first; a browser shows that and what came while somebody scrolled. */
const posts = (view: PageView): readonly RawDifference[] | null => {
  const forms = [statePosts(view), shownPosts(view), basicPosts(view)].filter((form) => form !== null)
  if (forms.length === 0) return null
  const keyed = forms.flat().map((one) => [one.url && facebookId(new URL(one.url.text)), one] as const)
  return [...new Map(keyed.toReversed()).values()].toReversed()
}

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

/** A short post stands on a picture, without the names that others have. */
const MESSAGE =
  '[data-ad-preview=message], [data-ad-comet-preview=message], [data-ad-rendering-role=story_message], [style*="background-image"] [dir=auto]'

/** Posts as a browser shows them. Comments are articles too, within that of their post, and have no message. */
const shownPosts = (view: PageView) => {
  const named = facebookId(view.url)
  const all = view.sections(`[role=article]:has(${MESSAGE})`).map((one) => ({ one, url: addressOf(one, view.url) }))
  if (all.length === 0) return null
  const own = all.find(({ url }) => url !== null && facebookId(new URL(url.text)) === named) ?? all[0]
  const meant = named === null ? all : [{ one: own?.one ?? view, url: { text: view.url.href, source: 'url' } }]
  return meant.flatMap(({ one, url }) => {
    const text = one.lines(MESSAGE, '[role=button]')[0]
    const offer = text && offeredPost(null, text)
    if (url === null || !offer) return []
    const author = ':is(h2, h3, h4) a'
    const seller = writer(one.texts(author)[0] ?? null, one.hrefs(author)[0] ?? null)
    return [{ url, ...offer, images: one.srcs('a[href*="/photo"] img').slice(0, 10), seller }]
  })
}

/** Where a post stands: what its date links to, else what its pictures say of the group's post that they belong to. */
const addressOf = (post: PageView, { pathname }: URL): Found | null => {
  const links = post.hrefs('a').filter(({ text }) => !/[?&](?:comment_id|reply_comment_id)=/.test(text))
  const own = links.find(({ text }) => facebookId(new URL(text))?.startsWith('post/'))
  if (own !== undefined) return own
  const group = /^\/groups\/[^/]+/.exec(pathname)?.[0]
  const picture = links.find(({ text }) => /[?&]set=(?:pcb|gm)\.\d/.test(text))
  const id = picture && /[?&]set=(?:pcb|gm)\.(\d+)/.exec(picture.text)?.[1]
  if (picture !== undefined && id !== undefined && group !== undefined)
    return { ...picture, text: home(`${group.slice(1)}/posts/${id}/`) }
  return links.find(({ text }) => facebookId(new URL(text)) !== null) ?? null
}

/** Posts of a page or group in the markup for simple phones, or one alone. */
const basicPosts = (view: PageView) => {
  const body = '.story_body_container'
  const words = [`${body} > div`, '[data-ft*="*s"]', 'header + div', body]
  const articles = view.sections(
    `:is(article, div[role=article], #m_story_permalink_view):is(:has(header), :has(${body}))`,
  )
  if (articles.length === 0) return null
  return articles.flatMap((one) => {
    const url = one.hrefs('a').find(({ text }) => facebookId(new URL(text)) !== null)
    const [text] = words.flatMap((selector) => one.lines(selector, 'header').slice(0, 1))
    const offer = text && offeredPost(null, text)
    if (url === undefined || !offer) return []
    const author = 'header :is(strong, h3) a'
    const seller = writer(one.texts(author)[0] ?? null, one.hrefs(author)[0] ?? null)
    return [{ url, ...offer, images: one.srcs(`${body} img`), postedAt: one.texts('abbr')[0] ?? null, seller }]
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

/** Items that a search of Marketplace shows; on an item's own page others are recommended ones. */
const items = (view: PageView): readonly Link[] => {
  if (!/^\/marketplace(?:\/|$)/.test(view.url.pathname) || facebookId(view.url) !== null) return []
  const ids = view.hrefs('a[href*="/marketplace/item/"]').flatMap(({ text }) => /\/item\/(\d+)/.exec(text)?.[1] ?? [])
  return [...new Set(ids)].map((id) => ({ url: home(`marketplace/item/${id}/`), role: 'listing', text: null }))
}

/** Shops that a post leads to, out of the wrapper that counts clicks; advertisements stand beside the posts. */
const shops = (view: PageView): readonly Link[] => {
  const wrapped = view.hrefs(':is(a[href*="l.facebook.com/l.php"], a[href^="/l.php"]):not([role=complementary] a)')
  const urls = wrapped.map(({ text }) => facebookTarget(new URL(text)).href)
  return [...new Set(urls)].map((url) => ({ url, role: 'index', text: null }))
}

const more = (view: PageView): readonly Link[] =>
  view.hrefs('#m_more_item a, #see_more_pager a').map(({ text }) => ({ url: text, role: 'next', text: null }))
