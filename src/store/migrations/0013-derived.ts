import { type Kysely, sql } from 'kysely'

/** One row: the digest of the list of goods that the rows for reports were made with. Empty: not known, so they are made again. */
const TABLE = 'create table flags_made_with (one integer primary key check (one = 1), goods text not null) strict'

export const derived = {
  up: async (kysely: Kysely<unknown>): Promise<void> => {
    await sql.raw(TABLE).execute(kysely)
  },
}
