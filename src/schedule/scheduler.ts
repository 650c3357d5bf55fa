import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Instant } from '../domain.ts'
import { Busy } from '../errors.ts'
import type { Lock, Store } from '../store/api.ts'
import type { DueRow, Schedules } from '../store/console/api.ts'
import { openLocks } from '../store/locks.ts'
import { closedUntil } from '../sweep/windows.ts'
import { openDue, type Planned, planned } from './due.ts'
import { type KnownPlans, type PlanFile, planFiles } from './plan-files.ts'

/** How a run that the scheduler began came to its end. `cut off`: it goes on where it stopped. */
export type RunEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'cut off' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly why: string }

/** What happens, for whoever watches: `standing by`: another process is the scheduler. */
export type ScheduleEvent =
  | { readonly kind: 'begins'; readonly name: string; readonly row: DueRow; readonly again: boolean }
  | { readonly kind: 'ended'; readonly name: string; readonly end: RunEnd }
  | { readonly kind: 'skipped'; readonly name: string; readonly why: 'paused' | 'running' | 'ran' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly problem: string }
  | { readonly kind: 'standing by' }

export interface ScheduleWorld {
  readonly folder: string
  readonly store: Store
  readonly schedules: Schedules
  readonly log: Logger
  readonly now: () => Date
  /** Runs one sweep to its end; stops it, so that it can go on, when the signal is aborted. */
  readonly run: (plan: Planned, signal: AbortSignal) => Promise<RunEnd>
  readonly tell: (event: ScheduleEvent) => void
  /** Aborted: what runs is stopped, and nothing is begun. */
  readonly signal: AbortSignal
  /** Runs side by side at most. */
  readonly sideBySide: number
}

/** A run that dies this often is not begun again. */
const MOST_ATTEMPTS = 5

/** Held by the one process that looks after the schedules of a folder; dies with it. Throws Busy. */
export function scheduleLease(home: string, folder: string): Lock {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)
  return openLocks(home).acquire(`schedule-${name}`, `the schedules of ${folder}`)
}

/** Whether some process looks after the schedules of a folder now. */
export function isScheduled(home: string, folder: string): boolean {
  try {
    scheduleLease(home, folder).release()
    return false
  } catch (error) {
    if (error instanceof Busy) return true
    throw error
  }
}

/** The runs under way in this process, by name. */
type Running = Map<string, Promise<void>>

/** Whether a sweep of that name runs now, in whatever process. */
export const isHeld = (store: Store, name: string): boolean => {
  try {
    store.sweeps.lock(name).release()
    return false
  } catch (error) {
    if (error instanceof Busy) return true
    throw error
  }
}

const newestRun = async ({ store }: ScheduleWorld, name: string) =>
  (await store.sweeps.list()).find((sweep) => sweep.name === name && sweep.kind === 'sweep') ?? null

/** Keeps how a run ended. One that was cut off stays open: the next look goes on with it. */
async function settle(world: ScheduleWorld, row: DueRow, end: RunEnd): Promise<void> {
  const { schedules } = world
  if (end.kind === 'cut off') return
  // Whoever only looked at the lock has let it go: the run is tried again.
  if (end.kind === 'busy' && !isHeld(world.store, row.name)) return
  if (end.kind === 'busy') return schedules.end(row.id, { state: 'skipped', sweep: null, detail: 'running' })
  const run = await newestRun(world, row.name)
  const sweep = run?.id ?? null
  if (end.kind === 'failed') return schedules.end(row.id, { state: 'failed', sweep, detail: end.why })
  schedules.end(row.id, { state: 'done', sweep, detail: null })
}

function begin(world: ScheduleWorld, running: Running, plan: Planned, row: DueRow, again: boolean): Promise<void> {
  const { name } = row
  world.tell({ kind: 'begins', name, row, again })
  const work = async () => {
    try {
      const end = await world.run(plan, world.signal)
      await settle(world, row, end)
      world.tell({ kind: 'ended', name, end })
    } catch (error) {
      // A defect in one run must not end the scheduler; it is kept with the run and logged.
      world.log.error({ err: error, sweep: name }, 'scheduled sweep failed')
      const end = { kind: 'failed', why: (error as Error).message } as const
      await settle(world, row, end)
      world.tell({ kind: 'ended', name, end })
    } finally {
      running.delete(name)
    }
  }
  const promise = work()
  running.set(name, promise)
  return promise
}

/** What was asked for is under way, or goes on now: no second run is begun for it. */
function answer({ schedules, tell }: ScheduleWorld, name: string, askedAt: Instant): void {
  const { askedBy: by } = schedules.switchOf(name)
  schedules.claim({ name, dueAt: askedAt, why: 'asked', missed: 0, by, state: 'skipped', detail: 'running' })
  schedules.answered(name, askedAt)
  tell({ kind: 'skipped', name, why: 'running' })
}

/** A run that this process did not see end: it has ended by itself, is still under way, or was cut off and goes on. */
async function takeUp(world: ScheduleWorld, running: Running, plan: Planned | undefined, row: DueRow) {
  const { schedules } = world
  const end = (state: 'done' | 'failed', sweep: number | null, detail: string | null) =>
    schedules.end(row.id, { state, sweep, detail })
  if (isHeld(world.store, row.name)) return
  const run = await newestRun(world, row.name)
  const ended = run !== null && run.endedAt !== null && run.endedAt >= row.at
  if (ended && run.state !== 'interrupted') return end('done', run.id, null)
  if (!plan) return end('failed', run?.id ?? null, 'its sweep file is gone, or cannot be understood')
  const { pausedAt, askedAt } = schedules.switchOf(row.name)
  // Paused, it waits where it stopped until it is let go, or asked for.
  if (pausedAt !== null && askedAt === null) return
  if (askedAt !== null) answer(world, row.name, askedAt)
  if (row.attempts >= MOST_ATTEMPTS) return end('failed', run?.id ?? null, `cut off ${row.attempts} times`)
  schedules.again(row.id)
  await waitIfAlone(world, begin(world, running, plan, row, true))
}

/** One after the other where only one may run; else side by side. */
const waitIfAlone = async (world: ScheduleWorld, work: Promise<void>): Promise<void> => {
  if (world.sideBySide === 1) await work
}

const isFull = ({ signal, sideBySide }: ScheduleWorld, running: Running): boolean =>
  signal.aborted || running.size >= sideBySide

async function lookAtAsked(world: ScheduleWorld, running: Running, plan: Planned): Promise<void> {
  const { schedules } = world
  const { name } = plan.plan
  const { askedAt, askedBy } = schedules.switchOf(name)
  if (askedAt === null || isFull(world, running)) return
  if (running.has(name) || isHeld(world.store, name)) return answer(world, name, askedAt)
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
  if (running.has(name) || isHeld(world.store, name)) return 'running'
  // A run that was cut off and waits for its turn to go on.
  if (world.schedules.open().some((row) => row.name === name)) return 'running'
  const run = await newestRun(world, name)
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
async function look(
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

/** One look, and what it begins to its end. The caller holds the lease. */
export async function scheduleOnce(world: ScheduleWorld): Promise<void> {
  const running: Running = new Map()
  await look(world, running, new Map(), new Map())
  await Promise.all(running.values())
}

/**
 * Looks again and again until the signal is aborted; then stops what runs and waits for it. Stands by while another
 * process holds the lease, and takes over when that one is gone.
 */
export async function scheduleForever(world: ScheduleWorld, everyMs: number): Promise<void> {
  const running: Running = new Map()
  const told = new Map<string, string>()
  const known: KnownPlans = new Map()
  let lease: Lock | null = null
  let waits = false
  try {
    while (!world.signal.aborted) {
      try {
        lease ??= leaseIfFree(world)
        if (lease) await look(world, running, told, known)
        else if (!waits) world.tell({ kind: 'standing by' })
        waits = lease === null
        told.delete('')
      } catch (error) {
        tellTrouble(world, error, told)
      }
      await sleep(everyMs, undefined, { signal: world.signal }).catch(() => undefined) // the abort ends the loop
    }
    await Promise.all(running.values())
  } finally {
    lease?.release()
  }
}

/** A full disk or a busy database passes: the next look tries again. Said once for each message. */
function tellTrouble({ log }: ScheduleWorld, error: unknown, told: Map<string, string>): void {
  const problem = String(error)
  if (told.get('') !== problem) log.error({ err: error }, 'the scheduler could not look')
  told.set('', problem)
}

function leaseIfFree({ store, folder }: ScheduleWorld): Lock | null {
  try {
    return scheduleLease(store.home, folder)
  } catch (error) {
    if (error instanceof Busy) return null
    throw error
  }
}
