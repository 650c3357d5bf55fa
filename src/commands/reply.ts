import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { storeMessages } from '../i18n/store.ts'
import { REPLY_WAYS, type ReplyWay } from '../store/api.ts'
import type { Command, Tools } from './command.ts'
import { wholeNumber } from './list.ts'

interface Options {
  readonly received: string
  readonly way: string
  readonly from: string
  readonly text: string
  readonly correction?: boolean
  readonly file?: string
  readonly json?: boolean
}

const wayOf = (text: string, { lang }: Tools): ReplyWay => {
  const found = REPLY_WAYS.find((each) => each === text)
  if (found === undefined) throw new BadInput(storeMessages(lang).badChoice(text, REPLY_WAYS))
  return found
}

async function reply(tools: Tools, id: string, options: Options): Promise<ExitCode> {
  const sighting = wholeNumber(id, tools)
  const way = wayOf(options.way, tools)
  const { openExisting } = await import('../store/store.ts')
  const store = await openExisting(tools.home, { actor: tools.operator })
  try {
    await store.sightings.get(sighting)
    const { broughtFile } = await import('./case-work.ts')
    const file = options.file === undefined ? null : await broughtFile(store, options.file, tools)
    const kind = options.correction ? 'correction' : 'reply'
    const { received, from: sender, text } = options
    const made = await store.replies.add({ sighting, kind, received, way, sender, text, file, unit: tools.unit })
    tools.out(options.json ? JSON.stringify(made) : caseworkMessages(tools.lang).replied(made.id))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'reply',
  declare: (program, lang, act) => {
    const t = caseworkMessages(lang)
    program
      .command('reply')
      .description(t.replyAbout)
      .argument('<sighting>', t.sightingArgument)
      .requiredOption('--received <day>', t.receivedOption)
      .requiredOption('--way <way>', t.wayOption)
      .requiredOption('--from <name>', t.senderOption)
      .requiredOption('--text <text>', t.textOption)
      .option('--correction', t.correctionOption)
      .option('--file <file>', t.replyFileOption)
      .option('--json', t.json)
      .action(act((tools, id: string, options: Options) => reply(tools, id, options)))
  },
}
