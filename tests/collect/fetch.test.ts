import type { ServerResponse } from 'node:http'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchPage } from '../../src/collect/fetch.ts'
import { FetchFailed, Refused } from '../../src/errors.ts'
import { html, redirect, serve, serveRaw, type TestServer } from './servers.ts'

const open: TestServer[] = []
const started = async (server: Promise<TestServer>): Promise<TestServer> => {
  const running = await server
  open.push(running)
  return running
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
const allowed = { allowPrivate: true }
const failure = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )
const text = (body: Uint8Array) => Buffer.from(body).toString('utf8')

describe('a page that comes', () => {
  test('is the bytes, where they came from and who answered', async () => {
    const server = await started(serve({ '/a': html('<p>Đồng hồ', { 'X-Shop': 'my' }) }))
    const page = await fetchPage(`${server.url}/a#frag`, allowed)
    expect(text(page.body)).toBe('<p>Đồng hồ')
    expect(page).toMatchObject({
      requestedUrl: `${server.url}/a#frag`,
      url: `${server.url}/a`,
      status: 200,
      via: 'http',
    })
    expect(page.headers['x-shop']).toBe('my')
    expect(page.remoteAddress).toBe('127.0.0.1')
    expect(page.redirects).toEqual([])
  })

  test('says who asks, and that Vietnamese is wanted', async () => {
    let seen: Record<string, unknown> = {}
    const server = await started(
      serve({
        '/': (request, response) => {
          seen = request.headers
          response.end('x')
        },
      }),
    )
    await fetchPage(server.url, allowed)
    expect(seen['user-agent']).toMatch(/^Soi\/\d+\.\d+\.\d+ \(listing surveillance; contact: /)
    expect(seen['accept-language']).toMatch(/^vi/)
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
  ])('is unpacked from %s', async (encoding, pack) => {
    const server = await started(
      serve({
        '/': (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(pack('giày thể thao')),
      }),
    )
    expect(text((await fetchPage(server.url, allowed)).body)).toBe('giày thể thao')
  })

  test('is unpacked whole where gzip says of its last part only how long it is', async () => {
    const parts = ['áo '.repeat(50_000), '', 'k'].map((part) => gzipSync(part))
    const server = await started(
      serve({
        '/': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.concat(parts)),
      }),
    )
    expect(text((await fetchPage(server.url, allowed)).body)).toBe(`${'áo '.repeat(50_000)}k`)
  })

  test.each([0, 7, 0xffffffff])(
    'that gzip says to be %d long and is not, is a failure and no half a page',
    async (length) => {
      const forged = gzipSync('x'.repeat(2_000_000))
      forged.writeUInt32LE(length, forged.byteLength - 4)
      const server = await started(
        serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(forged) }),
      )
      await expect(fetchPage(server.url, allowed)).rejects.toThrow(/broken gzip body/)
    },
  )

  test('is unpacked where it is a sitemap kept as gzip, whatever its type is called', async () => {
    const packed = (type: string) => (_: unknown, response: ServerResponse) =>
      response.writeHead(200, { 'content-type': type }).end(gzipSync(`<urlset>${'x'.repeat(200_000)}</urlset>`))
    const server = await started(
      serve({ '/sitemap.xml.gz': packed('application/x-gzip'), '/other.gz': packed('application/x-gzip') }),
    )
    expect(text((await fetchPage(`${server.url}/sitemap.xml.gz`, allowed)).body)).toMatch(/^<urlset>x+<\/urlset>$/)
    expect(text((await fetchPage(`${server.url}/other.gz`, allowed)).body)).not.toContain('urlset')
  })

  test('keeps an error status and its body, for the verdict to judge', async () => {
    const server = await started(serve({ '/': (_, response) => response.writeHead(503).end('quá tải') }))
    const page = await fetchPage(server.url, allowed)
    expect([page.status, text(page.body)]).toEqual([503, 'quá tải'])
  })

  test('follows redirects, UTF-8 locations too, and lists them', async () => {
    const server = await started(
      serve({
        '/a': redirect('/b', 301),
        '/b': redirect(Buffer.from('/đích', 'utf8').toString('latin1'), 307),
        '/%C4%91%C3%ADch': html('đến'),
      }),
    )
    const page = await fetchPage(`${server.url}/a`, allowed)
    expect(page.redirects).toEqual([`${server.url}/a`, `${server.url}/b`])
    expect(page.url).toBe(`${server.url}/%C4%91%C3%ADch`)
  })

  test('comes where the server wants its cookie back first, and the cookie goes to no other host', async () => {
    const cookies: (string | undefined)[] = []
    const elsewhere = await started(
      serve({
        '/': (request, response) => {
          cookies.push(request.headers.cookie)
          response.end('end')
        },
      }),
    )
    const away = `http://other.localhost:${new URL(elsewhere.url).port}/`
    const server = await started(
      serve({
        '/': (request, response) => {
          cookies.push(request.headers.cookie)
          const headers =
            request.headers.cookie === undefined
              ? { 'set-cookie': 'a=1; Path=/; HttpOnly', location: '/' }
              : { location: away }
          response.writeHead(302, headers).end()
        },
      }),
    )
    expect(text((await fetchPage(`${server.url}/`, allowed)).body)).toBe('end')
    expect(cookies).toEqual([undefined, 'a=1', undefined])
  })

  test('that is a big PDF is cut short, not refused', async () => {
    const server = await started(
      serve({
        '/': (_, response) => {
          response.writeHead(200, { 'content-type': 'application/pdf' })
          response.end(Buffer.alloc(5_000_000, 37))
        },
      }),
    )
    const page = await fetchPage(server.url, { ...allowed, maxBytes: 1_000_000 })
    expect(page.headers['content-type']).toBe('application/pdf')
    expect(page.body.byteLength).toBe(64 * 1024)
  })

  test('comes for names under localhost without DNS', async () => {
    const server = await started(serve({ '/': html('ok') }))
    const port = new URL(server.url).port
    expect((await fetchPage(`http://shop.localhost:${port}/`, allowed)).remoteAddress).toBe('127.0.0.1')
  })
})

describe('an answer that is not whole', () => {
  test('a server that never answers is given up after the time limit, for a later try', async () => {
    const server = await started(serveRaw(() => undefined))
    const error = await failure(fetchPage(server.url, { ...allowed, timeoutMs: 300 }))
    expect(error).toBeInstanceOf(FetchFailed)
    expect(error).toMatchObject({ again: true, message: expect.stringContaining('0.3 s') })
  })

  test('a body that stalls is given up too', async () => {
    const server = await started(
      serve({ '/': (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>') }),
    )
    expect(await failure(fetchPage(server.url, { ...allowed, timeoutMs: 300 }))).toMatchObject({
      name: 'FetchFailed',
      again: true,
    })
  })

  test('a reset in the middle of the body is a failure worth a later try', async () => {
    const server = await started(
      serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 1000\r\n\r\nhalf')
        setTimeout(() => socket.resetAndDestroy(), 50)
      }),
    )
    expect(await failure(fetchPage(server.url, allowed))).toMatchObject({ name: 'FetchFailed', again: true })
  })

  test('a body shorter than its content-length is never taken for the page', async () => {
    const server = await started(
      serveRaw((socket) =>
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 1000\r\n\r\nhalf'),
      ),
    )
    expect(await failure(fetchPage(server.url, allowed))).toMatchObject({ name: 'FetchFailed', again: true })
  })

  test('a truncated gzip body is a failure, not half a page', async () => {
    const half = gzipSync('x'.repeat(10_000)).subarray(0, 30)
    const server = await started(
      serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(half) }),
    )
    expect(await failure(fetchPage(server.url, allowed))).toMatchObject({ name: 'FetchFailed', again: true })
  })

  test('a host with no address is not tried again', async () => {
    expect(await failure(fetchPage('http://no-such-shop.invalid/', allowed))).toMatchObject({ name: 'FetchFailed' })
  })

  test('a closed port is a refused connection', async () => {
    const server = await serve({})
    await server.close()
    const error = await failure(fetchPage(server.url, allowed))
    expect(error).toMatchObject({ name: 'FetchFailed', again: true, message: expect.stringContaining('refused') })
  })

  test('the caller can stop it, and hears its own reason', async () => {
    const server = await started(serveRaw(() => undefined))
    const stop = new AbortController()
    const pending = failure(fetchPage(server.url, { ...allowed, signal: stop.signal }))
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 50)
    expect(await pending).toMatchObject({ message: 'Ctrl-C' })
  })
})

describe('an answer that is an attack', () => {
  test('a body of 200 MB is stopped at the limit, announced or not', async () => {
    const chunk = Buffer.alloc(1_000_000, 97)
    let sent = 0
    const pour = (response: import('node:http').ServerResponse) => {
      while (sent < 200_000_000 && !response.destroyed) {
        sent += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', () => pour(response))
          return
        }
      }
    }
    const server = await started(
      serve({
        '/announced': (_, response) => response.writeHead(200, { 'content-length': '200000000' }).flushHeaders(),
        '/silent': (_, response) => pour(response.writeHead(200, { 'content-type': 'text/html' })),
      }),
    )
    const announced = await failure(fetchPage(`${server.url}/announced`, allowed))
    expect(announced).toMatchObject({ name: 'FetchFailed', again: false, message: expect.stringContaining('too big') })
    const silent = await failure(fetchPage(`${server.url}/silent`, allowed))
    expect(silent).toMatchObject({ name: 'FetchFailed', again: false, message: expect.stringContaining('too big') })
    expect(sent).toBeLessThan(100_000_000)
  })

  test.each([
    ['gzip', (data: Uint8Array) => gzipSync(data, { level: 1 })],
    ['br', (data: Uint8Array) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('a %s bomb is named and not read', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(80_000_000))
    const server = await started(
      serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb) }),
    )
    const error = await failure(fetchPage(server.url, allowed))
    expect(error).toMatchObject({ name: 'FetchFailed', again: false, message: expect.stringContaining('bomb') })
  })

  test('an unknown content-encoding is named', async () => {
    const server = await started(
      serve({ '/': (_, response) => response.writeHead(200, { 'content-encoding': 'zopfli' }).end('x') }),
    )
    expect(await failure(fetchPage(server.url, allowed))).toMatchObject({ message: expect.stringContaining('zopfli') })
  })

  test('a redirect loop is shown as one, and an endless chain ends', async () => {
    const server = await started(
      serve({ '/a': redirect('/b'), '/b': redirect('/a') }, (request, response) =>
        response.writeHead(302, { location: `${request.url}x` }).end(),
      ),
    )
    expect(await failure(fetchPage(`${server.url}/a`, allowed))).toMatchObject({
      again: false,
      message: expect.stringContaining('loop'),
    })
    expect(await failure(fetchPage(`${server.url}/chain`, allowed))).toMatchObject({
      again: false,
      message: expect.stringContaining('10 redirects'),
    })
  })

  test('a redirect to the cloud metadata address is refused, private networks allowed or not', async () => {
    const server = await started(serve({ '/': redirect('http://169.254.169.254/latest/meta-data/') }))
    const error = await failure(fetchPage(server.url, allowed))
    expect(error).toBeInstanceOf(Refused)
    expect(String(error)).toContain('169.254.169.254')
  })

  test('a redirect to a file or another scheme is refused', async () => {
    const server = await started(serve({ '/': redirect('file:///etc/passwd') }))
    expect(await failure(fetchPage(server.url, allowed))).toBeInstanceOf(Refused)
  })
})
