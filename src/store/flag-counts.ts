import { type Band, CATEGORIES, type Category, type GoodsGroup, TRICKS, type Trick } from '../domain.ts'
import { BAND_RANKS } from './flags.ts'

/** One flagged sighting, as the index `flag_at` has it: listing, day, site, band, categories, goods, province, tricks. */
export type FlagRow = readonly [number, number, string, number, number, GoodsGroup | null, string | null, number]

/** Different listings under each key. */
interface Counter<K> {
  add(key: K, listing: number): void
  /** Most first, then by key. */
  all(): readonly { readonly key: K; readonly n: number }[]
}

function counter<K extends string | null>(): Counter<K> {
  const sets = new Map<K, Set<number>>()
  return {
    add: (key, listing) => {
      const set = sets.get(key)
      if (set) set.add(listing)
      else sets.set(key, new Set([listing]))
    },
    all: () =>
      [...sets]
        .map(([key, { size: n }]) => ({ key, n }))
        .sort((a, b) => b.n - a.n || ((a.key ?? '') < (b.key ?? '') ? -1 : 1)),
  }
}

/** Each listing's worst band under each key. */
function worst<K>() {
  const ranks = new Map<K, Map<number, number>>()
  return {
    add: (key: K, listing: number, rank: number) => {
      const own = ranks.get(key) ?? new Map<number, number>()
      if (own.size === 0) ranks.set(key, own)
      if (rank > (own.get(listing) ?? -1)) own.set(listing, rank)
    },
    all: () =>
      [...ranks].map(([key, own]) => {
        const n = BAND_RANKS.map(() => 0)
        for (const rank of own.values()) n[rank] = (n[rank] ?? 0) + 1
        return { key, bands: BAND_RANKS.map((band, rank) => ({ band, n: n[rank] ?? 0 })).filter((each) => each.n > 0) }
      }),
  }
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

interface FlagCounts {
  readonly flagged: number
  /** The worst first. */
  readonly bands: readonly { readonly band: Band; readonly n: number }[]
  readonly days: readonly { readonly day: string; readonly band: Band; readonly n: number }[]
  readonly categories: readonly { readonly category: Category; readonly n: number }[]
  readonly goods: readonly { readonly goods: GoodsGroup | null; readonly n: number }[]
  readonly provinces: readonly { readonly province: string | null; readonly n: number }[]
  readonly tricks: readonly { readonly trick: Trick; readonly n: number }[]
  readonly sites: readonly { readonly site: string; readonly flagged: number; readonly high: number }[]
}

/** Different listings by everything that reports and charts show, in one walk. */
export function countFlags(rows: Iterable<FlagRow>): FlagCounts {
  const [whole, days] = [worst<null>(), worst<number>()]
  const [categories, tricks, goods] = [counter<Category>(), counter<Trick>(), counter<GoodsGroup | null>()]
  const [provinces, sites, high] = [counter<string | null>(), counter<string>(), counter<string>()]
  for (const [listing, day, site, band, kinds, group, province, hidden] of rows) {
    whole.add(null, listing, band)
    days.add(day, listing, band)
    goods.add(group, listing)
    provinces.add(province, listing)
    sites.add(site, listing)
    if (BAND_RANKS[band] === 'high') high.add(site, listing)
    for (const [bit, category] of CATEGORIES.entries()) if (kinds & (1 << bit)) categories.add(category, listing)
    if (hidden) for (const [bit, trick] of TRICKS.entries()) if (hidden & (1 << bit)) tricks.add(trick, listing)
  }
  const bands = [...(whole.all()[0]?.bands ?? [])].reverse()
  const highs = new Map(high.all().map(({ key, n }) => [key, n]))
  return {
    flagged: bands.reduce((sum, { n }) => sum + n, 0),
    bands,
    days: [...days.all()]
      .sort((a, b) => a.key - b.key)
      .flatMap(({ key, bands: own }) => own.map((each) => ({ day: dayText(key), ...each }))),
    categories: categories.all().map(({ key, n }) => ({ category: key, n })),
    goods: goods.all().map(({ key, n }) => ({ goods: key, n })),
    provinces: provinces.all().map(({ key, n }) => ({ province: key, n })),
    tricks: tricks.all().map(({ key, n }) => ({ trick: key, n })),
    sites: sites.all().map(({ key, n }) => ({ site: key, flagged: n, high: highs.get(key) ?? 0 })),
  }
}
