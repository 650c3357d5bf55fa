import { setMaxListeners } from 'node:events'
import { Refused } from '../errors.ts'
import { type Admit, createAdmit, fetchAdmitted } from './admit.ts'
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
  /** Aborted when requests under way have had their grace. */
  readonly cutOff: AbortController
}

/** Settling fails only where the crawl cannot go on (the store is full, is held): the first such error ends it. */
const fatal = (settle: Settle, desk: Desk, errors: unknown[]): Settle => {
  return (request, arrival) =>
    settle(request, arrival).catch((error: unknown) => {
      errors.push(error)
      desk.stop('error')
    })
}

/** What every request of the run carries, robots.txt included. */
const asking = ({ userAgent, patience }: CrawlOptions) => ({
  ...(userAgent === undefined ? {} : { userAgent }),
  ...(patience === undefined ? {} : { timeoutMs: patience.timeoutMs }),
})

const httpRun = ({ options, desk, pace, settle, admit, cutOff }: Run) => {
  const { allowPrivate } = options
  const fetchOptions = { allowPrivate, signal: cutOff.signal, ...asking(options) }
  return createHttpCrawler(options, desk, settle, (url) => fetchAdmitted(url, admit, pace, fetchOptions))
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
  if (Number.isFinite(limits.maxMinutes))
    timers.push(setTimeout(() => desk.stop('max-minutes'), limits.maxMinutes * 60_000))
  const patience = setInterval(() => {
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
  })
  const browser: { run: Promise<void> | null } = { run: null }
  const desk = createDesk({
    frontier,
    pace,
    maxVisits: limits.maxVisits,
    concurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    onBrowserNeeded: () => {
      browser.run ??= browserRun(run)
    },
  })
  const admit = createAdmit(robots, pace)
  const file = createFetchFile(admit, pace, { allowPrivate, signal: cutOff.signal, ...asking(options) })
  const settle = fatal(createSettle(options, desk, pace, tally, file), desk, errors)
  const run: Run = { options, desk, pace, settle, admit, cutOff }
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
  }
}

export type { Run as CrawlRun }
