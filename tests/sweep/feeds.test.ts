import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { sweepShop } from './run-shop.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const MARK = '<link rel="stylesheet" href="/wp-content/plugins/woocommerce/assets/css/woocommerce.css">'
const NAMES = [
  'Bình gốm men lam',
  'Chén gốm men rạn',
  'Đĩa gốm vẽ tay',
  'Đồng hồ Rolex rep 1:1 siêu cấp, super fake',
  'Lọ gốm',
]
const path = (n: number) => `/san-pham/${n}/`
const page = (body: string) =>
  html(`<!doctype html><html lang="vi"><head><title>Gốm</title>${MARK}</head><body>${body}</body></html>`)
const productPage = (n: number) =>
  page(`<h1>${NAMES[n]}</h1><p class="price">${n + 1}00.000₫</p><img src="/${n}.jpg" alt="${NAMES[n]}"><button>Thêm vào giỏ</button>
    <div class="product-description">Hàng nặn tay, gửi trong ngày, số ${n}.</div>`)
const card = (n: number) =>
  `<li class="product"><a href="${path(n)}"><img src="/${n}.jpg" alt="">${NAMES[n]}</a><span class="price">${n + 1}00.000₫</span></li>`

/** What the shop's API says of one product; the last one is listed without words. */
const inFeed = (n: number, origin: string) => ({
  name: NAMES[n],
  permalink: `${origin}${path(n)}`,
  description: n === 4 ? '' : `<p>Hàng nặn tay, gửi trong ngày, số ${n}.</p>`,
  prices: { price: `${n + 1}00000`, currency_code: 'VND', currency_minor_unit: 0 },
  images: [{ src: `${origin}/${n}.jpg` }],
})

/** A shop of five goods: three on its front page, all in its API, three and two at a time. */
async function shop(options: { readonly api: boolean }): Promise<TestServer> {
  const feed = (numbers: readonly number[]) => (request: IncomingMessage, response: ServerResponse) => {
    if (!options.api) {
      response.writeHead(403).end('{"code":"rest_forbidden"}')
      return
    }
    const origin = `http://${request.headers.host}`
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', 'x-wp-totalpages': '2' })
    response.end(JSON.stringify(numbers.map((n) => inFeed(n, origin))))
  }
  const goods = Object.fromEntries(NAMES.map((_, n) => [path(n), productPage(n)]))
  const server = await serve({
    ...goods,
    '/': page(`<h1>Gốm</h1><ul>${[0, 1, 2].map(card).join('')}</ul><nav><a href="/danh-muc/gom/">Tất cả</a></nav>`),
    '/danh-muc/gom/': page(`<h1>Tất cả</h1><ul>${NAMES.map((_, n) => card(n)).join('')}</ul>`),
    '/wp-json/wc/store/v1/products?per_page=100': feed([0, 1, 2]),
    '/wp-json/wc/store/v1/products?per_page=100&page=2': feed([3, 4]),
  })
  open.push(() => server.close())
  return server
}

const goodsAsked = ({ asked }: TestServer) => asked.filter((one) => one.startsWith('/san-pham/'))

test('goods that a shop publishes whole are not fetched again; the flagged and the wordless are seen on their own pages', async () => {
  const server = await shop({ api: true })
  const { result, captured, flagged } = await sweepShop(server.url)
  expect(result.listings).toBe(5)
  // Once each by the sweep; the flagged one once more for its capture.
  expect(goodsAsked(server).sort()).toEqual([path(3), path(3), path(4)])
  expect(captured).toEqual([path(3)])
  expect(flagged.map(({ listing, capture }) => [new URL(listing.url).pathname, capture?.url])).toEqual([
    [path(3), `${server.url}${path(3)}`],
  ])
  expect(new Set(server.asked).size).toBe(server.asked.length - 1)
})

test('a shop that refuses its API is read from its pages, none left out and none twice', async () => {
  const server = await shop({ api: false })
  const { result } = await sweepShop(server.url)
  expect(result.listings).toBe(5)
  expect(goodsAsked(server).sort()).toEqual([path(0), path(1), path(2), path(3), path(3), path(4)])
})

test('a front page that only script fills is read from what its shop publishes, without a browser', async () => {
  const shell = `<!doctype html><html><head><title>Lụa</title><script>Shopify.shop = "lua.example"; Shopify.currency = {"active":"VND","rate":"1.0"}</script>
    <script src="/app.js"></script></head><body><div id="root"></div></body></html>`
  const product = (n: number) => ({
    title: `Khăn lụa số ${n}`,
    handle: `khan-${n}`,
    body_html: '<p>Tơ tằm dệt tay.</p>',
    variants: [{ title: 'Default Title', price: `${n}50000.00`, available: true }],
    images: [],
  })
  const server = await serve({
    '/': html(shell),
    '/products.json?limit=250&currency=VND': (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ products: [product(1), product(2)] }))
    },
  })
  open.push(() => server.close())
  const { result, listings } = await sweepShop(server.url)
  expect([...listings].map(([path, { price }]) => [path, price?.amount, price?.currency])).toEqual([
    ['/products/khan-1', 150_000, 'VND'],
    ['/products/khan-2', 250_000, 'VND'],
  ])
  expect(result.coverage[0]?.outcomes).toMatchObject({ 'empty-shell': 1, served: 1 })
})
