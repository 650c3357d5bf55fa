import { sql } from 'kysely'
import { BadInput } from '../errors.ts'
import type { DecisionVerdict, SellerHistory, SellerRef, Sellers } from './api.ts'
import type { Db } from './db.ts'
import { plain } from './plain.ts'
import { matchSeller } from './search-words.ts'

const LISTINGS = `select site, listing_key, max(flagged) as flagged, min(at) as first, max(at) as last
  from sighting where id in (select rowid from sighting_search where sighting_search match ?) group by site, listing_key`

const COUNTS = `select count(*) as listings, coalesce(sum(flagged), 0) as flagged, min(first) as first, max(last) as last
  from (${LISTINGS})`

const DECIDED = `select d.verdict, count(*) as n from (${LISTINGS}) l
  join decision d on d.id = (select max(id) from decision where site = l.site and listing_key = l.listing_key)
  group by d.verdict`

type Counts = Pick<SellerHistory, 'listings' | 'flagged' | 'first' | 'last'>

/** BadInput when no listing of that seller was ever seen; one without a key is known by its name alone. */
export const requireSeller = (db: Db, { site, key, name }: SellerRef): void => {
  const own = key === null ? `key = '' and name = ?` : 'key = ?'
  if (db.prepare(`select 1 from seller where site = ? and ${own} limit 1`).get(site, key ?? name) === undefined)
    throw new BadInput(`no seller ${key ?? name} of ${site} was ever seen`)
}

/** What became of sellers; linear in what the sellers found have offered. */
export const openSellers = (db: Db): Sellers => ({
  find: async (text, most) => {
    const rows = await db.query
      .selectFrom('seller')
      .select(['id', 'site', 'key', 'name'])
      .where(sql<boolean>`(key = ${text} or instr(folded, ${plain(text)}) > 0)`)
      .orderBy('id')
      .limit(most)
      .execute()
    return rows.map(({ id, site, key, name }) => {
      const decided = db.prepare(DECIDED).all(matchSeller(id)) as readonly { verdict: DecisionVerdict; n: number }[]
      return {
        ...{ id, site, key: key || null, name: name || null },
        ...(db.prepare(COUNTS).get(matchSeller(id)) as Counts),
        decided: Object.fromEntries(decided.map(({ verdict, n }) => [verdict, n])),
      }
    })
  },
})
