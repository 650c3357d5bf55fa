import { sql } from 'kysely'
import { LAYOUT_CHANGED, type SiteTally, type StoredHealth } from './api.ts'
import { canonical } from './canonical.ts'
import type { Db } from './db.ts'
import { appendEntry } from './ledger.ts'

/** Different listings of one site in a sweep, and how many of them have each field (a path of the listing: `seller.name`). */
export const siteTally = async (db: Db, sweep: number, site: string, fields: readonly string[]): Promise<SiteTally> => {
  const seen = sql`(
    select listing_key, body from sighting where sweep = ${sweep} and site = ${site}
    union all
    select s.listing_key, s.body from visit v join visit_unchanged u on u.visit = v.id join sighting s on s.visit = u.since
    where v.sweep = ${sweep} and s.site = ${site})`
  const count = async (path: string): Promise<number> => {
    const row = await sql<{ n: number }>`
      select count(distinct listing_key) as n from ${seen}
      where coalesce(json_type(body, ${path}), 'null') <> 'null' and coalesce(body ->> ${path}, '') not in ('', '[]', '{}')`.execute(
      db.query,
    )
    return row.rows[0]?.n ?? 0
  }
  const filled: Record<string, number> = {}
  for (const field of fields) filled[field] = await count(`$.listing.${field}`)
  const indexes = await sql<{ n: number }>`
    select count(*) as n from visit v join request r on r.id = v.request join lane l on l.id = r.lane
    where v.sweep = ${sweep} and v.site = ${site} and v.outcome in ('served', 'not-a-listing') and l.role <> 'listing'
      and (select count(*) from sighting s where s.visit = v.id) <> 1`.execute(db.query)
  const misfits = await sql<{ n: number }>`
    select count(*) as n from visit where sweep = ${sweep} and site = ${site} and reasons ->> '$[0]' = ${LAYOUT_CHANGED}`.execute(
    db.query,
  )
  const layoutChanged = misfits.rows[0]?.n ?? 0
  return { listings: await count('$.listing.key'), filled, indexes: indexes.rows[0]?.n ?? 0, layoutChanged }
}

/** Keeps how the sites of a run fared; a broken one stands in the ledger too. */
export const keepHealth = (db: Db, sweep: number, all: readonly StoredHealth[]): void =>
  db.write('full', () => {
    const insert = db.prepare(
      'insert into site_health (sweep, site, state, body) values (?, ?, ?, ?) on conflict do nothing',
    )
    for (const health of all) {
      const { changes } = insert.run(sweep, health.site, health.state, canonical(health))
      if (changes > 0 && health.state === 'broken')
        appendEntry(db, 'sweep.site-broken', `sweep:${sweep}`, { body: canonical({ sweep, ...health }) })
    }
  })

export const healthOfSweep = async (db: Db, sweep: number): Promise<readonly StoredHealth[]> => {
  const rows = await db.query
    .selectFrom('site_health')
    .select('body')
    .where('sweep', '=', sweep)
    .orderBy('site')
    .execute()
  return rows.map(({ body }) => JSON.parse(body))
}
