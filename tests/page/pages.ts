import type { Page } from '../../src/domain.ts'

/** A page as a server might have sent it; everything not stated is ordinary. */
export const pageOf = (body: string | Uint8Array, rest: Partial<Page> = {}): Page => {
  const url = rest.url ?? 'https://shop.example.vn/san-pham/1'
  return {
    requestedUrl: url,
    url,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: typeof body === 'string' ? Buffer.from(body) : body,
    fetchedAt: '2026-11-25T03:04:05.678Z',
    via: 'http',
    remoteAddress: null,
    ...rest,
  }
}

/** Vietnamese filler of about `length` characters that says nothing about walls or graves. */
export const prose = (length: number): string =>
  'Áo sơ mi nam vải cotton mềm, đường may chắc chắn, nhiều màu, giao hàng toàn quốc, đổi trả trong bảy ngày. '
    .repeat(Math.ceil(length / 100))
    .slice(0, length)
