import { z } from 'zod'
import { hashOfText } from '../../schedule/plan-files.ts'
import { deletePlan, savePlan } from '../../schedule/save.ts'
import { nextRun } from '../../sweep/schedule.ts'
import type { ProgramAsk } from '../ask.ts'
import { checkedPlan, planText } from '../checked-plan.ts'
import { acting, type Endpoint, hash, instant, reading } from './endpoint.ts'
import { plan, planOf, viewOf } from './plans.ts'
import { ApiProblem } from './problem.ts'

const MOST_TEXT = 100_000

const file = z.string().min(1).max(200).describe('name of a sweep file')
const schedule = z
  .strictObject({ cron: z.string(), timeZone: z.string() })
  .nullable()
  .describe('null: it is run by hand')
const written = z.string().min(1).max(MOST_TEXT).describe('the whole sweep file, YAML; its schedule stands in it')

const whole = z.strictObject({
  ...plan.shape,
  text: z.string(),
  sha256: hash.describe('of the text: send it as "base" with what is to replace it'),
  changedAt: instant,
  schedule,
  problem: z.string().nullable().describe('why it cannot be understood; null where it can'),
})

async function wholeOf(ask: ProgramAsk, name: string): Promise<z.input<typeof whole>> {
  const view = await viewOf(ask, name)
  const { text, sha256, changedAt, plan: read, problem } = view.file
  return { ...planOf(view), text, sha256, changedAt, schedule: scheduleOf(read), problem }
}

const scheduleOf = (
  read: { readonly schedule?: { readonly cron: string; readonly time_zone: string } | undefined } | null,
) => (read?.schedule ? { cron: read.schedule.cron, timeZone: read.schedule.time_zone } : null)

const one = reading({
  path: '/plans/file',
  name: 'planFile',
  // Its text names the file of a sign-in, where it has one: it is for who may edit it.
  scope: 'sweeps:write',
  query: z.strictObject({ file }),
  answer: whole,
  read: (ask, { file: name }) => wholeOf(ask, name),
})

const TEXT = 'name: đồng hồ\ntargets: [https://shop.example/]\nschedule: { cron: "0 6 * * *" }\n'

const check = acting({
  path: '/plans/check',
  name: 'checkPlan',
  scope: 'sweeps:write',
  status: 200,
  changes: false,
  schema: z.strictObject({
    file: file.nullable().default(null).describe('that it would replace; null: a new one'),
    text: written,
  }),
  example: { file: 'dong-ho.yaml', text: TEXT },
  answer: z.strictObject({
    faults: z
      .array(z.strictObject({ line: z.int().nullable().describe('from 1'), text: z.string() }))
      .describe('none: it may be saved'),
    name: z.string().nullable(),
    schedule,
    next: instant.nullable().describe('when it would be due next'),
  }),
  act: async ({ world }, { file: name, text }) => {
    const checked = await checkedPlan(world, name, planText(text))
    if ('faults' in checked) {
      const faults = checked.faults.map(({ line, text: said }) => ({ line, text: said }))
      return { faults, name: null, schedule: null, next: null }
    }
    const { plan: read } = checked
    const next = read.schedule ? nextRun(read, 'schedule', world.now().toISOString()) : null
    return { faults: [], name: read.name, schedule: scheduleOf(read), next }
  },
})

const BASE = 'sha256 of the text that it replaces, as it was read; null: a new file'

const save = acting({
  path: '/plans/save',
  name: 'savePlan',
  scope: 'sweeps:write',
  status: 200,
  changes: true,
  schema: z.strictObject({
    file: file.nullable().default(null).describe('null: a new file, named after the sweep'),
    base: hash.nullable().default(null).describe(BASE),
    text: written,
  }),
  example: { file: 'dong-ho.yaml', base: hashOfText(TEXT), text: TEXT },
  answer: whole,
  act: async (ask, { file: name, base, text: sent }) => {
    const { world, program } = ask
    if (name !== null) await viewOf(ask, name)
    const text = planText(sent)
    const checked = await checkedPlan(world, name, text)
    if ('faults' in checked) {
      const said = checked.faults.map(({ line, text: fault }) => (line === null ? fault : `line ${line}: ${fault}`))
      throw new ApiProblem(400, said.join('; '))
    }
    const desk = { folder: world.sweeping.folder, store: world.store, by: program.account.name }
    const saved = await savePlan(desk, { file: name, base, text, name: checked.plan.name })
    if (saved === null) throw new ApiProblem(409, 'the file is not, or no longer, what "base" says: read it again')
    return wholeOf(ask, saved)
  },
})

const remove = acting({
  path: '/plans/delete',
  name: 'deletePlan',
  scope: 'sweeps:write',
  status: 200,
  changes: true,
  schema: z.strictObject({ file, base: hash.describe('sha256 of its text, as it was read') }),
  example: { file: 'dong-ho.yaml', base: hashOfText(TEXT) },
  answer: z.strictObject({ file: z.string().describe('that is gone; its runs stay') }),
  act: async (ask, { file: name, base }) => {
    const { world, program } = ask
    await viewOf(ask, name)
    const { folder } = world.sweeping
    const desk = { folder, store: world.store, by: program.account.name, schedules: world.console.schedules }
    if (!(await deletePlan(desk, { file: name, sha256: base })))
      throw new ApiProblem(409, 'the file is no longer what "base" says: read it again')
    return { file: name }
  },
})

export const planFileEndpoints: readonly Endpoint[] = [one, check, save, remove]
