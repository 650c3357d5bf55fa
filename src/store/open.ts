import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Migrator, sql } from 'kysely'
import { BadInput, Busy, NoInput } from '../errors.ts'
import type { Lock } from './api.ts'
import { type Connect, connect, type Db } from './db.ts'
import { naming } from './failures.ts'
import { flagsAreOfToday, rebuildFlags } from './flags-fill.ts'
import { migrationsOf } from './migrations/all.ts'

/** Another process may be migrating a large store. */
const MIGRATION_WAIT_MS = 60_000
const ASK_AGAIN_MS = 50

const tables = async (db: Db): Promise<readonly string[]> => {
  const found = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db.query)
  return found.rows.map((row) => row.name)
}

const applied = async (db: Db): Promise<readonly string[]> => {
  const names = await tables(db)
  if (!names.includes('kysely_migration')) {
    if (names.length > 0)
      throw new BadInput(`${db.file} is a database of another program; choose another home with --home`)
    return []
  }
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db.query)
  return done.rows.map((row) => row.name)
}

/** True when every migration is there; BadInput when the store knows one that we do not. */
const upToDate = async (db: Db): Promise<boolean> => {
  const done = await applied(db)
  const known = migrationsOf(db)
  const newer = done.find((name) => !(name in known))
  if (newer !== undefined)
    throw new BadInput(`${db.file} was written by a newer Soi (${newer}); update Soi, nothing was changed`)
  return done.length === Object.keys(known).length
}

/** Waits without holding up this process: it may be the one that migrates. */
const migrationLock = async (db: Db): Promise<Lock> => {
  const until = Date.now() + MIGRATION_WAIT_MS
  for (;;) {
    try {
      return db.locks.acquire('migration', `the migration of ${db.file}`)
    } catch (error) {
      if (!(error instanceof Busy) || Date.now() > until) throw error
      await sleep(ASK_AGAIN_MS)
    }
  }
}

const migrate = async (db: Db): Promise<void> => {
  const lock = await migrationLock(db)
  try {
    if (await upToDate(db)) return
    const migrator = new Migrator({ db: db.query, provider: { getMigrations: async () => ({ ...migrationsOf(db) }) } })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
  } finally {
    lock.release()
  }
}

/** Rows for reports follow from a list of goods that comes with Soi: with another list they are made again. */
const renewFlags = async (db: Db): Promise<void> => {
  if (flagsAreOfToday(db)) return
  const lock = await migrationLock(db)
  try {
    db.write('full', () => {
      if (!flagsAreOfToday(db)) rebuildFlags(db)
    })
  } finally {
    lock.release()
  }
}

/** Opens or makes the database, and brings it up to date. */
export const openDb = async (options: Connect): Promise<Db> => {
  if (options.readOnly && !existsSync(join(options.home, 'evidence.sqlite')))
    throw new NoInput(
      `no evidence store in ${options.home} yet; run a check or a sweep first, or name another home with --home`,
    )
  if (!options.readOnly) naming(options.home, () => mkdirSync(join(options.home, 'blobs', 'tmp'), { recursive: true }))
  const db = connect(options)
  try {
    const ready = await upToDate(db)
    if (options.readOnly && !ready)
      throw new BadInput(`${db.file} was written by an older Soi; run a check or a sweep once to bring it up to date`)
    if (!ready) await migrate(db)
    if (!options.readOnly) await renewFlags(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
