import { Option } from 'commander'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { noticeMessages } from '../i18n/notify.ts'
import type { Notifier } from '../notify/notifier.ts'
import type { ConsoleStore } from '../store/console/api.ts'
import type { DeliveryState } from '../store/console/outbox-api.ts'
import type { Command, Tools } from './command.ts'
import { wholeNumber } from './list.ts'

interface ListOptions {
  readonly state?: DeliveryState
  readonly limit: string
  readonly json?: boolean
}

async function withConsole<T>(tools: Tools, work: (console: ConsoleStore) => Promise<T>): Promise<T> {
  const { openConsole } = await import('../store/console/console.ts')
  const console = openConsole(tools.home, { now: () => new Date().toISOString() })
  try {
    return await work(console)
  } finally {
    console.close()
  }
}

/** With the notifier of notify.yaml. BadInput where there is none. */
const withNotifier = <T>(tools: Tools, work: (notifier: Notifier) => Promise<T>): Promise<T> =>
  withConsole(tools, async ({ tips, outbox }) => {
    const [{ openStore }, { openNotifier }, { settingsFile }] = await Promise.all([
      import('../store/store.ts'),
      import('../notify/notifier.ts'),
      import('../notify/settings.ts'),
    ])
    const { home, log, secret, lang } = tools
    const store = await openStore(home, { actor: tools.operator })
    try {
      const notifier = await openNotifier({ store, tips, outbox, log, now: () => new Date() }, home, secret)
      if (!notifier) throw new BadInput(noticeMessages(lang).noFile(settingsFile(home)))
      return await work(notifier)
    } finally {
      await store.close()
    }
  })

const send = (tools: Tools, { json }: { json?: boolean }): Promise<ExitCode> =>
  withNotifier(tools, async (notifier) => {
    const looked = await notifier.look()
    const { fresh, sent, failed } = looked
    tools.out(json ? JSON.stringify(looked) : noticeMessages(tools.lang).sentLine(fresh, sent, failed))
    return failed > 0 ? ExitCode.Unavailable : ExitCode.Ok
  })

const test = (tools: Tools, name: string | undefined, { json }: { json?: boolean }): Promise<ExitCode> =>
  withNotifier(tools, async (notifier) => {
    const t = noticeMessages(tools.lang)
    if (name !== undefined && !notifier.channels.some((channel) => channel.name === name))
      throw new BadInput(t.noChannel(name))
    const tested = await notifier.test(name ?? null)
    for (const { channel, problem } of tested)
      if (json) tools.out(JSON.stringify({ channel, problem }))
      else tools.out(problem === null ? t.tested(channel) : t.notTested(channel, forTerminal(problem)))
    return tested.every(({ problem }) => problem === null) ? ExitCode.Ok : ExitCode.Unavailable
  })

const list = (tools: Tools, { state, limit, json }: ListOptions): Promise<ExitCode> =>
  withConsole(tools, async ({ outbox }) => {
    const t = noticeMessages(tools.lang)
    const deliveries = outbox.list({ limit: wholeNumber(limit, tools), ...(state ? { state } : {}) })
    if (json) for (const each of deliveries) tools.out(JSON.stringify(each))
    else if (deliveries.length === 0) tools.out(t.noDeliveries)
    else
      for (const { id, channel, state: now, madeAt, tries, notices, problem } of deliveries)
        tools.out(
          [id, localTime(madeAt, tools.lang), channel, t.states[now], tries, notices.length, problem ?? ''].join('  '),
        )
    const { unbound } = outbox.counts()
    if (!json && unbound > 0) tools.out(`${unbound} ${t.unbound}`)
    return ExitCode.Ok
  })

export const command: Command = {
  name: 'notify',
  declare: (program, lang, act) => {
    const t = noticeMessages(lang)
    const notify = program.command('notify').description(t.about)
    notify
      .command('test')
      .description(t.testAbout)
      .argument('[channel]', t.channelArgument)
      .option('--json', t.json)
      .action(act((tools, name: string | undefined, options: { json?: boolean }) => test(tools, name, options)))
    notify
      .command('send')
      .description(t.sendAbout)
      .option('--json', t.json)
      .action(act((tools, options: { json?: boolean }) => send(tools, options)))
    notify
      .command('list')
      .description(t.listAbout)
      .addOption(new Option('--state <state>', t.state).choices(['waiting', 'sent', 'failed']))
      .option('--limit <n>', t.limit, '50')
      .option('--json', t.json)
      .action(act((tools, options: ListOptions) => list(tools, options)))
  },
}
