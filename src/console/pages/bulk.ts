import { decideAll } from '../../casework/bulk.ts'
import type { CaseworkProblem } from '../../i18n/console-casework.ts'
import { reasonsFor } from '../../store/decision-reasons.ts'
import { pickedIn } from '../alike-parts.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { BULK_VERDICTS } from '../bulk-parts.ts'
import { caseTitle, chosenCase } from '../case-choice.ts'
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

async function intoCase(ask: SignedAsk, to: string, sightings: readonly number[]): Promise<Response> {
  const id = await chosenCase(ask, to, caseTitle(ask.form['note']))
  if (id === 'no title') return again(ask, 'title')
  if (id === 'no case') return again(ask, 'reason')
  const added = await ask.world.store.cases.add(id, sightings, ask.session.account.name)
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
