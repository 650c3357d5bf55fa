import { sql } from 'kysely'
import type { Sightings } from './api.ts'
import type { Db } from './db.ts'

/** Read once a run, so bodies are opened here rather than kept in columns of their own. */
export const pricesOf: (db: Db) => Sightings['prices'] = (db) => async (most) => {
  const field = (path: string) => sql<string | null>`body ->> ${`$.listing.${path}`}`
  const rows = await db.query
    .selectFrom('sighting')
    .select(['site', 'listing_key', 'title', 'price_text as priceText', 'seller_key as seller', 'at'])
    .select([field('brand').as('brand'), field('category').as('category')])
    .select([sql<number | null>`body ->> '$.listing.price.amount'`.as('price'), field('price.currency').as('currency')])
    .select(field('condition').as('condition'))
    .where('flagged', '=', 0)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  const newest = new Map(rows.toReversed().map((row) => [`${row.site} ${row.listing_key}`, row]))
  return [...newest.values()].flatMap(
    ({ brand, category, title, priceText, price, currency, condition, seller, at }) =>
      price === null || currency !== 'VND' || (condition !== null && condition !== 'New')
        ? []
        : [{ brand, category, title, priceText: priceText ?? '', price, seller, day: at.slice(0, 10) }],
  )
}
