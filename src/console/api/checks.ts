import { z } from 'zod'
import { OUTCOMES } from '../../domain.ts'
import { checkUrl } from '../../sites/urls.ts'
import type { JobRow } from '../../store/console/api.ts'
import type { ProgramAsk } from '../ask.ts'
import { acting, type Endpoint, reading } from './endpoint.ts'
import { jobFacts, jobIn, jobList, jobOf, resultOf } from './job.ts'
import { listing, rowOf } from './listings.ts'
import { ApiProblem } from './problem.ts'

const RESULT = z.object({ sweep: z.int(), sightings: z.array(z.int()) })

const check = jobOf({
  url: z.string(),
  sweep: z.int().nullable().describe('its run: what could and could not be seen stands there too'),
})

const checkOf = (row: JobRow, { world }: ProgramAsk): z.input<typeof check> => ({
  ...jobFacts(row, world, `/checks/${row.id}`, world.urlChecks.waits(row.id)),
  url: row.subject,
  sweep: resultOf(row, RESULT)?.sweep ?? null,
})

const list = jobList({
  path: '/checks',
  name: 'checks',
  scope: 'checks',
  kind: 'check',
  answer: check,
  told: checkOf,
})

const seen = check.extend({
  outcomes: z
    .partialRecord(z.enum(OUTCOMES), z.int())
    .describe(
      'how its visits ended, as a check that saw nothing was blocked, or there is nothing; empty until it is done',
    ),
  listings: z.array(listing).describe('what was seen at the address, and what the rules say of it'),
})

/** Outcomes of a run over all sites. */
async function outcomesOf(
  { world }: ProgramAsk,
  sweep: number,
): Promise<Partial<Record<(typeof OUTCOMES)[number], number>>> {
  const rows = await world.store.sweeps.coverage(sweep)
  const sums = OUTCOMES.map(
    (outcome) => [outcome, rows.reduce((sum, row) => sum + (row.outcomes[outcome] ?? 0), 0)] as const,
  )
  return Object.fromEntries(sums.filter(([, n]) => n > 0))
}

const one = reading({
  path: '/checks/{id}',
  name: 'check',
  scope: 'checks',
  query: z.strictObject({}),
  answer: seen,
  read: async (ask) => {
    const row = jobIn(ask, 'check', 'there is no check of that number')
    const result = resultOf(row, RESULT)
    const rows = result ? await ask.world.store.likeness.rows(result.sightings) : []
    return {
      ...checkOf(row, ask),
      outcomes: result ? await outcomesOf(ask, result.sweep) : {},
      listings: rows.map(rowOf),
    }
  },
})

const create = acting({
  path: '/checks',
  name: 'createCheck',
  scope: 'checks:write',
  status: 202,
  changes: true,
  schema: z.strictObject({ url: z.string().min(1).max(2000).describe('of a listing, a shop or a search') }),
  example: { url: 'https://shop.example/dong-ho-1' },
  answer: check,
  act: async (ask, { url }) => {
    const job = await ask.world.urlChecks.start(checkUrl(url).href, ask.program.account.name)
    if (!job) throw new ApiProblem(409, 'too many checks wait; ask again when some are done')
    return checkOf(job, ask)
  },
})

export const checkEndpoints: readonly Endpoint[] = [list, one, create]
