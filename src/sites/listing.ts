import type { Listing, Page } from '../domain.ts'
import { normaliseListing } from '../normalise/listing.ts'
import type { SiteBook } from './load.ts'
import type { Reading } from './read.ts'
import { canonicalUrl } from './urls.ts'

/**
 * What was read, parsed and keyed. A page's canonical link is believed only on the page's own host, or another of the same site:
 * an attacker's link elsewhere would make its goods pass for another shop's.
 */
export function listingsOf(reading: Reading, page: Page, book: SiteBook): readonly Listing[] {
  const site = book.siteFor(page)
  return reading.listings.map((raw) => {
    const url = canonicalUrl(ownAddress(raw.url?.text, page.url, book))
    return normaliseListing(raw, {
      page,
      site: reading.site,
      key: book.keyOf(url),
      url,
      currency: site?.currency ?? null,
    })
  })
}

const ownAddress = (stated: string | undefined, pageUrl: string, book: SiteBook): string => {
  if (stated === undefined || !URL.canParse(stated, pageUrl)) return pageUrl
  const [url, page] = [new URL(stated, pageUrl), new URL(pageUrl)]
  const same = (host: string) => host.replace(/^(?:www|m)\./, '')
  const site = book.siteOf(pageUrl)
  const own = same(url.host) === same(page.host) || (site !== null && book.siteOf(url.href) === site)
  return own ? url.href : pageUrl
}
