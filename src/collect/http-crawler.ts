import { Readable } from 'node:stream'
import { HttpCrawler } from '@crawlee/http'
import type { BaseHttpClient, HttpCrawlingContext, HttpRequest, StreamingHttpResponse } from 'crawlee'
import type { Page } from '../domain.ts'
import { crawleeConfiguration, crawleeLog, crawleeQueue, ender, type UnderWay } from './crawlee-setup.ts'
import type { Desk } from './desk.ts'
import type { Arrival, CrawlOptions } from './types.ts'
import type { Settle } from './visit.ts'

export type FetchArrival = (url: string) => Promise<Page>

/**
 * Crawlee's transport, replaced by ours. The page travels beside an empty stream: Crawlee would decode its charset, drop
 * its content type and turn 5xx into exceptions, all of which are for the verdict to judge.
 */
function pageClient(fetchOne: FetchArrival, arrivals: WeakMap<object, Arrival>): BaseHttpClient {
  return {
    async stream(request: HttpRequest): Promise<StreamingHttpResponse> {
      const stream = Readable.from([])
      const arrival: Arrival = await fetchOne(String(request.url)).then(
        (page) => ({ page }),
        (error: unknown) => ({ error }),
      )
      arrivals.set(stream, arrival)
      const progress = { percent: 1, transferred: 0 }
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      return {
        stream,
        request,
        headers,
        url: String(request.url),
        redirectUrls: [],
        statusCode: 200,
        trailers: {},
        complete: true,
        downloadProgress: progress,
        uploadProgress: progress,
      }
    },
    sendRequest() {
      throw new Error('sendRequest is not offered: pages come through the frontier alone')
    },
  }
}

/** Crawlee's HTTP crawler with everything off that would disguise, retry, remember or write. */
export function createHttpCrawler(
  options: CrawlOptions,
  desk: Desk,
  settle: Settle,
  fetchOne: FetchArrival,
): { run(): Promise<unknown>; teardown(): Promise<void> } {
  const underWay: UnderWay = new Map()
  const arrivals = new WeakMap<object, Arrival>()
  const end = ender(underWay, settle)
  const concurrency = options.concurrency ?? DEFAULT_CONCURRENCY
  return new HttpCrawler(
    {
      requestQueue: crawleeQueue(desk, 'http', underWay),
      httpClient: pageClient(fetchOne, arrivals),
      log: crawleeLog(options.log),
      useSessionPool: false,
      persistCookiesPerSession: false,
      maxRequestRetries: 0,
      maxConcurrency: concurrency,
      // The default ramp starts at one request and costs 2.2 times the time at 200 ms latency.
      autoscaledPoolOptions: { desiredConcurrency: concurrency, maybeRunIntervalSecs: 0.05, loggingIntervalSecs: null },
      statisticsOptions: { logIntervalSecs: 3_600 },
      statusMessageLoggingInterval: 3_600,
      navigationTimeoutSecs: 600,
      requestHandlerTimeoutSecs: 600,
      async requestHandler({ request, response }: HttpCrawlingContext) {
        await end(request.uniqueKey, arrivals.get(response) ?? { error: new Error('the answer got lost') })
      },
      async failedRequestHandler({ request }, error) {
        await end(request.uniqueKey, { error })
      },
    },
    crawleeConfiguration(),
  )
}

export const DEFAULT_CONCURRENCY = 32
