import { type Band, CATEGORIES, type Outcome, TRICKS } from '../domain.ts'
import { goodsGroupOf } from '../normalise/goods-group.ts'
import { tricksIn } from '../normalise/tricks.ts'
import { vietnamDayNumber } from '../vietnam-day.ts'
import type { StoredItem } from './api.ts'
import type { Db } from './db.ts'
import type { Schema } from './flags-tables.ts'

type Prepares = Pick<Db, 'prepare'>

/** A sighting of a visit; `whole` where it is flagged, with the number of its entry in the ledger. */
export interface VisitedSighting {
  readonly id: number
  readonly site: string
  readonly key: string
  readonly whole: { readonly item: Pick<StoredItem, 'at' | 'listing' | 'assessment'>; readonly seq: number } | null
}

export interface VisitedPage {
  readonly id: number
  readonly sweep: number
  readonly url: string
  readonly at: string
  readonly outcome: Outcome
  /** The server said that nothing changed. */
  readonly unchanged: boolean
  readonly sightings: readonly VisitedSighting[]
}

type LookState = 'up' | 'down' | 'unseen' | 'other'

export const BAND_RANKS: readonly Band[] = ['none', 'low', 'medium', 'high']
/** Ways to reach a seller that two sellers do not share by chance. */
const LINKING = ['phone', 'zalo', 'telegram', 'bank-account', 'email', 'facebook', 'tax-code']

const bits = <T>(all: readonly T[], some: readonly T[]): number =>
  all.reduce((mask, each, bit) => (some.includes(each) ? mask | (1 << bit) : mask), 0)

function listingId(db: Prepares, schema: Schema, site: string, key: string): number {
  const known = knownListing(db, schema, site, key)
  if (known !== null) return known
  return Number(
    db.prepare(`insert into ${schema}.flagged_listing (site, key) values (?, ?)`).run(site, key).lastInsertRowid,
  )
}

const knownListing = (db: Prepares, schema: Schema, site: string, key: string): number | null => {
  const id = db.prepare(`select id from ${schema}.flagged_listing where site = ? and key = ?`).pluck().get(site, key)
  return id === undefined ? null : Number(id)
}

function insertFlag(db: Prepares, schema: Schema, id: number, whole: NonNullable<VisitedSighting['whole']>): number {
  const { item, seq } = whole
  const { listing, assessment, at } = item
  const own = listingId(db, schema, listing.site, listing.key)
  const categories = assessment.categories.filter(({ score }) => score > 0).map((each) => each.id)
  db.prepare(`insert into ${schema}.flag values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    ...[id, seq, at, vietnamDayNumber(at), own, listing.site, BAND_RANKS.indexOf(assessment.band)],
    ...[bits(CATEGORIES, categories), goodsGroupOf(listing), listing.province, bits(TRICKS, tricksIn(item))],
    ...[listing.seller?.key ?? listing.seller?.name ?? null, listing.seller?.name ?? null],
  )
  const contact = db.prepare(`insert or ignore into ${schema}.flag_contact values (?, ?, ?, ?)`)
  for (const { kind, value } of listing.contacts) if (LINKING.includes(kind)) contact.run(kind, value, own, seq)
  return own
}

/** What an answer says of a listing that it did not show. */
const stateOf = (outcome: Outcome, unchanged: boolean): LookState => {
  if (outcome === 'removed') return 'down'
  if (outcome === 'served') return unchanged ? 'up' : 'other'
  return outcome === 'not-a-listing' ? 'other' : 'unseen'
}

/**
 * Enters what follows from one visit, in the transaction that records it. The order of visits matters: a page belongs to a
 * listing from the first time it was flagged there.
 */
export function deriveFlags(db: Prepares, schema: Schema, page: VisitedPage): void {
  const { id, sweep, url, at, outcome, unchanged, sightings } = page
  const look = db.prepare(`insert or ignore into ${schema}.look values (?, ?, ?, ?, ?)`)
  const address = db.prepare(`insert or ignore into ${schema}.flagged_url values (?, ?)`)
  for (const { id: sighting, site, key, whole } of sightings) {
    const listing = whole ? insertFlag(db, schema, sighting, whole) : knownListing(db, schema, site, key)
    if (listing === null) continue
    look.run(listing, id, sweep, at, 'up')
    if (!whole) continue
    address.run(whole.item.listing.url, listing)
    // A page of several listings belongs to none of them.
    if (sightings.length === 1) address.run(url, listing)
  }
  const listing = db.prepare(`select listing from ${schema}.flagged_url where url = ?`).pluck().get(url)
  if (listing !== undefined) look.run(listing, id, sweep, at, stateOf(outcome, unchanged))
}
