import type { Recorded } from '../collect/types.ts'
import type { FrontierRequest, NewRequest, Outcome, Page, VerdictKind } from '../domain.ts'
import type { Inspection } from '../pipeline.ts'
import type { SiteBook } from '../sites/load.ts'
import { bodyHash } from '../store/canonical.ts'

const OUTCOME: Readonly<Record<VerdictKind, Outcome>> = {
  served: 'served',
  removed: 'removed',
  blocked: 'blocked',
  'login-wall': 'login-wall',
  'empty-shell': 'empty-shell',
  error: 'failed',
}

/** What is recorded of one visit. A served page without a listing says why in its reasons; it is still served. */
export function handledOf(seen: Inspection, page: Page, discovered: readonly NewRequest[]): Recorded {
  const { verdict, why } = seen
  return {
    finalUrl: page.url,
    site: siteName(seen.site, page.url),
    outcome: OUTCOME[verdict.kind],
    reasons: [...verdict.reasons, ...(verdict.kind === 'served' && why ? [why] : [])],
    status: page.status,
    pageHash: bodyHash(page.body),
    sightings: seen.sightings,
    discovered,
  }
}

/** What is recorded of a request that brought no page. */
export const unfetched = (
  { url }: FrontierRequest,
  outcome: Outcome,
  reasons: readonly string[],
  book: SiteBook,
): Recorded => ({
  finalUrl: null,
  site: siteName(book.siteOf(url), url),
  outcome,
  reasons,
  status: null,
  pageHash: null,
  sightings: [],
  discovered: [],
})

/** Coverage is by site: the adapter's id, or the host where the generic reader read. */
const siteName = (site: { readonly id: string } | null, url: string): string =>
  (site?.id ?? new URL(url).host) || 'file'
