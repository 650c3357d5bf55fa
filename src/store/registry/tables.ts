import type Database from 'better-sqlite3'
import { BadInput } from '../../errors.ts'

/** "SOIR": marks the file as Soi's registries. */
const APPLICATION_ID = 0x534f4952
const VERSION = 1

const TABLES = [
  `create table snapshot (
    id integer primary key autoincrement, kind text not null, source text not null, as_of text not null,
    sha256 text not null, file_name text not null, bytes integer not null, encoding text not null,
    state text not null check (state in ('loading', 'in force', 'superseded')),
    rows integer not null default 0, rejected integer not null default 0, duplicates integer not null default 0,
    imported_at text not null, imported_by text not null) strict`,
  `create unique index snapshot_in_force on snapshot (kind) where state = 'in force'`,
  `create table rejection (
    snapshot integer not null, line integer not null, reason text not null, primary key (snapshot, line)) strict, without rowid`,
]

/** Makes the tables of a new file, unless it is only read; BadInput for another program's file or a newer Soi's. */
export function prepareTables(raw: Database.Database, file: string, readOnly: boolean): void {
  const own = raw.pragma('application_id', { simple: true }) === APPLICATION_ID
  const version = raw.pragma('user_version', { simple: true }) as number
  if (own && version === VERSION) return
  if (own) throw new BadInput(`${file} was written by a newer Soi; update Soi, nothing was changed`)
  const strangers = raw.prepare('select count(*) as n from sqlite_master').get() as { n: number }
  if (strangers.n > 0 || readOnly)
    throw new BadInput(`${file} is a database of another program; choose another home with --home`)
  raw.transaction(() => {
    for (const statement of TABLES) raw.exec(statement)
    raw.pragma(`application_id = ${APPLICATION_ID}`)
    raw.pragma(`user_version = ${VERSION}`)
  })()
}

/** Each snapshot has a table of its own, so that taking one away costs nothing per row. */
export const rowsOf = (snapshot: number): string => `entry_${snapshot}`

export const createRows = (snapshot: number): string =>
  `create table ${rowsOf(snapshot)} (
    line integer not null, number text not null, name text not null, tax text not null, url text not null, record text not null) strict`

/** Indexed after loading: sorting once is cheaper than a tree that grows at random. */
export const indexRows = (snapshot: number): readonly string[] =>
  ['number', 'name', 'tax', 'url'].map(
    (column) => `create index ${rowsOf(snapshot)}_${column} on ${rowsOf(snapshot)} (${column}) where ${column} <> ''`,
  )
