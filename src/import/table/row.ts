import type { Found, RawListing } from '../../domain.ts'
import { BadInput } from '../../errors.ts'
import { nameKey } from '../../normalise/registry-keys.ts'
import { EMPTY, found, tidy } from '../../sites/generic/found.ts'
import type { Piece } from '../types.ts'
import { FIELD_NAMES, type Field } from './fields.ts'
import { columnsAsked, type Mapping } from './mapping.ts'

/** One row before it is a listing. */
export interface Row {
  /** `csv:row 12`, `xlsx:Sheet1!12` … */
  readonly place: string
  /** The cell of a column as printed; null where it is empty. */
  readonly cell: (column: string) => string | null
  /** Provenance of that cell: `cell:Sheet1!B7`, `json:$[3].name`. */
  readonly source: (column: string) => string
  /** The whole row, column → cell. */
  readonly cells: Readonly<Record<string, string>>
}

const MONEY: readonly Field[] = ['price', 'list_price', 'price_max']

/** `1.234,5` or `1,234.5` as a number without marks; what is no such number stays as printed. */
export function plainNumber(text: string, style: 'vi' | 'en'): string {
  const [group, point] = style === 'vi' ? ['.', ','] : [',', '.']
  const compact = text.replace(/[\s\u00a0]/g, '')
  const [whole = '', fraction, ...rest] = compact.split(point)
  const groups = whole.split(group)
  const sound = groups.every((part, i) => /^\d+$/.test(part) && (i === 0 || part.length === 3))
  if (!sound || rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return text
  return fraction === undefined || /^0+$/.test(fraction) ? groups.join('') : `${groups.join('')}.${fraction}`
}

/** The header columns by name, as the file and the mapping spell them. BadInput where one that is asked for is not there. */
export function indexColumns(headers: readonly string[], mapping: Mapping, file: string): ReadonlyMap<string, number> {
  const keys = headers.map((header) => nameKey(header))
  const found = new Map<string, number>()
  for (const asked of columnsAsked(mapping)) {
    const exact = headers.findIndex((header) => tidy(header) === tidy(asked))
    const at = exact >= 0 ? exact : keys.indexOf(nameKey(asked))
    if (at < 0)
      throw new BadInput(
        `${file} has no column “${asked}”; it has: ${headers.filter(Boolean).join(' · ').slice(0, 1_000)}`,
      )
    found.set(asked, at)
  }
  return found
}

/** A listing out of a row; a trouble where it lacks a title or an address. */
export function pieceOfRow(row: Row, mapping: Mapping): Piece {
  const value = (field: Field): Found | null => {
    const constant = mapping.constants[field]
    if (constant !== undefined) return found(constant, `mapping:constants.${field}`)
    const column = mapping.columns[field]
    const text = column === undefined ? null : row.cell(column)
    if (column === undefined || text === null) return null
    const printed = MONEY.includes(field) && mapping.numbers ? plainNumber(text, mapping.numbers) : text
    return found(printed, row.source(column))
  }
  const url = addressOf(row, mapping)
  if (typeof url !== 'string') return { trouble: { place: row.place, problem: url.problem } }
  if (value('title') === null) return { trouble: { place: row.place, problem: 'has no title' } }
  return { row: listingOf(value, url, row, mapping), url, place: row.place, cells: row.cells }
}

function addressOf(row: Row, { columns, url_template: template }: Mapping): string | { readonly problem: string } {
  const missing: string[] = []
  const text = template
    ? template.replace(/\{([^{}]{1,200})\}/g, (_, column: string) => {
        const cell = row.cell(column)
        if (cell === null) missing.push(column)
        return encodeURIComponent(cell ?? '')
      })
    : (columns.url && row.cell(columns.url)) || ''
  if (missing.length > 0) return { problem: `has no address: ${missing.join(', ')} is empty` }
  if (text === '') return { problem: 'has no address' }
  const full = /^https?:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(full) || !new URL(full).hostname.includes('.'))
    return { problem: `its address is none: ${text.slice(0, 100)}` }
  return new URL(full).href
}

function listingOf(value: (field: Field) => Found | null, url: string, row: Row, mapping: Mapping): RawListing {
  const attributes = Object.entries(mapping.attributes).flatMap(([name, column]) => {
    const text = found(row.cell(column), row.source(column))
    return text === null ? [] : [[name, text] as const]
  })
  const [name, location, phoneText] = [value('seller_name'), value('seller_location'), value('seller_phone')]
  const sellerUrl = value('seller_url')
  const seller =
    name || sellerUrl || location || phoneText ? { name, url: sellerUrl, location, phoneText, badges: [] } : null
  const known = Object.fromEntries(
    FIELD_NAMES.filter((field) => !field.startsWith('seller_')).map((field) => [camel(field), value(field)]),
  ) as Partial<RawListing>
  return {
    ...EMPTY,
    ...known,
    url: value('url') ?? { text: url, source: 'mapping:url_template' },
    currency: value('currency') ?? { text: mapping.currency, source: 'mapping:currency' },
    images: imagesOf(value('images')),
    attributes: Object.fromEntries(attributes),
    seller,
  }
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Several addresses stand in one cell with white space, commas, semicolons or bars between. */
const imagesOf = (cell: Found | null): readonly Found[] =>
  (cell?.text.split(/[\s|;]+|,(?=https?:)/) ?? [])
    .filter((text) => /^https?:\/\//i.test(text))
    .slice(0, 100)
    .map((text) => ({ text, source: cell?.source ?? '' }))
