import { fileURLToPath } from 'node:url'
import { workerData } from 'node:worker_threads'
import { listedChecks } from '../checks/gather.ts'
import { loadReference, type Reference } from '../checks/reference.ts'
import { explain } from '../rules/explain.ts'
import { type RulesPlace, ruleFiles } from '../rules/place.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { assess } from '../rules/score.ts'
import type { Store } from '../store/api.ts'
import { openStore } from '../store/store.ts'
import { vietnamDay } from '../vietnam-day.ts'
import { answerCalls, type Turn } from '../worker/answer.ts'
import { type InForce, inForce } from './book.ts'
import { effectOn } from './effect.ts'
import { looked, proposed, scaffolded } from './proposed.ts'
import type { CallName, Calls, Proposal } from './types.ts'
import type { WorkerAsk, WorkerStart } from './wire.ts'

/** The thread that holds the rules in force: loading them takes seconds, and looking at thousands of listings minutes. */

const { home, place } = workerData as WorkerStart
const REFERENCE = fileURLToPath(new URL('../../data/reference', import.meta.url))
/** How long the rules on the disk count as read: somebody may edit them beside us. */
const FRESH_MS = 5_000
const MOST_LATEST = 12

let held: { readonly at: number; readonly key: string; readonly inForce: Promise<InForce> } | null = null
const keyOf = async (of: RulesPlace): Promise<string> =>
  (await ruleFiles(of)).map(({ path, sha256 }) => `${path} ${sha256}`).join('\n')

/** The rules as they are on the disk now. */
async function current(): Promise<InForce> {
  if (held && held.at > Date.now() - FRESH_MS) return held.inForce
  const key = await keyOf(place)
  held = { at: Date.now(), key, inForce: held?.key === key ? held.inForce : inForce(place) }
  return held.inForce
}

const lookAgain = (): void => {
  held = held && { ...held, at: 0 }
}

let latest: { readonly key: string; readonly ruleset: Promise<Ruleset> } | null = null

/** The rules with a proposal in its place. Asked for twice, to look at it and to see its effect, and compiling them takes a second. */
function withProposal({ hash }: Ruleset, proposal: Proposal): Promise<Ruleset> {
  const key = `${hash} ${proposal.path}\n${proposal.text}`
  if (latest?.key === key) return latest.ruleset
  const ruleset = proposed(place, proposal)
  latest = { key, ruleset }
  // What could not be read a moment ago may be there again.
  ruleset.catch(() => {
    latest = null
  })
  return ruleset
}

let reference: Promise<Reference> | null = null
let store: Promise<Store> | null = null
const readStore = (): Promise<Store> => {
  store ??= openStore(home, { actor: 'rules', readOnly: true })
  return store
}

type Handlers = { readonly [K in CallName]: (ask: Calls[K]['ask'], turn: Turn) => Promise<Calls[K]['answer']> }

const HANDLERS: Handlers = {
  book: async ({ known, fresh }) => {
    if (fresh) lookAgain()
    const { book } = await current()
    return book.hash === known ? null : book
  },
  scaffold: async (path) => scaffolded((await current()).ruleset, path),
  try: async (input) => {
    const { ruleset } = await current()
    reference ??= loadReference(REFERENCE)
    const assessment = assess(input, ruleset, listedChecks(input, await reference))
    return { input, explanation: explain(assessment, ruleset, vietnamDay(new Date())) }
  },
  look: async (proposal) => {
    // What is being changed must be what is on the disk.
    lookAgain()
    const { ruleset } = await current()
    return looked(ruleset, await withProposal(ruleset, proposal), vietnamDay(new Date()))
  },
  effect: async ({ proposal, last }, turn) => {
    const { ruleset: before } = await current()
    const after = await withProposal(before, proposal)
    return effectOn((await readStore()).sightings.newest(last), { before, after }, turn)
  },
  tallies: async (from) => (await readStore()).ruleHits.all(from),
  history: async ({ rule, from }) => {
    const { ruleHits, sightings } = await readStore()
    const items = await Promise.all((await ruleHits.latest(rule, MOST_LATEST)).map((id) => sightings.get(id)))
    const latest = items.map(({ item: { id, listing, assessment } }) => ({
      ...{ sighting: id, site: listing.site, title: listing.title },
      to: { score: assessment.score, band: assessment.band },
    }))
    return { months: await ruleHits.months(rule, from), latest }
  },
}

const answer = <K extends CallName>({ name, ask }: WorkerAsk<K>, turn: Turn): Promise<Calls[K]['answer']> =>
  HANDLERS[name](ask, turn)

await answerCalls<WorkerAsk>(async () => answer)
