import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import type { Instant } from '../domain.ts'
import { naming } from './failures.ts'
import { type Locks, openLocks } from './locks.ts'
import { BUSY_MS, writeAhead } from './own-file.ts'
import { plain } from './plain.ts'
import type { Schema } from './schema.ts'

/** `full`: on the disk when it returns. `normal`: consistent after a power cut, but the last moments may be missing. */
type Durability = 'full' | 'normal'

type Statement = Database.Statement<unknown[], unknown>

/** One open connection. Reads go through `query`; writes are synchronous, so that nothing slips between their parts. */
export interface Db {
  readonly home: string
  readonly file: string
  readonly actor: string
  readonly now: () => Instant
  readonly locks: Locks
  readonly query: Kysely<Schema>
  /** Prepared once per text. For the hot paths, and for JSON and index tricks Kysely has no words for. */
  prepare(sql: string): Statement
  /** One immediate transaction. Inside another it is a savepoint. */
  write<T>(durability: Durability, work: () => T): T
  inTransaction(): boolean
  close(): void
}

/** The same connection where somebody else than its own actor writes: several officers share one console. */
export const actingAs = (db: Db, by: string | undefined): Db => (by === undefined ? db : { ...db, actor: by })

export interface Connect {
  readonly home: string
  readonly readOnly: boolean
  readonly actor: string
  readonly now: () => Instant
}

/** Pages cached per connection, in KiB: the busy part of a million requests. More is no faster, for the system caches the file too. */
const CACHE_KIB = 16_384
/** Pages in the write-ahead log before it is folded into the database: 64 MiB. At 16 a long queue fills 5 % slower: each fold waits for the disk. */
const CHECKPOINT_PAGES = 16_000

/** Kysely leaves SQLite's transactional DDL unused; with it a migration and its record stand or fall together. */
const transactionalAdapter = (): SqliteAdapter =>
  Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true })

const statements = (raw: Database.Database): ((sql: string) => Statement) => {
  const cache = new Map<string, Statement>()
  return (sql) => {
    const known = cache.get(sql)
    if (known !== undefined) return known
    const made: Statement = raw.prepare<unknown[], unknown>(sql)
    cache.set(sql, made)
    return made
  }
}

/** Kysely over the connection, every error under its name. Its statements are not cached: Kysely's texts vary. */
const kyselyOver = (raw: Database.Database, file: string): Kysely<Schema> => {
  const dialect = new SqliteDialect({
    database: {
      close: () => undefined,
      prepare: (sql) => {
        const statement = naming(file, () => raw.prepare<unknown[], unknown>(sql))
        return {
          reader: statement.reader,
          all: (parameters) => naming(file, () => statement.all(...parameters)),
          run: (parameters) => naming(file, () => statement.run(...parameters)),
          iterate: (parameters) => naming(file, () => statement.iterate(...parameters)),
        }
      },
    },
  })
  dialect.createAdapter = transactionalAdapter
  return new Kysely<Schema>({ dialect })
}

const prepareConnection = (raw: Database.Database, readOnly: boolean): void => {
  raw.function('plain', { deterministic: true }, (text) => (typeof text === 'string' ? plain(text) : null))
  raw.pragma('foreign_keys = on')
  raw.pragma('recursive_triggers = on')
  raw.pragma(`cache_size = -${CACHE_KIB}`)
  if (readOnly) return
  writeAhead(raw)
  raw.pragma('synchronous = full')
  raw.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
}

const writer = (raw: Database.Database, file: string): Db['write'] => {
  let level: Durability = 'full'
  return (durability, work) =>
    naming(file, () => {
      if (durability !== level && !raw.inTransaction) {
        raw.pragma(`synchronous = ${durability}`)
        level = durability
      }
      return raw.transaction(work).immediate()
    })
}

/** Connects to `<home>/evidence.sqlite`; the folder is there already. */
export const connect = ({ home, readOnly, actor, now }: Connect): Db => {
  const file = join(home, 'evidence.sqlite')
  return naming(file, () => {
    const raw = new Database(file, { readonly: readOnly, timeout: BUSY_MS })
    try {
      prepareConnection(raw, readOnly)
    } catch (error) {
      raw.close()
      throw error
    }
    return {
      home,
      file,
      actor,
      now,
      locks: openLocks(home),
      query: kyselyOver(raw, file),
      prepare: statements(raw),
      write: writer(raw, file),
      inTransaction: () => raw.inTransaction,
      close: () => {
        raw.close()
      },
    }
  })
}
