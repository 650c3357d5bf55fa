import type { Listing, Page } from '../../src/domain.ts'
import { listingsOf } from '../../src/sites/listing.ts'
import type { SiteBook } from '../../src/sites/load.ts'
import { readPage } from '../../src/sites/read.ts'
import { urlKey } from '../../src/sites/urls.ts'
import { discover } from './discovery.ts'
import type { Recording } from './recorded.ts'

type Row = Readonly<Record<string, unknown>>
export interface ShopFigures {
  readonly name: string
  /** field → right, asked. */
  readonly fields: Readonly<Record<string, readonly [number, number]>>
  readonly discovery: {
    readonly visits: number
    readonly found: number
    readonly wanted: number
    readonly missing: readonly string[]
    readonly extra: readonly string[]
    /** Met more than once. */
    readonly twice: readonly string[]
  }
  readonly misses: readonly string[]
}

/** No site files: what the generic reader does alone. */
const NO_SITES = { sites: [], siteOf: () => null, siteFor: () => null, keyOf: urlKey }
export const genericListing = (page: Page): Listing | null =>
  listingsOf(readPage(page, null), page, NO_SITES)[0] ?? null

const same = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
/** The same file in any size. */
const file = (address: string): string =>
  (address.split('/').pop() ?? '').replace(/(?:-\d+x\d+|_thumbnail|_preview)(?=\.\w+$)/, '')

/** field → is it right? Fields a row does not state are not asked. */
const CHECKS: Readonly<Record<string, (listing: Listing, row: Row) => boolean>> = {
  title: (listing, row) => same(listing.title) === same(row.title),
  price: (listing, row) => (listing.price?.amount ?? null) === row.price,
  currency: (listing, row) => row.price === null || listing.price?.currency === row.currency,
  price_old: (listing, row) => (listing.listPrice?.amount ?? null) === row.price_old,
  price_max: (listing, row) => (listing.priceMax?.amount ?? null) === row.price_max,
  images: (listing, row) => mainImage(listing, row.images as readonly string[]),
  description_start: (listing, row) => same(listing.description).startsWith(same(row.description_start).slice(0, 80)),
  seller: (listing, row) => same(listing.seller?.name) === same(row.seller),
  seller_phone: (listing, row) => (listing.seller?.phoneText ?? '').replace(/\D/g, '') === row.seller_phone,
  sku: (listing, row) => row.sku === null || same(listing.sku) === same(row.sku),
  brand: (listing, row) => same(listing.brand) === same(row.brand),
}

const mainImage = ({ images }: Listing, wanted: readonly string[]): boolean =>
  wanted.length === 0 ? images.length === 0 : images[0] !== undefined && wanted.map(file).includes(file(images[0]))

/** @param book the project's site files; the fields are read without them, by the generic reader alone */
export const measureShop = (shop: Recording, book: SiteBook): ShopFigures => {
  const fields: Record<string, [number, number]> = {}
  const misses: string[] = []
  for (const row of shop.expected) {
    const page = shop.page(String(row.url))
    const listing = page === null ? null : genericListing(page)
    for (const [field, right] of Object.entries(CHECKS)) {
      if (row[field] === undefined) continue
      fields[field] ??= [0, 0]
      const count = fields[field]
      count[1]++
      if (listing !== null && right(listing, row)) count[0]++
      else misses.push(`${shop.name} ${field}: wanted ${JSON.stringify(row[field])} at ${row.url}`)
    }
  }
  return { name: shop.name, fields, discovery: discovery(shop, book), misses }
}

const discovery = (shop: Recording, book: SiteBook): ShopFigures['discovery'] => {
  const { visits, met } = discover(shop, book)
  const wanted = shop.expected.map((row) => String(row.url))
  const missing = wanted.filter((url) => !met.has(url))
  return {
    visits,
    wanted: wanted.length,
    found: wanted.length - missing.length,
    missing,
    extra: [...met.keys()].filter((url) => !wanted.includes(url)),
    twice: [...met].filter(([, times]) => times > 1).map(([url]) => url),
  }
}
