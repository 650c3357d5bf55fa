// A little longer than a file of ours is: a request with all that can come of it.
import type { Request, Response } from 'playwright'
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

const MOST_BODY = 16 * 2 ** 20

export type Body = Pick<Answer, 'body' | 'left'>
const NO_BODY: Body = { body: new Uint8Array(), left: null }

/** A request on its way, as the browser told of it. */
export interface Seen {
  readonly request: Request
  readonly at: Instant
  response: Response | null
  ended: boolean
  body: Promise<Body> | null
}

const bodiless = (request: Request, status: number): boolean =>
  request.method() === 'HEAD' || status < 200 || status === 204 || status === 304 || (status >= 300 && status < 400)

/** The body as the browser holds it, unless it is larger than is kept. */
export async function bodyOf({ request, response }: Seen, budget: { left: number }): Promise<Body> {
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

/** What came of one request; what is not there when `until` resolves is said to be late. */
export async function exchangeOf(
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
