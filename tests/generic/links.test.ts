import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/sites/read.ts'
import { card, html, pageOf, SHOP, shopPage } from './page.ts'

const MENU = `<nav><a href="/">Trang chủ</a><a href="/danh-muc/ao">Áo</a><a href="/danh-muc/quần-jean">Quần</a><a href="/gio-hang">Giỏ hàng</a>
  <a href="/tai-khoan/dang-nhap">Đăng nhập</a><a href="/blog/mac-dep">Blog</a><a href="/chinh-sach-doi-tra">Đổi trả</a>
  <a href="https://facebook.example/shop">Facebook</a><a href="/en/" hreflang="en">English</a></nav>`
const list = (more = '') =>
  html(
    '<title>Áo | Cửa hàng Mây</title>',
    `${MENU}<h1>Áo</h1><ul class="list">${card('ao-1-p11', 'Áo một', '100.000₫')}${card('ao-2-p12', 'Áo hai', '200.000₫')}${card('ao-3-p13', 'Áo ba', '300.000₫')}</ul>${more}`,
  )
const read = (page: string, path = 'danh-muc/ao-nam') => readPage(pageOf(page, path), null)
const urls = (page: string, role: string, path?: string) =>
  read(page, path)
    .links.filter((link) => link.role === role)
    .map(({ url }) => url.replace(SHOP, '/'))

describe('links worth following', () => {
  test('a page of cards is an index, each card one listing', () => {
    expect(read(list()).kind).toBe('index')
    expect(urls(list(), 'listing')).toEqual(['/ao-1-p11', '/ao-2-p12', '/ao-3-p13'])
  })

  test('a card without a price among priced ones is a listing too', () => {
    const page = list().replace('<span class="price">200.000₫</span>', '')
    expect(urls(page, 'listing')).toContain('/ao-2-p12')
  })

  test('a spot of colour is not the picture of a card, a picture behind a box is', () => {
    const tile = (id: string, name: string, spot: string) =>
      `<div class="tile"><div class="top"><b>Hết hàng</b><a href="/${id}"><img src="/${id}.jpg"></a></div><div class="text"><h3><a href="/${id}">${name}</a></h3>${spot}<p class="price">99.000₫</p></div></div>`
    const goods = (spot: string) =>
      html('<title>Áo</title>', `<h1>Áo</h1><div>${tile('p1', 'Áo một', spot)}${tile('p2', 'Áo hai', spot)}</div>`)
    for (const style of ['background:#e8dcc4', 'background-image:url(/nau.png)'])
      expect(urls(goods(`<ul class="swatches"><li style="${style}"></li></ul>`), 'listing')).toEqual(['/p1', '/p2'])
    const behind = goods('').replace(/<img src="([^"]*)">/g, '<i style="background-image: url($1)"></i>')
    expect(urls(behind, 'listing')).toEqual(['/p1', '/p2'])
  })

  test('a lone card whose tag says that it is one is no listing of its own', () => {
    const lone =
      '<h1>Trầm thật</h1><product-card><a href="/nhang"><img src="/n.jpg"></a><h3><a href="/nhang">Nhang</a></h3><p class="price">99.000₫</p></product-card>'
    const page = html('<title>Trầm</title>', lone)
    expect(urls(page, 'listing', '')).toEqual(['/nhang'])
    expect(read(page, '').kind).toBe('index')
  })

  test('goods that are called like a basket are goods', () => {
    const page = list().replaceAll('/ao-2-p12"', '/carton-5-lop"').replaceAll('/ao-3-p13"', '/cartridge-12a"')
    expect(urls(page, 'listing')).toEqual(['/ao-1-p11', '/carton-5-lop', '/cartridge-12a'])
  })

  test('categories are indexes; basket, log-in, blog, policies, other hosts and other languages are not followed', () => {
    expect(urls(list(), 'index')).toEqual(['/', '/danh-muc/ao', '/danh-muc/qu%E1%BA%A7n-jean'])
  })

  test('raw Vietnamese letters and their percent-encoding are one address', () => {
    const page = list('<p><a href="/danh-muc/qu%e1%ba%a7n-jean">Quần</a></p>')
    expect(urls(page, 'index').filter((url) => url.includes('jean'))).toHaveLength(1)
  })

  for (const label of ['Trang sau', 'Tiếp', '›', 'Next', '»'])
    test(`“${label}” in a pager is the next page`, () => {
      const pager = `<div class="pagination"><a href="?page=1">1</a><a href="?page=2">2</a><a href="?page=3">${label}</a></div>`
      expect(urls(list(pager), 'next')).toEqual(['/danh-muc/ao-nam?page=3'])
    })

  test('a pager of numbers alone leads to the number after this one', () => {
    const pager =
      '<ul class="pagination"><li><a href="?page=1">1</a></li><li><b>2</b></li><li><a href="?page=3">3</a></li><li><a href="?page=9">9</a></li></ul>'
    expect(urls(list(pager), 'next', 'danh-muc/ao-nam?page=2')).toEqual(['/danh-muc/ao-nam?page=3'])
  })

  test('rel=next in the head is the next page', () => {
    const page = list().replace('</head>', '<link rel="next" href="/danh-muc/ao-nam/page/2/"></head>')
    expect(urls(page, 'next')).toEqual(['/danh-muc/ao-nam/page/2/'])
  })

  test('sorting, filters, calendars and buttons that put goods in the basket are not followed', () => {
    const more =
      '<a href="?sort=price">Giá</a><a href="?filter_size=xl">XL</a><a href="?min_price=1">Rẻ</a><a href="/2026/11/">Tháng 11</a><a href="?add-to-cart=3">Mua</a><a href="/feed/">RSS</a>'
    const followed = read(list(more)).links.map(({ url }) => url)
    expect(followed.filter((url) => /sort|filter|price|2026|cart|feed/.test(url))).toEqual([])
  })

  test('an empty category is an index without goods, and says so', () => {
    const page = html('<title>Mũ</title>', `${MENU}<h1>Mũ</h1><p>Không có sản phẩm nào trong danh mục này.</p>`)
    const reading = read(page)
    expect([reading.kind, reading.why]).toEqual(['index', 'empty-index'])
    expect(reading.links.filter(({ role }) => role === 'listing')).toEqual([])
  })

  test('an article that mentions a price is no listing', () => {
    const page = html(
      '<title>Giá gạo hôm nay</title><meta property="og:type" content="article">',
      '<article><h1>Giá gạo hôm nay</h1><p>Gạo tẻ được bán với giá <b>18.000đ</b> một ký.</p></article>',
    )
    expect(read(page, 'tin/gia-gao')).toMatchObject({ kind: 'other', listings: [], why: 'article' })
  })

  test('“next” on a product page is no next page of an index', () => {
    const page = shopPage({ after: '<div class="pager"><a rel="next" href="/ao-phao">Next</a></div>' })
    expect(urls(page, 'next', 'ao-khoac')).toEqual([])
  })

  test('a product page is a listing and no index', () => {
    expect(read(shopPage(), 'ao-khoac').kind).toBe('listing')
  })
})
