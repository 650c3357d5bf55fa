import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { effectMessages } from '../i18n/rules-effect.ts'
import { loadRuleset } from '../rules/load.ts'
import type { Command, Tools } from './command.ts'
import { type CalibrateOptions, calibrateRules } from './rules-calibrate.ts'
import { type EffectOptions, rulesEffect } from './rules-effect.ts'
import { type EvalOptions, evaluateRules } from './rules-eval.ts'
import { newRule } from './rules-new.ts'
import { testRules, validateRules } from './rules-validate.ts'

interface Options {
  readonly json?: boolean
}

async function listRules(tools: Tools, options: Options): Promise<ExitCode> {
  const t = rulesMessages(tools.lang)
  const ruleset = await loadRuleset(tools.rulesFolder)
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

export const command: Command = {
  name: 'rules',
  declare: (program, lang, act) => {
    const t = rulesMessages(lang)
    const group = program.command('rules').description(t.rules)
    const plain = (name: string, about: string, action: (tools: Tools, options: Options) => Promise<ExitCode>) =>
      group.command(name).description(about).option('--json', t.json).action(act(action))
    plain('list', t.listAbout, listRules)
    plain('test', t.testAbout, testRules)
    plain('validate', t.validateAbout, validateRules)
    group
      .command('eval')
      .description(t.evalAbout)
      .argument('<files...>', t.files)
      .option('--by <group>', t.by)
      .option('--list', t.list)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act((tools, files: string[], options: EvalOptions) => evaluateRules(tools, files, options)))
    group
      .command('calibrate')
      .description(t.calibrateAbout)
      .argument('<files...>', t.files)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act((tools, files: string[], options: CalibrateOptions) => calibrateRules(tools, files, options)))
    const effect = effectMessages(lang)
    group
      .command('effect')
      .description(effect.about)
      .argument('<file>', effect.file)
      .option('--last <n>', effect.last)
      .option('--json', t.json)
      .action(act((tools, file: string, options: EffectOptions) => rulesEffect(tools, file, options)))
    group
      .command('new')
      .description(t.newAbout)
      .argument('<path>', t.newPath)
      .option('--json', t.json)
      .action(act((tools, path: string, options: Options) => newRule(tools, path, options)))
  },
}
