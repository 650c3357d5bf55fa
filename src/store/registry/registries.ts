import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { RegistryKind, RegistryRecord, SnapshotRef } from '../../domain.ts'
import { naming } from '../failures.ts'
import { openLocks } from '../locks.ts'
import { BUSY_MS, prepareTables, versionOf, writeAhead } from '../own-file.ts'
import type { OpenRegistries, Registries, Rejection, Snapshot } from './api.ts'
import { beginLoading } from './loading.ts'
import { REGISTRY_TABLES, rowsOf } from './tables.ts'

/** KiB of pages kept in memory, and what an index is sorted in: the bound on an import's memory. */
const CACHE_KIB = 32_768
const MOST_FOUND = 20

interface Row {
  readonly id: number
  readonly kind: RegistryKind
  readonly source: string
  readonly as_of: string
  readonly sha256: string
  readonly file_name: string
  readonly bytes: number
  readonly encoding: string
  readonly state: Snapshot['state']
  readonly rows: number
  readonly rejected: number
  readonly duplicates: number
  readonly imported_at: string
  readonly imported_by: string
}

const toSnapshot = ({ as_of, file_name, imported_at, imported_by, ...row }: Row): Snapshot => ({
  ...row,
  asOf: as_of,
  fileName: file_name,
  importedAt: imported_at,
  importedBy: imported_by,
})

const NONE: Registries = {
  begin: () => {
    throw new Error('registries that are only read take no import')
  },
  list: () => [],
  rejections: () => [],
  snapshot: async () => null,
  find: async () => [],
  close: () => undefined,
}

/** Opens `<home>/registries.sqlite`. BadInput: another program's file or a newer Soi's. Busy, CannotWrite, EvidenceBroken. */
export function openRegistries(home: string, options: OpenRegistries): Registries {
  const folder = resolve(home)
  const file = join(folder, 'registries.sqlite')
  if (options.readOnly && !existsSync(file)) return NONE
  return naming(file, () => {
    if (!options.readOnly) mkdirSync(folder, { recursive: true })
    const raw = new Database(file, { readonly: options.readOnly, timeout: BUSY_MS })
    try {
      raw.pragma(`cache_size = -${CACHE_KIB}`)
      if (!options.readOnly) {
        writeAhead(raw)
        prepareTables(raw, file, REGISTRY_TABLES)
      } else if (versionOf(raw, file, REGISTRY_TABLES) === 0) {
        raw.close()
        return NONE
      }
      return roomsOf(raw, file, folder, options)
    } catch (error) {
      raw.close()
      throw error
    }
  })
}

function roomsOf(raw: Database.Database, file: string, folder: string, options: OpenRegistries): Registries {
  const all = () =>
    (raw.prepare(`select * from snapshot where state <> 'loading' order by id desc`).all() as Row[]).map(toSnapshot)
  const inForce = new Map(
    all()
      .filter(({ state }) => state === 'in force')
      .map((each) => [each.kind, each]),
  )
  const statements = new Map<string, Database.Statement>()
  const find = (kind: RegistryKind, by: string, key: string): readonly RegistryRecord[] => {
    const snapshot = inForce.get(kind)
    if (!snapshot || key === '') return []
    const text = `select record from ${rowsOf(snapshot.id)} where ${by} = ? and ${by} <> '' order by rowid limit ${MOST_FOUND}`
    const statement = statements.get(text) ?? raw.prepare(text)
    statements.set(text, statement)
    return (statement.all(key) as { record: string }[]).map(({ record }) => JSON.parse(record))
  }
  return {
    begin: (snapshot) => {
      const lock = openLocks(folder).acquire('registry-import', 'the import of a registry')
      try {
        return beginLoading({ raw, file, lock, actor: options.actor, now: options.now }, snapshot)
      } catch (error) {
        lock.release()
        throw error
      }
    },
    list: () => naming(file, all),
    rejections: (id) =>
      naming(
        file,
        () => raw.prepare('select line, reason from rejection where snapshot = ? order by line').all(id) as Rejection[],
      ),
    snapshot: async (kind) => refOf(inForce.get(kind)),
    find: async (kind, by, key) => naming(file, () => find(kind, by, key)),
    close: () => {
      raw.close()
    },
  }
}

function refOf(snapshot: Snapshot | undefined): SnapshotRef | null {
  if (!snapshot) return null
  const { kind, source, asOf, sha256 } = snapshot
  return { kind, source, asOf, sha256 }
}
