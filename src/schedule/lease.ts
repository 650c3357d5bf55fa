import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { Lock } from '../store/api.ts'
import { openLocks } from '../store/locks.ts'

/** Held by the one process that looks after the schedules of a folder; dies with it. Throws Busy. */
export function scheduleLease(home: string, folder: string): Lock {
  return openLocks(home).acquire(leaseName(folder), `the schedules of ${folder}`)
}

const leaseName = (folder: string): string =>
  `schedule-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`

/** Whether some process looks after the schedules of a folder now. */
export const isScheduled = (home: string, folder: string): boolean => openLocks(home).isHeld(leaseName(folder))
