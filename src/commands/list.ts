import { type Band, CATEGORIES, type Instant } from '../domain.ts'
import { BadInput } from '../errors.ts'
import { ExitCode } from '../exit-codes.ts'
import { storeMessages } from '../i18n/store.ts'
import type { SightingFilter } from '../store/api.ts'
import { DAY_MS, vietnamDayBegins } from '../vietnam-day.ts'
import type { Command, Tools } from './command.ts'
import { openToLook, recordLook } from './look.ts'

/** What chooses among stored sightings, as typed. */
export interface FilterOptions {
  readonly site?: string
  readonly seller?: string
  readonly band?: string
  readonly category?: string
  readonly from?: string
  readonly to?: string
  readonly sweep?: string
  readonly search?: string
  readonly after?: string
  readonly rebuildSearch?: boolean
  readonly all?: boolean
}

interface Options extends FilterOptions {
  readonly limit: string
  readonly json?: boolean
}

const BANDS: readonly Band[] = ['none', 'low', 'medium', 'high']
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** A day in Vietnamese time (UTC+7, no summer time) begins, or ends when `end`; an instant is itself. */
export const instant = (text: string, end: boolean, { lang }: Tools): Instant => {
  const isDay = DAY.test(text)
  const at = isDay ? vietnamDayBegins(text) : Date.parse(text)
  if (Number.isNaN(at) || !(isDay || INSTANT.test(text))) throw new BadInput(storeMessages(lang).badDay(text))
  return new Date(isDay && end ? at + DAY_MS : at).toISOString()
}

/** A whole number from 1; BadInput otherwise. */
export const wholeNumber = (text: string, { lang }: Pick<Tools, 'lang'>): number => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new BadInput(storeMessages(lang).badNumber(text))
  return Number(text)
}

const choice = <T extends string>(text: string, choices: readonly T[], { lang }: Tools): T => {
  const found = choices.find((each) => each === text)
  if (found === undefined) throw new BadInput(storeMessages(lang).badChoice(text, choices))
  return found
}

/** BadInput for a value that is none of its kind. */
export const filterOf = (options: FilterOptions, tools: Tools): SightingFilter => ({
  ...(options.site === undefined ? {} : { site: options.site }),
  ...(options.seller === undefined ? {} : { seller: options.seller }),
  ...(options.band === undefined ? {} : { band: choice(options.band, BANDS, tools) }),
  ...(options.category === undefined ? {} : { category: choice(options.category, CATEGORIES, tools) }),
  ...(options.from === undefined ? {} : { from: instant(options.from, false, tools) }),
  ...(options.to === undefined ? {} : { to: instant(options.to, true, tools) }),
  ...(options.sweep === undefined ? {} : { sweep: wholeNumber(options.sweep, tools) }),
  ...(options.search === undefined ? {} : { search: options.search }),
  ...(options.all ? {} : { flagged: true }),
})

const list = async (tools: Tools, options: Options): Promise<ExitCode> => {
  const t = storeMessages(tools.lang)
  const limit = wholeNumber(options.limit, tools)
  const filter = filterOf(options, tools)
  const after = options.after === undefined ? {} : { after: wholeNumber(options.after, tools) }
  const { sightingTable } = await import('./sighting-table.ts')
  const store = await openToLook(tools)
  try {
    if (options.rebuildSearch) {
      tools.out(t.rebuilt(await store.sightings.reindex()))
      return ExitCode.Ok
    }
    const found = await store.sightings.list({ ...filter, ...after, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const seen = { filter, newest: rows[0]?.id ?? null, oldest: rows.at(-1)?.id ?? null, shown: rows.length }
    await recordLook(tools, () => store.ledger.looked('sightings', seen))
    if (options.json) for (const row of rows) tools.out(JSON.stringify(row))
    else tools.out(rows.length > 0 ? sightingTable(rows, tools) : options.all ? t.none : t.noneFlagged)
    if (found.length > limit) tools.err(t.more(limit, rows.at(-1)?.id ?? 0))
    return ExitCode.Ok
  } finally {
    await store.close()
  }
}

export const command: Command = {
  name: 'list',
  declare: (program, lang, act) => {
    const t = storeMessages(lang)
    program
      .command('list')
      .description(t.listAbout)
      .option('--site <id>', t.site)
      .option('--seller <text>', t.seller)
      .option('--band <band>', t.band)
      .option('--category <id>', t.category)
      .option('--from <time>', t.from)
      .option('--to <time>', t.to)
      .option('--sweep <number>', t.sweep)
      .option('--search <words>', t.search)
      .option('--all', t.all)
      .option('--limit <n>', t.limit, '50')
      .option('--after <number>', t.after)
      .option('--rebuild-search', t.rebuildSearch)
      .option('--json', t.json)
      .action(act((tools, options: Options) => list(tools, options)))
  },
}
