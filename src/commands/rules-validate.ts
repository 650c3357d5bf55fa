import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { reviewMessages } from '../i18n/rules-review.ts'
import { type ExampleFailure, runExamples } from '../rules/examples.ts'
import { keptReader } from '../rules/kept.ts'
import { loadRuleset } from '../rules/load.ts'
import { type Finding, reviewRuleset } from '../rules/overview.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Tools } from './command.ts'

interface Options {
  readonly json?: boolean
}

const isError = ({ level }: Finding): boolean => level === 'error'

/** Looks at the whole set. */
export async function validateRules(tools: Tools, options: Options): Promise<ExitCode> {
  const ruleset = await loadRuleset(tools.rulesFolder)
  const findings = reviewRuleset(ruleset, vietnamDay(new Date()), await keptReader(ruleset.files))
  if (options.json) tools.out(JSON.stringify({ ruleset: ruleset.hash, findings }))
  else {
    for (const found of findings) tools.out(reviewLine(found, tools))
    tools.out(counted(findings, tools))
  }
  return findings.some(isError) ? ExitCode.TestsFailed : ExitCode.Ok
}

/** Every rule on its own examples, and the errors of the whole set; its warnings are counted. */
export async function testRules(tools: Tools, options: Options): Promise<ExitCode> {
  const t = rulesMessages(tools.lang)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const report = runExamples(ruleset)
  const findings = reviewRuleset(ruleset, vietnamDay(new Date()), await keptReader(ruleset.files))
  if (options.json) tools.out(JSON.stringify({ ...report, findings }))
  else {
    for (const failure of report.failures)
      tools.out(`rules/${failure.file} ${failure.kind}[${failure.number}]: ${problemOf(failure, tools)}`)
    for (const found of findings.filter(isError)) tools.out(reviewLine(found, tools))
    tools.out(t.tested(report.rules, report.examples, report.failures.length))
    tools.out(`soi rules validate: ${counted(findings, tools)}`)
  }
  return report.failures.length === 0 && !findings.some(isError) ? ExitCode.Ok : ExitCode.TestsFailed
}

export function reviewLine({ level, kind, file, subject, detail }: Finding, { lang }: Tools): string {
  const t = reviewMessages(lang)
  return `${t[level]}: rules/${file}: ${t.finding[kind](subject, detail)}`
}

function counted(findings: readonly Finding[], { lang }: Tools): string {
  const errors = findings.filter(isError).length
  return reviewMessages(lang).reviewed(errors, findings.length - errors)
}

export function problemOf({ problem, quoted }: ExampleFailure, tools: Tools): string {
  const t = rulesMessages(tools.lang)
  const quotes = quoted.join(' · ') || t.none
  if (problem.kind === 'silent') return t.silent
  return problem.kind === 'fired' ? t.fired(quotes) : t.noQuote(problem.missing, quotes)
}
