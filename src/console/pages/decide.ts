import type { WorkProblem } from '../../i18n/console-work.ts'
import type { DecisionVerdict, StoredItem } from '../../store/api.ts'
import { reasonsFor, VERDICTS } from '../../store/decision-reasons.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { dismissers } from '../listing/decide.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { listingPage } from './listing.ts'
import { problemPage } from './problem.ts'

/** Why a verdict cannot be recorded now; null when it can. The second person must be another one, and allowed to be it. */
async function refusal(
  { listing, id }: StoredItem,
  verdict: DecisionVerdict,
  ask: SignedAsk,
): Promise<WorkProblem | null> {
  const { decisions } = ask.world.store
  const { name, role } = ask.session.account
  const standing = await decisions.standing(listing.site, listing.key)
  if (verdict === 'reopen' && standing === 'open') return 'open'
  if (verdict !== 'dismiss' || standing !== 'pending') return null
  if (dismissers(await decisions.of({ sighting: id })).includes(name)) return 'own'
  return may(role, 'second') ? null : 'second'
}

async function decide(ask: SignedAsk): Promise<Response> {
  const { store } = ask.world
  const id = Number(ask.params['id'])
  const sighting = await store.sightings.get(id)
  const verdict = VERDICTS.find((each) => each === ask.form['verdict'])
  if (!verdict) return problemPage(ask, 'not-found')
  const reason = reasonsFor(verdict).find((each) => each === ask.form['reason'])
  const note = ask.form['note']?.trim() ?? ''
  const problem = reason ? (note ? await refusal(sighting.item, verdict, ask) : 'note') : 'reason'
  if (problem !== null || !reason) return listingPage(ask, sighting, { verdict, problem: problem ?? 'reason' })
  const { name, unit } = ask.session.account
  await store.decisions.add({ about: { sighting: id }, verdict, reason, note, unit }, name)
  const queue = ask.form['queue'] ?? ''
  return redirect(`/listings/${id}?${new URLSearchParams({ ...(queue ? { queue } : {}), decided: '' })}`)
}

export const decideRoutes: readonly Route[] = [
  { method: 'POST', path: '/listings/:id{[0-9]+}/decide', permission: 'decide', handle: decide },
]
