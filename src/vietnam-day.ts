import type { Instant } from './domain.ts'

export const DAY_MS = 86_400_000

/** Its name in the time-zone database. */
export const VIETNAM_ZONE = 'Asia/Ho_Chi_Minh'

/** Viet Nam keeps UTC+7 all year: its clock reads what UTC's reads seven hours later. */
const AHEAD_MS = 7 * 3_600_000

/** A date whose UTC fields read as the clock in Viet Nam does at that moment. */
export const vietnamClock = (at: Instant | Date): Date => new Date(new Date(at).getTime() + AHEAD_MS)

/** The moment at which the clock in Viet Nam reads what UTC's reads at `clock`, ms since 1970. */
export const atVietnamClock = (clock: number): Instant => new Date(clock - AHEAD_MS).toISOString()

/** The day in Viet Nam as YYYY-MM-DD. */
export const vietnamDay = (at: Instant | Date): string => vietnamClock(at).toISOString().slice(0, 10)

/** The last day of a span that ends, exclusive, at `until`. */
export const lastVietnamDay = (until: Instant): string => vietnamDay(new Date(Date.parse(until) - 1))

/** Days since 1970, counted in Viet Nam. */
export const vietnamDayNumber = (at: Instant | Date): number => Math.floor(vietnamClock(at).getTime() / DAY_MS)

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * When a day written YYYY-MM-DD begins in Viet Nam, ms since 1970 UTC; NaN where there is no such day: the thirty-first of
 * February is none, though dates are lenient about it.
 */
export function vietnamDayBegins(day: string): number {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? at - AHEAD_MS : Number.NaN
}

/** Whether there is such a day, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => !Number.isNaN(vietnamDayBegins(text))
