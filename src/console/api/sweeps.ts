import { z } from 'zod'
import { OUTCOMES } from '../../domain.ts'
import type { Sweep } from '../../store/api.ts'
import { type Endpoint, hash, instant, limit, mark, pageFrom, pageOf, reading } from './endpoint.ts'
import { there } from './problem.ts'

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

const sweeps = reading({
  path: '/sweeps',
  name: 'sweeps',
  scope: 'sweeps',
  query: z.strictObject({ limit, after: mark }),
  answer: pageOf(z.strictObject(SWEEP)),
  read: async ({ world }, { limit: most, after }) => {
    const all = await world.store.sweeps.list()
    const older = after === undefined ? all : all.filter(({ id }) => id < after)
    return pageFrom(older.slice(0, most + 1).map(sweepOf), most, ({ id }) => id)
  },
})

const oneSweep = reading({
  path: '/sweeps/{id}',
  name: 'sweep',
  scope: 'sweeps',
  query: z.strictObject({}),
  answer: z.strictObject({
    ...SWEEP,
    coverage: z.array(z.strictObject({ site: z.string(), asked: z.int(), outcomes: counts })),
    health: z.array(z.strictObject({ site: z.string(), state: z.enum(['healthy', 'broken', 'not seen']) })),
  }),
  read: async ({ world, params }) => {
    const run = await there(world.store.sweeps.get(Number(params['id'])))
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
