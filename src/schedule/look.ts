import type { Instant } from '../domain.ts'
import { closedUntil } from '../sweep/windows.ts'
import { openDue, type Planned, planned } from './due.ts'
import { type KnownPlans, type PlanFile, planFiles } from './plan-files.ts'
import { answer, begin, takeUp, waitIfAlone } from './runs.ts'
import type { Running, ScheduleWorld } from './world.ts'

const isFull = ({ signal, sideBySide }: ScheduleWorld, running: Running): boolean =>
  signal.aborted || running.size >= sideBySide

async function lookAtAsked(world: ScheduleWorld, running: Running, plan: Planned): Promise<void> {
  const { schedules } = world
  const { name } = plan.plan
  const { askedAt, askedBy } = schedules.switchOf(name)
  if (askedAt === null || isFull(world, running)) return
  if (running.has(name) || world.store.sweeps.isRunning(name)) return answer(world, name, askedAt)
  // A run that was cut off comes first, in the next look.
  if (schedules.open().some((row) => row.name === name)) return
  const row = schedules.claim({
    ...{ name, dueAt: askedAt, why: 'asked', missed: 0, by: askedBy, state: 'begun', detail: null },
  })
  schedules.answered(name, askedAt)
  if (row) await waitIfAlone(world, begin(world, running, plan, row, false))
}

async function whyNot(world: ScheduleWorld, running: Running, name: string, due: Instant) {
  if (world.schedules.switchOf(name).pausedAt !== null) return 'paused'
  if (running.has(name) || world.store.sweeps.isRunning(name)) return 'running'
  // A run that was cut off and waits for its turn to go on.
  if (world.schedules.open().some((row) => row.name === name)) return 'running'
  const run = await world.store.sweeps.newestNamed(name)
  return run !== null && run.begunAt >= due ? 'ran' : null
}

async function lookAtDue(world: ScheduleWorld, running: Running, plan: Planned): Promise<void> {
  const { schedules } = world
  const { name, windows } = plan.plan
  const now = world.now()
  const due = openDue(plan, schedules, now.toISOString())
  if (!due) return
  const why = await whyNot(world, running, name, due.at)
  const claim = { name, dueAt: due.at, why: 'time', missed: due.missed, by: null } as const
  if (why !== null) {
    if (schedules.claim({ ...claim, state: 'skipped', detail: why })) world.tell({ kind: 'skipped', name, why })
    return
  }
  // Outside its hours a run would only wait, in the place of another.
  if (isFull(world, running) || (windows && closedUntil(windows, now.getTime()) !== 0)) return
  const row = schedules.claim({ ...claim, state: 'begun', detail: null })
  if (row) await waitIfAlone(world, begin(world, running, plan, row, false))
}

/** One look at the clock and at the folder: what was cut off goes on, what was asked for or is due begins. */
export async function look(
  world: ScheduleWorld,
  running: Running,
  told: Map<string, string>,
  known: KnownPlans,
): Promise<void> {
  const all = await planFiles(world.folder, known)
  tellProblems(world, all, told)
  const plans = planned(all)
  for (const row of world.schedules.open()) {
    if (running.has(row.name) || isFull(world, running)) continue
    await takeUp(
      world,
      running,
      plans.find(({ plan }) => plan.name === row.name),
      row,
    )
  }
  for (const plan of plans) {
    await lookAtAsked(world, running, plan)
    await lookAtDue(world, running, plan)
  }
}

/** Each fault of a file once, until the file is changed. */
function tellProblems(world: ScheduleWorld, all: readonly PlanFile[], told: Map<string, string>): void {
  for (const { file, problem } of all) {
    if (problem !== null && told.get(file) !== problem) world.tell({ kind: 'unreadable', file, problem })
    if (problem === null) told.delete(file)
    else told.set(file, problem)
  }
}
