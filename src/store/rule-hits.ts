import { sql } from 'kysely'
import type { RuleHits, RuleMonth, RuleTally } from './api.ts'
import type { Db } from './db.ts'
import { standingOf } from './standing.ts'

/** Listings decided for good, each with the sighting that was decided on: the newest one where none was named. */
const DECIDED = `select l.site, l.listing_key, ${standingOf('l')} as standing,
    (select max(d.at) from decision d where d.site = l.site and d.listing_key = l.listing_key) as at,
    coalesce(
      (select d.sighting from decision d where d.site = l.site and d.listing_key = l.listing_key order by d.id desc limit 1),
      (select max(s.id) from sighting s where s.site = l.site and s.listing_key = l.listing_key)) as sighting
  from (select distinct site, listing_key from decision) l`

/** A day of Viet Nam (UTC+7 all year) out of a UTC instant, cut to its month. */
const MONTH = `strftime('%Y-%m', at, '+7 hours')`

type Decided = { readonly rule: string; readonly month: string; readonly standing: string; readonly n: number }

const decided = async (db: Db, rule: string | null): Promise<readonly Decided[]> =>
  (
    await sql<Decided>`select g.rule, ${sql.raw(MONTH.replace('at', 'l.at'))} as month, l.standing, count(*) as n
      from (${sql.raw(DECIDED)}) l join signal g on g.sighting = l.sighting
      where l.standing in ('confirm', 'dismiss') and (${rule} is null or g.rule = ${rule})
      group by g.rule, month, l.standing`.execute(db.query)
  ).rows

const sum = (rows: readonly Decided[], standing: string): number =>
  rows.filter((row) => row.standing === standing).reduce((total, { n }) => total + n, 0)

async function all(db: Db, from: string): Promise<readonly RuleTally[]> {
  const hits = await sql<{ rule: string; n: number }>`
    select rule, count(distinct site || ' ' || listing_key) as n
    from signal join sighting on sighting.id = signal.sighting where at >= ${from} group by rule`.execute(db.query)
  const ends = await decided(db, null)
  const listings = new Map(hits.rows.map(({ rule, n }) => [rule, n]))
  const rules = new Set([...listings.keys(), ...ends.map(({ rule }) => rule)])
  return [...rules].sort().map((rule) => {
    const own = ends.filter((row) => row.rule === rule)
    return { rule, listings: listings.get(rule) ?? 0, confirmed: sum(own, 'confirm'), dismissed: sum(own, 'dismiss') }
  })
}

async function months(db: Db, rule: string, from: string): Promise<readonly RuleMonth[]> {
  const hits = await sql<{ month: string; n: number }>`
    select ${sql.raw(MONTH)} as month, count(distinct site || ' ' || listing_key) as n
    from signal join sighting on sighting.id = signal.sighting
    where rule = ${rule} and at >= ${from} group by month`.execute(db.query)
  const ends = (await decided(db, rule)).filter(({ month }) => month >= from.slice(0, 7))
  const listings = new Map(hits.rows.map(({ month, n }) => [month, n]))
  return [...new Set([...listings.keys(), ...ends.map(({ month }) => month)])].sort().map((month) => {
    const own = ends.filter((row) => row.month === month)
    return { month, listings: listings.get(month) ?? 0, confirmed: sum(own, 'confirm'), dismissed: sum(own, 'dismiss') }
  })
}

/** The newest listings on which a rule spoke, each once. */
async function latest(db: Db, rule: string, most: number): Promise<readonly number[]> {
  const rows = await sql<{ id: number }>`
    select max(sighting) as id from signal join sighting on sighting.id = signal.sighting
    where rule = ${rule} group by site, listing_key order by id desc limit ${most}`.execute(db.query)
  return rows.rows.map(({ id }) => id)
}

/** On what the rules spoke, and what officers decided on those listings. Walks the signals: for a thread of its own. */
export const openRuleHits = (db: Db): RuleHits => ({
  all: (from) => all(db, from),
  months: (rule, from) => months(db, rule, from),
  latest: (rule, most) => latest(db, rule, most),
})
