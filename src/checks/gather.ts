import type { Checks, ScoreInput, Seen } from '../domain.ts'
import { checkClaims } from './claims.ts'
import type { Lookups } from './lookups.ts'
import { type Clusters, storePrice } from './medians.ts'
import { otherUse, referencePrice } from './price.ts'
import type { Reference } from './reference.ts'
import { listedSellers, standingsOf } from './standings.ts'

export interface Sources {
  readonly reference: Reference
  readonly lookups: Lookups
  /** Prices seen before; worked out when first asked for. */
  readonly clusters: () => Promise<Clusters>
}

/** Everything that is asked outside the listing before it is judged. The answer is plain data and is kept with the sighting. */
export async function gatherChecks(input: ScoreInput, seen: Seen, sources: Sources): Promise<Checks> {
  const { reference, lookups } = sources
  const claims = await checkClaims(input, seen.at, lookups)
  const standings = await standingsOf(input, seen, claims, lookups, reference.sellers)
  return { claims, price: referencePrice(input, reference) ?? (await seenBefore(input, sources)), standings }
}

async function seenBefore(input: ScoreInput, { reference, clusters }: Sources): Promise<Checks['price']> {
  if (input.price_vnd === null || input.brand === null || input.category === null) return null
  const price = storePrice(input, await clusters())
  return price && !otherUse(input, reference) ? price : null
}

/** What the lists that come with Soi say, where there is no store: numbers are then judged by their form alone. */
export function listedChecks(input: ScoreInput, reference: Reference): Checks {
  const standings = listedSellers(input, { sellerUrl: null, at: '' }, reference.sellers)
  return { claims: [], price: referencePrice(input, reference), standings }
}
