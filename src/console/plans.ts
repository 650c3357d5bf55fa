import type { PlanState } from '../i18n/console-sweeps.ts'
import { planned } from '../schedule/due.ts'
import { type PlanFile, planFiles } from '../schedule/plan-files.ts'
import type { Sweep } from '../store/api.ts'
import type { DueRow, SweepSwitch } from '../store/console/api.ts'
import { nextRun } from '../sweep/schedule.ts'
import type { SignedAsk } from './ask.ts'

/** A sweep file and all that is known of its runs. */
export interface PlanView {
  readonly file: PlanFile
  /** What it is called; the file where it cannot be read. */
  readonly name: string
  readonly set: SweepSwitch
  readonly state: PlanState
  /** Null: no schedule, paused, or never again. */
  readonly next: string | null
  /** Newest first. */
  readonly runs: readonly Sweep[]
  readonly open: DueRow | null
}

function stateOf({ plan }: PlanFile, set: SweepSwitch, running: boolean): PlanState {
  if (!plan) return 'problem'
  if (running) return 'running'
  if (set.askedAt !== null) return 'asked'
  if (set.pausedAt !== null) return 'paused'
  return plan.schedule ? 'waiting' : 'by-hand'
}

/** Every plan of this console, by file name. */
export async function planViews({ world }: SignedAsk): Promise<readonly PlanView[]> {
  const { store, sweeping, now } = world
  const { schedules } = world.console
  const [files, sweeps] = await Promise.all([planFiles(sweeping.folder), store.sweeps.list()])
  const open = schedules.open()
  return files.map((file) => {
    const name = file.plan?.name ?? file.file
    const set = schedules.switchOf(name)
    const runs = sweeps.filter((sweep) => sweep.kind === 'sweep' && sweep.name === name)
    const row = open.find((each) => each.name === name) ?? null
    const [plan] = planned([file])
    const due = plan && set.pausedAt === null ? nextRun(plan.plan, plan.path, now().toISOString()) : null
    return { file, name, set, runs, open: row, next: due, state: stateOf(file, set, row !== null) }
  })
}

/** The plan that the address names; null where there is none. */
export async function planNamed(ask: SignedAsk, file: string | null | undefined): Promise<PlanView | null> {
  return (await planViews(ask)).find((view) => view.file.file === file) ?? null
}

export const planPath = (file: string): string => `/sweeps/plan?${new URLSearchParams({ file }).toString()}`
