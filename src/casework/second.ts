import type { Decision, DecisionVerdict, Store, StoredItem } from '../store/api.ts'

/** Why a verdict cannot be recorded by this officer now. */
export type Refusal = 'second' | 'own' | 'open'

export interface Decider {
  readonly name: string
  /** May be the second person of a dismissal. */
  readonly second: boolean
}

/** Who dismissed it since it was last open or decided otherwise. */
export const dismissers = (decisions: readonly Decision[]): readonly string[] =>
  decisions.slice(decisions.findLastIndex(({ verdict }) => verdict !== 'dismiss') + 1).map(({ officer }) => officer)

/** Null when it can. The second person of a dismissal must be another one, and allowed to be it. */
export async function refusal(
  { decisions }: Pick<Store, 'decisions'>,
  { listing, id }: Pick<StoredItem, 'listing' | 'id'>,
  verdict: DecisionVerdict,
  { name, second }: Decider,
): Promise<Refusal | null> {
  const standing = await decisions.standing(listing.site, listing.key)
  if (verdict === 'reopen' && standing === 'open') return 'open'
  if (verdict !== 'dismiss' || standing !== 'pending') return null
  if (dismissers(await decisions.of({ sighting: id })).includes(name)) return 'own'
  return second ? null : 'second'
}
