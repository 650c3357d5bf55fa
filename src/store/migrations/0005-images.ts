import { type Kysely, sql } from 'kysely'

/** Both follow from the sightings' bodies; `pdq` is the hash as 32 bytes. */
const TABLES = [
  `create table image (
    id integer primary key, sha256 text not null unique, pdq blob not null check (length(pdq) = 32),
    quality integer not null, width integer not null, height integer not null) strict`,
  `create table sighting_image (
    sighting integer not null references sighting (id), n integer not null, image integer not null references image (id),
    url text not null, primary key (sighting, n)) strict, without rowid`,
  `create index sighting_image_image on sighting_image (image, sighting)`,
]

const APPEND_ONLY: Readonly<Record<string, string>> = {
  image: 'id = new.id or sha256 = new.sha256',
  sighting_image: 'sighting = new.sighting and n = new.n',
}

export const images = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const triggers = Object.entries(APPEND_ONLY).flatMap(([table, same]) =>
      [
        `create trigger ${table}_no_update before update on ${table}`,
        `create trigger ${table}_no_delete before delete on ${table}`,
        `create trigger ${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where ${same})`,
      ].map((head) => `${head} begin select raise(abort, '${table} is append-only'); end`),
    )
    for (const statement of [...TABLES, ...triggers]) await sql.raw(statement).execute(db)
  },
}
