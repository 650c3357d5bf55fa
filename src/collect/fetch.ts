import type { Dispatcher } from 'undici'
import type { Page } from '../domain.ts'
import { visitable } from '../egress/resolve.ts'
import { FetchFailed, Refused } from '../errors.ts'
import { readBody } from './body.ts'
import { decompress } from './decompress.ts'
import { egressDispatcher, type Remote } from './dispatcher.ts'
import { USER_AGENT } from './identity.ts'
import { asFetchFailed } from './network-errors.ts'
import { type ChainCookies, chainCookies, redirectTarget, withoutHash } from './redirects.ts'

export interface FetchOptions {
  readonly allowPrivate: boolean
  readonly userAgent?: string
  readonly signal?: AbortSignal
  /** For the whole page with its redirects; 30,000. */
  readonly timeoutMs?: number
  /** Most bytes on the wire (20 MB); decompressed, 2.5 times as many. */
  readonly maxBytes?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent with the first request alone: validators belong to one address, and not to where it may redirect. */
  readonly conditional?: Readonly<Record<string, string>>
  /** Told of every answer, redirects included, with its bytes on the wire. */
  readonly meter?: (bytes: number) => void
  /** The Cookie header of a sign-in for each request, redirects included; null for hosts it is not for. */
  readonly cookie?: (url: URL) => string | null
  /** Pictures and other opaque files are read to their end; otherwise their beginning only. */
  readonly opaqueToo?: boolean
  /** Asked before each request, redirects included: a rejection stops the fetch (robots, pacing). */
  readonly before?: (url: URL) => Promise<void>
}

const TIMEOUT_MS = 30_000
const CONNECT_MS = 10_000
const MAX_BYTES = 20_000_000
const INFLATION = 2.5
const MAX_REDIRECTS = 10
/** Up to this, reading a redirect's body is cheaper than a new connection. */
const DUMPED_BYTES = 16_384
/** Sockets per origin: the most a crawl runs at once; pacing keeps real shops far below it. */
const CONNECTIONS = 64

const agents = new Map<boolean, Dispatcher>()
const agentFor = (allowPrivate: boolean): Dispatcher => {
  const known = agents.get(allowPrivate)
  if (known !== undefined) return known
  const agent = egressDispatcher({ allowPrivate, connections: CONNECTIONS, connectTimeoutMs: CONNECT_MS })
  agents.set(allowPrivate, agent)
  return agent
}

const joined = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )

const requestHeaders = (options: FetchOptions, cookie: string | null, first: boolean): Record<string, string> => ({
  'user-agent': options.userAgent ?? USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
  'accept-language': 'vi,en;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  ...(cookie === null ? {} : { cookie }),
  ...options.headers,
  ...(first ? options.conditional : {}),
})

/** The sitemap protocol's own packing: a file that is gzip whatever the headers say. */
const isPackedSitemap = (url: URL): boolean => /\.xml\.gz$/i.test(url.pathname)
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

type Hop = { readonly redirect: URL } | { readonly page: Omit<Page, 'requestedUrl' | 'redirects'> }

/** One request, one answer. */
async function hop(
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
  cookies: ChainCookies,
  first: boolean,
): Promise<Hop> {
  const remote: Remote = { remoteAddress: null }
  const request = { origin: url.origin, path: url.pathname + url.search, method: 'GET', signal, remote } as const
  const timeouts = { headersTimeout: 20_000, bodyTimeout: 15_000 }
  const answer = await agentFor(options.allowPrivate).request({
    ...request,
    ...timeouts,
    headers: requestHeaders(
      options,
      [options.cookie?.(url), cookies.header(url)].filter(Boolean).join('; ') || null,
      first,
    ),
  })
  const fetchedAt = new Date().toISOString()
  const headers = joined(answer.headers)
  const location = headers.location
  if (answer.statusCode >= 300 && answer.statusCode < 400 && location !== undefined) {
    options.meter?.(0)
    cookies.keep(url, answer.headers['set-cookie'])
    answer.body.dump({ limit: DUMPED_BYTES }).catch(() => undefined) // The answer is the location; a broken body loses nothing.
    return { redirect: redirectTarget(location, url) }
  }
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const packed = isPackedSitemap(url)
  const wire = await readBody(answer.body, headers, maxBytes, options.opaqueToo || packed)
  options.meter?.(wire.bytes.byteLength)
  const sent = wire.whole ? await decompress(headers['content-encoding'], wire.bytes, maxBytes * INFLATION) : wire.bytes
  const body = packed && isGzip(sent) ? await decompress('gzip', sent, maxBytes * INFLATION) : sent
  const { remoteAddress } = remote
  return { page: { url: url.href, status: answer.statusCode, headers, body, fetchedAt, via: 'http', remoteAddress } }
}

async function follow(requestedUrl: string, options: FetchOptions, signal: AbortSignal): Promise<Page> {
  const redirects: string[] = []
  const cookies = chainCookies()
  const seen = new Set<string>()
  let url = withoutHash(visitable(requestedUrl))
  for (;;) {
    await options.before?.(url)
    signal.throwIfAborted()
    // The same page with a new cookie is not the same request.
    seen.add(`${url.href} ${cookies.header(url)}`)
    const result = await hop(url, options, signal, cookies, redirects.length === 0)
    if ('page' in result) return { requestedUrl, redirects, ...result.page }
    redirects.push(url.href)
    if (seen.has(`${result.redirect.href} ${cookies.header(result.redirect)}`))
      throw new FetchFailed(`redirect loop: ${[...redirects, result.redirect.href].join(' → ')}`, { again: false })
    if (redirects.length > MAX_REDIRECTS)
      throw new FetchFailed(`more than ${MAX_REDIRECTS} redirects from ${requestedUrl}`, { again: false })
    url = result.redirect
  }
}

/**
 * One page by HTTP, redirects followed by hand, every address checked where it is connected to.
 * Bodies that are neither text nor data (PDF, pictures, archives) are cut at 64 KiB, enough to say what they are, unless `opaqueToo`.
 * Throws Refused (private address, scheme), FetchFailed (timeout, reset, too big, bad encoding), or the reason of `signal`.
 */
export async function fetchPage(url: string, options: FetchOptions): Promise<Page> {
  const { signal } = options
  signal?.throwIfAborted()
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS
  const stop = new AbortController()
  const onAbort = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  // The error is made when it is needed: it walks the stack, and few pages come too late.
  const late = () => stop.abort(new FetchFailed(`${url} took more than ${timeoutMs / 1000} s`, { again: true }))
  const timer = setTimeout(late, timeoutMs)
  try {
    return await follow(url, options, stop.signal)
  } catch (error) {
    signal?.throwIfAborted()
    if (stop.signal.aborted) throw stop.signal.reason
    if (error instanceof Refused || error instanceof FetchFailed) throw error
    throw asFetchFailed(url, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
