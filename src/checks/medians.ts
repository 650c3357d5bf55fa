import type { PriceCheck, ScoreInput, SeenPrice } from '../domain.ts'
import { nameKey } from '../normalise/registry-keys.ts'
import { comparable } from './comparable.ts'

interface Cluster {
  readonly n: number
  /** Of natural logarithms of dong. */
  readonly median: number
  readonly spread: number
  readonly newest: string
}
export type Clusters = ReadonlyMap<string, Cluster>

/** Fewer listings, or all of one or two shops, are no market. */
const LEAST_LISTINGS = 8
const LEAST_SELLERS = 3
/** Most prices kept of one cluster. */
const MOST = 2_000
/** Deviations below the median that make an outlier: Iglewicz and Hoaglin's usual 3.5. */
const OUTLIER = 3.5
/** MAD of a normal distribution times this is its standard deviation. */
const MAD_TO_SIGMA = 1.4826
/** Equal prices would make every other price an outlier. */
const LEAST_SPREAD = 0.1

/** Brand and last step of the category; null where either is not stated. */
function clusterOf(brand: string | null, category: string | null): string | null {
  const kind = (category ?? '').split(/[>/»|]/).at(-1) ?? ''
  const key = [nameKey(brand ?? ''), nameKey(kind)]
  return key.includes('') ? null : key.join(' · ')
}

/** Median and spread of log prices by brand and category, of what may be compared. */
export function clustersOf(rows: readonly SeenPrice[]): Clusters {
  const grouped = new Map<string, SeenPrice[]>()
  for (const row of rows) {
    const key = clusterOf(row.brand, row.category)
    const group = key === null ? null : (grouped.get(key) ?? [])
    if (key === null || group === null || group.length >= MOST) continue
    group.push(row)
    grouped.set(key, group)
  }
  return new Map([...grouped].flatMap(([key, group]) => marketOf(group).map((market) => [key, market] as const)))
}

/** One cluster, or none where too few listings or sellers are left after those that may not be compared. */
function marketOf(group: readonly SeenPrice[]): Cluster[] {
  if (group.length < LEAST_LISTINGS) return []
  const fit = group.filter((row) => comparable(asInput(row)))
  if (fit.length < LEAST_LISTINGS || new Set(fit.map(({ seller }) => seller)).size < LEAST_SELLERS) return []
  const newest = fit.reduce((latest, { day }) => (day > latest ? day : latest), '')
  return [{ n: fit.length, newest, ...robust(fit.map(({ price }) => Math.log(price))) }]
}

const asInput = ({ title, priceText, price }: SeenPrice): ScoreInput => ({
  ...{ id: '', platform: null, url: null, title, description: '', price_text: priceText, price_vnd: price },
  ...{ brand: null, category: null, seller: null, attributes: {}, ocr_text: null },
})

function robust(values: readonly number[]): { median: number; spread: number } {
  const median = middle(values)
  const mad = middle(values.map((value) => Math.abs(value - median)))
  return { median, spread: Math.max(LEAST_SPREAD, mad * MAD_TO_SIGMA) }
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** How the price stands to what the store has seen of the same brand and category; null where it has seen too little. */
export function storePrice(input: ScoreInput, clusters: Clusters): PriceCheck | null {
  const id = clusterOf(input.brand, input.category)
  const cluster = id === null ? undefined : clusters.get(id)
  if (id === null || !cluster || input.price_vnd === null || !comparable(input)) return null
  const { n, median, spread, newest } = cluster
  const typical = Math.round(Math.exp(median))
  const outlier = Math.log(input.price_vnd) < median - OUTLIER * spread
  const ratio = Math.round((input.price_vnd / typical) * 1000) / 1000
  return {
    basis: 'store',
    id,
    low: typical,
    high: typical,
    ratio,
    outlier,
    n,
    source: 'store',
    asOf: newest,
    confidence: 'L',
  }
}
