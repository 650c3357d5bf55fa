import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { Busy } from '../errors.ts'
import type { Lock, Store } from '../store/api.ts'
import { openLocks } from '../store/locks.ts'

/** Held by the one process that looks after the schedules of a folder; dies with it. Throws Busy. */
export function scheduleLease(home: string, folder: string): Lock {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)
  return openLocks(home).acquire(`schedule-${name}`, `the schedules of ${folder}`)
}

/** Whether some process looks after the schedules of a folder now. */
export function isScheduled(home: string, folder: string): boolean {
  try {
    scheduleLease(home, folder).release()
    return false
  } catch (error) {
    if (error instanceof Busy) return true
    throw error
  }
}

/** Whether a sweep of that name runs now, in whatever process. */
export const isHeld = (store: Store, name: string): boolean => {
  try {
    store.sweeps.lock(name).release()
    return false
  } catch (error) {
    if (error instanceof Busy) return true
    throw error
  }
}
