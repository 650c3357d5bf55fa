import { basename } from 'node:path'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { modelMessages } from '../i18n/model.ts'
import type { Judged } from '../model/cross-validate.ts'
import type { ModelFile, Source } from '../model/file.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly json?: boolean
  readonly lenient?: boolean
  readonly output?: string
  readonly folds?: string
}

async function train(tools: Tools, files: readonly string[], options: Options): Promise<ExitCode> {
  const t = modelMessages(tools.lang)
  if (files.includes('-')) throw new BadInput(t.noStdin)
  const { labelledLines } = await import('./labelled-files.ts')
  const { hashOfFile, writeModel } = await import('./model-file.ts')
  const { aboutModel } = await import('./model-text.ts')
  const { featuresOf } = await import('../model/features.ts')
  const { trainJudge } = await import('../model/train.ts')
  const listings = new Map<string, number>()
  const examples = []
  for await (const { file, labelled } of labelledLines(files, tools, options)) {
    listings.set(file, (listings.get(file) ?? 0) + 1)
    examples.push({ ...featuresOf(labelled.listing), violating: labelled.labels.length > 0, fold: file })
  }
  const sources: Source[] = []
  for (const file of files)
    sources.push({ file: basename(file), sha256: await hashOfFile(file), listings: listings.get(file) ?? 0 })
  const violating = examples.filter((example) => example.violating).length
  const model: ModelFile = {
    created: new Date().toISOString(),
    sources,
    counts: { violating, legitimate: examples.length - violating },
    ...trainJudge(examples),
  }
  const file = await writeModel(model, options.output, tools)
  const { weights, ...rest } = model
  if (options.json) tools.out(JSON.stringify({ file, ...rest, features: weights.size }))
  else for (const line of [t.written(file, weights.size), ...aboutModel(model, tools)]) tools.out(line)
  return ExitCode.Ok
}

async function show(tools: Tools, file: string, options: Options): Promise<ExitCode> {
  const t = modelMessages(tools.lang)
  const { readModel } = await import('./model-file.ts')
  const { aboutModel } = await import('./model-text.ts')
  const { shownWord } = await import('../model/opinion.ts')
  const model = await readModel(file, tools)
  const { weights, ...rest } = model
  const ordered = [...weights].sort(([, a], [, b]) => b - a)
  const words = (some: typeof ordered) => some.map(([word, weight]) => ({ word: shownWord(word), weight }))
  const [most, least] = [words(ordered.slice(0, SHOWN)), words(ordered.slice(-SHOWN).reverse())]
  if (options.json) {
    tools.out(JSON.stringify({ file, ...rest, features: weights.size, for: most, against: least }))
    return ExitCode.Ok
  }
  const line = (some: typeof most) => some.map(({ word, weight }) => `${word} ${weight.toFixed(1)}`).join(' · ')
  tools.out(t.written(file, weights.size))
  for (const about of aboutModel(model, tools)) tools.out(about)
  for (const text of [t.speaksFor, `  ${line(most)}`, t.speaksAgainst, `  ${line(least)}`]) tools.out(text)
  return ExitCode.Ok
}
const SHOWN = 30

async function evaluate(tools: Tools, files: readonly string[], options: Options): Promise<ExitCode> {
  const { featuresOf } = await import('../model/features.ts')
  const { crossValidate } = await import('../model/cross-validate.ts')
  const { dealt } = await import('../model/train.ts')
  const { loadRuleset } = await import('../rules/load.ts')
  const { openJudge } = await import('./checks-world.ts')
  const { labelledLines } = await import('./labelled-files.ts')
  const { printResult } = await import('./model-text.ts')
  const folds = foldsAsked(options.folds, files, tools)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assess = await openJudge(ruleset)
  const judged: Judged[] = []
  for await (const { file, labelled } of labelledLines(files, tools, options)) {
    const { score, flagged } = assess(labelled.listing)
    judged.push({ ...featuresOf(labelled.listing), violating: labelled.labels.length > 0, fold: file, score, flagged })
  }
  const result = crossValidate(folds === 'by-file' ? judged : dealt(judged, folds))
  if (options.json) tools.out(JSON.stringify({ ruleset: ruleset.hash, ...result }))
  else printResult(result, tools)
  return ExitCode.Ok
}

const USUAL_FOLDS = 5
const MOST_FOLDS = 50

function foldsAsked(folds: string | undefined, files: readonly string[], tools: Tools): 'by-file' | number {
  if (folds === undefined) return files.length > 1 ? 'by-file' : USUAL_FOLDS
  if (folds === 'by-file') return folds
  const count = Number(folds)
  if (!/^\d{1,2}$/.test(folds) || count < 2 || count > MOST_FOLDS)
    throw new BadInput(modelMessages(tools.lang).badFolds(folds))
  return count
}

export const command: Command = {
  name: 'model',
  declare: (program, lang, act) => {
    const t = modelMessages(lang)
    const group = program.command('model').description(t.about)
    group
      .command('train')
      .description(t.trainAbout)
      .argument('<files...>', t.files)
      .option('-o, --output <file>', t.output)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act((tools, files: string[], options: Options) => train(tools, files, options)))
    group
      .command('eval')
      .description(t.evalAbout)
      .argument('<files...>', t.files)
      .option('--folds <how>', t.folds)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act((tools, files: string[], options: Options) => evaluate(tools, files, options)))
    group
      .command('show')
      .description(t.showAbout)
      .argument('<file>', t.modelFile)
      .option('--json', t.json)
      .action(act((tools, file: string, options: Options) => show(tools, file, options)))
  },
}
