import { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { delimiterOf } from '../../csv.ts'
import { BadInput } from '../../errors.ts'
import { type Examined, examine, textOf } from '../../registry/file.ts'
import { headOf } from '../kinds.ts'
import type { Piece, Source } from '../types.ts'
import type { Mapping } from './mapping.ts'
import { indexColumns, pieceOfRow } from './row.ts'

/** A record this long is a quote left open. */
const MOST_RECORD = 4 * 2 ** 20

export interface CsvRecord {
  /** From 1, blank ones not counted. */
  readonly number: number
  readonly cells: readonly string[]
}

/** The records of a CSV file in whatever it is written (UTF-8, UTF-16, windows-1258); one in memory at a time. */
export async function* csvRecords(
  source: Source,
  { delimiter, header_row }: Pick<Mapping, 'delimiter' | 'header_row'>,
  known: Examined | null = null,
): AsyncGenerator<CsvRecord | { readonly broken: string }> {
  const examined = known ?? (await examine(source.path))
  const text = Readable.from(textOf(source.path, examined, source.onBytes))
  const broken: string[] = []
  const parser = text.pipe(
    parse({
      delimiter: delimiter ?? delimiterOf(await headerLine(source.path, examined.encoding, header_row)),
      ...{ bom: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
      ...{ skip_records_with_error: true, max_record_size: MOST_RECORD },
      on_skip: (error) => {
        if (error) broken.push(skipped(error))
      },
    }),
  )
  text.on('error', (error) => parser.destroy(error))
  let number = 0
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      for (const problem of broken.splice(0)) yield { broken: problem }
      number++
      yield { number, cells: record.map((cell) => cell.normalize('NFC').trim()) }
    }
  } catch (cause) {
    throw new BadInput(`${source.name} cannot be read after row ${number}: ${(cause as Error).message}`, { cause })
  } finally {
    text.destroy()
  }
  for (const problem of broken.splice(0)) yield { broken: problem }
}

/** A record that the reader cannot get past ends the import: going on would lose rows unseen. */
function skipped({ code, message }: { readonly code?: string; readonly message: string }): string {
  if (code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED')
    throw new BadInput('a row does not end: is a quote (") left open, or is the row longer than 4 MB?')
  return message
}

/** The line with the names of the columns, by which the delimiter is told; blank lines are not counted. */
async function headerLine(path: string, encoding: string, row: number): Promise<string> {
  const lines = new TextDecoder(encoding).decode(await headOf(path)).split(/\r\n|\n|\r/)
  return lines.filter((line) => line.trim() !== '')[row - 1] ?? ''
}

/** Listings out of the rows of a CSV file. */
export async function* csvPieces(source: Source, mapping: Mapping): AsyncGenerator<Piece> {
  let columns: ReadonlyMap<string, number> | null = null
  let headers: readonly string[] = []
  for await (const record of csvRecords(source, mapping)) {
    if ('broken' in record) yield { trouble: { place: 'csv', problem: record.broken } }
    else if (record.number < mapping.header_row) yield { passed: 'before the header' }
    else if (columns === null) {
      headers = record.cells
      columns = indexColumns(headers, mapping, source.name)
    } else yield csvPiece(record, headers, columns, mapping)
  }
  if (columns === null)
    throw new BadInput(`${source.name} has no row ${mapping.header_row} with the names of the columns`)
}

function csvPiece(
  { number, cells }: CsvRecord,
  headers: readonly string[],
  columns: ReadonlyMap<string, number>,
  mapping: Mapping,
): Piece {
  const place = `csv:row ${number}`
  const more = cells.slice(headers.length).some((cell) => cell !== '')
  if (more) return { trouble: { place, problem: `has ${cells.length} cells, the header ${headers.length}` } }
  const cell = (column: string) => cells[columns.get(column) ?? -1] || null
  const named = headers.flatMap((header, i) =>
    cells[i] ? [[header || `column ${i + 1}`, cells[i] ?? ''] as const] : [],
  )
  const source = (column: string) => `${place}, ${headers[columns.get(column) ?? -1]}`
  return pieceOfRow({ place, cell, source, cells: Object.fromEntries(named) }, mapping)
}
