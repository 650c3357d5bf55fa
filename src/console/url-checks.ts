import type { Logger } from 'pino'
import { Unavailable } from '../errors.ts'
import type { Store } from '../store/api.ts'
import type { JobRow } from '../store/console/api.ts'
import { sightingsOfCheck } from '../tips/check.ts'
import type { CheckQueue } from './check-queue.ts'
import type { JobDesk } from './jobs.ts'
import type { CheckUrl } from './tip-checks.ts'

/** One-off checks that programs ask for: the same as those of tips, in the same queue. */
export interface UrlChecks {
  /** Begins in the background, in its turn; null: too many wait. `url` as checkUrl gives it. */
  start(url: string, account: string): Promise<JobRow | null>
  /** Whether it still waits for its turn. */
  waits(job: number): boolean
}

interface Ground {
  readonly store: Pick<Store, 'home' | 'ledger' | 'sweeps'>
  readonly jobs: JobDesk
  readonly log: Logger
  readonly check: CheckUrl
  readonly queue: CheckQueue
}

export function urlChecks({ store, jobs, log, check, queue }: Ground): UrlChecks {
  const waiting = new Set<number>()
  const run = async ({ id, subject }: JobRow, signal: AbortSignal): Promise<void> => {
    waiting.delete(id)
    if (signal.aborted) return
    try {
      const checked = await check(subject, { home: store.home, signal })
      jobs.end(id, {
        state: 'done',
        result: { sweep: checked.sweep, sightings: await sightingsOfCheck(store, checked) },
      })
    } catch (error) {
      // Stopped with the server it counts as cut off, not as a failure of the address.
      if (signal.aborted) return
      log.error({ err: error, job: id }, 'a check gave no answer')
      jobs.end(id, { state: 'failed', problem: error instanceof Unavailable ? error.message : null })
    }
  }
  return {
    start: async (url, account) => {
      if (queue.isFull()) return null
      await store.ledger.append('check.asked', `host:${new URL(url).host}`, { url }, account)
      const job = jobs.begin({ kind: 'check', account, subject: url })
      waiting.add(job.id)
      if (queue.ask((signal) => run(job, signal))) return job
      waiting.delete(job.id)
      jobs.end(job.id, { state: 'failed', problem: 'too many checks wait' })
      return null
    },
    waits: (job) => waiting.has(job),
  }
}
