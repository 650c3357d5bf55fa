import Table from 'cli-table3'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { forTerminal, localTime } from '../i18n/format.ts'
import { registryMessages } from '../i18n/registry.ts'
import type { ImportReport, ImportRequest } from '../registry/import.ts'
import type { Command, Tools } from './command.ts'
import { kindOf, lookup, openFor } from './registry-lookup.ts'
import { importProgress, reportLines } from './registry-report.ts'

interface ImportOptions {
  readonly source: string
  readonly date: string
  readonly column: readonly string[]
  readonly maxRejected: string
  readonly dryRun?: boolean
  readonly json?: boolean
}

async function requestOf(tools: Tools, kind: string, file: string, options: ImportOptions): Promise<ImportRequest> {
  const t = registryMessages(tools.lang)
  const { columnWish } = await import('../registry/columns.ts')
  const day = new Date(`${options.date}T00:00:00Z`)
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(options.date) ||
    Number.isNaN(day.getTime()) ||
    day.toISOString().slice(0, 10) !== options.date
  )
    throw new BadInput(t.badDay(options.date))
  if (day.getTime() > Date.now() + 86_400_000) throw new BadInput(t.futureDay(options.date))
  if (options.source.trim() === '') throw new BadInput(t.needSource)
  const maxRejected = Number(options.maxRejected)
  if (!(maxRejected >= 0 && maxRejected <= 100)) throw new BadInput(t.badShare(options.maxRejected))
  return {
    ...{ kind: kindOf(kind, tools), file, source: options.source.trim(), asOf: options.date, maxRejected },
    columns: new Map(options.column.map(columnWish)),
    onProgress: () => undefined,
    signal: tools.signal,
  }
}

async function load(tools: Tools, kind: string, file: string, options: ImportOptions): Promise<ExitCode> {
  const request = await requestOf(tools, kind, file, options)
  const bar = importProgress(tools)
  try {
    const report = await (options.dryRun ? tried : imported)(tools, { ...request, onProgress: bar.show })
    bar.end()
    if (options.json) tools.out(JSON.stringify(report))
    else for (const line of reportLines(report, tools)) tools.out(line)
    return ExitCode.Ok
  } finally {
    bar.end()
  }
}

async function tried(_: Tools, request: ImportRequest): Promise<ImportReport> {
  const { tryImport } = await import('../registry/import.ts')
  return tryImport(request)
}

async function imported(tools: Tools, request: ImportRequest): Promise<ImportReport> {
  const { importSnapshot } = await import('../registry/import.ts')
  const { openStore } = await import('../store/store.ts')
  const registries = await openFor(tools, false)
  try {
    const store = await openStore(tools.home, { actor: tools.operator })
    try {
      return await importSnapshot(request, registries, store)
    } finally {
      await store.close()
    }
  } finally {
    registries.close()
  }
}

async function list(tools: Tools, options: { readonly all?: boolean; readonly json?: boolean }): Promise<ExitCode> {
  const t = registryMessages(tools.lang)
  const registries = await openFor(tools, true)
  try {
    const snapshots = registries.list().filter(({ state }) => options.all || state === 'in force')
    if (options.json) for (const snapshot of snapshots) tools.out(JSON.stringify(snapshot))
    else if (snapshots.length === 0) tools.out(t.none)
    else {
      const table = new Table({ head: [...t.heads], style: { head: [], border: [], compact: true } })
      for (const { kind, source, asOf, rows, rejected, state, importedAt, sha256 } of snapshots)
        table.push([
          t.kinds[kind],
          forTerminal(source),
          asOf,
          rows,
          rejected,
          t.states[state],
          localTime(importedAt, tools.lang),
          sha256.slice(0, 12),
        ])
      tools.out(table.toString())
    }
    return ExitCode.Ok
  } finally {
    registries.close()
  }
}

export const command: Command = {
  name: 'registry',
  declare(program, lang, act) {
    const t = registryMessages(lang)
    const group = program.command('registry').description(t.about)
    const collect = (text: string, all: readonly string[]) => [...all, text]
    group
      .command('import')
      .description(t.importAbout)
      .argument('<kind>', t.kind)
      .argument('<csv>', t.file)
      .requiredOption('--source <name>', t.source)
      .requiredOption('--date <day>', t.date)
      .option('--column <column=header>', t.column, collect, [])
      .option('--max-rejected <percent>', t.maxRejected, '10')
      .option('--dry-run', t.dryRun)
      .option('--json', t.json)
      .action(act(load))
    group.command('list').description(t.listAbout).option('--all', t.all).option('--json', t.json).action(act(list))
    group
      .command('lookup')
      .description(t.lookupAbout)
      .argument('<kind>', t.kind)
      .argument('<value>', t.value)
      .option('--json', t.json)
      .action(act(lookup))
  },
}
