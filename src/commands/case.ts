import { forTerminal, localTime } from '../i18n/format.ts'
import { storeMessages } from '../i18n/store.ts'
import type { Case } from '../store/api.ts'
import { declareWork, withStore } from './case-acts.ts'
import type { Command, Tools } from './command.ts'
import { wholeNumber } from './list.ts'

const MOST_NOTES = 500

interface Options {
  readonly json?: boolean
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
