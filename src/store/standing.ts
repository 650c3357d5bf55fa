import type { Standing } from './api.ts'
import type { Db } from './db.ts'

/** How many different officers must dismiss a listing that was ever in the high band. */
const DISMISSERS = 2

const mine = (row: string, table: string): string =>
  `${table}.site = ${row}.site and ${table}.listing_key = ${row}.listing_key`

/** The last verdict on the listing of `row`; null without one. */
export const lastVerdict = (row: string): string =>
  `(select d.verdict from decision d where ${mine(row, 'd')} order by d.id desc limit 1)`

/**
 * How the listing of `row` (something with `site` and `listing_key`) stands, told from its decisions alone: the last one
 * counts, but a listing that was ever in the high band is dismissed only when two officers did so one after the other.
 */
export const standingOf = (row: string): string => `(
  select case
    when last.verdict = 'reopen' then 'open'
    when last.verdict = 'dismiss'
      and exists (select 1 from sighting high where ${mine(row, 'high')} and 'high' in (+high.band, high.allowed ->> '$.band'))
      and (select count(distinct d.officer) from decision d where ${mine(row, 'd')} and d.id > coalesce(
        (select max(e.id) from decision e where ${mine(row, 'e')} and e.verdict <> 'dismiss'), 0)) < ${DISMISSERS}
      then 'pending'
    else last.verdict end
  from decision last where ${mine(row, 'last')} order by last.id desc limit 1)`

/** True where the dismissed listing shows stronger signs than when it was dismissed. */
export const strongerThanDismissed = (row: string): string => `${row}.score > (
  select coalesce(max(then_seen.score), 100) from sighting then_seen where then_seen.id = (
    select d.sighting from decision d where ${mine(row, 'd')} order by d.id desc limit 1))`

/** How one listing stands. */
export const standing = (db: Db, site: string, key: string): Standing => {
  const found = db
    .prepare(`select ${standingOf('l')} from (select ? as site, ? as listing_key) l`)
    .pluck()
    .get(site, key)
  return (found ?? 'open') as Standing
}
