import { z } from 'zod'
import { OUTCOMES } from '../../domain.ts'
import type { Sweep } from '../../store/api.ts'
import { type Endpoint, endpoint, limit, mark, pageFrom, pageOf } from './endpoint.ts'

const instant = z.iso.datetime().describe('UTC')
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const SWEEP = {
  id: z.int(),
  name: z.string(),
  kind: z.enum(['check', 'sweep']),
  state: z.enum(['running', 'finished', 'interrupted', 'broken']),
  begunAt: instant,
  endedAt: instant.nullable(),
  specHash: hash,
  rulesetHash: hash,
}

const sweepOf = ({ id, name, kind, state, begunAt, endedAt, specHash, rulesetHash }: Sweep) => ({
  ...{ id, name, kind, state, begunAt, endedAt, specHash, rulesetHash },
})

const counts = z.strictObject(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, z.int()])))

const sweeps = endpoint({
  path: '/sweeps',
  name: 'sweeps',
  scope: 'sweeps',
  about: 'Runs, newest first.',
  query: z.strictObject({ limit, after: mark }),
  answer: pageOf(z.strictObject(SWEEP)),
  read: async ({ world }, { limit: most, after }) => {
    const all = await world.store.sweeps.list()
    const older = after === undefined ? all : all.filter(({ id }) => id < after)
    return pageFrom(older.slice(0, most + 1).map(sweepOf), most, ({ id }) => id)
  },
})

const oneSweep = endpoint({
  path: '/sweeps/{id}',
  name: 'sweep',
  scope: 'sweeps',
  about:
    'One run with what it could and could not see, site by site; what was blocked is told apart from what was gone.',
  query: z.strictObject({}),
  answer: z.strictObject({
    ...SWEEP,
    coverage: z.array(z.strictObject({ site: z.string(), asked: z.int(), outcomes: counts })),
    health: z.array(z.strictObject({ site: z.string(), state: z.enum(['healthy', 'broken', 'not seen']) })),
  }),
  read: async ({ world, params }) => {
    const run = await world.store.sweeps.get(Number(params['id']))
    const rows = await world.store.sweeps.coverage(run.id)
    const health = await world.store.sweeps.health(run.id)
    return {
      ...sweepOf(run),
      coverage: rows.map(({ site, asked, outcomes }) => ({ site, asked, outcomes: { ...outcomes } })),
      health: health.map(({ site, state }) => ({ site, state })),
    }
  },
})

export const sweepEndpoints: readonly Endpoint[] = [sweeps, oneSweep]
