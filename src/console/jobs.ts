import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Lock } from '../store/api.ts'
import type { JobRow, Jobs } from '../store/console/api.ts'
import { openLocks } from '../store/locks.ts'

/** How a job of a program stands. `cut-off`: its server is gone; whoever asked may ask again. */
type JobState = 'running' | 'done' | 'failed' | 'cut-off'

type Outcome =
  | { readonly state: 'done'; readonly result: object }
  | { readonly state: 'failed'; readonly problem: string | null }

/** Jobs of programs as this server does them: each stands in the store before it begins, and its end once it is there. */
export interface JobDesk {
  begin(job: Pick<JobRow, 'kind' | 'account' | 'subject'>): JobRow
  end(id: number, outcome: Outcome): void
  stateOf(job: JobRow): JobState
  close(): void
}

const lockName = (server: string): string => `console-${server}`

/** A server that does jobs holds a lock of its own name, which dies with it: no clock says whether it still works. */
export function jobDesk({
  jobs,
  home,
  log,
}: {
  readonly jobs: Jobs
  readonly home: string
  readonly log: Logger
}): JobDesk {
  const server = randomUUID()
  const locks = openLocks(home)
  let lock: Lock | null = null
  return {
    begin: (job) => {
      lock ??= locks.acquire(lockName(server), 'the jobs of this server')
      return jobs.begin({ ...job, server })
    },
    end: (id, outcome) => {
      const { state } = outcome
      const result = state === 'done' ? JSON.stringify(outcome.result) : null
      try {
        jobs.end(id, { state, result, problem: state === 'failed' ? outcome.problem : null })
      } catch (error) {
        log.error(
          { err: error, job: id },
          'the end of a job was not written: it counts as cut off once this server is gone',
        )
      }
    },
    stateOf: ({ state, server: by }) => {
      if (state !== 'begun') return state
      if (by === server || locks.isHeld(lockName(by))) return 'running'
      locks.forget(lockName(by))
      return 'cut-off'
    },
    close: () => {
      if (lock === null) return
      lock.release()
      locks.forget(lockName(server))
      lock = null
    },
  }
}
