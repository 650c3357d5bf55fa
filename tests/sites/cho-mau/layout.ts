import { html, type Markup } from '../html.ts'
import { ALL, SECTIONS } from './categories.ts'
import type { SampleListing } from './goods.ts'

export interface Frame {
  readonly title: string
  readonly head?: Markup
  readonly query?: string
}

const header = (query: string) => html`<header class="dau"><div class="khung">
<a class="dau__ten" href="/">Chợ Mẫu</a>
<form action="/tim-kiem" role="search"><input name="q" value="${query}" placeholder="Tìm trong Chợ Mẫu" aria-label="Tìm kiếm"><button>Tìm</button></form>
<a href="/dang-nhap">Đăng nhập</a> <a href="/gio-hang">Giỏ hàng</a>
</div></header>
<nav class="menu"><div class="khung">${[ALL, ...SECTIONS].map(
  ({ slug, name }) => html`<a href="/danh-muc/${slug}">${name}</a>`,
)}</div></nav>`

const footer = html`<footer class="chan"><div class="khung">
<p><strong>Chợ Mẫu</strong> là trang mẫu để thử phần mềm: mọi hàng hóa, người bán, số điện thoại và mã số trên trang đều được bịa ra.</p>
<p><a href="/chinh-sach">Chính sách người bán</a> <a href="/tai-lieu/quy-che-hoat-dong.pdf">Quy chế hoạt động (PDF)</a> <a href="/chinh-sach#to-cao">Tố cáo hàng giả, hàng nhái</a></p>
<p>© Chợ Mẫu – sample site, invented goods and sellers.</p>
</div></footer>`

/** A whole page of the market. */
export const layout = ({ title, head, query = '' }: Frame, main: Markup): Markup => html`<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${title} | Chợ Mẫu</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css">
${head ?? null}</head>
<body>${header(query)}
<main class="khung">${main}</main>
${footer}</body></html>
`

/** Cards of listings; those below the fold load their pictures lazily. */
export const cards = (listings: readonly SampleListing[], eager = 0): Markup =>
  html`<div class="luoi">${listings.map(
    ({ id, path, title, price, sold, stars }, i) => html`<a class="the" href="${path}">
<img src="/anh/${id}-0.svg" width="320" height="320" alt="${title}"${i < eager ? null : html` loading="lazy"`}>
<span class="the__chu"><span class="the__ten">${title}</span><span class="the__gia">${price}</span>
<span class="the__phu"><span>★ ${stars}</span><span>Đã bán ${sold}</span></span></span></a>`,
  )}</div>`

/** A small centred page: an error, a wall, a challenge. */
export const notice = (title: string, main: Markup): Markup =>
  layout({ title }, html`<div class="hop giua"><h1>${title}</h1>${main}</div>`)
