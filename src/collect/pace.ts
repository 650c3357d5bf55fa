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
  /** It ended with these; a 429 or 503 closes the host for its Retry-After, or for longer each time. */
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
}

const FIRST_BACKOFF_MS = 2_000
const LONGEST_BACKOFF_MS = 300_000

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
export function createPace(rate: Rate, now: () => number = Date.now, hosts: Map<string, HostState> = everyHost): Pace {
  const interval = rate.requestsPerSecond === null ? 0 : 1000 / rate.requestsPerSecond
  const of = (host: string): HostState => {
    const known = hosts.get(host)
    if (known !== undefined) return known
    const fresh = { nextAt: 0, active: 0, crawlDelayMs: 0, closedUntil: 0, strikes: 0 }
    hosts.set(host, fresh)
    return fresh
  }
  return {
    nextAt(host) {
      const state = of(host)
      return state.active >= rate.concurrency ? Number.POSITIVE_INFINITY : Math.max(state.nextAt, state.closedUntil)
    },
    begin(host) {
      const state = of(host)
      state.active += 1
      state.nextAt = Math.max(now(), state.nextAt) + Math.max(interval, state.crawlDelayMs)
    },
    end(host, answer) {
      const state = of(host)
      state.active -= 1
      if (answer === null) return
      if (!overloaded(answer.status)) {
        state.strikes = 0
        return
      }
      const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** state.strikes, LONGEST_BACKOFF_MS)
      state.strikes += 1
      const wait = retryAfterMs(answer.headers['retry-after'], now()) ?? backoff
      state.closedUntil = Math.max(state.closedUntil, now() + wait)
    },
    extra(host) {
      const state = of(host)
      const at = Math.max(now(), state.nextAt, state.closedUntil)
      state.nextAt = at + Math.max(interval, state.crawlDelayMs)
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
