import { BasicCrawler, type BasicCrawlingContext } from '@crawlee/http'
import type { BaseHttpClient } from 'crawlee'
import type { Page } from '../domain.ts'
import { crawleeConfiguration, crawleeLog, crawleeQueue, ender, type UnderWay } from './crawlee-setup.ts'
import type { Desk } from './desk.ts'
import type { Arrival, CrawlOptions } from './types.ts'
import type { Settle } from './visit.ts'

export type FetchArrival = (url: string) => Promise<Page>

const refuse = () => {
  throw new Error('not offered: pages come through the frontier alone')
}
/** Crawlee's own transport would disguise itself and go past our checks: it is never made. */
const NO_CLIENT: BaseHttpClient = { sendRequest: refuse, stream: refuse }

/**
 * Crawlee's scheduler with everything off that would disguise, retry, remember or write. Its HTTP crawler adds a transport,
 * a charset and exceptions for 5xx; ours fetches by itself, and those are for the verdict to judge.
 */
export function createHttpCrawler(
  options: CrawlOptions,
  desk: Desk,
  settle: Settle,
  fetchOne: FetchArrival,
): { run(): Promise<unknown>; teardown(): Promise<void> } {
  const underWay: UnderWay = new Map()
  const end = ender(underWay, settle)
  const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY
  return new BasicCrawler(
    {
      requestQueue: crawleeQueue(desk, 'http', underWay),
      httpClient: NO_CLIENT,
      log: crawleeLog(options.log),
      useSessionPool: false,
      maxRequestRetries: 0,
      maxConcurrency: concurrency,
      autoscaledPoolOptions: {
        // The default ramp starts at one request and costs 2.2 times the time at 200 ms latency.
        desiredConcurrency: concurrency,
        maybeRunIntervalSecs: 0.05,
        loggingIntervalSecs: null,
        // What keeps this process busy is the reading of pages that are already here: holding back the next requests
        // would only leave it idle afterwards. A lack of memory still does.
        systemStatusOptions: { maxEventLoopOverloadedRatio: 1, maxCpuOverloadedRatio: 1 },
      },
      statisticsOptions: { logIntervalSecs: 3_600 },
      statusMessageLoggingInterval: 3_600,
      requestHandlerTimeoutSecs: 1_200,
      async requestHandler({ request }: BasicCrawlingContext) {
        await end(request.uniqueKey, await arrivalOf(fetchOne(request.url)))
      },
      async failedRequestHandler({ request }, error) {
        await end(request.uniqueKey, { error })
      },
    },
    crawleeConfiguration(),
  )
}

/** Crawlee never sees a failed fetch: whether to try again is ours to say. */
const arrivalOf = (fetched: Promise<Page>): Promise<Arrival> =>
  fetched.then(
    (page) => ({ page }),
    (error: unknown) => ({ error }),
  )

export const DEFAULT_CONCURRENCY = 32
