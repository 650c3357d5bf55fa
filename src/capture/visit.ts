import { setTimeout as sleep } from 'node:timers/promises'
import type { Response, Page as Tab } from 'playwright'
import type { Page } from '../domain.ts'
import { type EgressProxy, hostPortOf } from '../egress/proxy.ts'
import { openAddresses, visitable } from '../egress/resolve.ts'
import { FetchFailed, Refused } from '../errors.ts'
import { firstLine, lastNavigation } from './session.ts'

const NAVIGATION_MS = 30_000
const LOAD_MS = 10_000
const QUIET_MS = 5_000
const READ_MS = 10_000

/** Runs to its end or to its time, whichever is first; true when it ended in time. */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const clock = new AbortController()
  const inTime = work.then(() => true)
  inTime.catch(() => undefined) // Reported by the race below, unless time was up.
  try {
    return await Promise.race([inTime, sleep(ms, false, { signal: clock.signal })])
  } finally {
    clock.abort()
  }
}

const timedOut = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError'

/** Why a navigation failed, in our own terms: the proxy knows what it refused, on whichever redirect it was. */
export function navigationError(
  error: unknown,
  url: string,
  tab: Tab | null,
  proxy: EgressProxy,
): Refused | FetchFailed {
  if (error instanceof Refused || error instanceof FetchFailed) return error
  const last = (tab === null ? null : lastNavigation(tab)) ?? url
  const known = URL.canParse(last) ? proxy.failure(hostPortOf(new URL(last))) : null
  if (known !== null) return known
  if (timedOut(error))
    return new FetchFailed(`${url} took more than ${NAVIGATION_MS / 1000} s in the browser`, {
      again: true,
      cause: error,
    })
  const line = firstLine(error).replace(/^page\.goto: /, '')
  if (line.includes('Download is starting') || line.includes('ERR_ABORTED'))
    return new FetchFailed(`${url} is a download, not a page`, { again: false, cause: error })
  return new FetchFailed(`${url}: ${line}`, { again: !/ERR_(?:CERT|SSL|INVALID|UNSAFE)/.test(line), cause: error })
}

/** The address is checked before the browser is asked; the proxy checks it again. */
export async function navigate(tab: Tab, url: string, proxy: EgressProxy, allowPrivate: boolean): Promise<Response> {
  const target = visitable(url)
  await openAddresses(target.hostname, { allowPrivate })
  try {
    const response = await tab.goto(target.href, { waitUntil: 'domcontentloaded', timeout: NAVIGATION_MS })
    if (response === null) throw new FetchFailed(`${url}: the browser got no answer`, { again: true })
    return response
  } catch (error) {
    throw navigationError(error, url, tab, proxy)
  }
}

/** Loaded and quiet, or as far as it came in 15 seconds: pages that poll are never quiet. Says what it did not wait for. */
export async function settle(tab: Tab): Promise<readonly string[]> {
  const notes: string[] = []
  const wait = async (state: 'load' | 'networkidle', timeout: number, note: string) => {
    try {
      await tab.waitForLoadState(state, { timeout })
    } catch (error) {
      if (!timedOut(error)) throw error
      notes.push(note)
    }
  }
  await wait('load', LOAD_MS, `still loading after ${LOAD_MS / 1000} s`)
  await wait('networkidle', QUIET_MS, `network not quiet after ${QUIET_MS / 1000} s`)
  return notes
}

const REENCODED = ['content-encoding', 'content-length', 'transfer-encoding', 'content-type', 'content-security-policy']

/** The rendered DOM of this moment as a Page, in UTF-8. */
export async function readTab(tab: Tab, requestedUrl: string, response: Response, proxy: EgressProxy): Promise<Page> {
  const fetchedAt = new Date().toISOString()
  const content = tab.content()
  if (!(await within(READ_MS, content)))
    throw new FetchFailed(`${requestedUrl}: the page keeps the browser too busy to be read`, { again: true })
  const url = new URL(tab.url())
  url.hash = ''
  const headers = Object.entries(await response.allHeaders()).filter(([name]) => !REENCODED.includes(name))
  return {
    requestedUrl,
    url: url.href,
    redirects: redirectsOf(response),
    status: response.status(),
    headers: { ...Object.fromEntries(headers), 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(await content, 'utf8'),
    fetchedAt,
    via: 'browser',
    remoteAddress: proxy.remoteAddress(hostPortOf(url)),
  }
}

const redirectsOf = (response: Response): readonly string[] => {
  const urls: string[] = []
  for (let from = response.request().redirectedFrom(); from !== null; from = from.redirectedFrom())
    urls.unshift(from.url())
  return urls
}
