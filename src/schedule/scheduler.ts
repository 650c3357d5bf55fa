import { setTimeout as sleep } from 'node:timers/promises'
import { Busy } from '../errors.ts'
import type { Lock } from '../store/api.ts'
import { scheduleLease } from './lease.ts'
import { look } from './look.ts'
import type { KnownPlans } from './plan-files.ts'
import type { Running, ScheduleWorld } from './world.ts'

/** One look, and what it begins to its end. The caller holds the lease. */
export async function scheduleOnce(world: ScheduleWorld): Promise<void> {
  const running: Running = new Map()
  await look(world, running, new Map(), new Map())
  await Promise.all(running.values())
}

/**
 * Looks again and again until the signal is aborted; then stops what runs and waits for it. Stands by while another
 * process holds the lease, and takes over when that one is gone.
 */
export async function scheduleForever(world: ScheduleWorld, everyMs: number): Promise<void> {
  const running: Running = new Map()
  const told = new Map<string, string>()
  const known: KnownPlans = new Map()
  let lease: Lock | null = null
  let waits = false
  try {
    while (!world.signal.aborted) {
      try {
        lease ??= leaseIfFree(world)
        if (lease) await look(world, running, told, known)
        else if (!waits) world.tell({ kind: 'standing by' })
        waits = lease === null
        told.delete('')
      } catch (error) {
        tellTrouble(world, error, told)
      }
      await sleep(everyMs, undefined, { signal: world.signal }).catch(() => undefined) // the abort ends the loop
    }
    await Promise.all(running.values())
  } finally {
    lease?.release()
  }
}

/** A full disk or a busy database passes: the next look tries again. Said once for each message. */
function tellTrouble({ log }: ScheduleWorld, error: unknown, told: Map<string, string>): void {
  const problem = String(error)
  if (told.get('') !== problem) log.error({ err: error }, 'the scheduler could not look')
  told.set('', problem)
}

function leaseIfFree({ store, folder }: ScheduleWorld): Lock | null {
  try {
    return scheduleLease(store.home, folder)
  } catch (error) {
    if (error instanceof Busy) return null
    throw error
  }
}
