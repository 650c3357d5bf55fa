import type { Outcome } from '../domain.ts'
import type { CoverageRow, Fresh, Overview, Store, Sweep } from '../store/api.ts'

/** An answer that says something of the listing: read, no listing, or taken down. Everything else was not seen. */
const SEEN: readonly Outcome[] = ['served', 'not-a-listing', 'removed']

export const seenOf = ({ outcomes }: CoverageRow): number => SEEN.reduce((sum, outcome) => sum + outcomes[outcome], 0)
export const unseenOf = (row: CoverageRow): number => row.asked - seenOf(row)
export const isSeen = (outcome: Outcome): boolean => SEEN.includes(outcome)

/** What a run covered and how many of its listings are flagged. */
export interface Covered {
  readonly sweep: Sweep
  readonly rows: readonly CoverageRow[]
  readonly asked: number
  readonly seen: number
  readonly waiting: number
  readonly flagged: number
}

export interface Coverages {
  of(sweep: Sweep): Promise<Covered>
  /** What came in after a sighting; counted again only after a while, however often an officer comes back to it. */
  fresh(since: number): Promise<Fresh>
  /** Of the last so many days; all officers look at the same one. */
  overview(days: number): Promise<Overview>
}

/** A running sweep is counted again this often, however many officers look. */
const FRESH_MS = 15_000
/** The charts of thirty days change slowly. */
const CHARTS_MS = 60_000
/** So long an officer who goes to and fro sees the same number of new listings. */
const SINCE_MS = 10_000
const DAY_MS = 86_400_000
const MOST = 200

async function count(store: Store, sweep: Sweep): Promise<Covered> {
  const rows = await store.sweeps.coverage(sweep.id)
  const flagged = await store.sightings.flaggedIn(sweep.id)
  const sum = (of: (row: CoverageRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    ...{ sweep, rows, flagged },
    asked: sum((row) => row.asked),
    seen: sum(seenOf),
    waiting: sum((row) => row.outcomes['not-reached']),
  }
}

/** Counting walks all visits of a run: what has ended is counted once. */
export function coverages(store: Store, now: () => Date): Coverages {
  const known = new Map<string, { readonly at: number; readonly covered: Promise<Covered> }>()
  const news = new Map<number, { readonly at: number; readonly fresh: Promise<Fresh> }>()
  const drawn = new Map<number, { readonly at: number; readonly overview: Promise<Overview> }>()
  return {
    of: (sweep) => {
      const key = `${sweep.id} ${sweep.state} ${sweep.endedAt}`
      const at = now().getTime()
      const before = known.get(key)
      if (before && (sweep.state !== 'running' || before.at > at - FRESH_MS)) return before.covered
      const covered = count(store, sweep)
      known.set(key, { at, covered })
      const oldest = known.keys().next().value
      if (known.size > MOST && oldest !== undefined) known.delete(oldest)
      return covered
    },
    fresh: (since) => {
      const at = now().getTime()
      const before = news.get(since)
      if (before && before.at > at - SINCE_MS) return before.fresh
      const fresh = store.sightings.fresh(since)
      news.delete(since)
      news.set(since, { at, fresh })
      const oldest = news.keys().next().value
      if (news.size > MOST && oldest !== undefined) news.delete(oldest)
      return fresh
    },
    overview: (days) => {
      const at = now().getTime()
      const before = drawn.get(days)
      if (before && before.at > at - CHARTS_MS) return before.overview
      const overview = store.sightings.overview(new Date(at - days * DAY_MS).toISOString())
      drawn.set(days, { at, overview })
      return overview
    },
  }
}
