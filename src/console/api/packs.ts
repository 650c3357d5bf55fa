import { z } from 'zod'
import { LANGS } from '../../i18n/messages.ts'
import type { Case } from '../../store/api.ts'
import type { JobRow } from '../../store/console/api.ts'
import type { ProgramAsk } from '../ask.ts'
import { anyBlind } from '../blind.ts'
import { asDecider } from '../decider.ts'
import { packFile } from '../pack-file.ts'
import { acting, type Endpoint, reading, sending } from './endpoint.ts'
import { jobFacts, jobIn, jobOf, resultOf } from './job.ts'
import { ApiProblem, there } from './problem.ts'

const MOST_JOBS = 20

const file = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  href: z.string().describe('where it is fetched'),
})

const RESULT = z.object({ name: z.string(), bytes: z.int() })

const pack = jobOf({
  case: z.int(),
  progress: z.strictObject({ done: z.int(), total: z.int() }).nullable().describe('listings; null unless it runs here'),
  pack: file.nullable().describe('null until it is done'),
})

const fileOf = (id: number, { name, bytes }: z.output<typeof RESULT>) => ({
  ...{ name, bytes },
  href: `/api/v1/cases/${id}/packs/${name}`,
})

const subjectOf = ({ id }: Pick<Case, 'id'>): string => `case:${id}`

function packOf(row: JobRow, { world }: ProgramAsk): z.input<typeof pack> {
  const id = Number(row.subject.slice('case:'.length))
  const facts = jobFacts(row, world, `/packs/${row.id}`, false)
  const now = facts.state === 'running' ? world.packs.state(id) : null
  const made = resultOf(row, RESULT)
  return {
    ...facts,
    case: id,
    progress: now?.kind === 'running' ? { done: now.done, total: now.total } : null,
    pack: made && fileOf(id, made),
  }
}

/** The case of an address; refused to who is to judge one of its listings blind: a pack prints verdicts, reasons and names. */
async function caseFor({ world: { store }, program, params }: ProgramAsk): Promise<Case> {
  const found = await there(store.cases.get(Number(params['id'])))
  const eyes = { store, decider: asDecider(program.account) }
  if (await anyBlind(eyes, await store.likeness.rows(found.sightings)))
    throw new ApiProblem(
      409,
      'this account is to judge a listing of the case blind, in the console: its packs come after that',
    )
  return found
}

const list = reading({
  path: '/cases/{id}/packs',
  name: 'packs',
  scope: 'packs',
  query: z.strictObject({}),
  answer: z.strictObject({
    items: z.array(file).describe('newest first, those made in the console too'),
    jobs: z.array(pack).describe('the last that programs asked for, newest first'),
  }),
  read: async (ask) => {
    const { world } = ask
    const { id } = await caseFor(ask)
    const made = await world.packs.made(id)
    const rows = world.console.jobs.list({ kind: 'pack', subject: subjectOf({ id }), limit: MOST_JOBS })
    return { items: made.map((each) => fileOf(id, each)), jobs: rows.map((row) => packOf(row, ask)) }
  },
})

const one = reading({
  path: '/packs/{id}',
  name: 'pack',
  scope: 'packs',
  query: z.strictObject({}),
  answer: pack,
  read: async (ask) => packOf(jobIn(ask, 'pack', 'no pack was asked for under that number'), ask),
})

const create = acting({
  path: '/cases/{id}/packs',
  name: 'createPack',
  scope: 'packs:write',
  status: 202,
  changes: true,
  schema: z.strictObject({
    lang: z.enum(LANGS).default('vi').describe('of the report in it'),
    partial: z.boolean().default(false).describe('true: also where some evidence is missing, which the pack then says'),
  }),
  example: { lang: 'vi', partial: true },
  answer: pack,
  act: async (ask, { lang, partial }) => {
    const { world, program } = ask
    const { name, unit } = program.account
    const of = await caseFor(ask)
    if (of.sightings.length === 0) throw new ApiProblem(409, 'the case holds no listing')
    if (world.packs.state(of.id)?.kind === 'running') throw new ApiProblem(409, 'a pack of this case is being made')
    const job = world.jobs.begin({ kind: 'pack', account: name, subject: subjectOf(of) })
    const begun = world.packs.start(of, {
      ...{ officer: { name, unit }, partial, lang },
      onEnd: (end) => {
        if (end.kind === 'made') world.jobs.end(job.id, { state: 'done', result: end.pack })
        if (end.kind === 'failed') world.jobs.end(job.id, { state: 'failed', problem: end.message })
      },
    })
    if (!begun) throw new Error('a pack was not begun though none of the case was under way')
    return packOf(job, ask)
  },
})

const download = sending({
  path: '/cases/{id}/packs/{pack}',
  name: 'packFile',
  scope: 'packs',
  send: async (ask) => {
    const { id } = await caseFor(ask)
    const answer = await packFile(ask.world, {
      caseId: id,
      name: ask.params['pack'] ?? '',
      account: ask.program.account.name,
    })
    if (!answer) throw new ApiProblem(404, 'there is no pack of that name')
    return answer
  },
})

export const packEndpoints: readonly Endpoint[] = [list, one, create, download]
