import { z } from 'zod'
import { refusal } from '../../casework/second.ts'
import type { Decision } from '../../store/api.ts'
import { reasonsFor, VERDICTS } from '../../store/decision-reasons.ts'
import { asDecider } from '../decider.ts'
import {
  acting,
  type Endpoint,
  from,
  given,
  id,
  instant,
  limit,
  mark,
  pageFrom,
  pageOf,
  reading,
  text,
  to,
} from './endpoint.ts'
import { ApiProblem, there } from './problem.ts'

const verdict = z.enum(VERDICTS)
const reason = z.enum([...new Set(VERDICTS.flatMap(reasonsFor))])

const decision = z.strictObject({
  id: z.int(),
  at: instant,
  officer: z.string(),
  unit: z.string().nullable(),
  verdict,
  reason,
  note: z.string().nullable(),
  sighting: z.int().nullable(),
  site: z.string(),
  key: z.string().describe('of the listing on its site'),
  title: z.string(),
})

const decisionOf = ({ id: number, at, officer, unit, verdict: what, reason: why, note, ...rest }: Decision) => {
  const { sighting, site, key, title } = rest
  return { id: number, at, officer, unit, verdict: what, reason: why, note, sighting, site, key, title }
}

const list = reading({
  path: '/decisions',
  name: 'decisions',
  scope: 'decisions',
  query: z.strictObject({
    officer: text.optional(),
    seller: text.optional().describe("the seller's key, or a part of the name"),
    verdict: verdict.optional(),
    ...{ from, to, limit, after: mark },
  }),
  answer: pageOf(decision),
  read: async ({ world }, { limit: most, after, ...filter }) => {
    const found = await world.store.decisions.list({ ...given({ ...filter, before: after }), limit: most + 1 })
    const page = pageFrom(found, most, ({ id: number }) => number)
    return { ...page, items: page.items.map(decisionOf) }
  },
})

/** Why not, for a program. */
const REFUSED = {
  second: 'the dismissal waits for a second person, and this account may not be it',
  own: 'this account dismissed it first: nobody is the second person to themselves',
  blind: 'this account is to judge the listing blind, in the console',
  open: 'there is no decision to take back',
} as const

const decide = acting({
  path: '/decisions',
  name: 'decide',
  scope: 'decisions:write',
  status: 201,
  changes: true,
  schema: z.strictObject({
    sighting: id.describe('number of the sighting that was looked at'),
    verdict,
    reason: reason.describe('one that goes with the verdict'),
    note: z.string().trim().min(1).max(2000).describe('why, in words'),
  }),
  example: { sighting: 1, verdict: 'confirm', reason: 'signs-plain', note: 'The title offers a copy by name' },
  answer: decision,
  act: async ({ world, program }, { sighting, ...what }) => {
    const { item } = await there(world.store.sightings.get(sighting))
    if (!reasonsFor(what.verdict).includes(what.reason))
      throw new ApiProblem(400, `reason: of "${what.verdict}" it is one of ${reasonsFor(what.verdict).join(', ')}`)
    const { name, unit } = program.account
    const refused = await refusal(world.store, item, what.verdict, asDecider(program.account))
    if (refused) throw new ApiProblem(409, REFUSED[refused])
    return decisionOf(await world.store.decisions.add({ about: { sighting }, ...what, unit }, name))
  },
})

export const decisionEndpoints: readonly Endpoint[] = [list, decide]
