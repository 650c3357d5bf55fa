import { OUTCOMES } from '../domain.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { terms } from '../i18n/terms.ts'
import { DAY_MS, vietnamDay } from '../vietnam-day.ts'
import { NOT_SEEN } from './build.ts'
import type { Chart, Column } from './charts.ts'
import type { Report } from './schema.ts'
import { type Section, tableSection } from './section.ts'

const BANDS = ['high', 'medium', 'low'] as const
/** More days than this are drawn by month. */
const MOST_DAYS = 100
const MOST_SITES = 12

/** 2026-11-25 → 25/11; 2026-11 → 11/2026. */
const labelOf = (day: string): string => day.split('-').reverse().slice(0, 2).join('/')
const monthLabel = (month: string): string => month.split('-').reverse().join('/')

/** Every day of the period, those without anything too; of a long one every month. */
function columnsOf({ days, period }: Pick<Report, 'days' | 'period'>): readonly Column[] {
  const first = Date.parse(period.from)
  const count = Math.round((Date.parse(period.to) - Date.parse(period.from)) / DAY_MS)
  const all = Array.from({ length: count }, (_, i) => vietnamDay(new Date(first + i * DAY_MS)))
  const byMonth = count > MOST_DAYS
  const slots = byMonth ? [...new Set(all.map((day) => day.slice(0, 7)))] : all
  const sum = (slot: string, band: string) =>
    days.filter((each) => each.day.startsWith(slot) && each.band === band).reduce((total, { n }) => total + n, 0)
  return slots.map((slot) => ({
    label: byMonth ? monthLabel(slot) : labelOf(slot),
    parts: BANDS.map((band) => ({ name: band, n: sum(slot, band) })),
  }))
}

export function daysSection(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const words = terms(lang).band
  const title = t.sections.days
  const columns = columnsOf(report)
  const legend = BANDS.map((band) => ({ name: band, label: words[band] }))
  const chart: Chart | null =
    columns.length > 1 && report.days.length > 0 ? { id: 'chart-days', title, columns, legend } : null
  const rows = columns
    .filter(({ parts }) => parts.some(({ n }) => n > 0))
    .map(({ label, parts }) => [label, ...parts.map(({ n }) => n)])
  return tableSection(
    title,
    [t.columns.day],
    BANDS.map((band) => words[band]),
    rows,
    { chart },
  )
}

export function platformsSection(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, read, high, flagged, before, yearAgo } = t.columns
  const title = t.sections.platforms
  const bars = report.platforms
    .filter(({ now }) => now > 0)
    .slice(0, MOST_SITES)
    .map((row) => ({ label: row.site, n: row.now }))
  return tableSection(
    title,
    [site],
    [read, high, flagged, before, yearAgo],
    report.platforms.map((row) => [row.site, row.read, row.high, row.now, row.before, row.yearAgo]),
    { chart: bars.length > 1 ? { id: 'chart-sites', title, bars } : null },
  )
}

export function complianceSection(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, flagged, notified, down, up, unseen, notLooked, backAgain, downUntold, median, p90 } = t.columns
  return tableSection(
    t.sections.compliance,
    [site],
    [flagged, notified, down, up, unseen, notLooked, backAgain, median, p90, downUntold],
    report.compliance.map((row) => [
      ...[row.site, row.flagged, row.notified, row.down, row.up, row.unseen, row.notLooked, row.back],
      ...[row.medianDays, row.p90Days, row.downUntold],
    ]),
    { note: t.complianceNote },
  )
}

export function sellersSection(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, seller, listings, days, months, confirmed, again, back, linked } = t.columns
  return tableSection(
    t.sections.sellers,
    [site, seller],
    [listings, days, months, confirmed, again, back, linked],
    report.sellers.map((row) => [
      ...[row.site, row.name ?? row.key ?? t.notStated, row.listings, row.days, row.months],
      ...[row.confirmed, row.again, row.back, row.linked],
    ]),
    { note: t.sellersNote },
  )
}

export function coverageSection(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { site, visits, served, removed, blocked, notSeen, other } = t.columns
  const apart = ['served', 'removed', 'blocked'] as const
  const rest = OUTCOMES.filter((outcome) => ![...apart, ...NOT_SEEN].some((each) => each === outcome))
  return tableSection(
    t.sections.coverage,
    [site],
    [visits, served, removed, blocked, notSeen, other],
    report.coverage.map((row) => {
      const sum = (outcomes: readonly string[]) =>
        outcomes.reduce((total, outcome) => total + (row.outcomes[outcome] ?? 0), 0)
      return [row.site, row.visits, ...apart.map((outcome) => sum([outcome])), sum(NOT_SEEN), sum(rest)]
    }),
    { note: t.coverageNote },
  )
}
