import { blindReview, type Decider } from '../casework/second.ts'
import type { Review, Standing, Store } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'
import { deciderOf } from './decider.ts'

/** Who looks, at which store: an officer in the console, or the account of a program's token. */
export interface Eyes {
  readonly store: Pick<Store, 'decisions' | 'reviews'>
  readonly decider: Decider
}

type ListingRef = { readonly site: string; readonly key: string }

export const eyesOf = (ask: SignedAsk): Eyes => ({ store: ask.world.store, decider: deciderOf(ask) })

/** The blind review of this listing that whoever looks may be asked for: until it is done they see no verdict of it. */
export const blindTo = ({ store, decider }: Eyes, of: ListingRef): Promise<Review | null> =>
  blindReview(store, of, decider)

/** Whether any of these is to be judged blind by whoever looks. */
export async function anyBlind(eyes: Eyes, all: readonly ListingRef[]): Promise<boolean> {
  for (const each of all) if (await blindTo(eyes, each)) return true
  return false
}

/** How a listing stands, as far as it may be seen. */
export async function standingFor(eyes: Eyes, of: ListingRef): Promise<Standing> {
  const standing = await eyes.store.decisions.standing(of.site, of.key)
  return standing !== 'open' && (await blindTo(eyes, of)) ? 'open' : standing
}
