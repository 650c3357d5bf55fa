import { sql } from 'kysely'
import { noOutcomes, type Outcome } from '../domain.ts'
import type { CoverageRow } from './api.ts'
import type { Db } from './db.ts'

const SAMPLES = 3
/** The reason given for a URL the sweep has not come to. */
const STILL_WAITING = 'not visited yet'

interface Tally {
  readonly site: string
  readonly outcome: Outcome
  readonly n: number
}

const visited = (db: Db, sweep: number) =>
  db.query
    .selectFrom('visit')
    .select(['site', 'outcome'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('sweep', '=', sweep)
    .groupBy(['site', 'outcome'])
    .execute()

/** Requests not done, under the site their host turned out to be. */
const waiting = async (db: Db, sweep: number): Promise<readonly Tally[]> => {
  const left = await db.query
    .selectFrom('request as r')
    .innerJoin('host as h', 'h.id', 'r.host')
    .select(['h.id', 'h.name'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('r.sweep', '=', sweep)
    .where('r.state', '<>', 2)
    .groupBy('h.id')
    .execute()
  if (left.length === 0) return []
  const known = await db.query
    .selectFrom('visit as v')
    .innerJoin('request as r', 'r.id', 'v.request')
    .select('r.host')
    .select((eb) => eb.fn.min<string>('v.site').as('site'))
    .where('v.sweep', '=', sweep)
    .groupBy('r.host')
    .execute()
  const sites = new Map(known.map(({ host, site }) => [host, site]))
  return left.map(({ id, name, n }) => ({ site: sites.get(id) ?? name, n, outcome: 'not-reached' }))
}

const frequentReasons = async (db: Db, sweep: number): Promise<readonly (Tally & { readonly reason: string })[]> => {
  const found = await sql<Tally & { reason: string }>`
    select v.site, v.outcome, j.value as reason, count(*) as n
    from visit v, json_each(v.reasons) j
    where v.sweep = ${sweep} and v.outcome <> 'served'
    group by v.site, v.outcome, j.value order by n desc, reason`.execute(db.query)
  return found.rows
}

const sum = (tallies: readonly Tally[]): number => tallies.reduce((total, tally) => total + tally.n, 0)

/** One row per site, sorted by site. */
export const coverage = async (db: Db, sweep: number): Promise<readonly CoverageRow[]> => {
  const left = await waiting(db, sweep)
  const tallies: readonly Tally[] = [...(await visited(db, sweep)), ...left]
  const reasons = [...(await frequentReasons(db, sweep)), ...left.map((tally) => ({ ...tally, reason: STILL_WAITING }))]
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
