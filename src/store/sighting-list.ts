// Longer than most: one list, by its rows or by the index.
import { type ExpressionBuilder, sql } from 'kysely'
import type { SightingFilter, SightingRow, Sightings } from './api.ts'
import type { Db } from './db.ts'
import { plain } from './plain.ts'
import type { Schema } from './schema.ts'
import { matchOf } from './search-words.ts'

const COLUMNS = [
  'id',
  'at',
  'sweep',
  'site',
  'listing_key',
  'url',
  'title',
  'price_text',
  'seller_name',
  'verdict',
  'score',
  'band',
  'flagged',
  'categories',
  'allowed',
] as const

type Row = Pick<{ [K in keyof Schema['sighting']]: SelectedOf<Schema['sighting'][K]> }, (typeof COLUMNS)[number]>
type SelectedOf<C> = C extends { readonly __select__: infer S } ? S : C

const toRow = ({ listing_key, price_text, seller_name, flagged, categories, allowed, ...row }: Row): SightingRow => ({
  ...row,
  key: listing_key,
  priceText: price_text,
  sellerName: seller_name,
  flagged: flagged === 1,
  allowed: allowed === null ? null : JSON.parse(allowed),
  categories: JSON.parse(categories).map((category: { readonly id: string }) => category.id),
})

const ofSeller = (eb: ExpressionBuilder<Schema, 'sighting'>, seller: string) =>
  eb.or([eb('seller_key', '=', seller), eb(sql<number>`instr(plain(seller_name), ${plain(seller)})`, '>', 0)])

const ofCategory = (eb: ExpressionBuilder<Schema, 'sighting'>, category: string) =>
  eb(sql<number>`(select 1 from json_each(categories) where value ->> 'id' = ${category})`, '=', 1)

const inCase = (eb: ExpressionBuilder<Schema, 'sighting'>, id: number) =>
  eb('id', 'in', sql<number>`(select sighting from case_sighting where case_file = ${id})`)

/** The conditions of a filter. */
export const matching = (filter: SightingFilter) => (eb: ExpressionBuilder<Schema, 'sighting'>) => {
  const { site, seller, band, category, from, to, flagged, sweep, listingKey, caseId } = filter
  return eb.and([
    ...(site === undefined ? [] : [eb('site', '=', site)]),
    ...(seller === undefined ? [] : [ofSeller(eb, seller)]),
    ...(band === undefined ? [] : [eb('band', '=', band)]),
    ...(category === undefined ? [] : [ofCategory(eb, category)]),
    ...(from === undefined ? [] : [eb('at', '>=', from)]),
    ...(to === undefined ? [] : [eb('at', '<', to)]),
    ...(flagged === undefined ? [] : [eb('flagged', '=', flagged ? 1 : 0)]),
    ...(sweep === undefined ? [] : [eb('sweep', '=', sweep)]),
    ...(caseId === undefined ? [] : [inCase(eb, caseId)]),
    ...(listingKey === undefined ? [] : [eb('listing_key', '=', listingKey)]),
  ])
}

/** Numbers of the sightings that a query of the index finds. */
export const matched = (match: string) =>
  sql<number>`(select rowid from sighting_search where sighting_search match ${match})`

/** More sellers than this are told by their name, row by row: so many hits come quickly anyway. */
const MOST_SELLERS = 300

/** Rows of the sellers that a filter names; null where it names none, or too many. */
const sellersOf = async (db: Db, { seller, site }: SightingFilter): Promise<readonly number[] | null> => {
  if (seller === undefined) return null
  const rows = await db.query
    .selectFrom('seller')
    .select('id')
    .where(sql<boolean>`(key = ${seller} or instr(folded, ${plain(seller)}) > 0)`)
    .$if(site !== undefined, (query) => query.where('site', '=', site ?? ''))
    .limit(MOST_SELLERS + 1)
    .execute()
  return rows.length > MOST_SELLERS ? null : rows.map(({ id }) => id)
}

type Found = Awaited<ReturnType<Sightings['list']>>

/** By the rows themselves: no filter at all, or one that leaves few rows and has an index of its own. */
const byRows = async (db: Db, { limit, after, ...filter }: Asked): Promise<Found> => {
  const match = filter.search === undefined ? null : matchOf({ search: filter.search }, null)
  const rows = await db.query
    .selectFrom('sighting')
    .select(COLUMNS)
    .where(matching(filter))
    .$if(match !== null, (query) => query.where('id', 'in', matched(match ?? '')))
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? 0))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

/** What the index knows only roughly, to be decided on the rows it hands out: the ends of a time, too many sellers. */
const rest = ({ from, to, seller }: SightingFilter, sellersKnown: boolean): SightingFilter => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(seller === undefined || sellersKnown ? {} : { seller }),
})

type Asked = Parameters<Sightings['list']>[0]

/** A page takes what it shows, whatever the filter: the index hands out matching rows newest first, and stops. */
export const listOf: (db: Db) => Sightings['list'] = (db) => async (asked) => {
  const { limit, after, ...filter } = asked
  if (filter.caseId !== undefined || filter.listingKey !== undefined) return byRows(db, asked)
  const sellers = await sellersOf(db, filter)
  const match = matchOf(filter, sellers)
  if (match === null) return byRows(db, asked)
  const rows = await db.query
    .selectFrom('sighting_search')
    .innerJoin('sighting', 'sighting.id', 'sighting_search.rowid')
    .select(COLUMNS)
    .where('sighting_search.sighting_search', sql`match`, match)
    .where(matching(rest(filter, sellers !== null)) as never)
    .$if(after !== undefined, (query) => query.where('sighting_search.rowid', '<', after ?? 0))
    .orderBy('sighting_search.rowid', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRow)
}

/** What a list shows of these sightings, newest first. */
export const rowsOf = async (db: Db, ids: readonly number[]): Promise<readonly SightingRow[]> =>
  ids.length === 0
    ? []
    : (
        await db.query.selectFrom('sighting').select(COLUMNS).where('id', 'in', ids).orderBy('id', 'desc').execute()
      ).map(toRow)

/** Numbers of all that match, oldest first. */
export const idsOf =
  (db: Db): Sightings['ids'] =>
  async (filter) => {
    const found = filter.search === undefined ? null : matchOf({ search: filter.search }, null)
    const rows = await db.query
      .selectFrom('sighting')
      .select('id')
      .where(matching(filter))
      .$if(found !== null, (query) => query.where('id', 'in', matched(found ?? '')))
      .orderBy('id')
      .execute()
    return rows.map((row) => row.id)
  }
