import { z } from 'zod'
import { TIP_STATUSES, type Tip } from '../../store/console/tip-api.ts'
import type { TipDesk } from '../../tips/desk.ts'
import { addNote, assign, eraseTipster, merge, putInCase, setDue, setStatus, unmerge } from '../../tips/work.ts'
import type { ProgramAsk } from '../ask.ts'
import { assignees } from '../tip-assignees.ts'
import { acting, type Endpoint, id, text } from './endpoint.ts'
import { ApiProblem } from './problem.ts'
import { oneTip, tipAt, tipNumbered, whole, wholeOf } from './tip.ts'

interface Work<B extends z.ZodObject> {
  readonly schema: B
  readonly example: z.input<B>
  readonly work: (desk: TipDesk, found: Tip, body: z.output<B>, ask: ProgramAsk) => Promise<unknown>
}

/** What is done to one tip, as an officer does it on its page. */
const doing = <B extends z.ZodObject>(part: string, name: string, { schema, example, work }: Work<B>): Endpoint =>
  acting({
    ...{ path: `/tips/{id}/${part}`, name, scope: 'tips:write', status: 200, changes: true, schema, example },
    answer: whole,
    act: async (ask, body) => {
      const { world } = ask
      const desk = { tips: world.console.tips, ledger: world.store.ledger, now: world.now }
      await work(desk, tipAt(ask), body, ask)
      return wholeOf(tipAt(ask), ask)
    },
  })

const said = z.string().trim().min(1).max(4000)
const by = ({ program }: ProgramAsk): string => program.account.name

const status = doing('status', 'setTipStatus', {
  schema: z.strictObject({
    status: z.enum(TIP_STATUSES),
    note: said.optional().describe('what came of it, or why nothing did: needed to close it'),
  }),
  example: { status: 'working' },
  work: (desk, found, { status: to, note = '' }, ask) => setStatus(desk, found, { status: to, note }, by(ask)),
})

const assignTo = doing('assignee', 'assignTip', {
  schema: z.strictObject({
    assignee: text.nullable().describe('name of an account that deals with tips; null: nobody'),
  }),
  example: { assignee: 'analyst' },
  work: async (desk, found, { assignee }, ask) => {
    const section = { permission: 'tips', kind: 'seller' } as const
    const may = assignee === null || assignees(found, section, ask.world).some(({ name }) => name === assignee)
    if (!may) throw new ApiProblem(400, 'assignee: is no account that deals with tips on sellers')
    await assign(desk, found, assignee, by(ask))
  },
})

const due = doing('due', 'setTipDue', {
  schema: z.strictObject({ day: z.iso.date().describe('of Viet Nam; due by its end') }),
  example: { day: '2027-01-15' },
  work: (desk, found, { day }, ask) => setDue(desk, found, day, by(ask)),
})

const note = doing('notes', 'addTipNote', {
  schema: z.strictObject({ text: said }),
  example: { text: 'The shop closed its page' },
  work: (desk, found, body, ask) => addNote(desk, found, body.text, by(ask)),
})

const mergeInto = doing('merge', 'mergeTip', {
  schema: z.strictObject({ into: id.describe('number of the tip that shall stand for this one') }),
  example: { into: 2 },
  work: (desk, found, { into }, ask) => merge(desk, found, tipNumbered(ask, into), by(ask)),
})

const split = doing('split', 'splitTip', {
  schema: z.strictObject({}),
  example: {},
  work: (desk, found, _, ask) => unmerge(desk, found, by(ask)),
})

const toCase = doing('case', 'tipToCase', {
  schema: z.strictObject({ case: id.describe('what was seen of its address goes in with the tip') }),
  example: { case: 1 },
  work: async (desk, found, { case: number }, ask) => {
    await ask.world.store.cases.add(number, desk.tips.sightings(found.id), by(ask))
    await putInCase(desk, found, number, by(ask))
  },
})

const erase = doing('erase', 'eraseTipster', {
  schema: z.strictObject({}),
  example: {},
  work: (desk, found, _, ask) => eraseTipster(desk, found, by(ask)),
})

const check = acting({
  path: '/tips/{id}/check',
  name: 'checkTip',
  scope: 'tips:write',
  status: 202,
  changes: true,
  schema: z.strictObject({}),
  example: {},
  answer: z.strictObject({ self: z.string().describe('the tip; look again until its "check" is null or failed') }),
  act: async (ask) => {
    const found = tipAt(ask)
    if (found.url === null) throw new ApiProblem(409, 'this tip has no address to check')
    if (!ask.world.tipChecks.start({ ...found, url: found.url }, by(ask)))
      throw new ApiProblem(409, 'this address is being checked already, or too many wait')
    return { self: `/api/v1/tips/${found.number}` }
  },
})

export const tipWorkEndpoints: readonly Endpoint[] = [
  ...[oneTip, status, assignTo, due, note, mergeInto, split, check, toCase, erase],
]
