import exceljs from 'exceljs'
import type { Instant } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { PackItem } from '../store/item.ts'
import { type Cell, COLUMN_NAMES, type Column, rowOf } from './columns.ts'
import { withOneTime } from './zip-times.ts'

/** Excel's own limit of a cell's text; the whole text stands in listings.json. */
const MOST_CHARACTERS = 32_767
/** A workbook is made in memory, some 20 KiB a row at worst; larger tables are for CSV. */
const MOST_ROWS = 50_000

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  title: 48,
  description: 60,
  url: 40,
  signs: 60,
  contacts: 32,
}
const WIDTH = 16

export type Headings = Readonly<Record<Column, string>>

const cut = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > MOST_CHARACTERS
    ? `${cell.slice(0, MOST_CHARACTERS - 1).replace(/\p{Surrogate}/gu, '')}…`
    : cell

/**
 * listings.xlsx: one sheet, text cells (format @, so that editing one makes no formula of it), headings in words. The same
 * rows and time give the same bytes. BadInput for more than 50,000 rows.
 */
export async function xlsxBytes(
  items: AsyncIterable<PackItem>,
  headings: Headings,
  sheetName: string,
  createdAt: Instant,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const at = new Date(createdAt)
  Object.assign(book, { created: at, modified: at, creator: 'Soi', lastModifiedBy: 'Soi' })
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  sheet.columns = COLUMN_NAMES.map((name) => ({ header: headings[name], width: WIDTHS[name] ?? WIDTH }))
  sheet.getRow(1).font = { bold: true }
  for await (const item of items) {
    if (sheet.rowCount > MOST_ROWS)
      throw new BadInput(
        `more than ${MOST_ROWS} rows do not fit a workbook well; choose --format csv, or narrow the filter`,
      )
    const row = sheet.addRow(rowOf(item).map(cut))
    row.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@'
    })
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: COLUMN_NAMES.length } }
  return withOneTime(new Uint8Array(await book.xlsx.writeBuffer()))
}
