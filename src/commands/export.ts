import type { FileHandle } from 'node:fs/promises'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { exportMessages } from '../i18n/export.ts'
import { storeMessages } from '../i18n/store.ts'
import type { PackItem } from '../store/item.ts'
import type { Command, Tools } from './command.ts'
import { type FilterOptions, filterOf } from './list.ts'

interface Options extends FilterOptions {
  readonly format: string
  readonly output: string
}

type Pieces = AsyncIterable<string> | Iterable<Uint8Array>

async function contentOf(format: string, items: AsyncIterable<PackItem>, now: string, tools: Tools): Promise<Pieces> {
  const t = exportMessages(tools.lang)
  if (format === 'csv') return (await import('../export/csv.ts')).csvText(items)
  if (format === 'json') return (await import('../export/json.ts')).jsonText(items, now)
  return [await (await import('../export/xlsx.ts')).xlsxBytes(items, t.headings, t.sheet, now)]
}

async function fill(handle: FileHandle, content: Pieces): Promise<void> {
  for await (const piece of content) await handle.writeFile(piece)
}

async function exportListings(tools: Tools, options: Options): Promise<ExitCode> {
  const t = exportMessages(tools.lang)
  const { format, output } = options
  if (!['csv', 'xlsx', 'json'].includes(format)) throw new BadInput(t.badFormat(format))
  const filter = filterOf(options, tools)
  const [{ openStore }, { refuseExisting, writeWholeFile }] = await Promise.all([
    import('../store/store.ts'),
    import('../evidence/whole-file.ts'),
  ])
  await refuseExisting(output)
  const store = await openStore(tools.home, { actor: tools.operator })
  try {
    const ids = await store.sightings.ids(filter)
    if (!ids.length) throw new BadInput(t.nothing)
    const source = await store.packSource({ ids })
    const now = new Date().toISOString()
    // Data that leave the store stand in the ledger before they are anywhere else.
    await store.ledger.append('exported', `table:${now}`, { format, filter, listings: ids.length })
    const content = await contentOf(format, source.items(), now, tools)
    await writeWholeFile(output, (handle) => fill(handle, content))
    tools.out(t.done(output, ids.length))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'export',
  declare: (program, lang, act) => {
    const t = exportMessages(lang)
    const s = storeMessages(lang)
    program
      .command('export')
      .description(t.about)
      .requiredOption('--format <csv|xlsx|json>', t.format)
      .requiredOption('-o, --output <file>', t.output)
      .option('--site <id>', s.site)
      .option('--seller <text>', s.seller)
      .option('--band <band>', s.band)
      .option('--category <id>', s.category)
      .option('--from <time>', s.from)
      .option('--to <time>', s.to)
      .option('--sweep <number>', s.sweep)
      .option('--all', s.all)
      .action(act((tools, options: Options) => exportListings(tools, options)))
  },
}
