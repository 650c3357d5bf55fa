import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { Option } from 'commander'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { tipMessages } from '../i18n/tips.ts'
import { TIP_CHANNELS, TIP_KINDS, type Tip, type TipChannel, type TipKind } from '../store/console/tip-api.ts'
import type { Command, Tools } from './command.ts'
import { checkWords, sellerTip, withTipDesk } from './tip-desk.ts'

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

interface ListOptions {
  readonly overdue?: boolean
  readonly all?: boolean
  readonly json?: boolean
}

/** More are looked at in the console, page by page. */
const MOST = 1_000
const MOST_TITLE = 80

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

function tipLine(tip: Tip, late: boolean, { lang }: Tools): string {
  const title = forTerminal(tip.text || (tip.url ?? '')).slice(0, MOST_TITLE)
  const status = consoleTips(lang).statuses[tip.status]
  return `${tip.number}  ${tipMessages(lang).line(title, status, localTime(tip.dueAt, lang), late, tip.assignee)}`
}

const list = (tools: Tools, { overdue, all, json }: ListOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const { isOverdue } = await import('../tips/work.ts')
    const late = overdue ? { dueBefore: desk.now().toISOString() } : {}
    const tips = desk.tips.list({ kind: 'seller', open: !all, limit: MOST, ...late })
    if (json) for (const tip of tips) tools.out(JSON.stringify({ ...tip, id: undefined }))
    else if (tips.length === 0) tools.out(tipMessages(tools.lang).none)
    else for (const tip of tips) tools.out(tipLine(tip, isOverdue(tip, desk.now()), tools))
    return ExitCode.Ok
  })

/** Who gave it is not shown: that is for the officer who deals with it, in the console. */
const show = (tools: Tools, number: string, { json }: ListOptions): Promise<ExitCode> =>
  withTipDesk(tools, async (desk) => {
    const [{ isOverdue }, { broken }] = await Promise.all([import('../tips/work.ts'), import('../tips/desk.ts')])
    const tip = sellerTip(desk, number, tools)
    const history = desk.tips.history(tip.id)
    const sightings = desk.tips.sightings(tip.id)
    if (json) tools.out(JSON.stringify({ ...tip, id: undefined, sightings, history }))
    else {
      const t = consoleTips(tools.lang)
      tools.out(tipLine(tip, isOverdue(tip, desk.now()), tools))
      for (const line of tip.text.split('\n')) tools.out(`  ${forTerminal(line)}`)
      for (const each of [tip.url, tip.seller, tip.phone]) if (each !== null) tools.out(`  ${forTerminal(each)}`)
      if (sightings.length > 0) tools.out(`  ${t.sightings}: ${sightings.join(', ')}`)
      const wrong = await broken(desk, tip.id)
      tools.out(
        `  ${wrong.length ? t.historyBroken(wrong.map((each) => each.hash.slice(0, 12)).join(', ')) : t.historyWhole}`,
      )
      for (const { at, actor, action, hash } of history)
        tools.out(`  ${localTime(at, tools.lang)}  ${t.actions[action]}  ${forTerminal(actor)}  ${hash.slice(0, 12)}`)
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
    else tools.out(tipMessages(tools.lang).imported(received.length, merged, known))
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
    const more = [...checkWords(tools), ...(options.allowPrivate ? ['--allow-private'] : [])]
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
      .action(act((tools, options: ListOptions) => list(tools, options)))
    tip
      .command('show')
      .description(t.showAbout)
      .argument('<tip>', t.number)
      .option('--json', t.json)
      .action(act((tools, number: string, options: ListOptions) => show(tools, number, options)))
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
