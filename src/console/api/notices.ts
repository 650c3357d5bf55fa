import { z } from 'zod'
import { NOTICE_CHANNELS } from '../../store/api.ts'
import { acting, type Endpoint, instant } from './endpoint.ts'
import { there } from './problem.ts'

const said = z.string().trim().min(1).max(2000).nullable().default(null)

const notice = z.strictObject({
  id: z.int(),
  at: instant,
  officer: z.string(),
  unit: z.string().nullable(),
  site: z.string(),
  key: z.string().describe('of the listing on its site'),
  toldOn: z.iso.date(),
  channel: z.enum(NOTICE_CHANNELS),
  recipient: z.string().nullable(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
})

const tell = acting({
  path: '/listings/{id}/notices',
  name: 'tellPlatform',
  scope: 'decisions:write',
  status: 201,
  changes: true,
  schema: z.strictObject({
    toldOn: z.iso.date().describe('day of Viet Nam'),
    channel: z.enum(NOTICE_CHANNELS),
    recipient: said,
    reference: said.describe('of the letter or ticket'),
    note: said,
  }),
  example: { toldOn: '2026-11-20', channel: 'email', recipient: 'the platform', reference: 'CV-77' },
  answer: notice,
  act: async ({ world: { store }, program, params }, what) => {
    const sighting = Number(params['id'])
    await there(store.sightings.get(sighting))
    const { name, unit } = program.account
    const made = await store.notices.add({ about: { sighting }, ...what, unit }, name)
    const { id, at, actor: officer, site, key, toldOn, channel, recipient, reference, note } = made
    return { id, at, officer, unit, site, key, toldOn, channel, recipient, reference, note }
  },
})

export const noticeEndpoints: readonly Endpoint[] = [tell]
