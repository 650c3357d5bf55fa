import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ScoreInput } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { explainMessages } from '../i18n/explain.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Command, Tools } from './command.ts'
import { located, opened } from './score.ts'

interface Options {
  readonly json?: boolean
  readonly date?: string
  readonly lenient?: boolean
  readonly withCurrentRules?: boolean
}

/** A number is a sighting; anything else a file. */
async function explainTarget(tools: Tools, target: string, options: Options): Promise<ExitCode> {
  const t = explainMessages(tools.lang)
  if (!/^[1-9]\d{0,14}$/.test(target)) {
    if (options.withCurrentRules) throw new BadInput(t.onlySightings)
    return explainFile(tools, target, options)
  }
  if (options.date !== undefined) throw new BadInput(t.onlyFiles)
  const { explainSighting } = await import('./explain-sighting.ts')
  return explainSighting(tools, Number(target), options)
}

async function explainFile(tools: Tools, file: string, options: Options): Promise<ExitCode> {
  const day = dayOf(options.date, tools)
  const [{ explanationText }, { explain }, { loadRuleset }, { openJudge }] = await Promise.all([
    import('../explain/account.ts'),
    import('../rules/explain.ts'),
    import('../rules/load.ts'),
    import('./checks-world.ts'),
  ])
  const ruleset = await loadRuleset(tools.rulesFolder)
  const assess = await openJudge(ruleset)
  let first = true
  for await (const listing of listingsIn(file, options, tools)) {
    const explanation = explain(assess(listing), ruleset, day)
    if (options.json) tools.out(JSON.stringify(explanation))
    else
      for (const line of [...(first ? [] : ['', '']), ...explanationText(listing.title, explanation, tools.lang)])
        tools.out(line)
    first = false
  }
  if (first) throw new BadInput(explainMessages(tools.lang).nothing)
  return ExitCode.Ok
}

/** One JSON object over any number of lines, or JSON Lines. */
async function* listingsIn(file: string, { lenient = false }: Options, tools: Tools): AsyncGenerator<ScoreInput> {
  const t = explainMessages(tools.lang)
  const { parseScoreInput } = await import('../rules/input.ts')
  const { jsonLines } = await import('../rules/lines.ts')
  const whole = await text(await opened(file, tools))
  const one = objectIn(whole)
  if (one !== null) return yield parseScoreInput(one, { lenient })
  for await (const { number, value } of jsonLines(Readable.from([whole]), t.line)) {
    tools.signal.throwIfAborted()
    yield located(number, t.line, () => parseScoreInput(value, { lenient }))
  }
}

/** Null when the text is not one JSON value: then its lines are read, and what is wrong with them is said by line. */
function objectIn(whole: string): unknown {
  try {
    return JSON.parse(whole.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

function dayOf(date: string | undefined, tools: Tools): string {
  if (date === undefined) return vietnamDay(new Date())
  const at = new Date(`${date}T00:00:00Z`)
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
  if (!valid) throw new BadInput(explainMessages(tools.lang).badDay(date))
  return date
}

export const command: Command = {
  name: 'explain',
  declare: (program, lang, act) => {
    const t = explainMessages(lang)
    program
      .command('explain')
      .description(t.about)
      .argument('<id|file>', t.target)
      .option('--date <day>', t.day)
      .option('--with-current-rules', t.currentRules)
      .option('--lenient', t.lenient)
      .option('--json', t.json)
      .action(act(explainTarget))
  },
}
