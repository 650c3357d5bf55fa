import { blindReview } from '../casework/second.ts'
import type { Review, Standing } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'
import { deciderOf } from './decider.ts'

/** The blind review of this listing that the signed-in officer may be asked for: until it is done they see no verdict of it. */
export const blindTo = (ask: SignedAsk, of: { readonly site: string; readonly key: string }): Promise<Review | null> =>
  blindReview(ask.world.store, of, deciderOf(ask))

/** How a listing stands, as this officer may see it. */
export async function standingFor(
  ask: SignedAsk,
  of: { readonly site: string; readonly key: string },
): Promise<Standing> {
  const standing = await ask.world.store.decisions.standing(of.site, of.key)
  if (standing !== 'dismiss' && standing !== 'confirm') return standing
  return (await blindTo(ask, of)) ? 'open' : standing
}
