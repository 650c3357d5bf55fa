import type {
  Capture,
  Checks,
  Exhibit,
  Link,
  Listing,
  Origin,
  Page,
  ScoreInput,
  Seen,
  Sighting,
  Verdict,
} from './domain.ts'
import { scoreInput } from './normalise/listing.ts'
import { judge } from './page/verdict.ts'
import type { Ruleset } from './rules/ruleset.ts'
import { assess } from './rules/score.ts'
import type { Site } from './sites/contract.ts'
import { listingsOf } from './sites/listing.ts'
import type { SiteBook } from './sites/load.ts'
import { readPage } from './sites/read.ts'

/** What the pipeline needs from outside. */
export interface World {
  readonly book: SiteBook
  readonly ruleset: Ruleset
  /** What registries, price lists and the store say of a listing, before it is judged. */
  readonly checks: (input: ScoreInput, seen: Seen) => Promise<Checks>
  /** Rendered DOM and screenshot of the page, now; null where there is no browser. */
  readonly capture: (() => Promise<Capture>) | null
  /** How the page came, where no crawler fetched it by itself. */
  readonly brought?: Brought
}

/** What stands beside a page that a person brought. */
export interface Brought {
  readonly origin: Origin
  readonly attached: readonly Exhibit[]
  /** Why there is no capture of it; null where `capture` is asked. */
  readonly noCapture: string | null
}

/** What one page gave: the verdict, the sightings read from it, and the links worth following. */
export interface Inspection {
  readonly verdict: Verdict
  readonly site: Site | null
  readonly kind: 'listing' | 'listings' | 'index' | 'other' | 'not-read'
  readonly sightings: readonly Sighting[]
  readonly links: readonly Link[]
  /** Why there is no listing; null when there is one. */
  readonly why: string | null
}

/** The whole flow of one page: verdict → read → normalise → score → capture of what is flagged. */
export async function inspect(page: Page, world: World): Promise<Inspection> {
  const site = world.book.siteFor(page)
  const verdict = judge(page, site?.signs)
  if (verdict.kind !== 'served')
    return { verdict, site, kind: 'not-read', sightings: [], links: [], why: verdict.reasons.join('; ') }
  const reading = readPage(page, site)
  const one = { ...world, capture: world.capture && once(world.capture) }
  const sightings: Sighting[] = []
  for (const listing of listingsOf(reading, page, world.book)) sightings.push(await sight(listing, page, verdict, one))
  return { verdict, site, kind: reading.kind, sightings, links: reading.links, why: reading.why }
}

/** One listing that was read: checked, scored, and captured where it is flagged or was chosen by a person. */
export async function sight(listing: Listing, page: Page, verdict: Verdict, world: World): Promise<Sighting> {
  const input = scoreInput(listing)
  const checks = await world.checks(input, { sellerUrl: listing.seller?.url ?? null, at: page.fetchedAt })
  const assessment = assess(input, world.ruleset, checks)
  const origin = world.brought?.origin ?? null
  const kept = assessment.flagged || origin?.whole ? await keep(listing, world) : NOT_KEPT
  return { page, verdict, listing, assessment, checks, ...kept, origin, attached: world.brought?.attached ?? [] }
}

type Kept = Pick<Sighting, 'capture' | 'captureError' | 'drift'>
const NOT_KEPT: Kept = { capture: null, captureError: null, drift: [] }

/** Captures a flagged listing and reads the capture again. A capture that fails is said, never replaced. */
async function keep(listing: Listing, world: World): Promise<Kept> {
  const noCapture = world.brought?.noCapture ?? null
  if (noCapture !== null) return { ...NOT_KEPT, captureError: noCapture }
  if (!world.capture) return { ...NOT_KEPT, captureError: 'no browser on this machine' }
  try {
    const capture = await world.capture()
    return { capture, captureError: null, drift: driftOf(listing, capture, world) }
  } catch (error) {
    return { ...NOT_KEPT, captureError: (error as Error).message }
  }
}

const COMPARED = ['title', 'description', 'price', 'listPrice', 'brand', 'availability', 'condition', 'seller'] as const

/** Fields that differ between the reading and the capture; `*` when the captured page no longer shows the listing. */
function driftOf(listing: Listing, capture: Capture, world: World): readonly string[] {
  if (capture.verdict.kind !== 'served') return ['*']
  const site = world.book.siteFor(capture.page)
  const again = listingsOf(readPage(capture.page, site), capture.page, world.book).find(
    ({ key }) => key === listing.key,
  )
  if (!again) return ['*']
  const differs = (field: (typeof COMPARED)[number]) => JSON.stringify(listing[field]) !== JSON.stringify(again[field])
  return COMPARED.filter(differs)
}

/** One capture serves every listing of a page. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
