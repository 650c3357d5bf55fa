import type { Band, Category, Outcome } from '../domain.ts'
import type { DecisionVerdict, Reports, Span, SpanSeller, SpanTally } from './api.ts'
import type { Db } from './db.ts'
import type { DecisionReason } from './decision-reasons.ts'

const LISTING = `site || char(10) || listing_key`
const IN_SPAN = `at >= :from and at < :to`
/** Without it the planner reads the bodies. */
const FLAGGED = `from sighting indexed by sighting_overview where flagged = 1 and ${IN_SPAN}`
const READ = `from sighting indexed by sighting_overview where flagged in (0, 1) and ${IN_SPAN}`
const RANK = `max(case band when 'high' then 3 when 'medium' then 2 when 'low' then 1 else 0 end)`

const BANDS = `select case worst when 3 then 'high' when 2 then 'medium' when 1 then 'low' else 'none' end as band, count(*) as n
  from (select ${RANK} as worst ${FLAGGED} group by site, listing_key) group by worst order by worst desc`
const CATEGORIES = `select c.value ->> 'id' as category, count(distinct ${LISTING}) as n
  from sighting indexed by sighting_overview, json_each(categories) c
  where flagged = 1 and ${IN_SPAN} and c.value ->> 'score' > 0 group by 1 order by 2 desc, 1`
const SITES = `select site, count(*) as "read", sum(flagged) as flagged, sum(high) as high
  from (select site, max(flagged) as flagged, max(flagged = 1 and band = 'high') as high ${READ} group by site, listing_key)
  group by site order by flagged desc, site`
const PROVINCES = `select body ->> '$.listing.province' as province, count(distinct ${LISTING}) as n
  from sighting where id in (select id ${FLAGGED}) group by 1 order by 2 desc, 1`
/** Visits have an index by sweep and none by time: the sweeps that were at work within the span are few. */
const VISITS = `select site, outcome, count(*) as n from visit
  where sweep in (select id from sweep where begun_at < :to and (ended_at is null or ended_at >= :from)) and ${IN_SPAN}
  group by 1, 2 order by 1, 2`
const DECISIONS = `select verdict, reason, count(*) as n from decision where ${IN_SPAN} group by 1, 2 order by 1, 3 desc, 2`
const UNITS = `select unit, verdict, count(*) as n from decision where ${IN_SPAN} group by 1, 2 order by 1, 2`
const HEAD = `select seq, hash, at from ledger where at < :to order by seq desc limit 1`

/** A seller is its key; where a site gives none, its name. A decision stands until the next one on the same listing. */
const SELLERS = `with offered as (
    select site, listing_key, max(at) as at, seller_key as key, seller_name as name, coalesce(seller_key, seller_name) as who,
      substr(datetime(at, '+7 hours'), 1, 10) as day
    from sighting where id in (select id ${FLAGGED}) and coalesce(seller_key, seller_name) is not null
    group by site, listing_key, who, day),
  standing as (
    select site, listing_key, coalesce(seller_key, seller_name) as who, at from decision d
    where verdict = 'confirm' and at < :to and id = (
      select max(id) from decision where site = d.site and listing_key = d.listing_key and at < :to)),
  first_confirmed as (select site, who, min(at) as at, count(*) as n from standing group by site, who)
  select o.site, max(o.key) as key, max(o.name) as name, count(distinct o.listing_key) as listings,
    count(distinct o.day) as days, coalesce(max(f.n), 0) as confirmed,
    count(distinct case when o.at > f.at then o.listing_key end) as again
  from offered o left join first_confirmed f on f.site = o.site and f.who = o.who
  group by o.site, o.who having listings > 1 or again > 0
  order by again desc, listings desc, days desc, o.site, o.who limit :most`

const all = <T>(db: Db, text: string, values: object) => db.prepare(text).all(values) as readonly T[]
const upTo = ({ to }: Span) => ({ to })

const tally = (db: Db, span: Span): SpanTally => {
  const bands = all<{ band: Band; n: number }>(db, BANDS, span)
  return {
    flagged: bands.reduce((sum, { n }) => sum + n, 0),
    bands,
    categories: all<{ category: Category; n: number }>(db, CATEGORIES, span),
    sites: all<SpanTally['sites'][number]>(db, SITES, span),
    provinces: all<{ province: string | null; n: number }>(db, PROVINCES, span),
    visits: all<{ site: string; outcome: Outcome; n: number }>(db, VISITS, span),
    decisions: all<{ verdict: DecisionVerdict; reason: DecisionReason; n: number }>(db, DECISIONS, span),
    units: all<{ unit: string | null; verdict: DecisionVerdict; n: number }>(db, UNITS, span),
    head: all<NonNullable<SpanTally['head']>>(db, HEAD, upTo(span))[0] ?? null,
  }
}

/** What reports are made of: counts over rows that are never changed. */
export const openReports = (db: Db): Reports => ({
  tally: async (span) => tally(db, span),
  sellers: async (span, most) => all<SpanSeller>(db, SELLERS, { ...span, most }),
})
