import type { Outcome } from '../domain.ts'
import type { Site } from '../sites/contract.ts'
import type { CoverageRow } from '../store/api.ts'

/** Where a site fell short of what its file promises of a healthy crawl. Shares are 0–1. */
export type Shortfall =
  | { readonly kind: 'listings'; readonly found: number; readonly expected: number }
  | { readonly kind: 'filled'; readonly field: string; readonly share: number; readonly expected: number }
  | { readonly kind: 'layout'; readonly pages: number; readonly read: number }

/** `not seen`: blocked, unreachable or gone, which says nothing of the site file. */
export interface SiteHealth {
  readonly site: string
  readonly state: 'healthy' | 'broken' | 'not seen'
  readonly shortfalls: readonly Shortfall[]
}

/** What one run saw of one site. */
export interface SiteSeen {
  readonly coverage: CoverageRow
  /** Different listings read. */
  readonly listings: number
  /** field → how many of them have it. */
  readonly filled: Readonly<Record<string, number>>
  /** Pages that show several goods were read: what a count of listings can be held against. */
  readonly indexes: number
  /** Pages on which the site file failed. */
  readonly layoutChanged: number
}

/** Fewer listings than these say nothing about shares. */
const FEW = 5
/** One odd page among many is a page; one in five is the site. */
const LAYOUT_SHARE = 0.2
/** What stood between us and the site. A removed listing is an answer, and no hindrance. */
const UNSEEN: readonly Outcome[] = [
  'blocked',
  'login-wall',
  'consent-wall',
  'geo-different',
  'empty-shell',
  'failed',
  'not-reached',
]

/** Compares a run with what the site file expects. Too few listings count only where index pages were read and walls hid no more than half. */
export function healthOf(site: Site, seen: SiteSeen): SiteHealth {
  const { outcomes } = seen.coverage
  const read = outcomes.served + outcomes['not-a-listing'] + seen.layoutChanged
  if (read === 0) return { site: site.id, state: 'not seen', shortfalls: [] }
  const hidden = UNSEEN.reduce((sum, outcome) => sum + outcomes[outcome], 0) - seen.layoutChanged
  const shortfalls: Shortfall[] = []
  if (seen.layoutChanged / read >= LAYOUT_SHARE) shortfalls.push({ kind: 'layout', pages: seen.layoutChanged, read })
  const { minListings, filled } = site.expect
  if (seen.indexes > 0 && seen.listings < minListings && hidden <= read)
    shortfalls.push({ kind: 'listings', found: seen.listings, expected: minListings })
  for (const [field, expected] of Object.entries(filled)) {
    const share = seen.listings === 0 ? 0 : (seen.filled[field] ?? 0) / seen.listings
    if (seen.listings >= FEW && share < expected) shortfalls.push({ kind: 'filled', field, share, expected })
  }
  return { site: site.id, state: shortfalls.length > 0 ? 'broken' : 'healthy', shortfalls }
}
