import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '../domain.ts'
import { visitable } from '../egress/resolve.ts'
import { Refused } from '../errors.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import type { Pace } from './pace.ts'
import type { Robots } from './robots.ts'

/** Asks robots.txt about a URL and takes over its crawl-delay. Throws Refused with the line that disallows it. */
export type Admit = (url: URL) => Promise<void>

export const createAdmit =
  (robots: Robots, pace: Pace): Admit =>
  async (url) => {
    const { refusal, delayMs } = await robots.ask(url)
    if (delayMs !== null) pace.slow(url.host, delayMs)
    if (refusal !== null) throw new Refused(refusal)
  }

/** A page by HTTP under robots.txt; redirects are asked about too and wait their host's turn. */
export async function fetchAdmitted(url: string, admit: Admit, pace: Pace, options: FetchOptions): Promise<Page> {
  await admit(visitable(url))
  let hops = 0
  const before = async (hop: URL) => {
    hops += 1
    if (hops === 1) return
    await admit(hop)
    await sleep(pace.extra(hop.host), undefined, options.signal === undefined ? {} : { signal: options.signal })
  }
  return fetchPage(url, { ...options, before })
}
