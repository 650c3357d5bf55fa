import { decideAll } from '../../casework/bulk.ts'
import type { CaseworkProblem } from '../../i18n/console-casework.ts'
import { reasonsFor } from '../../store/decision-reasons.ts'
import { pickedIn } from '../alike-parts.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { BULK_VERDICTS } from '../bulk-parts.ts'
import { deciderOf } from '../decider.ts'
import { redirect } from '../reply.ts'
import { queuePageOf } from './queue.ts'

/** The queue as it was looked at, with what is wrong about what was sent. */
const again = (ask: SignedAsk, problem: CaseworkProblem): Promise<Response> =>
  queuePageOf({ ...ask, url: new URL(`/queue?${ask.form['queue'] ?? ''}`, ask.url) }, problem)

function done(ask: SignedAsk, n: number, left: readonly number[]): Response {
  const query = new URLSearchParams(ask.form['queue'] ?? '')
  query.set('done', String(n))
  if (left.length) query.set('left', left.join(','))
  return redirect(`/queue?${query.toString()}`)
}

const titleOf = (ask: SignedAsk): string => (ask.form['note'] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)

async function intoCase(ask: SignedAsk, to: string, sightings: readonly number[]): Promise<Response> {
  const { cases } = ask.world.store
  const { name, unit } = ask.session.account
  if (to === 'new' && !titleOf(ask)) return again(ask, 'title')
  if (to !== 'new' && !/^[1-9]\d{0,14}$/.test(to)) return again(ask, 'reason')
  const id = to === 'new' ? await cases.create(titleOf(ask), name, unit) : Number(to)
  const added = await cases.add(id, sightings, name)
  return redirect(`/cases/${id}?added=${added}`)
}

/** Ticked rows of the queue: dismissed, sent back for more, or put into a case, with one reason. */
async function bulk(ask: SignedAsk): Promise<Response> {
  const sightings = pickedIn(ask.form)
  const [what = '', which = ''] = (ask.form['what'] ?? '').split('/')
  if (sightings.length === 0) return again(ask, 'none')
  if (what === 'case') return intoCase(ask, which, sightings)
  const verdict = BULK_VERDICTS.find((each) => each === what)
  const reason = verdict && reasonsFor(verdict).find((each) => each === which)
  if (!verdict || !reason) return again(ask, 'reason')
  const note = ask.form['note']?.trim() ?? ''
  if (!note) return again(ask, 'note')
  const wish = { verdict, reason, note, sightings, unit: ask.session.account.unit }
  const { recorded, refused } = await decideAll(ask.world.store, wish, deciderOf(ask))
  return done(
    ask,
    recorded,
    refused.map(({ sighting }) => sighting),
  )
}

export const bulkRoutes: readonly Route[] = [
  { method: 'POST', path: '/queue/bulk', permission: 'decide', handle: bulk },
]
