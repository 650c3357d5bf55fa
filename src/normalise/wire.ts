import type { Listing, Money, ScoreInput } from '../domain.ts'

/** The wire format of scoring. Texts are the listing's own, so that quotes point at what the page printed. */
export function scoreInput(listing: Listing): ScoreInput {
  const { seller, price } = listing
  return {
    id: `${listing.site}:${listing.key}`,
    platform: listing.site,
    url: listing.url,
    title: listing.title,
    description: listing.description ?? '',
    price_text: price?.text ?? null,
    price_vnd: price?.currency === 'VND' ? price.amount : null,
    brand: listing.brand,
    category: listing.category,
    seller: seller && {
      name: seller.name,
      location: seller.location,
      phone_text: seller.phoneText,
      badges: seller.badges,
    },
    attributes: withGtin(listing),
    ocr_text: listing.ocrText,
  }
}

/** The barcode of structured data is a claim like one in the table of attributes. */
const withGtin = ({ gtin, attributes }: Listing): ScoreInput['attributes'] =>
  gtin === null || 'GTIN' in attributes ? attributes : { ...attributes, GTIN: gtin }

/** What `soi read` prints: snake_case, null where the page does not say. */
export interface ReadOutput {
  readonly url: string
  readonly title: string
  readonly price: Money | null
  readonly list_price: Money | null
  readonly price_max: Money | null
  readonly description: string | null
  readonly brand: string | null
  readonly sku: string | null
  readonly gtin: string | null
  readonly availability: string | null
  readonly condition: string | null
  readonly category: string | null
  readonly images: readonly string[]
  readonly seller: {
    readonly name: string | null
    readonly url: string | null
    readonly location: string | null
    readonly phone_text: string | null
    readonly badges: readonly string[]
  } | null
  readonly attributes: Readonly<Record<string, string>>
  readonly province: string | null
  readonly posted_at: string | null
  readonly sold: number | null
  readonly rating: number | null
  readonly ratings: number | null
  readonly shipping: string | null
  readonly variants: Listing['variants']
  readonly contacts: Listing['contacts']
  readonly provenance: Readonly<Record<string, string>>
}

export function readOutput(listing: Listing): ReadOutput {
  const { seller } = listing
  return {
    url: listing.url,
    title: listing.title,
    price: listing.price,
    list_price: listing.listPrice,
    price_max: listing.priceMax,
    description: listing.description,
    brand: listing.brand,
    sku: listing.sku,
    gtin: listing.gtin,
    availability: listing.availability,
    condition: listing.condition,
    category: listing.category,
    images: listing.images,
    seller: seller && {
      name: seller.name,
      url: seller.url,
      location: seller.location,
      phone_text: seller.phoneText,
      badges: seller.badges,
    },
    attributes: listing.attributes,
    province: listing.province,
    posted_at: listing.postedAt,
    sold: listing.sold,
    rating: listing.rating,
    ratings: listing.ratings,
    shipping: listing.shipping,
    variants: listing.variants,
    contacts: listing.contacts,
    provenance: listing.provenance,
  }
}
