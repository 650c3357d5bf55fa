import { crawl } from '../collect/crawl.ts'
import type { CrawlOptions, CrawlSummary, FetchFile, Patience } from '../collect/types.ts'
import type { Capture, Instant, LookedAt, Outcome, Sought } from '../domain.ts'
import type { Examiner } from '../examine.ts'
import type { World } from '../pipeline.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import type { SiteBook } from '../sites/load.ts'
import type { CoverageRow, Store, SweepEnd, SweepKind } from '../store/api.ts'
import type { Following } from './follow.ts'
import type { SiteHealth } from './health.ts'
import { judgeHealth, robotsKeeper } from './keeping.ts'
import { planHash, type SweepPlan } from './plan.ts'
import { hostsOf, startRequests } from './start.ts'
import { visitor } from './visitor.ts'
import { createRouter } from './ways.ts'
import { pauses } from './windows.ts'

/** What a run needs from outside. */
export interface SweepWorld {
  readonly store: Store
  readonly book: SiteBook
  /** Its hash, and its files to keep with the evidence. */
  readonly ruleset: Pick<Ruleset, 'hash' | 'files'>
  readonly examiner: Examiner
  /** What is asked outside a listing before it is judged. */
  readonly checks: World['checks']
  /** Null where there is no browser: pages are read over HTTP, nothing is captured, and that is said. */
  readonly browser: { capture(url: string, sought: readonly Sought[]): Promise<Capture> } | null
  /** Looks at pictures that it fetches with `fetch`; null where none are looked at. */
  readonly pictures: { look(urls: readonly string[], fetch: FetchFile): Promise<LookedAt> } | null
  readonly crawl: Pick<CrawlOptions, 'browser' | 'log' | 'signal' | 'signIn'>
  /** Who runs it: named where the agency's own sign-in was used. */
  readonly operator?: string
  readonly onVisit?: (progress: Progress) => void
  /** The hours of the sweep are over: until when it waits. */
  readonly onPause?: (until: Instant) => void
}

export interface Progress {
  readonly url: string
  readonly outcome: Outcome
  readonly done: number
  /** As last counted, at most half a second ago. */
  readonly waiting: number
  readonly flagged: number
}

export interface SweepOptions {
  readonly kind: SweepKind
  /** Begin anew even when an interrupted run could go on. */
  readonly fresh: boolean
  /** Most listing pages followed from index pages. */
  readonly maxListings: number
  /** A person waits for a check; a sweep has time. */
  readonly patience?: Patience
}

export interface SweepResult {
  readonly sweep: number
  readonly resumed: boolean
  readonly end: SweepEnd
  readonly coverage: readonly CoverageRow[]
  /** Of the sites that have a site file. */
  readonly health: readonly SiteHealth[]
  /** How many different listings were read. */
  readonly listings: number
  /** One sighting of each flagged listing, worst first. */
  readonly flagged: readonly number[]
  readonly crawl: CrawlSummary
}

/**
 * Runs a plan to its end, to its limits, or to the interrupt; goes on where an earlier run of the same plan stopped.
 * Throws Busy when the same sweep already runs in another process.
 */
export async function runSweep(plan: SweepPlan, world: SweepWorld, options: SweepOptions): Promise<SweepResult> {
  const { store } = world
  const lock = store.sweeps.lock(plan.name)
  try {
    const { sweep, resumed } = await beginOrResume(plan, world, options)
    const router = world.browser === null ? null : createRouter(store.ways, world.book)
    const asked = startRequests(plan, world.book)
    const starts = router ? asked.map(router.route) : asked
    const { log } = world.crawl
    log.info({ sweep, name: plan.name, resumed, starts: starts.length }, 'run begun')
    const frontier = store.frontier(sweep)
    await frontier.add(starts)
    const following: Following = { depth: plan.limits.depth, hosts: hostsOf(starts) }
    const summary = await crawl({
      ...world.crawl,
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      frontier,
      ...visitor(world, plan, frontier, following, options, router),
      limits: limitsOf(plan),
      ...(plan.windows === undefined ? {} : { pausedUntil: told(pauses(plan.windows), world.onPause) }),
      onRobots: robotsKeeper(plan, world, sweep, frontier, following),
      politeness: {
        requestsPerSecond: plan.rate.per_host_per_second,
        concurrency: plan.rate.concurrency,
        robots: { override: plan.ignore_robots?.reason ?? null },
      },
      allowPrivate: plan.allow_private,
    })
    const coverage = await store.sweeps.coverage(sweep)
    const interrupted = summary.ended === 'aborted'
    const health = interrupted ? [] : await judgeHealth(sweep, coverage, world)
    const broken = health.filter(({ state }) => state === 'broken')
    const end: SweepEnd = interrupted ? 'interrupted' : broken.length > 0 ? 'broken' : 'finished'
    await store.sweeps.end(sweep, end)
    log.info({ sweep, end, visits: summary.visits, outcomes: summary.outcomes, waiting: summary.waiting }, 'run ended')
    if (broken.length > 0) log.warn({ sweep, broken }, 'sites broken')
    return { sweep, resumed, end, coverage, health, ...(await store.sightings.ofSweep(sweep)), crawl: summary }
  } finally {
    lock.release()
  }
}

async function beginOrResume(plan: SweepPlan, world: SweepWorld, options: SweepOptions) {
  const { store, ruleset } = world
  const specHash = planHash(plan)
  const open = options.fresh ? null : await store.sweeps.resumable(plan.name, specHash)
  if (open !== null) return { sweep: open, resumed: true }
  await store.rulesets.keep(ruleset.hash, ruleset.files)
  const { name } = plan
  const ref = world.crawl.signIn?.ref
  const spec = plan.session && ref ? { ...plan, session: { ...plan.session, ...ref } } : plan
  const sweep = await store.sweeps.begin({ name, kind: options.kind, specHash, spec, rulesetHash: ruleset.hash })
  return { sweep, resumed: false }
}

const limitsOf = ({ limits: { visits, minutes, requests, megabytes } }: SweepPlan): CrawlOptions['limits'] => ({
  maxVisits: visits,
  maxMinutes: minutes,
  ...(requests === undefined ? {} : { maxRequests: requests }),
  ...(megabytes === undefined ? {} : { maxBytes: megabytes * 1_000_000 }),
})

/** The same, and each pause is said once. */
function told(until: (now: number) => number, say: SweepWorld['onPause']): (now: number) => number {
  let said = 0
  return (now) => {
    const closed = until(now)
    if (closed !== 0 && closed !== said) {
      said = closed
      say?.(new Date(closed).toISOString())
    }
    return closed
  }
}
