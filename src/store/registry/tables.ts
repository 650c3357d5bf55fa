import type { OwnTables } from '../own-file.ts'

/** "SOIR": marks the file as Soi's registries. */
const APPLICATION_ID = 0x534f4952

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

/** The file of the registries. */
export const REGISTRY_TABLES: OwnTables = { applicationId: APPLICATION_ID, versions: [TABLES] }

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
