import { z } from 'zod'
import type { Case } from '../../store/api.ts'
import { savedFile } from '../saved-file.ts'
import { broughtFile, fileTold, keepBrought } from './brought-file.ts'
import { acting, type Endpoint, instant, reading, sending } from './endpoint.ts'
import { ApiProblem, there } from './problem.ts'

const file = z.strictObject({
  id: z.int(),
  at: instant,
  officer: z.string(),
  ...fileTold,
  href: z.string().describe('where it is fetched'),
})

const fileOf = (
  caseId: number,
  { id, at, officer, name, mediaType, size, sha256 }: Case['attachments'][number],
): z.input<typeof file> => ({
  ...{ id, at, officer, name, mediaType, size, sha256 },
  href: `/api/v1/cases/${caseId}/files/${id}`,
})

const list = reading({
  path: '/cases/{id}/files',
  name: 'caseFiles',
  scope: 'cases',
  query: z.strictObject({}),
  answer: z.strictObject({ items: z.array(file).describe('oldest first') }),
  read: async ({ world, params }) => {
    const { id, attachments } = await there(world.store.cases.get(Number(params['id'])))
    return { items: attachments.map((each) => fileOf(id, each)) }
  },
})

const add = acting({
  path: '/cases/{id}/files',
  name: 'addCaseFile',
  scope: 'cases:write',
  ...{ status: 201, changes: true, upload: true },
  schema: broughtFile,
  example: { name: 'note.txt', content: 'UGFwZXJzIG9mIHRoZSBnb29kcw==' },
  answer: file,
  act: async ({ world: { store }, program, params }, brought) => {
    const { id } = await there(store.cases.get(Number(params['id'])))
    const kept = await keepBrought(store.blobs, brought)
    return fileOf(id, await store.cases.attach(id, kept, program.account.name))
  },
})

const one = sending({
  path: '/cases/{id}/files/{number}',
  name: 'caseFile',
  scope: 'cases',
  send: async ({ world, program, params }) => {
    const { id, attachments } = await there(world.store.cases.get(Number(params['id'])))
    const found = attachments.find((each) => String(each.id) === params['number'])
    if (!found) throw new ApiProblem(404, 'that case has no file of that number')
    world.console.access.note(program.account.name, 'file.open', `case:${id} ${found.sha256}`)
    return savedFile(world, found, `case-${id}-file-${found.id}`)
  },
})

export const caseFileEndpoints: readonly Endpoint[] = [list, add, one]
