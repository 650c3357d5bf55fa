import { join } from 'node:path'
import { typedUrl } from '../egress/typed.ts'
import { BadInput, Refused } from '../errors.ts'
import type { SiteBook } from '../sites/load.ts'
import type { WatchLists } from '../store/console/api.ts'
import { parseSweep, type SweepPlan } from '../sweep/plan.ts'
import { nextRun } from '../sweep/schedule.ts'
import { startRequests } from '../sweep/start.ts'
import { withWatched } from '../watchlist/expand.ts'
import { type PlanFile, planFiles } from './plan-files.ts'

/** What is wrong with a plan, in English, with the line of the text where that is known. */
export interface PlanFault {
  /** From 1. */
  readonly line: number | null
  readonly text: string
}

export interface PlanGround {
  readonly folder: string
  readonly lists: Pick<WatchLists, 'byName' | 'entries'>
  readonly book: SiteBook
  /** Whether officers' plans may visit private addresses. */
  readonly allowPrivate: boolean
  readonly now: () => Date
}

/** A plan that may be saved; `full` has what its watch-lists hold now. */
export type CheckedPlan =
  | { readonly plan: SweepPlan; readonly full: SweepPlan }
  | { readonly faults: readonly PlanFault[] }

/** A fault as parseSweep writes it: `<file>:<line>: <text>`, or `<file>: <text>`. */
export function faultsOf(message: string, path: string): readonly PlanFault[] {
  return message.split('\n').map((whole) => {
    const text = whole.startsWith(path) ? whole.slice(path.length) : whole
    const [, line, rest] = /^:(\d+): (.*)$/.exec(text) ?? []
    return line === undefined ? { line: null, text: text.replace(/^: /, '') } : { line: Number(line), text: rest ?? '' }
  })
}

const lineOf = (text: string, part: string): number | null => {
  const at = text.split('\n').findIndex((line) => line.includes(part))
  return at < 0 ? null : at + 1
}

/** What a person at the server's own machine may write into a file, and an officer in a browser may not. */
function guarded(plan: SweepPlan, text: string, before: PlanFile | null, allowPrivate: boolean): readonly PlanFault[] {
  const faults: PlanFault[] = []
  if (plan.allow_private && !allowPrivate)
    faults.push({
      line: lineOf(text, 'allow_private'),
      text: 'allow_private: only who runs the server may open private addresses, with soi serve --allow-private',
    })
  const known = JSON.stringify(before?.plan?.session ?? null)
  if (plan.session && JSON.stringify(plan.session) !== known)
    faults.push({
      line: lineOf(text, 'session'),
      text: 'session: which sign-in a sweep uses is written into the file on the server, not here',
    })
  return faults
}

function closedTargets({ targets }: SweepPlan, text: string, allowPrivate: boolean): readonly PlanFault[] {
  return targets.flatMap((target) => {
    try {
      typedUrl(target, { allowPrivate })
      return []
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return [{ line: lineOf(text, target), text: error.message }]
    }
  })
}

/** Reads a plan as an officer wrote it, for a new file (`file` null) or in the place of one. Nothing is visited or written. */
export async function checkPlan(text: string, file: string | null, ground: PlanGround): Promise<CheckedPlan> {
  const { folder, allowPrivate } = ground
  const path = join(folder, file ?? 'new.yaml')
  const all = await planFiles(folder)
  const before = all.find((one) => one.file === file) ?? null
  try {
    const plan = parseSweep(text, path)
    const twin = all.find((one) => one.file !== file && one.plan?.name === plan.name)
    const full = withWatched(plan, ground.lists, path)
    startRequests(full, ground.book)
    const opens = allowPrivate && plan.allow_private
    const faults = [...guarded(plan, text, before, allowPrivate), ...closedTargets(full, text, opens)]
    if (twin) faults.push({ line: lineOf(text, 'name'), text: `name: ${twin.file} is called ${plan.name} already` })
    if (plan.schedule && nextRun(plan, path, ground.now().toISOString()) === null)
      faults.push({ line: lineOf(text, 'cron'), text: 'schedule.cron: this time never comes' })
    return faults.length > 0 ? { faults } : { plan, full }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return { faults: faultsOf(error.message, path) }
  }
}
