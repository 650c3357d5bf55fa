import { parse } from 'csv-parse/sync'
import { delimiterOf, plainCell } from '../csv.ts'
import { BadInput } from '../errors.ts'
import { nameKey } from '../normalise/registry-keys.ts'
import type { WatchKind } from '../store/console/api.ts'

/** Why a row was refused; each with its own words for the reader. */
export type Refusal =
  | 'empty'
  | 'cells'
  | 'formula'
  | 'control'
  | 'long'
  | 'kind'
  | 'url'
  | 'private'
  | 'phone'
  | 'site'
  | 'no-search'
  | 'twice'

/** Rows of one list; longer ones belong into several. */
export const MOST_ROWS = 10_000
const LONGEST = 300
const CONTROL = /[\u0000-\u001f\u007f\ufffd]/

export type Column = WatchKind | 'kind' | 'value' | 'site' | 'note'
/** Headers as `nameKey` writes them. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  kind: ['kind', 'type', 'loai'],
  value: ['value', 'gia tri', 'noi dung', 'theo doi'],
  word: ['word', 'words', 'keyword', 'keywords', 'tu khoa', 'tu'],
  url: ['url', 'link', 'duong dan', 'lien ket', 'dia chi web', 'link shop', 'link gian hang', 'shop url'],
  phone: ['phone', 'telephone', 'dien thoai', 'so dien thoai', 'sdt', 'zalo'],
  account: ['account', 'tai khoan', 'nick', 'ten shop', 'shop', 'gian hang', 'nguoi ban', 'seller'],
  site: ['site', 'san', 'trang', 'platform'],
  note: ['note', 'ghi chu', 'remark'],
}
/** What people write in the column of kinds. */
export const KINDS: Readonly<Record<WatchKind, readonly string[]>> = {
  ...HEADERS,
  url: [...HEADERS.url, 'dia chi'],
}

export const columnOf = (header: string): Column | null =>
  (Object.keys(HEADERS) as Column[]).find((column) => HEADERS[column].includes(nameKey(header))) ?? null

/** The rows of a CSV text, one more than a list may have at most. BadInput where it is none. */
export function recordsOf(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const head = text.split(/\r\n|\n|\r/, 1)[0] ?? ''
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true }
    const rows = parse(text, { ...options, delimiter: delimiterOf(head), to: MOST_ROWS + 2 }) as unknown as readonly {
      readonly record: readonly string[]
      readonly info: { readonly lines: number }
    }[]
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record.map(plainCell) }))
  } catch (cause) {
    throw new BadInput(`the CSV cannot be read: ${(cause as Error).message}`, { cause })
  }
}

/** What is wrong with a row whatever it says. */
export const faultOf = (cells: readonly string[], width: number): readonly [Refusal, string] | null => {
  const more = cells.slice(width).find((each) => each !== '')
  if (more !== undefined) return ['cells', more]
  for (const text of cells) {
    if (CONTROL.test(text)) return ['control', text]
    if (text.length > LONGEST) return ['long', text]
    if (text.startsWith('=')) return ['formula', text]
  }
  return null
}
