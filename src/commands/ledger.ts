import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { ledgerMessages } from '../i18n/ledger.ts'
import type { LedgerFilter, LedgerRecord, Store } from '../store/api.ts'
import type { Command, Tools } from './command.ts'
import { anchor, authorities } from './ledger-anchor.ts'
import { type VerifyOptions, verifyLedger } from './ledger-verify.ts'
import { type WhoOptions, who } from './ledger-who.ts'
import { instant, wholeNumber } from './list.ts'

interface ListOptions {
  readonly actor?: string
  readonly action?: string
  readonly subject?: string
  readonly from?: string
  readonly to?: string
  readonly before?: string
  readonly limit: string
  readonly json?: boolean
}

async function reading(tools: Tools, work: (store: Store) => Promise<ExitCode>): Promise<ExitCode> {
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly: true })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const parsed = ({ body, ...entry }: LedgerRecord): object => {
  try {
    return { ...entry, body: JSON.parse(body) as unknown }
  } catch {
    return { ...entry, body } // a body that was tampered with is shown as it is; verify names it
  }
}

const filterOf = (options: ListOptions, tools: Tools): LedgerFilter => ({
  ...(options.actor === undefined ? {} : { actor: options.actor }),
  ...(options.action === undefined ? {} : { action: options.action }),
  ...(options.subject === undefined ? {} : { subject: options.subject }),
  ...(options.from === undefined ? {} : { from: instant(options.from, false, tools) }),
  ...(options.to === undefined ? {} : { to: instant(options.to, true, tools) }),
})

function list(tools: Tools, options: ListOptions): Promise<ExitCode> {
  const t = ledgerMessages(tools.lang)
  const limit = wholeNumber(options.limit, tools)
  const filter = filterOf(options, tools)
  const before = options.before === undefined ? {} : { before: wholeNumber(options.before, tools) }
  return reading(tools, async (store) => {
    const found = await store.ledger.list({ ...filter, ...before, limit: limit + 1 })
    const rows = found.slice(0, limit)
    for (const row of rows) {
      const { seq, at, actor, action, subject } = row
      if (options.json) tools.out(JSON.stringify(parsed(row)))
      else tools.out(forTerminal(`${seq}  ${localTime(at, tools.lang)}  ${actor}  ${action}  ${subject}`))
    }
    if (rows.length === 0 && !options.json) tools.out(t.none)
    if (found.length > limit) tools.err(t.more(rows.at(-1)?.seq ?? 0))
    return ExitCode.Ok
  })
}

function show(tools: Tools, text: string, options: { readonly json?: boolean }): Promise<ExitCode> {
  const { fields } = ledgerMessages(tools.lang)
  const seq = wholeNumber(text, tools)
  return reading(tools, async (store) => {
    const entry = await store.ledger.get(seq)
    if (options.json) tools.out(JSON.stringify(parsed(entry)))
    else {
      tools.out(`${seq}  ${localTime(entry.at, tools.lang)}`)
      for (const name of Object.keys(fields) as (keyof typeof fields)[])
        tools.out(`  ${fields[name]}: ${forTerminal(entry[name] || '–')}`)
      tools.out(forTerminal(entry.body))
    }
    return ExitCode.Ok
  })
}

export const command: Command = {
  name: 'ledger',
  // One table of the group's commands, longer than a function should be.
  declare(program, lang, act) {
    const t = ledgerMessages(lang)
    const group = program.command('ledger').description(t.about)
    group
      .command('list')
      .description(t.listAbout)
      .option('--actor <name>', t.actor)
      .option('--action <action>', t.action)
      .option('--subject <subject>', t.subject)
      .option('--from <time>', t.from)
      .option('--to <time>', t.to)
      .option('--before <seq>', t.before)
      .option('--limit <n>', t.limit, '50')
      .option('--json', t.json)
      .action(act(list))
    group.command('show').description(t.showAbout).argument('<seq>', t.seq).option('--json', t.json).action(act(show))
    const verifying = group.command('verify').description(t.verifyAbout)
    verifying
      .option('--head <hash>', t.head)
      .option('--json', t.json)
      .action(act((tools, options: VerifyOptions) => reading(tools, (store) => verifyLedger(store, options, tools))))
    group.command('anchor').description(t.anchorAbout).option('--json', t.json).action(act(anchor))
    const shown = group.command('authorities').description(t.authoritiesAbout)
    shown.option('--test', t.test).option('--json', t.json).action(act(authorities))
    group
      .command('who')
      .description(t.whoAbout)
      .option('--seller <text>', t.whoSeller)
      .option('--actor <name>', t.whoActor)
      .option('--all', t.whoAll)
      .option('--limit <n>', t.limit, '50')
      .option('--json', t.json)
      .action(
        act((tools, options: Omit<WhoOptions, 'limit'> & { readonly limit: string }) =>
          who(tools, { ...options, limit: wholeNumber(options.limit, tools) }),
        ),
      )
  },
}
