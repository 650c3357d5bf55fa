import type { Link } from '../../src/domain.ts'
import { readPage } from '../../src/sites/read.ts'
import type { Recording } from './recorded.ts'

export interface Discovery {
  readonly visits: number
  /** Canonical address of every page read as a listing, with how often it was met. */
  readonly met: ReadonlyMap<string, number>
}

const MAX_VISITS = 1500

/** Follows listing, next and index links of one recorded shop from its start page, as a sweep would, without a network. */
export const discover = (shop: Recording): Discovery => {
  const seen = new Set<string>()
  const met = new Map<string, number>()
  const queue: string[] = [`${shop.base}/`]
  for (let at = 0; at < queue.length && at < MAX_VISITS; at++) {
    const url = queue[at] ?? ''
    const page = shop.page(url)
    if (page === null || page.status !== 200 || !/html/.test(page.headers['content-type'] ?? '')) continue
    const { kind, listings, links } = readPage(page, null)
    if (kind === 'listing') {
      const address = listings[0]?.url?.text ?? page.url
      met.set(address, (met.get(address) ?? 0) + 1)
    }
    for (const link of inOrder(links)) {
      if (seen.has(link.url)) continue
      seen.add(link.url)
      queue.push(link.url)
    }
  }
  return { visits: Math.min(queue.length, MAX_VISITS), met }
}

const RANK = { feed: 0, listing: 0, next: 1, index: 2 } as const
const inOrder = (links: readonly Link[]): readonly Link[] => [...links].sort((a, b) => RANK[a.role] - RANK[b.role])
