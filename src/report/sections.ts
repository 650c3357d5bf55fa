import type { Cell } from '../export/columns.ts'
import { decideMessages } from '../i18n/decide.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { terms } from '../i18n/terms.ts'
import { TRICK_EXAMPLES } from '../i18n/warning.ts'
import type { Chart } from './charts.ts'
import type { Counts } from './compared.ts'
import { complianceSection, coverageSection, daysSection, platformsSection, sellersSection } from './lists.ts'
import type { Report } from './schema.ts'
import { type Section, tableSection } from './section.ts'
import { FEWEST_OFFICERS } from './units.ts'

/** Bars in a chart; the table beside it has them all. */
const MOST_BARS = 12

const counts = ({ now, before, yearAgo }: Counts): readonly Cell[] => [now, before, yearAgo]

const reasonText = (reason: string, lang: Lang): string =>
  Object.entries(decideMessages(lang).reason).find(([code]) => code === reason)?.[1] ?? reason

/** What a count is of, in words; the chart shows this period alone. */
interface Named extends Counts {
  readonly label: string
}

function charted(id: string, title: string, head: string, rows: readonly Named[], lang: Lang, note?: string): Section {
  const { now, before, yearAgo } = reportMessages(lang).columns
  const bars = rows.filter((row) => row.now > 0).slice(0, MOST_BARS)
  const chart: Chart | null =
    bars.length > 1 ? { id: `chart-${id}`, title, bars: bars.map((row) => ({ label: row.label, n: row.now })) } : null
  return tableSection(
    title,
    [head],
    [now, before, yearAgo],
    rows.map((row) => [row.label, ...counts(row)]),
    { chart, note: note ?? null },
  )
}

function flaggedBy(report: Report, lang: Lang): readonly Section[] {
  const t = reportMessages(lang)
  const words = terms(lang)
  const { sections, columns } = t
  return [
    charted(
      'kinds',
      sections.violations,
      columns.kind,
      report.violations.map((row) => ({ ...row, label: words.category[row.category] })),
      lang,
    ),
    charted(
      'goods',
      sections.goods,
      columns.goods,
      report.goods.map((row) => ({ ...row, label: row.goods === null ? t.notTold : words.goods[row.goods] })),
      lang,
      t.goodsNote,
    ),
    platformsSection(report, lang),
    charted(
      'provinces',
      sections.provinces,
      columns.province,
      report.provinces.map((row) => ({ ...row, label: row.province ?? t.notKnown })),
      lang,
      t.provinceNote,
    ),
  ]
}

function decided(report: Report, lang: Lang): readonly Section[] {
  const t = reportMessages(lang)
  const { verdict, reason, unit, now, before, yearAgo } = t.columns
  const words = decideMessages(lang).verdict
  return [
    tableSection(
      t.sections.decisions,
      [verdict, reason],
      [now, before, yearAgo],
      report.decisions.map((row) => [words[row.verdict], reasonText(row.reason, lang), ...counts(row)]),
    ),
    tableSection(
      t.sections.units,
      [unit, verdict],
      [now, before, yearAgo],
      report.units.map((row) => [row.unit ?? t.otherUnits, words[row.verdict], ...counts(row)]),
      { note: t.unitsNote(FEWEST_OFFICERS) },
    ),
  ]
}

function tricks(report: Report, lang: Lang): Section {
  const t = reportMessages(lang)
  const { trick, example, now, before, yearAgo } = t.columns
  return tableSection(
    t.sections.tricks,
    [trick, example],
    [now, before, yearAgo],
    report.tricks.map((row) => [terms(lang).trick[row.trick], TRICK_EXAMPLES[row.trick], ...counts(row)]),
    { note: t.tricksNote },
  )
}

function bands(report: Report, lang: Lang): Section {
  const { sections, columns } = reportMessages(lang)
  const rows = report.bands.map((row) => ({ ...row, label: terms(lang).band[row.band] }))
  return charted('bands', sections.bands, columns.band, rows, lang)
}

/** A report as sections in words, in the order in which it is read. */
export function sectionsOf(report: Report, lang: Lang): readonly Section[] {
  const t = reportMessages(lang)
  const { what, now, before, yearAgo } = t.columns
  const totals = tableSection(
    t.sections.totals,
    [what],
    [now, before, yearAgo],
    report.totals.map((row) => [t.measures[row.measure], ...counts(row)]),
  )
  return [
    ...[totals, daysSection(report, lang), ...flaggedBy(report, lang), complianceSection(report, lang)],
    ...[sellersSection(report, lang), coverageSection(report, lang), ...decided(report, lang)],
    ...[tricks(report, lang), bands(report, lang)],
  ]
}
