import { Readable } from 'node:stream'
import { type Info, parse } from 'csv-parse'
import { plainCell } from '../csv.ts'
import type { RegistryKind } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { nameKey, numberKey, phoneKey, taxKey, urlKey } from '../normalise/registry-keys.ts'
import type { RegistryRow, Rejection } from '../store/registry/api.ts'
import { type Columns, columnsOf, neededBy } from './columns.ts'

/** A row of prose this long is a quote left open. */
const MOST_BYTES = 256 * 1024
const MOST_LINES = 20
const LONGEST_CELL = 4_000
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

export type Read = { readonly row: RegistryRow } | { readonly rejected: Rejection }

export interface RowsOptions {
  readonly kind: RegistryKind
  readonly delimiter: string
  readonly columns: ReadonlyMap<string, string>
  /** Told once the header line is read. */
  readonly onColumns: (columns: Columns) => void
}

/**
 * The rows of a CSV text, and those refused with their line and reason. BadInput: no known columns, a record that never
 * ends, a quote still open at the end of the file. Streams: one record in memory at a time.
 */
export async function* registryRows(text: AsyncIterable<string>, options: RowsOptions): AsyncGenerator<Read> {
  const broken: Rejection[] = []
  const source = Readable.from(text)
  const parser = source.pipe(parserOf(options.delimiter, broken))
  // `pipe` hands on data, not errors.
  source.on('error', (error) => parser.destroy(error))
  let columns: Columns | null = null
  let width = 0
  let last = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      for (const rejected of broken.splice(0)) yield { rejected }
      const line = last + 1
      last = info.lines
      if (!columns) {
        columns = columnsOf(record, options.kind, options.columns)
        width = record.length
        options.onColumns(columns)
      } else yield rowOf(record, { line, lines: info.lines - line + 1, width, columns, kind: options.kind })
    }
  } finally {
    source.destroy()
  }
  for (const rejected of broken.splice(0)) yield { rejected }
  if (!columns) throw new BadInput('the file is empty: the first line must name the columns')
}

const parserOf = (delimiter: string, broken: Rejection[]) =>
  parse({
    delimiter,
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    // A stray quote is then a character like others. Otherwise the reader stays inside it and loses the rows after it.
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: MOST_BYTES,
    on_skip: (error) => {
      if (error) broken.push(refusal(error))
    },
  })

/** A record that the reader cannot get past ends the import: going on would lose rows unseen. */
function refusal(error: { code?: string; message: string; lines?: number }): Rejection {
  const line = error.lines ?? 0
  if (error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED')
    throw new BadInput(
      `the row that ends near line ${line} does not end: is a quote (") left open, or is the line longer than 256 KiB?`,
    )
  return { line, reason: `broken quotes (${error.code ?? error.message})` }
}

interface Place {
  readonly line: number
  readonly lines: number
  readonly width: number
  readonly columns: Columns
  readonly kind: RegistryKind
}

function rowOf(cells: readonly string[], { line, lines, width, columns, kind }: Place): Read {
  const refuse = (reason: string): Read => ({ rejected: { line, reason } })
  if (lines > MOST_LINES) return refuse(`spans ${lines} lines: is a quote left open?`)
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ''))
    return refuse(`has ${cells.length} cells, the header ${width}${lines > 1 ? `; spans ${lines} lines` : ''}`)
  const record: Record<string, string> = {}
  for (const [column, at] of columns) {
    const cell = plainCell(cells[at] ?? '')
    if (CONTROL.test(cell)) return refuse(`${column} holds control characters`)
    if (cell.length > LONGEST_CELL) return refuse(`${column} is longer than ${LONGEST_CELL} characters`)
    if (/^[=@]/.test(cell)) return refuse(`${column} is a formula`)
    if (cell.includes('\ufffd')) return refuse(`${column} holds characters that could not be read`)
    if (cell !== '') record[column] = cell
  }
  const keys = keysOf(record, kind)
  const needed = neededBy(kind)
  if (!needed.some((column) => keys[column === 'phone' ? 'number' : (column as keyof typeof keys)] !== ''))
    return refuse(`has no ${needed.join(' and no ')}`)
  return { row: { line, ...keys, record } }
}

/** People have no registration number: the number they are found by is their telephone's. */
const keysOf = (record: Readonly<Record<string, string>>, kind: RegistryKind) => {
  const { number = '', name = '', tax = '', url = '', seller = '', phone = '' } = record
  return {
    number: kind === 'offenders' ? phoneKey(phone) : numberKey(number),
    name: nameKey(name || seller),
    tax: taxKey(tax),
    url: urlKey(url),
  }
}
