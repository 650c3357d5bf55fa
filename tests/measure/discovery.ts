import type { Link } from '../../src/domain.ts'
import type { SiteBook } from '../../src/sites/load.ts'
import { readPage } from '../../src/sites/read.ts'
import type { Recording } from './recorded.ts'

export interface Discovery {
  readonly visits: number
  /** Canonical address of every listing read, from a feed or on its own page, with how often it was met. */
  readonly met: ReadonlyMap<string, number>
}

const MAX_VISITS = 1500

/** Follows feed, listing, next and index links of one recorded shop from its start page, as a sweep would, without a network. */
export const discover = (shop: Recording, book: SiteBook): Discovery => {
  const seen = new Set<string>()
  const met = new Map<string, number>()
  const queue: Link[] = [{ url: `${shop.base}/`, role: 'index', text: null }]
  let visits = 0
  for (let next = queue.shift(); next !== undefined && visits < MAX_VISITS; next = queue.shift()) {
    // What a feed or another address of the goods gave meanwhile.
    if (seen.has(`read ${book.keyOf(next.url)}`)) continue
    visits++
    const page = shop.page(next.url)
    if (page === null || page.status !== 200 || !/html|json|xml/.test(page.headers['content-type'] ?? '')) continue
    const { kind, listings, links } = readPage(page, book.siteFor(page))
    for (const { url } of listings) {
      const address = url?.text ?? page.url
      met.set(address, (met.get(address) ?? 0) + 1)
      seen.add(`read ${book.keyOf(address)}`)
    }
    if (kind === 'listing') continue
    for (const link of links) {
      if (seen.has(book.keyOf(link.url))) continue
      seen.add(book.keyOf(link.url))
      queue.push(link)
    }
    queue.sort((a, b) => RANK[a.role] - RANK[b.role])
  }
  return { visits, met }
}

const RANK = { feed: 0, listing: 1, next: 2, index: 2 } as const
