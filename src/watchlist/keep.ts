import { createHash } from 'node:crypto'
import { BadInput } from '../errors.ts'
import { BOM, csvCell } from '../export/csv.ts'
import type { SiteBook } from '../sites/load.ts'
import type { Store } from '../store/api.ts'
import type { WatchEntry, WatchLists } from '../store/console/api.ts'
import { openLocks } from '../store/locks.ts'
import type { ReadOptions } from './read.ts'

/** Names of lists stand in sweep files: letters, digits, spaces, dots, dashes. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u

/** The name as it is kept; BadInput when it is none. */
export function listName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (!NAME.test(name)) throw new BadInput('a watch-list is named by 1–80 letters, digits, spaces, dots, dashes')
  return name
}

/** Which sites can be searched, for the rows of a list. */
export const searchableIn =
  (book: SiteBook): ReadOptions['searchable'] =>
  (id) => {
    const site = book.sites.find((each) => each.id === id)
    return site ? site.searchUrl !== undefined : null
  }

/** CSV that `soi watch import` and the console take back: defused against formulas, with a byte order mark. */
export const watchCsv = (entries: readonly WatchEntry[]): string =>
  `${BOM}${[
    ['kind', 'value', 'site', 'note'],
    ...entries.map(({ kind, value, site, note }) => [kind, value, site, note]),
  ]
    .map((cells) => cells.map((cell) => csvCell(cell ?? '')).join(','))
    .join('\r\n')}\r\n`

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Desk {
  readonly lists: WatchLists
  readonly store: Store
  readonly by: string
}

/** What a list holds when these are put into it: of two that are alike the first. */
function withNew(held: readonly WatchEntry[], entries: readonly WatchEntry[]): readonly WatchEntry[] {
  const all = new Map<string, WatchEntry>()
  for (const entry of [...held, ...entries]) {
    const key = JSON.stringify([entry.kind, entry.value, entry.site])
    if (!all.has(key)) all.set(key, entry)
  }
  return [...all.values()]
}

/** What the ledger tells is what happens: nobody else changes a list meanwhile. Throws Busy. */
async function alone<T>({ store }: Desk, work: () => Promise<T>): Promise<T> {
  const lock = openLocks(store.home).acquire('watch-lists', 'the watch-lists')
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/**
 * Adds to a list, or puts these in the place of what it held; the change stands in the ledger before it counts. Returns how many
 * are new. Busy: somebody else is changing a list.
 */
export function keepWatchList(
  desk: Desk,
  name: string,
  entries: readonly WatchEntry[],
  replace: boolean,
): Promise<number> {
  const { lists, store, by } = desk
  return alone(desk, async () => {
    const before = lists.byName(name)
    const held = before ? lists.entries(before.id) : []
    const now = withNew(replace ? [] : held, entries)
    const body = { name, replaced: replace, before: held.length, after: now.length, sha256: hashOf(watchCsv(now)) }
    await store.ledger.append('setting-changed', `setting:watch-list/${name}`, body, by)
    return lists.put(name, entries, by, replace)
  })
}

/** BadInput: there is no such list. Busy: somebody else is changing one. */
export function removeWatchList(desk: Desk, name: string): Promise<void> {
  const { lists, store, by } = desk
  return alone(desk, async () => {
    const list = lists.byName(name)
    if (!list) throw new BadInput(`there is no watch-list ${name}; "soi watch list" shows those there are`)
    const held = lists.entries(list.id)
    const body = { name, before: held.length, after: null, sha256: hashOf(watchCsv(held)) }
    await store.ledger.append('setting-changed', `setting:watch-list/${name}`, body, by)
    lists.remove(list.id)
  })
}
