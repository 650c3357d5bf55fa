import type { Band, Category, Instant } from '../domain.ts'
import type { Fresh, Overview } from './api.ts'
import type { Db } from './db.ts'

/** A listing is counted once however often it was seen. */
const LISTINGS = `count(distinct site || char(10) || listing_key) as n`
/** The day in Viet Nam: UTC+7 all year. */
const DAY = `substr(datetime(at, '+7 hours'), 1, 10)`
/** Without it the planner reads the bodies. */
const FROM = `from sighting indexed by sighting_overview`
const OF_CATEGORY = `${FROM}, json_each(categories) c where flagged = 1 and c.value ->> 'score' > 0`

const BANDS = `select band, ${LISTINGS} ${FROM} where flagged = 1 and id > ? group by band`
const FRESH_CATEGORIES = `select c.value ->> 'id' as category, ${LISTINGS} ${OF_CATEGORY} and sighting.id > ? group by 1`
const DAYS = `select ${DAY} as day, band, ${LISTINGS} ${FROM} where flagged = 1 and at >= ? group by 1, 2 order by 1, 2`
const SITES = `select site, ${LISTINGS} ${FROM} where flagged = 1 and at >= ? group by 1 order by 2 desc, 1`
const CATEGORIES = `select c.value ->> 'id' as category, ${LISTINGS} ${OF_CATEGORY} and at >= ? group by 1 order by 2 desc, 1`

interface Counted {
  readonly n: number
}

const IN_SWEEP = `select ${LISTINGS} from sighting indexed by sighting_of_sweep where sweep = ? and flagged = 1`

const counted = <T>(db: Db, text: string, value: unknown) => db.prepare(text).all(value) as readonly (T & Counted)[]

/** What came in after a sighting. */
export const fresh = (db: Db, since: number): Fresh => {
  const newest = db.prepare('select coalesce(max(id), 0) as id from sighting').get() as { readonly id: number }
  return {
    newest: newest.id,
    bands: Object.fromEntries(counted<{ band: Band }>(db, BANDS, since).map(({ band, n }) => [band, n])),
    categories: Object.fromEntries(
      counted<{ category: Category }>(db, FRESH_CATEGORIES, since).map(({ category, n }) => [category, n]),
    ),
  }
}

/** What was flagged since an instant, by day, site and category. */
export const overview = (db: Db, from: Instant): Overview => ({
  days: counted<{ day: string; band: Band }>(db, DAYS, from),
  sites: counted<{ site: string }>(db, SITES, from),
  categories: counted<{ category: Category }>(db, CATEGORIES, from),
})

export const flaggedIn = (db: Db, sweep: number): number =>
  (db.prepare(IN_SWEEP).get(sweep) as Counted | undefined)?.n ?? 0
