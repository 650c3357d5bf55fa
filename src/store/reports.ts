import type { Outcome } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { Cut, DecisionVerdict, Reports, Span, SpanTally } from './api.ts'
import { all, type Bounds, boundsOf, IN_SPAN, KNOWN } from './bounds.ts'
import { compliance } from './compliance.ts'
import type { Db } from './db.ts'
import type { DecisionReason } from './decision-reasons.ts'
import { countFlags, type FlagRow } from './flag-counts.ts'
import { stubborn } from './stubborn.ts'

const FLAGS = `select listing, day, site, band, categories, goods, province, tricks
  from flag indexed by flag_at where ${IN_SPAN} and seq <= :seq`
const READ = `select site, count(*) as n from sighting indexed by sighting_at where ${IN_SPAN} and ${KNOWN} group by site`
const VISITS = `select site, outcome, count(*) as n from visit indexed by visit_at where ${IN_SPAN} and ${KNOWN}
  group by 1, 2 order by 1, 2`
const DECIDED = `${IN_SPAN} and at <= :until`
const DECISIONS = `select verdict, reason, count(*) as n from decision where ${DECIDED} group by 1, 2 order by 1, 3 desc, 2`
const NOTICES = `select count(*) from notice where ${DECIDED}`
const UNITS = `select d.unit, d.verdict, count(*) as n, (select count(distinct officer) from decision o
    where o.unit is d.unit and o.at >= :from and o.at < :to and o.at <= :until) as officers
  from decision d where ${DECIDED} group by 1, 2 order by 1, 2`

function sites(db: Db, bounds: Bounds, flagged: ReturnType<typeof countFlags>['sites']): SpanTally['sites'] {
  const read = new Map(all<{ site: string; n: number }>(db, READ, bounds).map(({ site, n }) => [site, n]))
  const names = [...new Set([...flagged.map(({ site }) => site), ...[...read.keys()].sort()])]
  const counts = new Map(flagged.map((each) => [each.site, each]))
  return names.map((site) => {
    const { flagged: n = 0, high = 0 } = counts.get(site) ?? {}
    return { site, read: read.get(site) ?? 0, flagged: n, high }
  })
}

const tally = (db: Db, span: Span, cut: Cut): SpanTally => {
  const bounds = boundsOf(span, cut)
  const rows = db.prepare(FLAGS).raw().iterate(bounds) as IterableIterator<FlagRow>
  const counted = countFlags(rows)
  return {
    ...counted,
    sites: sites(db, bounds, counted.sites),
    visits: all<{ site: string; outcome: Outcome; n: number }>(db, VISITS, bounds),
    decisions: all<{ verdict: DecisionVerdict; reason: DecisionReason; n: number }>(db, DECISIONS, bounds),
    notices: Number(db.prepare(NOTICES).pluck().get(bounds)),
    units: all<SpanTally['units'][number]>(db, UNITS, bounds),
  }
}

type Head = NonNullable<Cut['head']>

const cutOf = (db: Db, at: Parameters<Reports['cut']>[0]): Cut => {
  if ('seq' in at) {
    const head = db.prepare('select seq, hash, at from ledger where seq = ?').get(at.seq) as Head | undefined
    if (head === undefined) throw new BadInput(`the ledger has no entry ${at.seq}`)
    return { head, until: head.at }
  }
  const head = db
    .prepare('select seq, hash, at from ledger where seq = (select max(seq) from ledger where at < ?)')
    .get(at.before) as Head | undefined
  // Of a period that still runs nothing is known beyond now; a clock that was put back takes nothing from what stands.
  const known = Math.max(Date.parse(db.now()), head ? Date.parse(head.at) : 0)
  const until = new Date(Math.min(Date.parse(at.before) - 1, known)).toISOString()
  return { head: head ?? null, until }
}

/** What reports are made of: counts over rows that are never changed. */
export const openReports = (db: Db): Reports => ({
  cut: async (at) => cutOf(db, at),
  tally: async (span, cut) => tally(db, span, cut),
  sellers: async (span, cut, most) => stubborn(db, boundsOf(span, cut), most),
  compliance: async (span, cut) => compliance(db, boundsOf(span, cut)),
})
