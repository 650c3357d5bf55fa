import type { Listing } from '../domain.ts'

/** One field of a listing as text, under the name that its provenance is kept by. */
export interface Field {
  readonly name: string
  readonly text: string
}

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' · ')
  if (typeof value !== 'object') return String(value)
  return 'text' in value ? String(value.text) : Object.values(value).map(textOf).filter(Boolean).join(' ')
}

const ENTRIES_APART = ['seller', 'attributes', 'contacts', 'provenance']

/** Every field that says something: the seller's and the attributes one by one; contacts stand apart, for they are claims. */
export function fieldsOf(listing: Listing): readonly Field[] {
  const { seller, attributes } = listing
  const own = Object.entries(listing).filter(([name]) => !ENTRIES_APART.includes(name))
  const entries: readonly (readonly [string, unknown])[] = [
    ...own,
    ...Object.entries(seller ?? {}).map(([name, value]) => [`seller.${name}`, value] as const),
    ...Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value] as const),
  ]
  return entries.map(([name, value]) => ({ name, text: textOf(value) })).filter(({ text }) => text !== '')
}
