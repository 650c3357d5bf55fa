import type { Instant } from '../domain.ts'
import type { Store, Sweep } from '../store/api.ts'
import type { DueRow, Schedules, SweepSwitch } from '../store/console/api.ts'
import { nextRun } from '../sweep/schedule.ts'
import { planned } from './due.ts'
import { type PlanFile, planFiles } from './plan-files.ts'

/** `waiting`: for its time; `by-hand`: it has none; `problem`: its file cannot be understood. */
export type PlanState = 'running' | 'asked' | 'paused' | 'waiting' | 'by-hand' | 'problem'

/** A sweep file and all that is known of its runs. */
export interface PlanView {
  readonly file: PlanFile
  /** What it is called; the file where it cannot be read. */
  readonly name: string
  readonly set: SweepSwitch
  readonly state: PlanState
  /** Null: no schedule, paused, or never again. */
  readonly next: Instant | null
  /** Newest first. */
  readonly runs: readonly Sweep[]
  readonly open: DueRow | null
}

interface Ground {
  readonly folder: string
  readonly store: Store
  readonly schedules: Schedules
  readonly now: () => Date
}

function stateOf({ plan }: PlanFile, set: SweepSwitch, running: boolean): PlanState {
  if (!plan) return 'problem'
  if (running) return 'running'
  if (set.askedAt !== null) return 'asked'
  if (set.pausedAt !== null) return 'paused'
  return plan.schedule ? 'waiting' : 'by-hand'
}

/** Every plan of a folder, by file name. */
export async function planViews({ folder, store, schedules, now }: Ground): Promise<readonly PlanView[]> {
  const [files, sweeps] = await Promise.all([planFiles(folder), store.sweeps.list()])
  const open = schedules.open()
  return files.map((file) => {
    const name = file.plan?.name ?? file.file
    const set = schedules.switchOf(name)
    const runs = sweeps.filter((sweep) => sweep.kind === 'sweep' && sweep.name === name)
    const row = open.find((each) => each.name === name) ?? null
    const [plan] = planned([file])
    const next = plan && set.pausedAt === null ? nextRun(plan.plan, plan.path, now().toISOString()) : null
    // Paused, a run goes on to its end; one that was cut off waits.
    const running = row !== null && (set.pausedAt === null || store.sweeps.isRunning(name))
    return { file, name, set, runs, open: row, next, state: stateOf(file, set, running) }
  })
}

interface Desk {
  readonly store: Store
  readonly schedules: Schedules
  readonly by: string
}

const enter = async ({ store, by }: Desk, action: string, { name, file }: PlanView): Promise<void> => {
  await store.ledger.append(action, `sweep-plan:${name}`, { file: file.file, name }, by)
}

/** "Run now". False where it is asked for already, or its file cannot be understood. */
export async function askForRun(desk: Desk, view: PlanView): Promise<boolean> {
  if (view.file.plan === null || desk.schedules.switchOf(view.name).askedAt !== null) return false
  await enter(desk, 'sweep.asked', view)
  return desk.schedules.ask(view.name, desk.by)
}

/** What runs goes on to its end; times that come meanwhile are left out. */
export async function pausePlan(desk: Desk, view: PlanView): Promise<void> {
  if (view.set.pausedAt !== null) return
  await enter(desk, 'sweep.paused', view)
  desk.schedules.pause(view.name, desk.by)
}

export async function resumePlan(desk: Desk, view: PlanView): Promise<void> {
  if (view.set.pausedAt === null) return
  await enter(desk, 'sweep.resumed', view)
  desk.schedules.resume(view.name)
}
