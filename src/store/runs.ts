import { randomUUID } from 'node:crypto'
import { Busy } from '../errors.ts'
import type { Lock } from './api.ts'
import type { Db } from './db.ts'
import type { Locks } from './locks.ts'

/** This opening of the store, as the owner of leases. Alive as long as the system holds its lock. */
export interface Run {
  /** The name that stands in a lease; takes the lock the first time. */
  readonly id: () => string
  /** Null when no lease was ever taken. */
  readonly idIfUsed: () => string | null
  readonly release: () => void
}

const lockName = (run: string): string => `run-${run}`

export const openRun = (db: Db): Run => {
  const id = randomUUID()
  let lock: Lock | null = null
  return {
    id: () => {
      lock ??= db.locks.acquire(lockName(id), 'a lock nobody else can know')
      return id
    },
    idIfUsed: () => (lock === null ? null : id),
    release: () => {
      if (lock === null) return
      lock.release()
      lock = null
      db.locks.forget(lockName(id))
    },
  }
}

/** True when the process of that run has died (or closed its store). */
export const isDead = (locks: Locks, run: string): boolean => {
  try {
    locks.acquire(lockName(run), 'a run').release()
    return true
  } catch (error) {
    if (error instanceof Busy) return false
    throw error
  }
}

export const forgetRun = (locks: Locks, run: string): void => locks.forget(lockName(run))
