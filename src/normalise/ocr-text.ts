import type { Listing, LookedAt } from '../domain.ts'
import { contactsIn } from './contacts.ts'
import { placeOf } from './place.ts'

/** The listing with the words of its pictures, and the contacts and the place that stand only there. */
export function withOcrText(listing: Listing, { text, seen }: Pick<LookedAt, 'text' | 'seen'>): Listing {
  if (text === null) return listing
  const known = new Set(listing.contacts.map(({ kind, value }) => `${kind} ${value}`))
  const more = contactsIn(text, 'ocr_text').filter(({ kind, value }) => !known.has(`${kind} ${value}`))
  const read = { ...listing, ocrText: text, contacts: [...listing.contacts, ...more] }
  const source = seen.flatMap(({ sha256, words }) => (words.length > 0 ? [`ocr:${sha256}`] : [])).join(' ')
  const provenance = { ...listing.provenance, ocr_text: source }
  const { province, field } = listing.province === null ? placeOf(read) : { province: listing.province, field: null }
  return { ...read, province, provenance: field === null ? provenance : { ...provenance, province: source } }
}
