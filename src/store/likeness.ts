import { sql } from 'kysely'
import type { Likeness, StoredItem } from './api.ts'
import type { Db } from './db.ts'
import { sharedText, shinglesOf } from './near-text.ts'
import { matchContact, matchLikeness } from './search-words.ts'
import { rowsOf } from './sighting-list.ts'

/** Below this two texts are of the same trade rather than of the same hand. */
const LEAST_SHARE = 0.6

const newest = async (db: Db, match: string, most: number): Promise<readonly number[]> => {
  const rows = await db.query
    .selectFrom('sighting_search')
    .select('rowid')
    .where('sighting_search', sql`match`, match)
    .orderBy('rowid', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ rowid }) => rowid)
}

const nearText =
  (db: Db): Likeness['text'] =>
  async (listing, most) => {
    const match = matchLikeness(listing)
    if (match === null) return []
    const own = shinglesOf(listing)
    const ids = await newest(db, match, most)
    const bodies = await db.query.selectFrom('sighting').select(['id', 'body']).where('id', 'in', ids).execute()
    return bodies
      .map(({ id, body }) => ({
        sighting: id,
        share: sharedText(own, shinglesOf((JSON.parse(body) as StoredItem).listing)),
      }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((a, b) => b.share - a.share || b.sighting - a.sighting)
  }

/** Other listings that give the same contact, or say nearly the same. */
export const openLikeness = (db: Db): Likeness => ({
  contact: (kind, value, most) => newest(db, matchContact(kind, value), most),
  text: nearText(db),
  rows: (ids) => rowsOf(db, ids),
})
