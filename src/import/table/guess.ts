import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { stringify } from 'yaml'
import { BadInput } from '../../errors.ts'
import { nameKey } from '../../normalise/registry-keys.ts'
import { decodeBytes } from '../../page/decode.ts'
import { examine } from '../../registry/file.ts'
import { headOf } from '../kinds.ts'
import { type Kind, MOST_WHOLE, type Source } from '../types.ts'
import { csvRecords } from './csv.ts'
import { FIELD_NAMES, FIELDS, type Field } from './fields.ts'
import { sheetRows } from './xlsx.ts'

/** Rows above the names of the columns: titles, dates, who made the report. */
const LOOKED_AT = 20

interface Headed {
  readonly headers: readonly string[]
  readonly row: number
  readonly sheet: string | null
}

const KNOWN = new Set(FIELD_NAMES.flatMap((field) => [field.replaceAll('_', ' '), ...FIELDS[field]]))
const knownAmong = (cells: readonly string[]): number => cells.filter((cell) => KNOWN.has(nameKey(cell))).length

/** Which of the first rows names the columns: the one with most names that are known. */
function headerAmong(
  rows: readonly { readonly number: number; readonly cells: readonly string[]; readonly sheet: string | null }[],
): Headed {
  const best = rows.reduce(
    (top, row) => (knownAmong(row.cells) > knownAmong(top.cells) ? row : top),
    rows[0] ?? { number: 1, cells: [], sheet: null },
  )
  return { headers: best.cells, row: best.number, sheet: best.sheet }
}

/** The delimiter is told by the header, and the header by its cells: each of the first lines is tried. */
async function csvHeaders(source: Source): Promise<Headed> {
  const examined = await examine(source.path)
  let best: Headed = { headers: [], row: 1, sheet: null }
  for (let header_row = 1; header_row <= LOOKED_AT; header_row++) {
    let found: readonly string[] = []
    for await (const row of csvRecords(source, { header_row }, examined))
      if (!('broken' in row) && row.number === header_row) {
        found = row.cells
        break
      }
    if (knownAmong(found) > knownAmong(best.headers) || header_row === 1)
      best = { headers: found, row: header_row, sheet: null }
    if (found.length === 0) break
  }
  return best
}

async function headersOf(kind: Kind, source: Source): Promise<Headed> {
  const rows: { number: number; cells: readonly string[]; sheet: string | null }[] = []
  if (kind === 'csv') return csvHeaders(source)
  if (kind === 'xlsx')
    for await (const row of sheetRows(source, null)) {
      rows.push(row)
      if (rows.length >= LOOKED_AT) break
    }
  else if (kind === 'json' || kind === 'jsonl') return { headers: await keysOf(kind, source), row: 1, sheet: null }
  else throw new BadInput(`${source.name} is no table: a mapping is made from CSV, XLSX, JSON or JSON lines`)
  return headerAmong(rows)
}

/** Names of the first record, those of its inner objects with dots. */
async function keysOf(kind: 'json' | 'jsonl', source: Source): Promise<readonly string[]> {
  if (source.size > MOST_WHOLE && kind === 'json') throw new BadInput(`${source.name} is larger than 256 MB`)
  const bytes = kind === 'jsonl' ? await headOf(source.path) : await readFile(source.path)
  const text = decodeBytes(bytes, 'application/json')
  try {
    const data: unknown = JSON.parse(kind === 'jsonl' ? (text.split('\n', 1)[0] ?? '') : text)
    const first: unknown = Array.isArray(data) ? data[0] : data
    return Object.entries((first as Record<string, unknown>) ?? {}).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((inner) => `${key}.${inner}`)
        : [key],
    )
  } catch (cause) {
    throw new BadInput(`${source.name} is damaged: ${(cause as Error).message}`, { cause })
  }
}

/** field → column, each column once; an exact name before a part of one. */
export function guessColumns(headers: readonly string[]): Partial<Record<Field, string>> {
  const keys = headers.map((header) => nameKey(header.replace(/[._]/g, ' ')))
  const taken = new Set<number>()
  const columns: Partial<Record<Field, string>> = {}
  for (const field of FIELD_NAMES) {
    const names = [field.replaceAll('_', ' '), ...FIELDS[field]]
    const at = names.map((name) => keys.indexOf(name)).find((place) => place >= 0 && !taken.has(place))
    const header = at === undefined ? undefined : headers[at]
    if (at === undefined || header === undefined) continue
    taken.add(at)
    columns[field] = header
  }
  return columns
}

const HEAD = `# Which column of the file is which field of a listing. Check every line, then:
#   soi import --map <this file> <data file>
# Cột nào của tệp là trường nào của tin rao. Hãy kiểm tra từng dòng trước khi dùng.
`

/** A mapping to start from, guessed from the names of the columns; what is not guessed is left to the officer, as comments. */
export async function guessMapping(kind: Kind, source: Source, today: string): Promise<string> {
  const { headers, row, sheet } = await headersOf(kind, source)
  const columns = guessColumns(headers)
  const used = new Set(Object.values(columns))
  const rest = headers.filter((header) => header !== '' && !used.has(header))
  const { url, ...others } = columns
  const mapping = {
    site: 'ten-san',
    source: `(who handed over ${basename(source.name)})`,
    date: today,
    ...(sheet === null ? {} : { sheet }),
    ...(row === 1 ? {} : { header_row: row }),
    currency: 'VND',
    ...(url ? {} : { url_template: 'https://example.vn/{…}' }),
    columns: { ...(url ? { url } : {}), ...others },
  }
  const unused = rest.map((header) => `# not used / chưa dùng: ${header.replace(/\s+/g, ' ').slice(0, 200)}\n`)
  return `${HEAD}${stringify(mapping, { lineWidth: 0 })}${unused.join('')}`
}
