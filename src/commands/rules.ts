import type { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { effectMessages } from '../i18n/rules-effect.ts'
import type { Command, Tools } from './command.ts'
import type { CalibrateOptions } from './rules-calibrate.ts'
import type { EffectOptions } from './rules-effect.ts'
import type { EvalOptions } from './rules-eval.ts'

interface Options {
  readonly json?: boolean
}

// Loaded by what is asked for: together they are half of the program.
const list = async (tools: Tools, options: Options) => (await import('./rules-list.ts')).listRules(tools, options)
const test = async (tools: Tools, options: Options) => (await import('./rules-validate.ts')).testRules(tools, options)
const validate = async (tools: Tools, options: Options) =>
  (await import('./rules-validate.ts')).validateRules(tools, options)
const evaluate = async (tools: Tools, files: string[], options: EvalOptions) =>
  (await import('./rules-eval.ts')).evaluateRules(tools, files, options)
const calibrate = async (tools: Tools, files: string[], options: CalibrateOptions) =>
  (await import('./rules-calibrate.ts')).calibrateRules(tools, files, options)
const effectOf = async (tools: Tools, file: string, options: EffectOptions) =>
  (await import('./rules-effect.ts')).rulesEffect(tools, file, options)
const begin = async (tools: Tools, path: string, options: Options) =>
  (await import('./rules-new.ts')).newRule(tools, path, options)

export const command: Command = {
  name: 'rules',
  declare: (program, lang, act) => {
    const t = rulesMessages(lang)
    const group = program.command('rules').description(t.rules)
    const plain = (name: string, about: string, action: (tools: Tools, options: Options) => Promise<ExitCode>) =>
      group.command(name).description(about).option('--json', t.json).action(act(action))
    plain('list', t.listAbout, list)
    plain('test', t.testAbout, test)
    plain('validate', t.validateAbout, validate)
    group
      .command('eval')
      .description(t.evalAbout)
      .argument('<files...>', t.files)
      .option('--by <group>', t.by)
      .option('--list', t.list)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act(evaluate))
    group
      .command('calibrate')
      .description(t.calibrateAbout)
      .argument('<files...>', t.files)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act(calibrate))
    const effect = effectMessages(lang)
    group
      .command('effect')
      .description(effect.about)
      .argument('<file>', effect.file)
      .option('--last <n>', effect.last)
      .option('--json', t.json)
      .action(act(effectOf))
    group
      .command('new')
      .description(t.newAbout)
      .argument('<path>', t.newPath)
      .option('--json', t.json)
      .action(act(begin))
  },
}
