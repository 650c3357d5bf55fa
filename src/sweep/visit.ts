import type { Recorded } from '../collect/types.ts'
import type { FrontierRequest, NewRequest, Outcome, Page, VerdictKind } from '../domain.ts'
import type { Inspection } from '../pipeline.ts'
import type { SiteBook } from '../sites/load.ts'
import { LAYOUT_CHANGED } from '../store/api.ts'
import { bodyHash } from '../store/canonical.ts'

const OUTCOME: Readonly<Record<VerdictKind, Outcome>> = {
  served: 'served',
  removed: 'removed',
  blocked: 'blocked',
  'login-wall': 'login-wall',
  'consent-wall': 'consent-wall',
  'geo-different': 'geo-different',
  'empty-shell': 'empty-shell',
  'not-a-listing': 'not-a-listing',
  error: 'failed',
}

/** A served page that neither is a listing nor leads to any was read for nothing: it is counted apart, and never as unseen. */
const outcomeOf = ({ verdict, kind, sightings, links }: Inspection): Outcome =>
  verdict.kind === 'served' && kind === 'other' && sightings.length === 0 && links.length === 0
    ? 'not-a-listing'
    : OUTCOME[verdict.kind]

/** What is recorded of one visit. A served page without a listing says why in its reasons. */
export function handledOf(
  seen: Inspection,
  page: Page,
  discovered: readonly NewRequest[],
  covered: readonly NewRequest[],
  notes: readonly string[],
): Recorded {
  const { verdict, why } = seen
  return {
    finalUrl: page.url,
    site: siteName(seen.site, page.url),
    outcome: outcomeOf(seen),
    reasons: [...verdict.reasons, ...(verdict.kind === 'served' && why ? [why] : []), ...notes],
    status: page.status,
    pageHash: bodyHash(page.body),
    sightings: seen.sightings,
    discovered,
    covered,
  }
}

/** What is recorded of a page that its site file no longer fits, and where the page lies. */
export const misfit = (page: Page, site: string, error: string, where: string): Recorded => ({
  finalUrl: page.url,
  site,
  outcome: 'failed',
  reasons: [LAYOUT_CHANGED, error, where],
  status: page.status,
  pageHash: bodyHash(page.body),
  sightings: [],
  discovered: [],
})

/** What is recorded of a request that brought no page. */
export const unfetched = (
  { url }: FrontierRequest,
  outcome: Outcome,
  reasons: readonly string[],
  book: SiteBook,
): Recorded => ({
  finalUrl: null,
  site: siteName(book.siteOf(url)?.id ?? null, url),
  outcome,
  reasons,
  status: null,
  pageHash: null,
  sightings: [],
  discovered: [],
})

/** Coverage is by site: the adapter's id, or the host where the generic reader read. */
export const siteName = (site: string | null, url: string): string => (site ?? new URL(url).host) || 'file'
