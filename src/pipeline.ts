import type { Capture, Checks, Link, Listing, LookedAt, Page, ScoreInput, Seen, Sighting, Verdict } from './domain.ts'
import { type FirstReading, type OcrPolicy, wantsPictures } from './images/policy.ts'
import { scoreInput } from './normalise/listing.ts'
import { withOcrText } from './normalise/ocr-text.ts'
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
  /** Fetches and reads pictures of listings the policy wants looked at; null where pictures are not looked at. */
  readonly pictures: {
    readonly policy: OcrPolicy
    readonly look: (urls: readonly string[]) => Promise<LookedAt>
  } | null
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

/** The whole flow of one page: verdict → read → normalise → score → pictures, and score again → capture of what is flagged. */
export async function inspect(page: Page, world: World): Promise<Inspection> {
  const site = world.book.siteFor(page)
  const verdict = judge(page, site?.signs)
  if (verdict.kind !== 'served')
    return { verdict, site, kind: 'not-read', sightings: [], links: [], why: verdict.reasons.join('; ') }
  const reading = readPage(page, site)
  const capture = once(async () => (world.capture ? world.capture() : null))
  const sightings: Sighting[] = []
  for (const listing of listingsOf(reading, page, world.book)) {
    const { pictures, ...judged } = await withPictures(await judgeListing(listing, page, world), page, world)
    const kept = judged.assessment.flagged ? await keep(listing, capture, world) : NOT_KEPT
    sightings.push({ page, verdict, ...judged, ...kept, pictures })
  }
  return { verdict, site, kind: reading.kind, sightings, links: reading.links, why: reading.why }
}

async function judgeListing(listing: Listing, page: Page, world: World): Promise<FirstReading> {
  const input = scoreInput(listing)
  const checks = await world.checks(input, { sellerUrl: listing.seller?.url ?? null, at: page.fetchedAt })
  return { listing, checks, assessment: assess(input, world.ruleset, checks) }
}

/** Looks at the pictures where that is wanted, and judges again with the words in them. */
async function withPictures(
  first: FirstReading,
  page: Page,
  world: World,
): Promise<FirstReading & Pick<Sighting, 'pictures'>> {
  if (!world.pictures || !wantsPictures(world.pictures.policy, first)) return { ...first, pictures: null }
  const { text, ...pictures } = await world.pictures.look(first.listing.images)
  if (text === null) return { ...first, pictures }
  return { ...(await judgeListing(withOcrText(first.listing, { text, ...pictures }), page, world)), pictures }
}

type Kept = Pick<Sighting, 'capture' | 'captureError' | 'drift'>
const NOT_KEPT: Kept = { capture: null, captureError: null, drift: [] }

/** Captures a flagged listing and reads the capture again. A capture that fails is said, never replaced. */
async function keep(listing: Listing, take: () => Promise<Capture | null>, world: World): Promise<Kept> {
  try {
    const capture = await take()
    if (!capture) return { ...NOT_KEPT, captureError: 'no browser on this machine' }
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
