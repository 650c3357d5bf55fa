import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { BadInput, NoInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { importMessages } from '../i18n/import.ts'
import type { ImportReport } from '../import/run.ts'
import type { ImportRequest, ImportWorld } from '../import/take.ts'
import type { Command, Tools } from './command.ts'
import { lookAll } from './import-look.ts'
import { bringPacks } from './import-pack.ts'
import { type Planned, planImport } from './import-plan.ts'
import { each, endingOf, type Options, type Work } from './import-work.ts'
import { wholeNumber } from './list.ts'
import { importProgress } from './registry-report.ts'

async function importAll(tools: Tools, paths: readonly string[], options: Options): Promise<ExitCode> {
  const t = importMessages(tools.lang)
  if (options.for !== undefined && options.of !== undefined) throw new BadInput(t.both)
  if (options.map !== undefined && options.url !== undefined) throw new BadInput(t.mapAndUrl)
  const { filesAt } = await import('../import/paths.ts')
  const files = await filesAt(paths)
  if (options.newMap) return newMap(files, tools)
  const mapping = options.map === undefined ? null : await mappingAt(options.map, tools)
  const told = options.for !== undefined || options.of !== undefined
  const { planned, left } = await planImport(files, { table: mapping !== null, told }, tools)
  if (options.url !== undefined && planned.length !== 1) throw new BadInput(t.urlOne)
  if (planned.length === 0 && left.length === 0) throw new NoInput(t.nothing)
  const { checkUrl } = await import('../sites/urls.ts')
  const url = options.url === undefined ? null : checkUrl(options.url).href
  const packs = planned.filter(({ kind }) => kind === 'pack')
  const work: Work = { planned: planned.filter(({ kind }) => kind !== 'pack'), left: [...left], mapping, url, options }
  const brought = packs.length > 0 ? await bringPacks(packs, work, tools) : 0
  if (packs.length > 0 && work.planned.length === 0) return packsOnly(brought, work, tools)
  return options.dryRun ? lookAll(work, tools) : bringAll(work, tools)
}

/** Nothing but packs was named: no rule and no site file is needed. */
function packsOnly(brought: number, { left }: Work, tools: Tools): ExitCode {
  for (const { file, why } of left) tools.err(`${file}: ${importMessages(tools.lang).left(why)}`)
  return brought > 0 && left.length === 0 ? ExitCode.Ok : ExitCode.BadInput
}

async function mappingAt(file: string, tools: Tools): Promise<NonNullable<ImportRequest['mapping']>> {
  const { parseMapping } = await import('../import/table/mapping.ts')
  const { sha256 } = await import('../store/canonical.ts')
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new NoInput(importMessages(tools.lang).noMap(file), { cause })
  })
  return { rules: parseMapping(text, file), sha256: sha256(text) }
}

async function newMap(files: readonly string[], tools: Tools): Promise<ExitCode> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new BadInput(importMessages(tools.lang).oneTable)
  const { kindOf } = await import('../import/kinds.ts')
  const { guessMapping } = await import('../import/table/guess.ts')
  const { sourceAt } = await import('../import/run.ts')
  const { vietnamDay } = await import('../vietnam-day.ts')
  const kind = await kindOf(file, basename(file), true)
  tools.out((await guessMapping(kind, await sourceAt(file), vietnamDay(new Date()))).trimEnd())
  return ExitCode.Ok
}

async function bringAll(work: Work, tools: Tools): Promise<ExitCode> {
  const t = importMessages(tools.lang)
  const { withImportWorld } = await import('./import-world.ts')
  const { reportLines } = await import('./import-text.ts')
  const { flaggedLines } = await import('./sweep-report.ts')
  return withImportWorld(tools, async (world) => {
    const bar = importProgress(tools)
    const reports = await each(work, async (planned) => {
      const report = await bringOne(planned, work, world, bar.show)
      bar.end()
      if (!work.options.json) for (const line of reportLines(report, tools)) tools.out(line)
      return report
    }).finally(bar.end)
    if (work.options.json) tools.out(JSON.stringify({ files: reports, left: work.left }))
    else {
      for (const { file, why } of work.left) tools.err(`${file}: ${t.left(why)}`)
      const flagged = reports.flatMap((report) => (report.before ? [] : report.flagged)).slice(0, 25)
      for (const id of flagged) {
        const found = await world.store.sightings.get(id)
        tools.out(`\n${flaggedLines(found, world.ruleset, tools).join('\n')}`)
      }
    }
    return endingOf(reports, work.left, tools)
  })
}

async function bringOne(
  { file, kind, pictures }: Planned,
  { options, mapping, url }: Work,
  world: ImportWorld,
  onBytes: (bytes: number, of: number) => void,
): Promise<ImportReport> {
  const { bringPicture, importPicture } = await import('../import/picture.ts')
  const { importFile } = await import('../import/run.ts')
  const again = options.again ?? false
  if (kind === 'pack') throw new Error('packs are brought apart')
  if (kind === 'picture') {
    const shows = options.for === undefined ? { sighting: Number(options.of) } : { url: options.for }
    return importPicture(file, shows, again, world)
  }
  const own = []
  for (const [i, picture] of pictures.entries()) own.push(await bringPicture(picture, i + 1, world))
  return importFile({ file, kind, url, mapping, pictures: own, again, onBytes }, world)
}

export const command: Command = {
  name: 'import',
  declare(program, lang, act) {
    const t = importMessages(lang)
    program
      .command('import')
      .description(t.about)
      .argument('<path...>', t.paths)
      .option('--url <url>', t.url)
      .option('--for <url>', t.for)
      .option('--of <sighting>', t.of)
      .option('--map <file>', t.map)
      .option('--new-map', t.newMap)
      .option('--key <fingerprint>', t.key)
      .option('--again', t.again)
      .option('--dry-run', t.dryRun)
      .option('--json', t.json)
      .action(
        act((tools: Tools, paths: string[], options: Options) => {
          if (options.of !== undefined) wholeNumber(options.of, tools)
          return importAll(tools, paths, options)
        }),
      )
  },
}
