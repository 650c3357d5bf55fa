/** Counts tries by key in a sliding minute; of a clock that was ahead for a while no try is left. Bounded: when full, the longest silent key is forgotten. */
export interface Throttle {
  /** False when this key has had its share of the minute. */
  allow(key: string): boolean
}

const WINDOW_MS = 60_000
const MOST_KEYS = 10_000

export function makeThrottle(most: number, now: () => Date): Throttle {
  const tries = new Map<string, readonly number[]>()
  return {
    allow: (key) => {
      const at = now().getTime()
      const recent = (tries.get(key) ?? []).filter((each) => each > at - WINDOW_MS && each <= at)
      tries.delete(key)
      const allowed = recent.length < most
      tries.set(key, allowed ? [...recent, at] : recent)
      const oldest = tries.keys().next().value
      if (tries.size > MOST_KEYS && oldest !== undefined) tries.delete(oldest)
      return allowed
    },
  }
}
