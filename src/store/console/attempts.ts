import { sha256 } from '../canonical.ts'
import type { Attempts } from './api.ts'
import type { ConsoleDb } from './console.ts'

/** Wrong passwords in a row, and how long a name then waits: 5 guesses a quarter of an hour are 480 a day. */
const MOST_FAILURES = 5
const LOCKED_MS = 15 * 60_000

/** Kept by hash of the name: what people mistype there may be a password. Names that nobody has are locked like any other. */
export const openAttempts = (db: ConsoleDb): Attempts => {
  const key = (name: string) => sha256(name.trim().toLowerCase())
  const fresh = () => new Date(Date.parse(db.now()) - LOCKED_MS).toISOString()
  return {
    locked: (name) =>
      db.get(
        'select 1 from attempt where name_hash = ? and failures >= ? and last_at > ? and last_at <= ?',
        ...[key(name), MOST_FAILURES, fresh(), db.now()],
      ) !== undefined,
    failed: (name) => {
      // What a clock that was ahead wrote would lock for as long as it was ahead.
      db.run('delete from attempt where last_at < ? or last_at > ?', fresh(), db.now())
      db.run(
        `insert into attempt (name_hash, failures, last_at) values (?, 1, ?)
         on conflict (name_hash) do update set failures = failures + 1, last_at = excluded.last_at`,
        key(name),
        db.now(),
      )
    },
    succeeded: (name) => {
      db.run('delete from attempt where name_hash = ?', key(name))
    },
  }
}
