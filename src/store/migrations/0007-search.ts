import { type Kysely, type Migration, sql } from 'kysely'
import type { Db } from '../db.ts'
import { fillSearch } from '../search-index.ts'

/**
 * Both follow from the sightings' bodies and can be made again. The index keeps no text: its words are made by the program
 * (search-words.ts), so that SQLite's own folding, which does not know đ, has nothing to do. `detail = column`: which rows have
 * a word, not where; with `none` SQLite would be smaller still, and walk all rows of a common word to find a rare one.
 */
const TABLES = [
  `create table seller (
    id integer primary key, site text not null, key text not null, name text not null, folded text not null,
    unique (site, key, name)) strict`,
  `create virtual table sighting_search using fts5 (
    words, content = '', detail = column, tokenize = "ascii tokenchars '_'")`,
]

/** `db` is the connection that is migrated: the listings already there are indexed in the same transaction. */
export const search = (db: Pick<Db, 'prepare'>): Migration => ({
  up: async (kysely: Kysely<unknown>): Promise<void> => {
    for (const statement of TABLES) await sql.raw(statement).execute(kysely)
    fillSearch(db)
  },
})
