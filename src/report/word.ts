import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Cell } from '../export/columns.ts'
import { withOneTime } from '../export/zip-times.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { countText } from './page.ts'
import type { ReportDocument, Table as Rows, Section } from './section.ts'
import { chartPicture } from './word-chart.ts'
import { clean } from './word-text.ts'

/** Has every Vietnamese letter, and is there wherever Word is; others replace it by one that has them too. */
const FONT = 'Times New Roman'
/** Half points. */
const SIZE = 24
const SMALL = 18
const SMALLER = 15
const WIDE = 8
/** Twentieths of a point: A4, and the room between margins of 2 cm. */
const PAGE = { width: 11_906, height: 16_838 }
const MARGIN = 1134
const TEXT_WIDTH = PAGE.width - 2 * MARGIN
const LOCALES: Readonly<Record<Lang, string>> = { vi: 'vi-VN', en: 'en-GB' }

interface CellLook {
  readonly number: boolean
  readonly bold: boolean
  readonly size: number
  readonly width: number
}

function cellOf(cell: Cell, { number, bold, size, width }: CellLook, lang: Lang): TableCell {
  const run = new TextRun({ text: clean(countText(cell, lang)), bold, size })
  const alignment = number ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    ...{ width: { size: width, type: WidthType.DXA }, margins: { left: 70, right: 70, top: 30, bottom: 30 } },
    ...(bold ? { shading: { type: ShadingType.CLEAR, fill: 'F2F5F6' } } : {}),
    children: [new Paragraph({ alignment, children: [run] })],
  })
}

/** What a row is about gets as much room as three counts, so that words do not break. */
function widthsOf({ names, head }: Rows): readonly number[] {
  const unit = Math.floor(TEXT_WIDTH / (head.length + 2))
  return head.map((_, i) => (i < names ? Math.floor((unit * (names + 2)) / names) : unit))
}

/** Its first row is a header row: it comes again on every page, and screen readers read it with each cell. */
function tableOf(of: Rows, lang: Lang): Table {
  const { names, head, rows } = of
  const size = head.length >= WIDE ? SMALLER : SMALL
  const widths = widthsOf(of)
  const row = (cells: readonly Cell[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map((cell, i) =>
        cellOf(cell, { number: i >= names, bold: header, size, width: widths[i] ?? 0 }, lang),
      ),
    })
  return new Table({
    ...{ columnWidths: widths, layout: TableLayoutType.FIXED },
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

const plain = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun(clean(text))], spacing: { after: 120 } })
const fine = (text: string): Paragraph =>
  new Paragraph({ children: [new TextRun({ text: clean(text), size: SMALL, italics: true })], spacing: { before: 80 } })

async function sectionOf(
  { title, text, chart, table, note }: Section,
  number: number,
  lang: Lang,
): Promise<readonly (Paragraph | Table)[]> {
  const body = table ? [table.rows.length ? tableOf(table, lang) : fine(reportMessages(lang).none)] : []
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(clean(title))] }),
    ...text.map(plain),
    ...(chart ? [await chartPicture(chart, number, lang)] : []),
    ...body,
    ...(note === null ? [] : [fine(note)]),
  ]
}

const core = (title: string, at: string, lang: Lang): string => {
  const escaped = clean(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at.slice(0, 19)}Z</dcterms:${name}>`
  return `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped}</dc:title><dc:creator>Soi</dc:creator><dc:language>${LOCALES[lang]}</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
}

/**
 * The document for Word: real headings, tables with header rows, charts as pictures that say their numbers. The same document is
 * the same bytes on one machine (the letters in its pictures are those of the fonts there): the library's clock is written over.
 */
export async function wordBytes(of: ReportDocument, lang: Lang): Promise<Uint8Array> {
  const { title, lines, sections, at } = of
  const page = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: SMALL })],
  })
  const parts = await Promise.all(sections.map((section, i) => sectionOf(section, i + 1, lang)))
  const heading = { font: FONT, bold: true, color: '17475C' }
  const file = new Document({
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE, language: { value: LOCALES[lang] } } },
        heading1: { run: { ...heading, size: 32 }, paragraph: { spacing: { after: 200 } } },
        heading2: {
          run: { ...heading, size: 26 },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: new Footer({ children: [page] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(clean(title))] }),
          ...lines.map(plain),
          ...parts.flat(),
        ],
      },
    ],
  })
  const bytes = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: core(title, at, lang) }])
  return withOneTime(new Uint8Array(bytes))
}
