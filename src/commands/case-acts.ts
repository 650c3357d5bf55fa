import type { Command as Commander } from 'commander'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { forTerminal } from '../i18n/format.ts'
import { storeMessages } from '../i18n/store.ts'
import type { Store } from '../store/api.ts'
import type { SetOptions } from './case-work.ts'
import type { Act, Tools } from './command.ts'
import { wholeNumber } from './list.ts'
import { sellerRef } from './seller-ref.ts'

interface Options {
  readonly json?: boolean
}

/** The store of the home, made where there is none and it is written to. */
export const withStore = async (
  tools: Tools,
  readOnly: boolean,
  work: (store: Store) => Promise<void>,
): Promise<ExitCode> => {
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly })
  try {
    await work(store)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

const set = (tools: Tools, id: string, options: SetOptions) => {
  const t = caseworkMessages(tools.lang)
  const number = wholeNumber(id, tools)
  return withStore(tools, false, async (store) => {
    const { changesOf } = await import('./case-work.ts')
    const { withProvince } = await import('../casework/facts.ts')
    const changes = withProvince(changesOf(options), tools.lang)
    if (changes.length === 0) throw new BadInput(t.nothingToSet)
    const n = await store.cases.set(number, changes)
    tools.out(options.json ? JSON.stringify({ id: number, set: n }) : t.wasSet(n, number))
  })
}

const note = (tools: Tools, id: string, text: string, options: Options) => {
  const number = wholeNumber(id, tools)
  return withStore(tools, false, async (store) => {
    await store.cases.note(number, text)
    tools.out(options.json ? JSON.stringify({ id: number }) : caseworkMessages(tools.lang).noted(number))
  })
}

const attach = (tools: Tools, id: string, path: string, options: Options) => {
  const number = wholeNumber(id, tools)
  return withStore(tools, false, async (store) => {
    await store.cases.get(number)
    const { broughtFile } = await import('./case-work.ts')
    const kept = await store.cases.attach(number, await broughtFile(store, path, tools))
    const said = caseworkMessages(tools.lang).attached(forTerminal(kept.name), kept.sha256)
    tools.out(options.json ? JSON.stringify(kept) : said)
  })
}

const seller = (tools: Tools, id: string, site: string, who: string, options: Options) => {
  const t = caseworkMessages(tools.lang)
  const number = wholeNumber(id, tools)
  return withStore(tools, false, async (store) => {
    const ref = await sellerRef(store, site, who)
    const added = await store.cases.addSeller(number, ref)
    const name = forTerminal(ref.name ?? ref.key ?? who)
    const said = added ? t.sellerAdded(name, number) : t.sellerKnown(name, number)
    tools.out(options.json ? JSON.stringify({ id: number, seller: ref, added }) : said)
  })
}

const alike = (tools: Tools, id: string, options: Options) => {
  const number = wholeNumber(id, tools)
  return withStore(tools, true, async (store) => {
    const { alikeLines } = await import('./case-work.ts')
    await alikeLines(store, number, options.json ?? false, tools)
  })
}

/** What one may do with a case that is there. */
export const declareWork = (group: Commander, lang: Tools['lang'], act: Act): void => {
  const t = caseworkMessages(lang)
  const { caseId } = storeMessages(lang)
  group
    .command('set')
    .description(t.setAbout)
    .argument('<case>', caseId)
    .option('--status <status>', t.statusOption)
    .option('--units <codes>', t.unitsOption)
    .option('--province <name>', t.provinceOption)
    .option('--assignee <name>', t.assigneeOption)
    .option('--due <day>', t.dueOption)
    .option('--json', t.json)
    .action(act((tools, id: string, options: SetOptions) => set(tools, id, options)))
  group
    .command('note')
    .description(t.noteAbout)
    .argument('<case>', caseId)
    .argument('<text>', t.noteText)
    .option('--json', t.json)
    .action(act((tools, id: string, text: string, options: Options) => note(tools, id, text, options)))
  group
    .command('attach')
    .description(t.attachAbout)
    .argument('<case>', caseId)
    .argument('<file>', t.fileArgument)
    .option('--json', t.json)
    .action(act((tools, id: string, path: string, options: Options) => attach(tools, id, path, options)))
  group
    .command('seller')
    .description(t.sellerAbout)
    .argument('<case>', caseId)
    .argument('<site>', t.siteArgument)
    .argument('<seller>', t.sellerArgument)
    .option('--json', t.json)
    .action(
      act((tools, id: string, site: string, who: string, options: Options) => seller(tools, id, site, who, options)),
    )
  group
    .command('alike')
    .description(t.alikeAbout)
    .argument('<case>', caseId)
    .option('--json', t.json)
    .action(act((tools, id: string, options: Options) => alike(tools, id, options)))
}
