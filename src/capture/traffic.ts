import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, Page as Tab } from 'playwright'
import type { EgressProxy } from '../egress/proxy.ts'
import { type Body, bodyOf, type Exchange, exchangeOf, type Seen } from './exchange.ts'

export interface Traffic {
  /** Everything asked for so far, in that order, with its bodies. Ends within 10 s: what is not there by then is said. */
  gather(): Promise<{ readonly exchanges: readonly Exchange[]; readonly missing: readonly string[] }>
  /** Errors and warnings of the page's scripts, at most 50. */
  console(): readonly { readonly kind: string; readonly text: string }[]
}

export interface TrafficOptions {
  /** `at once`: while the page loads, for one that is certain to be captured. `when asked`: costs nothing until then. */
  readonly bodies: 'at once' | 'when asked'
  /** Forget what was before the last page of this tab: somebody else's browsing. */
  readonly onlyLast?: boolean
}

const MOST_EXCHANGES = 1_500
const MOST_BYTES = 64 * 2 ** 20
const MOST_LINES = 50
const LINE_LENGTH = 500
const GATHER_MS = 10_000

const LATE: Body = { body: null, left: `not read within ${GATHER_MS / 1000} s` }
/** As Chromium says it. */
const BROKEN_OFF = 'net::ERR_ABORTED'

/** Listens to a tab; call it before the page is asked for. */
export function watch(tab: Tab, proxy: EgressProxy, { bodies, onlyLast = false }: TrafficOptions): Traffic {
  let seen = new Map<Request, Seen>()
  let budget = { left: MOST_BYTES }
  let over = 0
  let lines: { kind: string; text: string }[] = []
  const line = (kind: string, text: string) => {
    if (lines.length < MOST_LINES) lines.push({ kind, text: text.slice(0, LINE_LENGTH) })
  }
  tab.on('request', (request) => {
    const begins =
      request.redirectedFrom() === null && request.isNavigationRequest() && request.frame().parentFrame() === null
    if (onlyLast && begins) {
      seen = new Map()
      budget = { left: MOST_BYTES }
      lines = []
      over = 0
    }
    if (!/^https?:/.test(request.url())) return
    if (seen.size >= MOST_EXCHANGES) over += 1
    else seen.set(request, { request, at: new Date().toISOString(), response: null, ended: false, body: null })
  })
  tab.on('response', (response) => {
    const one = seen.get(response.request())
    if (one) one.response = response
  })
  tab.on('requestfinished', (request) => {
    const one = seen.get(request)
    if (!one) return
    one.ended = true
    if (bodies === 'at once') one.body = bodyOf(one, budget)
  })
  tab.on('requestfailed', (request) => {
    const one = seen.get(request)
    if (one) one.ended = true
  })
  tab.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') line(message.type(), message.text())
  })
  tab.on('pageerror', (error) => line('exception', error.message))
  return {
    console: () => lines,
    async gather() {
      const until = sleep(GATHER_MS, LATE, { ref: false })
      const exchanges = await Promise.all([...seen.values()].map((one) => exchangeOf(one, proxy, budget, until)))
      return { exchanges, missing: missingOf(exchanges, over) }
    },
  }
}

const SHOWN = 5

/** What the archive does not hold though the page asked for it: a part that its server or we refused is whole knowledge. */
function missingOf(exchanges: readonly Exchange[], over: number): readonly string[] {
  const lost = exchanges.flatMap(({ url, answer, failure }) => {
    if (answer === null) return failure?.why === 'no answer yet' ? [`${url}: ${failure.why}`] : []
    // What the page itself broke off it did not use: its record says so, and nothing of the page is lost.
    return answer.body === null && answer.left !== BROKEN_OFF ? [`${url}: ${answer.left}`] : []
  })
  const more = lost.length - SHOWN
  return [
    ...lost.slice(0, SHOWN).map((what) => `archive: ${what.slice(0, LINE_LENGTH)}`),
    ...(more > 0 ? [`archive: ${more} more bodies are not there`] : []),
    ...(over > 0 ? [`archive: ${over} requests beyond the first ${MOST_EXCHANGES} are not there`] : []),
  ]
}
