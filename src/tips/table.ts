import { parse } from 'csv-parse/sync'
import { delimiterOf, plainCell } from '../csv.ts'
import { BadInput } from '../errors.ts'
import { nameKey } from '../normalise/registry-keys.ts'
import type { TipKind } from '../store/console/tip-api.ts'
import type { TipInput } from './words.ts'

type Field = Exclude<keyof TipInput, 'channel'>

/** Fields of a tip → headers they go by, as `nameKey` writes them. */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  kind: ['kind', 'loai', 'loai phan anh', 'loai tin'],
  received_at: ['received at', 'received', 'ngay nhan', 'thoi gian nhan', 'ngay', 'date'],
  text: ['text', 'noi dung', 'noi dung phan anh', 'content', 'description', 'mo ta'],
  url: ['url', 'link', 'lien ket', 'duong dan', 'dia chi'],
  seller: ['seller', 'nguoi ban', 'ten nguoi ban', 'shop', 'ten shop', 'gian hang'],
  phone: ['phone', 'so dien thoai', 'dien thoai', 'sdt', 'seller phone', 'sdt nguoi ban'],
  about: ['about', 'can bo', 'can bo bi phan anh', 'officer'],
  name: ['name', 'nguoi phan anh', 'ho ten', 'nguoi bao tin', 'tipster'],
  contact: ['contact', 'lien he', 'lien he nguoi phan anh', 'tipster contact', 'email'],
}

/** How a kind is written → the kind. */
const KINDS: Readonly<Record<string, TipKind>> = {
  '': 'seller',
  seller: 'seller',
  'nguoi ban': 'seller',
  'official conduct': 'official-conduct',
  'can bo': 'official-conduct',
}

const fieldOf = (header: string): Field => {
  const key = nameKey(header)
  const found = (Object.keys(HEADERS) as Field[]).find((field) => HEADERS[field].includes(key))
  if (found) return found
  throw new BadInput(
    `column “${header.slice(0, 60)}” is none of ${Object.keys(HEADERS).join(', ')}; name it so or take it out`,
  )
}

/** `25/11/2026`, `25/11/2026 14:30` in Viet Nam's time, or ISO 8601; as it is where it is neither. */
function instantOf(text: string): string {
  const [, day, month, year, hour = '00', minute = '00'] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2}):(\d{2}))?$/.exec(text) ?? []
  const iso = year
    ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:00+07:00`
    : /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? `${text}T00:00:00+07:00`
      : text
  return Number.isNaN(Date.parse(iso)) ? text : new Date(iso).toISOString()
}

const shaped = (row: Partial<Record<Field, string>>): Omit<TipInput, 'channel'> => {
  const { kind, received_at, ...words } = row
  const known = KINDS[nameKey(kind ?? '')]
  if (known === undefined)
    throw new BadInput(`kind: “${(kind ?? '').slice(0, 40)}” is neither seller nor official-conduct`)
  return { ...words, kind: known, ...(received_at ? { received_at: instantOf(received_at) } : {}) }
}

/** Tips of a CSV file: one row each, the names of the columns in the first. BadInput. */
export function tipsOfCsv(text: string): readonly Omit<TipInput, 'channel'>[] {
  const head = text.split('\n', 1)[0] ?? ''
  let rows: string[][]
  try {
    rows = parse(text, { bom: true, delimiter: delimiterOf(head), skip_empty_lines: true })
  } catch (cause) {
    throw new BadInput(`the CSV cannot be read: ${(cause as Error).message}`, { cause })
  }
  const fields = (rows[0] ?? []).map(fieldOf)
  return rows.slice(1).map((cells, i) => {
    try {
      return shaped(Object.fromEntries(fields.map((field, at) => [field, plainCell(cells[at] ?? '')])))
    } catch (error) {
      if (error instanceof BadInput) throw new BadInput(`row ${i + 2}: ${error.message}`)
      throw error
    }
  })
}

/** Tips of a JSON file: an array of objects, one object, or one object a line. BadInput. */
export function tipsOfJson(text: string): readonly Omit<TipInput, 'channel'>[] {
  const lines = text.trim().split('\n')
  const whole = (): unknown => JSON.parse(text)
  const each = (): unknown => lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line))
  let value: unknown
  try {
    value = text.trim().startsWith('[') || lines.length === 1 || lines[0]?.trim() === '{' ? whole() : each()
  } catch (cause) {
    throw new BadInput(`the JSON cannot be read: ${(cause as Error).message}`, { cause })
  }
  return (Array.isArray(value) ? value : [value]).map((one: unknown, i) => {
    if (typeof one === 'object' && one !== null && !('channel' in one)) return one as Omit<TipInput, 'channel'>
    throw new BadInput(`entry ${i + 1} is no object with text, url, seller …`)
  })
}
