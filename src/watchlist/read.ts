import { typedUrl } from '../egress/typed.ts'
import { BadInput, Refused } from '../errors.ts'
import { nameKey, phoneKey } from '../normalise/registry-keys.ts'
import { WATCH_KINDS, type WatchEntry, type WatchKind } from '../store/console/api.ts'
import { type Column, columnOf, faultOf, KINDS, MOST_ROWS, type Refusal, recordsOf } from './cells.ts'

interface RefusedRow {
  /** From 1, the header is line 1. */
  readonly line: number
  readonly why: Refusal
  /** The cell it is about. */
  readonly text: string
}

export interface ReadList {
  readonly taken: readonly WatchEntry[]
  readonly refused: readonly RefusedRow[]
}

export interface ReadOptions {
  /** Whether a site can be searched; null: there is no such site. */
  readonly searchable: (site: string) => boolean | null
  /** Private and loopback addresses may be watched: an intranet mirror, the sample sites. */
  readonly allowPrivate: boolean
}

/** The address as it will be visited, or why not. */
function urlOf(text: string, { allowPrivate }: ReadOptions): { readonly url: string } | { readonly why: Refusal } {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return { why: 'url' }
  try {
    const { href, hostname } = typedUrl(whole, { allowPrivate })
    return /[.:]|^localhost$/.test(hostname) ? { url: href } : { why: 'url' }
  } catch (error) {
    if (error instanceof Refused) return { why: isWeb(whole) ? 'private' : 'url' }
    throw error
  }
}

/** An http(s) address without a password: then only where it leads can be what is wrong with it. */
function isWeb(text: string): boolean {
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && username === '' && password === ''
}

const guessed = (value: string): WatchKind =>
  /^https?:/i.test(value) ? 'url' : phoneKey(value) !== '' && /^[\d\s+().-]+$/.test(value) ? 'phone' : 'word'

function entryOf(
  kind: WatchKind,
  text: string,
  rest: Pick<WatchEntry, 'site' | 'note'>,
  options: ReadOptions,
): WatchEntry | Refusal {
  if (kind === 'url') {
    const found = urlOf(text, options)
    return 'why' in found ? found.why : { kind, value: found.url, ...rest, site: null }
  }
  if (kind === 'phone') {
    const value = phoneKey(text)
    return value === '' ? 'phone' : { kind, value, ...rest }
  }
  return { kind, value: text.replace(/\s+/g, ' '), ...rest }
}

/** The kinds and texts that one row gives; a row may name a seller by address, telephone and account at once. */
function wishesOf(cell: (column: Column) => string): readonly (readonly [WatchKind, string])[] | Refusal {
  const own = WATCH_KINDS.flatMap((kind) => (cell(kind) === '' ? [] : [[kind, cell(kind)] as const]))
  const value = cell('value')
  if (value === '') return own.length > 0 ? own : 'empty'
  const named = cell('kind')
  const kind =
    named === '' ? guessed(value) : WATCH_KINDS.find((each) => each === named || KINDS[each].includes(nameKey(named)))
  return kind === undefined ? 'kind' : [...own, [kind, value]]
}

/**
 * What a CSV text would put into a watch-list, row by row, and what is refused and why. The first line names the columns:
 * `kind` and `value`, or one column for each kind; `site` and `note` may stand beside. BadInput where it names none of them.
 */
export function readWatchCsv(text: string, options: ReadOptions): ReadList {
  const [head, ...rows] = recordsOf(text)
  const columns = new Map<Column, number>()
  for (const [i, header] of (head?.cells ?? []).entries()) {
    const column = columnOf(header)
    if (column !== null && !columns.has(column)) columns.set(column, i)
  }
  if (!['value', ...WATCH_KINDS].some((column) => columns.has(column as Column)))
    throw new BadInput('the first line must name the columns: kind,value,site,note – or keyword, url, phone, account')
  if (rows.length > MOST_ROWS) throw new BadInput(`a watch-list has at most ${MOST_ROWS} rows; make several`)
  const taken = new Map<string, WatchEntry>()
  const refused: RefusedRow[] = []
  const refuse = (line: number, why: Refusal, cell: string) => void refused.push({ line, why, text: cell })
  for (const { line, cells } of rows) {
    const fault = faultOf(cells, head?.cells.length ?? 0)
    const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? ''
    const wishes = fault ? [] : wishesOf(cell)
    const site = cell('site') || null
    const searched = site === null ? true : options.searchable(site)
    if (fault) refuse(line, fault[0], fault[1])
    else if (typeof wishes === 'string') refuse(line, wishes, wishes === 'kind' ? cell('kind') : cells.join(' ').trim())
    else if (searched === null) refuse(line, 'site', site ?? '')
    else
      for (const [kind, wish] of wishes) {
        const entry = entryOf(kind, wish, { site, note: cell('note') || null }, options)
        const name = typeof entry === 'string' ? '' : `${entry.kind}\n${entry.value}\n${entry.site ?? ''}`
        if (typeof entry === 'string') refuse(line, entry, wish)
        else if (!searched && kind !== 'url') refuse(line, 'no-search', site ?? '')
        else if (taken.has(name)) refuse(line, 'twice', wish)
        else taken.set(name, entry)
      }
  }
  return { taken: [...taken.values()], refused }
}
