import { setTimeout as sleep } from 'node:timers/promises'
import { FetchFailed, Refused } from '../errors.ts'
import { type Admit, fetchAdmitted } from './admit.ts'
import { PATIENCE_MS } from './desk.ts'
import type { FetchOptions } from './fetch.ts'
import type { Pace } from './pace.ts'
import type { FetchFile } from './types.ts'

/** Larger pictures are not made for shops. */
const MAX_BYTES = 8_000_000
/** What every reader of pictures knows comes first. */
const ACCEPT = 'image/jpeg,image/png,image/webp;q=0.9,image/avif;q=0.8,image/gif;q=0.7,*/*;q=0.1'

/** Files of visited pages: each waits its host's turn like a page, and is asked for once. */
export const createFetchFile = (admit: Admit, pace: Pace, options: FetchOptions): FetchFile => {
  const { signal } = options
  return async (url) => {
    const { host } = new URL(url)
    if (pace.closedUntil(host) > Date.now() + PATIENCE_MS) throw new Refused(`${host} asked to be left alone`)
    await sleep(pace.extra(host), undefined, signal === undefined ? {} : { signal })
    const headers = { ...options.headers, accept: ACCEPT }
    const page = await fetchAdmitted(url, admit, pace, { ...options, headers, opaqueToo: true, maxBytes: MAX_BYTES })
    if (page.status !== 200) throw new FetchFailed(`the server answered ${page.status}`, { again: false })
    return page
  }
}
