import exceljs from 'exceljs'
import type { Instant } from '../domain.ts'
import type { Cell } from './columns.ts'
import { withOneTime } from './zip-times.ts'

/** One sheet of a workbook. Text cells are written as text, never as formulas. */
export interface BookSheet {
  /** Cut to the 31 characters a sheet's name may have; signs it may not have become blanks. */
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

const MOST_NAME = 31
const WIDE = 40
const NARROW = 18

/** A workbook of several sheets. The same content and time give the same bytes. */
export async function bookBytes(sheets: readonly BookSheet[], createdAt: Instant): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const at = new Date(createdAt)
  Object.assign(book, { created: at, modified: at, creator: 'Soi', lastModifiedBy: 'Soi' })
  for (const { name, head, rows } of sheets) {
    const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, ' ').slice(0, MOST_NAME), {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    sheet.columns = head.map((header, i) => ({ header, width: i === 0 ? WIDE : NARROW }))
    sheet.getRow(1).font = { bold: true }
    for (const cells of rows)
      sheet.addRow([...cells]).eachCell((cell) => {
        if (typeof cell.value === 'string') cell.numFmt = '@'
      })
  }
  return withOneTime(new Uint8Array(await book.xlsx.writeBuffer()))
}
