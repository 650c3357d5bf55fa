import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchPage } from '../../src/collect/fetch.ts'
import { createRobots } from '../../src/collect/robots.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { sweepShop } from './run-shop.ts'

// A shop that does, all at once, what real shops were seen to do.

const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const ROBOTS = 'User-agent: *\nDisallow: /*.jpg$\nDisallow: /*?page=$\nDisallow: /*&sort=\nDisallow: /anh/*/goc/\n'
const ENCODED = '/%C3%A1o-m%C6%B0a-n%C4%83m'
const RAW = '/áo-mưa-năm'

const document = (body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Áo mưa Bốn Mùa</title>${head}</head><body>
  <header><div id="cart"><span class="price">2.400.000₫</span></div></header>
  <nav><a href="/">Trang chủ</a><a href="/ao-mua">Áo mưa</a><a href="/mu">Mũ</a><a href="/ao-mua?lang=en">English</a></nav>${body}</body></html>`
const card = (path: string, name: string) =>
  `<li class="item"><a href="${path}"><img src="/anh${path}.jpg" alt="${name}">${name}</a><span class="price">99.000₫</span></li>`

/** Related goods stand before the goods themselves, in the same classes. */
const goods = (name: string, price: string, head = '') =>
  document(
    `<section class="related"><h2>Có thể bạn cũng thích</h2><ul>${card('/ao-1', 'Áo mưa một')}${card('/ao-2', 'Áo mưa hai')}</ul></section>
     <main><h1>${name} <span class="price">${price}</span></h1><div class="gallery"><img src="/anh/that.png" alt="${name}"></div>
     <button>Thêm vào giỏ</button><div class="product-description">Vải dù tráng nhựa, đường may ép kín nước.</div></main>`,
    head,
  )

const DEAD = '<meta property="og:image" content="/anh/khong-con.jpg">'
/** Dollars for whoever asks in English first. */
const byLanguage: Answer = (request, response) => {
  const vietnamese = /^vi\b/.test(request.headers['accept-language'] ?? '')
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', vary: 'Accept-Language' })
  response.end(goods('Áo mưa một', vietnamese ? '350.000₫' : '$14.00', DEAD))
}
const statused =
  (status: number, body: string): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body)
  }

async function shop() {
  const methods = new Set<string>()
  const counted =
    (answer: Answer): Answer =>
    (request, response) => {
      methods.add(request.method ?? '')
      // Whoever asks with HEAD is told that there is nothing.
      if (request.method === 'HEAD') response.writeHead(404).end()
      else answer(request, response)
    }
  const shelf = (paths: readonly string[], more = '') =>
    html(
      document(
        `<h1>Áo mưa</h1><ul>${paths.map((path) => card(path, `Áo mưa ${path.slice(-3)}`)).join('')}</ul>${more}`,
      ),
    )
  const pager =
    '<div class="pagination"><a href="/ao-mua?page=">1</a><a href="/ao-mua?page=2" class="next">2</a><a href="/ao-mua?page=1&sort=gia">Giá</a></div>'
  const pages: Record<string, Answer> = {
    '/robots.txt': (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(ROBOTS),
    '/': shelf(['/ao-1', '/ao-2?lang=vi', '/ao-2', '/ao-2?lang=en']),
    '/ao-mua': shelf(['/ao-1', '/ao-2', RAW, ENCODED, '/ao-vong'], pager),
    '/ao-mua?page=2': shelf(['/ao-3', '/ao-2']),
    '/mu': statused(404, document('<h1>Mũ</h1><p>Không có sản phẩm nào trong danh mục này.</p>')),
    '/ao-1': byLanguage,
    '/ao-2': html(goods('Áo mưa hai', '420.000₫')),
    '/ao-3': html(goods('Áo mưa ba', '510.000₫')),
    [ENCODED]: html(goods('Áo mưa năm', '610.000₫')),
    '/ao-vong': (_, response) => void response.writeHead(301, { location: '/ao-vong' }).end(),
    '/anh/that.png': (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('png'),
  }
  const server = await serve(Object.fromEntries(Object.entries(pages).map(([path, answer]) => [path, counted(answer)])))
  open.push(server)
  return { server, methods }
}

describe('a shop full of traps', () => {
  test('is read whole, each of its goods once, at its own price in dong', async () => {
    const { server, methods } = await shop()
    const { result, listings, sightings } = await sweepShop(server.url)
    const prices = [...listings].map(([path, { title, price }]) => [path, title, price?.amount, price?.currency])
    expect(prices.sort()).toEqual(
      [
        ['/ao-1', 'Áo mưa một', 350_000, 'VND'],
        ['/ao-2', 'Áo mưa hai', 420_000, 'VND'],
        ['/ao-3', 'Áo mưa ba', 510_000, 'VND'],
        [ENCODED, 'Áo mưa năm', 610_000, 'VND'],
      ].sort(),
    )
    expect(sightings).toBe(4)
    // Raw letters and their escapes are one page; the twins in other languages and sorted lists are not asked for.
    expect(server.asked.filter((path) => path === ENCODED)).toHaveLength(1)
    expect(server.asked.filter((path) => /lang=|sort=|page=$/.test(path))).toEqual([])
    expect(new Set(server.asked).size).toBe(server.asked.length)
    // HEAD is never believed, since it is never asked.
    expect([...methods]).toEqual(['GET'])
    // An empty category that answers 404, a page that sends us to itself and what robots.txt forbids are counted.
    expect(result.coverage[0]?.outcomes).toMatchObject({ served: 7, removed: 1, failed: 1, 'not-reached': 1 })
    expect(result.end).toBe('finished')
  })

  test('its first picture is one that is there, though og:image is dead', async () => {
    const { server } = await shop()
    const { listings } = await sweepShop(server.url)
    const [first] = listings.get('/ao-1')?.images ?? []
    expect((await fetchPage(first ?? '', { allowPrivate: true })).status).toBe(200)
  })

  test.each([
    ['/anh/ao-1.jpg', false],
    ['/anh/that.png', true],
    ['/anh/2026/goc/a.png', false],
    ['/ao-1.jpg?w=300', true],
    ['/ao-mua?page=2', true],
    ['/ao-mua?page=', false],
    ['/ao-mua?page=2&sort=gia', false],
    ['/ao-mua', true],
  ])('its robots.txt with $ and * says of %s: allowed %s', async (path, allowed) => {
    const { server } = await shop()
    const { refusal } = await createRobots({ allowPrivate: true, override: null }).ask(new URL(server.url + path))
    expect(refusal === null).toBe(allowed)
  })
})
