import { BadInput } from '../../errors.ts'
import { noticeMessages } from '../../i18n/notice.ts'
import { saidIn } from '../../i18n/said.ts'
import { NOTICE_CHANNELS } from '../../store/api.ts'
import { noticeDay } from '../../store/notices.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { redirect } from '../reply.ts'
import { listingPage } from './listing.ts'

const textOf = (ask: SignedAsk, name: string): string | null => ask.form[name]?.replace(/\s+/g, ' ').trim() || null

/** What was not taken: the day, said in the officer's language, or what the store says of something else. */
function problemOf(ask: SignedAsk, error: BadInput): string {
  try {
    noticeDay(ask.form['on'] ?? '', ask.world.now().toISOString())
  } catch (wrong) {
    if (!(wrong instanceof BadInput)) throw wrong
    return noticeMessages(ask.lang).badDay
  }
  return saidIn(ask.lang, error.message)
}

/** Records that the platform was told of a listing. */
async function tell(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const id = Number(ask.params['id'])
  const sighting = await store.sightings.get(id)
  const { name, unit } = ask.session.account
  const channel = NOTICE_CHANNELS.find((each) => each === ask.form['channel'])
  if (!channel) return listingPage(ask, sighting, null, { untold: noticeMessages(ask.lang).noChannel })
  const [recipient, reference, note] = ['recipient', 'reference', 'note'].map((field) => textOf(ask, field))
  const told = { recipient: recipient ?? null, reference: reference ?? null, note: note ?? null }
  try {
    await store.notices.add({ about: { sighting: id }, toldOn: ask.form['on'] ?? '', channel, unit, ...told }, name)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return listingPage(ask, sighting, null, { untold: problemOf(ask, error) })
  }
  return redirect(`/listings/${id}?told#told`)
}

export const noticeRoutes: readonly Route[] = [
  { method: 'POST', path: '/listings/:id{[0-9]+}/notices', permission: 'decide', handle: tell },
]
