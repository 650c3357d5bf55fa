import { z } from 'zod'
import type { JobRow } from '../../store/console/api.ts'
import type { ProgramAsk, World } from '../ask.ts'
import { type Endpoint, instant, limit, mark, pageFrom, pageOf, reading } from './endpoint.ts'
import { ApiProblem } from './problem.ts'

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

/** The jobs of one kind that programs asked for, newest first, each as `told` tells it. */
export const jobList = <A extends z.ZodType>({
  kind,
  answer,
  told,
  ...parts
}: Pick<Endpoint, 'path' | 'name' | 'scope'> & {
  readonly kind: JobRow['kind']
  readonly answer: A
  readonly told: (row: JobRow, ask: ProgramAsk) => z.input<A>
}): Endpoint =>
  reading({
    ...parts,
    query: z.strictObject({ limit, after: mark }),
    answer: pageOf(answer),
    read: async (ask, { limit: most, after }) => {
      const before = after === undefined ? {} : { before: after }
      const rows = ask.world.console.jobs.list({ kind, limit: most + 1, ...before })
      const page = pageFrom(rows, most, ({ id }) => id)
      return { ...page, items: page.items.map((row) => told(row, ask)) }
    },
  })

/** The job that the address names. */
export function jobIn({ world, params }: ProgramAsk, kind: JobRow['kind'], missing: string): JobRow {
  const row = world.console.jobs.get(kind, Number(params['id']))
  if (!row) throw new ApiProblem(404, missing)
  return row
}
