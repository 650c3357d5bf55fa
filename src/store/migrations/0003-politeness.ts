import { type Kysely, sql } from 'kysely'

/** What a run was told by robots.txt, which visits a server answered with “unchanged”, and how the sites of a run fared: kept as it was. */
const EVIDENCE: Readonly<Record<string, { readonly columns: string; readonly same: string }>> = {
  robots_text: {
    columns: 'sha256 text primary key, text text not null',
    same: 'sha256 = new.sha256',
  },
  robots_answer: {
    columns: `id integer primary key, sweep integer not null references sweep (id), origin text not null, at text not null,
      status integer, decision text not null, reason text not null, sha256 text references robots_text (sha256)`,
    same: 'id = new.id',
  },
  visit_unchanged: {
    columns: 'visit integer primary key references visit (id), since integer not null references visit (id)',
    same: 'visit = new.visit',
  },
  site_health: {
    columns: `sweep integer not null references sweep (id), site text not null, state text not null, body text not null,
      primary key (sweep, site)`,
    same: 'sweep = new.sweep and site = new.site',
  },
}

/** What later runs go by, and may be thrown away: validators of pages, and which way a site is read. */
const MEMORY = [
  `create table page_memory (
    url text primary key, etag text, last_modified text, visit integer not null, ruleset_hash text not null,
    found text not null) strict, without rowid`,
  `create table reading_way (
    site text not null, kind text not null, via text not null, compared integer not null, same integer not null,
    at text not null, primary key (site, kind)) strict, without rowid`,
]

const appendOnly = (table: string, same: string): readonly string[] => {
  const abort = `begin select raise(abort, '${table} is append-only'); end`
  return [
    `create trigger ${table}_no_update before update on ${table} ${abort}`,
    `create trigger ${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where ${same}) ${abort}`,
    `create trigger ${table}_no_delete before delete on ${table} ${abort}`,
  ]
}

export const politeness = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const [table, { columns, same }] of Object.entries(EVIDENCE)) {
      await sql.raw(`create table ${table} (${columns}) strict`).execute(db)
      for (const trigger of appendOnly(table, same)) await sql.raw(trigger).execute(db)
    }
    await sql.raw('create index robots_answer_sweep on robots_answer (sweep, id)').execute(db)
    await sql.raw('create index visit_unchanged_since on visit_unchanged (since)').execute(db)
    for (const statement of MEMORY) await sql.raw(statement).execute(db)
  },
}
