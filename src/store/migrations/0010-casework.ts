import { type Kysely, type Migration, sql } from 'kysely'
import type { Db } from '../db.ts'
import { refillSearch } from '../search-index.ts'

/** What officers add to a case; all of it stands in the ledger too. Nothing is changed: what was set last stands. */
const TABLES = [
  `alter table case_file add column unit text`,
  `create table case_change (
    id integer primary key, case_file integer not null references case_file (id), at text not null, officer text not null,
    field text not null, value text) strict`,
  `create index case_change_case on case_change (case_file, id)`,
  `create table case_seller (
    id integer primary key, case_file integer not null references case_file (id), at text not null, officer text not null,
    site text not null, seller_key text, seller_name text) strict`,
  `create index case_seller_case on case_seller (case_file, id)`,
  `create table case_attachment (
    id integer primary key, case_file integer not null references case_file (id), at text not null, officer text not null,
    name text not null, media_type text not null, size integer not null,
    sha256 text not null references exhibit (sha256)) strict`,
  `create index case_attachment_case on case_attachment (case_file, id)`,
  `create index case_sighting_sighting on case_sighting (sighting)`,
]

/** Rows of these tables are added and never touched again. */
export const appendOnly = (table: string, id = 'id'): readonly string[] =>
  [
    ['no_update', `update on ${table}`],
    ['no_delete', `delete on ${table}`],
    ['no_replace', `insert on ${table} when exists (select 1 from ${table} where ${id} = new.${id})`],
  ].map(
    ([name, when]) =>
      `create trigger ${table}_${name} before ${when} begin select raise(abort, '${table} is append-only'); end`,
  )

/** The search index is made again: contacts and the likeness of texts stand in it from now on. */
export const casework = (db: Pick<Db, 'prepare'>): Migration => ({
  up: async (kysely: Kysely<unknown>): Promise<void> => {
    const triggers = ['case_change', 'case_seller', 'case_attachment'].flatMap((table) => appendOnly(table))
    for (const statement of [...TABLES, ...triggers]) await sql.raw(statement).execute(kysely)
    refillSearch(db)
  },
})
