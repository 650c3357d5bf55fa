import { createReadStream } from 'node:fs'
import { BadInput } from '../../errors.ts'
import type { Piece, Source } from '../types.ts'
import { openZip } from '../zip.ts'
import type { Mapping } from './mapping.ts'
import { indexColumns, pieceOfRow } from './row.ts'

/** A workbook's texts are in memory while it is read. */
const MOST_UNPACKED = 2 * 2 ** 30

export interface SheetRow {
  readonly sheet: string
  readonly number: number
  /** By column, from 0; '' where there is nothing. */
  readonly cells: readonly string[]
}

/** What a cell shows: formulas as their last value, dates as YYYY-MM-DD, links and rich text as their text. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  if (typeof value !== 'object') return String(value).normalize('NFC').trim()
  if ('result' in value) return cellText(value.result)
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText
      .map((part: { text?: unknown }) => String(part.text ?? ''))
      .join('')
      .normalize('NFC')
      .trim()
  if ('text' in value) return cellText(value.text)
  return '' // an error value, or a formula that was never computed
}

/**
 * On a busy machine the reader of workbooks has been seen to miss the last entry of a whole file, which holds the names of the
 * sheets. It fails then before it gives a row, and reads the same file the next time; a damaged one it reads so often in vain.
 */
const MOST_TRIES = 3

/** The rows of one sheet, the first when none is named; one row in memory at a time. BadInput for a damaged file. */
export async function* sheetRows(source: Source, sheet: string | null): AsyncGenerator<SheetRow> {
  // The table of contents first: the reader itself would unpack a bomb.
  const zip = await openZip(source.path, source.name, MOST_UNPACKED)
  zip.close()
  for (let tries = 1, given = 0; ; tries++) {
    try {
      for await (const row of rowsRead(source, sheet)) {
        given++
        yield row
      }
      return
    } catch (cause) {
      if (cause instanceof BadInput) throw cause
      if (given > 0 || tries === MOST_TRIES)
        throw new BadInput(`${source.name} is damaged: ${(cause as Error).message}`, { cause })
    }
  }
}

async function* rowsRead(source: Source, sheet: string | null): AsyncGenerator<SheetRow> {
  const { default: excel } = await import('exceljs')
  const stream = createReadStream(source.path)
  stream.on('data', () => source.onBytes(stream.bytesRead))
  stream.pause()
  const options = {
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    styles: 'cache',
    entries: 'ignore',
  } as const
  const names: string[] = []
  try {
    for await (const reader of new excel.stream.xlsx.WorkbookReader(stream, options)) {
      const name = String((reader as unknown as { name?: unknown }).name ?? `Sheet${names.length + 1}`)
      names.push(name)
      const wanted = sheet === null ? names.length === 1 : name === sheet
      for await (const row of reader) {
        if (!wanted) continue
        const values = Array.isArray(row.values) ? row.values.slice(1) : []
        yield { sheet: name, number: row.number, cells: Array.from(values, cellText) }
      }
    }
  } finally {
    stream.destroy()
  }
  if (sheet !== null && !names.includes(sheet))
    throw new BadInput(`${source.name} has no sheet “${sheet}”; it has: ${names.join(' · ')}`)
}

/** A1, B1 … from a column's place, from 0. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** Listings out of the rows of a workbook. */
export async function* xlsxPieces(source: Source, mapping: Mapping): AsyncGenerator<Piece> {
  let columns: ReadonlyMap<string, number> | null = null
  let headers: readonly string[] = []
  for await (const row of sheetRows(source, mapping.sheet ?? null)) {
    if (row.number < mapping.header_row) yield { passed: 'before the header' }
    else if (columns === null) {
      headers = row.cells
      columns = indexColumns(headers, mapping, source.name)
    } else if (row.cells.some((cell) => cell !== '')) yield xlsxPiece(row, headers, columns, mapping)
  }
  if (columns === null)
    throw new BadInput(`${source.name} has no row ${mapping.header_row} with the names of the columns`)
}

function xlsxPiece(
  { sheet, number, cells }: SheetRow,
  headers: readonly string[],
  columns: ReadonlyMap<string, number>,
  mapping: Mapping,
): Piece {
  const index = (column: string) => columns.get(column) ?? -1
  const cell = (column: string) => cells[index(column)] || null
  const named = cells.flatMap((text, i) => (text ? [[headers[i] || `column ${columnLetters(i)}`, text] as const] : []))
  const source = (column: string) => `cell:${sheet}!${columnLetters(index(column))}${number}`
  return pieceOfRow({ place: `xlsx:${sheet}!${number}`, cell, source, cells: Object.fromEntries(named) }, mapping)
}
