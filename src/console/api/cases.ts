import { z } from 'zod'
import type { Case } from '../../store/api.ts'
import { acting, type Endpoint, id, instant, limit, mark, pageFrom, pageOf, reading } from './endpoint.ts'
import { there } from './problem.ts'

const MOST_ADDED = 500
const MOST_NOTES = 500

const caseFile = z.strictObject({
  id: z.int(),
  title: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  sightings: z.array(z.int()).describe('oldest first'),
})

const caseOf = ({ id: number, title, createdAt, createdBy, sightings }: Case) => ({
  ...{ id: number, title, createdAt, createdBy },
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

const note = z.strictObject({ at: instant, officer: z.string(), text: z.string() })

const notes = reading({
  path: '/cases/{id}/notes',
  name: 'caseNotes',
  scope: 'cases',
  query: z.strictObject({}),
  answer: z.strictObject({ items: z.array(note) }),
  read: async ({ world, params }) => {
    const { id: number } = await there(world.store.cases.get(Number(params['id'])))
    const kept = await world.store.cases.notes(number, MOST_NOTES)
    return { items: kept.map(({ at, officer, text }) => ({ at, officer, text })) }
  },
})

const addNote = acting({
  path: '/cases/{id}/notes',
  name: 'addCaseNote',
  scope: 'cases:write',
  status: 201,
  changes: true,
  schema: z.strictObject({ text: z.string().trim().min(1).max(4000) }),
  example: { text: 'The platform was asked for the seller’s address.' },
  answer: note,
  act: async ({ world, program, params }, { text }) => {
    const { cases } = world.store
    const { id: number } = await there(cases.get(Number(params['id'])))
    return cases.note(number, text, program.account.name)
  },
})

export const caseEndpoints: readonly Endpoint[] = [list, one, create, add, notes, addNote]
