import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadSites } from '../../src/sites/load.ts'
import { benchmark } from './benchmark.ts'
import { measure as measurePosts } from './posts.ts'
import { recording } from './recorded.ts'
import { measureShop } from './shop.ts'

const SHOPS = ['woocommerce', 'opencart', 'osclass']
const percent = ([hits, of]: readonly [number, number]) => (of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)}`)

/** The generic reader on recorded shops, their discovery with the site files, the public benchmark, and price strings. */
export const measure = async (shared: string, { misses }: { readonly misses: boolean }) => {
  const pages = join(shared, 'real-pages')
  const book = await loadSites([fileURLToPath(new URL('../../crawlers', import.meta.url))])
  const shops = SHOPS.flatMap((name) => recording(join(pages, 'shops', name), name) ?? []).map((shop) =>
    measureShop(shop, book),
  )
  const fields = [...new Set(shops.flatMap(({ fields }) => Object.keys(fields)))]
  const total = Object.fromEntries(
    fields.map((field) => [
      field,
      sum(shops.flatMap((shop) => (shop.fields[field] === undefined ? [] : [shop.fields[field]]))),
    ]),
  )
  const bench = existsSync(join(pages, 'benchmark/expected.jsonl')) ? benchmark(join(pages, 'benchmark')) : null
  const money = existsSync(join(pages, 'price-parser-strings')) ? await moneyShare(shared) : null
  const posts = await measurePosts(shared, { misses })
  const lines = [
    `field            ${[...shops.map(({ name }) => name.padStart(12)), '         all'].join('')}   (% right)`,
    ...fields.map(
      (field) =>
        `${field.padEnd(16)} ${[...shops.map((shop) => (shop.fields[field] === undefined ? '' : percent(shop.fields[field]))), percent(total[field] ?? [0, 0])].map((cell) => cell.padStart(12)).join('')}`,
    ),
    ...shops.map(
      ({ name, discovery }) =>
        `discovery ${name}: ${discovery.found} of ${discovery.wanted} found, ${discovery.extra.length} that are no listing, ${discovery.twice.length} twice, ${discovery.visits} pages visited`,
    ),
    ...(bench === null
      ? []
      : Object.entries(bench.f1).map(([field, f1]) => `benchmark ${field.padEnd(13)} F1 ${f1.toFixed(3)}`)),
    ...(bench === null
      ? []
      : [
          `benchmark: ${bench.listings} of ${bench.pages} pages read as listings, ${bench.msPerPage.toFixed(1)} ms a page`,
        ]),
    ...(money === null
      ? []
      : [
          `price strings: amount ${(100 * money.amount).toFixed(1)} %, currency ${(100 * money.currency).toFixed(1)} % of ${money.rows}`,
        ]),
    ...posts.lines.filter((line) => !line.startsWith(' ')),
    ...(misses ? [...shops.flatMap((shop) => shop.misses), ...(bench?.misses ?? [])] : []),
  ]
  return {
    lines,
    json: {
      fields: total,
      shops: shops.map(({ name, fields, discovery }) => ({ name, fields, discovery })),
      benchmark: bench === null ? null : { ...bench, misses: undefined },
      money,
      posts: posts.json,
    },
  }
}

const sum = (counts: readonly (readonly [number, number])[]): readonly [number, number] =>
  counts.reduce<readonly [number, number]>(([hits, of], [h, o]) => [hits + h, of + o], [0, 0])

const moneyShare = async (shared: string) => {
  const { measureMoney } = await import('./money.ts')
  const { amount, currency, rows } = measureMoney(shared)
  return { amount, currency, rows }
}
