import type { Instant } from '../domain.ts'
import type { Schedules } from '../store/console/api.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import { type Due, dueIn } from '../sweep/schedule.ts'
import type { PlanFile } from './plan-files.ts'

/** A sweep file that is understood. */
export type Planned = PlanFile & { readonly plan: SweepPlan }

export const planned = (all: readonly PlanFile[]): readonly Planned[] =>
  all.filter((one): one is Planned => one.plan !== null)

const latest = (times: readonly (Instant | null)[]): Instant =>
  times.reduce<Instant>((most, time) => (time !== null && time > most ? time : most), '')

/**
 * The time at which a sweep is due by its cron line and that nobody has claimed: later than the last one claimed, than
 * the moment its cron line was written and than the last pause. The clock of a machine that ran ahead leaves nothing behind.
 */
export function openDue({ plan, path, changedAt }: Planned, schedules: Schedules, now: Instant): Due | null {
  if (!plan.schedule) return null
  const { cron, time_zone } = plan.schedule
  const since = schedules.cronSince(plan.name, `${cron} ${time_zone}`, changedAt)
  const { resumedAt } = schedules.switchOf(plan.name)
  const after = latest([since, schedules.lastDue(plan.name, now), resumedAt])
  return dueIn(plan, path, after, now)
}
