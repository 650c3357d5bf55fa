import { setTimeout as sleep } from 'node:timers/promises'
import type { Request, Response, Page as Tab } from 'playwright'
import type { Instant, Tls } from '../domain.ts'
import { type EgressProxy, hostPortOf } from '../egress/proxy.ts'
import { Refused } from '../errors.ts'

type Headers = readonly (readonly [name: string, value: string])[]

/** One request of a page and what came of it. */
export interface Exchange {
  readonly url: string
  readonly method: string
  /** `document`, `image`, `xhr` … as the browser calls it. */
  readonly kind: string
  readonly at: Instant
  readonly headers: Headers
  /** Bytes of what was sent along; the bytes themselves are never kept: they may hold a password. */
  readonly sent: number
  /** The URL whose redirect led here. */
  readonly from: string | null
  readonly remoteAddress: string | null
  readonly answer: Answer | null
  /** Why there is no answer; null when there is one. */
  readonly failure: { readonly why: string; readonly refused: boolean } | null
}

export interface Answer {
  readonly status: number
  readonly statusText: string
  /** `http/1.1`, `h2` … */
  readonly protocol: string
  readonly headers: Headers
  /** Content-encoding already undone by the browser; null: `left` says why. */
  readonly body: Uint8Array | null
  readonly left: string | null
  readonly tls: Tls | null
}

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
const MOST_BODY = 16 * 2 ** 20
const MOST_BYTES = 64 * 2 ** 20
const MOST_LINES = 50
const LINE_LENGTH = 500
const GATHER_MS = 10_000

type Body = Pick<Answer, 'body' | 'left'>
const NO_BODY: Body = { body: new Uint8Array(), left: null }
/** As Chromium says it. */
const BROKEN_OFF = 'net::ERR_ABORTED'
const LATE: Body = { body: null, left: `not read within ${GATHER_MS / 1000} s` }

interface Seen {
  readonly request: Request
  readonly at: Instant
  response: Response | null
  ended: boolean
  body: Promise<Body> | null
}

const bodiless = (request: Request, status: number): boolean =>
  request.method() === 'HEAD' || status < 200 || status === 204 || status === 304 || (status >= 300 && status < 400)

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

/** The body as the browser holds it, unless it is larger than is kept. */
async function bodyOf({ request, response }: Seen, budget: { left: number }): Promise<Body> {
  if (response === null || bodiless(request, response.status())) return NO_BODY
  const said = Number(response.headers()['content-length'] ?? 0)
  if (said > MOST_BODY || said > budget.left) return { body: null, left: `${said} bytes are more than is kept` }
  try {
    const body = await response.body()
    if (body.byteLength > MOST_BODY || body.byteLength > budget.left)
      return { body: null, left: `${body.byteLength} bytes are more than is kept` }
    // The browser stops reading what it cannot use, a damaged picture say, and calls it finished.
    if (said > 0 && body.byteLength < said && !response.headers()['content-encoding'])
      return { body: null, left: `the browser read ${body.byteLength} of ${said} bytes` }
    budget.left -= body.byteLength
    return { body, left: null }
  } catch (error) {
    return { body: null, left: (error as Error).message.split('\n', 1)[0] ?? 'not held by the browser' }
  }
}

async function exchangeOf(
  one: Seen,
  proxy: EgressProxy,
  budget: { left: number },
  until: Promise<Body>,
): Promise<Exchange> {
  const { request, response } = one
  const url = request.url()
  const hostPort = hostPortOf(new URL(url))
  const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([work.catch(() => otherwise), until.then(() => otherwise)]) // closed or late: the plain headers stand in
  const headers = await inTime(request.headersArray(), listed(request.headers()))
  const known = {
    url,
    method: request.method(),
    kind: request.resourceType(),
    at: startOf(one),
    headers: headers.map(({ name, value }) => [name, value] as const),
    sent: request.postDataBuffer()?.byteLength ?? 0,
    from: request.redirectedFrom()?.url() ?? null,
    remoteAddress: proxy.remoteAddress(hostPort),
  }
  if (response === null) {
    const failed = request.failure()
    const refusal = failed === null ? null : proxy.failure(hostPort)
    const why = refusal?.message ?? failed?.errorText ?? 'no answer yet'
    return { ...known, answer: null, failure: { why, refused: refusal instanceof Refused } }
  }
  return { ...known, answer: await answerOf(one, response, budget, until, inTime), failure: null }
}

async function answerOf(
  one: Seen,
  response: Response,
  budget: { left: number },
  until: Promise<Body>,
  inTime: <T>(work: Promise<T>, otherwise: T) => Promise<T>,
): Promise<Answer> {
  const broken = one.request.failure()?.errorText ?? 'still coming when the page was captured'
  one.body ??= one.ended && one.request.failure() === null ? bodyOf(one, budget) : null
  const [headers, protocol, details, body] = await Promise.all([
    inTime(response.headersArray(), listed(response.headers())),
    inTime(response.httpVersion(), ''),
    inTime(response.securityDetails(), null),
    one.body === null ? { body: null, left: broken } : Promise.race([one.body, until]),
  ])
  return {
    status: response.status(),
    statusText: response.statusText(),
    protocol,
    headers: headers.map(({ name, value }) => [name, value] as const),
    ...body,
    tls: tlsOf(details),
  }
}

const listed = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }))

/** When the browser began to ask, by this machine's clock. */
const startOf = ({ request, at }: Seen): Instant => {
  const { startTime } = request.timing()
  return startTime > 0 ? new Date(startTime).toISOString() : at
}

const instantOf = (seconds: number | undefined): Instant | null =>
  seconds ? new Date(seconds * 1000).toISOString() : null

type Security = Awaited<ReturnType<Response['securityDetails']>>

/** Null without TLS: the browser then gives details without any content. */
export const tlsOf = (details: Security): Tls | null =>
  details?.protocol === undefined
    ? null
    : {
        protocol: details.protocol,
        subject: details.subjectName ?? null,
        issuer: details.issuer ?? null,
        validFrom: instantOf(details.validFrom),
        validTo: instantOf(details.validTo),
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
