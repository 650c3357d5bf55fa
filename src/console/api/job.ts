import type { z } from 'zod'
import type { JobRow } from '../../store/console/api.ts'
import type { World } from '../ask.ts'

/** What every job is told by; `path` below /api/v1. */
export function jobFacts(row: JobRow, { jobs }: World, path: string, waits: boolean) {
  const state = jobs.stateOf(row)
  const { id, madeAt: askedAt, account, endedAt, problem } = row
  const now = state === 'running' && waits ? ('waiting' as const) : state
  return { id, self: `/api/v1${path}`, state: now, askedAt, account, endedAt, problem }
}

/** What came of a job; null unless it is done. */
export const resultOf = <T extends z.ZodType>({ result }: JobRow, schema: T): z.output<T> | null =>
  result === null ? null : schema.parse(JSON.parse(result))
