import type { Command as Commander } from 'commander'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { storeMessages } from '../i18n/store.ts'
import type { Case, Store } from '../store/api.ts'
import type { SetOptions } from './case-work.ts'
import type { Act, Command, Tools } from './command.ts'
import { wholeNumber } from './list.ts'
import { sellerRef } from './seller-ref.ts'

const MOST_NOTES = 500

interface Options {
  readonly json?: boolean
}

const withStore = async (tools: Tools, readOnly: boolean, work: (store: Store) => Promise<void>): Promise<ExitCode> => {
  const { openStore } = await import('../store/store.ts')
  const store = await openStore(tools.home, { actor: tools.operator, readOnly })
  try {
    await work(store)
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

const caseLine = ({ id, title, createdAt, createdBy, sightings }: Case, { lang }: Tools): string => {
  const text = storeMessages(lang).caseLine(forTerminal(title), sightings.length, forTerminal(createdBy))
  return `${id}  ${localTime(createdAt, lang)}  ${text}`
}

const create = (tools: Tools, title: string, options: Options) =>
  withStore(tools, false, async (store) => {
    const id = await store.cases.create(title, undefined, tools.unit)
    tools.out(options.json ? JSON.stringify({ id }) : storeMessages(tools.lang).created(id, forTerminal(title)))
  })

const add = (tools: Tools, id: string, sightings: readonly string[], options: Options) => {
  const number = wholeNumber(id, tools)
  const ids = sightings.map((each) => wholeNumber(each, tools))
  return withStore(tools, false, async (store) => {
    const added = await store.cases.add(number, ids)
    tools.out(options.json ? JSON.stringify({ id: number, added }) : storeMessages(tools.lang).added(added, number))
  })
}

const list = (tools: Tools, options: Options) =>
  withStore(tools, true, async (store) => {
    const cases = await store.cases.list()
    if (options.json) for (const each of cases) tools.out(JSON.stringify(each))
    else if (cases.length === 0) tools.out(storeMessages(tools.lang).noCases)
    else for (const each of cases) tools.out(caseLine(each, tools))
  })

const show = (tools: Tools, id: string, options: Options) => {
  const number = wholeNumber(id, tools)
  return withStore(tools, true, async (store) => {
    const found = await store.cases.get(number)
    const notes = await store.cases.notes(number, MOST_NOTES)
    if (options.json) return tools.out(JSON.stringify({ ...found, notes }))
    tools.out(caseLine(found, tools))
    const { caseLines } = await import('./case-work.ts')
    for (const line of await caseLines(found, notes, tools)) tools.out(line)
    const { sightingTable } = await import('./sighting-table.ts')
    const rows = await store.sightings.list({ caseId: number, limit: found.sightings.length })
    if (rows.length > 0) tools.out(sightingTable(rows, tools))
  })
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
const declareWork = (group: Commander, lang: Tools['lang'], act: Act): void => {
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

export const command: Command = {
  name: 'case',
  declare: (program, lang, act) => {
    const t = storeMessages(lang)
    const group = program.command('case').description(t.caseAbout)
    group
      .command('create')
      .description(t.createAbout)
      .argument('<title>', t.caseTitle)
      .option('--json', t.json)
      .action(act((tools, title: string, options: Options) => create(tools, title, options)))
    group
      .command('add')
      .description(t.addAbout)
      .argument('<case>', t.caseId)
      .argument('<id...>', t.sightingIds)
      .option('--json', t.json)
      .action(act((tools, id: string, ids: string[], options: Options) => add(tools, id, ids, options)))
    group
      .command('list')
      .description(t.caseListAbout)
      .option('--json', t.json)
      .action(act((tools, options: Options) => list(tools, options)))
    group
      .command('show')
      .description(t.caseShowAbout)
      .argument('<case>', t.caseId)
      .option('--json', t.json)
      .action(act((tools, id: string, options: Options) => show(tools, id, options)))
    declareWork(group, lang, act)
  },
}
