import { OUTCOMES } from '../domain.ts'
import type { Cell } from '../export/columns.ts'
import { decideMessages } from '../i18n/decide.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { terms } from '../i18n/terms.ts'
import { NOT_SEEN } from './build.ts'
import type { Report } from './schema.ts'

/** One table of a report in words: the first `names` cells of a row say what it is about, the others are counts. */
export interface Section {
  readonly id: keyof ReturnType<typeof reportMessages>['sections']
  readonly title: string
  readonly names: number
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly note: string | null
}

interface Compared {
  readonly now: number
  readonly before: number | null
  readonly yearAgo: number | null
}

const counts = ({ now, before, yearAgo }: Compared): readonly Cell[] => [now, before, yearAgo]

const reasonText = (reason: string, lang: Lang): string =>
  Object.entries(decideMessages(lang).reason).find(([code]) => code === reason)?.[1] ?? reason

const comparedSections = (report: Report, lang: Lang): readonly Section[] => {
  const t = reportMessages(lang)
  const { what, kind, band, province, verdict, reason, unit, now, before, yearAgo } = t.columns
  const section = (id: Section['id'], names: readonly string[], rows: Section['rows']): Section => ({
    ...{ id, title: t.sections[id], names: names.length, head: [...names, now, before, yearAgo], rows, note: null },
  })
  const words = terms(lang)
  const decided = decideMessages(lang).verdict
  return [
    section(
      'totals',
      [what],
      report.totals.map((row) => [t.measures[row.measure], ...counts(row)]),
    ),
    section(
      'violations',
      [kind],
      report.violations.map((row) => [words.category[row.category], ...counts(row)]),
    ),
    section(
      'bands',
      [band],
      report.bands.map((row) => [words.band[row.band], ...counts(row)]),
    ),
    section(
      'provinces',
      [province],
      report.provinces.map((row) => [row.province ?? t.notStated, ...counts(row)]),
    ),
    section(
      'decisions',
      [verdict, reason],
      report.decisions.map((row) => [decided[row.verdict], reasonText(row.reason, lang), ...counts(row)]),
    ),
    section(
      'units',
      [unit, verdict],
      report.units.map((row) => [row.unit ?? t.notStated, decided[row.verdict], ...counts(row)]),
    ),
  ]
}

function platforms(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, read, high, flagged, before, yearAgo } = t.columns
  return {
    ...{ id: 'platforms', title: t.sections.platforms, names: 1, note: null },
    head: [site, read, high, flagged, before, yearAgo],
    rows: report.platforms.map((row) => [row.site, row.read, row.high, ...counts(row)]),
  }
}

function sellers(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, seller, listings, days, confirmed, again } = t.columns
  return {
    ...{ id: 'sellers', title: t.sections.sellers, names: 2, note: null },
    head: [site, seller, listings, days, confirmed, again],
    rows: report.sellers.map((row) => [
      ...[row.site, row.name ?? row.key ?? t.notStated, row.listings, row.days, row.confirmed, row.again],
    ]),
  }
}

function coverage(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, visits, served, removed, blocked, notSeen, other } = t.columns
  const apart = ['served', 'removed', 'blocked'] as const
  const rest = OUTCOMES.filter((outcome) => ![...apart, ...NOT_SEEN].some((each) => each === outcome))
  return {
    ...{ id: 'coverage', title: t.sections.coverage, names: 1, note: t.coverageNote },
    head: [site, visits, served, removed, blocked, notSeen, other],
    rows: report.coverage.map((row) => {
      const sum = (outcomes: readonly string[]) =>
        outcomes.reduce((total, outcome) => total + (row.outcomes[outcome] ?? 0), 0)
      return [row.site, row.visits, ...apart.map((outcome) => sum([outcome])), sum(NOT_SEEN), sum(rest)]
    }),
  }
}

const ORDER: readonly Section['id'][] = [
  ...(['totals', 'violations', 'bands', 'platforms', 'provinces', 'sellers'] as const),
  ...(['coverage', 'decisions', 'units'] as const),
]

/** A report as tables in words, in the order in which it is read. */
export function sectionsOf(report: Report, lang: Lang): readonly Section[] {
  const all = [
    ...comparedSections(report, lang),
    platforms(report, lang),
    sellers(report, lang),
    coverage(report, lang),
  ]
  return ORDER.flatMap((id) => all.filter((section) => section.id === id))
}

const DAY_MS = 86_400_000
const day = (at: string): string => new Date(Date.parse(at) + (7 * DAY_MS) / 24).toISOString().slice(0, 10)
const lastDay = (to: string): string => day(new Date(Date.parse(to) - 1).toISOString())

/** What stands above the tables: period, comparison, caution, the head of the ledger. */
export function preface(report: Report, lang: Lang): readonly string[] {
  const t = reportMessages(lang)
  const { period, before, yearAgo, head } = report
  const written = (span: Report['period']) => `${day(span.from)}–${lastDay(span.to)}`
  return [
    t.period(day(period.from), lastDay(period.to)),
    `${t.comparison(written(before), written(yearAgo))} ${t.unobserved}`,
    t.caution,
    head ? t.head(head.seq, head.hash) : t.noHead,
  ]
}
