import {
  defineSite,
  type Found,
  foundAt,
  fromMinor,
  type Link,
  type PageView,
  parseLenient,
  sitemapOf,
  valueAt,
} from '../src/sites/contract.ts'

const STORE_API = '/wc/store/'

/** Shops on WordPress with WooCommerce. Its Store API is public and holds whole products, 100 at a time. */
export default defineSite({
  id: 'woocommerce',
  name: 'WooCommerce',
  hosts: [],
  verified: 'recording',
  verifiedBy:
    '2026-11 recording of a WooCommerce 7.9 shop (pages, Store API, sitemaps); 2021 Store API answer of a demo shop (hichamboushaba/WCStoreApp) for prices in minor units',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['wp-content/plugins/woocommerce/', 'content="WooCommerce ', 'woocommerce-Price-amount'],
  recognises: ({ marked, url }) => marked || url.pathname.includes(`/wp-json${STORE_API}`),

  listings: (view) => {
    if (!view.isJson || !view.url.pathname.includes(STORE_API)) return null
    const data = view.data()
    return (Array.isArray(data) ? data : [data]).flatMap((one: unknown, i) => product(one, `[${i}]`, view) ?? [])
  },

  listing: (view) => (view.html.includes('data-product_variations="[') ? { variants: variations(view) } : {}),

  links: (view, found) => {
    if (view.isJson) return nextPage(view)
    const api = view.hrefs('link[rel="https://api.w.org/"]')[0]?.text ?? `${view.url.origin}/wp-json/`
    const feed: Link = {
      url: `${api.replace(/\/$/, '')}${STORE_API}v1/products?per_page=100`,
      role: 'feed',
      text: null,
    }
    return [feed, ...found, ...sitemapOf(view, '/wp-sitemap.xml')]
  },
})

/** The header says how many pages there are; without it a full page may have a next one. */
const nextPage = (view: PageView): readonly Link[] => {
  const page = Number(view.url.searchParams.get('page') ?? 1)
  const data = view.data()
  const full = Array.isArray(data) && data.length >= Number(view.url.searchParams.get('per_page') ?? 10)
  const pages = Number(view.page.headers['x-wp-totalpages'] ?? (full ? page + 1 : page))
  if (!(pages > page)) return []
  const next = new URL(view.url)
  next.searchParams.set('page', String(page + 1))
  return [{ url: next.href, role: 'feed', text: null }]
}

const product = (data: unknown, at: string, view: PageView) => {
  const get = (path: string) => foundAt(data, path, at)
  const digits = Number(valueAt(data, 'prices.currency_minor_unit') ?? 0)
  const money = (path: string) => fromMinor(get(`prices.${path}`), digits)
  const [url, title] = [get('permalink'), get('name')]
  if (url === null || title === null) return null
  const [price, regular, most] = [money('price'), money('regular_price'), money('price_range.max_amount')]
  const reviewed = Number(valueAt(data, 'review_count') ?? 0) > 0
  return {
    url,
    title,
    description: get('description') ?? get('short_description'),
    price,
    priceMax: most,
    // Of a range the shop itself shows no list price.
    listPrice: most === null && regular !== null && regular.text !== price?.text ? regular : null,
    currency: get('prices.currency_code'),
    sku: get('sku'),
    brand: get('brands[0].name'),
    category: get('categories[0].name'),
    availability: stock(data, at),
    images: each(data, 'images').flatMap((_, i) => get(`images[${i}].src`) ?? []),
    attributes: attributes(data, at),
    seller: { name: null, url: { text: view.url.origin, source: 'url' }, location: null, phoneText: null, badges: [] },
    rating: reviewed ? get('average_rating') : null,
    ratings: reviewed ? get('review_count') : null,
  }
}

const each = (data: unknown, path: string): readonly unknown[] => {
  const list = valueAt(data, path)
  return Array.isArray(list) ? list.slice(0, 100) : []
}

const stock = (data: unknown, at: string): Found | null => {
  const told = valueAt(data, 'is_in_stock')
  return typeof told === 'boolean'
    ? { text: told ? 'InStock' : 'OutOfStock', source: `json:$.${at}.is_in_stock` }
    : null
}

/** Sizes, colours, and the tags, which are the shop's own words for the goods. */
const attributes = (data: unknown, at: string): Record<string, Found> => {
  const names = (path: string) => each(data, path).flatMap((one) => foundAt(one, 'name')?.text ?? [])
  const listed = each(data, 'attributes').map(
    (one, i) => [foundAt(one, 'name')?.text, `attributes[${i}].terms`] as const,
  )
  const all = [...listed, ['tags', 'tags'] as const]
  return Object.fromEntries(
    all.flatMap(([name, path]) => {
      const text = names(path).join(', ')
      return name === undefined || text === '' ? [] : [[name, { text, source: `json:$.${at}.${path}` }]]
    }),
  )
}

/** What the form of a variable product holds for its script; prices in major units. */
const variations = (view: PageView) => {
  const form = view.sections('form.variations_form')[0]
  const written = form?.maybeAttr(':scope', 'data-product_variations') ?? null
  if (written === null) return []
  return each({ all: parseLenient(written.text) }, 'all').flatMap((one) => {
    const chosen = valueAt(one, 'attributes')
    const text = typeof chosen === 'object' && chosen !== null ? Object.values(chosen).filter(Boolean).join(' / ') : ''
    const price = foundAt(one, 'display_price')
    return text === ''
      ? []
      : [{ name: { text, source: written.source }, price: price && { ...price, source: written.source } }]
  })
}
