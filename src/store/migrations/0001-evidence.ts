import { type Kysely, sql } from 'kysely'

const TABLES = [
  `create table sweep (
    id integer primary key autoincrement, name text not null, kind text not null check (kind in ('check', 'sweep')),
    spec_hash text not null, spec text not null, ruleset_hash text not null,
    state text not null check (state in ('running', 'finished', 'interrupted', 'broken')),
    begun_at text not null, ended_at text) strict`,
  `create index sweep_name on sweep (name, spec_hash)`,
  `create table visit (
    id integer primary key autoincrement, sweep integer not null references sweep (id), request integer not null unique,
    url text not null, final_url text, site text not null, outcome text not null, reasons text not null,
    status integer, page_hash text, at text not null) strict`,
  `create index visit_sweep on visit (sweep, id)`,
  `create table sighting (
    id integer primary key, sweep integer not null references sweep (id), visit integer not null references visit (id),
    body text not null, hash text not null,
    at text as (body ->> '$.at'), site text as (body ->> '$.listing.site'),
    listing_key text as (body ->> '$.listing.key'), url text as (body ->> '$.listing.url'),
    title text as (body ->> '$.listing.title'), price_text text as (body ->> '$.listing.price.text'),
    seller_key text as (body ->> '$.listing.seller.key'), seller_name text as (body ->> '$.listing.seller.name'),
    verdict text as (body ->> '$.verdict.kind'), score real as (body ->> '$.assessment.score'),
    band text as (body ->> '$.assessment.band'), flagged integer as (body ->> '$.assessment.flagged'),
    categories text as (body -> '$.assessment.categories')) strict`,
  `create index sighting_sweep on sighting (sweep, id)`,
  `create index sighting_visit on sighting (visit)`,
  `create index sighting_listing on sighting (site, listing_key)`,
  `create index sighting_flagged on sighting (flagged, id)`,
  `create table exhibit (sha256 text primary key, size integer not null) strict`,
  `create table sighting_exhibit (
    sighting integer not null references sighting (id), role text not null, media_type text not null,
    sha256 text not null references exhibit (sha256), primary key (sighting, role)) strict, without rowid`,
  `create table signal (
    sighting integer not null references sighting (id), n integer not null, rule text not null, version text not null,
    category text not null, strength real not null, primary key (sighting, n)) strict, without rowid`,
  `create index signal_category on signal (category, sighting)`,
  `create table ledger (
    seq integer primary key, at text not null, actor text not null, action text not null, subject text not null,
    body text, body_hash text not null, prev_hash text not null, hash text not null) strict`,
  `create index ledger_subject on ledger (subject)`,
  `create table case_file (
    id integer primary key, title text not null, created_at text not null, created_by text not null) strict`,
  `create table case_sighting (
    case_file integer not null references case_file (id), sighting integer not null references sighting (id),
    primary key (case_file, sighting)) strict, without rowid`,
  `create table ruleset (hash text primary key) strict, without rowid`,
  `create table rule_text (sha256 text primary key, text text not null) strict`,
  `create table ruleset_file (
    ruleset text not null references ruleset (hash), path text not null, rule text,
    sha256 text not null references rule_text (sha256), primary key (ruleset, path)) strict, without rowid`,
]

/** Table → what identifies a row: nobody may replace one either. */
const APPEND_ONLY: Readonly<Record<string, string>> = {
  visit: 'id = new.id or request = new.request',
  sighting: 'id = new.id',
  exhibit: 'sha256 = new.sha256',
  sighting_exhibit: 'sighting = new.sighting and role = new.role',
  signal: 'sighting = new.sighting and n = new.n',
  ledger: 'seq = new.seq',
  case_file: 'id = new.id',
  case_sighting: 'case_file = new.case_file and sighting = new.sighting',
  ruleset: 'hash = new.hash',
  rule_text: 'sha256 = new.sha256',
  ruleset_file: 'ruleset = new.ruleset and path = new.path',
}

const trigger = (name: string, when: string, message: string) =>
  `create trigger ${name} before ${when} begin select raise(abort, '${message}'); end`

/** A sweep changes its state and nothing else. */
const SWEEP = [
  trigger('sweep_no_delete', 'delete on sweep', 'sweeps are not deleted'),
  trigger(
    'sweep_no_update',
    'update of id, name, kind, spec_hash, spec, ruleset_hash, begun_at on sweep',
    'a sweep changes its state only',
  ),
]

/** Marks the file as Soi's own ("SOI1"), for `file` and for whoever opens a stranger's database by mistake. */
const APPLICATION_ID = 0x534f4931

export const evidence = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    const triggers = Object.entries(APPEND_ONLY).flatMap(([table, same]) => [
      trigger(`${table}_no_update`, `update on ${table}`, `${table} is append-only`),
      trigger(
        `${table}_no_replace`,
        `insert on ${table} when exists (select 1 from ${table} where ${same})`,
        `${table} is append-only`,
      ),
      trigger(`${table}_no_delete`, `delete on ${table}`, `${table} is append-only`),
    ])
    for (const statement of [...TABLES, ...SWEEP, ...triggers, `pragma application_id = ${APPLICATION_ID}`])
      await sql.raw(statement).execute(db)
  },
}
