import type { Found } from '../domain.ts'
import type { PageView } from '../page/view.ts'
import type { Link, RawDifference } from './contract.ts'
import { foundAt, valueAt } from './json-path.ts'
import { fromMinor } from './minor-units.ts'

/** The products.json family: `/products.json`, `/collections/<h>/products.json`, `/products/<h>.json` and `.js`. */
const FEED_PATH = /\/products\.json$/
export const isProductsPath = (path: string): boolean =>
  FEED_PATH.test(path) || /\/products\/[^/]+\.js(?:on)?$/.test(path)

/** Most the endpoint gives at once; a page with as many may have a next one. */
const PER_PAGE = 250

interface Product {
  readonly data: unknown
  /** Where it stands in the answer. */
  readonly at: string
  /** Figures behind the point that are counted in: `.js` writes 100 times the amount, `.json` decimals. */
  readonly minor: number
}

/**
 * Products as Shopify and the shop systems modelled on it publish them. Null when the answer is none.
 * @param pageOf path of a product's own page, by its handle
 */
export const readProducts = (view: PageView, pageOf: (handle: string) => string): readonly RawDifference[] | null => {
  if (!view.isJson || !isProductsPath(view.url.pathname)) return null
  return productsIn(view.data(), view.url.pathname.endsWith('.js')).flatMap(
    (product) => one(product, view, pageOf) ?? [],
  )
}

const productsIn = (data: unknown, minor: boolean): readonly Product[] => {
  const list = valueAt(data, 'products')
  if (Array.isArray(list)) return list.map((one: unknown, i) => ({ data: one, at: `products[${i}]`, minor: 0 }))
  if (valueAt(data, 'product') !== undefined) return [{ data: valueAt(data, 'product'), at: 'product', minor: 0 }]
  return valueAt(data, 'handle') === undefined ? [] : [{ data, at: '', minor: minor ? 2 : 0 }]
}

const one = (product: Product, view: PageView, pageOf: (handle: string) => string): RawDifference | null => {
  const { data, at } = product
  const get = (path: string) => foundAt(data, path, at)
  const [title, handle] = [get('title') ?? get('name'), get('handle') ?? get('alias')]
  if (title === null || handle === null) return null
  const variants = variantsOf(product)
  const priced = variants.filter(({ amount }) => amount > 0).sort((a, b) => a.amount - b.amount)
  const [low, high] = [priced[0], priced.at(-1)]
  const named = variants.filter(({ name }) => name !== null && name.text !== 'Default Title')
  return {
    url: { text: new URL(pageOf(handle.text), view.url).href, source: handle.source },
    title,
    description: get('body_html') ?? get('description') ?? get('content'),
    price: low?.price ?? fromMinor(get('price'), product.minor),
    priceMax: high !== undefined && high.amount > (low?.amount ?? 0) ? high.price : null,
    listPrice: low !== undefined && low.listAmount > low.amount ? low.list : null,
    currency: currencyOf(view.url),
    brand: get('vendor'),
    sku: variants.map(({ sku }) => sku).find((sku) => sku !== null) ?? null,
    gtin: variants.map(({ barcode }) => barcode).find((barcode) => barcode !== null) ?? null,
    availability: stockOf(product),
    category: get('product_type') ?? get('type'),
    images: imagesOf(product, view.url),
    attributes: tagsOf(product),
    seller: { name: null, url: { text: view.url.origin, source: 'url' }, location: null, phoneText: null, badges: [] },
    postedAt: get('published_at') ?? get('published_on'),
    variants: named.flatMap(({ name, price }) => (name === null ? [] : [{ name, price }])),
  }
}

const listAt = (data: unknown, path: string): readonly unknown[] => {
  const list = valueAt(data, path)
  return Array.isArray(list) ? list.slice(0, 250) : []
}

const variantsOf = ({ data, at, minor }: Product) =>
  listAt(data, 'variants').map((variant, i) => {
    const get = (path: string) => foundAt(variant, path, [at, `variants[${i}]`].filter(Boolean).join('.'))
    const [price, list] = [fromMinor(get('price'), minor), fromMinor(get('compare_at_price'), minor)]
    const [amount, listAmount] = [Number(price?.text ?? Number.NaN), Number(list?.text ?? Number.NaN)]
    return { name: get('title'), sku: get('sku'), barcode: get('barcode'), price, list, amount, listAmount }
  })

/** Only a shop that says so of every variant, or of the product, is sold out. */
const stockOf = ({ data, at }: Product): Found | null => {
  const own = valueAt(data, 'available')
  const each = listAt(data, 'variants').map((variant) => valueAt(variant, 'available'))
  const told = [own, ...each].filter((one) => typeof one === 'boolean')
  if (told.length === 0) return null
  const source = `json:$.${[at, own === undefined ? 'variants[*].available' : 'available'].filter(Boolean).join('.')}`
  return { text: told.includes(true) ? 'InStock' : 'OutOfStock', source }
}

const imagesOf = ({ data, at }: Product, base: URL): readonly Found[] =>
  listAt(data, 'images').flatMap((image, i) => {
    const path = [at, `images[${i}]`].filter(Boolean).join('.')
    const address = typeof image === 'string' ? { text: image, source: `json:$.${path}` } : foundAt(image, 'src', path)
    return address !== null && URL.canParse(address.text, base)
      ? [{ ...address, text: new URL(address.text, base).href }]
      : []
  })

/** Tags are the shop's own words for the goods; a list, or one text with commas. */
const tagsOf = ({ data, at }: Product): Readonly<Record<string, Found>> => {
  const tags = listAt(data, 'tags').filter((tag) => typeof tag === 'string')
  const written =
    tags.length > 0
      ? { text: tags.join(', '), source: `json:$.${[at, 'tags'].filter(Boolean).join('.')}` }
      : foundAt(data, 'tags', at)
  return written === null ? {} : { tags: written }
}

/** The endpoint does not state its currency; the link to it, made on a page that does, carries it. */
const currencyOf = (url: URL): Found | null => {
  const code = url.searchParams.get('currency') ?? ''
  return /^[A-Z]{3}$/.test(code) ? { text: code, source: 'url:currency' } : null
}

/**
 * The feed of what this page shows: of its collection, else of the whole shop.
 * @param currency ISO code the page states; null where the site has only one
 */
export const productsFeed = ({ url }: PageView, currency: string | null): Link => {
  const collection = /\/collections\/([^/]+)/.exec(url.pathname)?.[1]
  const path =
    collection === undefined || collection === 'vendors' || collection === 'types' ? '' : `/collections/${collection}`
  const query = currency === null ? '' : `&currency=${currency}`
  return { url: `${url.origin}${path}/products.json?limit=${PER_PAGE}${query}`, role: 'feed', text: null }
}

/** The page after this one of a feed; none behind a page that is not full. */
export const nextProducts = (view: PageView): readonly Link[] => {
  if (!FEED_PATH.test(view.url.pathname)) return []
  const limit = Number(view.url.searchParams.get('limit') ?? 50)
  const products = valueAt(view.data(), 'products')
  if (!Array.isArray(products) || products.length === 0 || products.length < limit) return []
  const next = new URL(view.url)
  next.searchParams.set('page', String(Number(next.searchParams.get('page') ?? 1) + 1))
  return [{ url: next.href, role: 'feed', text: null }]
}

/** `/collections/<c>/products/<h>` is the page `/products/<h>`: one address for the goods, so that nothing is read twice. */
export const withoutCollection = (link: Link): Link => ({
  ...link,
  url: link.url.replace(/\/collections\/[^/?#]+(?=\/products\/[^/?#]+)/, ''),
})
