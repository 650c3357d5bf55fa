import { fileURLToPath } from 'node:url'
import Table from 'cli-table3'
import type { ScoreInput } from '../../../src/domain.ts'
import { explain } from '../../../src/rules/explain.ts'
import { loadRuleset } from '../../../src/rules/load.ts'
import type { Ruleset } from '../../../src/rules/ruleset.ts'
import { assess } from '../../../src/rules/score.ts'
import { subjectOf } from '../../../src/rules/subject.ts'
import { type Spread, spread } from '../report.ts'
import { expressionLoop, expressions, jsonRulesEngine, plainText } from './peers.ts'
import { rulesetOfSize } from './rulesets.ts'
import { type Text, textsOf } from './texts.ts'

const RULES = fileURLToPath(new URL('../../../rules', import.meta.url))
const DAY = '2026-01-01'

interface Runner {
  readonly name: string
  /** Judges one listing and says how many rules spoke. */
  run(input: ScoreInput): number | Promise<number>
  /** How many of the listings it is given: the slow ones get fewer. */
  readonly share: number
}

export interface RulesLine {
  readonly texts: string
  readonly runner: string
  readonly rules: number
  readonly perCpuSecond: Spread
  /** CPU of this runner over that of the first of its table, round by round, for one listing. */
  readonly cost: Spread
  /** Rules that spoke, per listing. */
  readonly spoke: number
}

/** Everything a sweep does with a listing: fold, read, rules, facts, quotes; flagged ones are accounted for too. */
const soi = (name: string, ruleset: Ruleset): Runner => ({
  name,
  share: 1,
  run(input) {
    const assessment = assess(input, ruleset)
    if (assessment.flagged) explain(assessment, ruleset, DAY)
    return assessment.signals.length
  },
})

/** Runs every comparison; throws when a peer and the project find different words in undisguised text. */
export async function compareRules(rounds: number, count: number, say: (line: string) => void) {
  const begun = cpuNow()
  const whole = await loadRuleset(RULES)
  const loadCpuSeconds = cpuNow() - begun
  say(
    `${whole.rules.length + whole.excuses.length} rules, ${whole.trie.size} terms, loaded in ${loadCpuSeconds.toFixed(2)} CPU s`,
  )
  const sets = [
    { texts: 'ordinary (1 in 10 tells)', all: textsOf(whole, count, 0.1, 1) },
    { texts: 'most hit (9 in 10 tell)', all: textsOf(whole, count, 0.9, 2) },
  ]
  const pairs = checked(
    whole,
    sets.flatMap(({ all }) => all),
  )
  say(`${pairs} pairs of listing and word list found alike by peers and project`)
  const [loop, engine] = [expressionLoop(whole), jsonRulesEngine(whole)]
  const peers: readonly Runner[] = [
    soi('soi', whole),
    { name: 'RegExp loop', share: 0.1, run: (input) => loop(input).length },
    { name: 'json-rules-engine', share: 0.05, run: async (input) => (await engine(input)).length },
  ]
  const sizes = [soi('soi', await rulesetOfSize(whole, 150)), soi('soi', await rulesetOfSize(whole, 1500))]
  const lines: RulesLine[] = []
  for (const { texts, all } of sets) {
    say(`${texts} …`)
    const inputs = all.map(({ listing }) => listing)
    lines.push(...(await rows(texts, peers, () => whole.rules.length + whole.excuses.length, inputs, rounds)))
    lines.push(...(await rows(texts, sizes, (at) => [150, 1500][at] ?? 0, inputs, rounds)))
  }
  return { rounds, listings: count, loadCpuSeconds, alike: pairs, lines }
}

const cpuNow = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Interleaved; the first round warms up and is not counted. */
async function rows(
  texts: string,
  runners: readonly Runner[],
  rules: (at: number) => number,
  inputs: readonly ScoreInput[],
  rounds: number,
): Promise<RulesLine[]> {
  const taken = runners.map(() => ({ seconds: [] as number[], spoke: 0 }))
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { run, share }] of runners.entries()) {
      const given = inputs.slice(0, Math.max(10, Math.round(inputs.length * share)))
      let spoke = 0
      const begun = cpuNow()
      for (const input of given) spoke += await run(input)
      const each = (cpuNow() - begun) / given.length
      const one = taken[at]
      if (!one || round === 0) continue
      one.seconds.push(each)
      one.spoke = spoke / given.length
    }
  }
  const first = taken[0]?.seconds ?? []
  return taken.map(({ seconds, spoke }, at) => ({
    texts,
    runner: runners[at]?.name ?? '',
    rules: rules(at),
    perCpuSecond: spread(seconds.map((each) => 1 / each)),
    cost: spread(seconds.map((each, round) => each / (first[round] ?? Number.NaN))),
    spoke,
  }))
}

/** In text that disguises nothing, word for word, peers and project must find the same lists; returns how many were found. */
export function checked(ruleset: Ruleset, texts: readonly Text[]): number {
  const all = expressions(ruleset)
  let found = 0
  for (const { listing } of texts.filter(({ plain }) => plain)) {
    const { hits } = subjectOf({ ...listing, url: null, price_text: null }, ruleset.trie)
    const text = plainText(listing)
    for (const [list, expression] of all) {
      const own = hits.get(list)?.some((hit) => hit.stream.asWritten && !hit.stream.attributeName && !hit.unaccented)
      if ((own === true) !== expression.test(text))
        throw new Error(`list ${list} in "${text}": ${own ? 'only the project' : 'only the peers'} found it`)
      if (own) found++
    }
  }
  return found
}

export function rulesTable(lines: readonly RulesLine[]): string {
  const head = ['texts', 'runner', 'rules', 'listings / CPU s', 'CPU ÷ first', 'rules that spoke']
  const out = new Table({ head, style: { head: [], border: [], compact: true } })
  const show = ({ median, min, max }: Spread, digits: number) =>
    `${median.toFixed(digits)} [${min.toFixed(digits)}–${max.toFixed(digits)}]`
  for (const { texts, runner, rules, perCpuSecond, cost, spoke } of lines)
    out.push([texts, runner, rules, show(perCpuSecond, 0), show(cost, 2), spoke.toFixed(2)])
  return out.toString()
}
