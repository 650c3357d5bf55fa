import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { evaluator, GROUPINGS, type Grouping } from '../rules/evaluate.ts'
import { loadRuleset } from '../rules/load.ts'
import { openJudge } from './checks-world.ts'
import type { Tools } from './command.ts'
import { labelledLines } from './labelled-files.ts'
import { printEvaluation } from './rules-figures.ts'

export interface EvalOptions {
  readonly json?: boolean
  readonly by?: string
  readonly list?: boolean
  readonly lenient?: boolean
}

/** Figures of the rules on labelled listings. */
export async function evaluateRules(tools: Tools, files: readonly string[], options: EvalOptions): Promise<ExitCode> {
  const by = options.by === undefined ? null : groupingOf(options.by, tools)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assess = await openJudge(ruleset)
  const evaluated = evaluator(ruleset.scoring.flag_at)
  const counts = new Map(files.map((file) => [file, 0]))
  for await (const { file, line, labelled } of labelledLines(files, tools, options)) {
    counts.set(file, (counts.get(file) ?? 0) + 1)
    evaluated.add({ file, line }, labelled, assess(labelled.listing))
  }
  const result = evaluated.result()
  if (options.json) {
    const read = [...counts].map(([file, listings]) => ({ file, listings }))
    tools.out(JSON.stringify({ ruleset: ruleset.hash, flagAt: ruleset.scoring.flag_at, files: read, ...result }))
  } else printEvaluation(tools, result, { by, list: options.list ?? false })
  return ExitCode.Ok
}

function groupingOf(by: string, tools: Tools): Grouping {
  const found = GROUPINGS.find((grouping) => grouping === by)
  if (!found) throw new BadInput(rulesMessages(tools.lang).unknownBy(by))
  return found
}
