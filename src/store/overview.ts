import type { Band, Category, Instant } from '../domain.ts'
import type { Overview } from './api.ts'
import type { Db } from './db.ts'

/** A listing is counted once however often it was seen. */
const LISTINGS = `count(distinct site || char(10) || listing_key) as n`
/** The day in Viet Nam: UTC+7 all year. */
const DAY = `substr(datetime(at, '+7 hours'), 1, 10)`
const OF_CATEGORY = `from sighting, json_each(categories) c where flagged = 1 and c.value ->> 'score' > 0`

const BANDS = `select band, ${LISTINGS} from sighting where flagged = 1 and id > ? group by band`
const FRESH_CATEGORIES = `select c.value ->> 'id' as category, ${LISTINGS} ${OF_CATEGORY} and sighting.id > ? group by 1`
const DAYS = `select ${DAY} as day, band, ${LISTINGS} from sighting where flagged = 1 and at >= ? group by 1, 2 order by 1, 2`
const SITES = `select site, ${LISTINGS} from sighting where flagged = 1 and at >= ? group by 1 order by 2 desc, 1`
const CATEGORIES = `select c.value ->> 'id' as category, ${LISTINGS} ${OF_CATEGORY} and at >= ? group by 1 order by 2 desc, 1`

interface Counted {
  readonly n: number
}

/** What came in, counted from one index; `since` is a sighting's id, `from` an instant. */
export const overview = (db: Db, since: number, from: Instant): Overview => {
  const all = <T>(text: string, value: unknown) => db.prepare(text).all(value) as readonly (T & Counted)[]
  const newest = db.prepare('select coalesce(max(id), 0) as id from sighting').get() as { readonly id: number }
  return {
    newest: newest.id,
    fresh: {
      bands: Object.fromEntries(all<{ band: Band }>(BANDS, since).map(({ band, n }) => [band, n])),
      categories: Object.fromEntries(
        all<{ category: Category }>(FRESH_CATEGORIES, since).map(({ category, n }) => [category, n]),
      ),
    },
    days: all<{ day: string; band: Band }>(DAYS, from),
    sites: all<{ site: string }>(SITES, from),
    categories: all<{ category: Category }>(CATEGORIES, from),
  }
}
