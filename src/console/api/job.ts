import { z } from 'zod'
import type { JobRow } from '../../store/console/api.ts'
import type { World } from '../ask.ts'
import { instant } from './endpoint.ts'

/** What a program is told of work that goes on after its request; `parts` is what is told of its kind. */
export const jobOf = <T extends z.ZodRawShape>(parts: T) =>
  z.strictObject({
    id: z.int(),
    self: z.string().describe('its address; look again until it does not run or wait'),
    state: z
      .enum(['waiting', 'running', 'done', 'failed', 'cut-off'])
      .describe('cut-off: the server that did it is gone; ask again under a new key'),
    askedAt: instant,
    account: z.string().describe('whose key asked'),
    endedAt: instant.nullable(),
    problem: z.string().nullable().describe('why it failed; null where only the log of the server says'),
    ...parts,
  })

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
