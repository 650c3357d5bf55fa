import type { FrontierRequest, Link, NewRequest } from '../domain.ts'
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
  const via = book.siteOf(url)?.needs ?? 'http'
  return { url, key: book.keyOf(url), host: new URL(url).host, via, ...rest }
}

/**
 * Which links of a visited page are followed: listings and next pages of an index always, other indexes (categories)
 * up to the depth. Related goods shown on a listing's own page are not: the officer asked for this listing.
 */
export function followed(
  seen: Pick<Inspection, 'kind' | 'links'>,
  from: FrontierRequest,
  book: SiteBook,
  following: Following,
): readonly NewRequest[] {
  if (seen.kind === 'listing' || seen.kind === 'not-read') return []
  const depthOf = (link: Link) => (link.role === 'index' ? from.depth + 1 : from.depth)
  return seen.links
    .filter((link) => following.hosts.has(new URL(link.url).host) && depthOf(link) <= following.depth)
    .map((link) => newRequest(link.url, book, { role: link.role, depth: depthOf(link) }))
}
