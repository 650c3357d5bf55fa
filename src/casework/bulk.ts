import type { NewDecision, Store } from '../store/api.ts'
import { type Decider, type Refusal, refusal } from './second.ts'

/** One reason for many listings. Confirming is not among them: each suspicion is confirmed by itself. */
export interface BulkWish extends Omit<NewDecision, 'about' | 'verdict'> {
  readonly verdict: 'dismiss' | 'needs-more'
  readonly sightings: readonly number[]
}

export interface BulkDone {
  readonly recorded: number
  /** Left as they are, with why. */
  readonly refused: readonly { readonly sighting: number; readonly title: string; readonly why: Refusal }[]
}

/**
 * Each is a decision of its own, all in one transaction. Those that this officer may not decide now (the second person of a
 * dismissal must be another one, and who is to judge blind does that) are left and named. Several sightings of one listing are one decision.
 */
export async function decideAll(
  store: Pick<Store, 'decisions' | 'reviews' | 'sightings'>,
  wish: BulkWish,
  who: Decider,
): Promise<BulkDone> {
  const { sightings, verdict, reason, note, unit } = wish
  const refused: BulkDone['refused'][number][] = []
  const wanted = new Map<string, number>()
  for (const sighting of new Set(sightings)) {
    const { item } = await store.sightings.get(sighting)
    const why = await refusal(store, item, verdict, who)
    if (why) refused.push({ sighting, title: item.listing.title, why })
    else wanted.set(`${item.listing.site}\n${item.listing.key}`, sighting)
  }
  const all = [...wanted.values()].map((sighting) => ({ about: { sighting }, verdict, reason, note, unit }))
  await store.decisions.addAll(all, who.name)
  return { recorded: all.length, refused }
}
