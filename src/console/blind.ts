import { blindReview, type Decider } from '../casework/second.ts'
import type { QueuePage, Review, Standing, Store, StoredItem } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'
import { deciderOf } from './decider.ts'

/** Who looks, at which store: an officer in the console, or the account of a program's token. */
export interface Eyes {
  readonly store: Pick<Store, 'decisions' | 'reviews'>
  readonly decider: Decider
}

type ListingRef = { readonly site: string; readonly key: string }

export const eyesOf = (ask: SignedAsk): Eyes & { readonly store: Store } => ({
  store: ask.world.store,
  decider: deciderOf(ask),
})

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

/** Asked for those that stand in some way, whoever is to judge one of them blind would learn what it is: it is left out. */
async function unhidden(eyes: Eyes, { standing }: QueuePage, items: readonly StoredItem[]) {
  if (standing === undefined || standing === 'open') return items
  const hidden = await Promise.all(items.map(({ listing }) => blindTo(eyes, listing)))
  return items.filter((_, at) => hidden[at] === null)
}

/**
 * A page of the queue as far as it may be seen, filled up where some were left out; `more`: others follow. The last one shown is
 * where the next page begins: neither it nor a short page tells of what is left out.
 */
export async function queueFor(
  eyes: Eyes & { readonly store: Pick<Store, 'sightings'> },
  asked: QueuePage,
): Promise<{ readonly items: readonly StoredItem[]; readonly more: boolean }> {
  const most = asked.limit + 1
  const items: StoredItem[] = []
  let from = asked
  while (items.length < most) {
    const found = await eyes.store.sightings.queue({ ...from, limit: most })
    items.push(...(await unhidden(eyes, asked, found)))
    const last = found.at(-1)
    if (!last || found.length < most) break
    from = { ...asked, after: { id: last.id, score: last.assessment.score } }
  }
  return { items: items.slice(0, asked.limit), more: items.length > asked.limit }
}
