import type Database from 'better-sqlite3'
import { BadInput } from '../../errors.ts'

/** "SOIC": marks the file as Soi's console. */
const APPLICATION_ID = 0x534f4943

const TABLES = [
  `create table account (
    id integer primary key autoincrement, name text not null unique, display_name text not null, role text not null,
    unit text not null, active integer not null default 1, password_hash text, totp_secret text,
    totp_step integer not null default 0, seen_up_to integer not null default 0,
    created_at text not null, created_by text not null) strict`,
  `create table session (
    token_hash text primary key, account integer not null references account (id), csrf text not null,
    since integer not null, begun_at text not null, used_at text not null) strict, without rowid`,
  `create table link (
    token_hash text primary key, account integer references account (id), made_at text not null) strict, without rowid`,
  `create table attempt (
    name_hash text primary key, failures integer not null, last_at text not null) strict, without rowid`,
  `create table access (
    id integer primary key autoincrement, at text not null, account text not null, action text not null,
    subject text not null) strict`,
  `create index access_account on access (account, id)`,
  `create trigger access_no_update before update on access begin select raise(abort, 'access is append-only'); end`,
  `create trigger access_no_delete before delete on access begin select raise(abort, 'access is append-only'); end`,
]

/** What came with the second version. A token is one account's; what it may do is never more than that account may. */
const TOKENS = [
  `create table api_token (
    id integer primary key autoincrement, token_hash text not null unique, account integer not null references account (id),
    label text not null, scopes text not null, made_at text not null, ends_at text not null, used_at text,
    revoked_at text) strict`,
  `create index api_token_account on api_token (account, id)`,
]

/** Requests of programs by the key they came under; see requests.ts. */
const REQUESTS = [
  `create table api_request (
    token integer not null references api_token (id), key text not null, request text not null, at text not null,
    status integer, body text, primary key (token, key)) strict, without rowid`,
  `create index api_request_at on api_request (at)`,
]

/** One entry a version, in order; an entry that was ever shipped is never changed. */
const VERSIONS: readonly (readonly string[])[] = [TABLES, TOKENS, REQUESTS]

/** Makes the tables of a new file and brings an older file up to date; BadInput for another program's file or a newer Soi's. */
export function prepareTables(raw: Database.Database, file: string): void {
  const own = raw.pragma('application_id', { simple: true }) === APPLICATION_ID
  const version = own ? (raw.pragma('user_version', { simple: true }) as number) : 0
  if (version === VERSIONS.length) return
  if (version > VERSIONS.length)
    throw new BadInput(`${file} was written by a newer Soi; update Soi, nothing was changed`)
  const strangers = raw.prepare('select count(*) as n from sqlite_master').get() as { n: number }
  if (!own && strangers.n > 0)
    throw new BadInput(`${file} is a database of another program; choose another home with --home`)
  raw.transaction(() => {
    for (const statement of VERSIONS.slice(version).flat()) raw.exec(statement)
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    raw.pragma(`user_version = ${VERSIONS.length}`)
  })()
}
