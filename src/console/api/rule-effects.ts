import { z } from 'zod'
import type { Change } from '../../amend/changes.ts'
import { MOST_LAST, USUAL_LAST } from '../../amend/effect.ts'
import { MOST_RULE_CHARACTERS, proposalOf } from '../../amend/proposed.ts'
import type { JobRow } from '../../store/console/api.ts'
import type { ProgramAsk, World } from '../ask.ts'
import { acting, type Endpoint, hash, id, instant, reading } from './endpoint.ts'
import { jobFacts, jobIn, jobList, jobOf, resultOf } from './job.ts'
import { BANDS } from './listings.ts'
import { ApiProblem } from './problem.ts'

const judged = z.strictObject({ score: z.number(), band: BANDS })

const moved = z.strictObject({
  count: z.int(),
  first: z
    .array(z.strictObject({ sighting: id, site: z.string(), title: z.string(), from: judged, to: judged }))
    .describe('those that move farthest'),
})

const effect = z.strictObject({
  page: z.string().describe('where a reviewer reads it in the console and accepts it, as long as this server runs'),
  rulesets: z.strictObject({ before: hash, after: hash }),
  sound: z.boolean().describe('nothing stands in the way of accepting it'),
  failures: z
    .array(
      z.strictObject({
        ...{ rule: z.string(), file: z.string(), kind: z.enum(['fires', 'quiet', 'obfuscated']) },
        number: z.int().describe('place among the examples of its kind, from 1'),
        problem: z.enum(['silent', 'fired', 'quote']),
      }),
    )
    .describe('examples, of any rule, that would not behave as their file says'),
  findings: z
    .array(
      z.strictObject({
        ...{ level: z.enum(['error', 'warning']), kind: z.string(), file: z.string() },
        ...{ subject: z.string(), detail: z.string() },
      }),
    )
    .describe('what would not be as it should be in the rules, and is now'),
  listings: z.int().describe('newest listings that were judged by both'),
  since: instant.nullable().describe('when the oldest of them was seen'),
  flagged: z.strictObject({ before: z.int(), after: z.int() }),
  newlyFlagged: moved,
  noLongerFlagged: moved,
  otherBand: z.int().describe('flagged as before, in another band'),
  otherScore: z.int().describe('another score in the same band'),
})

function effectOf({ id: number, stage }: Change): z.input<typeof effect> | null {
  if (stage.kind !== 'ready') return null
  const { looked, effect: found, sound } = stage
  const { listings, since, flagged, otherBand, otherScore } = found
  return {
    ...{ page: `/rules/changes/${number}`, rulesets: { before: looked.before, after: looked.after }, sound },
    failures: looked.failures.map(({ rule, file, kind, number: at, problem }) => ({
      ...{ rule, file, kind, number: at, problem: problem.kind },
    })),
    findings: looked.findings.map(({ level, kind, file, subject, detail }) => ({ level, kind, file, subject, detail })),
    ...{ listings, since, flagged, otherBand, otherScore },
    newlyFlagged: { count: found.flagCount, first: [...found.flag] },
    noLongerFlagged: { count: found.unflagCount, first: [...found.unflag] },
  }
}

const job = jobOf({
  file: z.string().describe('under the rules folder'),
  effect: effect.nullable().describe('null until it is done'),
})

const told = (row: JobRow, { world }: ProgramAsk): z.input<typeof job> => ({
  ...jobFacts(row, world, `/rule-effects/${row.id}`, false),
  file: row.subject,
  effect: resultOf(row, effect),
})

const list = jobList({
  path: '/rule-effects',
  name: 'ruleEffects',
  scope: 'rules:write',
  kind: 'effect',
  answer: job,
  told,
})

const one = reading({
  path: '/rule-effects/{id}',
  name: 'ruleEffect',
  scope: 'rules:write',
  query: z.strictObject({}),
  answer: job,
  read: async (ask) => told(jobIn(ask, 'effect', 'no effect was asked for under that number'), ask),
})

/** Why there is no effect, in words; null for a defect. */
const problemOf = ({ stage }: Change): string | null =>
  stage.kind === 'refused' ? stage.message : stage.kind === 'cancelled' ? 'it was cancelled in the console' : null

const endIn =
  ({ jobs }: World, number: number) =>
  (change: Change): void => {
    const result = effectOf(change)
    if (result) jobs.end(number, { state: 'done', result })
    else jobs.end(number, { state: 'failed', problem: problemOf(change) })
  }

const create = acting({
  path: '/rule-effects',
  name: 'createRuleEffect',
  scope: 'rules:write',
  status: 202,
  changes: true,
  schema: z.strictObject({
    file: z.string().min(1).max(200).describe('`<family>/<id>.yaml`, or a word list `lexicon/<name>.yaml`'),
    text: z.string().min(1).max(MOST_RULE_CHARACTERS).describe('the whole file as it is proposed'),
    last: z.int().min(1).max(MOST_LAST).default(USUAL_LAST).describe('on so many of the newest listings'),
  }),
  example: { file: 'lexicon/vouching.yaml', text: 'id: vouching\nwords: []\n', last: 100 },
  answer: job,
  act: async (ask, { file: path, text, last }) => {
    const { world, program } = ask
    const { reader, changes } = world.ruling
    const proposal = proposalOf(path, text)
    const file = (await reader.book()).files.find((each) => each.path === path) ?? null
    if (file?.text === proposal.text) throw new ApiProblem(409, 'that is what the file says now')
    const { name } = program.account
    const row = world.jobs.begin({ kind: 'effect', account: name, subject: path })
    changes.start({ proposal, file, by: name, last, onEnd: endIn(world, row.id) })
    return told(row, ask)
  },
})

export const ruleEffectEndpoints: readonly Endpoint[] = [list, one, create]
