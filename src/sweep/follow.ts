import type { FrontierRequest, Link, NewRequest, Sighting } from '../domain.ts'
import type { Inspection } from '../pipeline.ts'
import type { SiteBook } from '../sites/load.ts'

/** How far a run goes from its starting pages. */
export interface Following {
  /** Steps through category pages. */
  readonly depth: number
  /** The hosts of the targets; links to other hosts are not followed. */
  readonly hosts: ReadonlySet<string>
}

export function newRequest(url: string, book: SiteBook, rest: Pick<NewRequest, 'role' | 'depth'>): NewRequest {
  // A browser would wrap data in a page of its own.
  const via = rest.role === 'feed' ? 'http' : (book.siteOf(url)?.needs ?? 'http')
  return { url, key: book.keyOf(url), host: new URL(url).host, via, ...rest }
}

/**
 * Which links of a visited page are followed: listings and next pages of an index always, other indexes (categories) and
 * feeds up to the depth; of a feed's listings those that must be seen on their own pages. Related goods shown on a
 * listing's own page are not: the officer asked for this listing. A page that was not read may still name its feed.
 */
export function followed(
  seen: Pick<Inspection, 'kind' | 'links' | 'feed' | 'sightings'>,
  from: FrontierRequest,
  book: SiteBook,
  following: Following,
): readonly NewRequest[] {
  if (seen.kind === 'listing') return []
  const step = (role: Link['role']) => (role === 'index' || (role === 'feed' && from.role !== 'feed') ? 1 : 0)
  const links = seen.links.map(({ url, role }) => ({ url, role, depth: from.depth + step(role) }))
  const own = unsettled(seen).map((url) => ({ url, role: 'listing' as const, depth: from.depth }))
  return [...own, ...links]
    .filter(({ url, depth }) => following.hosts.has(new URL(url).host) && depth <= following.depth)
    .map(({ url, role, depth }) => newRequest(url, book, { role, depth }))
}

/**
 * What need not be visited any more: listings that a feed gave whole and that are not flagged, since nothing more is to be
 * learned on their own pages; and the canonical address of a listing that was read under another one.
 */
export function covered(
  seen: Pick<Inspection, 'kind' | 'feed' | 'sightings'>,
  from: FrontierRequest,
  book: SiteBook,
): readonly NewRequest[] {
  const settled = seen.feed ? seen.sightings.filter(isSettled) : seen.kind === 'listing' ? seen.sightings : []
  return settled
    .filter(({ listing }) => book.keyOf(listing.url) !== book.keyOf(from.url))
    .map(({ listing }) => newRequest(listing.url, book, { role: 'listing', depth: from.depth }))
}

const unsettled = ({ feed, sightings }: Pick<Inspection, 'feed' | 'sightings'>): readonly string[] =>
  feed ? sightings.filter((one) => !isSettled(one)).map(({ listing }) => listing.url) : []

/** What is flagged is captured where people see it; what lacks its price or its words may say more there. */
const isSettled = ({ listing, assessment }: Sighting): boolean =>
  !assessment.flagged && listing.price !== null && listing.description !== null
