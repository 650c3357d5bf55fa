import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { Option } from 'commander'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import { tipMessages } from '../i18n/tips.ts'
import { soiWords } from '../soi-child.ts'
import { TIP_CHANNELS, TIP_KINDS, type TipChannel, type TipKind } from '../store/console/tip-api.ts'
import type { Command, Tools } from './command.ts'
import { sellerTip, withTipDesk } from './tip-desk.ts'
import { type ListOptions, listTips, showTip } from './tip-read.ts'

interface AddOptions {
  readonly kind: TipKind
  readonly channel: TipChannel
  readonly url?: string
  readonly seller?: string
  readonly phone?: string
  readonly officer?: string
  readonly name?: string
  readonly contact?: string
  readonly json?: boolean
}

const add = (tools: Tools, given: string, { json, officer, ...options }: AddOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const t = tipMessages(tools.lang)
    const { receiveTip } = await import('../tips/receive.ts')
    const text = given === '-' ? await readAll(tools.stdin) : given
    const { tip, reference, same } = await receiveTip(desk, { ...options, text, about: officer }, tools.operator)
    const number = tip.kind === 'seller' ? tip.number : null
    const into = same && { number: same.tip.number, because: same.because }
    if (json) tools.out(JSON.stringify({ number, reference, merged: into }))
    else {
      tools.out(t.added(number, reference))
      if (into) tools.out(t.merged(into.number, consoleTips(tools.lang).because[into.because]))
    }
    return ExitCode.Ok
  })

const bring = (tools: Tools, file: string, { json }: ListOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const { importTips, tipsIn } = await import('../tips/import.ts')
    const bytes = await readFile(file).catch((cause: unknown) => {
      throw new NoInput(`${file}: ${(cause as Error).message}`, { cause })
    })
    const { received, known } = await importTips(desk, tipsIn(basename(file), bytes), tools.operator)
    const merged = received.filter(({ same }) => same !== null).length
    if (json) tools.out(JSON.stringify({ received: received.length, merged, known }))
    else tools.out(tipMessages(tools.lang).imported(received.length, merged, known.length))
    return ExitCode.Ok
  })

const check = (tools: Tools, number: string, options: { allowPrivate?: boolean; json?: boolean }): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const t = tipMessages(tools.lang)
    const { checkInChild, checkTip } = await import('../tips/check.ts')
    const tip = sellerTip(desk, number, tools)
    const { url } = tip
    if (url === null) throw new BadInput(t.noUrl(tip.number))
    tools.err(t.checking(url))
    const more = [...soiWords(tools), ...(options.allowPrivate ? ['--allow-private'] : [])]
    const { home, signal, err: onLine } = tools
    const asked = { tip: { ...tip, url }, store: desk.store, actor: tools.operator }
    const { sweep, flagged, sightings } = await checkTip(desk, asked, (address) =>
      checkInChild(address, { home, signal, onLine, more }),
    )
    if (options.json) tools.out(JSON.stringify({ sweep, flagged, sightings }))
    else tools.out(t.checked(sweep, sightings.length, flagged.length))
    return flagged.length > 0 ? ExitCode.Flagged : sightings.length > 0 ? ExitCode.Ok : ExitCode.NothingRead
  })

export const command: Command = {
  name: 'tip',
  // Long because it declares five commands.
  declare: (program, lang, act) => {
    const t = tipMessages(lang)
    const tip = program.command('tip').description(t.about)
    tip
      .command('add')
      .description(t.addAbout)
      .argument('<text>', t.text)
      .addOption(new Option('--kind <kind>', t.kind).choices(TIP_KINDS).default('seller'))
      .addOption(new Option('--channel <channel>', t.channel).choices(TIP_CHANNELS).default('hotline'))
      .option('--url <url>', t.url)
      .option('--seller <name>', t.seller)
      .option('--phone <number>', t.phone)
      .option('--officer <who>', t.officer)
      .option('--name <name>', t.name)
      .option('--contact <how>', t.contact)
      .option('--json', t.json)
      .action(act((tools, text: string, options: AddOptions) => add(tools, text, options)))
    tip
      .command('list')
      .description(t.listAbout)
      .option('--overdue', t.overdue)
      .option('--all', t.all)
      .option('--json', t.json)
      .action(act((tools, options: ListOptions) => listTips(tools, options)))
    tip
      .command('show')
      .description(t.showAbout)
      .argument('<tip>', t.number)
      .option('--json', t.json)
      .action(act((tools, number: string, options: ListOptions) => showTip(tools, number, options)))
    tip
      .command('import')
      .description(t.importAbout)
      .argument('<file>', t.file)
      .option('--json', t.json)
      .action(act((tools, file: string, options: ListOptions) => bring(tools, file, options)))
    tip
      .command('check')
      .description(t.checkAbout)
      .argument('<tip>', t.number)
      .option('--allow-private', t.allowPrivate)
      .option('--json', t.json)
      .action(act((tools, number: string, options: { allowPrivate?: boolean }) => check(tools, number, options)))
  },
}
