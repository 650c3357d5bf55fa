import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { tokenMessages } from '../i18n/token.ts'
import type { ConsoleStore, Scope } from '../store/console/api.ts'
import type { Command, Tools } from './command.ts'

interface Options {
  readonly account: string
  readonly scope: string
  readonly name: string
  readonly days: string
}

async function withConsole<T>({ home }: Tools, work: (console: ConsoleStore) => Promise<T>): Promise<T> {
  const { openConsole } = await import('../store/console/console.ts')
  const console = openConsole(home, { now: () => new Date().toISOString() })
  try {
    return await work(console)
  } finally {
    console.close()
  }
}

function scopesOf(text: string, allowed: readonly Scope[], { lang }: Tools): readonly Scope[] {
  const t = tokenMessages(lang)
  return [...new Set(text.split(',').map((each) => each.trim()))].map((wanted) => {
    const found = allowed.find((scope) => scope === wanted)
    if (found === undefined) throw new BadInput(t.badScope(wanted, allowed))
    return found
  })
}

const create = (tools: Tools, options: Options): Promise<ExitCode> =>
  withConsole(tools, async (console) => {
    const t = tokenMessages(tools.lang)
    const [{ scopesFor }, { daysOf, labelOf, makeToken }] = await Promise.all([
      import('../console/roles.ts'),
      import('../console/auth/new-token.ts'),
    ])
    const account = console.accounts.byName(options.account)
    if (!account?.active) throw new BadInput(t.noAccount(options.account))
    const [label, days] = [labelOf(options.name), daysOf(options.days)]
    if (label === null) throw new BadInput(t.badLabel)
    if (days === null) throw new BadInput(t.badDays)
    const scopes = scopesOf(options.scope, scopesFor(account.role), tools)
    const { text } = makeToken(console, { account, by: tools.operator, now: new Date() }, { label, scopes, days })
    tools.out(text)
    tools.err(t.once)
    return ExitCode.Ok
  })

const list = (tools: Tools): Promise<ExitCode> =>
  withConsole(tools, async (console) => {
    const t = tokenMessages(tools.lang)
    const { tokenState } = await import('../console/auth/new-token.ts')
    const names = new Map(console.accounts.list().map(({ id, name }) => [id, name]))
    const all = console.tokens.list(null)
    if (!all.length) tools.out(t.none)
    for (const token of all) {
      const state = t.states[tokenState(token, new Date())]
      tools.out(
        [token.id, names.get(token.account), token.label, token.scopes.join(','), token.endsAt, state].join('\t'),
      )
    }
    return ExitCode.Ok
  })

const revoke = (tools: Tools, id: string): Promise<ExitCode> =>
  withConsole(tools, async (console) => {
    const t = tokenMessages(tools.lang)
    if (!/^\d{1,15}$/.test(id) || !console.tokens.revoke(Number(id), null)) throw new BadInput(t.noToken(id))
    console.access.note(tools.operator, 'token.revoke', `token:${id}`)
    tools.out(t.revoked(Number(id)))
    return ExitCode.Ok
  })

export const command: Command = {
  name: 'token',
  declare: (program, lang, act) => {
    const t = tokenMessages(lang)
    const token = program.command('token').description(t.cliAbout)
    token
      .command('create')
      .description(t.createAbout)
      .requiredOption('--account <name>', t.account)
      .requiredOption('--scope <list>', t.scope)
      .requiredOption('--name <text>', t.label)
      .option('--days <n>', t.days, '90')
      .action(act((tools, options: Options) => create(tools, options)))
    token
      .command('list')
      .description(t.listAbout)
      .action(act((tools) => list(tools)))
    token
      .command('revoke <id>')
      .description(t.revokeAbout)
      .action(act((tools, id: string) => revoke(tools, id)))
  },
}
