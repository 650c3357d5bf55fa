import type Database from 'better-sqlite3'
import { BadInput } from '../errors.ts'
import { isBusy } from './failures.ts'

/** How long a writer waits for another process before it is Busy. */
export const BUSY_MS = 5_000
const ASK_AGAIN_MS = 20
const never = new Int32Array(new SharedArrayBuffer(4))

/**
 * Puts the file under a write-ahead log. A new file changes to it only alone, and SQLite refuses at once, whatever its
 * time-out, when two processes would: so it is asked again until that time-out is over. Throws SQLITE_BUSY then.
 */
export function writeAhead(raw: Database.Database): void {
  const until = performance.now() + BUSY_MS
  for (;;) {
    try {
      raw.pragma('journal_mode = wal')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
      Atomics.wait(never, 0, 0, ASK_AGAIN_MS)
    }
  }
}

/** A database of a few tables of one's own. */
export interface OwnTables {
  /** Marks the file as Soi's, and as which. */
  readonly applicationId: number
  /** What each version brought; a file's `user_version` counts those it has. */
  readonly versions: readonly (readonly string[])[]
}

/** How many versions the file has; 0 for an empty one. BadInput for another program's file or a newer Soi's. */
export function versionOf(raw: Database.Database, file: string, { applicationId, versions }: OwnTables): number {
  // Of one moment: another process may be making the tables.
  const { own, version, tables } = raw.transaction(() => ({
    own: raw.pragma('application_id', { simple: true }) === applicationId,
    version: raw.pragma('user_version', { simple: true }) as number,
    tables: (raw.prepare('select count(*) as n from sqlite_master').get() as { n: number }).n,
  }))()
  if (!own && tables > 0)
    throw new BadInput(`${file} is a database of another program; choose another home with --home`)
  if (own && version > versions.length)
    throw new BadInput(`${file} was written by a newer Soi; update Soi, nothing was changed`)
  return own ? version : 0
}

/** Makes the tables of a new file and brings an older one up to date, once, whoever else opens it now. BadInput as versionOf. */
export function prepareTables(raw: Database.Database, file: string, own: OwnTables): void {
  if (versionOf(raw, file, own) === own.versions.length) return
  const bringUpToDate = raw.transaction(() => {
    for (const statement of own.versions.slice(versionOf(raw, file, own)).flat()) raw.exec(statement)
    raw.pragma(`application_id = ${own.applicationId}`)
    raw.pragma(`user_version = ${own.versions.length}`)
  })
  bringUpToDate.immediate()
}
