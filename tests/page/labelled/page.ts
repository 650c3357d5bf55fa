import type { Page, VerdictKind } from '../../../src/domain.ts'

/** One page and what a person says it is. */
export interface Labelled {
  readonly kind: VerdictKind
  readonly name: string
  readonly html: string
  readonly rest: Partial<Page>
}

/** Pages of one kind: name, markup, and what is not ordinary about the answer. */
export const labelled = (
  kind: VerdictKind,
  pages: readonly (readonly [name: string, html: string, rest?: Partial<Page>])[],
): readonly Labelled[] => pages.map(([name, html, rest = {}]) => ({ kind, name, html, rest }))

export const doc = (title: string, body: string, head = ''): string =>
  `<!DOCTYPE html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>${title}</title>${head}</head>\n<body>${body}</body>\n</html>`

/** The frame of a Vietnamese shop: a menu and a footer as long as shops have them. */
export const shop = (title: string, main: string, head = ''): string =>
  doc(
    title,
    `<header><a href="/">Trang chủ</a><form action="/search"><input name="q" placeholder="Tìm kiếm sản phẩm"></form>
<a href="/account/login">Đăng nhập</a> <a href="/account/register">Đăng ký</a> <a href="/cart">Giỏ hàng (0)</a></header>
<nav><ul><li>Thời trang nam</li><li>Thời trang nữ</li><li>Giày dép</li><li>Túi xách</li><li>Đồng hồ</li><li>Khuyến mãi</li></ul></nav>
<main>${main}</main>
<footer><p>Công ty TNHH Thương mại Ví Dụ, MST 0100000000. Địa chỉ: số 1 phố Mẫu, Hà Nội. Hotline: 1900 0000 (8h–21h).</p>
<ul><li>Chính sách đổi trả</li><li>Chính sách bảo mật</li><li>Điều khoản sử dụng</li><li>Hướng dẫn mua hàng</li></ul></footer>`,
    head,
  )

export const at = (url: string, requestedUrl = 'https://shop.example.vn/san-pham/1'): Partial<Page> => ({
  url,
  requestedUrl,
})
export const status = (code: number, headers: Readonly<Record<string, string>> = {}): Partial<Page> => ({
  status: code,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
})
export const json = (code = 200): Partial<Page> => ({
  status: code,
  headers: { 'content-type': 'application/json; charset=utf-8' },
})
