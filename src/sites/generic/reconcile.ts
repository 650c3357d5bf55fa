import type { Found, RawListing, RawSeller } from '../../domain.ts'
import { amountOf } from './amounts.ts'
import { EMPTY, type Source } from './found.ts'

/** The sources in the order they are believed, field by field. Absent sources are null. */
interface Sources {
  readonly jsonld: Source | null
  readonly annotated: Source | null
  readonly metas: Source | null
  readonly visible: Source | null
  readonly embedded: Source | null
}

/**
 * One listing out of all that the sources say. Structured data first, then what is printed, then metas and embedded state;
 * the exceptions: a price of nothing gives way to a printed one, the code that buyers see goes before one for machines
 * (often a variant's), the fullest description wins, and attributes are those of all sources together.
 */
export const reconcile = (sources: Sources): RawListing => {
  const { jsonld, annotated, metas, visible, embedded } = sources
  const stated = [jsonld, annotated, visible, metas, embedded]
  const price = priceOf(sources)
  return {
    ...EMPTY,
    url: first([jsonld, annotated], 'url'),
    title: withoutShop(first(stated, 'title'), visible?.title ?? null),
    description: fullest(stated.map((source) => source?.description ?? null)),
    price: price.price,
    currency: price.currency,
    priceMax: price.priceMax,
    listPrice: above(first(stated, 'listPrice'), price.price),
    brand: first(stated, 'brand'),
    sku: first([visible, jsonld, annotated, metas, embedded], 'sku'),
    gtin: first(stated, 'gtin'),
    availability: first([jsonld, annotated, metas, visible, embedded], 'availability'),
    condition: first(stated, 'condition'),
    category: first([visible, jsonld, annotated, metas, embedded], 'category'),
    images: images(stated),
    attributes: Object.assign({}, ...[...stated].reverse().map((source) => source?.attributes ?? {})),
    seller: sellerOf([jsonld, annotated, visible, embedded].map((source) => source?.seller ?? null)),
    postedAt: first(stated, 'postedAt'),
    sold: first(stated, 'sold'),
    rating: first(stated, 'rating'),
    ratings: first(stated, 'ratings'),
    shipping: first(stated, 'shipping'),
    variants: stated.find((source) => source?.variants?.length)?.variants ?? [],
  }
}

type TextField = { [K in keyof RawListing]: RawListing[K] extends Found | null ? K : never }[keyof RawListing]

const first = (sources: readonly (Source | null)[], field: TextField): Found | null => {
  for (const source of sources) {
    const value = source?.[field]
    if (value !== null && value !== undefined) return value
  }
  return null
}

/** “Tea bowl — Our Shop” gives way to the printed “Tea bowl”. */
const withoutShop = (title: Found | null, printed: Found | null): Found | null =>
  title !== null &&
  printed !== null &&
  title.text.startsWith(printed.text) &&
  /^\s{1,3}[|–—-]\s/.test(title.text.slice(printed.text.length))
    ? printed
    : title

/** Price, its upper end and its currency come from one source, so that they belong together. */
const priceOf = ({
  jsonld,
  annotated,
  visible,
  metas,
  embedded,
}: Sources): Pick<RawListing, 'price' | 'priceMax' | 'currency'> => {
  const order = [jsonld, annotated, visible, metas, embedded].filter(
    (source): source is Source => source?.price !== null && source?.price !== undefined,
  )
  const source = order.find((one) => !isNothing(one.price)) ?? order[0]
  if (source === undefined) return { price: null, priceMax: null, currency: null }
  const bare = !/[^\d\s.,]/.test(source.price?.text ?? '')
  const currency = source.currency ?? (bare ? first([jsonld, annotated, metas], 'currency') : null)
  return { price: source.price ?? null, priceMax: source.priceMax ?? null, currency }
}

const isNothing = (price: Found | null | undefined): boolean => {
  const amount = amountOf(price?.text ?? '')
  return amount === 0 || Number.isNaN(amount) || (price?.text ?? '').startsWith('-')
}

const above = (list: Found | null, price: Found | null): Found | null => {
  if (list === null || price === null) return list
  return amountOf(list.text) > amountOf(price.text) ? list : null
}

/** The first stated, unless a later one says clearly more. */
const fullest = (texts: readonly (Found | null)[]): Found | null => {
  let best: Found | null = null
  for (const text of texts)
    if (text !== null && (best === null || text.text.length > best.text.length * 1.2)) best = text
  return best
}

const MAX_IMAGES = 40

const images = (sources: readonly (Source | null)[]): readonly Found[] => {
  const seen = new Set<string>()
  return sources
    .flatMap((source) => source?.images ?? [])
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, MAX_IMAGES)
}

/** The first who has a name; what it leaves out is filled from another that has the same name. */
const sellerOf = (sellers: readonly (RawSeller | null)[]): RawSeller | null => {
  const named = sellers.filter((seller): seller is RawSeller => seller?.name !== null && seller?.name !== undefined)
  const lead = named[0]
  if (lead === undefined) return null
  const same = named.filter((seller) => seller.name?.text === lead.name?.text)
  const fill = (field: 'url' | 'location' | 'phoneText') =>
    same.map((seller) => seller[field]).find((value) => value !== null) ?? null
  return {
    name: lead.name,
    url: fill('url'),
    location: fill('location'),
    phoneText: fill('phoneText'),
    badges: lead.badges,
  }
}
