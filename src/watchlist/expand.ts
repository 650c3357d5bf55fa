import { BadInput } from '../errors.ts'
import type { WatchEntry, WatchLists } from '../store/console/api.ts'
import type { SweepPlan } from '../sweep/plan.ts'

/** Telephones are kept with their country and written in listings without. */
const searchedAs = ({ kind, value }: WatchEntry): string => (kind === 'phone' ? value.replace(/^\+84/, '0') : value)

/**
 * A plan with what its watch-lists hold now: addresses as targets; words, telephones and accounts searched on the site of
 * their row, else on those that the plan names. The run keeps it so in its specification: a list that is changed later
 * changes no run. Throws BadInput naming the file and the list.
 */
export function withWatched(plan: SweepPlan, lists: Pick<WatchLists, 'byName' | 'entries'>, file: string): SweepPlan {
  if (!plan.watch) return plan
  const targets = [...plan.targets]
  const keywords = [...plan.keywords]
  for (const { list: name, sites, pages } of plan.watch) {
    const list = lists.byName(name)
    if (!list)
      throw new BadInput(`${file}: watch: there is no watch-list ${name}; "soi watch list" shows those there are`)
    const entries = lists.entries(list.id)
    targets.push(...entries.filter(({ kind }) => kind === 'url').map(({ value }) => value))
    const bySite = new Map<string, string[]>()
    for (const entry of entries.filter(({ kind }) => kind !== 'url')) {
      const places = entry.site === null ? sites : [entry.site]
      if (places.length === 0)
        throw new BadInput(
          `${file}: watch: ${name} holds words without a site; name sites, e.g. watch: [{list: ${name}, sites: [tiki]}]`,
        )
      for (const site of places) {
        const words = bySite.get(site)
        if (words) words.push(searchedAs(entry))
        else bySite.set(site, [searchedAs(entry)])
      }
    }
    for (const [site, words] of bySite) keywords.push({ site, words: [...new Set(words)], pages })
  }
  if (targets.length === 0 && keywords.length === 0)
    throw new BadInput(`${file}: nothing to visit: its watch-lists are empty`)
  return { ...plan, targets: [...new Set(targets)], keywords }
}
