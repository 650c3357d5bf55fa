import { setImmediate } from 'node:timers/promises'
import type { Assessment } from '../domain.ts'
import { scoreInput } from '../normalise/listing.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { assess } from '../rules/score.ts'
import type { StoredItem } from '../store/api.ts'
import type { Effect, Moved } from './types.ts'

/** How many listings are looked at when nothing else is said, and at most. */
export const USUAL_LAST = 1_000
export const MOST_LAST = 50_000
/** Listings named on each side: more are counted, and nobody reads them. */
const MOST_NAMED = 50
/** Listings between two looks at what else is asked of this thread. */
const BREATH = 20

interface Pair {
  readonly item: StoredItem
  readonly before: Assessment
  readonly after: Assessment
}

const movedOf = ({ item, before, after }: Pair): Moved => ({
  sighting: item.id,
  site: item.listing.site,
  title: item.listing.title,
  from: { score: before.score, band: before.band },
  to: { score: after.score, band: after.band },
})

/** Where the rules in force judged it already, their word is kept with it: the same rules give the same, byte for byte. */
const judged = (item: StoredItem, ruleset: Ruleset): Assessment =>
  item.assessment.ruleset === ruleset.hash ? item.assessment : assess(scoreInput(item.listing), ruleset, item.checks)

const shift = ({ from, to }: Moved): number => Math.abs(to.score - from.score)

interface Watch {
  /** Called as listings are done. */
  readonly onProgress: (done: number) => void
  /** Throws when nobody waits for the answer any more. */
  readonly check: () => void
}

/** Judges listings by the rules in force and by those proposed, with the checks that were kept with each, and says what differs. */
export async function effectOn(
  listings: AsyncIterable<StoredItem>,
  { before, after }: { readonly before: Ruleset; readonly after: Ruleset },
  { onProgress, check }: Watch,
): Promise<Effect> {
  const pairs = { flag: [] as Moved[], unflag: [] as Moved[] }
  const counts = { listings: 0, before: 0, after: 0, otherBand: 0, otherScore: 0 }
  const times: string[] = []
  for await (const item of listings) {
    const pair = { item, before: judged(item, before), after: assess(scoreInput(item.listing), after, item.checks) }
    counts.listings++
    times.push(item.at)
    if (pair.before.flagged) counts.before++
    if (pair.after.flagged) counts.after++
    if (pair.before.flagged !== pair.after.flagged) pairs[pair.after.flagged ? 'flag' : 'unflag'].push(movedOf(pair))
    else if (pair.before.band !== pair.after.band) counts.otherBand++
    else if (pair.before.score !== pair.after.score) counts.otherScore++
    if (counts.listings % BREATH > 0) continue
    onProgress(counts.listings)
    await setImmediate()
    check()
  }
  const since = times.reduce<string | null>((least, at) => (least === null || at < least ? at : least), null)
  const named = (all: readonly Moved[]) => [...all].sort((a, b) => shift(b) - shift(a)).slice(0, MOST_NAMED)
  return {
    ...{ listings: counts.listings, since, otherBand: counts.otherBand, otherScore: counts.otherScore },
    flagged: { before: counts.before, after: counts.after },
    ...{ flag: named(pairs.flag), flagCount: pairs.flag.length },
    ...{ unflag: named(pairs.unflag), unflagCount: pairs.unflag.length },
  }
}
