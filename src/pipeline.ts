import type {
  Assessment,
  Capture,
  Checks,
  Exhibit,
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
import { LayoutChanged } from './errors.ts'
import type { Examined, Examiner } from './examine.ts'
import { type FirstReading, type OcrPolicy, wantsPictures } from './images/policy.ts'
import { scoreInput } from './normalise/listing.ts'
import { withOcrText } from './normalise/ocr-text.ts'
import type { Ruleset } from './rules/ruleset.ts'
import { soughtOf } from './rules/sought.ts'

/** What the pipeline needs from outside. */
export interface World {
  readonly examiner: Examiner
  readonly ruleset: Pick<Ruleset, 'hash'>
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
export interface Inspection extends Omit<Examined, 'listings'> {
  readonly sightings: readonly Sighting[]
}

/**
 * The whole flow of one page: verdict → read → normalise → score → pictures, and score again → capture of what is flagged. All
 * listings are judged before the one capture is taken: it then knows the words it has to find.
 */
export async function inspect(page: Page, world: World): Promise<Inspection> {
  const { listings, ...rest } = await world.examiner.read(page)
  const judged: Judged[] = []
  for (const listing of listings) judged.push(await judgeWhole(listing, page, world))
  return { ...rest, sightings: await sightingsOf(judged, page, rest.verdict, world, rest.feed) }
}

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
  return { listing, checks, assessment: await world.examiner.assess(input, checks) }
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
  let taken: Capture
  try {
    taken = await world.capture()
  } catch (error) {
    return { ...NOT_KEPT, captureError: (error as Error).message }
  }
  const by = world.witness && { ...world.witness, ruleset: world.ruleset.hash }
  const capture = by ? { ...taken, by } : taken
  return { capture, captureError: null, drift: await driftOf(listing, capture, world) }
}

const COMPARED = ['title', 'description', 'price', 'listPrice', 'brand', 'availability', 'condition', 'seller'] as const

/** Fields that differ between the reading and the capture; `*` when the captured page no longer shows the listing. */
async function driftOf(
  listing: Listing,
  capture: Capture,
  { examiner }: Pick<World, 'examiner'>,
): Promise<readonly string[]> {
  if (capture.verdict.kind !== 'served') return ['*']
  const again = (await listingsIn(capture.page, examiner)).find(({ key }) => key === listing.key)
  if (!again) return ['*']
  const differs = (field: (typeof COMPARED)[number]) => JSON.stringify(listing[field]) !== JSON.stringify(again[field])
  return COMPARED.filter(differs)
}

/** None where the site file no longer fits what the browser shows. */
const listingsIn = (page: Page, examiner: Examiner): Promise<readonly Listing[]> =>
  examiner.read(page).then(
    ({ listings }) => listings,
    (error: unknown) => {
      if (error instanceof LayoutChanged) return []
      throw error
    },
  )

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
  { checks, examiner }: Pick<World, 'checks' | 'examiner'>,
  at: string,
): Promise<Assessment> {
  const input = scoreInput(listing)
  return examiner.assess(input, await checks(input, seenOf(listing, at)))
}
