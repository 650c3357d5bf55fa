// longer than the rest: one crawl from its parts to its end, in one place
import { setMaxListeners } from 'node:events'
import { Refused } from '../errors.ts'
import { type Admit, createAdmit, fetchAdmitted } from './admit.ts'
import { createBudget, minuteLimit } from './budget.ts'
import { runWithoutSignals } from './crawlee-setup.ts'
import { createDesk, type Desk, hostOf } from './desk.ts'
import { createFetchFile } from './file.ts'
import { createHttpCrawler, DEFAULT_CONCURRENCY } from './http-crawler.ts'
import { createPace, type Pace } from './pace.ts'
import { createRobots } from './robots.ts'
import type { CrawlOptions, CrawlSummary } from './types.ts'
import { createSettle, emptyTally, type Settle } from './visit.ts'

/** After the signal, requests under way have this long before they are cut off and put back. */
const GRACE_MS = 4_000
/** After that, Crawlee itself is let go of. */
const TEARDOWN_MS = 1_000
const WATCH_MS = 500

interface Run {
  readonly options: CrawlOptions
  readonly desk: Desk
  readonly pace: Pace
  readonly settle: Settle
  readonly admit: Admit
  readonly meter: (bytes: number) => void
  /** Aborted when requests under way have had their grace. */
  readonly cutOff: AbortController
}

/** Settling fails only where the crawl cannot go on (the store is full, is held): the first such error ends it. */
const fatal = (settle: Settle, desk: Desk, { frontier }: CrawlOptions, errors: unknown[]): Settle => {
  return (request, arrival) =>
    settle(request, arrival).catch(async (error: unknown) => {
      errors.push(error)
      desk.stop('error')
      // Not recorded, so not done: the next run takes it up. On a full disk this fails too, and the lease dies with us.
      await frontier.release([request]).catch((again: unknown) => errors.push(again))
    })
}

/** What every request of the run carries, robots.txt included. */
const asking = ({ userAgent, patience }: CrawlOptions) => ({
  ...(userAgent === undefined ? {} : { userAgent }),
  ...(patience === undefined ? {} : { timeoutMs: patience.timeoutMs }),
})

const httpRun = ({ options, desk, pace, settle, admit, cutOff, meter }: Run) => {
  const { allowPrivate, signIn } = options
  const cookie = signIn ? { cookie: signIn.header } : {}
  const fetchOptions = { allowPrivate, signal: cutOff.signal, meter, ...asking(options), ...cookie }
  return createHttpCrawler(options, desk, settle, (url) => {
    const conditional = options.conditional?.(url)
    return fetchAdmitted(url, admit, pace, conditional === undefined ? fetchOptions : { ...fetchOptions, conditional })
  })
}

/** Loaded when the first request needs it: most crawls never open a browser. */
async function browserRun(run: Run): Promise<void> {
  const { runBrowser } = await import('./browser-crawler.ts')
  await runBrowser(run)
}

/** Hosts that asked to be left alone for longer than we wait. */
async function giveUpClosedHosts({ desk, pace, settle }: Run): Promise<void> {
  for (let request = desk.unreachable(); request !== null; request = desk.unreachable()) {
    const until = new Date(pace.closedUntil(hostOf(request.url))).toISOString()
    await settle(request, { error: new Refused(`${hostOf(request.url)} asked to be left alone until ${until}`) })
  }
}

/** Stops the desk at the signal and at the time limit; returns how to stop watching. */
function watch(run: Run, teardown: () => Promise<void>): () => void {
  const { options, desk, cutOff } = run
  const { signal, limits, log } = options
  const timers: NodeJS.Timeout[] = []
  const onAbort = () => {
    desk.stop('aborted')
    timers.push(setTimeout(() => cutOff.abort(signal.reason), GRACE_MS))
    timers.push(
      setTimeout(() => teardown().catch((err: unknown) => log.warn({ err }, 'teardown')), GRACE_MS + TEARDOWN_MS),
    )
  }
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  const minutes = minuteLimit(limits.maxMinutes, options.pausedUntil)
  const patience = setInterval(() => {
    if (minutes(Date.now())) desk.stop('max-minutes')
    giveUpClosedHosts(run).catch((err: unknown) => log.error({ err }, 'closed hosts'))
  }, WATCH_MS)
  return () => {
    signal.removeEventListener('abort', onAbort)
    for (const timer of timers) clearTimeout(timer)
    clearInterval(patience)
  }
}

const ending = (desk: Desk): CrawlSummary['ended'] => {
  const reason = desk.stopped()
  return reason === null || reason === 'error' ? 'empty' : reason
}

/**
 * Visits what the frontier holds, and what the visits discover, until nothing is left, a limit is reached or the signal
 * comes. Every request that was started is recorded or put back; those not started stay waiting in the frontier.
 * Rejects with the store's own error when recording is impossible.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const pace = createPace(options.politeness)
  const cutOff = new AbortController()
  setMaxListeners(0, cutOff.signal) // One listener for each request under way.
  const tally = emptyTally()
  const errors: unknown[] = []
  const { allowPrivate, frontier, limits } = options
  const robots = createRobots({
    allowPrivate,
    ...asking(options),
    signal: cutOff.signal,
    override: options.politeness.robots.override,
    meter: (bytes) => budget.meter(bytes),
    ...(options.onRobots === undefined ? {} : { told: options.onRobots }),
  })
  const browser: { run: Promise<void> | null } = { run: null }
  const desk = createDesk({
    frontier,
    pace,
    maxVisits: limits.maxVisits,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    ...(options.pausedUntil === undefined ? {} : { pausedUntil: options.pausedUntil }),
    onBrowserNeeded: () => {
      browser.run ??= browserRun(run)
    },
  })
  const budget = createBudget(limits, (reason) => desk.stop(reason))
  const admit = createAdmit(robots, pace)
  const own = { allowPrivate, signal: cutOff.signal, meter: budget.meter, ...asking(options) }
  const file = createFetchFile(admit, pace, own)
  const settle = fatal(createSettle(options, desk, pace, tally, file), desk, options, errors)
  const run: Run = { options, desk, pace, settle, admit, cutOff, meter: budget.meter }
  const http = httpRun(run)
  const unwatch = watch(run, () => http.teardown())
  try {
    await runWithoutSignals(http)
    await browser.run
  } finally {
    unwatch()
    await desk.putBack()
  }
  if (errors.length > 0) throw errors[0]
  const { waiting } = await frontier.counts()
  return {
    visits: tally.visits,
    outcomes: tally.outcomes,
    retries: tally.retries,
    ended: ending(desk),
    waiting,
    robots: robots.records(),
    ...budget.spent(),
    browserPages: tally.browserPages,
  }
}

export type { Run as CrawlRun }
