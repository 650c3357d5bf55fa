import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Page } from '../../src/domain.ts'
import { viewOf } from '../../src/page/cheerio-view.ts'
import { judge, judgeThoroughly } from '../../src/page/verdict.ts'
import { type GenericReading, readQuickly, readThoroughly } from '../../src/sites/generic/generic.ts'
import { followed } from '../../src/sweep/follow.ts'
import { productPage } from '../bench/pages.ts'
import { html, jsonLd, pageOf, shopPage } from '../generic/page.ts'
import { listingPage } from '../sites/cho-mau/listing-page.ts'
import { SHELF } from '../sites/cho-mau/listings.ts'
import * as hostile from '../sites/hostile-pages.ts'

/** Every field's words, without where they stood: the two ways name different places for the same words. */
const words = ({ kind, listing }: GenericReading) => {
  const text = (found: { readonly text: string } | null) => found?.text ?? null
  const { images: _, variants, attributes, seller, ...fields } = listing
  return {
    kind,
    ...Object.fromEntries(Object.entries(fields).map(([name, found]) => [name, text(found)])),
    variants: variants.map(({ name, price }) => [name.text, text(price)]),
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, found]) => [name, found.text])),
    seller: seller && [seller.name, seller.url, seller.location, seller.phoneText].map(text),
  }
}

const BOOK = { sites: [], siteOf: () => null, siteFor: () => null, keyOf: (url: string) => url }
const FROM = { id: 1, url: '', host: '', role: 'listing', depth: 1, via: 'http', attempts: 0 } as const
const next = (reading: GenericReading, page: Page) =>
  followed({ ...reading, links: reading.links(), feed: false, sightings: [] }, { ...FROM, url: page.url }, BOOK, {
    depth: 3,
    hosts: new Set([new URL(page.url).host]),
  })

/** Reads a page both ways; whether the quick one was sure of itself. */
const bothWays = (page: Page): boolean => {
  expect(judge(page).kind).toBe(judgeThoroughly(page).kind)
  const quick = readQuickly(viewOf(page))
  if (quick === null) return false
  const whole = readThoroughly(viewOf(page))
  expect(words(quick)).toEqual(words(whole))
  expect(next(quick, page)).toEqual(next(whole, page))
  const pictures = whole.listing.images.map(({ text }) => text)
  for (const { text } of quick.listing.images) expect(pictures).toContain(text)
  return true
}

const NAME = 'Áo khoác gió hai lớp'
const STATED = 'Áo khoác gió hai lớp, vải dù chống nước nhẹ, có túi trong, mặc mùa mưa.'
const product = (more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: NAME,
  description: STATED,
  sku: 'AK-01',
  brand: 'Mây',
  image: '/anh/ao-1.jpg',
  offers: {
    '@type': 'Offer',
    price: '350000',
    priceCurrency: 'VND',
    availability: 'https://schema.org/InStock',
    seller: { '@type': 'Organization', name: 'Cửa hàng Mây' },
  },
  ...more,
})
const page = (body: string, more: object = {}, head = '') =>
  html(`<title>${NAME}</title>${head}${jsonLd(product(more))}`, body)
const PLAIN = `<main><h1>${NAME}</h1><div class="price">350.000₫</div><p>${STATED}</p></main>`

/** What shops print around the goods: each must be read, or leave the page to the full reading. */
const PIECES: readonly string[] = [
  '<table><tr><td>Xuất xứ</td><td>Quảng Châu</td></tr></table>',
  '<dl><dt>Chất liệu</dt><dd>Dù</dd></dl>',
  '<p>Xuất xứ: Trung Quốc</p>',
  '<p>Xuất xứ： Trung Quốc</p>',
  '<div><span>Thương hiệu</span><span>Sói</span></div>',
  '<div><span>Tình trạng</span><span>Đã qua sử dụng</span></div>',
  '<del>500.000₫</del>',
  '<span class="price-old">500.000₫</span>',
  '<span style="text-decoration:line-through">500.000₫</span>',
  '<ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/ao">Áo</a></li></ul>',
  '<div class="seller-box"><a href="/shop/kho-sy">Kho Sỹ</a> <span>0912 345 678</span></div>',
  `<div class="description">${STATED} ${STATED} Hàng rep một một, bao kiểm tra khi nhận.</div>`,
  `<div class="mo-ta">${STATED} ${STATED} Hàng rep một một.</div>`,
  `<h3>Mô tả sản phẩm</h3><div>${STATED} ${STATED} Hàng rep một một.</div>`,
  '<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">Giày</span><span itemprop="price">9</span></div>',
  '<button class="add-to-cart">Thêm vào giỏ hàng</button>',
  '<img src="/anh/ao-2.jpg" alt="Áo khoác gió hai lớp">',
  '<span class="sku">AK-02</span>',
  '<p>Đã bán 1.204</p>',
  '<p>Đã bán <b>1,2k</b> · <span>4,8</span>/5 (<a href="#dg">120 đánh giá</a>)</p>',
  '<div class="sao">4.6 ★ (31 reviews)</div>',
  '<div>&#272;&#227; b&#225;n 77</div>',
  '<p>Miễn phí vận chuyển đơn từ 300k</p>',
  '<p>Phí ship 30.000₫</p>',
  '<p>&nbsp;Nhẹ&nbsp;và&nbsp;ấm&#58; chỉ 300 g</p>',
  '<script>var gia = "Xuất xứ: X"; document.write("<dt>Y</dt><dd>Z</dd>")</script>',
  '<!-- Xuất xứ: X -->',
  '<nav><a href="/danh-muc/1">Áo</a></nav>',
]

/** Where the page's own goods end. */
const ENDS: readonly string[] = [
  '',
  '<div class="related"><a href="/giay-p2">Giày</a> <span class="price">99.000₫</span></div>',
  '<section class="related"><h2>Sản phẩm liên quan</h2><ul><li><a href="/a-p3"><img src="/a.jpg">A</a> 1.000₫</li><li><a href="/b-p4"><img src="/b.jpg">B</a> 2.000₫</li></ul></section>',
  '<section><h2>Sản phẩm liên quan</h2><p>Giày 99.000₫</p></section>',
  '<footer>Hotline: 1900 1000 <dl><dt>Địa chỉ</dt><dd>Chợ Mây</dd></dl></footer>',
]

describe('a page is read the same whichever way', () => {
  test('the bench shop: quickly, and no differently from the whole document', () => {
    for (let i = 0; i < 25; i++) expect(bothWays(pageOf(productPage(i, true, 100)))).toBe(true)
    for (let i = 0; i < 5; i++) expect(bothWays(pageOf(productPage(i, false, 100)))).toBe(false)
  })

  test('a plain product with its structured data needs no document', () => {
    expect(bothWays(pageOf(page(PLAIN)))).toBe(true)
    expect(bothWays(pageOf(page(PLAIN, { offers: { '@type': 'Offer', price: '1' } })))).toBe(false)
  })

  test('the sample marketplace, the hostile pages and a shop without structured data', () => {
    for (const listing of SHELF) bothWays(pageOf(listingPage(listing, 'http://cho-mau.localhost').markup))
    for (const odd of [hostile.BROKEN, hostile.emptyShell(), hostile.challenge(), hostile.login(), hostile.removed()])
      bothWays(pageOf(odd))
    for (const odd of [hostile.calendar(3), hostile.plainProduct(NAME), hostile.scriptEverywhere(), shopPage()])
      bothWays(pageOf(odd))
  })

  test.each([...PIECES, ...ENDS])('with one more piece: %s', (piece) => {
    for (const body of [PLAIN.replace('</main>', `${piece}</main>`), `${piece}${PLAIN}`, `${PLAIN}${piece}`])
      bothWays(pageOf(page(body)))
  })

  test('with any pieces anywhere, in any encoding', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 })
    fc.assert(
      fc.property(
        pieces,
        pieces,
        pieces,
        fc.constantFrom(...ENDS),
        fc.boolean(),
        (before, inside, after, end, wide) => {
          const body = `${before.join('')}${PLAIN.replace('</main>', `${inside.join('')}</main>`)}${after.join('')}${end}`
          const given = pageOf(page(body))
          const bytes = wide ? Buffer.from(`\ufeff${page(body)}`, 'utf16le') : given.body
          bothWays({ ...given, body: bytes })
        },
      ),
      { numRuns: 150 },
    )
  })
})
