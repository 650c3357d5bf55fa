import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { childrenOf, describe } from './elements.ts'
import { found } from './found.ts'
import type { Spot, Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { ROW_LABELS } from './words.ts'

/** One printed fact: a label and its value. */
export interface Row {
  readonly label: string
  readonly value: Found
  readonly element: Element
}

const MAX_ROWS = 300
const MAX_LABEL = 50
const MAX_VALUE = 500

/** Facts printed as rows: definition lists, two-cell table rows, `Label: value` lines, label and value in brother elements. */
export const rowsOf = (survey: Survey): readonly Row[] => {
  const rows: Row[] = []
  for (const spot of survey.spots) {
    if (rows.length >= MAX_ROWS) break
    if (spot.region !== 'main') continue
    const row = rowAt(spot)
    if (row !== null) rows.push(row)
  }
  return rows
}

const rowAt = ({ element }: Spot): Row | null => {
  const children = childrenOf(element)
  if (element.name === 'dt') return pair(element, nextOf(element, 'dd'))
  if (element.name === 'tr') return children.length === 2 ? pair(children[0], children[1]) : null
  if (/^h[3-6]$/.test(element.name)) return namesCode(element) ? pair(element, followingOf(element)) : null
  if (!['li', 'p', 'div', 'span', 'td', 'dd'].includes(element.name)) return null
  if (children.length === 2 && !hasOwnText(element) && isLabel(children[0])) return pair(children[0], children[1])
  return children.length <= 3 ? line(element) : null
}

const hasOwnText = (element: Element): boolean =>
  element.children.some((child) => child.type === 'text' && child.data.trim() !== '')

const nextOf = (element: Element, name: string): Element | undefined => {
  const next = followingOf(element)
  return next?.name === name ? next : undefined
}

export const followingOf = (element: Element): Element | undefined => {
  for (let next = element.next; next !== null; next = next.next) if ('attribs' in next) return next
  return undefined
}

/** A short text that ends in a colon, or is a label we know. */
const isLabel = (element: Element | undefined): boolean => {
  if (element === undefined) return false
  const text = shortText(element, MAX_LABEL) ?? ''
  return text.length > 1 && (/[:：]$/.test(text) || known(text.replace(/\s*[:：]$/, '')))
}

/** A heading is a label where a code stands under it; under other headings stand filters, lists, whole sections. */
const namesCode = (heading: Element): boolean =>
  ROW_LABELS.sku.test((shortText(heading, MAX_LABEL) ?? '').replace(/\s*[:：]$/, ''))

const ANY_LABEL = new RegExp(
  Object.values(ROW_LABELS)
    .map(({ source }) => source)
    .join('|'),
  'i',
)
const known = (label: string): boolean => namesOf(label).some((name) => ANY_LABEL.test(name))

/** “Mã / Code”: a label in two languages, one of them written without accents, says the same twice. */
export const namesOf = (label: string): readonly string[] => {
  const parts = label.includes('/') ? label.split('/').map((part) => part.trim()) : []
  return parts.length === 2 && parts.filter((part) => /^[a-z .]+$/i.test(part)).length === 1 ? parts : [label]
}

const pair = (label: Element | undefined, value: Element | undefined): Row | null =>
  label === undefined || value === undefined
    ? null
    : row(shortText(label, MAX_LABEL) ?? '', shortText(value, MAX_VALUE) ?? '', value)

/** `SKU: ABC` inside one element whose text is short. */
const line = (element: Element): Row | null => {
  const text = shortText(element, 160)
  const colon = text === null ? -1 : text.search(/[:：]/)
  if (text === null || colon < 2 || colon > MAX_LABEL || holdsLines(element)) return null
  return row(text.slice(0, colon), text.slice(colon + 1), element)
}

/** One of several blocks inside is a line already; with the next ones behind it the value would never end. */
const holdsLines = (element: Element): boolean => {
  const blocks = childrenOf(element).filter(({ name }) => LINE.has(name))
  return blocks.length > 1 && blocks.some((block) => /\p{L}\s?[:：]\s*\S/u.test(shortText(block, 160) ?? ''))
}
const LINE = new Set(['p', 'div', 'li'])

const row = (label: string, text: string, element: Element): Row | null => {
  const name = label.replace(/\s*[:：]\s*$/, '').trim()
  if (name.length < 2 || name.length > MAX_LABEL || text.length > MAX_VALUE || /^\d+$|https?$/i.test(name)) return null
  const value = found(text, `css:${describe(element)}`)
  return value === null ? null : { label: name, value, element }
}

/** First row whose label says so. */
export const rowFor = (rows: readonly Row[], field: keyof typeof ROW_LABELS): Row | null =>
  rows.find(({ label, value }) => labelsOf(label, value.text).some((name) => ROW_LABELS[field].test(name))) ?? null

/** “Hãng / Model: Lá Sen / X5” are two facts. */
const labelsOf = (label: string, value: string): readonly string[] => (value.includes('/') ? [label] : namesOf(label))

/** All rows by label as printed; the first of several wins. */
export const attributesFrom = (rows: readonly Row[]): Readonly<Record<string, Found>> => {
  const made = new Map<string, Found>()
  for (const { label, value } of rows) if (!made.has(label) && label.length < 40) made.set(label, value)
  return Object.fromEntries([...made].slice(0, 100))
}
