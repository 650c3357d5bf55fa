import { z } from 'zod'
import { askForRun, type PlanView, pausePlan, planViews, resumePlan } from '../../schedule/views.ts'
import type { ProgramAsk } from '../ask.ts'
import { acting, type Endpoint, instant, reading } from './endpoint.ts'
import { ApiProblem } from './problem.ts'

export const plan = z.strictObject({
  file: z.string().describe('of the folder of sweep files; names the plan'),
  name: z.string(),
  state: z.enum(['running', 'asked', 'paused', 'waiting', 'by-hand', 'problem']),
  next: instant.nullable().describe('when it is due next; null: no schedule, paused, or never again'),
  lastSweep: z.int().nullable().describe('its newest run'),
})

export const planOf = ({ file, name, state, next, runs }: PlanView) => ({
  ...{ file: file.file, name, state, next },
  lastSweep: runs[0]?.id ?? null,
})

const viewsOf = ({ world: { store, sweeping, now, console } }: ProgramAsk) =>
  planViews({ folder: sweeping.folder, store, schedules: console.schedules, now })

export async function viewOf(ask: ProgramAsk, file: string): Promise<PlanView> {
  const view = (await viewsOf(ask)).find((each) => each.file.file === file)
  if (view === undefined) throw new ApiProblem(404, 'there is no sweep file of that name')
  return view
}

const list = reading({
  path: '/plans',
  name: 'plans',
  scope: 'sweeps',
  query: z.strictObject({}),
  answer: z.strictObject({ items: z.array(plan) }),
  read: async (ask) => ({ items: (await viewsOf(ask)).map(planOf) }),
})

/** What is done to a plan by name of its file, as an officer does it on its page. */
const change = (
  path: string,
  name: string,
  what: (desk: Parameters<typeof askForRun>[0], view: PlanView) => Promise<unknown>,
): Endpoint =>
  acting({
    ...{ path, name, scope: 'sweeps:write', status: 200, changes: true },
    schema: z.strictObject({ file: z.string().min(1).max(200) }),
    example: { file: 'dong-ho.yaml' },
    answer: plan,
    act: async (ask, { file }) => {
      const { world, program } = ask
      const view = await viewOf(ask, file)
      await what({ store: world.store, schedules: world.console.schedules, by: program.account.name }, view)
      return planOf(await viewOf(ask, file))
    },
  })

export const planEndpoints: readonly Endpoint[] = [
  list,
  change('/plans/run', 'runPlan', askForRun),
  change('/plans/pause', 'pausePlan', pausePlan),
  change('/plans/resume', 'resumePlan', resumePlan),
]
