import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Busy } from '../errors.ts'
import type { Lock } from './api.ts'
import { sha256 } from './canonical.ts'
import { isBusy, named, naming } from './failures.ts'

/**
 * Locks held by the operating system, through the lock that SQLite takes on a file of its own: such a lock dies
 * with its process whatever killed it, needs no clock, no process ids, and works on every platform SQLite does.
 */
export interface Locks {
  /** Throws Busy when it is held. `what` names it in the message. */
  acquire(name: string, what: string): Lock
  /** Whether somebody holds it now. */
  isHeld(name: string): boolean
  /** Forgets the file of a name that will never be used again. */
  forget(name: string): void
}

/** Who only asks whether it is held holds it for a moment: whoever wants it waits for that. */
const A_MOMENT_MS = 150

const hold = (file: string, what: string, timeout: number): Lock => {
  const db = new Database(file, { timeout })
  try {
    db.exec('begin exclusive')
  } catch (error) {
    db.close()
    if (isBusy(error))
      throw new Busy(`another process holds ${what}; wait until it is done, or stop it`, { cause: error })
    throw named(error, file)
  }
  return {
    release: () => {
      db.close()
    },
  }
}

export const openLocks = (home: string): Locks => {
  const folder = join(home, 'locks')
  const file = (name: string) => join(folder, `${name}.lock`)
  return {
    acquire: (name, what) =>
      naming(folder, () => {
        mkdirSync(folder, { recursive: true })
        return hold(file(name), what, A_MOMENT_MS)
      }),
    isHeld: (name) =>
      naming(folder, () => {
        if (!existsSync(file(name))) return false
        try {
          hold(file(name), name, 0).release()
          return false
        } catch (error) {
          if (error instanceof Busy) return true
          throw error
        }
      }),
    forget: (name) => rmSync(file(name), { force: true }),
  }
}

/** File-name-safe, whatever the user called the sweep. */
export const sweepLockName = (name: string): string => `sweep-${sha256(name).slice(0, 24)}`
