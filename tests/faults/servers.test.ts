import { afterEach, expect, test } from 'vitest'
import { html, redirect, serve, serveRaw, type TestServer } from '../collect/servers.ts'
import { ends, newStore, plan, productPage, shelfPage, sweep, visitsOf } from './world.ts'

const open: TestServer[] = []
const started = async (server: Promise<TestServer>): Promise<TestServer> => {
  const running = await server
  open.push(running)
  return running
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

test('a shop where everything goes wrong: each page ends as one counted outcome, and what is good is read', async () => {
  const server = await started(
    serve({
      '/': html(shelfPage(['/tot', '/nho-giot', '/dut', '/ngan', '/dai', '/vong', '/sap', '/rong'])),
      '/tot': html(productPage(1)),
      '/nho-giot': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).write('<html>')
        const drip = setInterval(() => response.write('<p>'), 300)
        response.on('close', () => clearInterval(drip))
      },
      '/dut': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' }).write('<html><h1>Bình')
        setTimeout(() => response.destroy(), 20)
      },
      '/ngan': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '90000', connection: 'close' })
        response.write(productPage(2))
        setTimeout(() => response.socket?.end(), 20)
      },
      '/dai': (_, response) => {
        const body = productPage(3)
        response.socket?.end(
          `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${Buffer.byteLength(body) - 200}\r\nconnection: close\r\n\r\n${body}`,
        )
      },
      '/vong': redirect('/vong-2'),
      '/vong-2': redirect('/vong'),
      '/sap': (_, response) => response.writeHead(500).end('lỗi'),
      '/rong': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(),
    }),
  )
  const store = await newStore()
  const result = await sweep(store, plan([`${server.url}/`]))
  const visits = await visitsOf(store, result)
  expect(visits).toHaveLength(9)
  const ended = Object.fromEntries(visits.map(({ path, outcome, reasons }) => [path, [outcome, reasons] as const]))
  expect(ended['/']?.[0]).toBe('served')
  expect(ended['/tot']?.[0]).toBe('served')
  for (const path of ['/nho-giot', '/dut', '/ngan', '/vong', '/sap', '/rong'])
    expect(ended[path], path).toEqual(['failed', expect.stringMatching(/./)])
  expect(ended['/nho-giot']?.[1]).toMatch(/took more than 2 s/)
  expect(ended['/vong']?.[1]).toMatch(/redirect loop/)
  expect(result).toMatchObject({ end: 'finished', crawl: { waiting: 0 } })
  expect(Object.values(ends(result)).reduce((sum, n) => sum + n, 0)).toBe(9)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
})

test('one host of many that no name server knows, one that resets, one that says nothing: the others are read', async () => {
  const good = await Promise.all(Array.from({ length: 4 }, (_, n) => started(serve({ '/p': html(productPage(n)) }))))
  const resets = await started(serveRaw((socket) => socket.resetAndDestroy()))
  const silent = await started(serveRaw(() => undefined))
  const store = await newStore()
  const targets = [
    ...good.map(({ url }) => `${url}/p`),
    'http://no-such-shop.invalid/p',
    `${resets.url}/p`,
    `${silent.url}/p`,
  ]
  const result = await sweep(store, plan(targets))
  expect(ends(result)).toEqual({ served: 4, failed: 3 })
  expect(result.listings).toBe(4)
  await store.close()
})

test('a storm of 5xx is met with patience, counted, and forgiven when it is over', async () => {
  let asked = 0
  const server = await started(
    serve({ '/robots.txt': (_, response) => response.writeHead(404).end() }, (request, response) => {
      asked += 1
      if (asked <= 6) return response.writeHead(asked % 2 ? 503 : 502, { 'retry-after': '0' }).end('quá tải')
      return html(productPage(request.url ?? ''))(request, response)
    }),
  )
  const store = await newStore()
  const result = await sweep(store, plan(Array.from({ length: 12 }, (_, n) => `${server.url}/p/${n}`)))
  const { served = 0, failed = 0 } = ends(result)
  expect(served + failed).toBe(12)
  expect(failed).toBe(0)
  expect(result.crawl.retries).toBe(6)
  await store.close()
})

test('an endless calendar is left after a while, with a reason, and the shop beside it is read', async () => {
  const server = await started(
    serve(
      { '/': html(shelfPage(['/p/1', '/p/2'], '<a rel="next" href="/lich?ngay=1">Sau</a>')) },
      (request, response) => {
        const url = new URL(request.url ?? '', 'http://x')
        if (url.pathname.startsWith('/p/')) return html(productPage(url.pathname))(request, response)
        const day = Number(url.searchParams.get('ngay'))
        const next = Array.from(
          { length: 20 },
          (_, n) => `<a rel="next" href="/lich?ngay=${day * 20 + n}">Trang ${n}</a>`,
        )
        return html(shelfPage(['/p/1', '/p/2'], `<nav class="pagination">${next.join('')}</nav>`))(request, response)
      },
    ),
  )
  const store = await newStore()
  const result = await sweep(store, plan([`${server.url}/`]))
  expect(result).toMatchObject({ end: 'finished', listings: 2, crawl: { waiting: 0, ended: 'empty' } })
  expect(result.crawl.visits).toBeGreaterThan(100)
  expect(result.crawl.visits).toBeLessThan(500)
  const noted = (await visitsOf(store, result)).filter(({ reasons }) =>
    /not followed: \d+ more addresses like .*\/lich\?ngay/.test(reasons),
  )
  expect(noted.length).toBeGreaterThan(0)
  await store.close()
})
