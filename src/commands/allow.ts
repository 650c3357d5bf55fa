import { BadInput } from '../errors.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { forTerminal } from '../i18n/format.ts'
import { MOST_ALLOWED_DAYS } from '../store/api/allowances.ts'
import type { Allowance } from '../store/api.ts'
import type { Command, Tools } from './command.ts'
import { withExisting } from './existing-store.ts'
import { wholeNumber } from './list.ts'
import { sellerRef } from './seller-ref.ts'

interface AddOptions {
  readonly reason: string
  readonly days: string
  readonly json?: boolean
}

const stateOf = ({ ended, until }: Allowance): 'current' | 'over' | 'ended' =>
  ended ? 'ended' : until > new Date().toISOString() ? 'current' : 'over'

const list = (tools: Tools, { json }: { readonly json?: boolean }) =>
  withExisting(tools, true, async (store) => {
    const t = caseworkMessages(tools.lang)
    const all = await store.allowances.list()
    if (json) for (const each of all) tools.out(JSON.stringify({ ...each, state: stateOf(each) }))
    else if (all.length === 0) tools.out(t.noAllowances)
    else
      for (const each of all) {
        const { id, seller, by, until, reason } = each
        const who = `${seller.name ?? seller.key} [${seller.site}]`
        tools.out(forTerminal(`${id}  ${t.allowStates[stateOf(each)]}  ${t.allowRow(who, by, until, reason)}`))
      }
  })

const add = (tools: Tools, site: string, who: string, { reason, days, json }: AddOptions) =>
  withExisting(tools, false, async (store) => {
    const t = caseworkMessages(tools.lang)
    const n = /^\d{1,3}$/.test(days) ? Number(days) : 0
    if (n < 1 || n > MOST_ALLOWED_DAYS) throw new BadInput(t.badDays(days, MOST_ALLOWED_DAYS))
    const seller = await sellerRef(store, site, who)
    const made = await store.allowances.add({ seller, reason, days: n, unit: tools.unit })
    tools.out(json ? JSON.stringify(made) : t.allowAdded(made.id, made.until))
  })

const end = (tools: Tools, id: string, { reason }: { readonly reason: string }) =>
  withExisting(tools, false, async (store) => {
    const number = wholeNumber(id, tools)
    await store.allowances.end(number, reason)
    tools.out(caseworkMessages(tools.lang).allowEnded(number))
  })

export const command: Command = {
  name: 'allow',
  declare: (program, lang, act) => {
    const t = caseworkMessages(lang)
    const group = program.command('allow').description(t.allowAbout)
    group
      .command('list')
      .description(t.allowListAbout)
      .option('--json', t.json)
      .action(act((tools, options: { json?: boolean }) => list(tools, options)))
    group
      .command('add')
      .description(t.allowAddAbout)
      .argument('<site>', t.siteArgument)
      .argument('<seller>', t.sellerArgument)
      .requiredOption('--reason <text>', t.reasonOption)
      .requiredOption('--days <n>', t.daysOption(MOST_ALLOWED_DAYS))
      .option('--json', t.json)
      .action(act((tools, site: string, who: string, options: AddOptions) => add(tools, site, who, options)))
    group
      .command('end')
      .description(t.allowEndAbout)
      .argument('<number>', t.allowId)
      .requiredOption('--reason <text>', t.reasonOption)
      .action(act((tools, id: string, options: { reason: string }) => end(tools, id, options)))
  },
}
