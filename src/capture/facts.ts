import type { Response, Page as Tab } from 'playwright'
import type { CaptureFacts, Page } from '../domain.ts'
import { type EgressProxy, hostPortOf } from '../egress/proxy.ts'
import { type Exchange, tlsOf } from './exchange.ts'
import type { Traffic } from './traffic.ts'
import { within } from './visit.ts'

const TOLD_MS = 5_000
const MOST_FAILED = 100
const MOST_LETTERS = 500

/** What the browser says of how the page came, and what of it did not. */
export async function factsOf(
  {
    tab,
    response,
    page,
    proxy,
  }: { readonly tab: Tab; readonly response: Response; readonly page: Page; readonly proxy: EgressProxy },
  traffic: Traffic,
  exchanges: readonly Exchange[],
): Promise<Omit<CaptureFacts, 'archive' | 'consent'>> {
  const failed = exchanges.flatMap(({ url, failure }) =>
    failure === null ? [] : [{ url: url.slice(0, MOST_LETTERS), why: failure.why, refused: failure.refused }],
  )
  return {
    window: await windowOf(tab),
    clock: { machine: page.fetchedAt, serverDate: page.headers.date ?? null },
    redirects: await redirectsOf(response, proxy),
    tls: tlsOf(await response.securityDetails()),
    console: traffic.console(),
    failed: failed.slice(0, MOST_FAILED),
  }
}

async function windowOf(tab: Tab): Promise<CaptureFacts['window']> {
  const told = tab.evaluate(WINDOW)
  if (!(await within(TOLD_MS, told))) throw new Error(`the window was not told within ${TOLD_MS / 1000} s`)
  return (await told) as CaptureFacts['window']
}

const WINDOW = '({ width: innerWidth, height: innerHeight, scale: devicePixelRatio, userAgent: navigator.userAgent })'

async function redirectsOf(response: Response, proxy: EgressProxy): Promise<CaptureFacts['redirects']> {
  const steps: CaptureFacts['redirects'][number][] = []
  for (let from = response.request().redirectedFrom(); from !== null; from = from.redirectedFrom()) {
    const answer = await from.response()
    const remoteAddress = proxy.remoteAddress(hostPortOf(new URL(from.url())))
    if (answer !== null) steps.unshift({ url: from.url(), status: answer.status(), remoteAddress })
  }
  return steps
}
