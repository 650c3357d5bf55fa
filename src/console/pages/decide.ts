import { refusal } from '../../casework/second.ts'
import { reasonsFor, VERDICTS } from '../../store/decision-reasons.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { deciderOf } from '../decider.ts'
import { redirect } from '../reply.ts'
import { listingPage } from './listing.ts'
import { problemPage } from './problem.ts'

async function decide(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const id = Number(ask.params['id'])
  const sighting = await store.sightings.get(id)
  const verdict = VERDICTS.find((each) => each === ask.form['verdict'])
  if (!verdict) return problemPage(ask, 'not-found')
  const reason = reasonsFor(verdict).find((each) => each === ask.form['reason'])
  const note = ask.form['note']?.trim() ?? ''
  const problem = reason ? (note ? await refusal(store, sighting.item, verdict, deciderOf(ask)) : 'note') : 'reason'
  if (problem !== null || !reason) return listingPage(ask, sighting, { verdict, problem: problem ?? 'reason' })
  const { name, unit } = ask.session.account
  await store.decisions.add({ about: { sighting: id }, verdict, reason, note, unit }, name)
  const queue = ask.form['queue'] ?? ''
  return redirect(`/listings/${id}?${new URLSearchParams({ ...(queue ? { queue } : {}), decided: '' })}`)
}

export const decideRoutes: readonly Route[] = [
  { method: 'POST', path: '/listings/:id{[0-9]+}/decide', permission: 'decide', handle: decide },
]
