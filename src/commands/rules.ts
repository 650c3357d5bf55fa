import { listedChecks } from '../checks/gather.ts'
import type { Reference } from '../checks/reference.ts'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import type { Judged } from '../rules/evaluate.ts'
import { type ExampleFailure, runExamples } from '../rules/examples.ts'
import { parseScoreInput } from '../rules/input.ts'
import { jsonLines } from '../rules/lines.ts'
import { loadRuleset } from '../rules/load.ts'
import type { Ruleset } from '../rules/ruleset.ts'
import { assess } from '../rules/score.ts'
import { openReference } from './checks-world.ts'
import type { Command, Tools } from './command.ts'
import { printFigures } from './rules-figures.ts'
import { located, opened } from './score.ts'

export interface Options {
  readonly json?: boolean
  readonly by?: string
  readonly list?: boolean
}

const rules = async (tools: Tools, action: string, files: string[], options: Options): Promise<ExitCode> => {
  const ruleset = await loadRuleset(tools.rulesFolder)
  if (action === 'list') return listRules(tools, ruleset, options)
  if (action === 'test') return testRules(tools, ruleset, options)
  if (action === 'eval') return evaluate(tools, ruleset, files, options)
  throw new BadInput(rulesMessages(tools.lang).unknownAction(action))
}

function listRules(tools: Tools, ruleset: Ruleset, options: Options): ExitCode {
  const t = rulesMessages(tools.lang)
  const rows = [...ruleset.rules, ...ruleset.excuses].map((rule) => ({
    id: rule.body.id,
    version: rule.version,
    file: rule.file,
    title: rule.body.title,
    strength: rule.body.strength,
    ...(rule.kind === 'offence'
      ? { category: rule.body.category, legal: rule.body.legal }
      : { lowers: rule.body.lowers }),
    active: rule.active,
  }))
  if (options.json) {
    tools.out(JSON.stringify({ ruleset: ruleset.hash, rules: rows }))
    return ExitCode.Ok
  }
  for (const row of rows) {
    const about = 'category' in row ? row.category : t.lowers(row.lowers.join(', '))
    tools.out(
      `${row.id}  ${row.strength}  ${about}${row.active ? '' : `  (${t.retired})`}\n    ${row.title[tools.lang]}`,
    )
  }
  tools.out(t.loaded(ruleset.rules.length, ruleset.excuses.length, ruleset.hash.slice(0, 12)))
  return ExitCode.Ok
}

function testRules(tools: Tools, ruleset: Ruleset, options: Options): ExitCode {
  const t = rulesMessages(tools.lang)
  const report = runExamples(ruleset)
  if (options.json) tools.out(JSON.stringify(report))
  else {
    for (const failure of report.failures) {
      tools.out(`rules/${failure.file} ${failure.kind}[${failure.number}]: ${problemOf(failure, tools)}`)
    }
    tools.out(t.tested(report.rules, report.examples, report.failures.length))
  }
  return report.failures.length === 0 ? ExitCode.Ok : ExitCode.TestsFailed
}

function problemOf({ problem, quoted }: ExampleFailure, tools: Tools): string {
  const t = rulesMessages(tools.lang)
  const quotes = quoted.join(' · ') || t.none
  if (problem.kind === 'silent') return t.silent
  return problem.kind === 'fired' ? t.fired(quotes) : t.noQuote(problem.missing, quotes)
}

async function evaluate(tools: Tools, ruleset: Ruleset, files: readonly string[], options: Options): Promise<ExitCode> {
  const t = rulesMessages(tools.lang)
  if (files.length === 0) throw new BadInput(t.needFiles)
  const judged: Judged[] = []
  const reference = await openReference()
  for (const file of files) {
    for await (const { number, value } of jsonLines(await opened(file, tools), t.line)) {
      judged.push(located(number, t.line, () => judge(value, ruleset, reference)))
    }
  }
  printFigures(tools, judged, ruleset.scoring.flag_at, options)
  return ExitCode.Ok
}

function judge(value: unknown, ruleset: Ruleset, reference: Reference): Judged {
  const listing = parseScoreInput(value)
  const { labels, difficulty, evasion } = value as { labels?: unknown; difficulty?: unknown; evasion?: unknown }
  if (!Array.isArray(labels)) throw new BadInput('"labels" is missing: the names of the violations, [] for none')
  return {
    id: listing.id,
    title: listing.title,
    labels: labels.map(String),
    difficulty: typeof difficulty === 'string' ? difficulty : null,
    evasion: typeof evasion === 'string' ? evasion : null,
    platform: listing.platform,
    assessment: assess(listing, ruleset, listedChecks(listing, reference)),
  }
}

export const command: Command = {
  name: 'rules',
  declare: (program, lang, act) => {
    const t = rulesMessages(lang)
    program
      .command('rules')
      .description(t.rules)
      .argument('<action>', t.what)
      .argument('[files...]', t.files)
      .option('--json', t.json)
      .option('--by <group>', t.by)
      .option('--list', t.list)
      .action(act(rules))
  },
}
