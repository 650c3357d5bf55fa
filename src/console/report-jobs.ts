import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { BadInput, Unavailable } from '../errors.ts'
import { replaceWhole } from '../replace-whole.ts'
import { sha256 } from '../store/canonical.ts'
import type { JobRow } from '../store/console/api.ts'
import type { World } from './ask.ts'
import type { CheckQueue } from './check-queue.ts'
import type { JobDesk } from './jobs.ts'
import { makeReportFile, type ReportFileWish, reportSubject } from './report-file.ts'

/** Files of reports that programs ask for. */
export interface ReportJobs {
  /** Begins in the background, in its turn; null: too many wait. */
  start(wish: ReportFileWish, account: string): JobRow | null
  /** Whether it still waits for its turn. */
  waits(job: number): boolean
  /** The file of a job that is done; null where somebody took it away since. */
  read(job: number): Promise<Uint8Array | null>
}

interface Ground extends Pick<World, 'store' | 'console' | 'print'> {
  readonly jobs: JobDesk
  readonly log: Logger
  readonly queue: CheckQueue
}

export function reportJobs({ jobs, log, queue, ...means }: Ground): ReportJobs {
  const waiting = new Set<number>()
  const folder = join(means.store.home, 'reports')
  const path = (job: number): string => join(folder, String(job))
  const run = async (id: number, wish: ReportFileWish, account: string, signal: AbortSignal): Promise<void> => {
    waiting.delete(id)
    if (signal.aborted) return
    try {
      const { name, bytes, report } = await makeReportFile(means, wish, account)
      await replaceWhole(path(id), bytes)
      const { until, head } = report
      const result = { name, bytes: bytes.byteLength, sha256: sha256(bytes), until, head }
      jobs.end(id, { state: 'done', result })
    } catch (error) {
      log.error({ err: error, job: id }, 'a report was not made')
      const told = error instanceof Unavailable || error instanceof BadInput
      jobs.end(id, { state: 'failed', problem: told ? error.message : null })
    }
  }
  return {
    start: (wish, account) => {
      if (queue.isFull()) return null
      const subject = `${reportSubject(wish.kind, wish.report.period.name)}.${wish.format}`
      const { id, ...job } = jobs.begin({ kind: 'report', account, subject })
      waiting.add(id)
      queue.ask((signal) => run(id, wish, account, signal))
      return { id, ...job }
    },
    waits: (job) => waiting.has(job),
    read: (job) =>
      readFile(path(job)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }),
  }
}
