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

/** Median and spread of log prices by brand and category, of what may be compared. Memory: `MOST` numbers a cluster. */
export function clustersOf(rows: Iterable<SeenPrice>): Clusters {
  const found = new Map<string, { prices: number[]; sellers: Set<string>; newest: string }>()
  for (const row of rows) {
    const key = clusterOf(row.brand, row.category)
    if (key === null || !comparable(asInput(row))) continue
    const cluster = found.get(key) ?? { prices: [], sellers: new Set<string>(), newest: row.day }
    found.set(key, cluster)
    if (cluster.prices.length >= MOST) continue
    cluster.prices.push(Math.log(row.price))
    cluster.sellers.add(row.seller ?? '')
    if (row.day > cluster.newest) cluster.newest = row.day
  }
  const enough = [...found].filter(
    ([, { prices, sellers }]) => prices.length >= LEAST_LISTINGS && sellers.size >= LEAST_SELLERS,
  )
  return new Map(enough.map(([key, { prices, newest }]) => [key, { n: prices.length, newest, ...robust(prices) }]))
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
