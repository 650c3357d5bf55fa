import type { WatchEntry, WatchKind, WatchList, WatchLists } from './api.ts'
import type { ConsoleDb } from './console.ts'

interface ListRow {
  readonly id: number
  readonly name: string
  readonly changed_at: string
  readonly changed_by: string
  readonly entries: number
}

interface EntryRow {
  readonly kind: WatchKind
  readonly value: string
  readonly site: string
  readonly note: string | null
}

const toList = ({ id, name, entries, changed_at, changed_by }: ListRow): WatchList => ({
  ...{ id, name, entries },
  changedAt: changed_at,
  changedBy: changed_by,
})
const toEntry = ({ kind, value, site, note }: EntryRow): WatchEntry => ({ kind, value, site: site || null, note })

const LISTS = `select l.*, (select count(*) from watch_entry e where e.list = l.id) as entries from watch_list l`
const MAKE = `insert into watch_list (name, changed_at, changed_by) values (?, ?, ?)
  on conflict (name) do update set changed_at = excluded.changed_at, changed_by = excluded.changed_by`
const ADD = `insert into watch_entry (list, kind, value, site, note) values (?, ?, ?, ?, ?) on conflict do nothing`

export const openWatchLists = (db: ConsoleDb): WatchLists => {
  const byName = (name: string) => {
    const row = db.get<ListRow>(`${LISTS} where l.name = ?`, name)
    return row ? toList(row) : null
  }
  return {
    byName,
    list: () => db.all<ListRow>(`${LISTS} order by l.name`).map(toList),
    entries: (id) => db.all<EntryRow>('select * from watch_entry where list = ? order by id', id).map(toEntry),
    put: (name, entries, by, replace) =>
      db.whole(() => {
        db.run(MAKE, name, db.now(), by)
        const list = byName(name)
        if (!list) throw new Error('a watch-list was written and is not there')
        if (replace) db.run('delete from watch_entry where list = ?', list.id)
        return entries.reduce(
          (sum, { kind, value, site, note }) => sum + db.run(ADD, list.id, kind, value, site ?? '', note).changes,
          0,
        )
      }),
    remove: (id) => {
      db.run('delete from watch_list where id = ?', id)
    },
  }
}
