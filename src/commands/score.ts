import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { ScoreInput } from '../domain.ts'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly lenient?: boolean
  readonly secondOpinion?: string
}

const score = async (tools: Tools, file: string, options: Options): Promise<ExitCode> => {
  const t = rulesMessages(tools.lang)
  const [{ parseScoreInput }, { jsonLines }, { loadRuleset }, { openJudge }] = await Promise.all([
    import('../rules/input.ts'),
    import('../rules/lines.ts'),
    import('../rules/load.ts'),
    import('./checks-world.ts'),
  ])
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assess = await openJudge(ruleset)
  const second = options.secondOpinion === undefined ? null : await secondOpinion(options.secondOpinion, tools)
  for await (const { number, value } of jsonLines(await opened(file, tools), t.line)) {
    if (tools.signal.aborted) return ExitCode.Interrupted
    const listing = located(number, t.line, () => parseScoreInput(value, { lenient: options.lenient ?? false }))
    const { id, score, band, flagged, categories, signals, excused, ruleset: hash } = assess(listing)
    const more = second?.(listing, flagged) ?? {}
    tools.out(JSON.stringify({ id, score, band, flagged, categories, signals, excused, ruleset: hash, ...more }))
  }
  return ExitCode.Ok
}

/** What the model of a file says beside the score: it changes nothing in it. `model_only`: the rules see nothing to flag. */
async function secondOpinion(file: string, tools: Tools) {
  const { readModel } = await import('./model-file.ts')
  const { LOOK_FROM, opinionOn } = await import('../model/opinion.ts')
  const model = await readModel(file, tools)
  return (listing: ScoreInput, flagged: boolean) => {
    const { probability, top } = opinionOn(listing, model)
    return {
      second_opinion: { probability, top, model_only: probability !== null && probability >= LOOK_FROM && !flagged },
    }
  }
}

/** The file as a stream, or standard input for `-`. */
export async function opened(file: string, tools: Tools): Promise<Readable> {
  if (file === '-') return tools.stdin
  const t = rulesMessages(tools.lang)
  const readable = async () => {
    await access(file, constants.R_OK)
    return !(await stat(file)).isDirectory()
  }
  const found = await readable().catch((cause: unknown) => {
    throw new NoInput(`${t.noFile(file)}: ${String(cause)}`)
  })
  if (!found) throw new NoInput(t.noFile(file))
  return createReadStream(file, 'utf8')
}

/** Adds the line number to what is wrong with a line. */
export function located<T>(number: number, say: (number: number, why: string) => string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof BadInput) throw new BadInput(say(number, error.message))
    throw error
  }
}

export const command: Command = {
  name: 'score',
  declare: (program, lang, act) => {
    const t = rulesMessages(lang)
    program
      .command('score')
      .description(t.score)
      .argument('[file]', t.file, '-')
      .option('--lenient', t.lenient)
      .option('--second-opinion <model>', t.secondOpinion)
      .action(act(score))
  },
}
