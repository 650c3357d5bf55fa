import type { Recorded } from '../collect/types.ts'
import type { FrontierRequest, Page, Validators } from '../domain.ts'
import { assessAgain, type Inspection } from '../pipeline.ts'
import type { Remembered } from '../store/api.ts'
import type { SweepOptions, SweepWorld } from './run.ts'

/** A page that had not changed: what is recorded of it, what it showed and where it led. */
interface Same {
  readonly recorded: Recorded
  readonly keys: readonly string[]
  readonly found: Validators['found']
}

export interface Unchanged {
  /** What to ask by; undefined for a page not remembered. */
  headers(url: string): Readonly<Record<string, string>> | undefined
  /** Null: the answer is a page to be read. `whole`: it has not changed, and is needed as evidence now. */
  reuse(page: Page, request: FrontierRequest): Promise<Same | 'whole' | null>
  /** Adds to what is recorded what the next sweep may ask by. */
  remembering(recorded: Recorded, seen: Inspection, page: Page): Recorded
}

const NOTHING: Unchanged = { headers: () => undefined, reuse: async () => null, remembering: (recorded) => recorded }

/**
 * Conditional requests (RFC 9110 §13): a page read before under the same rules is asked for only if it has changed. Listings of
 * an unchanged page are judged again, for registries and prices may say something new; what is then flagged is fetched whole,
 * since evidence is of the moment it was taken. Flagged pages are never asked for this way. A check asks anew, as does --fresh.
 */
export function openUnchanged(
  { store, ruleset, examiner, checks }: SweepWorld,
  { kind, fresh }: SweepOptions,
): Unchanged {
  if (kind === 'check') return NOTHING
  const asked = new Map<string, Validators & { readonly visit: number }>()
  const whole = new Set<string>()
  const flaggedNow = async ({ listings }: Remembered, at: string): Promise<boolean> => {
    for (const listing of listings) if ((await assessAgain(listing, { checks, examiner }, at)).flagged) return true
    return false
  }
  return {
    headers(url) {
      if (fresh || whole.has(url)) return undefined
      const known = store.memory.validators(url, ruleset.hash)
      if (known === null) return undefined
      asked.set(url, known)
      return {
        ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
        ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
      }
    },
    async reuse(page, { url }) {
      const known = asked.get(url)
      asked.delete(url)
      if (page.status !== 304 || known === undefined) return null
      const before = await store.memory.read(known.visit)
      if (before === null || (await flaggedNow(before, page.fetchedAt))) {
        whole.add(url)
        return 'whole'
      }
      const recorded = {
        finalUrl: page.url,
        site: before.site,
        outcome: 'served',
        reasons: [`not changed since it was read at ${before.at}`],
        status: 304,
        pageHash: before.pageHash,
        sightings: [],
        discovered: [],
        unchanged: { since: known.visit },
      } as const
      return { recorded, keys: before.listings.map(({ key }) => key), found: known.found }
    },
    remembering: (recorded, seen, page) => ({ ...recorded, validators: validatorsOf(seen, page) }),
  }
}

/** Null where the server gave nothing to ask by, or the page must be seen each time. */
function validatorsOf({ kind, links, verdict, sightings }: Inspection, page: Page): Validators | null {
  const { headers, status, via, redirects } = page
  const [etag, lastModified] = [headers.etag ?? null, headers['last-modified'] ?? null]
  const plain = status === 200 && via === 'http' && redirects.length === 0 && verdict.kind === 'served'
  if (!plain || (etag === null && lastModified === null)) return null
  if (kind === 'other' || sightings.some(({ assessment }) => assessment.flagged)) return null
  // The related goods of a listing's own page are not followed.
  return { etag, lastModified, found: { kind, links: kind === 'listing' ? [] : links } }
}
