import { type FrontierRequest, noOutcomes, type Outcome, type Page, type Visit } from '../domain.ts'
import { BadInput, Busy, CannotWrite, EvidenceBroken, FetchFailed, Refused, Unavailable } from '../errors.ts'
import { type Desk, hostOf, PATIENCE_MS } from './desk.ts'
import type { Pace } from './pace.ts'
import type { Arrival, CrawlOptions, FetchFile, Handled, OpenTab, Recorded } from './types.ts'

export interface Tally {
  visits: number
  retries: number
  browserPages: number
  readonly outcomes: Record<Outcome, number>
}

export const emptyTally = (): Tally => ({
  visits: 0,
  retries: 0,
  browserPages: 0,
  outcomes: noOutcomes(),
})

/** Ends one request: recorded, put back, or handed to the browser. Rejects only when the crawl cannot go on. */
export type Settle = (request: FrontierRequest, arrival: Arrival) => Promise<void>

const ATTEMPTS = 3
const BACKOFF_MS = 2_000

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** The next page would meet these too: they end the crawl. Any other throw of `handle` is counted against its page alone. */
const endsTheCrawl = (error: unknown): boolean =>
  [BadInput, Busy, CannotWrite, EvidenceBroken, Unavailable].some((kind) => error instanceof kind)

export function createSettle(options: CrawlOptions, desk: Desk, pace: Pace, tally: Tally, file: FetchFile): Settle {
  const attempts = options.patience?.attempts ?? ATTEMPTS
  const record = async (request: FrontierRequest, recorded: Recorded, at: string): Promise<void> => {
    const visit: Visit = { ...recorded, request, at }
    const ids = await options.frontier.record(visit)
    tally.visits += 1
    if (request.via === 'browser') tally.browserPages += 1
    tally.outcomes[visit.outcome] += 1
    options.onVisit?.(visit, ids)
  }
  const giveUp = async (request: FrontierRequest, outcome: Outcome, reason: string): Promise<boolean> => {
    await record(request, await options.fail(request, outcome, [reason]), new Date().toISOString())
    return true
  }
  const later = async (request: FrontierRequest, ms: number, reason: string): Promise<boolean> => {
    await options.frontier.retry(request, inMs(ms), reason)
    tally.retries += 1
    return false
  }
  const failed = async (request: FrontierRequest, error: unknown): Promise<boolean> => {
    // Nobody's fault: the next run takes it up again.
    if (options.signal.aborted || desk.stopped() === 'aborted') {
      await options.frontier.release([request])
      return false
    }
    if (error instanceof Refused) return giveUp(request, 'not-reached', error.message)
    if (error instanceof FetchFailed && error.again && request.attempts + 1 < attempts)
      return later(request, BACKOFF_MS * 2 ** request.attempts, error.message)
    return giveUp(request, 'failed', error instanceof Error ? error.message : String(error))
  }
  const arrived = async (request: FrontierRequest, page: Page, tab: OpenTab | null): Promise<boolean> => {
    const wait = Math.max(0, pace.closedUntil(hostOf(request.url)) - Date.now())
    const overloaded = page.status === 429 || page.status === 503
    if (overloaded && wait < PATIENCE_MS && request.attempts + 1 < attempts)
      return later(request, wait, `the server answered ${page.status}`)
    // A gateway's own error: the shop behind it may answer the next time.
    if ((page.status === 502 || page.status === 504) && request.attempts + 1 < attempts)
      return later(request, BACKOFF_MS * 2 ** request.attempts, `the server answered ${page.status}`)
    let handled: Handled
    try {
      handled = await options.handle(page, request, tab, file)
    } catch (error) {
      if (endsTheCrawl(error)) throw error
      if (!(error instanceof Refused || error instanceof FetchFailed))
        options.log.error({ err: error, url: page.url }, 'page not handled')
      return failed(request, error)
    }
    if (!('again' in handled)) await record(request, handled, page.fetchedAt)
    else if (handled.again === 'whole') desk.again(request)
    else if (request.via === 'browser') return giveUp(request, 'empty-shell', 'an empty shell in the browser too')
    else desk.toBrowser(request)
    return !('again' in handled)
  }
  return async (request, arrival) => {
    const page = 'page' in arrival ? arrival.page : null
    const tab = 'page' in arrival && arrival.capture ? { capture: arrival.capture } : null
    pace.end(hostOf(request.url), page)
    let recorded = false
    try {
      recorded =
        page === null
          ? await failed(request, 'error' in arrival ? arrival.error : null)
          : await arrived(request, page, tab)
    } finally {
      desk.finish(recorded)
    }
  }
}
