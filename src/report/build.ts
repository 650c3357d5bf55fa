import { noOutcomes, OUTCOMES, type Outcome } from '../domain.ts'
import type { Cut, Reports, SpanTally } from '../store/api.ts'
import { compared, measured, type Three } from './compared.ts'
import type { Period } from './period.ts'
import { MEASURES, type Measure, REPORT_FORMAT, type Report } from './schema.ts'
import { unitsOf } from './units.ts'

/** Sellers named in a report. */
const MOST_SELLERS = 50

/** Neither read, nor told that it is gone: what stood there is not known. */
export const NOT_SEEN: readonly Outcome[] = ['login-wall', 'consent-wall', 'geo-different', 'empty-shell', 'failed']

/** A period in which nothing was read has no counts: its zeros would be a claim. */
const observed = (tally: SpanTally): SpanTally | null =>
  tally.sites.length > 0 || tally.visits.length > 0 || tally.decisions.length > 0 ? tally : null

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

const visitsOf = (tally: SpanTally, outcomes: readonly Outcome[]): number =>
  sum(tally.visits.filter(({ outcome }) => outcomes.includes(outcome)).map(({ n }) => n))

const decided = (tally: SpanTally, verdict?: string): number =>
  sum(tally.decisions.filter((each) => verdict === undefined || each.verdict === verdict).map(({ n }) => n))

const MEASURED: Readonly<Record<Measure, (tally: SpanTally) => number>> = {
  flagged: ({ flagged }) => flagged,
  'flagged-high': ({ bands }) => bands.find(({ band }) => band === 'high')?.n ?? 0,
  read: ({ sites }) => sum(sites.map(({ read }) => read)),
  visits: (tally) => visitsOf(tally, OUTCOMES),
  served: (tally) => visitsOf(tally, ['served']),
  removed: (tally) => visitsOf(tally, ['removed']),
  blocked: (tally) => visitsOf(tally, ['blocked']),
  'not-seen': (tally) => visitsOf(tally, NOT_SEEN),
  decisions: (tally) => decided(tally),
  confirmed: (tally) => decided(tally, 'confirm'),
  dismissed: (tally) => decided(tally, 'dismiss'),
  notified: ({ notices }) => notices,
}

const n = (row: { readonly n: number }): number => row.n

function coverageOf({ visits }: SpanTally): Report['coverage'] {
  const sites = [...new Set(visits.map(({ site }) => site))]
  return sites.map((site) => {
    const own = visits.filter((visit) => visit.site === site)
    const outcomes = noOutcomes()
    for (const each of own) outcomes[each.outcome] += each.n
    return { site, visits: sum(own.map(n)), outcomes }
  })
}

function platformsOf(three: Three): Report['platforms'] {
  const read = new Map(three.now.sites.map((row) => [row.site, row]))
  const rows = compared(
    three,
    ({ sites }) => sites,
    ({ site }) => ({ site }),
    ({ flagged }) => flagged,
  )
  return rows.map(({ site, ...counts }) => ({
    ...{ site, read: read.get(site)?.read ?? 0, high: read.get(site)?.high ?? 0 },
    ...counts,
  }))
}

/** What to report: a period, what it is called, and up to where the records count (its end, where nothing is said). */
export interface ReportWish {
  readonly period: Period
  readonly title: string | null
  readonly asOf: Parameters<Reports['cut']>[0] | null
}

const cutOf = (reports: Reports, { period, asOf }: ReportWish): Promise<Cut> =>
  reports.cut(asOf ?? { before: period.span.to })

/** The report of a period, out of what the store counts. The same records up to the cut give the same report. */
export async function buildReport(reports: Reports, wish: ReportWish): Promise<Report> {
  const { name, span, before, yearAgo } = wish.period
  const cut = await cutOf(reports, wish)
  const three: Three = {
    now: await reports.tally(span, cut),
    before: observed(await reports.tally(before, cut)),
    yearAgo: observed(await reports.tally(yearAgo, cut)),
  }
  const { now } = three
  const sellers = await reports.sellers(span, cut, MOST_SELLERS)
  const compliance = await reports.compliance(span, cut)
  const by = <R extends { readonly n: number }, K extends object>(
    rows: (tally: SpanTally) => readonly R[],
    key: (row: R) => K,
  ) => [...compared(three, rows, key, n)]
  return {
    ...{ format: REPORT_FORMAT, name, title: wish.title, period: span, before, yearAgo },
    ...{ until: cut.until, head: cut.head },
    totals: MEASURES.map((measure) => ({ measure, ...measured(three, MEASURED[measure]) })),
    days: now.days.map((each) => ({ ...each })),
    violations: by(
      ({ categories }) => categories,
      ({ category }) => ({ category }),
    ),
    goods: by(
      ({ goods }) => goods,
      ({ goods }) => ({ goods }),
    ),
    bands: by(
      ({ bands }) => bands,
      ({ band }) => ({ band }),
    ),
    platforms: platformsOf(three),
    provinces: by(
      ({ provinces }) => provinces,
      ({ province }) => ({ province }),
    ),
    compliance: compliance.map((each) => ({ ...each })),
    sellers: sellers.map((seller) => ({ ...seller })),
    coverage: coverageOf(now),
    decisions: by(
      ({ decisions }) => decisions,
      ({ verdict, reason }) => ({ verdict, reason }),
    ),
    units: unitsOf(three),
    tricks: by(
      ({ tricks }) => tricks,
      ({ trick }) => ({ trick }),
    ),
  }
}
