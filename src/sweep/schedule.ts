import type { Instant } from '../domain.ts'
import { cronOf, type SweepPlan } from './plan.ts'

export interface ScheduledSweep {
  readonly file: string
  readonly plan: SweepPlan
  /** When the file was last changed: what a sweep that never ran counts from. */
  readonly since: Instant
}

/** The next time a sweep is due after `from`; null when its cron line never comes again. */
export function nextRun({ plan, file }: ScheduledSweep, from: Instant): Instant | null {
  if (!plan.schedule) return null
  return cronOf(plan.schedule, file).nextRun(new Date(from))?.toISOString() ?? null
}

/**
 * Whether a sweep is due: its cron time has come since it last began (or since the file was written, when it never ran).
 * However many times were missed (machine off), they are made up by one run.
 */
export function isDue(sweep: ScheduledSweep, lastBegun: Instant | null, now: Instant): boolean {
  const next = nextRun(sweep, lastBegun ?? sweep.since)
  return next !== null && next <= now
}
