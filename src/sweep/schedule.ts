import type { Instant } from '../domain.ts'
import { cronOf, type SweepPlan } from './plan.ts'

/** A time at which a sweep is due, and how many earlier ones it makes up for. */
export interface Due {
  readonly at: Instant
  /** Counted up to a thousand. */
  readonly missed: number
}

/** Missed times counted at most: after a year off, how many exactly tells nobody anything. */
const MOST_COUNTED = 1_000

/** The next time a sweep is due after `from`; null without a schedule, or when its cron line never comes again. */
export const nextRun = ({ schedule }: SweepPlan, file: string, from: Instant): Instant | null =>
  schedule ? (cronOf(schedule, file).nextRun(new Date(from))?.toISOString() ?? null) : null

/**
 * The newest time after `after` and up to `now` at which a sweep was due; null where there is none. However many times
 * were missed (machine off), they are this one: what was missed is made up by exactly one run.
 */
export function dueIn({ schedule }: SweepPlan, file: string, after: Instant, now: Instant): Due | null {
  if (!schedule) return null
  const cron = cronOf(schedule, file)
  const before = (reference: Date): Date | null => {
    const time = cron.previousRuns(1, reference)[0] ?? null
    return time !== null && time.toISOString() > after && time.toISOString() <= now ? time : null
  }
  // The library looks before its reference, not at it.
  const newest = before(new Date(Date.parse(now) + 1))
  if (newest === null) return null
  let missed = 0
  for (let earlier = before(newest); earlier !== null && missed < MOST_COUNTED; earlier = before(earlier)) missed++
  return { at: newest.toISOString(), missed }
}
