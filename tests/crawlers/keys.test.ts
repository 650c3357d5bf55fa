import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadSites } from '../../src/sites/load.ts'
import { canonicalUrl } from '../../src/sites/urls.ts'

const book = await loadSites([fileURLToPath(new URL('../../crawlers/', import.meta.url))])

/** Address → the key of the goods it names; null where it names none (then the address itself is the identity). */
const KEYS: readonly (readonly [url: string, key: string | null])[] = [
  // Shopee: shop first, then item, in every form.
  ['https://shopee.vn/Binh-giu-nhiet-i.55512340.24680135791', 'shopee:55512340.24680135791'],
  [
    'https://shopee.vn/B%C3%ACnh-gi%E1%BB%AF-nhi%E1%BB%87t-i.55512340.24680135791?sp_atk=1f&xptdk=1f',
    'shopee:55512340.24680135791',
  ],
  ['https://shopee.vn/Bình-giữ-nhiệt-i.55512340.24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/-i.55512340.24680135791/', 'shopee:55512340.24680135791'],
  ['https://SHOPEE.VN/x-i.55512340.24680135791#reviews', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/x-i.1.2-i.55512340.24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/product/55512340/24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/product/55512340/24680135791/?utm_source=an_1&af_sub=x', 'shopee:55512340.24680135791'],
  ['https://www.shopee.vn/product/55512340/24680135791', 'shopee:55512340.24680135791'],
  ['https://m.shopee.vn/product/55512340/24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/universal-link/product/55512340/24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/universal-link/x-i.55512340.24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/giadungsuoimay/55512340/24680135791', 'shopee:55512340.24680135791'],
  ['https://shopee.vn/api/v4/item/get?itemid=24680135791&shopid=55512340', 'shopee:55512340.24680135791'],
  [
    'https://shopee.vn/api/v4/pdp/get_pc?item_id=24680135791&shop_id=55512340&tz_offset_minutes=420',
    'shopee:55512340.24680135791',
  ],
  ['https://shopee.vn/api/v4/item/get?itemid=24680135791', null],
  ['https://shopee.vn/api/v4/item/get?itemid=1%3Cscript&shopid=2', null],
  ['https://shopee.vn/api/v4/search/search_items?keyword=x&limit=60&newest=0', null],
  ['https://shopee.vn/giadungsuoimay', null],
  ['https://shopee.vn/shop/55512340', null],
  ['https://shopee.vn/shop/55512340/search?page=1', null],
  ['https://shopee.vn/search?keyword=a-i.1.2', null],
  ['https://shopee.vn/Nha-Cua-cat.11036670.11036688', null],
  ['https://s.shopee.vn/8AbCdEfGh', null],
  ['https://shp.ee/ab12cd3', null],
  ['https://vn.shp.ee/ab12cd3', null],
  ['https://shope.ee/4ab12cd3', null],
  ['https://shopee.vn.evil.test/x-i.55512340.24680135791', null],
  ['https://shopee.vn@evil.test/x-i.55512340.24680135791', null],
  ['https://evil.test/https://shopee.vn/x-i.55512340.24680135791', null],
  ['https://shopeé.vn/x-i.55512340.24680135791', null],
  ['https://help.shopee.vn/portal/x-i.55512340.24680135791', null],
  ['https://shopee.co.id/x-i.55512340.24680135791', null],
  // Lazada: the item; which variant is shown is no identity.
  ['https://www.lazada.vn/products/am-sieu-toc-i2410000001-s11900000001.html', 'lazada:2410000001'],
  [
    'https://www.lazada.vn/products/am-sieu-toc-i2410000001-s11900000002.html?spm=a2o4n.1&clickTrackInfo=x',
    'lazada:2410000001',
  ],
  ['https://www.lazada.vn/products/am-sieu-toc-i2410000001.html', 'lazada:2410000001'],
  ['https://www.lazada.vn/products/pdp-i2410000001.html', 'lazada:2410000001'],
  ['https://www.lazada.vn/products/i2410000001-s11900000001.html', 'lazada:2410000001'],
  ['https://www.lazada.vn/-i2410000001-s11900000001.html', 'lazada:2410000001'],
  ['https://lazada.vn/products/pdp-i2410000001.html', 'lazada:2410000001'],
  ['https://m.lazada.vn/products/pdp-i2410000001.html', 'lazada:2410000001'],
  ['https://www.lazada.vn/products/x-i99999-s1.html-i2410000001.html', 'lazada:2410000001'],
  ['https://www.lazada.vn/products/pdp.html?itemId=2410000001', 'lazada:2410000001'],
  ['https://www.lazada.vn/catalog/?q=x&itemId=2410000001', null],
  ['https://my.lazada.vn/pdp/review/getReviewList?itemId=2410000001', null],
  ['https://www.lazada.vn/catalog/?q=x-i2410000001.html&page=2', null],
  ['https://www.lazada.vn/shop/bep-nho-store/', null],
  ['https://www.lazada.vn/tag/am-sieu-toc/', null],
  ['https://s.lazada.vn/s.Xy12z', null],
  ['https://www.lazada.vn.evil.test/products/pdp-i2410000001.html', null],
  ['https://www.lazada.com.my/products/pdp-i2410000001.html', null],
  // Tiki: the product, and whose offer of it.
  ['https://tiki.vn/may-loc-khong-khi-p198765432.html', 'tiki:198765432'],
  ['https://tiki.vn/may-loc-khong-khi-p198765432.html?spid=198765440', 'tiki:198765432/198765440'],
  [
    'https://tiki.vn/may-loc-khong-khi-p198765432.html?src=search&2hi=0&keyword=may&spid=198765440&utm_source=x',
    'tiki:198765432/198765440',
  ],
  ['https://tiki.vn/product-p198765432.html?spid=198765440', 'tiki:198765432/198765440'],
  ['https://m.tiki.vn/may-loc-khong-khi-p198765432.html?spid=198765440', 'tiki:198765432/198765440'],
  ['https://tiki.vn/may-loc-khong-khi-p198765432.html?spid=1%27', 'tiki:198765432'],
  ['https://tiki.vn/api/v2/products/198765432?platform=web&spid=198765440', 'tiki:198765432/198765440'],
  ['https://api.tiki.vn/product-detail/api/v1/products/198765432', 'tiki:198765432'],
  ['https://tiki.vn/api/v2/products?limit=40&q=p198765432.html', null],
  ['https://tiki.vn/api/v2/reviews?product_id=198765432', null],
  ['https://tiki.vn/cua-hang/trong-lanh', null],
  ['https://tiki.vn/may-loc-khong-khi/c3862', null],
  ['https://ti.ki/abc123', null],
  ['https://tiki.vn.evil.test/x-p198765432.html', null],
  ['https://xtiki.vn/x-p198765432.html', null],
  // Sendo.
  ['https://www.sendo.vn/khan-ran-soi-tre-61234501.html', 'sendo:61234501'],
  ['https://sendo.vn/khan-ran-soi-tre-61234501.html?source_block_id=feed', 'sendo:61234501'],
  ['https://m.sendo.vn/khan-ran-soi-tre-61234501.html', 'sendo:61234501'],
  ['https://www.sendo.vn/san-pham/khan-ran-soi-tre-61234501/', 'sendo:61234501'],
  ['https://detail-api.sendo.vn/full/khan-ran-soi-tre-61234501?platform=web', 'sendo:61234501'],
  ['https://www.sendo.vn/shop/tiem-vai-que', null],
  ['https://www.sendo.vn/tim-kiem?q=khan-61234501.html', null],
  ['https://searchlist-api.sendo.vn/web/products?q=khan&page=1', null],
  ['https://sendo.vn.evil.test/khan-61234501.html', null],
  // Chợ Tốt and its sisters: one number, whatever the path and host.
  ['https://www.chotot.com/121212001.htm', 'chotot:121212001'],
  [
    'https://www.chotot.com/mua-ban-xe-dap-quan-7-tp-ho-chi-minh/121212001.htm#px=SR-stickyad-[PO-1][PL-top]',
    'chotot:121212001',
  ],
  ['https://www.chotot.com/tp-ho-chi-minh/quan-7/xe-dap/121212001.htm?utm_source=fb', 'chotot:121212001'],
  ['https://chotot.com/121212001.htm', 'chotot:121212001'],
  ['https://m.chotot.com/121212001.htm', 'chotot:121212001'],
  ['https://xe.chotot.com/mua-ban-xe-may-quan-1/121212001.htm', 'chotot:121212001'],
  ['https://www.nhatot.com/mua-ban-can-ho/121212001.htm', 'chotot:121212001'],
  ['https://nha.chotot.com/ha-noi/121212001.htm', 'chotot:121212001'],
  ['https://gateway.chotot.com/v1/public/ad-listing/121212001', 'chotot:121212001'],
  ['https://gateway.chotot.com/v1/public/ad-listing?cg=5010&limit=50&o=0', null],
  ['https://www.chotot.com/user/a1b2c3d4e5f60718293a4b5c6d7e8f90', null],
  ['https://www.chotot.com/cua-hang/dien-lanh-tam', null],
  ['https://www.chotot.com/mua-ban-xe-dap?q=121212001.htm', null],
  ['https://chotot.com.evil.test/121212001.htm', null],
  ['https://trogiup.chotot.com/121212001.htm', null],
  // TikTok Shop, a part of a host that is otherwise another's.
  [
    'https://shop.tiktok.com/view/product/1729384756102938475?region=VN&locale=vi-VN',
    'tiktok-shop:1729384756102938475',
  ],
  ['https://www.tiktok.com/view/product/1729384756102938475', 'tiktok-shop:1729384756102938475'],
  ['https://tiktok.com/view/product/1729384756102938475/', 'tiktok-shop:1729384756102938475'],
  ['https://www.tiktok.com/shop/pdp/sua-rua-mat/1729384756102938475', 'tiktok-shop:1729384756102938475'],
  ['https://www.tiktok.com/shop/pdp/1729384756102938475?source=x', 'tiktok-shop:1729384756102938475'],
  ['https://www.tiktok.com/shop/product/1729384756102938475', 'tiktok-shop:1729384756102938475'],
  ['https://shop.tiktok.com/vn/pdp/sua-rua-mat/1729384756102938475', 'tiktok-shop:1729384756102938475'],
  ['https://shop.tiktok.com/view/product/12345', null],
  ['https://www.tiktok.com/shop/store/sen-ho/7495000000000000123', null],
  ['https://www.tiktok.com/view/product/1729384756102938475.evil.test', null],
  ['https://shop.tiktok.com.evil.test/view/product/1729384756102938475', null],
]

test('the table covers every form', () => expect(KEYS.length).toBeGreaterThanOrEqual(60))

test.each(KEYS)('%s', (url, key) => {
  const found = book.keyOf(url)
  if (key !== null) expect(found).toBe(key)
  else expect(found).not.toMatch(/^(?:shopee|lazada|tiki|sendo|chotot|tiktok-shop):/)
})

test.each(KEYS.filter(([, key]) => key !== null))('cleaned of tracking, %s stays the same goods', (url, key) => {
  expect(book.keyOf(canonicalUrl(`${url}${url.includes('?') ? '&' : url.includes('#') ? '' : '?'}`))).toBe(key)
})

test('videos and accounts of TikTok are not its shop’s', () => {
  for (const path of ['/@senho/video/7300000000000000000', '/@senho', '/search?q=x', '/view', '/t/ZS1abc/'])
    expect(book.siteOf(`https://www.tiktok.com${path}`)?.id).not.toBe('tiktok-shop')
})

describe('hostile addresses', () => {
  const sites = book.sites.filter(({ id }) =>
    ['shopee', 'lazada', 'tiki', 'sendo', 'chotot', 'tiktok-shop'].includes(id),
  )

  test('no address of another host has a key', () => {
    const paths = KEYS.filter(([, key]) => key !== null).map(([url]) => new URL(url).pathname)
    const hosts = [
      'evil.test',
      'shopee.vn.evil.test',
      'xn--shope-dva.vn',
      'lazada.vn.evil.test',
      'tiki-vn.test',
      'chotot.com.vn',
      'tiktok.com.co',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...hosts), fc.constantFrom(...paths), (host, path) => {
        for (const { key } of sites) expect(key?.(new URL(`https://${host}${path}`))).toBeNull()
      }),
    )
  })

  test('a key holds digits and its own marks alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sites), fc.webPath(), fc.webQueryParameters(), (site, path, query) => {
        const key = site.key?.(new URL(`https://${site.hosts[0]?.split('/')[0]}${path}?${query}`)) ?? null
        expect(key === null || /^\d+(?:[./]\d+)?$/.test(key)).toBe(true)
      }),
    )
  })

  test('a page that repeats its marks a hundred thousand times is still a single look', () => {
    const long = `https://shopee.vn/${'-i.1.2'.repeat(20_000)}x`
    expect(book.keyOf(long)).not.toMatch(/^shopee:/)
  })
})

test('search addresses count pages as their site does', () => {
  const url = (id: string, page: number) => book.sites.find((site) => site.id === id)?.searchUrl?.('túi da', page)
  expect(url('shopee', 1)).toBe('https://shopee.vn/search?keyword=t%C3%BAi%20da&page=0')
  expect(url('lazada', 1)).toBe('https://www.lazada.vn/catalog/?q=t%C3%BAi%20da&page=1')
  expect(url('tiki', 2)).toBe('https://tiki.vn/search?q=t%C3%BAi%20da&page=2')
  expect(url('sendo', 3)).toBe('https://www.sendo.vn/tim-kiem?q=t%C3%BAi%20da&p=3')
  expect(url('chotot', 2)).toBe('https://www.chotot.com/mua-ban?q=t%C3%BAi%20da&page=2')
})
