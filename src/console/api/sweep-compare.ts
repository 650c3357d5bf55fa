import { z } from 'zod'
import type { Compared, Comparison } from '../../sweep/compare.ts'
import { type Endpoint, id, instant, limit, offset, reading } from './endpoint.ts'
import { there } from './problem.ts'

const KINDS = ['fresh', 'changed', 'back', 'gone', 'unseen'] as const
type Kind = (typeof KINDS)[number]

const item = z.strictObject({
  kind: z
    .enum(KINDS)
    .describe(
      'fresh: never seen before; back: not in the earlier run, but seen before it; gone: `why` says how that is known; unseen: not seen this time, which says nothing of the listing',
    ),
  site: z.string(),
  key: z.string().describe('of the listing on its site'),
  title: z.string(),
  url: z.string(),
  sighting: id.describe('the newest of the two runs'),
  before: id.nullable().describe('of a listing that changed: the sighting of the earlier run'),
  why: z.string().nullable().describe('of one that is gone or was not seen'),
  changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
})

const plain = ({ site, key, title, url }: Compared) => ({ site, key, title, url })

const NONE = { before: null, why: null, changes: [] }

/** Everything that differs, kind after kind. */
const itemsOf = (told: Comparison): Readonly<Record<Kind, readonly z.input<typeof item>[]>> => ({
  fresh: told.fresh.map((one) => ({ kind: 'fresh', ...plain(one), ...NONE, sighting: one.sighting })),
  changed: told.changed.map((one) => ({
    ...{ kind: 'changed', ...plain(one), sighting: one.after, before: one.before, why: null },
    changes: one.changes.map(({ field, before, after }) => ({ field, before, after })),
  })),
  back: told.back.map((one) => ({ kind: 'back', ...plain(one), ...NONE, sighting: one.sighting })),
  gone: told.gone.map((one) => ({ kind: 'gone', ...plain(one), ...NONE, sighting: one.sighting, why: one.why })),
  unseen: told.unseen.map((one) => ({ kind: 'unseen', ...plain(one), ...NONE, sighting: one.sighting, why: one.why })),
})

const run = z.strictObject({ id: z.int(), begunAt: instant })
const runOf = ({ id: number, begunAt }: Comparison['a']) => ({ id: number, begunAt })

const compare = reading({
  path: '/sweeps/{id}/compare/{number}',
  name: 'compareSweeps',
  scope: 'sweeps',
  query: z.strictObject({ kind: z.enum(KINDS).optional().describe('only these'), limit, offset }),
  answer: z.strictObject({
    name: z.string().describe('of the sweep'),
    earlier: run,
    later: run,
    counts: z.strictObject({
      ...{ fresh: z.int(), changed: z.int(), back: z.int(), gone: z.int(), unseen: z.int() },
      same: z.int().describe('in both, and nothing differs'),
    }),
    items: z.array(item),
    next: z.int().nullable().describe('send as "offset"; null: the last page'),
  }),
  read: async ({ world, params }, { kind, limit: most, offset: from }) => {
    const [a, b] = [Number(params['id']), Number(params['number'])]
    for (const number of [a, b]) await there(world.store.sweeps.get(number))
    const told = await world.sweeping.compare(a, b)
    const all = itemsOf(told)
    const items = kind === undefined ? KINDS.flatMap((each) => all[each]) : all[kind]
    const { fresh, changed, back, gone, unseen } = all
    return {
      ...{ name: told.b.name, earlier: runOf(told.a), later: runOf(told.b) },
      counts: {
        ...{ fresh: fresh.length, changed: changed.length, back: back.length },
        ...{ gone: gone.length, unseen: unseen.length, same: told.same },
      },
      items: items.slice(from, from + most),
      next: items.length > from + most ? from + most : null,
    }
  },
})

export const sweepCompareEndpoints: readonly Endpoint[] = [compare]
