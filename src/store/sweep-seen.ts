import { sql } from 'kysely'
import type { AskedPage, SeenListing, StoredItem } from './api.ts'
import type { Db } from './db.ts'

/**
 * Each listing of a sweep once, by its fullest sighting: on its own page rather than in a list, the newest of those. What a
 * page had shown when it was read it shows still where it had not changed. `pages`: whose visits showed it.
 */
export const seenIn = async (db: Db, sweep: number): Promise<readonly SeenListing[]> => {
  const rows = await sql<Omit<SeenListing, 'own' | 'pages'> & { own: 0 | 1; page: string }>`
    select s.id as sighting, s.site, s.listing_key as key, s.url, s.title, r.key as page,
      (a.role = 'listing' or v.url = s.url or coalesce(v.final_url, '') = s.url) as own
    from visit v join request r on r.id = v.request join lane a on a.id = r.lane left join visit_unchanged u on u.visit = v.id
      join sighting s on s.visit = coalesce(u.since, v.id)
    where v.sweep = ${sweep} order by own, s.id`.execute(db.query)
  const all = new Map<string, SeenListing>()
  for (const { own, page, ...row } of rows.rows) {
    const name = `${row.site}\n${row.key}`
    all.set(name, { ...row, own: own === 1, pages: [...(all.get(name)?.pages ?? []), page] })
  }
  return [...all.values()]
}

/** Every page a sweep asked for or meant to ask for, by its key. */
export const askedIn = async (db: Db, sweep: number): Promise<readonly AskedPage[]> => {
  const rows = await sql<AskedPage>`
    select r.key, h.name as host, a.role, v.outcome from request r join lane a on a.id = r.lane join host h on h.id = a.host
      left join visit v on v.request = r.id where r.sweep = ${sweep}`.execute(db.query)
  return rows.rows
}

const BEFORE = `select l.key as at from json_each(:listings) l where exists (select 1 from sighting
  where site = l.value ->> 0 and listing_key = l.value ->> 1 and sweep < :sweep)`

/** Those of the listings that a sweep before this one saw. */
export const seenBefore = <T extends Pick<SeenListing, 'site' | 'key'>>(
  db: Db,
  sweep: number,
  listings: readonly T[],
): ReadonlySet<T> => {
  const names = JSON.stringify(listings.map(({ site, key }) => [site, key]))
  const found = db.prepare(BEFORE).pluck().all({ listings: names, sweep }) as readonly number[]
  const places = new Set(found)
  return new Set(listings.filter((_, at) => places.has(at)))
}

/** Bodies of sightings, in no order; at most a few hundred at once. */
export const bodiesOf = (db: Db, ids: readonly number[]): readonly StoredItem[] =>
  (
    db
      .prepare('select body from sighting where id in (select value from json_each(?))')
      .pluck()
      .all(JSON.stringify(ids)) as readonly string[]
  ).map((body) => JSON.parse(body))
