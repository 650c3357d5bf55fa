// Values come from Crawlee's parts: the whole of it costs a second to load and pulls in crawlers we do not use.
import { Configuration, log as globalLog, Log, Logger, LogLevel, Request } from '@crawlee/http'
import type { Log as CrawleeLog, RequestProvider } from 'crawlee'
import type { Logger as Pino } from 'pino'
import type { FrontierRequest } from '../domain.ts'
import type { Desk, Via } from './desk.ts'
import type { Arrival } from './types.ts'
import type { Settle } from './visit.ts'

/** Nothing of Crawlee's own is kept on disk: the frontier is the only queue. Its machine probe runs `ps`; once a minute is enough. */
export function crawleeConfiguration(): Configuration {
  const configuration = new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    systemInfoIntervalMillis: 60_000,
    availableMemoryRatio: 0.5,
    disableBrowserSandbox: false,
  })
  // Where a storage has files to wait for at the end, Crawlee 3.18 sets a timer of a second and leaves it: a process that is done
  // would stay for it. This one has none.
  Object.assign(configuration.getStorageClient(), { teardown: undefined })
  return configuration
}

/** Crawlee's talk goes to our debug log, never to the terminal. */
export function crawleeLog(log: Pino): CrawleeLog {
  globalLog.setLevel(LogLevel.OFF)
  const logger = new Logger({})
  logger._log = (_level: LogLevel, message: string, data?: unknown, exception?: unknown) => {
    log.debug({ crawlee: data, err: exception }, message)
  }
  return new Log({ level: LogLevel.INFO, logger })
}

/** Requests that Crawlee works on at this moment, by their uniqueKey. */
export type UnderWay = Map<string, FrontierRequest>

/** Ends each request once: a handler that outlives Crawlee's patience is not counted twice. */
export const ender =
  (underWay: UnderWay, settle: Settle) =>
  async (uniqueKey: string, arrival: Arrival): Promise<void> => {
    const request = underWay.get(uniqueKey)
    underWay.delete(uniqueKey)
    if (request !== undefined) await settle(request, arrival)
  }

/**
 * A Crawlee request queue over the desk, for one kind of request. Recording and retrying happen in our own handler, so
 * Crawlee's marks are not needed. Passed as `requestQueue`: crawlers refuse `requestManager` in 3.18.
 */
export function crawleeQueue(desk: Desk, via: Via, underWay: UnderWay): RequestProvider {
  const queue = {
    name: `soi-${via}`,
    internalTimeoutMillis: 0,
    requestLockSecs: 0,
    async fetchNextRequest() {
      const next = await desk.next(via)
      if (next === null) return null
      const uniqueKey = String(next.id)
      underWay.set(uniqueKey, next)
      return new Request({ url: next.url, uniqueKey, id: uniqueKey })
    },
    isEmpty: () => desk.idle(via),
    isFinished: () => desk.over(),
    // Crawlee marks a failed request before it tells us of the failure: `ender` takes it off the list instead.
    markRequestHandled: async () => null,
    reclaimRequest: refused('reclaimRequest'),
    addRequest: refused('addRequest'),
    addRequestsBatched: async () => ({ addedRequests: [], waitForAllRequestsToBeAdded: Promise.resolve([]) }),
    handledCount: async () => 0,
    getTotalCount: () => 0,
    getPendingCount: () => 0,
  }
  // Structurally what BasicCrawler 3.18 calls; the class has private members no object can have.
  return queue as unknown as RequestProvider
}

const refused = (name: string) => async () => {
  throw new Error(`${name}: requests enter through the frontier alone`)
}

/**
 * Runs a crawler without its Ctrl-C handler, which would abandon requests under way: ours lets them finish.
 * Crawlee attaches it inside run(); it is taken off as soon as it appears.
 */
export async function runWithoutSignals(crawler: { run(): Promise<unknown> }): Promise<void> {
  const before = new Set(process.listeners('SIGINT'))
  const strip = () => {
    for (const listener of process.listeners('SIGINT'))
      if (!before.has(listener) && listener.name === 'sigintHandler') process.removeListener('SIGINT', listener)
  }
  const timer = setInterval(strip, 50)
  timer.unref()
  try {
    await crawler.run()
  } finally {
    clearInterval(timer)
    strip()
  }
}
