import { fileURLToPath } from 'node:url'
import type { Clusters } from '../checks/medians.ts'
import type { Reference } from '../checks/reference.ts'
import type { Assessment, ScoreInput } from '../domain.ts'
import type { World } from '../pipeline.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import type { Store } from '../store/api.ts'
import type { Tools } from './command.ts'

const REFERENCE = fileURLToPath(new URL('../../data/reference', import.meta.url))

/** The reviewed lists that come with Soi. */
export async function openReference(): Promise<Reference> {
  const { loadReference } = await import('../checks/reference.ts')
  return loadReference(REFERENCE)
}

/** Judges listings that come from a file: by the rules and the lists that come with Soi, without a store. */
export async function openJudge(ruleset: Ruleset): Promise<(listing: ScoreInput) => Assessment> {
  const { listedChecks } = await import('../checks/gather.ts')
  const { assess } = await import('../rules/score.ts')
  const reference = await openReference()
  return (listing) => assess(listing, ruleset, listedChecks(listing, reference))
}

/** Newest prices that medians are made of: enough for a market, little enough to read at once. */
const MOST_PRICES = 20_000

/** Registries, price lists and what the store has seen, as one question a run asks of every listing. */
export async function openChecks(tools: Tools, store: Store): Promise<{ gather: World['checks']; close: () => void }> {
  const { gatherChecks } = await import('../checks/gather.ts')
  const { clustersOf } = await import('../checks/medians.ts')
  const { openRegistries } = await import('../store/registry/registries.ts')
  const reference = await openReference()
  const now = () => new Date().toISOString()
  const registries = openRegistries(tools.home, { readOnly: true, actor: tools.operator, now })
  let known: Promise<Clusters> | null = null
  // Once a run: every listing of it is compared with the same past.
  const clusters = () => {
    known ??= store.sightings.prices(MOST_PRICES).then(clustersOf)
    return known
  }
  const sources = { reference, lookups: registries, clusters }
  const gather: World['checks'] = async (input, seen) => {
    const checks = await gatherChecks(input, seen, sources)
    const allowance = seen.offeredBy ? store.allowances.inForce(seen.offeredBy, seen.at) : null
    if (allowance === null) return checks
    const { id, by, at, until, reason, lowers } = allowance
    return { ...checks, allowed: { id, by, at, until, reason, lowers } }
  }
  return { gather, close: () => registries.close() }
}
