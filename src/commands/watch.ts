import { writeFile } from 'node:fs/promises'
import { BadInput, CannotWrite } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { watchMessages } from '../i18n/watch.ts'
import type { WatchLists } from '../store/console/api.ts'
import type { ReadList } from '../watchlist/read.ts'
import type { Command, Tools } from './command.ts'

interface ImportOptions {
  readonly replace?: boolean
  readonly dryRun?: boolean
  readonly allowPrivate?: boolean
  readonly json?: boolean
}

async function withLists<T>({ home }: Tools, work: (lists: WatchLists) => Promise<T>): Promise<T> {
  const { openConsole } = await import('../store/console/console.ts')
  const desk = openConsole(home, { now: () => new Date().toISOString() })
  try {
    return await work(desk.watchLists)
  } finally {
    desk.close()
  }
}

async function textIn(file: string): Promise<string> {
  const { examine, textOf } = await import('../registry/file.ts')
  const parts: string[] = []
  for await (const part of textOf(file, await examine(file), () => undefined)) parts.push(part)
  return parts.join('')
}

function tell({ taken, refused }: ReadList, tools: Tools): void {
  const t = watchMessages(tools.lang)
  tools.out(t.taken(taken.length))
  tools.out(t.refused(refused.length))
  for (const { line, why, text } of refused)
    tools.out(`  ${t.line(line)}: ${t.why[why]}${text ? ` – ${forTerminal(text.slice(0, 120))}` : ''}`)
}

async function take(tools: Tools, wanted: string, file: string, options: ImportOptions): Promise<ExitCode> {
  const t = watchMessages(tools.lang)
  const [{ readWatchCsv }, { keepWatchList, listName, searchableIn }, { loadSites }, { openStore }] = await Promise.all(
    [
      import('../watchlist/read.ts'),
      import('../watchlist/keep.ts'),
      import('../sites/load.ts'),
      import('../store/store.ts'),
    ],
  )
  const name = listName(wanted)
  const searchable = searchableIn(await loadSites(tools.siteFolders))
  const read = readWatchCsv(await textIn(file), { searchable, allowPrivate: options.allowPrivate === true })
  if (!options.json) tell(read, tools)
  const keeps = !options.dryRun && read.taken.length > 0
  const store = keeps ? await openStore(tools.home, { actor: tools.operator }) : null
  try {
    const added = store
      ? await withLists(tools, (lists) =>
          keepWatchList({ lists, store, by: tools.operator }, name, read.taken, options.replace === true),
        )
      : 0
    if (options.json) tools.out(JSON.stringify({ name, kept: keeps, added, ...read }))
    else if (keeps) tools.out(t.added(added, name))
    else if (!options.dryRun) tools.err(t.nothing)
  } finally {
    await store?.close()
  }
  return read.taken.length > 0 ? ExitCode.Ok : ExitCode.BadInput
}

const list = (tools: Tools, options: { readonly json?: boolean }): Promise<ExitCode> =>
  withLists(tools, async (lists) => {
    const all = lists.list()
    if (options.json) for (const each of all) tools.out(JSON.stringify(each))
    else if (all.length === 0) tools.out(watchMessages(tools.lang).none)
    else
      for (const { name, entries, changedAt, changedBy } of all)
        tools.out([name, entries, localTime(changedAt, tools.lang), forTerminal(changedBy)].join('\t'))
    return ExitCode.Ok
  })

const give = (
  tools: Tools,
  name: string,
  options: { readonly output?: string; readonly json?: boolean },
): Promise<ExitCode> =>
  withLists(tools, async (lists) => {
    const { watchCsv } = await import('../watchlist/keep.ts')
    const found = lists.byName(name)
    if (!found) throw new BadInput(`there is no watch-list ${name}; "soi watch list" shows those there are`)
    const entries = lists.entries(found.id)
    const text = options.json ? entries.map((each) => JSON.stringify(each)).join('\n') : watchCsv(entries)
    if (options.output === undefined) tools.out(text.replace(/\r?\n$/, ''))
    else
      await writeFile(options.output, text).catch((cause: Error) => {
        throw new CannotWrite(`cannot write ${options.output}: ${cause.message}`, { cause })
      })
    return ExitCode.Ok
  })

async function remove(tools: Tools, name: string): Promise<ExitCode> {
  const [{ removeWatchList }, { openStore }] = await Promise.all([
    import('../watchlist/keep.ts'),
    import('../store/store.ts'),
  ])
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    await withLists(tools, (lists) => removeWatchList({ lists, store, by: tools.operator }, name))
    tools.out(watchMessages(tools.lang).removed(name))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'watch',
  declare(program, lang, act) {
    const t = watchMessages(lang)
    const watch = program.command('watch').description(t.about)
    watch
      .command('import')
      .description(t.importAbout)
      .argument('<name>', t.name)
      .argument('<file>', t.file)
      .option('--replace', t.replace)
      .option('--dry-run', t.dryRun)
      .option('--allow-private', t.allowPrivate)
      .option('--json', t.json)
      .action(act(take))
    watch.command('list').description(t.listAbout).option('--json', t.json).action(act(list))
    watch
      .command('export')
      .description(t.exportAbout)
      .argument('<name>', t.name)
      .option('-o, --output <file>', t.out)
      .option('--json', t.json)
      .action(act(give))
    watch.command('remove').description(t.removeAbout).argument('<name>', t.name).action(act(remove))
  },
}
