import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/sites/read.ts'
import { card, html, pageOf, shopPage } from './page.ts'

const listingOf = (page: string, path?: string) => readPage(pageOf(page, path), null).listings[0]

describe('what a page prints, without structured data', () => {
  test('title, price, list price, brand, number, category, seller and pictures are read', () => {
    const listing = listingOf(shopPage())
    expect(listing?.title?.text).toBe('Áo khoác gió hai lớp')
    expect(listing?.price?.text).toBe('450.000₫')
    expect(listing?.listPrice?.text).toBe('650.000₫')
    expect(listing?.brand?.text).toBe('Mây')
    expect(listing?.sku?.text).toBe('AK-77')
    expect(listing?.category?.text).toBe('Áo')
    expect(listing?.seller?.name?.text).toBe('Cửa hàng Mây')
    expect(listing?.images[0]?.text).toMatch(/ao-1\.jpg$/)
    expect(listing?.attributes['Xuất xứ']?.text).toBe('Việt Nam')
    expect(listing?.description?.text).toMatch(/^Vải dù hai lớp/)
    expect(listing?.availability?.text).toBe('InStock')
  })

  test('prices of related goods and the basket’s total are not the price, wherever they stand', () => {
    const related = `<section class="related-products"><h2>Sản phẩm liên quan</h2><ul>${['a', 'b', 'c'].map((name) => card(name, `Áo ${name}`, '99.000₫')).join('')}</ul></section>`
    expect(listingOf(shopPage({ before: related }))?.price?.text).toBe('450.000₫')
    expect(listingOf(shopPage({ after: related }))?.price?.text).toBe('450.000₫')
  })

  test('goods under a heading of related goods do not count, even with no class that says so', () => {
    const strip = '<div><h3>Có thể bạn cũng thích</h3><p class="price">79.000₫</p></div>'
    expect(listingOf(shopPage({ before: strip }))?.price?.text).toBe('450.000₫')
  })

  test('a price inside the h1 is taken out of the title', () => {
    const page = html(
      '<title>Xe đạp Thống Nhất Quận 3 - Rao vặt</title>',
      `<div class="menu"><h1><a href="/muaban">Mua bán</a></h1><h1><a href="/xe">Xe cộ</a></h1></div>
       <ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li>Xe đạp Thống Nhất</li></ul>
       <div id="item"><h1><span class="price">1.200.000 đ</span> <strong>Xe đạp Thống Nhất Quận 3</strong></h1>
       <div class="photos"><a href="/anh/xe.jpg"><img src="/anh/xe-nho.jpg" alt="Xe đạp Thống Nhất"></a></div>
       <div id="description">Xe còn tốt, mới thay lốp, phanh ăn.</div></div>
       <div id="contact"><h2>Người đăng</h2><p class="name">Name: <a href="/user/9">Trần Văn Sáu</a></p><p class="phone">Phone: 0912 345 678</p></div>`,
    )
    const listing = listingOf(page, 'xe-dap-9')
    expect(listing?.title?.text).toBe('Xe đạp Thống Nhất')
    expect(listing?.price?.text).toBe('1.200.000 đ')
    expect(listing?.images[0]?.text).toMatch(/anh\/xe\.jpg$/)
    expect(listing?.seller?.name?.text).toBe('Trần Văn Sáu')
    expect(listing?.seller?.phoneText?.text).toBe('0912 345 678')
  })

  test('shipping fees, instalments and savings beside the price are not the price', () => {
    const price =
      '<div class="box"><p class="shipping">Phí ship 30.000₫</p><p class="save">Tiết kiệm 200.000₫</p><p class="product-price">450.000₫</p><p>Trả góp 75.000₫/tháng</p></div>'
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('450.000₫')
  })

  test('a price in words is kept as words', () => {
    expect(listingOf(shopPage({ price: '<p class="price">Liên hệ</p>' }))?.price?.text).toBe('Liên hệ')
  })

  test('words in the place of the price go before amounts in the text below', () => {
    const price = '<p class="price">Liên hệ</p><p>Giao tận nơi từ 25.000₫, lắp đặt 90.000₫</p>'
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('Liên hệ')
    const named = '<p class="label-price">Liên hệ giá sỉ</p><p class="price">450.000₫</p>'
    expect(listingOf(shopPage({ price: named }))?.price?.text).toBe('450.000₫')
  })

  test.each([
    ['what orders go free of charge', '<p>Miễn phí ship đơn từ 300.000₫</p>'],
    [
      'a filter of prices',
      '<div class="filter price"><a href="/re">Dưới 500.000₫</a><a href="/vua">500.000₫ - 1.000.000₫</a></div>',
    ],
    ['what others say', '<ul class="comments"><li><p>Mua 390.000₫ ở chỗ khác</p></li></ul>'],
    ['an empty basket', '<p>Tổng tiền: <b>0₫</b></p>'],
    ['how many were sold', '<p>Đã bán 1,2k</p>'],
  ])('%s is no price', (_, before) => {
    const price = `${before}<p><b>450.000₫</b></p>`
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('450.000₫')
    expect(listingOf(shopPage({ price: before }))?.price ?? null).toBeNull()
  })

  test('a price with what orders go free of charge behind it is one', () => {
    const price = '<p class="price">450.000₫ <small>freeship đơn từ 300k</small></p>'
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('450.000₫')
  })

  test('an amount that the printed reduction leads to is the list price, a price by quantity is not', () => {
    const reduced = '<div class="price"><strong>450.000₫</strong> <em>600.000₫</em> <i>(-25%)</i></div>'
    const listing = listingOf(shopPage({ price: reduced }))
    expect([listing?.price?.text, listing?.listPrice?.text]).toEqual(['450.000₫', '600.000₫'])
    const steps =
      '<div><p class="price">450.000₫</p><table><tr><td>10 cái</td><td>405.000₫</td><td>-10%</td></tr><tr><td>50 cái</td><td>500.000₫</td></tr></table></div>'
    const plain = listingOf(shopPage({ price: steps }))
    expect([plain?.price?.text, plain?.listPrice ?? null]).toEqual(['450.000₫', null])
  })

  test('a price with its discount is asked, one without it was', () => {
    const price =
      '<p><span class="price_without_discount">600.000₫</span> <span class="price_with_discount">450.000₫</span></p>'
    const listing = listingOf(shopPage({ price }))
    expect([listing?.price?.text, listing?.listPrice?.text]).toEqual(['450.000₫', '600.000₫'])
  })

  test('an amount in brackets behind the price of a row is not part of it', () => {
    const price = '<table><tr><td>Giá khuyến mãi:</td><td>450.000₫ (tiết kiệm 150.000₫)</td></tr></table>'
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('450.000₫')
  })

  test('a link to another page keeps its price, in a box around it too', () => {
    const page = html(
      '<title>Nhà Bà Năm</title>',
      '<div><h1>Sản phẩm nhà Bà Năm</h1></div><div><a href="/goi"><img src="/goi.png" alt="Gối"><h3>Gối</h3><p>1.290K</p></a></div>',
    )
    expect(readPage(pageOf(page, 'san-pham'), null).kind).not.toBe('listings')
    expect(listingOf(shopPage({ price: '<div><a href="#mua">450.000₫</a></div>' }))?.price?.text).toBe('450.000₫')
  })

  test('a price for several is not the price of one, however it is classed', () => {
    const tier = '<ul><li>Mua 3 với giá <span class="price">390.000₫</span> mỗi cái</li></ul>'
    const price = `<p><span class="normal-price"><span>450.000₫</span></span></p>${tier}`
    expect(listingOf(shopPage({ price }))?.price?.text).toBe('450.000₫')
    expect(listingOf(shopPage({ price }))?.listPrice ?? null).toBeNull()
    const one = '<p>Mua ngay với giá <b class="price">450.000₫</b></p>'
    expect(listingOf(shopPage({ price: one }))?.price?.text).toBe('450.000₫')
  })

  test('an old price that shows under the pointer is the list price, other hints are not', () => {
    const hinted = (title: string) =>
      listingOf(shopPage({ price: `<p title="${title}"><b class="price">450.000₫</b></p>` }))?.listPrice?.text
    expect(hinted('Giá gốc 650.000₫')).toBe('650.000₫')
    expect(hinted('Giá gốc: 400.000₫')).toBeUndefined()
    expect(hinted('Miễn phí giao cho đơn từ 650.000₫')).toBeUndefined()
  })

  test('the name of who sells ends where the next line begins', () => {
    const seller = (box: string) => listingOf(shopPage({ price: `<p class="price">450.000₫</p>${box}` }))?.seller
    const lines = '<div><p>Người bán: <b>Anh Ba</b></p><p>Điện thoại: 0939 111 222</p></div>'
    expect(seller(lines)?.name?.text).toBe('Anh Ba')
    expect(seller('<div><p>Người bán:</p><p>Anh Ba</p></div>')?.name?.text).toBe('Anh Ba')
  })

  test('a range keeps both ends', () => {
    const price = '<p class="price"><span class="amount">150.000₫</span> – <span class="amount">210.000₫</span></p>'
    const listing = listingOf(shopPage({ price }))
    expect(`${listing?.price?.text} ${listing?.priceMax?.text ?? ''}`).toMatch(/150\.000₫.*210\.000₫/)
  })

  test('goods that the page says are gone are out of stock', () => {
    const price = '<p class="price">450.000₫</p><p class="stock out-of-stock">Hết hàng</p>'
    expect(listingOf(shopPage({ price }))?.availability?.text).toBe('OutOfStock')
  })

  test('a state of stock that is hidden does not hold', () => {
    const price =
      '<p class="price">450.000₫</p><div class="out-of-stock" style="display:none">Hết hàng</div><p hidden class="stock">Hết hàng</p>'
    expect(listingOf(shopPage({ price }))?.availability?.text).toBe('InStock')
  })

  test.each([
    ['<strong>Tạm hết hàng</strong>', 'OutOfStock'],
    ['<img src="/nut/het.gif" alt="Hết hàng">', 'OutOfStock'],
    ['<p>Sản phẩm ngừng kinh doanh.</p>', 'Discontinued'],
    ['<p><span>Đã bán</span> <b>120</b></p>', 'InStock'],
    ['<p>Đổi trả khi hàng lỗi hoặc hết hàng trong kho</p>', 'InStock'],
  ])('%s in place of a buy button: %s', (notice, state) => {
    const page = shopPage({ price: `<p class="price">450.000₫</p>${notice}` }).replace(/<form.*<\/form>/, '')
    expect(listingOf(page)?.availability?.text).toBe(state)
  })

  test('a notice beside a buy button is not about the goods', () => {
    const price = '<p class="price">450.000₫</p><label>Cỡ L <small>Hết hàng</small></label>'
    expect(listingOf(shopPage({ price }))?.availability?.text).toBe('InStock')
  })

  test('labels in two languages say what either says', () => {
    const page = shopPage().replace('Mã sản phẩm: AK-77', 'Mã / Code: AK-78 | Đã bán 3')
    expect(listingOf(page)?.sku?.text).toBe('AK-78')
  })

  test('who sells is read where a label stands before the link, with no class that says so', () => {
    const after = '<div><small>Người bán / Seller</small><a href="/gian/an">Xưởng An</a><p>120 sản phẩm</p></div>'
    const seller = listingOf(shopPage({ price: `<p class="price">450.000₫</p>${after}` }))?.seller
    expect([seller?.name?.text, seller?.url?.text]).toEqual(['Xưởng An', 'https://cua-hang.example/gian/an'])
  })

  test('a picture that only a script writes is read from what stands there without scripts', () => {
    const page = shopPage().replace(
      /<div class="gallery">.*?<\/div>/,
      '<div class="gallery"><script>draw()</script><noscript><img src="/anh/ao-3.jpg" alt="Áo"></noscript></div>',
    )
    expect(listingOf(page)?.images.map(({ text }) => text)).toEqual(['https://cua-hang.example/anh/ao-3.jpg'])
  })

  test('script elements inside every field leave no trace in the text', () => {
    const page = shopPage({ price: '<p class="price"><script>var price = "1₫"</script>450.000₫</p>' })
      .replace('Áo khoác gió hai lớp</h1>', 'Áo khoác gió<script>steal()</script> hai lớp</h1>')
      .replace('Vải dù', '<script>steal()</script>Vải dù')
    const listing = listingOf(page)
    expect(listing?.title?.text).toBe('Áo khoác gió hai lớp')
    expect(listing?.price?.text).toBe('450.000₫')
    expect(JSON.stringify(listing)).not.toContain('steal')
  })

  test('every field says where it was found', () => {
    const listing = listingOf(shopPage())
    expect(listing?.price?.source).toMatch(/^css:/)
    expect(listing?.description?.source).toBe('css:div.product-description')
  })

  test('an availability nobody states is marked as an inference', () => {
    const price = '<p class="price">450.000₫</p>'
    const page = shopPage({ price }).replace('<form action="/cart/add"><button>Thêm vào giỏ</button></form>', '')
    expect(listingOf(page)?.availability?.source).toBe('inferred:price')
  })
})

describe('hostile pages', () => {
  const hostile: readonly (readonly [string, string])[] = [
    [
      'ten thousand nested boxes that call themselves description',
      `<div class="description">`.repeat(10_000) + 'a '.repeat(50_000),
    ],
    ['a hundred thousand prices', '<span class="price">1₫</span>'.repeat(100_000)],
    ['unclosed JSON-LD blocks', '<script type="application/ld+json">{"@type":"Product"'.repeat(20_000)],
    ['a quarter million quotes in a head', `<meta content="${'" "'.repeat(250_000)}`],
    ['words of description without any tag', 'description '.repeat(100_000)],
  ]
  for (const [what, page] of hostile)
    test(`${what} do not exhaust the reader`, () => {
      expect(readPage(pageOf(html('', `<h1>x</h1>${page}`)), null).listings.length).toBeLessThan(2)
    })
})

describe('the description', () => {
  const without = (more: string) =>
    shopPage({ after: more }).replace(
      '<div class="product-description">Vải dù hai lớp, chống nước nhẹ, có mũ tháo rời.</div>',
      '',
    )

  test('is found under a heading that says so', () => {
    const page = without('<div><h3>Mô tả sản phẩm</h3><div>Áo may tại Nam Định, giặt máy được.</div></div>')
    expect(listingOf(page)?.description?.text).toBe('Áo may tại Nam Định, giặt máy được.')
  })

  test('is found where a tab leads', () => {
    const page = without(
      '<ul><li><a href="#t1">Thông tin chi tiết</a></li></ul><div><div id="t1"><p>Áo may tại Nam Định, giặt máy được.</p></div></div>',
    )
    expect(listingOf(page)?.description?.text).toBe('Áo may tại Nam Định, giặt máy được.')
  })
})
