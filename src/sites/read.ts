import type { Link, Page, RawListing } from '../domain.ts'
import { type PageView, viewOf } from '../page/view.ts'
import type { RawDifference, Site } from './contract.ts'
import { EMPTY } from './generic/found.ts'
import { type GenericReading, readGeneric } from './generic/generic.ts'
import { isThread, postedListing } from './posted.ts'
import { readPublished } from './published.ts'

/** What one page holds. */
export interface Reading {
  /** Adapter id, or `generic`. */
  readonly site: string
  readonly kind: 'listing' | 'listings' | 'index' | 'other'
  readonly listings: readonly RawListing[]
  /** None of a listing: they are not followed. */
  readonly links: readonly Link[]
  /** Why the page is no listing: a key of `whyNot` in the messages of reading; null when it is one. */
  readonly why: string | null
  /** Read from data published for programs (JSON, XML), not from a page that people see. */
  readonly feed: boolean
}

/**
 * Reads a page: the site's differences merged over the generic reading. Pure; nothing is fetched.
 * Throws LayoutChanged where the site's adapter no longer fits.
 */
export function readPage(page: Page, site: Site | null): Reading {
  const view = viewOf(page)
  const id = site?.id ?? 'generic'
  const published = readPublished(page, site)
  if (published !== null) return readingOfData(id, published.listings, published.links, 'addresses-only')
  const feed = site?.listings?.(view) ?? null
  if (view.isJson) return readingOfData(id, feed ?? [], site?.links?.(view, []) ?? [], 'no-goods')
  if (feed !== null) return { ...readingOfData(id, feed, site?.links?.(view, []) ?? [], 'no-goods'), feed: false }
  return readDocument(view, site, id)
}

/** Whole listings out of data; without any, `why` says what else it is. */
const readingOfData = (
  site: string,
  differences: readonly RawDifference[],
  links: readonly Link[],
  why: string,
): Reading => {
  const listings = differences.map((difference) => ({ ...EMPTY, ...difference }))
  const kind = listings.length > 0 ? 'listings' : why === 'addresses-only' ? 'index' : 'other'
  return { site, kind, listings, links, why: listings.length > 0 ? null : why, feed: true }
}

/** One page of a document: a listing, or what leads to listings. */
const readDocument = (view: PageView, site: Site | null, id: string): Reading => {
  const generic = readGeneric(view)
  const named = site?.key === undefined ? null : site.key(addressOf(view.page, generic)) !== null
  const isListing = named ?? generic.kind === 'listing'
  const mayBePost = site === null && (generic.kind === 'other' || isThread(view, generic.listing))
  const posted = mayBePost ? postedListing(view, generic.listing) : null
  if (posted !== null) return { site: id, kind: 'listing', listings: [posted], links: [], why: null, feed: false }
  if (isListing) {
    const listing = merge(generic.listing, site?.listing?.(view) ?? {})
    if (listing.title !== null)
      return { site: id, kind: 'listing', listings: [listing], links: [], why: null, feed: false }
    return { site: id, kind: 'other', listings: [], links: generic.links(), why: 'no-title', feed: false }
  }
  const found = generic.links()
  const links = site?.links?.(view, found) ?? found
  const kind = generic.kind === 'listing' ? 'index' : generic.kind
  return { site: id, kind, listings: [], links, why: generic.why ?? 'no-goods', feed: false }
}

const addressOf = (page: Page, generic: GenericReading): URL => new URL(generic.listing.url?.text ?? page.url)

/** Fields the site leaves out are the generic reader's; attributes are joined, the site's first. */
const merge = (generic: RawListing, difference: RawDifference): RawListing => ({
  ...generic,
  ...difference,
  attributes: { ...generic.attributes, ...difference.attributes },
})
