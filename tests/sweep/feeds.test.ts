import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { fetchPage } from '../../src/collect/fetch.ts'
import { type Capture, NO_CHECKS } from '../../src/domain.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { loadSites } from '../../src/sites/load.ts'
import { openStore } from '../../src/store/store.ts'
import { parseSweep } from '../../src/sweep/plan.ts'
import { runSweep } from '../../src/sweep/run.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const MARK = '<link rel="stylesheet" href="/wp-content/plugins/woocommerce/assets/css/woocommerce.css">'
const NAMES = [
  'Bình gốm men lam',
  'Chén gốm men rạn',
  'Đĩa gốm vẽ tay',
  'Đồng hồ Rolex rep 1:1 siêu cấp, super fake',
  'Lọ gốm',
]
const path = (n: number) => `/san-pham/${n}/`
const page = (body: string) =>
  html(`<!doctype html><html lang="vi"><head><title>Gốm</title>${MARK}</head><body>${body}</body></html>`)
const productPage = (n: number) =>
  page(`<h1>${NAMES[n]}</h1><p class="price">${n + 1}00.000₫</p><img src="/${n}.jpg" alt="${NAMES[n]}"><button>Thêm vào giỏ</button>
    <div class="product-description">Hàng nặn tay, gửi trong ngày, số ${n}.</div>`)
const card = (n: number) =>
  `<li class="product"><a href="${path(n)}"><img src="/${n}.jpg" alt="">${NAMES[n]}</a><span class="price">${n + 1}00.000₫</span></li>`

/** What the shop's API says of one product; the last one is listed without words. */
const inFeed = (n: number, origin: string) => ({
  name: NAMES[n],
  permalink: `${origin}${path(n)}`,
  description: n === 4 ? '' : `<p>Hàng nặn tay, gửi trong ngày, số ${n}.</p>`,
  prices: { price: `${n + 1}00000`, currency_code: 'VND', currency_minor_unit: 0 },
  images: [{ src: `${origin}/${n}.jpg` }],
})

/** A shop of five goods: three on its front page, all in its API, three and two at a time. */
async function shop(options: { readonly api: boolean }): Promise<TestServer> {
  const feed = (numbers: readonly number[]) => (request: IncomingMessage, response: ServerResponse) => {
    if (!options.api) {
      response.writeHead(403).end('{"code":"rest_forbidden"}')
      return
    }
    const origin = `http://${request.headers.host}`
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', 'x-wp-totalpages': '2' })
    response.end(JSON.stringify(numbers.map((n) => inFeed(n, origin))))
  }
  const goods = Object.fromEntries(NAMES.map((_, n) => [path(n), productPage(n)]))
  const server = await serve({
    ...goods,
    '/': page(`<h1>Gốm</h1><ul>${[0, 1, 2].map(card).join('')}</ul><nav><a href="/danh-muc/gom/">Tất cả</a></nav>`),
    '/danh-muc/gom/': page(`<h1>Tất cả</h1><ul>${NAMES.map((_, n) => card(n)).join('')}</ul>`),
    '/wp-json/wc/store/v1/products?per_page=100': feed([0, 1, 2]),
    '/wp-json/wc/store/v1/products?per_page=100&page=2': feed([3, 4]),
  })
  open.push(() => server.close())
  return server
}

/** Sweeps the shop; what was captured, and what is known of each listing in the end. */
async function sweep({ url }: TestServer) {
  const home = mkdtempSync(join(tmpdir(), 'soi-feeds-'))
  const store = await openStore(home, { actor: 'test' })
  open.push(async () => {
    await store.close()
    rmSync(home, { recursive: true })
  })
  const captured: string[] = []
  const capture = async (address: string): Promise<Capture> => {
    captured.push(new URL(address).pathname)
    const page = await fetchPage(address, { allowPrivate: true })
    const verdict = { kind: 'served', reasons: [] } as const
    return { page, verdict, artifacts: [], takenAt: page.fetchedAt, browser: 'test', missing: ['screenshot'] }
  }
  const plan = parseSweep(
    `name: gom\ntargets: ["${url}/"]\nallow_private: true\nrate: {per_host_per_second: 100, concurrency: 4}`,
    'gom.yaml',
  )
  const result = await runSweep(
    plan,
    {
      store,
      book: await loadSites([root('crawlers')]),
      ruleset: await loadRuleset(root('rules')),
      checks: async () => NO_CHECKS,
      browser: { capture },
      crawl: { browser: null, log: pino({ level: 'silent' }), signal: new AbortController().signal },
    },
    { kind: 'sweep', fresh: true, maxListings: Number.POSITIVE_INFINITY },
  )
  const flagged = await Promise.all(result.flagged.map((id) => store.sightings.get(id)))
  return { result, captured, flagged: flagged.map(({ item }) => item) }
}

const goodsAsked = ({ asked }: TestServer) => asked.filter((one) => one.startsWith('/san-pham/'))

test('goods that a shop publishes whole are not fetched again; the flagged and the wordless are seen on their own pages', async () => {
  const server = await shop({ api: true })
  const { result, captured, flagged } = await sweep(server)
  expect(result.listings).toBe(5)
  // Once each by the sweep; the flagged one once more for its capture.
  expect(goodsAsked(server).sort()).toEqual([path(3), path(3), path(4)])
  expect(captured).toEqual([path(3)])
  expect(flagged.map(({ listing, capture }) => [new URL(listing.url).pathname, capture?.url])).toEqual([
    [path(3), `${server.url}${path(3)}`],
  ])
  expect(new Set(server.asked).size).toBe(server.asked.length - 1)
})

test('a shop that refuses its API is read from its pages, none left out and none twice', async () => {
  const server = await shop({ api: false })
  const { result } = await sweep(server)
  expect(result.listings).toBe(5)
  expect(goodsAsked(server).sort()).toEqual([path(0), path(1), path(2), path(3), path(3), path(4)])
})
