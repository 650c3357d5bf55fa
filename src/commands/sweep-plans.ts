import Table from 'cli-table3'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { consoleSweeps } from '../i18n/console-sweeps.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { sweepMessages } from '../i18n/sweep.ts'
import { isScheduled } from '../schedule/lease.ts'
import { planFolder } from '../schedule/plan-files.ts'
import { askForRun, type PlanView, pausePlan, planViews, resumePlan } from '../schedule/views.ts'
import type { Store } from '../store/api.ts'
import type { Schedules } from '../store/console/api.ts'
import type { Tools } from './command.ts'

interface Opened {
  readonly store: Store
  readonly schedules: Schedules
  readonly views: readonly PlanView[]
}

async function withPlans<T>(tools: Tools, work: (opened: Opened) => Promise<T>): Promise<T> {
  const [{ openStore }, { openConsole }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/console/console.ts'),
  ])
  const now = () => new Date()
  const store = await openStore(tools.home, { actor: tools.operator })
  const { schedules, close } = openConsole(tools.home, { now: () => now().toISOString() })
  try {
    const views = await planViews({ folder: planFolder(tools.home), store, schedules, now })
    return await work({ store, schedules, views })
  } finally {
    close()
    await store.close()
  }
}

const planJson = ({ file, name, state, next, runs, set }: PlanView) => ({
  ...{ file: file.file, name, state, next, problem: file.problem, pausedBy: set.pausedBy },
  last: runs[0] ? { id: runs[0].id, state: runs[0].state, begunAt: runs[0].begunAt } : null,
})

/** The plans of the run home, and when each runs next. */
export const listPlans = (tools: Tools, options: { readonly json?: boolean }): Promise<ExitCode> =>
  withPlans(tools, async ({ views }) => {
    if (options.json) for (const view of views) tools.out(JSON.stringify(planJson(view)))
    else {
      const t = consoleSweeps(tools.lang)
      const head = [t.plan, t.state, t.next, t.last, t.file]
      const table = new Table({ head, style: { head: [], border: [], compact: true } })
      for (const { name, state, next, runs, file } of views)
        table.push([
          forTerminal(name),
          t.states[state],
          next ? localTime(next, tools.lang) : '–',
          runs[0] ? `#${runs[0].id} ${sweepMessages(tools.lang).states[runs[0].state]}` : t.never,
          forTerminal(file.file),
        ])
      tools.out(views.length ? table.toString() : t.noPlans)
    }
    if (!isScheduled(tools.home, planFolder(tools.home))) tools.err(consoleSweeps(tools.lang).noScheduler)
    return ExitCode.Ok
  })

/** What is done to one plan, by its name. */
const changing =
  (change: (desk: Opened & { readonly by: string }, view: PlanView) => Promise<unknown>) =>
  (tools: Tools, name: string): Promise<ExitCode> =>
    withPlans(tools, async (opened) => {
      const view = opened.views.find((each) => each.name === name)
      if (!view?.file.plan)
        throw new BadInput(`there is no sweep plan called ${name} in ${planFolder(tools.home)}; see "soi sweep plans"`)
      await change({ ...opened, by: tools.operator }, view)
      if (!isScheduled(tools.home, planFolder(tools.home))) tools.err(consoleSweeps(tools.lang).noScheduler)
      return ExitCode.Ok
    })

export const askNow = changing(askForRun)
export const pause = changing(pausePlan)
export const resume = changing(resumePlan)
