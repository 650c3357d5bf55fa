import { describe, expect, test } from 'vitest'
import { faults } from './check-rows.ts'
import { categoryPage, frontPage, PER_CATEGORY, productAt, productPage } from './pages.ts'
import { lines, spread, table } from './report.ts'

const PAGES = 230

describe('the bench shop', () => {
  test('has product pages of 60 to 150 KB that are the same every time', () => {
    const sizes = Array.from({ length: 40 }, (_, i) => Buffer.byteLength(productPage(i, true, PAGES)))
    expect(Math.min(...sizes)).toBeGreaterThan(60_000)
    expect(Math.max(...sizes)).toBeLessThan(150_000)
    expect(productPage(7, true, PAGES)).toBe(productPage(7, true, PAGES))
  })

  test('states the product as JSON-LD only where asked to, and always beside a decoy', () => {
    for (const jsonld of [true, false]) {
      const blocks = [
        ...productPage(3, jsonld, PAGES).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
      ]
      const kinds = blocks.map(([, block = '']) => JSON.parse(block)['@type'])
      expect(kinds).toEqual(jsonld ? ['ItemList', 'Product'] : ['ItemList'])
    }
  })

  test('links every product exactly once from its category pages', () => {
    const categories = [...frontPage(PAGES).matchAll(/\/danh-muc\/(\d+)/g)].map(([, n]) => Number(n))
    expect(categories).toHaveLength(Math.ceil(PAGES / PER_CATEGORY))
    const links = categories.flatMap((n) => categoryPage(n, PAGES).match(/\/san-pham\/[\w-]+/g) ?? [])
    expect(links).toEqual(Array.from({ length: PAGES }, (_, i) => productAt(i).path))
  })
})

describe('the check of a run', () => {
  const row = (i: number) => ({
    url: `http://127.0.0.1${productAt(i).path}`,
    title: productAt(i).title,
    price: productAt(i).dong,
  })
  const jsonl = (rows: readonly object[]) => rows.map((one) => JSON.stringify(one)).join('\n')

  test('finds nothing wrong with a whole run', () => {
    expect(faults(jsonl([0, 1, 2].map(row)), 3)).toEqual([])
  })

  test('names what is missing, doubled or read from the wrong place', () => {
    expect(faults(jsonl([row(0), row(2)]), 3)).toHaveLength(2)
    expect(faults(jsonl([row(0), row(0), row(1)]), 2)).toEqual(['3 rows for 2 products'])
    expect(faults(jsonl([row(0), { ...row(1), price: '10.000đ' }]), 2)[0]).toContain('price 10.000đ')
  })
})

describe('the figures', () => {
  test('are medians with the least and the greatest', () => {
    expect(spread([5, 1, 9])).toEqual({ median: 5, min: 1, max: 9 })
    expect(spread([4, 1, 2, 8])).toEqual({ median: 3, min: 1, max: 8 })
  })

  test('pair the runs of one round', () => {
    const run = (seconds: number) => ({
      seconds,
      wallSeconds: seconds + 1,
      cpuSeconds: seconds,
      startUpCpuSeconds: 1,
      peakRssMb: 100,
      endedAt: 1e12 + seconds * 1000,
      warm: null,
    })
    const [, peer] = lines(
      new Map([
        ['a', [run(1), run(10)]],
        ['b', [run(2), run(20)]],
      ]),
      100,
    )
    expect(peer?.ratios.pagesPerSecond).toEqual({ median: 2, min: 2, max: 2 })
  })
  test('of a warm runner leave the first thousand pages and its start out', () => {
    const run = {
      ...{ seconds: 10, wallSeconds: 12, cpuSeconds: 14, startUpCpuSeconds: 2, peakRssMb: 100 },
      ...{ endedAt: 1e12 + 10_000, warm: { at: 1e12 + 4_000, cpuSeconds: 7 } },
    }
    const [line] = lines(new Map([['a', [run]]]), 4000)
    expect(line?.figures.warmPagesPerSecond.median).toBe(3000 / 6)
    expect(line?.figures.warmCpuSecondsPer1000.median).toBe((2 + 14 - 7) / 3)
    expect(table(line ? [line] : [])).toContain('500 [500–500]')
  })
})
