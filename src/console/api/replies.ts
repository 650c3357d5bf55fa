import { z } from 'zod'
import { REPLY_KINDS, REPLY_WAYS, type Reply } from '../../store/api.ts'
import { savedFile } from '../saved-file.ts'
import { broughtFile, fileTold, keepBrought } from './brought-file.ts'
import { acting, type Endpoint, instant, reading, sending } from './endpoint.ts'
import { ApiProblem, there } from './problem.ts'

const reply = z.strictObject({
  id: z.int(),
  at: instant,
  officer: z.string().describe('who received it'),
  unit: z.string().nullable(),
  sighting: z.int().describe('the sighting of the listing that it was kept with'),
  kind: z.enum(REPLY_KINDS),
  received: z.iso.date().describe('day of Viet Nam'),
  way: z.enum(REPLY_WAYS),
  sender: z.string(),
  text: z.string(),
  file: z.strictObject({ ...fileTold, href: z.string().describe('where it is fetched') }).nullable(),
})

const replyOf = ({ id, at, officer, unit, sighting, kind, received, way, sender, text, file }: Reply) => ({
  ...{ id, at, officer, unit, sighting, kind, received, way, sender, text },
  file: file && {
    ...{ name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 },
    href: `/api/v1/listings/${sighting}/replies/${id}/file`,
  },
})

const list = reading({
  path: '/listings/{id}/replies',
  name: 'replies',
  scope: 'listings',
  query: z.strictObject({}),
  answer: z.strictObject({ items: z.array(reply).describe('oldest first, whichever sighting of the listing') }),
  read: async ({ world: { store }, params }) => {
    const { item } = await there(store.sightings.get(Number(params['id'])))
    return { items: (await store.replies.of(item.listing.site, item.listing.key)).map(replyOf) }
  },
})

const said = (most: number) => z.string().trim().min(1).max(most)

const add = acting({
  path: '/listings/{id}/replies',
  name: 'addReply',
  scope: 'decisions:write',
  ...{ status: 201, changes: true, upload: true },
  schema: z.strictObject({
    kind: z.enum(REPLY_KINDS),
    received: z.iso.date().describe('day of Viet Nam'),
    way: z.enum(REPLY_WAYS),
    sender: said(200).describe('who answered, as they call themselves'),
    text: said(4000),
    file: broughtFile.nullable().default(null),
  }),
  example: {
    ...{ kind: 'reply', received: '2026-11-20', way: 'letter', sender: 'Shop A', text: 'The goods have papers' },
    file: { name: 'letter.txt', content: 'VGhlIGdvb2RzIGhhdmUgcGFwZXJz' },
  },
  answer: reply,
  act: async ({ world: { store }, program, params }, { file, ...what }) => {
    const sighting = Number(params['id'])
    await there(store.sightings.get(sighting))
    const kept = file && (await keepBrought(store.blobs, file))
    const { name, unit } = program.account
    return replyOf(await store.replies.add({ sighting, ...what, file: kept, unit }, name))
  },
})

const letter = sending({
  path: '/listings/{id}/replies/{number}/file',
  name: 'replyFile',
  scope: 'listings',
  send: async ({ world, program, params }) => {
    const { item } = await there(world.store.sightings.get(Number(params['id'])))
    const all = await world.store.replies.of(item.listing.site, item.listing.key)
    const found = all.find(({ id }) => String(id) === params['number'])
    if (!found?.file) throw new ApiProblem(404, 'there is no file of a reply of that number')
    world.console.access.note(program.account.name, 'file.open', `reply:${found.id} ${found.file.sha256}`)
    return savedFile(world, found.file, `reply-${found.id}`)
  },
})

export const replyEndpoints: readonly Endpoint[] = [list, add, letter]
