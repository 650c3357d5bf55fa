import type { Readable } from 'node:stream'
import { BadInput } from '../../errors.ts'
import type { Piece, Source } from '../types.ts'
import { openZip, type SafeZip } from '../zip.ts'
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

/** What ExcelJS does with the parts of a workbook, once they are at hand. */
interface Parts {
  _parseRels(part: Readable): Promise<void>
  _parseWorkbook(part: Readable): Promise<void>
  _parseStyles(part: Readable): Promise<void>
  _parseSharedStrings(part: Readable): AsyncIterable<unknown>
  _parseWorksheet(part: Readable, number: string): Iterable<{ readonly value: Sheet }>
}
type Sheet = AsyncIterable<{ readonly number: number; readonly values: unknown }> & { readonly name?: unknown }

/**
 * The sheets of a workbook in stored order. Its parts are taken by the table of contents: ExcelJS itself reads a ZIP from front to
 * back, and now and then ends before the last part, which names the sheets (https://github.com/exceljs/exceljs/issues/3064).
 */
async function* sheetsIn(zip: SafeZip, source: Source): AsyncGenerator<Sheet> {
  const { default: excel } = await import('exceljs')
  const options = {
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    styles: 'cache',
    entries: 'ignore',
  }
  const parts = new excel.stream.xlsx.WorkbookReader(source.path, options as object) as unknown as Parts
  let done = 0
  const open = async (entry: SafeZip['entries'][number]): Promise<Readable> => {
    const part = (await zip.read(entry)) as Readable
    part.on('data', (piece: Uint8Array) => {
      done += (piece.length * entry.compressedSize) / Math.max(1, entry.uncompressedSize)
      source.onBytes(Math.min(source.size, Math.round(done)))
    })
    return part.pause()
  }
  const named = async (name: string): Promise<Readable | null> => {
    const entry = zip.entries.find(({ fileName }) => fileName === name)
    return entry === undefined ? null : open(entry)
  }
  const rels = await named('xl/_rels/workbook.xml.rels')
  const workbook = await named('xl/workbook.xml')
  if (rels === null || workbook === null) throw new BadInput(`${source.name} is damaged: it is no workbook`)
  await parts._parseRels(rels)
  await parts._parseWorkbook(workbook)
  const styles = await named('xl/styles.xml')
  if (styles !== null) await parts._parseStyles(styles)
  const texts = await named('xl/sharedStrings.xml')
  if (texts !== null) for await (const _ of parts._parseSharedStrings(texts));
  for (const entry of zip.entries) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(entry.fileName)?.[1]
    if (number !== undefined) for (const { value } of parts._parseWorksheet(await open(entry), number)) yield value
  }
}

/** The rows of one sheet, the first when none is named; one row in memory at a time. BadInput for a damaged file. */
export async function* sheetRows(source: Source, sheet: string | null): AsyncGenerator<SheetRow> {
  const zip = await openZip(source.path, source.name, MOST_UNPACKED)
  const names: string[] = []
  try {
    for await (const one of sheetsIn(zip, source)) {
      const name = String(one.name ?? `Sheet${names.length + 1}`)
      names.push(name)
      const wanted = sheet === null ? names.length === 1 : name === sheet
      for await (const row of one) {
        if (!wanted) continue
        const values = Array.isArray(row.values) ? row.values.slice(1) : []
        yield { sheet: name, number: row.number, cells: Array.from(values, cellText) }
      }
    }
  } catch (cause) {
    if (cause instanceof BadInput) throw cause
    throw new BadInput(`${source.name} is damaged: ${(cause as Error).message}`, { cause })
  } finally {
    zip.close()
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
