import type { Link, Page, RawListing } from '../domain.ts'
import { viewOf } from '../page/cheerio-view.ts'
import type { RawDifference, Site } from './contract.ts'
import { EMPTY } from './generic/found.ts'
import { type GenericReading, readGeneric } from './generic/generic.ts'

/** What one page holds. */
export interface Reading {
  /** Adapter id, or `generic`. */
  readonly site: string
  readonly kind: 'listing' | 'listings' | 'index' | 'other'
  readonly listings: readonly RawListing[]
  readonly links: readonly Link[]
  /** Why the page is no listing: a key of `whyNot` in the messages of reading; null when it is one. */
  readonly why: string | null
}

/**
 * Reads a page: the site's differences merged over the generic reading. Pure; nothing is fetched.
 * Throws LayoutChanged where the site's adapter no longer fits.
 */
export function readPage(page: Page, site: Site | null): Reading {
  const view = viewOf(page)
  const feed = site?.listings?.(view) ?? null
  if (feed !== null || view.isJson) {
    const listings = (feed ?? []).map((difference) => ({ ...EMPTY, ...difference }))
    return {
      site: site?.id ?? 'generic',
      kind: listings.length > 0 ? 'listings' : 'other',
      listings,
      links: site?.links?.(view, []) ?? [],
      why: listings.length > 0 ? null : 'no-goods',
    }
  }
  const generic = readGeneric(view)
  const named = site?.key === undefined ? null : site.key(addressOf(page, generic)) !== null
  const isListing = named ?? generic.kind === 'listing'
  const links = site?.links?.(view, generic.links) ?? generic.links
  if (!isListing)
    return {
      site: site?.id ?? 'generic',
      kind: generic.kind === 'listing' ? 'index' : generic.kind,
      listings: [],
      links,
      why: generic.why ?? 'no-goods',
    }
  const listing = merge(generic.listing, site?.listing?.(view) ?? {})
  if (listing.title === null)
    return { site: site?.id ?? 'generic', kind: 'other', listings: [], links, why: 'no-title' }
  return { site: site?.id ?? 'generic', kind: 'listing', listings: [listing], links, why: null }
}

const addressOf = (page: Page, generic: GenericReading): URL => new URL(generic.listing.url?.text ?? page.url)

/** Fields the site leaves out are the generic reader's; attributes are joined, the site's first. */
const merge = (generic: RawListing, difference: RawDifference): RawListing => ({
  ...generic,
  ...difference,
  attributes: { ...generic.attributes, ...difference.attributes },
})
