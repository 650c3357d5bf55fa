import type { Found, Listing, Money, Page, RawListing, Seller } from '../domain.ts'
import { contactsOf } from './contacts-of.ts'
import { countOf, ratingOf } from './counts.ts'
import { type MoneyOptions, parseMoney } from './money.ts'
import { placeOf } from './place.ts'
import { plainText } from './plain-text.ts'
import { availabilityOf, conditionOf } from './states.ts'

export { readOutput, scoreInput } from './wire.ts'

/** What the page and its site say beside the raw fields. */
export interface ListingContext {
  readonly page: Page
  readonly site: string
  readonly key: string
  readonly url: string
  /** Currency of a bare number on this site (ISO 4217); null when the site says nothing. */
  readonly currency: string | null
}

const words = (found: Found | null): string | null => (found && plainText(found.text)) || null
const line = (found: Found | null): string | null => words(found)?.replace(/\s+/g, ' ') ?? null

/** Parses what an adapter printed into a Listing. Pure; what cannot be parsed is null, never guessed. */
export function normaliseListing(raw: RawListing, context: ListingContext): Listing {
  const { price, priceMax } = prices(raw, context)
  const seller = sellerOf(raw, context)
  const description = words(raw.description)
  const read = {
    title: line(raw.title) ?? '',
    description,
    price,
    listPrice: money(raw.listPrice, raw, context),
    priceMax,
    brand: line(raw.brand),
    sku: line(raw.sku),
    gtin: line(raw.gtin),
    availability: availabilityOf(line(raw.availability)),
    condition: conditionOf(line(raw.condition)),
    category: line(raw.category),
    images: imagesOf(raw, context),
    attributes: attributesOf(raw),
    seller,
    postedAt: line(raw.postedAt),
    sold: countOf(line(raw.sold)),
    rating: ratingOf(line(raw.rating)),
    ratings: countOf(line(raw.ratings)),
    shipping: line(raw.shipping),
    variants: variantsOf(raw, context),
  }
  const contacts = contactsOf(read)
  const { site, key, url } = context
  const sources = provenanceOf(raw, read)
  const { province, field } = placeOf({ ...read, contacts })
  const provenance = field === null ? sources : { ...sources, province: sources[field] ?? field }
  return { site, key, url, ...read, ocrText: null, contacts, province, provenance }
}

function prices(raw: RawListing, context: ListingContext): { price: Money | null; priceMax: Money | null } {
  const price = money(raw.price, raw, context)
  const stated = money(raw.priceMax, raw, context)
  const parsed = raw.price && parseMoney(raw.price.text, optionsOf(raw, context))
  const range = price && parsed?.max != null ? { ...price, amount: parsed.max } : null
  const max = stated ?? range
  return { price, priceMax: max && price && max.amount <= price.amount ? null : max }
}

/** Each name once; a choice without a name is no choice. */
function variantsOf(raw: RawListing, context: ListingContext): Listing['variants'] {
  const named = raw.variants.flatMap((variant) => {
    const name = line(variant.name)
    return name === null ? [] : [{ name, price: money(variant.price, raw, context) }]
  })
  return named.filter((one, i) => named.findIndex(({ name }) => name === one.name) === i).slice(0, MAX_VARIANTS)
}

const MAX_VARIANTS = 200

/** A bare number is dong where the site says so, or says nothing and is a `.vn` host. */
function optionsOf(raw: RawListing, { currency, url }: ListingContext): MoneyOptions {
  const local = currency === 'VND' || (currency === null && URL.canParse(url) && new URL(url).hostname.endsWith('.vn'))
  return { currency: raw.currency?.text ?? (local ? null : currency), assume: local && !raw.currency ? 'VND' : null }
}

/** Money with a known amount and currency; a masked or foreign-looking price stays in the raw listing only. */
function money(found: Found | null, raw: RawListing, context: ListingContext): Money | null {
  const parsed = found && parseMoney(found.text, optionsOf(raw, context))
  if (!parsed || parsed.amount === null || parsed.currency === null) return null
  return { amount: parsed.amount, currency: parsed.currency, text: parsed.text }
}

function imagesOf(raw: RawListing, { page }: ListingContext): readonly string[] {
  const urls = raw.images.flatMap(({ text }) => absolute(text, page.url) ?? [])
  return [...new Set(urls)]
}

/** Absolute http(s) URL; null for data:, blob:, javascript: and what is no URL. */
function absolute(text: string, base: string): string | null {
  if (!URL.canParse(text.trim(), base)) return null
  const url = new URL(text.trim(), base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

const nameOf = (name: string): string => plainText(name).replace(/\s+/g, ' ')

function attributesOf(raw: RawListing): Record<string, string> {
  const pairs = Object.entries(raw.attributes).flatMap(([name, found]) => {
    const [key, value] = [nameOf(name), line(found)]
    return key && value ? [[key, value] as const] : []
  })
  return Object.fromEntries(pairs)
}

function sellerOf({ seller }: RawListing, { page }: ListingContext): Seller | null {
  if (!seller) return null
  const url = seller.url && absolute(seller.url.text, page.url)
  const [name, location, phoneText] = [line(seller.name), line(seller.location), line(seller.phoneText)]
  const badges = seller.badges.flatMap((badge) => line(badge) ?? [])
  if (!name && !url && !location && !phoneText && badges.length === 0) return null
  return { key: url ?? name, name, url, location, phoneText, badges }
}

const PARSED = [
  ...['title', 'description', 'price', 'listPrice', 'priceMax', 'brand', 'sku', 'gtin', 'availability', 'condition'],
  ...['category', 'postedAt', 'sold', 'rating', 'ratings', 'shipping'],
] as readonly (keyof RawListing & keyof Listing)[]

/** field → source for every field that was read; names as `soi read` prints them. */
function provenanceOf(raw: RawListing, read: Readonly<Partial<Listing>>): Record<string, string> {
  const sources: [string, string][] = []
  const add = (name: string, found: Found | null | undefined, value: unknown): void => {
    if (found && value != null && value !== '') sources.push([name, found.source])
  }
  for (const field of PARSED) add(snake(field), raw[field] as Found | null, read[field])
  if (read.priceMax && !raw.priceMax) add('price_max', raw.price, read.priceMax)
  add('url', raw.url, true)
  if (read.images && read.images.length > 0) add('images', raw.images[0], true)
  for (const [name, found] of Object.entries(raw.attributes))
    add(`attributes.${nameOf(name)}`, found, read.attributes?.[nameOf(name)])
  if (read.variants && read.variants.length > 0) add('variants', raw.variants[0]?.name, true)
  if (read.seller && raw.seller) {
    add('seller.name', raw.seller.name, read.seller.name)
    add('seller.url', raw.seller.url, read.seller.url)
    add('seller.location', raw.seller.location, read.seller.location)
    add('seller.phone_text', raw.seller.phoneText, read.seller.phoneText)
    add('seller.badges', raw.seller.badges[0], read.seller.badges.length > 0)
  }
  return Object.fromEntries(sources)
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
