import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/domain.ts'
import { readSaved } from '../../src/page/saved.ts'
import { judge } from '../../src/page/verdict.ts'
import { listingsOf } from '../../src/sites/listing.ts'
import { loadSites } from '../../src/sites/load.ts'
import { readPage } from '../../src/sites/read.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const book = await loadSites([fileURLToPath(new URL('../../crawlers/', import.meta.url))])
const SITES = ['shopee', 'lazada', 'tiki', 'sendo', 'tiktok-shop', 'chotot']
const FIXTURES = SITES.flatMap((id) =>
  readdirSync(here + id)
    .filter((name) => /\.(html|api)$/.test(name))
    .map((name) => [id, name] as const),
)

const pageOf = (id: string, name: string, change = (text: string) => text): Page => {
  const text = change(readFileSync(`${here}${id}/${name}`, 'utf8'))
  const end = text.indexOf('\n')
  const [url, body] = name.endsWith('.api') ? [text.slice(0, end), text.slice(end + 1)] : [null, text]
  return readSaved(Buffer.from(body), { name, url })
}
const verdictOf = (page: Page) => judge(page, book.siteFor(page)?.signs).kind
const listings = (page: Page) => listingsOf(readPage(page, book.siteFor(page)), page, book)
const only = (page: Page) => {
  const [one, ...others] = listings(page)
  if (one === undefined || others.length > 0) throw new Error(`expected one listing on ${page.url}`)
  return one
}

describe('what the platform answered', () => {
  test.each(FIXTURES)('%s/%s', (id, name) => {
    const said = /^(removed|blocked|login-wall)/.exec(name)?.[1] ?? 'served'
    expect(verdictOf(pageOf(id, name))).toBe(said)
  })

  const PHRASES = [
    'Sản phẩm này không còn tồn tại',
    'Tin đã bị ẩn hoặc hết hạn',
    'Trang không khả dụng. Vui lòng đăng nhập để thử lại',
    '"error":90309999, "rgv587_flag":"sm", RGV587_ERROR',
    '"page":"/404","query":{} "listItems":[] "totalResults":"9"',
    'class="product-not-exist" location.replace("/_____tmd_____/punish?',
    'Sản phẩm hiện không có sẵn',
  ].join(' ')
  // The names of Alibaba's wall are general markers: that a page's text may hold them is weighed where all pages are.
  const escaped = PHRASES.replace(/"rgv587_flag".*?RGV587_ERROR|_____tmd_____/g, '').replaceAll('"', '&quot;')
  /** As long as the pages of shops are: of a page with a line or two, its words are all there is to judge. */
  const ORDINARY = '<p>Hàng mới về, xem kỹ ảnh và kích thước trước khi đặt.</p>'.repeat(80)

  test.each(FIXTURES.filter(([, name]) => /^listing(-state|-jsonld|-router)?\.html$/.test(name)))(
    'no words of a seller on %s/%s pass for the platform’s',
    (id, name) => {
      const page = pageOf(id, name, (text) => text.replace('</h1>', ` ${escaped}</h1><p>${escaped}</p>${ORDINARY}`))
      expect(verdictOf(page)).toBe('served')
    },
  )

  test.each(FIXTURES.filter(([, name]) => /^(item|pdp|search|ad).*\.api$/.test(name)))(
    'no words of a seller in the answer %s/%s pass for the platform’s',
    (id, name) => {
      const page = pageOf(id, name, (text) =>
        text.replace(/"(name|title|subject)": "/g, (start) => start + JSON.stringify(PHRASES).slice(1, -1)),
      )
      expect(verdictOf(page)).toBe('served')
    },
  )
})

describe('prices', () => {
  test('Shopee’s API counts in hundred-thousandths, of cheap goods too, and its pages do not', () => {
    const [, cheap] = listings(pageOf('shopee', 'search-items.api'))
    expect(cheap?.price).toMatchObject({ amount: 9000, currency: 'VND' })
    expect(only(pageOf('shopee', 'listing-jsonld.html')).price?.amount).toBe(450_000)
  })

  test('0 and −1 are no price', () => {
    const [first] = listings(pageOf('shopee', 'search-items.api'))
    expect(first?.listPrice).toBeNull()
    expect(first?.priceMax).toBeNull()
  })

  test('a range, the price before, and each variant’s', () => {
    const one = only(pageOf('shopee', 'item-get.api'))
    expect([one.price, one.priceMax, one.listPrice].map((money) => money?.amount)).toEqual([189_000, 219_000, 259_000])
    expect(one.variants.map(({ name, price }) => [name, price?.amount])).toEqual([
      ['Xanh rêu', 189_000],
      ['Trắng ngà', 219_000],
    ])
    expect(only(pageOf('tiktok-shop', 'listing.html'))).toMatchObject({
      price: { amount: 129_000 },
      priceMax: { amount: 219_000 },
    })
    expect(only(pageOf('lazada', 'listing.html'))).toMatchObject({
      price: { amount: 395_000 },
      listPrice: { amount: 599_000 },
    })
  })

  test('an advertisement without one price has none', () => {
    expect(listings(pageOf('chotot', 'ad-listing.api')).map(({ price }) => price?.amount ?? null)).toEqual([
      2_800_000,
      1_500_000,
      null,
      null,
    ])
  })
})

describe('identity', () => {
  test('the page, the product address and the API’s answer are the same goods of the same shop', () => {
    const [page, answer] = [only(pageOf('shopee', 'listing-state.html')), only(pageOf('shopee', 'item-get.api'))]
    expect(answer.key).toBe(page.key)
    expect(answer.seller?.key).toBe(page.seller?.key)
  })

  test('an answer of an API host names the goods of the shop’s own', () => {
    expect(listings(pageOf('chotot', 'ad-listing.api')).map(({ key, url }) => [key, url])[1]).toEqual([
      'chotot:121212002',
      'https://www.chotot.com/121212002.htm',
    ])
    expect(only(pageOf('sendo', 'item-answer.api')).key).toBe('sendo:61234501')
    expect(only(pageOf('lazada', 'item-answer.api')).key).toBe('lazada:2519876543')
    expect(only(pageOf('tiki', 'shop-answer.api')).key).toBe('tiki:270000001/270000002')
  })

  test('an address on a stranger’s host is not believed', () => {
    const page = pageOf('lazada', 'search-answer.api', (text) => text.replaceAll('"//www.lazada.vn/', '"//evil.test/'))
    expect(listings(page).map(({ key, url }) => [key, new URL(url).host])[0]).toEqual([
      'lazada:2410000001',
      'www.lazada.vn',
    ])
  })
})

test('a telephone number behind a button is not read', () => {
  for (const name of ['ad-listing.api', 'ad-detail.api', 'listing.html'])
    expect(JSON.stringify(listings(pageOf('chotot', name)))).not.toContain('0900000000')
})

test('only a platform’s own yes makes a shop official', () => {
  expect(only(pageOf('shopee', 'pdp-get-pc.api')).seller?.badges).toEqual(['Shopee Mall', 'Yêu thích'])
  expect(only(pageOf('lazada', 'listing.html')).seller?.badges).toEqual(['LazMall'])
  expect(only(pageOf('tiki', 'item-answer.api')).seller?.badges).toEqual(['Official Store'])
  expect(only(pageOf('tiki', 'listing.html')).seller).toMatchObject({ name: 'Trong Lành Official', badges: [] })
})

test('sold is not removed: the page still says what was sold, and that it was', () => {
  expect(only(pageOf('chotot', 'listing-sold.html'))).toMatchObject({
    title: 'Máy ảnh phim cũ',
    availability: 'OutOfStock',
  })
})

describe('paging', () => {
  const next = (id: string, name: string, change?: (text: string) => string) => {
    const page = pageOf(id, name, change)
    return readPage(page, book.siteFor(page)).links.find(({ role }) => role === 'next')?.url ?? null
  }
  test('an offset goes on by what was asked, and no further than 10,000', () => {
    expect(new URL(next('chotot', 'ad-listing.api') ?? '').searchParams.get('o')).toBe('100')
    expect(next('chotot', 'ad-listing-end.api')).toBeNull()
  })
  test('the last page has no next', () => {
    expect(next('tiki', 'category-answer.api')).toBeNull()
    expect(next('lazada', 'shop.html')).toBeNull()
    expect(next('lazada', 'search-answer.api', (text) => text.replace('page=1', 'page=31'))).toBeNull()
  })
  test('an index that shows no goods has no next: it may be a wall, or the end', () => {
    expect(next('lazada', 'search-nothing.html')).toBeNull()
  })
})

test('dates that are none are left out', () => {
  const page = pageOf('shopee', 'item-get.api', (text) => text.replace(/"ctime": \d+/, '"ctime": 9e30'))
  expect(only(page).postedAt).toBeNull()
})
