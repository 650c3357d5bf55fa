import { setTimeout as sleep } from 'node:timers/promises'
import { PlaywrightCrawler, type PlaywrightCrawlingContext } from '@crawlee/playwright'
import type { Logger } from 'pino'
import { type BrowserContextOptions, chromium, type Response, type Page as Tab } from 'playwright'
import { captureHere } from '../capture/here.ts'
import { browserPath, contextOptions, honestUserAgent, throughProxy } from '../capture/launch.ts'
import { firstLine, guard, launch, openProxy, ownUserAgent } from '../capture/session.ts'
import type { SignIn } from '../capture/sign-in.ts'
import { type Traffic, watch } from '../capture/traffic.ts'
import { navigationError, readTab, settle } from '../capture/visit.ts'
import type { EgressProxy } from '../egress/proxy.ts'
import { openAddresses, visitable } from '../egress/resolve.ts'
import { Unavailable } from '../errors.ts'
import type { CrawlRun } from './crawl.ts'
import {
  crawleeConfiguration,
  crawleeLog,
  crawleeQueue,
  ender,
  runWithoutSignals,
  type UnderWay,
} from './crawlee-setup.ts'
import { USER_AGENT } from './identity.ts'
import type { CrawlBrowser } from './types.ts'

const IDLE_MS = 100
const TABS = 2

/** Requests that need a browser where there is none: each is counted as failed and says so. */
async function withoutBrowser({ desk, settle: end }: CrawlRun, reason: string): Promise<void> {
  while (!(await desk.over())) {
    const request = (await desk.idle('browser')) ? null : await desk.next('browser')
    if (request === null) await sleep(IDLE_MS)
    else await end(request, { error: new Unavailable(reason) })
  }
}

/** What Crawlee opens each page with: our name, no fingerprint, no downloads, no service workers. */
function honestPool(ours: string, proxy: EgressProxy, signIn: SignIn | null) {
  let theirs = ''
  return {
    useFingerprints: false,
    maxOpenPagesPerBrowser: 8,
    retireBrowserAfterPageCount: 500,
    postLaunchHooks: [
      async (_id: string, controller: { browser: unknown }) => {
        theirs = await ownUserAgent(controller.browser as Parameters<typeof ownUserAgent>[0])
      },
    ],
    prePageCreateHooks: [
      (_id: string, _controller: unknown, page?: BrowserContextOptions) => {
        // Crawlee gives every page its own proxy, which would go past ours.
        const own = { ...contextOptions(honestUserAgent(theirs, ours)), proxy: throughProxy(proxy) }
        // Every page has a context of its own, so that the sign-in is as it was given each time.
        if (signIn !== null) Object.assign(own, { storageState: signIn.state })
        if (page !== undefined) Object.assign(page, own)
      },
    ],
  }
}

/** Playwright's Chromium, started in our one way: through the proxy, with the sandbox where it can be. */
const launcher = (path: string, proxy: EgressProxy, log: Logger): typeof chromium =>
  Object.assign(Object.create(chromium), { launch: () => launch(path, proxy, log) })

function createCrawler(run: CrawlRun, path: string, proxy: EgressProxy, tabs: number): PlaywrightCrawler {
  const { options, desk, settle: end, admit } = run
  const underWay: UnderWay = new Map()
  const finish = ender(underWay, end)
  const traffics = new WeakMap<Tab, Traffic>()
  return new PlaywrightCrawler(
    {
      requestQueue: crawleeQueue(desk, 'browser', underWay),
      log: crawleeLog(options.log),
      useSessionPool: false,
      persistCookiesPerSession: false,
      maxRequestRetries: 0,
      maxSessionRotations: 0,
      maxConcurrency: tabs,
      autoscaledPoolOptions: { desiredConcurrency: tabs, maybeRunIntervalSecs: 0.05, loggingIntervalSecs: null },
      statisticsOptions: { logIntervalSecs: 3_600 },
      statusMessageLoggingInterval: 3_600,
      navigationTimeoutSecs: 30,
      requestHandlerTimeoutSecs: 600,
      browserPoolOptions: honestPool(options.userAgent ?? USER_AGENT, proxy, options.signIn ?? null),
      launchContext: { useIncognitoPages: true, launcher: launcher(path, proxy, options.log) },
      preNavigationHooks: [
        async ({ page, request }, goto) => {
          guard(page)
          traffics.set(page, watch(page, proxy, { bodies: 'when asked' }))
          goto.waitUntil = 'domcontentloaded'
          const target = visitable(request.url)
          await openAddresses(target.hostname, options)
          await admit(target)
        },
      ],
      async requestHandler({ page, request, response }: PlaywrightCrawlingContext) {
        await settle(page)
        const read = (tab: typeof page) => readTab(tab, request.url, response as Response, proxy)
        const browser = `Chromium ${page.context().browser()?.version() ?? ''}`.trim()
        const traffic = traffics.get(page) as Traffic
        const shown = {
          tab: page,
          response: response as Response,
          traffic,
          proxy,
          read,
          browser,
          consent: true,
          print: false,
        }
        // The tab stays open until the page is handled, so that a capture is of this load and no other.
        await finish(request.uniqueKey, { page: await read(page), capture: (sought) => captureHere(shown, sought) })
      },
      async failedRequestHandler({ request, page }, error) {
        await finish(request.uniqueKey, { error: navigationError(error, request.url, page ?? null, proxy) })
      },
    },
    crawleeConfiguration(),
  )
}

/** Visits everything that needs a browser, until the crawl is over. */
export async function runBrowser(run: CrawlRun): Promise<void> {
  const { options, cutOff } = run
  const wanted: CrawlBrowser | null = options.browser
  if (wanted === null) return withoutBrowser(run, 'this page needs a browser, and this crawl has none')
  let path: string
  try {
    path = browserPath(wanted)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    options.log.warn(error.message)
    return withoutBrowser(run, error.message)
  }
  const proxy = await openProxy(options)
  const crawler = createCrawler(run, path, proxy, wanted.tabs ?? TABS)
  const giveUp = () => {
    crawler.teardown().catch((err: unknown) => options.log.warn({ err }, 'browser teardown'))
  }
  cutOff.signal.addEventListener('abort', giveUp, { once: true })
  try {
    await runWithoutSignals(crawler)
  } catch (error) {
    options.log.error({ err: error }, 'browser crawler ended')
    await withoutBrowser(run, `the browser gave up: ${firstLine(error)}`)
  } finally {
    cutOff.signal.removeEventListener('abort', giveUp)
    await proxy.close()
  }
}
