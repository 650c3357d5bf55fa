import type {
  Assessment,
  Capture,
  Checks,
  Exhibit,
  Link,
  Listing,
  LookedAt,
  Origin,
  Page,
  ScoreInput,
  Seen,
  Sighting,
  Sought,
  Verdict,
  Witness,
} from './domain.ts'
import { type FirstReading, type OcrPolicy, wantsPictures } from './images/policy.ts'
import { scoreInput } from './normalise/listing.ts'
import { withOcrText } from './normalise/ocr-text.ts'
import { judge } from './page/verdict.ts'
import type { Ruleset } from './rules/ruleset.ts'
import { assess } from './rules/score.ts'
import { soughtOf } from './rules/sought.ts'
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
  /** The page as it looks now, its archive records, and where the words sought stand in it; null where there is no browser. */
  readonly capture: ((sought: readonly Sought[]) => Promise<Capture>) | null
  /** Who has it captured, and with what. */
  readonly witness?: Witness
  /** How the page came, where no crawler fetched it by itself. */
  readonly brought?: Brought
  /** Fetches and reads pictures of listings the policy wants looked at; null where pictures are not looked at. */
  readonly pictures: {
    readonly policy: OcrPolicy
    readonly look: (urls: readonly string[]) => Promise<LookedAt>
  } | null
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
  /** The listings come from data published for programs: each is shown to people on a page of its own. */
  readonly feed: boolean
}

/**
 * The whole flow of one page: verdict → read → normalise → score → pictures, and score again → capture of what is flagged. All
 * listings are judged before the one capture is taken: it then knows the words it has to find.
 */
export async function inspect(page: Page, world: World): Promise<Inspection> {
  const site = world.book.siteFor(page)
  const verdict = judge(page, site?.signs)
  if (verdict.kind !== 'served') {
    const links = verdict.kind === 'empty-shell' ? feedsOf(page, site) : []
    return { verdict, site, kind: 'not-read', sightings: [], links, why: verdict.reasons.join('; '), feed: false }
  }
  const reading = readPage(page, site)
  const { kind, links, why, feed } = reading
  const judged: Judged[] = []
  for (const listing of listingsOf(reading, page, world.book)) judged.push(await judgeWhole(listing, page, world))
  const sightings = await sightingsOf(judged, page, verdict, world, feed)
  return { verdict, site, kind, sightings, links, why, feed }
}

/** A shell that scripts would fill shows no goods, but what made it may publish them as data: no browser is needed then. */
const feedsOf = (page: Page, site: Site | null): readonly Link[] =>
  readPage(page, site).links.filter(({ role }) => role === 'feed')

/** One listing that was read: checked, scored, its pictures looked at, and captured where it is flagged or was chosen by a person. */
export async function sight(listing: Listing, page: Page, verdict: Verdict, world: World): Promise<Sighting> {
  const [sighting] = await sightingsOf([await judgeWhole(listing, page, world)], page, verdict, world, false)
  return sighting as Sighting
}

type Judged = FirstReading & Pick<Sighting, 'pictures'>

const judgeWhole = async (listing: Listing, page: Page, world: World): Promise<Judged> =>
  withPictures(await judgeListing(listing, page, world), page, world)

/** What was judged, with the capture of what is flagged: one capture serves every listing of a page. */
async function sightingsOf(
  judged: readonly Judged[],
  page: Page,
  verdict: Verdict,
  world: World,
  feed: boolean,
): Promise<readonly Sighting[]> {
  const origin = world.brought?.origin ?? null
  const attached = world.brought?.attached ?? []
  const isWanted = ({ assessment }: Judged) => assessment.flagged || origin?.whole === true
  const sought = judged
    .filter(isWanted)
    .map(({ listing, assessment }) => soughtOf(listing, assessment, judged.length > 1))
  const { capture } = world
  const one = { ...world, capture: capture && once(() => capture(sought)) }
  const sightings: Sighting[] = []
  for (const { pictures, ...rest } of judged) {
    const wanted = isWanted({ pictures, ...rest })
    const kept = !wanted ? NOT_KEPT : feed && !world.brought ? OF_FEED : await keep(rest.listing, one)
    sightings.push({ page, verdict, ...rest, ...kept, pictures, origin, attached })
  }
  return sightings
}

const seenOf = ({ site, seller }: Listing, at: string): Seen => ({
  sellerUrl: seller?.url ?? null,
  offeredBy: seller && { site, key: seller.key, name: seller.name },
  at,
})

async function judgeListing(listing: Listing, page: Page, world: World): Promise<FirstReading> {
  const input = scoreInput(listing)
  const checks = await world.checks(input, seenOf(listing, page.fetchedAt))
  return { listing, checks, assessment: assess(input, world.ruleset, checks) }
}

/** Looks at the pictures where that is wanted, and judges again with the words in them. */
async function withPictures(first: FirstReading, page: Page, world: World): Promise<Judged> {
  if (!world.pictures || !wantsPictures(world.pictures.policy, first)) return { ...first, pictures: null }
  const { text, ...pictures } = await world.pictures.look(first.listing.images)
  if (text === null) return { ...first, pictures }
  return { ...(await judgeListing(withOcrText(first.listing, { text, ...pictures }), page, world)), pictures }
}

type Kept = Pick<Sighting, 'capture' | 'captureError' | 'drift'>
const NOT_KEPT: Kept = { capture: null, captureError: null, drift: [] }
/** Data has no look that could be captured, and a picture of the feed would show nobody's offer. */
const OF_FEED: Kept = {
  ...NOT_KEPT,
  captureError: 'read from data that the site publishes; the capture is of its own page, when that is visited',
}

/** Captures a flagged listing and reads the capture again. A capture that fails is said, never replaced. */
async function keep(
  listing: Listing,
  world: Omit<World, 'capture'> & { readonly capture: (() => Promise<Capture>) | null },
): Promise<Kept> {
  const noCapture = world.brought?.noCapture ?? null
  if (noCapture !== null) return { ...NOT_KEPT, captureError: noCapture }
  if (!world.capture) return { ...NOT_KEPT, captureError: 'no browser on this machine' }
  try {
    const taken = await world.capture()
    const by = world.witness && { ...world.witness, ruleset: world.ruleset.hash }
    const capture = by ? { ...taken, by } : taken
    return { capture, captureError: null, drift: driftOf(listing, capture, world) }
  } catch (error) {
    return { ...NOT_KEPT, captureError: (error as Error).message }
  }
}

const COMPARED = ['title', 'description', 'price', 'listPrice', 'brand', 'availability', 'condition', 'seller'] as const

/** Fields that differ between the reading and the capture; `*` when the captured page no longer shows the listing. */
function driftOf(listing: Listing, capture: Capture, world: Pick<World, 'book'>): readonly string[] {
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

/** Judges a listing read before as it would be judged now: what is known outside it may have changed. `at`: when it was seen to be unchanged. */
export async function assessAgain(
  listing: Listing,
  { checks, ruleset }: Pick<World, 'checks' | 'ruleset'>,
  at: string,
): Promise<Assessment> {
  const input = scoreInput(listing)
  return assess(input, ruleset, await checks(input, seenOf(listing, at)))
}
