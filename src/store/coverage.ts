import { noOutcomes, type Outcome } from '../domain.ts'
import type { CoverageRow } from './api.ts'
import { countedOf, type Tally } from './coverage-count.ts'
import type { Db } from './db.ts'

const SAMPLES = 3
/** The reason given for a URL the sweep has not come to. */
const STILL_WAITING = 'not visited yet'

/** Waiting, under way and put off: all counted or indexed, while what is done may be a million rows. */
const NOT_DONE = [
  'select host, waiting as n from lane where sweep = ? and waiting > 0',
  ...[1, 3].map(
    (state) =>
      `select l.host, 1 as n from request r join lane l on l.id = r.lane where r.sweep = ? and r.state = ${state}`,
  ),
]

/** Requests not done, under the site their host turned out to be. */
const waiting = (db: Db, sweep: number, sites: ReadonlyMap<number, string>): readonly Tally[] => {
  const left = db
    .prepare(
      `select h.id, h.name, sum(u.n) as n from (${NOT_DONE.join(' union all ')}) u join host h on h.id = u.host group by h.id`,
    )
    .all(...NOT_DONE.map(() => sweep)) as readonly {
    readonly id: number
    readonly name: string
    readonly n: number
  }[]
  return left.map(({ id, name, n }) => ({ site: sites.get(id) ?? name, n, outcome: 'not-reached' }))
}

const sum = (tallies: readonly Tally[]): number => tallies.reduce((total, tally) => total + tally.n, 0)

/** One row per site, sorted by site. */
export const coverage = async (db: Db, sweep: number): Promise<readonly CoverageRow[]> => {
  const counted = countedOf(db, sweep)
  const left = waiting(db, sweep, counted.sites)
  const tallies: readonly Tally[] = [...counted.tallies.values(), ...left]
  const frequent = [...counted.reasons.values()].sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
  const reasons = [...frequent, ...left.map((tally) => ({ ...tally, reason: STILL_WAITING }))]
  const sites = [...new Set(tallies.map((tally) => tally.site))].sort()
  return sites.map((site) => {
    const own = tallies.filter((tally) => tally.site === site)
    const outcomes = noOutcomes()
    const samples: Partial<Record<Outcome, string[]>> = {}
    for (const { outcome, n } of own) outcomes[outcome] += n
    for (const { outcome, reason } of reasons.filter((each) => each.site === site)) {
      samples[outcome] ??= []
      const list = samples[outcome]
      if (list.length < SAMPLES && !list.includes(reason)) list.push(reason)
    }
    return { site, asked: sum(own), outcomes, reasons: samples }
  })
}
