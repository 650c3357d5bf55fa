import { describe, expect, test } from 'vitest'
import type { Found, Page, RawListing } from '../../src/domain.ts'
import { normaliseListing, readOutput, scoreInput } from '../../src/normalise/listing.ts'

const found = (text: string, source = 'css:x'): Found => ({ text, source })
const page: Page = {
  requestedUrl: 'https://shop.vn/p/1',
  url: 'https://shop.vn/p/1',
  redirects: [],
  status: 200,
  headers: {},
  body: new Uint8Array(),
  fetchedAt: '2026-01-01T00:00:00.000Z',
  via: 'http',
  remoteAddress: null,
}
const blank: RawListing = {
  url: null,
  title: found('Giày'),
  description: null,
  price: null,
  currency: null,
  listPrice: null,
  priceMax: null,
  brand: null,
  sku: null,
  gtin: null,
  availability: null,
  condition: null,
  category: null,
  images: [],
  attributes: {},
  seller: null,
  postedAt: null,
  sold: null,
  rating: null,
  ratings: null,
  shipping: null,
  variants: [],
}
const context = { page, site: 'shop', key: '1', url: 'https://shop.vn/p/1', currency: 'VND' }
const read = (raw: Partial<RawListing>) => normaliseListing({ ...blank, ...raw }, context)

describe('normalising a listing', () => {
  test('a range gives the lower price and the upper one, both with the printed text', () => {
    const { price, priceMax } = read({ price: found('99.000₫ - 199.000₫') })
    expect(price).toEqual({ amount: 99000, currency: 'VND', text: '99.000₫ - 199.000₫' })
    expect(priceMax?.amount).toBe(199000)
  })

  test('a masked or absent price is null, never zero', () => {
    expect(read({ price: found('1xxk') }).price).toBeNull()
    expect(read({ price: found('Liên hệ') }).price).toBeNull()
  })

  test('a stated currency wins over the site’s', () => {
    expect(read({ price: found('19.90'), currency: found('USD') }).price).toEqual({
      amount: 19.9,
      currency: 'USD',
      text: '19.90',
    })
  })

  test.each([
    ['https://schema.org/InStock', 'InStock'],
    ['Còn hàng', 'InStock'],
    ['HẾT HÀNG', 'OutOfStock'],
    ['out of stock', 'OutOfStock'],
    ['SoldOut', 'OutOfStock'],
    ['Đặt trước', 'PreOrder'],
    ['Ngừng kinh doanh', 'Discontinued'],
    ['hôm nay', null],
  ])('availability %j is %s', (text, state) => {
    expect(read({ availability: found(text) }).availability).toBe(state)
  })

  test.each([
    ['https://schema.org/NewCondition', 'New'],
    ['Mới', 'New'],
    ['Đã sử dụng', 'Used'],
    ['Chưa sử dụng', 'New'],
    ['RefurbishedCondition', 'Refurbished'],
    ['like new 99%', 'Used'],
  ])('condition %j is %s', (text, state) => {
    expect(read({ condition: found(text) }).condition).toBe(state)
  })

  test('a description is read as a person reads it', () => {
    const html = '<p>Hàng&nbsp;đẹp &amp; rẻ <3</p><script>alert(1)</script><ul><li>size 38<li>size 39</ul><!-- x -->'
    expect(read({ description: found(html) }).description).toBe('Hàng đẹp & rẻ <3\n\nsize 38\nsize 39')
  })

  test('images are absolute, http only, each once', () => {
    const images = [
      '/a.jpg',
      'https://shop.vn/a.jpg',
      'data:image/png;base64,AA',
      'javascript:x',
      '//cdn.vn/b.jpg',
    ].map((t) => found(t))
    expect(read({ images }).images).toEqual(['https://shop.vn/a.jpg', 'https://cdn.vn/b.jpg'])
  })

  test('contacts come from the description and the seller’s phone, with their field', () => {
    const seller = { name: found('Shop'), url: null, location: null, phoneText: found('0987 654 321'), badges: [] }
    const { contacts } = read({ description: found('LH 0912.345.678'), seller })
    expect(contacts.map(({ value, field }) => [value, field])).toEqual([
      ['+84912345678', 'description'],
      ['+84987654321', 'seller.phone_text'],
    ])
  })

  test('provenance names the source of every field that was read, and of no other', () => {
    const listing = read({
      title: found('Giày', 'css:h1'),
      price: found('liên hệ', 'css:.p'),
      brand: found('Nike', 'meta:brand'),
    })
    expect(listing.provenance).toEqual({ title: 'css:h1', brand: 'meta:brand' })
  })

  test('what is scored carries the dong and the printed price', () => {
    const input = scoreInput(read({ price: found('1tr2') }))
    expect([input.id, input.platform, input.price_text, input.price_vnd, input.description]).toEqual([
      'shop:1',
      'shop',
      '1tr2',
      1_200_000,
      '',
    ])
  })

  test('what is printed names fields in snake case and leaves nothing undefined', () => {
    const output = readOutput(read({ listPrice: found('500k') }))
    expect(output.list_price).toEqual({ amount: 500000, currency: 'VND', text: '500k' })
    expect(Object.values(output)).not.toContain(undefined)
  })
})

describe('contacts and place of a listing', () => {
  const read = (over: Partial<RawListing>) => {
    const context = { page, site: 'generic', key: '1', url: page.url, currency: null }
    return normaliseListing({ ...blank, ...over }, context)
  }
  const seller = { name: null, url: null, location: null, phoneText: null, badges: [] }

  test('are read from every text, each with the field it stands in', () => {
    const { contacts } = read({
      title: found('Giày 0912345678'),
      description: found('zalo 0987654321, gọi 0912 345 678'),
      attributes: { 'Mã vạch': found('0905123456'), 'Liên hệ': found('shop@hangxin.vn') },
      seller: { ...seller, name: found('hoa0938123456') },
    })
    expect(contacts.map(({ kind, value, field }) => `${kind} ${value} ${field}`)).toEqual([
      'phone +84912345678 title',
      'phone +84987654321 description',
      'zalo +84987654321 description',
      'email shop@hangxin.vn attributes.Liên hệ',
      'phone +84938123456 seller.name',
    ])
  })

  test.each<[string, Partial<RawListing>, string | null, string | undefined]>([
    [
      'the seller’s place',
      { seller: { ...seller, location: found('Quận 7', 'css:.area') } },
      'Hồ Chí Minh',
      'css:.area',
    ],
    ['an attribute', { attributes: { 'Gửi từ': found('Bình Dương', 'css:td') } }, 'Hồ Chí Minh', 'css:td'],
    ['an address in the text', { description: found('ĐC: 5 Lê Lợi, TP Huế', 'jsonld:$.d') }, 'Huế', 'jsonld:$.d'],
    ['one word two provinces share', { seller: { ...seller, location: found('Tân Phú') } }, null, undefined],
    ['branches in two provinces', { description: found('CS1: 5 Lê Lợi, Hà Nội\nCS2: 7 Lê Lai, Q1') }, null, undefined],
    ['no place', { description: found('Ship toàn quốc, HCM nhận trong ngày') }, null, undefined],
  ])('the province is told by %s', (_, over, province, source) => {
    const listing = read(over)
    expect([listing.province, listing.provenance.province]).toEqual([province, source])
    expect(readOutput(listing).province).toBe(province)
  })
})
