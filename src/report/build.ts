import { noOutcomes, OUTCOMES, type Outcome } from '../domain.ts'
import type { Reports, SpanTally } from '../store/api.ts'
import type { Period } from './period.ts'
import { MEASURES, type Measure, REPORT_FORMAT, type Report } from './schema.ts'

/** Sellers named in a report. */
const MOST_SELLERS = 50

/** Neither read, nor told that it is gone: what stood there is not known. */
export const NOT_SEEN: readonly Outcome[] = ['login-wall', 'consent-wall', 'geo-different', 'empty-shell', 'failed']

interface Three {
  readonly now: SpanTally
  readonly before: SpanTally | null
  readonly yearAgo: SpanTally | null
}

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
}

/** Rows of the three periods under one key, in the order in which they first stand there. */
function compared<R extends object, K extends object>(
  { now, before, yearAgo }: Three,
  rowsOf: (tally: SpanTally) => readonly R[],
  keyOf: (row: R) => K,
  countOf: (row: R) => number,
): readonly (K & { now: number; before: number | null; yearAgo: number | null })[] {
  const tallies = [now, before, yearAgo].flatMap((tally) => tally ?? [])
  const keys = new Map(tallies.flatMap(rowsOf).map((row) => [JSON.stringify(keyOf(row)), keyOf(row)]))
  const countsOf = (tally: SpanTally) =>
    new Map(rowsOf(tally).map((row) => [JSON.stringify(keyOf(row)), countOf(row)] as const))
  const [nows, befores, ago] = [countsOf(now), before && countsOf(before), yearAgo && countsOf(yearAgo)]
  return [...keys].map(([text, key]) => ({
    ...key,
    now: nows.get(text) ?? 0,
    before: befores && (befores.get(text) ?? 0),
    yearAgo: ago && (ago.get(text) ?? 0),
  }))
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

/** The report of a period, out of what the store counts. The same store up to the period's end gives the same report. */
export async function buildReport(reports: Reports, { name, span, before, yearAgo }: Period): Promise<Report> {
  const three: Three = {
    now: await reports.tally(span),
    before: observed(await reports.tally(before)),
    yearAgo: observed(await reports.tally(yearAgo)),
  }
  const { now } = three
  const sellers = await reports.sellers(span, MOST_SELLERS)
  const by = <R extends { readonly n: number }, K extends object>(
    rows: (tally: SpanTally) => readonly R[],
    key: (row: R) => K,
  ) => [...compared(three, rows, key, n)]
  return {
    ...{ format: REPORT_FORMAT, name, period: span, before, yearAgo, head: now.head },
    totals: MEASURES.map((measure) => ({
      measure,
      now: MEASURED[measure](now),
      before: three.before && MEASURED[measure](three.before),
      yearAgo: three.yearAgo && MEASURED[measure](three.yearAgo),
    })),
    violations: by(
      ({ categories }) => categories,
      ({ category }) => ({ category }),
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
    sellers: sellers.map((seller) => ({ ...seller })),
    coverage: coverageOf(now),
    decisions: by(
      ({ decisions }) => decisions,
      ({ verdict, reason }) => ({ verdict, reason }),
    ),
    units: by(
      ({ units }) => units,
      ({ unit, verdict }) => ({ unit, verdict }),
    ),
  }
}
