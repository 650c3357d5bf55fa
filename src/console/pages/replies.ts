import { keepFile } from '../../casework/upload.ts'
import { BadInput } from '../../errors.ts'
import { saidIn } from '../../i18n/said.ts'
import { type NewReply, REPLY_KINDS, REPLY_WAYS } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { redirect } from '../reply.ts'
import { savedFile } from '../saved-file.ts'
import { listingPage } from './listing.ts'
import { problemPage } from './problem.ts'

const wished = (ask: SignedAsk, sighting: number): Omit<NewReply, 'file'> | null => {
  const kind = REPLY_KINDS.find((each) => each === ask.form['kind'])
  const way = REPLY_WAYS.find((each) => each === ask.form['way'])
  if (!kind || !way) return null
  const text = (name: string, most: number) => (ask.form[name] ?? '').trim().slice(0, most)
  const said = { received: text('received', 10), sender: text('sender', 200), text: text('text', 4000) }
  return { sighting, kind, way, ...said, unit: ask.session.account.unit }
}

async function keep(ask: SignedAsk): Promise<Response> {
  const { sightings, replies, blobs } = ask.world.store
  const sighting = await sightings.get(Number(ask.params['id']))
  const wish = wished(ask, sighting.item.id)
  if (!wish) return problemPage(ask, 'not-found')
  try {
    const file = ask.file && (await keepFile(blobs, ask.file.name, ask.file.bytes, ask.lang))
    await replies.add({ ...wish, file }, ask.session.account.name)
  } catch (error) {
    if (error instanceof BadInput) return listingPage(ask, sighting, null, { problem: saidIn(ask.lang, error.message) })
    throw error
  }
  return redirect(`/listings/${sighting.item.id}#replies`)
}

async function letter(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const { item } = await store.sightings.get(Number(ask.params['id']))
  const all = await store.replies.of(item.listing.site, item.listing.key)
  const reply = all.find(({ id }) => String(id) === ask.params['number'])
  if (!reply?.file) return problemPage(ask, 'not-found')
  ask.world.console.access.note(ask.session.account.name, 'file.open', `reply:${reply.id} ${reply.file.sha256}`)
  return savedFile(ask.world, reply.file, `reply-${reply.id}`)
}

export const replyRoutes: readonly Route[] = [
  { method: 'POST', path: '/listings/:id{[0-9]+}/replies', permission: 'decide', upload: true, handle: keep },
  { method: 'GET', path: '/listings/:id{[0-9]+}/replies/:number{[0-9]+}', permission: 'read', handle: letter },
]
