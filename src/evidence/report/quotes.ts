import type { Listing, Quote } from '../../domain.ts'

/** Characters of context on each side of a quote. */
const AROUND = 140

/** What quotes point into. */
export interface Quoted
  extends Pick<Listing, 'title' | 'description' | 'brand' | 'category' | 'ocrText' | 'url' | 'attributes' | 'seller'> {
  readonly price: { readonly text: string } | null
}

/** The text a quote points into, as it was scored; null when the listing has no such field. */
function fieldText(listing: Quoted, field: string): string | null {
  if (field.startsWith('attributes.')) {
    const name = field.slice('attributes.'.length)
    return Object.hasOwn(listing.attributes, name) ? (listing.attributes[name] ?? null) : null
  }
  if (field.startsWith('seller.badges.'))
    return listing.seller?.badges[Number(field.slice('seller.badges.'.length))] ?? null
  const plain: Readonly<Record<string, string | null | undefined>> = {
    title: listing.title,
    description: listing.description,
    price_text: listing.price?.text,
    brand: listing.brand,
    category: listing.category,
    ocr_text: listing.ocrText,
    url: listing.url,
    'seller.name': listing.seller?.name,
    'seller.location': listing.seller?.location,
    'seller.phone_text': listing.seller?.phoneText,
  }
  return Object.hasOwn(plain, field) ? (plain[field] ?? null) : null
}

interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** One field with its quotes: `pieces` joined are the field's own words, with `…` where some are left out. */
export interface Passage {
  readonly field: string
  readonly pieces: readonly Piece[]
  /** False: the field does not hold the quote where it should, so the pieces are the quotes alone. */
  readonly inContext: boolean
}

/** Does not cut a surrogate pair in two. */
const whole = (text: string, at: number): number =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '')
    ? at - 1
    : at

function passage(field: string, text: string, quotes: readonly Quote[]): Passage {
  const pieces: Piece[] = []
  const add = (piece: string, marked: boolean) => piece !== '' && pieces.push({ text: piece, marked })
  let at = 0
  for (const quote of [...quotes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = Math.max(quote.start, at)
    if (quote.end <= at) continue // inside one that is marked already
    const before = pieces.length ? Math.min(at + AROUND, start) : at
    const after = whole(text, Math.max(before, start - AROUND))
    if (before > at) add(text.slice(at, whole(text, before)), false)
    if (after > before) add(' … ', false)
    add(text.slice(after > before ? after : whole(text, before), start), false)
    add(text.slice(start, quote.end), true)
    at = quote.end
  }
  const end = whole(text, Math.min(text.length, at + AROUND))
  add(text.slice(at, end) + (end < text.length ? ' …' : ''), false)
  return { field, pieces, inContext: true }
}

/** The quotes of a signal, field by field, marked in their surroundings. */
export function passages(listing: Quoted, quotes: readonly Quote[]): readonly Passage[] {
  const byField = new Map<string, Quote[]>()
  for (const quote of quotes) byField.set(quote.field, [...(byField.get(quote.field) ?? []), quote])
  return [...byField].map(([field, ofField]) => {
    const text = fieldText(listing, field)
    if (text !== null && ofField.every((quote) => text.slice(quote.start, quote.end) === quote.text))
      return passage(field, text, ofField)
    const pieces = ofField.flatMap((q, i) => [
      ...(i ? [{ text: ' · ', marked: false }] : []),
      { text: q.text, marked: true },
    ])
    return { field, pieces, inContext: false }
  })
}
