import { allowance } from './rate-limit.ts'

/** How hard one host may be asked. */
export interface Rate {
  /** Null: no limit (own test servers). */
  readonly requestsPerSecond: number | null
  /** Requests in flight at once. */
  readonly concurrency: number
}

export const POLITE: Rate = { requestsPerSecond: 1, concurrency: 2 }

/** Hosts (`name:port` as in URL.host), how busy they are, and when each may be asked again. Milliseconds since 1970. */
export interface Pace {
  /** When the host may be asked next; Infinity while it is at its concurrency. */
  nextAt(host: string): number
  /** One request starts. */
  begin(host: string): void
  /** It ended with these: a 429 or 503 closes the host for its Retry-After, or for longer each time; RateLimit headers close or slow it. */
  end(
    host: string,
    answer: { readonly status: number | null; readonly headers: Readonly<Record<string, string>> } | null,
  ): void
  /** One more request inside one under way (a redirect): how long it waits first, in milliseconds. */
  extra(host: string): number
  /** The site's own crawl-delay; only ever slows. */
  slow(host: string, delayMs: number): void
  /** Until when an overloaded host asked to be left alone; 0 when it did not. */
  closedUntil(host: string): number
}

export interface HostState {
  nextAt: number
  active: number
  crawlDelayMs: number
  closedUntil: number
  strikes: number
  /** What its RateLimit headers ask to be left between requests, and until when. */
  spacingMs: number
  spacedUntil: number
}

const FIRST_BACKOFF_MS = 2_000
/** Longer than a crawl waits for a host: one that stays overloaded is given up, and said to be not reached. */
const LONGEST_BACKOFF_MS = 3_600_000
/** Waits grow by up to this share at random, so that what waits together does not come back together. */
const JITTER = 0.25

/** Retry-After as milliseconds from now: seconds or an HTTP date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}

const overloaded = (status: number | null): boolean => status === 429 || status === 503

const everyHost = new Map<string, HostState>()

/** `hosts` is shared in the process: two sweeps at once do not double the load on a host. */
export function createPace(
  rate: Rate,
  now: () => number = Date.now,
  hosts: Map<string, HostState> = everyHost,
  random: () => number = Math.random,
): Pace {
  const interval = rate.requestsPerSecond === null ? 0 : 1000 / rate.requestsPerSecond
  const of = (host: string): HostState => {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const fresh = { nextAt: 0, active: 0, crawlDelayMs: 0, closedUntil: 0, strikes: 0, spacingMs: 0, spacedUntil: 0 }
    hosts.set(host, fresh)
    return fresh
  }
  const distance = (state: HostState): number =>
    Math.max(interval, state.crawlDelayMs, state.spacedUntil > now() ? state.spacingMs : 0)
  const heed = (state: HostState, headers: Readonly<Record<string, string>>): void => {
    const asked = allowance(headers, now())
    if (asked === null) return
    if (asked.waitMs > 0) state.closedUntil = Math.max(state.closedUntil, now() + asked.waitMs)
    state.spacingMs = asked.spacingMs
    state.spacedUntil = now() + asked.forMs
    if (asked.spacingMs > 0) state.nextAt = Math.max(state.nextAt, now() + asked.spacingMs)
  }
  return {
    nextAt(host) {
      const state = of(host)
      return state.active >= rate.concurrency ? Number.POSITIVE_INFINITY : Math.max(state.nextAt, state.closedUntil)
    },
    begin(host) {
      const state = of(host)
      state.active += 1
      state.nextAt = Math.max(now(), state.nextAt) + distance(state)
    },
    end(host, answer) {
      const state = of(host)
      state.active -= 1
      if (answer === null) return
      heed(state, answer.headers)
      if (!overloaded(answer.status)) {
        state.strikes = 0
        return
      }
      const told = retryAfterMs(answer.headers['retry-after'], now())
      // Answers to requests that were under way together are one storm.
      if (told === null && state.closedUntil > now()) return
      const wait = told ?? Math.min(FIRST_BACKOFF_MS * 2 ** state.strikes, LONGEST_BACKOFF_MS)
      state.strikes += 1
      state.closedUntil = Math.max(state.closedUntil, now() + wait * (1 + random() * JITTER))
    },
    extra(host) {
      const state = of(host)
      const at = Math.max(now(), state.nextAt, state.closedUntil)
      state.nextAt = at + distance(state)
      return at - now()
    },
    slow(host, delayMs) {
      const state = of(host)
      state.crawlDelayMs = Math.max(state.crawlDelayMs, delayMs)
      // The request that is already counted keeps the longer distance too.
      if (state.nextAt > 0) state.nextAt = Math.max(state.nextAt, now() + delayMs)
    },
    closedUntil: (host) => of(host).closedUntil,
  }
}
