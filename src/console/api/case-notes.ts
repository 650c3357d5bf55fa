import { z } from 'zod'
import { acting, type Endpoint, instant, reading } from './endpoint.ts'
import { there } from './problem.ts'

const MOST_NOTES = 500

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

export const caseNoteEndpoints: readonly Endpoint[] = [notes, addNote]
