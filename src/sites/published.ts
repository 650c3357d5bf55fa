import type { Found, Link, Page } from '../domain.ts'
import { type XmlEvent, xmlEvents, xmlRoot } from '../page/xml.ts'
import type { RawDifference, Site } from './contract.ts'
import { absolute, absoluteUrl, found } from './generic/found.ts'
import { isIndexUrl, isSkipped } from './generic/link-words.ts'
import { unescaped } from './generic/values.ts'

/** What a sitemap or a feed of goods holds. */
export interface Published {
  readonly listings: readonly RawDifference[]
  readonly links: readonly Link[]
}

/** One `url`, `sitemap`, `item` or `entry`: texts by element name as written (`loc`, `g:price`), in order. */
interface Entry {
  readonly name: string
  readonly at: number
  readonly texts: ReadonlyMap<string, readonly string[]>
}

/** The sitemap protocol's own limit. */
const MAX_ENTRIES = 50_000
const ENTRIES = new Set(['url', 'sitemap', 'item', 'entry'])
const ROOTS = new Set(['urlset', 'sitemapindex', 'rss', 'feed', 'rdf:RDF'])

/** Sitemaps, sitemap indexes, RSS and Atom of any site; null for every other page. */
export function readPublished(page: Page, site: Site | null): Published | null {
  const root = xmlRoot(page)
  if (root === null || !ROOTS.has(root)) return null
  const entries = entriesOf(page)
  if (root === 'sitemapindex') return { listings: [], links: sitemaps(entries, page.url) }
  if (root === 'urlset') return { listings: [], links: addresses(entries, page.url, site) }
  const goods = entries.flatMap((entry) => goodsOf(entry, page.url) ?? [])
  const rest = entries.filter((entry) => !isGoods(entry)).flatMap((entry) => linkOf(entry, page.url) ?? [])
  const links = rest.filter(isIndexUrl).map(({ href }): Link => ({ url: href, role: 'listing', text: null }))
  return { listings: goods, links }
}

function entriesOf(page: Page): readonly Entry[] {
  const entries: Entry[] = []
  let texts: Map<string, string[]> | null = null
  let open = ''
  for (const event of xmlEvents(page)) {
    if (event.kind === 'text') add(texts, open, event.raw ? event.text : (unescaped(event.text) ?? ''))
    else if (event.kind === 'open') {
      if (ENTRIES.has(event.name)) texts = new Map()
      open = event.empty ? open : event.name
      for (const [name, value] of told(event)) add(texts, name, value)
    } else {
      open = ''
      if (!ENTRIES.has(event.name) || texts === null) continue
      entries.push({ name: event.name, at: entries.length, texts })
      texts = null
      if (entries.length >= MAX_ENTRIES) break
    }
  }
  return entries
}

const add = (texts: Map<string, string[]> | null, name: string, text: string): void => {
  const known = texts?.get(name)
  if (known === undefined) texts?.set(name, [text.trim()])
  else if (known.length < 50) known.push(text.trim())
}

/** What attributes say: Atom's links, and the currency of a Shopify price. */
function told({ name, attributes }: XmlEvent & { readonly kind: 'open' }): readonly (readonly [string, string])[] {
  const value = (key: string) =>
    unescaped(
      new Map([...attributes.matchAll(/\b(\w+)\s?=\s?["']([^"']*)["']/g)].map((m) => [m[1], m[2]])).get(key) ?? null,
    )
  if (name === 'link' && /\bhref\b/.test(attributes) && /^(?:alternate)?$/.test(value('rel') ?? ''))
    return [['link', value('href') ?? '']]
  return name === 's:price' && value('currency') !== null ? [['s:currency', value('currency') ?? '']] : []
}

const one = ({ texts }: Entry, ...names: readonly string[]): string | null => {
  for (const name of names) for (const text of texts.get(name) ?? []) if (text !== '') return text
  return null
}

const linkOf = (entry: Entry, base: string): URL | null => {
  const url = absoluteUrl(one(entry, 'g:link', 'link', 'loc', 'guid', 'id'), base)
  return url === null || isSkipped(url) ? null : url
}

/** The last word of a sitemap's address: goods, and what is certainly none (categories of goods among them). */
const OF_GOODS = /products?(?!.{0,3}(?:cat|tag|brand))|san-?pham|\bitems?\b|listings?|goods|tin-?(?:rao|dang)|\bads?\b/i
const OF_OTHERS =
  /posts?\b(?!-product)|\bpages?\b|author|users?|blog|articles?|news|tin-?tuc|taxonomies-category|tags?\b/i
const lastWord = (url: string): string => new URL(url).pathname.split('/').pop() ?? ''

/** Where the index names sitemaps of goods, those alone: the others hold categories and articles. */
const sitemaps = (entries: readonly Entry[], base: string): readonly Link[] => {
  const urls = entries.flatMap((entry) => absolute(one(entry, 'loc'), base) ?? [])
  const goods = urls.filter((url) => OF_GOODS.test(lastWord(url)))
  const chosen = goods.length > 0 ? goods : urls.filter((url) => !OF_OTHERS.test(lastWord(url)))
  return chosen.map((url) => ({ url, role: 'index', text: null }))
}

const GOODS_PATH = /\/(?:products?|san-pham|items?|goods|p|dp)\//i

/** Goods by the sitemap's name, the site's own keys, a picture, or a word of the path; the rest may be indexes. */
const addresses = (entries: readonly Entry[], base: string, site: Site | null): readonly Link[] => {
  const goods = OF_GOODS.test(lastWord(base))
  const links = entries.flatMap((entry): readonly Link[] => {
    const url = linkOf(entry, base)
    if (url === null) return []
    const keyed = site?.key === undefined ? null : site.key(url) !== null
    const isListing = keyed ?? (goods || entry.texts.has('image:loc') || GOODS_PATH.test(url.href))
    if (isListing) return [{ url: url.href, role: 'listing', text: null }]
    return isIndexUrl(url) ? [{ url: url.href, role: 'index', text: null }] : []
  })
  // Of two entries for one address the one that knows it for goods.
  const goodsLast = [...links].sort((a, b) => Number(a.role === 'listing') - Number(b.role === 'listing'))
  const known = new Map(goodsLast.map((link) => [link.url, link]))
  return [...new Set(links.map(({ url }) => url))].flatMap((url) => known.get(url) ?? [])
}

const PRICES = ['g:sale_price', 'g:price', 's:price'] as const
const isGoods = (entry: Entry): boolean => one(entry, ...PRICES) !== null

/** An item of a shopping feed: Google's `g:` words, or Shopify's `s:`. Null without a price, an address or a name. */
function goodsOf(entry: Entry, base: string): RawDifference | null {
  const at = (...names: readonly string[]): Found | null => {
    const name = names.find((each) => one(entry, each) !== null)
    return name === undefined ? null : found(one(entry, name), `xml:${entry.name}[${entry.at}].${name}`)
  }
  const [title, link, price] = [at('g:title', 'title'), linkOf(entry, base), at(...PRICES)]
  if (title === null || link === null || price === null) return null
  const images = ['g:image_link', 'g:additional_image_link'].flatMap((name) =>
    (entry.texts.get(name) ?? []).flatMap(
      (url) => found(absolute(url, base), `xml:${entry.name}[${entry.at}].${name}`) ?? [],
    ),
  )
  return {
    url: found(link.href, `xml:${entry.name}[${entry.at}].link`),
    title,
    description: at('g:description', 'description', 'content', 'summary'),
    price,
    currency: at('s:currency'),
    listPrice: one(entry, 'g:sale_price') === null ? null : at('g:price'),
    brand: at('g:brand', 's:vendor'),
    gtin: at('g:gtin'),
    availability: at('g:availability'),
    condition: at('g:condition'),
    category: at('g:product_type', 's:type'),
    shipping: at('g:shipping_label'),
    images,
  }
}
