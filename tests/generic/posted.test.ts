import { describe, expect, test } from 'vitest'
import { readPage } from '../../src/sites/read.ts'
import { html, pageOf } from './page.ts'

/** A thread of a forum of its own making: an article to link previews, the post and what others say under it. */
const thread = (title: string, post: string, comment = '', board = 'Chợ đồ cũ'): string =>
  html(
    `<title>${title} - Làng Mẫu</title><meta property="og:type" content="article"><meta property="og:title" content="${title}">`,
    `<div class="breadcrumbs"><a href="/">Trang chủ</a> <a href="/f/2">${board}</a></div>
     <div class="user-info"><a class="user-name" href="/u/co_tu">co_tu</a></div>
     <h1 class="post-title">${title}</h1><div class="post-content">${post}</div>
     <div class="comment-list"><div class="comment-item"><a href="/u/khach">khach</a><p>${comment}</p></div></div>
     <div class="sidebar"><h3>Bài nổi bật</h3><a href="/t/9">Nồi hấp 1tr5</a></div>`,
  )

const read = (page: string) => readPage(pageOf(page, 't/12'), null)

describe('a thread of a forum of no known make', () => {
  test('is a listing with its writer and price where its board sells and its words offer', () => {
    const page = thread(
      'Pass nồi cơm điện 1,8 lít',
      '<p>Nồi mới dùng 2 tháng, còn hộp.</p><p>Pass 450k, ib em nhé.</p>',
      '300k bán không bạn',
    )
    const [listing] = read(page).listings
    expect(listing?.title?.text).toBe('Pass nồi cơm điện 1,8 lít')
    expect(listing?.description?.text).toBe('Nồi mới dùng 2 tháng, còn hộp.\nPass 450k, ib em nhé.')
    expect(listing?.price?.text).toBe('450k')
    expect(listing?.seller?.name?.text).toBe('co_tu')
  })

  test.each([
    [
      'a question',
      thread('Nồi cơm nào bền hả các mẹ?', '<p>Em thấy shop bán 900k, có nên mua không ạ?</p>', 'Mình bán 500k'),
    ],
    ['one who looks for goods', thread('Cần mua nồi cơm cũ', '<p>Em cần mua nồi cơm cũ tầm 300k, ai có ib em.</p>')],
    ['an offer without a price', thread('Pass nồi cơm điện', '<p>Nồi mới dùng 2 tháng, ai cần ib em.</p>', '300k nhé')],
    ['an offer where nothing is sold', thread('Pass nồi cơm', '<p>Pass nồi cơm 450k, ib em.</p>', '', 'Tâm sự')],
  ])('is none where it is %s', (_, page) => {
    expect(read(page).listings).toEqual([])
  })

  test('is sold by whoever wrote the first of several posts that look alike', () => {
    const post = (who: string, words: string) =>
      `<div class="post-item"><div class="post-author"><a href="/thanh-vien/${who}">${who}</a></div><div class="post-body"><p>${words}</p></div></div>`
    const posts = post('me-gao', 'Thanh lý cũi gỗ, để lại 850k, khu Hà Đông.') + post('me-cam', '600k không mẹ nó')
    const page = html(
      '<title>Thanh lý cũi gỗ | Làng Mẫu</title><meta property="og:type" content="article">',
      `<div class="breadcrumb"><a href="/">Trang chủ</a> <a href="/f/2">Mua bán đồ cho bé</a></div><h1>Thanh lý cũi gỗ</h1>${posts}`,
    )
    const [listing] = read(page).listings
    expect(listing?.price?.text).toBe('850k')
    expect(listing?.seller?.name?.text).toBe('me-gao')
    expect(listing?.seller?.url?.text).toMatch(/thanh-vien\/me-gao$/)
  })

  /** Posts of a forum that names its parts in Vietnamese, with what the seller writes under everything. */
  const posts = (title: string, ...said: readonly (readonly [string, string])[]) =>
    html(
      `<title>${title} | Làng Mẫu</title>`,
      `<div class="duong-dan"><a href="/">Trang chủ</a> » <a href="/muc/7">Mua bán - Rao vặt</a> » ${title}</div><h1>${title}</h1>
       ${said
         .map(
           ([who, words]) =>
             `<div class="bai"><a class="ten" href="/thanh-vien/${who}">${who}</a><div class="noi-dung">${words}</div><div class="chu-ky">Bán trứng gà so 35k/chục</div></div>`,
         )
         .join('')}
       <div class="cot-phai"><h3>Tin nổi bật</h3><ul><li><a href="/chu-de/1">Máy cày cũ 17tr</a></li></ul></div>`,
    )

  test('has the price of its first post, not of a reply or a signature', () => {
    const [listing] = read(
      posts(
        'Bán máy bơm nước cũ',
        [
          'lao-nong',
          'Nhà tôi để lại cái máy bơm còn nổ ngon.<br>Giá 2tr2 bao gồm ống hút 5m.<br>Ai lấy gọi 0368.000.222',
        ],
        ['thang-bom', 'Bác ơi 1tr8 được không? Con cũ nhà em bán có 1tr5'],
      ),
    ).listings
    expect(listing?.price?.text).toBe('2tr2')
    expect(listing?.seller?.name?.text).toBe('lao-nong')
    expect(listing?.seller?.url?.text).toMatch(/thanh-vien\/lao-nong$/)
  })

  test('is read from tables that hold a post each, too', () => {
    const table = (who: string, words: string) =>
      `<table class="post"><tr><td><b><a href="/member.php?u=${who}">${who}</a></b></td><td><div class="post_message">${words}</div><div class="sig">Sửa xe 50k</div></td></tr></table>`
    const page = html(
      '<title>Bán xe cub 50 - Hội Xe</title>',
      `<div class="breadcrumb"><a href="/">Trang chủ</a> &gt; <a href="/f4">Chợ xe</a></div><h1>Bán xe cub 50</h1>
       ${table('ba_tho', 'Cần bán cub 50 đời 89, máy êm, giấy tờ đầy đủ. Giá 7tr5, có fix.')}${table('tuan', 'Con nhà em 6tr bác lấy không')}`,
    )
    const [listing] = read(page).listings
    expect(listing?.price?.text).toBe('7tr5')
    expect(listing?.seller?.name?.text).toBe('ba_tho')
  })

  test('is not made of a board whose threads are shown with how they begin', () => {
    const row = (id: number, who: string, name: string, words: string) =>
      `<div class="bai"><a href="/chu-de/${id}">${name}</a> <a href="/thanh-vien/${who}">${who}</a><div class="noi-dung">${words}</div></div>`
    const page = html(
      '<title>Máy móc | Làng Mẫu</title>',
      `<div class="duong-dan"><a href="/">Trang chủ</a> » <a href="/muc/7">Mua bán - Rao vặt</a> » Máy móc</div><h1>Máy móc</h1>
       ${row(1, 'lao-nong', 'Bán máy bơm nước cũ', 'Bán máy bơm nổ ngon, giá 2tr2')}${row(2, 'thang-bom', 'Thanh lý máy cày mini', 'Cần bán máy cày, giá 17tr')}`,
    )
    expect(read(page).listings).toEqual([])
  })

  test('is not taken from a board that shows how its threads begin', () => {
    const row = (name: string, words: string) =>
      `<article><h2><a href="/t/${name.length}">${name}</a></h2><div class="post-content"><p>${words}</p></div></article>`
    const rows = row('Bán nồi cơm', 'Bán nồi cơm 450k, ib em') + row('Bán chảo gang', 'Bán chảo gang 200k, ib em')
    const page = html(
      '<title>Bán đồ bếp cũ giá rẻ</title><meta property="og:type" content="article">',
      `<div class="breadcrumbs"><a href="/">Trang chủ</a> <a href="/f/2">Chợ đồ cũ</a></div><h1>Bán đồ bếp cũ giá rẻ</h1>${rows}`,
    )
    expect(read(page).listings).toEqual([])
  })
})

describe('an advertisement in a table of facts', () => {
  const advert = (price: string, after: string): string =>
    html(
      '<title>Máy bơm nước | Rao vặt Mẫu</title>',
      `<table><tr><td class="main"><h1 class="tieude">Máy bơm nước</h1>
       <table><tr><td>Giá:</td><td><b>${price}</b></td></tr><tr><td>Người đăng:</td><td>Anh Ba Mẫu</td></tr>
       <tr><td>Điện thoại:</td><td>0900.111.222</td></tr></table>
       <div class="noidung">Máy bơm nước còn chạy tốt, xem máy tại vườn.</div>${after}</td></tr></table>`,
    )

  test('names who posted it in a row', () => {
    const seller = read(advert('1.250.000 đ', '')).listings[0]?.seller
    expect(seller?.name?.text).toBe('Anh Ba Mẫu')
    expect(seller?.phoneText?.text).toBe('0900.111.222')
  })

  test('takes no price from other advertisements, comments or a signature', () => {
    for (const after of [
      '<div class="tinlienquan"><ul><li>Tiêu đen 85k</li></ul></div>',
      '<div><b>Tin liên quan</b><ul><li>Tiêu đen 85k</li></ul></div>',
      '<div class="binh-luan"><p>Trả 85k</p></div>',
      '<div class="signature">Phân bón 85k</div>',
    ])
      expect(read(advert('Liên hệ', after)).listings[0]?.price?.text ?? null, after).not.toMatch(/85k/)
  })
})

describe('a page of classified adverts', () => {
  const advert = (title: string, kind: string, more = '') =>
    html(
      `<title>${title} - Mua bán Mẫu</title>`,
      `<h1>${title}</h1><table><tr><td>Giá:</td><td><font color="red">2 triệu</font></td></tr><tr><td>Loại tin:</td><td>${kind}</td></tr></table>
       <div class="mo-ta"><p>Máy cửa trên, chạy tốt, ở quận 8, ai có liên hệ.</p></div>${more}`,
    )

  test.each([
    ['its title says so', 'Cần mua máy giặt cũ dưới 2 triệu', 'Tin thường'],
    ['a row of facts says so', 'Máy giặt cũ', 'Cần mua'],
  ])('that looks for goods is no listing where %s', (_, title, kind) => {
    expect(read(advert(title, kind)).listings).toEqual([])
  })

  test.each([
    ['sells', 'Máy giặt cũ', 'Cần bán', ''],
    ['says what to buy it for', 'Máy giặt cần mua thêm ống xả', 'Mua bán', ''],
    ['has a basket', 'Cần mua: thẻ quà tặng', 'Tin thường', '<button>Thêm vào giỏ</button>'],
  ])('is one where it %s', (_, title, kind, more) => {
    expect(read(advert(title, kind, more)).listings[0]?.price?.text).toContain('2 triệu')
  })

  test('names who sells by a line of its own, without the line below', () => {
    const box =
      '<div class="nguoi-ban"><p>Người đăng: <a href="/thanh-vien/bay">Bảy Xe</a></p><p>Khu vực: Cần Thơ</p></div>'
    const [listing] = read(advert('Máy giặt cũ', 'Cần bán', box)).listings
    expect(listing?.seller?.name?.text).toBe('Bảy Xe')
  })

  test('names who sells by a link that says so, which a brand or a writer does not', () => {
    const named = (link: string) => read(advert('Máy giặt cũ', 'Cần bán', link)).listings[0]?.seller?.name?.text
    expect(named('<div><a class="sc-1 sellerName_7" href="/user/minh">Minh Đồ Cũ</a></div>')).toBe('Minh Đồ Cũ')
    expect(named('<div><a class="vendor" href="/collections/vendors?q=x">Hãng X</a></div>')).not.toBe('Hãng X')
  })

  test.each([
    ['[Đã bán] Máy giặt cũ', 'OutOfStock'],
    ['Đã bán 200 máy giặt', 'InStock'],
    ['Máy giặt cũ', 'InStock'],
  ])('says of “%s” that it is %s', (title, state) => {
    expect(read(advert(title, 'Cần bán')).listings[0]?.availability?.text).toBe(state)
  })

  test('is not made of a table of threads, one of which names a price', () => {
    const row = (id: number, name: string) =>
      `<tr><td><a href="/chu-de/${id}">${name}</a></td><td>LaoNong</td><td>2</td></tr>`
    const page = html(
      '<title>Mua bán - Làng Mẫu</title>',
      `<h1>Mua bán</h1><table>${row(1, 'Bán máy bơm cũ')}${row(2, 'Heo rừng lai giống 1tr2/con')}${row(3, 'Cần mua máy ấp')}</table>`,
    )
    expect(read(page).listings).toEqual([])
  })
})
