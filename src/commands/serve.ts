import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { serveMessages } from '../i18n/serve.ts'
import { soiWords } from '../soi-child.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly host: string
  readonly port: string
  readonly trustProxy?: boolean
  readonly publicTips?: boolean
  /** False by --no-schedule. */
  readonly schedule: boolean
  readonly allowPrivate?: boolean
}

const portOf = (text: string, { lang }: Tools): number => {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new BadInput(serveMessages(lang).badPort(text))
  return port
}

const serve = async (tools: Tools, options: Options): Promise<ExitCode> => {
  const t = serveMessages(tools.lang)
  const port = portOf(options.port, tools)
  const { startConsole } = await import('../console/server.ts')
  const { home, operator: actor, log, signal, chromium, secret, siteFolders, rulesFolder } = tools
  const { checkInChild } = await import('../tips/check.ts')
  const more = soiWords(tools)
  const running = await startConsole({
    ...{ home, actor, log, chromium, secret, host: options.host, port },
    trustProxy: options.trustProxy === true,
    publicTips: options.publicTips === true,
    checkUrl: (url, how) => checkInChild(url, { ...how, more }),
    sweeping: {
      ...{ siteFolders, rulesFolder, schedule: options.schedule },
      allowPrivate: options.allowPrivate === true,
    },
    rules: tools.rulesFolder,
  })
  try {
    tools.out(t.serving(running.url))
    if (running.firstLink) tools.out(t.firstLink(running.firstLink))
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    return ExitCode.Ok
  } finally {
    await running.close()
  }
}

export const command: Command = {
  name: 'serve',
  declare: (program, lang, act) => {
    const t = serveMessages(lang)
    program
      .command('serve')
      .description(t.about)
      .option('--host <address>', t.host, '127.0.0.1')
      .option('--port <number>', t.port, '8397')
      .option('--trust-proxy', t.trustProxy)
      .option('--public-tips', t.publicTips)
      .option('--no-schedule', t.noSchedule)
      .option('--allow-private', t.allowPrivate)
      .action(act((tools, options: Options) => serve(tools, options)))
  },
}
