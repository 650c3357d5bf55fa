import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { listedChecks } from '../checks/gather.ts'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { rulesMessages } from '../i18n/rules.ts'
import { parseScoreInput } from '../rules/input.ts'
import { jsonLines } from '../rules/lines.ts'
import { loadRuleset } from '../rules/load.ts'
import { assess } from '../rules/score.ts'
import { openReference } from './checks-world.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly lenient?: boolean
}

const score = async (tools: Tools, file: string, options: Options): Promise<ExitCode> => {
  const t = rulesMessages(tools.lang)
  const ruleset = await loadRuleset(tools.rulesFolder)
  const reference = await openReference()
  for await (const { number, value } of jsonLines(await opened(file, tools), t.line)) {
    if (tools.signal.aborted) return ExitCode.Interrupted
    const listing = located(number, t.line, () => parseScoreInput(value, { lenient: options.lenient ?? false }))
    const {
      id,
      score,
      band,
      flagged,
      categories,
      signals,
      excused,
      ruleset: hash,
    } = assess(listing, ruleset, listedChecks(listing, reference))
    tools.out(JSON.stringify({ id, score, band, flagged, categories, signals, excused, ruleset: hash }))
  }
  return ExitCode.Ok
}

/** The file as a stream, or standard input for `-`. */
export async function opened(file: string, tools: Tools): Promise<Readable> {
  if (file === '-') return tools.stdin
  await access(file).catch((cause: unknown) => {
    throw new NoInput(`${rulesMessages(tools.lang).noFile(file)}: ${String(cause)}`)
  })
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
      .action(act(score))
  },
}
