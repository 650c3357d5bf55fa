import { crawl } from '../collect/crawl.ts'
import type { CrawlOptions, CrawlSummary, FetchFile, Handled, OpenTab, Patience } from '../collect/types.ts'
import type { Capture, Frontier, FrontierRequest, LookedAt, NewRequest, Outcome, Page, Visit } from '../domain.ts'
import { inspect, type World } from '../pipeline.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import type { SiteBook } from '../sites/load.ts'
import type { CoverageRow, Store, SweepEnd, SweepKind } from '../store/api.ts'
import { type Following, followed } from './follow.ts'
import { planHash, type SweepPlan } from './plan.ts'
import { hostsOf, startRequests } from './start.ts'
import { handledOf, unfetched } from './visit.ts'

/** What a run needs from outside. */
export interface SweepWorld {
  readonly store: Store
  readonly book: SiteBook
  readonly ruleset: Ruleset
  /** What is asked outside a listing before it is judged. */
  readonly checks: World['checks']
  /** Null where there is no browser: pages are read over HTTP, nothing is captured, and that is said. */
  readonly browser: { capture(url: string): Promise<Capture> } | null
  /** Looks at pictures that it fetches with `fetch`; null where none are looked at. */
  readonly pictures: { look(urls: readonly string[], fetch: FetchFile): Promise<LookedAt> } | null
  readonly crawl: Pick<CrawlOptions, 'browser' | 'log' | 'signal'>
  readonly onVisit?: (progress: Progress) => void
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
    const starts = startRequests(plan, world.book)
    const { log } = world.crawl
    log.info({ sweep, name: plan.name, resumed, starts: starts.length }, 'run begun')
    const frontier = store.frontier(sweep)
    await frontier.add(starts)
    const following: Following = { depth: plan.limits.depth, hosts: hostsOf(starts) }
    const summary = await crawl({
      ...world.crawl,
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      frontier,
      ...visitor(world, plan, frontier, following, options),
      limits: { maxVisits: plan.limits.visits, maxMinutes: plan.limits.minutes },
      politeness: {
        requestsPerSecond: plan.rate.per_host_per_second,
        concurrency: plan.rate.concurrency,
        robots: { override: plan.ignore_robots?.reason ?? null },
      },
      allowPrivate: plan.allow_private,
    })
    const end: SweepEnd = summary.ended === 'aborted' ? 'interrupted' : 'finished'
    await store.sweeps.end(sweep, end)
    log.info({ sweep, end, visits: summary.visits, outcomes: summary.outcomes, waiting: summary.waiting }, 'run ended')
    const coverage = await store.sweeps.coverage(sweep)
    return { sweep, resumed, end, coverage, ...(await store.sightings.ofSweep(sweep)), crawl: summary }
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
  const sweep = await store.sweeps.begin({ name, kind: options.kind, specHash, spec: plan, rulesetHash: ruleset.hash })
  return { sweep, resumed: false }
}

type Visitor = Pick<CrawlOptions, 'handle' | 'fail'> & { readonly onVisit: (visit: Visit) => void }

/** What is done with each page, and what is recorded of a request that brought none. */
function visitor(
  world: SweepWorld,
  plan: SweepPlan,
  frontier: Frontier,
  following: Following,
  options: SweepOptions,
): Visitor {
  const { book, ruleset, checks, browser } = world
  const fits = listingBudget(options.maxListings)
  const report = reporter(world, frontier)
  return {
    handle: async (page: Page, request: FrontierRequest, tab: OpenTab | null, file: FetchFile): Promise<Handled> => {
      // A page that came through a browser is captured in the tab that showed it; any other is loaded for it.
      const capture = tab ? () => tab.capture() : browser ? () => browser.capture(page.url) : null
      const { pictures: eyes } = world
      const pictures = eyes && { policy: plan.ocr, look: (urls: readonly string[]) => eyes.look(urls, file) }
      const seen = await inspect(page, { book, ruleset, checks, capture, pictures })
      if (seen.verdict.kind === 'empty-shell' && request.via === 'http' && browser) return { again: 'browser' }
      return handledOf(seen, page, followed(seen, request, book, following).filter(fits))
    },
    fail: async (request, outcome, reasons) => unfetched(request, outcome, reasons, book),
    onVisit: report,
  }
}

/** Counts what is waiting at most every half second: a count is a query. */
function reporter({ onVisit, crawl: { log } }: SweepWorld, frontier: Frontier): (visit: Visit) => void {
  const tally = { done: 0, waiting: 0, flagged: 0 }
  let countedAt = 0
  return (visit) => {
    const flagged = visit.sightings.filter(({ assessment }) => assessment.flagged).length
    const { outcome, status, reasons, request } = visit
    log.info({ url: request.url, outcome, status, reasons, listings: visit.sightings.length, flagged }, 'visit')
    tally.done++
    tally.flagged += flagged
    onVisit?.({ url: request.url, outcome, ...tally })
    if (!onVisit || Date.now() - countedAt < 500) return
    countedAt = Date.now()
    // A failing count is a failing store, which the next record reports.
    frontier.counts().then(
      ({ waiting }) => Object.assign(tally, { waiting }),
      () => {},
    )
  }
}

/** Lets through the first `most` listings, however often each is linked. */
function listingBudget(most: number): (request: NewRequest) => boolean {
  if (most === Number.POSITIVE_INFINITY) return () => true
  const accepted = new Set<string>()
  return ({ role, key }) =>
    role !== 'listing' || accepted.has(key) || (accepted.size < most && accepted.add(key).size > 0)
}
