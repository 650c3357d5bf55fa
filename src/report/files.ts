import { bookBytes } from '../export/book.ts'
import { BOM, csvCell } from '../export/csv.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { htmlDocument } from './document.ts'
import type { Report } from './schema.ts'
import { preface, sectionsOf } from './sections.ts'

export const REPORT_FORMATS = ['html', 'csv', 'xlsx', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/** One count a line, so that a pivot table can be made of it; counts there are not have no line. */
function csv(report: Report, lang: Lang): string {
  const t = reportMessages(lang)
  const lines = sectionsOf(report, lang).flatMap(({ title, names, head, rows }) =>
    rows.flatMap((row) =>
      row.slice(names).map((cell, i) => [title, row.slice(0, names).join(' · '), head[names + i] ?? '', cell] as const),
    ),
  )
  const known = lines.filter(([, , , cell]) => cell !== null)
  const note = preface(report, lang).map((text) => [t.heading(report.name), text, '', null] as const)
  return (
    BOM +
    [[t.section, t.item, t.measure, t.number] as const, ...note, ...known]
      .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
      .join('')
  )
}

const xlsx = (report: Report, lang: Lang): Promise<Uint8Array> => {
  const t = reportMessages(lang)
  const first = { name: t.title, head: [t.heading(report.name)], rows: preface(report, lang).map((text) => [text]) }
  const sheets = sectionsOf(report, lang).map(({ title, head, rows }) => ({ name: title, head, rows }))
  return bookBytes([first, ...sheets], report.period.to)
}

/** The bytes of a report in one format: the same for the same report and language. */
export async function reportBytes(report: Report, format: ReportFormat, lang: Lang): Promise<Uint8Array> {
  if (format === 'xlsx') return xlsx(report, lang)
  const text = {
    html: () => htmlDocument(report, lang),
    csv: () => csv(report, lang),
    json: () => `${JSON.stringify(report, null, 1)}\n`,
  }[format]()
  return new TextEncoder().encode(text)
}
