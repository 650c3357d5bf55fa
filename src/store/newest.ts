import type { StoredItem } from './api.ts'
import type { Db } from './db.ts'

/** Rows read at a time: bodies are large. */
const PAGE = 200

/** The newest sighting of each of the listings seen last, newest first. */
export async function* newest(db: Db, most: number): AsyncIterable<StoredItem> {
  const seen = new Set<string>()
  let before = Number.MAX_SAFE_INTEGER
  while (seen.size < most) {
    const rows = await db.query
      .selectFrom('sighting')
      .select(['id', 'site', 'listing_key', 'body'])
      .where('id', '<', before)
      .orderBy('id', 'desc')
      .limit(PAGE)
      .execute()
    for (const { id, site, listing_key, body } of rows) {
      before = id
      const key = `${site} ${listing_key}`
      if (seen.has(key) || seen.size >= most) continue
      seen.add(key)
      yield JSON.parse(body)
    }
    if (rows.length < PAGE) return
  }
}
