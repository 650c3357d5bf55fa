import { type Band, CATEGORIES, type Category, type Instant } from '../domain.ts'
import type { Fresh, Overview } from './api.ts'
import type { Db } from './db.ts'
import { countFlags, type FlagRow } from './flag-counts.ts'
import { BAND_RANKS } from './flags.ts'

const FRESH = 'select listing, band, categories from flag where sighting > ?'
const SINCE = `select listing, day, site, band, categories, goods, province, tricks from flag indexed by flag_at where at >= ?`
const IN_SWEEP = `select count(distinct site || char(10) || listing_key) as n
  from sighting indexed by sighting_of_sweep where sweep = ? and flagged = 1`

/** What came in after a sighting: a listing that was seen in two bands counts in both. */
export const fresh = (db: Db, since: number): Fresh => {
  const newest = Number(db.prepare('select coalesce(max(id), 0) from sighting').pluck().get())
  const bands = new Map<Band, Set<number>>()
  const categories = new Map<Category, Set<number>>()
  const rows = db.prepare(FRESH).raw().iterate(since) as IterableIterator<readonly [number, number, number]>
  for (const [listing, rank, kinds] of rows) {
    const band = BAND_RANKS[rank] ?? 'none'
    bands.set(band, (bands.get(band) ?? new Set()).add(listing))
    for (const [bit, category] of CATEGORIES.entries())
      if (kinds & (1 << bit)) categories.set(category, (categories.get(category) ?? new Set()).add(listing))
  }
  const sizes = <K extends string>(sets: ReadonlyMap<K, ReadonlySet<number>>) =>
    Object.fromEntries([...sets].map(([key, { size }]) => [key, size])) as Partial<Record<K, number>>
  return { newest, bands: sizes(bands), categories: sizes(categories) }
}

/** What was flagged since an instant, by day, site, category, goods and province. */
export const overview = (db: Db, from: Instant): Overview => {
  const counted = countFlags(db.prepare(SINCE).raw().iterate(from) as IterableIterator<FlagRow>)
  const { days, categories, goods, provinces, sites } = counted
  return { days, categories, goods, provinces, sites: sites.map(({ site, flagged }) => ({ site, n: flagged })) }
}

export const flaggedIn = (db: Db, sweep: number): number =>
  Number((db.prepare(IN_SWEEP).get(sweep) as { readonly n: number } | undefined)?.n ?? 0)
