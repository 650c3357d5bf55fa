import { describe, expect, test } from 'vitest'
import type { Listing } from '../../src/domain.ts'
import { listingsOf } from '../../src/sites/listing.ts'
import { readPage } from '../../src/sites/read.ts'
import { urlKey } from '../../src/sites/urls.ts'
import { card, html, jsonLd, pageOf, shopPage } from './page.ts'

const BOOK = { sites: [], siteOf: () => null, siteFor: () => null, keyOf: urlKey }
const listingOf = (markup: string): Listing | undefined => {
  const page = pageOf(markup)
  return listingsOf(readPage(page, null), page, BOOK)[0]
}
const printed = (text: string) =>
  listingOf(shopPage({ price: `<p class="price">450.000₫</p><div class="info">${text}</div>` }))

describe('what a page prints of its buyers', () => {
  test.each([
    ['Đã bán 1,2k', 1200],
    ['<span>Đã bán</span> <b>3.456</b>', 3456],
    ['1204 lượt mua', 1204],
    ['5k+ sold', 5000],
    ['Sold out', null],
    ['Đã bán hết từ hôm qua', null],
  ])('“%s” is %s sold', (text, sold) => {
    expect(printed(text)?.sold ?? null).toBe(sold)
  })

  test.each([
    ['4.8/5 (120 đánh giá)', 4.8, 120],
    ['4,6 ★ (1,5k đánh giá)', 4.6, 1500],
    ['<b>4.9</b> trên 5 · 77 nhận xét', 4.9, 77],
    ['Đánh giá (31)', null, 31],
    ['0 đánh giá', null, null],
    ['Cập nhật ngày 12/5', null, null],
    ['Size 4/5 và 6', null, null],
  ])('“%s” is rated %s by %s', (text, rating, ratings) => {
    expect([printed(text)?.rating ?? null, printed(text)?.ratings ?? null]).toEqual([rating, ratings])
  })

  test.each([
    ['Miễn phí vận chuyển đơn từ 300k', 'Miễn phí vận chuyển'],
    ['Phí ship: 30.000₫', 'Phí ship: 30.000₫'],
    ['Chính sách giao hàng', null],
  ])('“%s” says of delivery: %s', (text, shipping) => {
    expect(printed(text)?.shipping ?? null).toBe(shipping)
  })

  test('goods that sold are not sold out', () => {
    expect(printed('<span class="stock">Còn 12 · Đã bán 88</span>')?.availability).toBe('InStock')
  })

  test('what other goods sold is not this one’s', () => {
    const other = `<section class="related"><h2>Sản phẩm liên quan</h2><p>Đã bán 999</p>${card('a', 'Áo', '1.000₫')}</section>`
    expect(listingOf(shopPage({ after: other }))?.sold).toBeNull()
    expect(listingOf(shopPage({ before: other }))?.sold).toBeNull()
  })
})

describe('what structured data say of buyers, delivery and choices', () => {
  const product = (more: object) =>
    listingOf(
      html(
        jsonLd({
          '@type': 'Product',
          name: 'Nồi đất',
          description: 'Nồi đất nung.',
          image: '/n.jpg',
          offers: { '@type': 'Offer', price: '185000', priceCurrency: 'VND' },
          ...more,
        }),
        '<h1>Nồi đất</h1>',
      ),
    )

  test.each([
    [{ ratingValue: 4.5, reviewCount: 12 }, 4.5, 12],
    [{ ratingValue: '92', bestRating: '100', ratingCount: '1.024' }, 4.6, 1024],
    [{ ratingValue: 9, bestRating: 10 }, 4.5, null],
    [{ ratingValue: 0, reviewCount: 0 }, null, 0],
    [{ ratingValue: 7 }, null, null],
  ])('%j is out of five', (aggregateRating, rating, ratings) => {
    const listing = product({ aggregateRating })
    expect([listing?.rating, listing?.ratings]).toEqual([rating, ratings])
  })

  test('variants of a group and offers of an aggregate are choices with their prices', () => {
    const offer = (price: string) => ({ '@type': 'Offer', price, priceCurrency: 'VND' })
    const hasVariant = [
      { '@type': 'Product', name: 'Nồi đất nhỏ', size: 'nhỏ', color: 'nâu', offers: offer('185000') },
      { '@type': 'Product', name: 'Nồi đất to', offers: offer('300000') },
    ]
    const names = (listing: Listing | undefined) => listing?.variants.map(({ name, price }) => [name, price?.amount])
    expect(names(product({ '@type': 'ProductGroup', offers: undefined, hasVariant }))).toEqual([
      ['nâu / nhỏ', 185_000],
      ['Nồi đất to', 300_000],
    ])
    const offers = { '@type': 'AggregateOffer', lowPrice: '1', offers: [{ ...offer('90000'), name: 'Loại hai' }] }
    expect(names(product({ offers }))).toEqual([['Loại hai', 90_000]])
  })

  test('the rate of delivery is said with its currency', () => {
    const offers = {
      '@type': 'Offer',
      price: '185000',
      priceCurrency: 'VND',
      shippingDetails: { shippingRate: { '@type': 'MonetaryAmount', value: 30000, currency: 'VND' } },
    }
    expect(product({ offers })?.shipping).toBe('30000 VND')
  })
})

describe('the code, the title and the price that people see', () => {
  const stated = (name: string, sku: string, price = '99') =>
    jsonLd({ '@type': 'Product', name, sku, offers: { '@type': 'Offer', price, priceCurrency: 'USD' } })

  test.each([
    '<p class="product-code">Product code: 83050303</p>',
    '<p>Mã sản phẩm: 83050303</p>',
    '<span data-qa="product-reference">83050303</span>',
    '<h4>Bestellnummer:</h4><div>83050303</div>',
  ])('the printed code goes before that of a variant: %s', (code) => {
    expect(listingOf(html(stated('Nồi', 'V-238'), `<main><h1>Nồi</h1>${code}<p>99 USD</p></main>`))?.sku).toBe(
      '83050303',
    )
  })

  test('words where a code would stand are the last resort', () => {
    const page = html(stated('Nồi', 'V-238'), '<main><h1>Nồi</h1><p>Mã: MÁY TÍNH BẢN ĐẶC BIỆT</p></main>')
    expect(listingOf(page)?.sku).toBe('V-238')
  })

  test('an h1 of other goods gives way to what the document is named by', () => {
    const page = html(
      '<title>Ấm tử sa 300 ml | Trà Quán</title>',
      `<div><a href="/q"><h1>Quạt giấy khuyến mãi</h1><p class="price">9.000₫</p></a></div>
       <main><h2 class="product-title">Ấm tử sa 300 ml</h2><p class="price">820.000₫</p><img src="/am.jpg" alt="Ấm tử sa 300 ml"><button>Mua ngay</button></main>`,
    )
    const listing = listingOf(page)
    expect([listing?.title, listing?.price?.amount]).toEqual(['Ấm tử sa 300 ml', 820_000])
  })

  test('the bid so far goes before the price where bidding began; without bids the stated price stands', () => {
    const page = (bids: string) =>
      html(
        stated('Đồng hồ cũ', 'L-1', '90'),
        `<main><h1>Đồng hồ cũ</h1><div class="status"><span class="price">$400</span> <span>${bids}</span></div></main>`,
      )
    expect(listingOf(page('5 bids'))?.price?.amount).toBe(400)
    expect(listingOf(page('0 bids'))?.price?.amount).toBe(90)
  })
})
