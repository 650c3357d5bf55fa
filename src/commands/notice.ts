import { BadInput } from '../errors.ts'
import { forTerminal } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { noticeMessages } from '../i18n/notice.ts'
import { type DecisionAbout, NOTICE_CHANNELS, type Notice, type NoticeChannel } from '../store/api.ts'
import { vietnamDay } from '../vietnam-day.ts'
import type { Command, Tools } from './command.ts'
import { withExisting } from './existing-store.ts'
import { wholeNumber } from './list.ts'

interface Options {
  readonly json?: boolean
}

interface AddOptions extends Options {
  readonly on?: string
  readonly channel: string
  readonly to?: string
  readonly reference?: string
  readonly note?: string
}

interface ListOptions extends Options {
  readonly site?: string
  readonly limit: string
}

const aboutOf = (target: string): DecisionAbout => {
  if (/^[1-9]\d{0,14}$/.test(target)) return { sighting: Number(target) }
  const at = target.indexOf(':')
  if (at < 1 || at === target.length - 1) throw new BadInput(`${target} is no number of a sighting and no site:key`)
  return { site: target.slice(0, at), key: target.slice(at + 1) }
}

const channelOf = (text: string, lang: Lang): NoticeChannel => {
  const found = NOTICE_CHANNELS.find((each) => each === text)
  if (found === undefined) throw new BadInput(noticeMessages(lang).badChannel(text, NOTICE_CHANNELS.join(', ')))
  return found
}

const lineOf = ({ site, key, toldOn, channel, actor }: Notice, lang: Lang): string => {
  const t = noticeMessages(lang)
  return t.line(forTerminal(site), forTerminal(key), toldOn, t.channels[channel], forTerminal(actor))
}

const add = (tools: Tools, target: string, options: AddOptions) => {
  const t = noticeMessages(tools.lang)
  const notice = {
    ...{ about: aboutOf(target), toldOn: options.on ?? vietnamDay(new Date()), unit: tools.unit },
    channel: channelOf(options.channel, tools.lang),
    ...{ recipient: options.to ?? null, reference: options.reference ?? null, note: options.note ?? null },
  }
  return withExisting(tools, false, async (store) => {
    const made = await store.notices.add(notice)
    tools.out(options.json ? JSON.stringify(made) : t.done(made.id, lineOf(made, tools.lang)))
  })
}

const list = (tools: Tools, { site, limit, json }: ListOptions) => {
  const most = wholeNumber(limit, tools)
  return withExisting(tools, true, async (store) => {
    const found = await store.notices.list({ ...(site === undefined ? {} : { site }), limit: most })
    if (json) for (const each of found) tools.out(JSON.stringify(each))
    else if (found.length === 0) tools.out(noticeMessages(tools.lang).none)
    else for (const each of found) tools.out(`${each.id}  ${lineOf(each, tools.lang)}`)
  })
}

export const command: Command = {
  name: 'notice',
  declare: (program, lang, act) => {
    const t = noticeMessages(lang)
    const group = program.command('notice').description(t.about)
    group
      .command('add')
      .description(t.addAbout)
      .argument('<sighting|listing>', t.target)
      .requiredOption('--channel <channel>', t.channel)
      .option('--on <day>', t.on)
      .option('--to <text>', t.recipient)
      .option('--reference <text>', t.reference)
      .option('--note <text>', t.note)
      .option('--json', t.json)
      .action(act((tools, target: string, options: AddOptions) => add(tools, target, options)))
    group
      .command('list')
      .description(t.listAbout)
      .option('--site <site>', t.site)
      .option('--limit <n>', t.limit, '50')
      .option('--json', t.json)
      .action(act((tools, options: ListOptions) => list(tools, options)))
  },
}
