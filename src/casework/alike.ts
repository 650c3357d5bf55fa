// Longer than most: three ways of being alike, and the bounds they share.
import type { Contact, ContactKind } from '../domain.ts'
import type { SightingRow, Store, StoredItem } from '../store/api.ts'

/** Why a listing is like another. `distance`: differing bits of 256; `share`: of word triples, 0–1. */
export type AlikeReason =
  | { readonly kind: 'image'; readonly distance: number }
  | { readonly kind: 'contact'; readonly contact: ContactKind; readonly value: string }
  | { readonly kind: 'text'; readonly share: number }

/** A listing like one of those asked about, by its newest sighting that is. */
export interface Alike {
  readonly row: SightingRow
  /** The sighting that it is like. */
  readonly like: number
  /** The strongest first. */
  readonly reasons: readonly AlikeReason[]
}

export interface AlikeFound {
  readonly alike: readonly Alike[]
  /** True where a bound was met, so that there may be more. */
  readonly more: boolean
}

/** What names one person or account. An address or a link may be shared by a whole market or platform. */
const NAMING: readonly ContactKind[] = ['phone', 'zalo', 'bank-account', 'tax-code', 'telegram', 'facebook', 'email']
/** PDQ's own threshold for the same picture after compression, shrinking and small edits. */
const SAME_PICTURE_BITS = 31
const LEAST_QUALITY = 50

/** Everything asked is bounded: a case of a thousand listings asks as much as one of a few dozen. */
export interface AlikeBounds {
  readonly listings: number
  readonly pictures: number
  readonly contacts: number
  /** Hits looked at for each question. */
  readonly hits: number
  readonly results: number
}
export const CASE_BOUNDS: AlikeBounds = { listings: 40, pictures: 60, contacts: 60, hits: 40, results: 200 }
export const LISTING_BOUNDS: AlikeBounds = { listings: 1, pictures: 6, contacts: 10, hits: 20, results: 12 }

interface Hit {
  readonly sighting: number
  readonly like: number
  readonly reason: AlikeReason
}

type Ground = Pick<Store, 'sightings' | 'likeness' | 'images'>

async function byPictures(
  items: readonly StoredItem[],
  { images }: Ground,
  bounds: AlikeBounds,
): Promise<readonly Hit[]> {
  const hits: Hit[] = []
  // A picture with too little to see agrees with everything.
  const telling = items.flatMap(({ id, pictures }) =>
    (pictures?.seen ?? []).flatMap(({ pdq, quality }) => (quality < LEAST_QUALITY ? [] : [[pdq, id] as const])),
  )
  for (const [pdq, id] of [...new Map(telling.toReversed())].reverse().slice(0, bounds.pictures))
    for (const { distance, sightings } of await images.near(pdq, SAME_PICTURE_BITS, bounds.hits))
      for (const sighting of sightings) hits.push({ sighting, like: id, reason: { kind: 'image', distance } })
  return hits
}

const nameOf = ({ kind, value }: Pick<Contact, 'kind' | 'value'>): string => `${kind}\n${value}`

async function byContacts(
  items: readonly StoredItem[],
  { likeness }: Ground,
  bounds: AlikeBounds,
): Promise<readonly Hit[]> {
  const given = new Map<string, { readonly contact: Contact; readonly id: number }>()
  for (const { id, listing } of items)
    for (const contact of listing.contacts)
      if (NAMING.includes(contact.kind) && !given.has(nameOf(contact))) given.set(nameOf(contact), { contact, id })
  const hits: Hit[] = []
  for (const { contact, id } of [...given.values()].slice(0, bounds.contacts))
    for (const sighting of await likeness.contact(contact.kind, contact.value, bounds.hits))
      hits.push({ sighting, like: id, reason: { kind: 'contact', contact: contact.kind, value: contact.value } })
  return hits
}

async function byText(
  items: readonly StoredItem[],
  { likeness }: Ground,
  bounds: AlikeBounds,
): Promise<readonly Hit[]> {
  const hits: Hit[] = []
  for (const { id, listing } of items)
    for (const { sighting, share } of await likeness.text(listing, bounds.hits))
      hits.push({ sighting, like: id, reason: { kind: 'text', share } })
  return hits
}

/** The most telling of each kind first: an account names a person, a picture is easily borrowed, and so is a text. */
const weight = (reason: AlikeReason): number =>
  reason.kind === 'contact' ? 3 : reason.kind === 'image' ? 2 - reason.distance / 256 : reason.share

/** One line for each kind of reason, and each contact once. */
function strongest(reasons: readonly AlikeReason[]): readonly AlikeReason[] {
  const best = new Map<string, AlikeReason>()
  for (const reason of reasons) {
    const name = reason.kind === 'contact' ? `${reason.contact}\n${reason.value}` : reason.kind
    const before = best.get(name)
    if (!before || weight(reason) > weight(before)) best.set(name, reason)
  }
  return [...best.values()].sort((a, b) => weight(b) - weight(a))
}

const listingOf = ({ site, key }: Pick<SightingRow, 'site' | 'key'>): string => `${site}\n${key}`

/** Hits by listing, without those that are asked about; each by its newest sighting. */
function grouped(hits: readonly Hit[], rows: readonly SightingRow[], own: ReadonlySet<string>): readonly Alike[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const groups = new Map<string, { row: SightingRow; like: number; reasons: AlikeReason[] }>()
  for (const { sighting, like, reason } of hits) {
    const row = byId.get(sighting)
    if (!row || own.has(listingOf(row))) continue
    const group = groups.get(listingOf(row))
    if (!group) groups.set(listingOf(row), { row, like, reasons: [reason] })
    else {
      group.reasons.push(reason)
      if (row.id > group.row.id) group.row = row
    }
  }
  return [...groups.values()].map(({ row, like, reasons }) => ({ row, like, reasons: strongest(reasons) }))
}

const total = ({ reasons }: Alike): number => reasons.reduce((sum, reason) => sum + weight(reason), 0)

/** Other listings like those of these sightings: same pictures, same contacts, nearly the same words; the most alike first. */
export async function findAlike(store: Ground, sightings: readonly number[], bounds: AlikeBounds): Promise<AlikeFound> {
  const asked = sightings.slice(-bounds.listings)
  const items = await Promise.all(asked.map(async (id) => (await store.sightings.get(id)).item))
  const hits = [
    ...(await byContacts(items, store, bounds)),
    ...(await byPictures(items, store, bounds)),
    ...(await byText(items, store, bounds)),
  ]
  const ids = [...new Set(hits.map(({ sighting }) => sighting))]
  const own = new Set(
    [...(await store.likeness.rows(sightings)), ...items.map(({ listing }) => listing)].map(listingOf),
  )
  const found = grouped(hits, await store.likeness.rows(ids), own).toSorted(
    (a, b) => total(b) - total(a) || b.row.id - a.row.id,
  )
  const more = asked.length < sightings.length || found.length > bounds.results || isCut(hits, bounds)
  return { alike: found.slice(0, bounds.results), more }
}

/** A question that was answered with as many as were asked for has more to say. */
function isCut(hits: readonly Hit[], { hits: most }: AlikeBounds): boolean {
  const counts = new Map<string, number>()
  for (const { like, reason } of hits) {
    const name = reason.kind === 'contact' ? `${reason.contact}\n${reason.value}` : `${reason.kind} ${like}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts.values()].some((count) => count >= most)
}
