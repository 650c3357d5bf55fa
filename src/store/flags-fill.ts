import type { Outcome } from '../domain.ts'
import { goodsListDigest } from '../normalise/goods-group.ts'
import type { Problem, StoredItem } from './api.ts'
import type { Db } from './db.ts'
import { deriveFlags, type VisitedPage, type VisitedSighting } from './flags.ts'
import { FLAG_TABLES, type Schema } from './flags-tables.ts'

const PAGE = 2_000

interface Row {
  readonly id: number
  readonly sweep: number
  readonly url: string
  readonly at: string
  readonly outcome: Outcome
  readonly unchanged: 0 | 1
  readonly sighting: number | null
  readonly site: string
  readonly key: string
  readonly body: string | null
  readonly seq: number | null
}

const ROWS = `select v.id, v.sweep, v.url, v.at, v.outcome, exists (select 1 from visit_unchanged u where u.visit = v.id) as unchanged,
    s.id as sighting, s.site, s.listing_key as key, case when s.flagged = 1 then s.body end as body,
    (select seq from ledger where subject = 'sighting:' || s.id and action = 'sighting.record') as seq
  from visit v left join sighting s on s.visit = v.id
  where v.id > ? and v.id <= ? order by v.id, s.id`

/** A body that is no JSON was tampered with; `verify` names it. */
const parsed = (body: string): StoredItem | null => {
  try {
    return JSON.parse(body) as StoredItem
  } catch {
    return null
  }
}

const sightingOf = ({ sighting, site, key, body, seq }: Row): VisitedSighting | null => {
  if (sighting === null) return null
  const item = body === null || seq === null ? null : parsed(body)
  return { id: sighting, site, key, whole: item && { item, seq: seq ?? 0 } }
}

function* pages(rows: readonly Row[]): Iterable<VisitedPage> {
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row
    let end = at
    while (rows[end]?.id === row.id) end++
    const { id, sweep, url, outcome } = row
    const sightings = rows.slice(at, end).flatMap((each) => sightingOf(each) ?? [])
    yield { id, sweep, url, at: row.at, outcome, unchanged: row.unchanged === 1, sightings }
    at = end
  }
}

/** Makes the rows again from every visit, oldest first, into empty tables. Linear in the store. */
export function fillFlags(db: Pick<Db, 'prepare'>, schema: Schema): void {
  const last = Number(db.prepare('select coalesce(max(id), 0) from visit').pluck().get())
  for (let after = 0; after < last; after += PAGE)
    for (const page of pages(db.prepare(ROWS).all(after, after + PAGE) as readonly Row[])) deriveFlags(db, schema, page)
}

/** Throws the rows away and makes them again, inside the caller's transaction. */
export function rebuildFlags(db: Db): void {
  for (const { name } of FLAG_TABLES) db.prepare(`delete from ${name}`).run()
  fillFlags(db, 'main')
  db.prepare('insert or replace into flags_made_with (one, goods) values (1, ?)').run(goodsListDigest())
}

/** Whether the rows were made with the list of goods that this Soi has. */
export const flagsAreOfToday = (db: Db): boolean =>
  db.prepare('select goods from flags_made_with').pluck().get() === goodsListDigest()

/** What two lists of goods may tell apart is left out where the rows were made with another one. */
const columnsOf = (db: Db, table: string, withGoods: boolean): string => {
  const all = db.prepare(`select name from pragma_table_info('${table}', 'main')`).pluck().all() as readonly string[]
  return all.filter((name) => withGoods || name !== 'goods').join(', ')
}

/**
 * What counts are made of is no evidence, but a wrong row makes a wrong report: everything is made anew beside it and compared.
 * Goods are compared only where the rows were made with today's list of them.
 */
export const checkFlags = (db: Db): readonly Problem[] => {
  try {
    for (const { create } of FLAG_TABLES) db.prepare(create('temp')).run()
    fillFlags(db, 'temp')
    const ofToday = flagsAreOfToday(db)
    return FLAG_TABLES.flatMap(({ name }): readonly Problem[] => {
      const columns = columnsOf(db, name, ofToday)
      const apart = (some: string, others: string) =>
        Number(
          db
            .prepare(
              `select count(*) from (select ${columns} from ${some}.${name} except select ${columns} from ${others}.${name})`,
            )
            .pluck()
            .get(),
        )
      const wrong = Math.max(apart('main', 'temp'), apart('temp', 'main'))
      const detail = `${wrong} rows differ from what visits and sightings say; soi list --rebuild-search makes them again`
      return wrong === 0 ? [] : [{ kind: 'counts', subject: name, detail }]
    })
  } finally {
    for (const { name } of FLAG_TABLES) db.prepare(`drop table if exists temp.${name}`).run()
  }
}
