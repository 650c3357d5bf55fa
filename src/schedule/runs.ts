import type { Instant } from '../domain.ts'
import type { DueRow } from '../store/console/api.ts'
import type { Planned } from './due.ts'
import type { RunEnd, Running, ScheduleWorld } from './world.ts'

/** A run that dies this often is not begun again. */
const MOST_ATTEMPTS = 5

/** Keeps how a run ended. One that was cut off stays open: the next look goes on with it. */
async function settle(world: ScheduleWorld, row: DueRow, end: RunEnd): Promise<void> {
  const { schedules } = world
  // Stopped because this process stops: that says nothing of the run.
  if (end.kind === 'cut off') return world.signal.aborted ? schedules.uncount(row.id) : undefined
  // Whoever only looked at the lock has let it go: the run is tried again.
  if (end.kind === 'busy' && !world.store.sweeps.isRunning(row.name)) return schedules.uncount(row.id)
  if (end.kind === 'busy') return schedules.end(row.id, { state: 'skipped', sweep: null, detail: 'running' })
  const run = await world.store.sweeps.newestNamed(row.name)
  const sweep = run?.id ?? null
  if (end.kind === 'failed') return schedules.end(row.id, { state: 'failed', sweep, detail: end.why })
  schedules.end(row.id, { state: 'done', sweep, detail: null })
}

/** Runs it to its end. A defect in one run must not end the scheduler: it is kept with the run and logged. */
async function endOf({ run, signal, log }: ScheduleWorld, plan: Planned): Promise<RunEnd> {
  try {
    return await run(plan, signal)
  } catch (error) {
    log.error({ err: error, sweep: plan.plan.name }, 'scheduled sweep failed')
    return { kind: 'failed', why: (error as Error).message }
  }
}

/** Begins a run and keeps how it ends. The promise never rejects: nobody may be waiting for it. */
export function begin(
  world: ScheduleWorld,
  running: Running,
  plan: Planned,
  row: DueRow,
  again: boolean,
): Promise<void> {
  const { name } = row
  world.tell({ kind: 'begins', name, row, again })
  const work = async () => {
    const end = await endOf(world, plan)
    try {
      await settle(world, row, end)
      world.tell({ kind: 'ended', name, end })
    } catch (error) {
      // A full disk or a busy database: the row stays open, and a later look finds how the run ended.
      world.log.error({ err: error, sweep: name }, 'how a scheduled sweep ended was not kept')
      world.tell({ kind: 'ended', name, end: { kind: 'failed', why: (error as Error).message } })
    } finally {
      running.delete(name)
    }
  }
  const promise = work()
  running.set(name, promise)
  return promise
}

/** What was asked for is under way, or goes on now: no second run is begun for it. */
export function answer({ schedules, tell }: ScheduleWorld, name: string, askedAt: Instant): void {
  const { askedBy: by } = schedules.switchOf(name)
  schedules.claim({ name, dueAt: askedAt, why: 'asked', missed: 0, by, state: 'skipped', detail: 'running' })
  schedules.answered(name, askedAt)
  tell({ kind: 'skipped', name, why: 'running' })
}

/** A run that this process did not see end: it has ended by itself, is still under way, or was cut off and goes on. */
export async function takeUp(world: ScheduleWorld, running: Running, plan: Planned | undefined, row: DueRow) {
  const { schedules } = world
  const end = (state: 'done' | 'failed', sweep: number | null, detail: string | null) =>
    schedules.end(row.id, { state, sweep, detail })
  if (world.store.sweeps.isRunning(row.name)) return
  const run = await world.store.sweeps.newestNamed(row.name)
  const ended = run !== null && run.endedAt !== null && run.endedAt >= row.at
  if (ended && run.state !== 'interrupted') return end('done', run.id, null)
  if (!plan) return end('failed', run?.id ?? null, 'its sweep file is gone, or cannot be understood')
  const { pausedAt, askedAt } = schedules.switchOf(row.name)
  // Paused, it waits where it stopped until it is let go, or asked for.
  if (pausedAt !== null && askedAt === null) return
  // What is asked for after that is begun anew, by who asked.
  if (row.attempts >= MOST_ATTEMPTS) return end('failed', run?.id ?? null, `cut off ${row.attempts} times`)
  if (askedAt !== null) answer(world, row.name, askedAt)
  schedules.again(row.id)
  await waitIfAlone(world, begin(world, running, plan, row, true))
}

/** One after the other where only one may run; else side by side. */
export const waitIfAlone = async (world: ScheduleWorld, work: Promise<void>): Promise<void> => {
  if (world.sideBySide === 1) await work
}
