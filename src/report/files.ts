import { bookBytes } from '../export/book.ts'
import { BOM, csvCell } from '../export/csv.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { documentOf, type Kind } from './document.ts'
import { htmlDocument } from './page.ts'
import type { Report } from './schema.ts'
import type { ReportDocument } from './section.ts'

export const REPORT_FORMATS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
}

/** Prints a page that loads nothing as PDF whose times are `at`. */
export type PrintPage = (html: string, file: () => null, at: string) => Promise<Uint8Array>

/** One count a line, so that a pivot table can be made of it; counts there are not have no line. */
function csv({ title: heading, lines: above, sections }: ReportDocument, lang: Lang): string {
  const t = reportMessages(lang)
  const lines = sections.flatMap(({ title, text, table }) => [
    ...text.map((each) => [title, each, '', null] as const),
    ...(table?.rows ?? []).flatMap((row) => {
      const { names, head } = table ?? { names: 0, head: [] }
      const counted = row
        .slice(names)
        .map((cell, i) => [title, row.slice(0, names).join(' · '), head[names + i] ?? '', cell] as const)
      return counted.filter(([, , , cell]) => cell !== null)
    }),
  ])
  const note = above.map((text) => [heading, text, '', null] as const)
  return (
    BOM +
    [[t.section, t.item, t.measure, t.number] as const, ...note, ...lines]
      .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
      .join('')
  )
}

/** Two sections may bear one title, two sheets may not. */
function sheetsOf({ title, lines, sections, at }: ReportDocument, lang: Lang): Promise<Uint8Array> {
  const words = sections.flatMap((section) => section.text)
  const first = { name: reportMessages(lang).title, head: [title], rows: [...lines, ...words].map((text) => [text]) }
  const tables = sections.flatMap((section) =>
    section.table ? [{ name: section.title, head: section.table.head, rows: section.table.rows }] : [],
  )
  return bookBytes([first, ...tables], at)
}

/** The public kinds leave out of JSON what they leave out of words. */
const json = (report: Report, document: ReportDocument, kind: Kind): string => {
  const { title, lines, sections } = document
  const whole =
    kind === 'report'
      ? report
      : { format: `soi-${kind}/1`, title, lines, sections: sections.map(({ chart: _, ...rest }) => rest) }
  return `${JSON.stringify(whole, null, 1)}\n`
}

export interface FileWish {
  readonly format: ReportFormat
  readonly kind: Kind
  readonly lang: Lang
  /** Asked for PDF alone. */
  readonly print: PrintPage
}

/** The bytes of a document in one format: the same for the same report, kind and language. */
export async function reportBytes(report: Report, { format, kind, lang, print }: FileWish): Promise<Uint8Array> {
  const document = documentOf(report, kind, lang)
  if (format === 'xlsx') return sheetsOf(document, lang)
  if (format === 'docx') return (await import('./word.ts')).wordBytes(document, lang)
  if (format === 'pdf') return print(htmlDocument(document, lang), () => null, document.at)
  const text = {
    html: () => htmlDocument(document, lang),
    csv: () => csv(document, lang),
    json: () => json(report, document, kind),
  }[format]()
  return new TextEncoder().encode(text)
}
