import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { decideMessages } from '../i18n/decide.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import type { DecisionAbout, DecisionVerdict } from '../store/api.ts'
import { type DecisionReason, reasonsFor, VERDICTS } from '../store/decision-reasons.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly reason: string
  readonly note?: string
  readonly json?: boolean
}

const aboutOf = (target: string, tools: Tools): DecisionAbout => {
  if (/^[1-9]\d{0,14}$/.test(target)) return { sighting: Number(target) }
  const at = target.indexOf(':')
  if (at < 1 || at === target.length - 1) throw new BadInput(decideMessages(tools.lang).badTarget(target))
  return { site: target.slice(0, at), key: target.slice(at + 1) }
}

const verdictOf = (text: string, tools: Tools): DecisionVerdict => {
  const found = VERDICTS.find((each) => each === text)
  if (found === undefined) throw new BadInput(decideMessages(tools.lang).badVerdict(text, VERDICTS.join(', ')))
  return found
}

const reasonOf = (text: string, verdict: DecisionVerdict, tools: Tools): DecisionReason => {
  const t = decideMessages(tools.lang)
  const found = reasonsFor(verdict).find((each) => each === text)
  if (found !== undefined) return found
  const choices = reasonsFor(verdict).map((each) => `  ${each} – ${t.reason[each]}`)
  throw new BadInput(t.badReason(verdict, text, choices.join('\n')))
}

const decide = async (tools: Tools, target: string, word: string, options: Options): Promise<ExitCode> => {
  const t = decideMessages(tools.lang)
  const about = aboutOf(target, tools)
  const verdict = verdictOf(word, tools)
  const reason = reasonOf(options.reason, verdict, tools)
  const { openExisting } = await import('../store/store.ts')
  const store = await openExisting(tools.home, { actor: tools.operator })
  try {
    const earlier = await store.decisions.of(about)
    const made = await store.decisions.add({ about, verdict, reason, note: options.note ?? null, unit: tools.unit })
    if (options.json) tools.out(JSON.stringify(made))
    else {
      tools.out(t.done(made.id, t.verdict[verdict], forTerminal(made.title), t.reason[reason]))
      for (const { at, officer, verdict: was, reason: why } of earlier.slice(-1))
        tools.out(t.before(localTime(at, tools.lang), forTerminal(officer), t.verdict[was], t.reason[why]))
    }
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'decide',
  declare: (program, lang, act) => {
    const t = decideMessages(lang)
    program
      .command('decide')
      .description(t.about)
      .argument('<sighting|listing>', t.target)
      .argument('<verdict>', t.verdictArg)
      .requiredOption('--reason <code>', t.reasonOption)
      .option('--note <text>', t.noteOption)
      .option('--json', t.json)
      .action(act(decide))
  },
}
