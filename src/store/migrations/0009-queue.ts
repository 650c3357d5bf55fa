import { type Kysely, sql } from 'kysely'

/** What the queue is sorted by, and what the overview counts: read from an index alone, never from the bodies. */
const INDEXES = [
  `create index sighting_score on sighting (flagged, score, id)`,
  `create index sighting_overview on sighting (flagged, id, at, band, site, listing_key, categories)`,
  `create index sighting_of_sweep on sighting (sweep, flagged, site, listing_key)`,
]

export const queue = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of INDEXES) await sql.raw(statement).execute(db)
  },
}
