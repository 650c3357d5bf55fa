import type { Decision, DecisionVerdict, Review, Store, StoredItem } from '../store/api.ts'

/** Why a verdict cannot be recorded by this officer now. */
export type Refusal = 'second' | 'own' | 'open' | 'blind'

export interface Decider {
  readonly name: string
  /** May be the second person of a dismissal, and is asked for blind reviews. */
  readonly second: boolean
}

/** Who dismissed it since it was last open or decided otherwise. */
export const dismissers = (decisions: readonly Decision[]): readonly string[] =>
  decisions.slice(decisions.findLastIndex(({ verdict }) => verdict !== 'dismiss') + 1).map(({ officer }) => officer)

/** The blind review of a listing that this officer may be asked for: until it is done they learn no verdict of it. */
export const blindReview = (
  { reviews }: Pick<Store, 'reviews'>,
  { site, key }: { readonly site: string; readonly key: string },
  { name, second }: Decider,
): Promise<Review | null> => (second ? reviews.waitingOn(name, site, key) : Promise.resolve(null))

/**
 * Null when it can. The second person of a dismissal must be another one, and allowed to be it. Who is to judge a listing blind
 * gives that judgement and no other: an ordinary decision would end the review, and its refusal must not tell the first verdict.
 */
export async function refusal(
  { decisions, reviews }: Pick<Store, 'decisions' | 'reviews'>,
  { listing, id }: Pick<StoredItem, 'listing' | 'id'>,
  verdict: DecisionVerdict,
  who: Decider,
): Promise<Refusal | null> {
  if (await blindReview({ reviews }, listing, who)) return 'blind'
  const standing = await decisions.standing(listing.site, listing.key)
  if (verdict === 'reopen' && standing === 'open') return 'open'
  if (verdict !== 'dismiss' || standing !== 'pending') return null
  if (dismissers(await decisions.of({ sighting: id })).includes(who.name)) return 'own'
  return who.second ? null : 'second'
}
