import type { Page } from '../../src/domain.ts'

export const SHOP = 'https://cua-hang.example/'

/** A served page of our own making. */
export const pageOf = (html: string, path = 'ao-khoac-gio-p1', via: Page['via'] = 'http'): Page => {
  const url = new URL(path, SHOP).href
  return {
    requestedUrl: url,
    url,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: new TextEncoder().encode(html),
    fetchedAt: '2026-11-01T00:00:00.000Z',
    via,
    remoteAddress: null,
  }
}

export const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

export const html = (head: string, body: string): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

/** One card of goods as lists print it. */
export const card = (path: string, name: string, price: string): string =>
  `<li class="product-item"><a href="/${path}"><img src="/anh/${path}.jpg" alt="${name}"></a><h3><a href="/${path}">${name}</a></h3><span class="price">${price}</span></li>`

/** A product page without any structured data. */
export const shopPage = (
  parts: { readonly before?: string; readonly price?: string; readonly after?: string } = {},
): string =>
  html(
    '<title>Áo khoác gió hai lớp - Cửa hàng Mây</title>',
    `<header><div id="logo"><a href="/"><img src="/logo.png" alt="Cửa hàng Mây"></a></div><div class="cart">Giỏ hàng: 2 món - 1.250.000₫</div></header>
     ${parts.before ?? ''}
     <main><ul class="breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/ao">Áo</a></li><li>Áo khoác gió hai lớp</li></ul>
     <div class="gallery"><img src="/anh/ao-1.jpg" alt="Áo khoác gió hai lớp"><img src="/anh/ao-2.jpg" alt="Áo khoác gió hai lớp"></div>
     <h1>Áo khoác gió hai lớp</h1>
     ${parts.price ?? '<p class="price"><del>650.000₫</del> <ins>450.000₫</ins></p>'}
     <ul><li>Mã sản phẩm: AK-77</li><li>Thương hiệu: <a href="/hang/may">Mây</a></li><li>Xuất xứ: Việt Nam</li></ul>
     <form action="/cart/add"><button>Thêm vào giỏ</button></form>
     <div class="product-description">Vải dù hai lớp, chống nước nhẹ, có mũ tháo rời.</div></main>
     ${parts.after ?? ''}`,
  )
