import { createHash, randomUUID } from 'node:crypto'
import type { Capture, Origin, Page, Sighting, Sought, Verdict } from '../domain.ts'
import { withoutCookies } from '../page/cookies.ts'
import { type Brought, inspect, sight, type World } from '../pipeline.ts'
import { listingsOf } from '../sites/listing.ts'
import type { SiteBook } from '../sites/load.ts'
import type { Reading } from '../sites/read.ts'
import { wholePage } from '../sites/whole.ts'
import { openRecorder, type Recorder } from './record.ts'
import type { ImportWorld } from './take.ts'
import { NOTHING_CLAIMED } from './types.ts'

/** Finds words in a tab that was captured just now. */
type Marker = (sought: readonly Sought[]) => Promise<Pick<Capture, 'marks' | 'remarks'>>

/** One page that an officer pointed at. */
export interface Marked {
  readonly url: string
  readonly sightings: readonly Sighting[]
  /** No reader found a listing: title and visible text were scored as they are. */
  readonly whole: boolean
}

/** A run of pages that an officer points at, one after another. */
export interface Marking {
  readonly run: number
  /** `marker` says where words stand in the tab that is still open. */
  mark(capture: Capture, marker: Marker): Promise<Marked>
  end(): Promise<void>
}

/** Opens a run for what is captured on an officer's order. `start`: the address it began with. */
export async function openMarking(
  way: 'browse' | 'capture',
  start: string,
  session: Origin['session'],
  world: ImportWorld,
): Promise<Marking> {
  const { store, ruleset, operator, now } = world
  await store.rulesets.keep(ruleset.hash, ruleset.files)
  const at = now()
  const spec = { [way]: { start, session, id: randomUUID() }, by: operator, at }
  const specHash = createHash('sha256').update(JSON.stringify(spec)).digest('hex')
  const run = await store.sweeps.begin({
    name: `${way} ${start}`,
    kind: 'check',
    specHash,
    spec,
    rulesetHash: ruleset.hash,
  })
  const recorder = await openRecorder(store.frontier(run))
  let marks = 0
  return {
    run,
    mark: (capture, marker) => {
      marks++
      const origin: Origin = {
        ...{ way, by: operator, at: now(), file: null, place: null, claimed: NOTHING_CLAIMED, session, whole: true },
      }
      return markIn(recorder, `mark ${marks}`, { capture, marker }, { origin, attached: [], noCapture: null }, world)
    },
    end: () => store.sweeps.end(run, 'finished'),
  }
}

async function markIn(
  recorder: Recorder,
  place: string,
  { capture, marker }: { readonly capture: Capture; readonly marker: Marker },
  brought: Brought,
  { book, ruleset, examiner, checks, operator, software }: ImportWorld,
): Promise<Marked> {
  const { verdict } = capture
  const page = withoutCookies(capture.page)
  const marked = async (sought: readonly Sought[]): Promise<Capture> => {
    const { marks, remarks = [] } = await marker(sought)
    return { ...capture, ...(marks ? { marks } : {}), remarks: [...(capture.remarks ?? []), ...remarks] }
  }
  const witness = { operator, software }
  const world: World = { examiner, ruleset, checks, capture: marked, pictures: null, brought, witness }
  await recorder.wanted(page, place)
  const seen = await inspect(page, world)
  const site = seen.site ?? new URL(page.url).host
  const whole = seen.sightings.length === 0
  const sightings = whole ? await wholeSightings(page, verdict, seen.site ?? 'generic', book, world) : seen.sightings
  await recorder.record({ page, place, site, outcome: 'served', reasons: verdict.reasons, sightings })
  await recorder.flush()
  return { url: page.url, sightings, whole }
}

/** The officer says it matters: it is kept with its own verdict, whatever a reader makes of it. */
async function wholeSightings(
  page: Page,
  verdict: Verdict,
  site: string,
  book: SiteBook,
  world: World,
): Promise<readonly Sighting[]> {
  const reading: Reading = { site, kind: 'listing', listings: [wholePage(page)], links: [], why: null, feed: false }
  const sightings: Sighting[] = []
  for (const listing of listingsOf(reading, page, book))
    sightings.push({ ...(await sight(listing, page, verdict, world)), drift: [] })
  return sightings
}
