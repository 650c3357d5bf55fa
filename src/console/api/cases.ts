import { z } from 'zod'
import { CASE_BOUNDS, findAlike } from '../../casework/alike.ts'
import { withProvince } from '../../casework/facts.ts'
import { CASE_FIELDS, CASE_STATUSES, type Case } from '../../store/api.ts'
import { acting, type Endpoint, id, instant, limit, mark, pageFrom, pageOf, reading } from './endpoint.ts'
import { listing, rowOf } from './listings.ts'
import { there } from './problem.ts'

const MOST_ADDED = 500

const caseFile = z.strictObject({
  id: z.int(),
  title: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  status: z.enum(CASE_STATUSES),
  units: z.array(z.string()).describe('codes of the units that work on it'),
  province: z.string().nullable(),
  assignee: z.string().nullable().describe('name of an account'),
  due: z.iso.date().nullable().describe('by the end of this day of Viet Nam something must have happened'),
  sightings: z.array(z.int()).describe('oldest first'),
})

const caseOf = ({ id: number, title, createdAt, createdBy, sightings, ...facts }: Case) => ({
  ...{ id: number, title, createdAt, createdBy, status: facts.status, units: [...facts.units] },
  ...{ province: facts.province, assignee: facts.assignee, due: facts.due },
  sightings: [...sightings],
})

const list = reading({
  path: '/cases',
  name: 'cases',
  scope: 'cases',
  query: z.strictObject({ limit, after: mark }),
  answer: pageOf(caseFile),
  read: async ({ world }, { limit: most, after }) => {
    const all = await world.store.cases.list()
    const older = after === undefined ? all : all.filter((each) => each.id < after)
    return pageFrom(older.slice(0, most + 1).map(caseOf), most, (each) => each.id)
  },
})

const one = reading({
  path: '/cases/{id}',
  name: 'case',
  scope: 'cases',
  query: z.strictObject({}),
  answer: caseFile,
  read: async ({ world, params }) => caseOf(await there(world.store.cases.get(Number(params['id'])))),
})

const create = acting({
  path: '/cases',
  name: 'createCase',
  scope: 'cases:write',
  status: 201,
  changes: true,
  schema: z.strictObject({ title: z.string().trim().min(1).max(200) }),
  example: { title: 'Watches sold from one phone number' },
  answer: caseFile,
  act: async ({ world, program }, { title }) =>
    caseOf(
      await world.store.cases.get(await world.store.cases.create(title, program.account.name, program.account.unit)),
    ),
})

const add = acting({
  path: '/cases/{id}/listings',
  name: 'addToCase',
  scope: 'cases:write',
  status: 200,
  changes: true,
  schema: z.strictObject({ sightings: z.array(id).min(1).max(MOST_ADDED) }),
  example: { sightings: [1] },
  answer: z.strictObject({ added: z.int().describe('those that were not in it already'), case: caseFile }),
  act: async ({ world, program, params }, { sightings }) => {
    const { cases } = world.store
    const number = Number(params['id'])
    await there(cases.get(number))
    const added = await cases.add(number, sightings, program.account.name)
    return { added, case: caseOf(await cases.get(number)) }
  },
})

const said = z.string().trim().min(1).max(200).nullable().optional()

const setFacts = acting({
  path: '/cases/{id}/facts',
  name: 'setCaseFacts',
  scope: 'cases:write',
  status: 200,
  changes: true,
  schema: z.strictObject({
    status: z.enum(CASE_STATUSES).optional(),
    units: said.describe('codes with commas; null, here as below: it stands empty again'),
    ...{ province: said, assignee: said },
    due: z.iso.date().nullable().optional(),
  }),
  example: { status: 'waiting', due: '2027-01-15' },
  answer: caseFile,
  act: async ({ world, program, params }, facts) => {
    const { cases } = world.store
    const { id: number } = await there(cases.get(Number(params['id'])))
    const changes = CASE_FIELDS.flatMap((field) => {
      const value = facts[field]
      return value === undefined ? [] : [{ field, value }]
    })
    await cases.set(number, withProvince(changes, 'en'), program.account.name)
    return caseOf(await cases.get(number))
  },
})

const alike = reading({
  path: '/cases/{id}/alike',
  name: 'alike',
  scope: 'cases',
  query: z.strictObject({}),
  answer: z.strictObject({
    items: z.array(
      z.strictObject({
        listing,
        like: z.int().describe('the sighting of the case that it is like'),
        reasons: z.array(
          z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('image'), distance: z.int().describe('differing bits of 256') }),
            z.strictObject({ kind: z.literal('contact'), contact: z.string(), value: z.string() }),
            z.strictObject({ kind: z.literal('text'), share: z.number().describe('of word triples, 0–1') }),
          ]),
        ),
      }),
    ),
    more: z.boolean().describe('a bound was met: there may be more'),
  }),
  read: async ({ world: { store }, params }) => {
    const { sightings } = await there(store.cases.get(Number(params['id'])))
    const { alike: found, more } = await findAlike(store, sightings, CASE_BOUNDS)
    const items = found.map(({ row, like, reasons }) => ({ listing: rowOf(row), like, reasons: [...reasons] }))
    return { items, more }
  },
})

export const caseEndpoints: readonly Endpoint[] = [list, one, create, setFacts, add, alike]
