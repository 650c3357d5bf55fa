import type { PackItem } from '../store/item.ts'
import { type Cell, COLUMN_NAMES, rowOf } from './columns.ts'

/** Without it Excel reads UTF-8 as the machine's old code page and breaks every Vietnamese letter. */
export const BOM = '\ufeff'

/** What a spreadsheet takes for the start of a formula, its full-width twins too, also behind blanks and line breaks. */
const FORMULA = /^[\s'"\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** RFC 4180: always quoted, quotes doubled. A leading ' makes a formula text; numbers are ours and stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** listings.csv, a row at a time: UTF-8 with a byte order mark, commas, CRLF. */
export async function* csvText(items: AsyncIterable<PackItem>): AsyncGenerator<string> {
  yield BOM + line(COLUMN_NAMES)
  for await (const item of items) yield line(rowOf(item))
}
