import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from '../../src/domain.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { viewOf } from '../../src/page/cheerio-view.ts'
import choMau from './adapters/cho-mau.ts'
import hoiNhom from './adapters/hoi-nhom.ts'
import { LISTINGS } from './cho-mau/listings.ts'
import { SHOPS } from './cho-mau/shops.ts'
import { choMau as market } from './cho-mau/site.ts'
import { POSTS } from './hoi-nhom/posts.ts'
import { type Samples, serveSamples } from './serve.ts'

const pageOf = (url: string, html: string | Uint8Array, via: Page['via']): Page => ({
  requestedUrl: url,
  url,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(html),
  fetchedAt: '2026-11-25T03:04:05.678Z',
  via,
  remoteAddress: null,
})

const ORIGIN = 'http://cho-mau.localhost'
const spaced = (lines: readonly string[]) => lines.join(' ').replace(/\s+/g, ' ')

describe('the market’s adapter', () => {
  test('reads title, price, description, attributes and seller of every listing as the page prints them', async () => {
    for (const listing of LISTINGS) {
      const url = ORIGIN + listing.path
      const { body } = await market(new URL(url))
      const read = choMau.listing?.(viewOf(pageOf(url, body as string, 'http')))
      const shop = SHOPS.find(({ slug }) => slug === listing.shop)
      expect(read?.title?.text).toBe(listing.title)
      expect(read?.price?.text).toBe(listing.price)
      expect(read?.listPrice?.text ?? null).toBe(listing.listPrice)
      expect(spaced([read?.description?.text ?? ''])).toBe(spaced(listing.description))
      expect(Object.keys(read?.attributes ?? {})).toEqual(Object.keys(listing.attributes))
      expect([read?.brand?.text ?? null, read?.condition?.text]).toEqual([
        listing.brand,
        listing.used ? 'Đã qua sử dụng' : 'Mới',
      ])
      expect(read?.seller).toMatchObject({ name: { text: shop?.name }, location: { text: shop?.location } })
      expect(read?.seller?.phoneText?.text ?? null).toBe(shop?.phone)
      expect(read?.images).toHaveLength(4)
    }
  })

  test('keys listings by their number, whatever the slug, and nothing else', () => {
    expect(choMau.key?.(new URL('/san-pham/bat-ky-410001?nguon=tim', ORIGIN))).toBe('410001')
    expect(choMau.key?.(new URL('/danh-muc/tat-ca?trang=2', ORIGIN))).toBeNull()
    expect(choMau.key?.(new URL('/gian-hang/khoi-store', ORIGIN))).toBeNull()
  })
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const found = findBrowser({ chromium: null, root })

describe.skipIf(found === null)('the feed’s adapter, on the page as Chromium renders it', () => {
  let samples: Samples
  let rendered = ''
  beforeAll(async () => {
    samples = await serveSamples()
    const browser = await chromium.launch({ executablePath: found?.path ?? '', args: ['--no-sandbox'] })
    try {
      const tab = await browser.newPage()
      await tab.goto(samples.social)
      await tab.waitForSelector('html[data-xong]')
      rendered = await tab.content()
    } finally {
      await browser.close()
    }
  })
  afterAll(async () => samples.close())

  const view = () => viewOf(pageOf(samples.social, rendered, 'browser'))

  test('reads every post with its address, first line, price and author', () => {
    const posts = hoiNhom.listings?.(view()) ?? []
    const read = posts.map(({ url, title, price, seller }) => [
      url?.text,
      title?.text,
      price?.text ?? null,
      seller?.name?.text,
    ])
    expect(read).toEqual(
      POSTS.map(({ id, lines, price, author }) => [
        new URL(`/bai/${id}`, samples.social).href,
        lines[0],
        price,
        author,
      ]),
    )
  })

  test('follows groups and knows posts by their number', () => {
    const links = hoiNhom.links?.(view(), []) ?? []
    expect(links.map(({ role }) => role)).toEqual(['index', 'index', 'index'])
    expect(hoiNhom.key?.(new URL('/bai/7000102', samples.social))).toBe('7000102')
  })
})
