import { sql } from 'kysely'
import { BadInput } from '../errors.ts'
import type { Blobs, Sightings, StoredItem } from './api.ts'
import type { Db } from './db.ts'
import { recordsAbout } from './ledger.ts'
import { newest } from './newest.ts'
import { flaggedIn, fresh, overview } from './overview.ts'
import { pricesOf } from './prices.ts'
import { queue } from './queue.ts'
import { rebuildSearch } from './search-index.ts'
import { idsOf, listOf } from './sighting-list.ts'
import { bodiesOf } from './sweep-seen.ts'

/** The stored body of one sighting; BadInput when there is none. */
export const storedItem = async (db: Db, id: number): Promise<StoredItem> => {
  const row = await db.query.selectFrom('sighting').select('body').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new BadInput(`there is no sighting ${id}`)
  return JSON.parse(row.body)
}

const casesOf = async (db: Db, sighting: number): Promise<readonly number[]> => {
  const rows = await db.query
    .selectFrom('case_sighting')
    .select('case_file')
    .where('sighting', '=', sighting)
    .orderBy('case_file')
    .execute()
  return rows.map((row) => row.case_file)
}

const history: (db: Db) => Sightings['history'] = (db) => async (site, key) => {
  const rows = await db.query
    .selectFrom('sighting')
    .select('body')
    .where('site', '=', site)
    .where('listing_key', '=', key)
    .orderBy('id')
    .execute()
  return rows.map((row) => JSON.parse(row.body)).map(({ at, listing }: StoredItem) => ({ at, listing }))
}

/** A listing flagged in a feed is captured when its own page is visited: that sighting stands for it. */
const captured = sql`exists (select 1 from sighting_exhibit where sighting = sighting.id and role = 'dom')`

const ofSweep: (db: Db) => Sightings['ofSweep'] = (db) => async (sweep) => {
  // A page that had not changed shows what it showed when it was read.
  const visits = sql<number>`(select id from visit where sweep = ${sweep} union all
    select u.since from visit v join visit_unchanged u on u.visit = v.id where v.sweep = ${sweep})`
  const seen = db.query
    .selectFrom('sighting')
    .select(['id', 'score', 'flagged'])
    .select(
      sql<number>`row_number() over (partition by site, listing_key order by flagged desc, ${captured} desc, score desc, id desc)`.as(
        'nth',
      ),
    )
    .where('visit', 'in', visits)
  const worst = db.query.selectFrom(seen.as('seen')).where('nth', '=', 1)
  const { listings } = await worst.select((eb) => eb.fn.countAll<number>().as('listings')).executeTakeFirstOrThrow()
  const flagged = await worst.select('id').where('flagged', '=', 1).orderBy('score', 'desc').orderBy('id').execute()
  return { listings, flagged: flagged.map(({ id }) => id) }
}

export const openSightings = (db: Db, blobs: Blobs): Sightings => ({
  list: listOf(db),
  ids: idsOf(db),
  bodies: (ids) => bodiesOf(db, ids),
  reindex: async () => rebuildSearch(db),
  ofSweep: ofSweep(db),
  newest: (most) => newest(db, most),
  get: async (id) => {
    const item = await storedItem(db, id)
    const cases = await casesOf(db, id)
    return {
      item,
      exhibits: item.exhibits.map((exhibit) => ({ ...exhibit, path: blobs.path(exhibit.sha256) })),
      ledger: await recordsAbout(db, [`sighting:${id}`, ...cases.map((each) => `case:${each}`)]),
      cases,
    }
  },
  queue: (page) => queue(db, page),
  fresh: async (since) => fresh(db, since),
  overview: async (from) => overview(db, from),
  flaggedIn: async (sweep) => flaggedIn(db, sweep),
  prices: pricesOf(db),
  history: history(db),
})
