import type { StoredItem } from './api.ts'
import type { Db } from './db.ts'
import { rebuildFlags } from './flags-fill.ts'
import { plain } from './plain.ts'
import { documentOf } from './search-words.ts'

const PAGE = 500

/** The row of a listing's seller, made when it is new; null where the listing names none. */
const sellerRow = (db: Pick<Db, 'prepare'>, { site, seller }: StoredItem['listing']): number | null => {
  const { key, name } = seller ?? { key: null, name: null }
  if (key === null && name === null) return null
  const own = [site, key ?? '', name ?? '']
  const known = db
    .prepare('select id from seller where site = ? and key = ? and name = ?')
    .pluck()
    .get(...own)
  if (known !== undefined) return Number(known)
  const insert = db.prepare('insert into seller (site, key, name, folded) values (?, ?, ?, ?)')
  return Number(insert.run(...own, plain(name ?? '')).lastInsertRowid)
}

/** Makes a sighting findable, in the transaction that records it. */
export const indexSighting = (
  db: Pick<Db, 'prepare'>,
  id: number,
  sweep: number,
  item: Omit<StoredItem, 'id' | 'sweep'>,
): void => {
  const words = documentOf(item, sweep, sellerRow(db, item.listing))
  db.prepare('insert into sighting_search (rowid, words) values (?, ?)').run(id, words)
}

/** A body that is no JSON was tampered with; `verify` names it, and nothing finds it by words. */
const parsed = (body: string): StoredItem | null => {
  try {
    return JSON.parse(body) as StoredItem
  } catch {
    return null
  }
}

/** Indexes every sighting from its body, into empty tables; returns how many. Linear in the store. */
export const fillSearch = (db: Pick<Db, 'prepare'>): number => {
  const page = db.prepare(`select id, sweep, body from sighting where id > ? order by id limit ${PAGE}`)
  let [after, count] = [0, 0]
  for (;;) {
    const rows = page.all(after) as readonly { readonly id: number; readonly sweep: number; readonly body: string }[]
    const last = rows.at(-1)
    if (last === undefined) return count
    for (const { id, sweep, body } of rows) {
      const item = parsed(body)
      if (item === null) continue
      indexSighting(db, id, sweep, item)
      count++
    }
    after = last.id
  }
}

/** Throws the index away and makes it again, inside the caller's transaction. */
export const refillSearch = (db: Pick<Db, 'prepare'>): number => {
  db.prepare(`insert into sighting_search (sighting_search) values ('delete-all')`).run()
  db.prepare('delete from seller').run()
  const count = fillSearch(db)
  db.prepare(`insert into sighting_search (sighting_search) values ('optimize')`).run()
  return count
}

/** Throws everything derived away, the search index and what counts are made of, and makes it again in one transaction. */
export const rebuildSearch = (db: Db): number =>
  db.write('full', () => {
    const count = refillSearch(db)
    rebuildFlags(db)
    return count
  })
