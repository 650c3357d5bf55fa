import type { StopReason } from './desk.ts'

export interface Budget {
  /** One answer came, with so many bytes on the wire. */
  meter(bytes: number): void
  spent(): { readonly requests: number; readonly bytes: number }
}

interface Limits {
  readonly maxRequests?: number
  readonly maxBytes?: number
}

/** Counts what a crawl asked for and received over HTTP, and says once when a limit is reached. What is under way is still recorded. */
export function createBudget({ maxRequests, maxBytes }: Limits, stop: (reason: StopReason) => void): Budget {
  const spent = { requests: 0, bytes: 0 }
  return {
    meter(bytes) {
      spent.requests += 1
      spent.bytes += bytes
      if (maxRequests !== undefined && spent.requests >= maxRequests) stop('max-requests')
      if (maxBytes !== undefined && spent.bytes >= maxBytes) stop('max-bytes')
    },
    spent: () => ({ ...spent }),
  }
}

/** Whether the minutes are used up; those in which nothing may be asked do not count. */
export function minuteLimit(
  maxMinutes: number,
  pausedUntil: ((now: number) => number) | undefined,
): (now: number) => boolean {
  let used = 0
  let last = Date.now()
  return (now) => {
    if (pausedUntil === undefined || pausedUntil(now) === 0) used += now - last
    last = now
    return used >= maxMinutes * 60_000
  }
}
