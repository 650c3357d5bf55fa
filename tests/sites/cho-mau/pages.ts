import { html, type Markup } from '../html.ts'
import { ALL, SECTIONS } from './categories.ts'
import { cards, layout, notice } from './layout.ts'
import { LISTINGS, type SampleListing } from './listings.ts'
import type { Shop } from './shops.ts'

export const PER_PAGE = 8

/** Shows page `page` (from 1) of some listings; null when there is no such page. `base` ends where `trang=` may follow. */
function shelf(listings: readonly SampleListing[], page: number, base: string) {
  const pages = Math.max(1, Math.ceil(listings.length / PER_PAGE))
  if (page < 1 || page > pages) return null
  const to = (n: number) => `${base}trang=${n}`
  const head = html`${page > 1 ? html`<link rel="prev" href="${to(page - 1)}">` : null}${page < pages ? html`<link rel="next" href="${to(page + 1)}">` : null}`
  const numbers = Array.from({ length: pages }, (_, i) => i + 1).map((n) =>
    n === page ? html`<span>${n}</span>` : html`<a href="${to(n)}">${n}</a>`,
  )
  const onwards = page < pages ? html`<a rel="next" href="${to(page + 1)}">Trang sau ›</a>` : null
  const foot = pages > 1 ? html`<nav class="trang" aria-label="Phân trang">${numbers}${onwards}</nav>` : null
  return { head, body: html`${cards(listings.slice((page - 1) * PER_PAGE, page * PER_PAGE), 4)}${foot}` }
}

export function frontPage(): Markup {
  const fresh = LISTINGS.slice(0, 12)
  return layout(
    { title: 'Mua bán mọi thứ' },
    html`<section class="bang-hieu"><div><h1>Chợ phiên cuối tuần</h1><p>Hàng trăm gian hàng nhỏ khắp ba miền, giao tận nơi.</p></div>
<div>${fresh.slice(0, 3).map(({ id, title }) => html`<img src="/anh/${id}-1.svg" width="150" height="150" alt="${title}">`)}</div></section>
<section class="hop"><h2>Ngành hàng</h2><div class="nganh">${SECTIONS.map(
      ({ slug, name, sign }) => html`<a href="/danh-muc/${slug}"><span>${sign}</span>${name}</a>`,
    )}</div></section>
<section class="hop"><h2>Mới đăng</h2>${cards(fresh, 4)}<nav class="trang"><a href="/danh-muc/${ALL.slug}">Xem tất cả sản phẩm</a></nav></section>`,
  )
}

export function sectionPage(
  slug: string,
  name: string,
  listings: readonly SampleListing[],
  page: number,
): Markup | null {
  const shown = shelf(listings, page, `/danh-muc/${slug}?`)
  return (
    shown &&
    layout(
      { title: name, head: shown.head },
      html`<nav class="vet"><a href="/">Trang chủ</a> › ${name}</nav><h1>${name}</h1><p class="mo">${listings.length} sản phẩm</p>${shown.body}`,
    )
  )
}

export function searchPage(query: string, listings: readonly SampleListing[], page: number): Markup | null {
  const shown = shelf(listings, page, `/tim-kiem?q=${encodeURIComponent(query)}&`)
  return (
    shown &&
    layout(
      { title: `Tìm “${query}”`, head: html`${shown.head}<meta name="robots" content="noindex">`, query },
      html`<h1>Kết quả cho “${query}”</h1><p class="mo">${listings.length} sản phẩm</p>${shown.body}`,
    )
  )
}

export function shopPage(shop: Shop, listings: readonly SampleListing[], page: number): Markup | null {
  const shown = shelf(listings, page, `/gian-hang/${shop.slug}?`)
  const tax = shop.taxCode === null ? null : html`<div class="mo">Mã số thuế: ${shop.taxCode}</div>`
  return (
    shown &&
    layout(
      { title: shop.name, head: shown.head },
      html`<section class="hop ban"><div class="ban__hinh">${[...shop.name][0] ?? ''}</div><div><h1 class="ban__ten">${shop.name}</h1>
${shop.badges.map((badge) => html`<span class="huy-hieu">${badge}</span>`)}<div class="mo">${shop.location} · ★ ${shop.rating} · Tham gia ${shop.joined}</div>${tax}<p>${shop.about}</p></div></section>${shown.body}`,
    )
  )
}

export const policyPage = (): Markup =>
  layout(
    { title: 'Chính sách người bán' },
    html`<article class="hop"><h1>Chính sách người bán</h1><p>Người bán không được đăng hàng giả, hàng nhái, hàng lậu, hàng cấm, thuốc lá điện tử, pháo nổ hay hóa đơn khống.</p>
<h2 id="to-cao">Tố cáo hàng giả</h2><p>Người mua bấm nút tố cáo trên trang sản phẩm và gửi ảnh hóa đơn. Chợ Mẫu trả lời trong 24 giờ.</p></article>`,
  )

export const cartPage = (): Markup => notice('Giỏ hàng', html`<p>Giỏ hàng của bạn đang trống.</p>`)

export const removedPage = (): Markup =>
  notice(
    'Sản phẩm này không còn tồn tại',
    html`<p>Người bán đã gỡ hoặc sản phẩm đã bị xóa.</p><a class="nut" href="/">Về trang chủ</a>`,
  )

export const missingPage = (): Markup =>
  notice('Không tìm thấy trang', html`<p>Địa chỉ bạn mở không có trên Chợ Mẫu.</p>`)

export const challengePage = (): Markup =>
  notice(
    'Xác minh bạn là người',
    html`<p>Hệ thống phát hiện lưu lượng truy cập bất thường. Vui lòng hoàn thành CAPTCHA để tiếp tục.</p><div id="captcha" class="captcha" data-sitekey="mau"></div>`,
  )

export const loginPage = (): Markup =>
  notice(
    'Đăng nhập',
    html`<p>Bạn cần đăng nhập để xem nội dung này.</p><form method="post" action="/dang-nhap"><input name="user" autocomplete="username" placeholder="Số điện thoại"><input type="password" name="password" placeholder="Mật khẩu"><button class="nut nut--chinh">Đăng nhập</button></form>`,
  )
