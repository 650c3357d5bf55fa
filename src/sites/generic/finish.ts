import type { Found, RawListing } from '../../domain.ts'
import { tagOf } from '../../normalise/post-tag.ts'
import { postOf } from '../../normalise/post-text.ts'
import type { Scan } from '../../page/scan.ts'
import type { PageView } from '../../page/view.ts'
import { currencyOf } from './currency.ts'
import { absolute, found } from './found.ts'
import type { Head } from './head.ts'
import { numberInUrl, onlySku } from './item-number.ts'
import type { Seen } from './visible.ts'

const pageUrl = (head: Head, base: string) =>
  found(absolute(head.canonical, base), 'link:canonical') ?? found(absolute(head.meta('og:url'), base), 'meta:og:url')

/** What follows from the address and from what was read; each says so in its source. */
export const finish = (
  listing: RawListing,
  view: PageView,
  scan: Scan,
  head: Head,
  base: string,
  seen: Seen | null,
): RawListing => {
  const url = pageUrl(head, base) ?? listing.url
  return {
    ...listing,
    url,
    currency: listing.currency ?? currencyOf(listing, seen),
    sku: listing.sku ?? onlySku(scan) ?? numberInUrl([view.url.href, url?.text ?? ''], scan) ?? seen?.looseCode ?? null,
    availability:
      saidGone(listing.title) ??
      listing.availability ??
      (isAsked(listing.price) ? { text: 'InStock', source: 'inferred:price' } : null),
  }
}

/** Goods whose page asks a price and says nothing of being sold out are offered; the source names it an inference. */
const isAsked = (price: Found | null): boolean => price !== null && /[1-9]/.test(price.text)

/** Before the title of an advert its writer tags it: `[Đã bán] Tủ gỗ sồi`. */
const saidGone = (title: Found | null): Found | null =>
  title !== null && tagOf(postOf(title.text), true) === 'sold'
    ? { text: 'OutOfStock', source: `${title.source}~availability` }
    : null
