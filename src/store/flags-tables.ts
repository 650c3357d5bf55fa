/** The tables proper, or a copy of them that `verify` fills anew and compares. */
export type Schema = 'main' | 'temp'

/** One table that follows from visits, sightings and the ledger, and can be made again at any time. */
interface FlagTable {
  readonly name: string
  readonly create: (schema: Schema) => string
  readonly indexes: readonly string[]
}

const table = (name: string, columns: string, indexes: readonly string[] = [], end = 'strict'): FlagTable => ({
  name,
  create: (schema) => `create table ${schema}.${name} (${columns}) ${end}`,
  indexes,
})

/**
 * What counts are made of: small rows of numbers, for the bodies are large and a report looks at all of a year.
 * flag: one flagged sighting. `seq`: its entry in the ledger, so that what was known at an entry can be told exactly; `day`:
 *   days since 1970 in Viet Nam; `band`: 0–3; `categories`, `tricks`: one bit for each of CATEGORIES and TRICKS; `who`: the
 *   seller's key, or its name where a site gives none.
 * look: what a later visit (or the same) said of a listing that was flagged: `up`, `down` (taken down), `unseen` (blocked, a
 *   wall, an error), `other` (an answer that is about something else).
 */
export const FLAG_TABLES: readonly FlagTable[] = [
  table('flagged_listing', 'id integer primary key, site text not null, key text not null, unique (site, key)'),
  table('flagged_url', 'url text primary key, listing integer not null', [], 'strict, without rowid'),
  table(
    'flag',
    `sighting integer primary key, seq integer not null, at text not null, day integer not null, listing integer not null,
     site text not null, band integer not null, categories integer not null, goods text, province text, tricks integer not null,
     who text, name text`,
    [
      `create index flag_at on flag (at, seq, day, listing, site, band, categories, goods, province, tricks)`,
      `create index flag_who on flag (site, who, at, seq)`,
    ],
  ),
  table(
    'flag_contact',
    `kind text not null, value text not null, listing integer not null, seq integer not null, primary key (listing, kind, value)`,
    [],
    'strict, without rowid',
  ),
  table(
    'look',
    `listing integer not null, visit integer not null, sweep integer not null, at text not null, state text not null,
     primary key (listing, visit)`,
    [],
    'strict, without rowid',
  ),
]
