import { createRobots } from '../collect/robots.ts'
import { FetchFailed, Refused } from '../errors.ts'
import type { SiteBook } from '../sites/load.ts'
import type { Store } from '../store/api.ts'
import type { SweepPlan } from './plan.ts'
import { startRequests } from './start.ts'
import { closedUntil } from './windows.ts'

/** What a run will ask of one host, before it starts. */
interface HostForecast {
  readonly host: string
  readonly starts: number
  /** Start URLs that robots.txt forbids, or that may not be visited. */
  readonly refused: number
  /** Why, or why nothing is known; null where all is allowed. */
  readonly why: string | null
  /** Visits as in the newest earlier run of this name; null where there was none. */
  readonly visits: number | null
  /** Between two requests: the plan's rate, or the site's own crawl-delay where that is longer. */
  readonly delayMs: number
  /** At that distance; null where the number of visits is not known. */
  readonly minutes: number | null
}

export interface Forecast {
  readonly hosts: readonly HostForecast[]
  /** The run the numbers are taken from; null where there was none: then the limits are all that is known. */
  readonly basis: number | null
  readonly limits: SweepPlan['limits']
  /** Hosts are visited side by side: the longest of them, but no longer than the limits. */
  readonly minutes: number
  /** When asking may begin; null: at once. */
  readonly opensAt: string | null
}

export interface ForecastMeans {
  readonly book: SiteBook
  /** Null where there is no store yet. */
  readonly store: Store | null
  readonly signal: AbortSignal
}

/** How many requests a plan will send to each host and how long that takes. Asks each host for its robots.txt and for nothing else. */
export async function forecast(plan: SweepPlan, { book, store, signal }: ForecastMeans): Promise<Forecast> {
  const starts = startRequests(plan, book)
  const earlier = (await store?.sweeps.list())?.find(({ name, state }) => name === plan.name && state !== 'running')
  const counts = new Map(
    earlier && store ? (await store.sweeps.hostVisits(earlier.id)).map(({ host, visits }) => [host, visits]) : [],
  )
  const override = plan.ignore_robots?.reason ?? null
  const robots = createRobots({ allowPrivate: plan.allow_private, signal, override, timeoutMs: 10_000 })
  const told = async (host: string): Promise<HostForecast> => {
    const own = starts.filter((start) => start.host === host).map(({ url }) => new URL(url))
    const asked = await askAll(robots, own)
    const delayMs = Math.max(1000 / plan.rate.per_host_per_second, asked.delayMs)
    const visits = counts.get(host) ?? null
    const minutes = visits === null ? null : (visits * delayMs) / 60_000
    return { host, starts: own.length, refused: asked.refused, why: asked.why, visits, delayMs, minutes }
  }
  const hosts = await Promise.all([...new Set(starts.map((start) => start.host))].map(told))
  const now = Date.now()
  const opens = plan.windows === undefined ? 0 : closedUntil(plan.windows, now)
  return {
    hosts,
    basis: earlier?.id ?? null,
    limits: plan.limits,
    minutes: Math.min(plan.limits.minutes, longest(hosts, plan)),
    opensAt: opens === 0 ? null : new Date(opens).toISOString(),
  }
}

/** Where nothing is known of a host, all visits the limits allow may go there. */
const longest = (hosts: readonly HostForecast[], { limits }: SweepPlan): number =>
  Math.max(0, ...hosts.map(({ minutes, delayMs }) => minutes ?? (limits.visits * delayMs) / 60_000))

async function askAll(robots: ReturnType<typeof createRobots>, urls: readonly URL[]) {
  const asked = { refused: 0, why: null as string | null, delayMs: 0 }
  for (const url of urls) {
    try {
      const { refusal, delayMs } = await robots.ask(url)
      asked.delayMs = Math.max(asked.delayMs, delayMs ?? 0)
      if (refusal === null) continue
      asked.refused += 1
      asked.why ??= refusal
    } catch (error) {
      if (!(error instanceof FetchFailed || error instanceof Refused)) throw error
      asked.refused += 1
      asked.why ??= error.message
    }
  }
  return asked
}
