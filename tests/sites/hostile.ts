import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { gzipBomb } from './gzip-bomb.ts'
import * as pages from './hostile-pages.ts'
import { listen } from './http.ts'
import { smallPdf } from './pdf.ts'

type Handle = (request: IncomingMessage, response: ServerResponse, url: URL) => void

const MEGABYTE = 1_048_576
const HTML = 'text/html; charset=utf-8'

const send = (status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Handle => {
  return (_request, response) => response.writeHead(status, { 'content-type': HTML, ...headers }).end(body)
}

/** Writes `chunk` `times` times, no faster than it is read; stops when the reader goes away. */
function pour(response: ServerResponse, chunk: Buffer, times: number) {
  let left = times
  const more = () => {
    while (left > 0) {
      if (response.destroyed) return
      left -= 1
      if (!response.write(chunk)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
}

const huge: Handle = (_request, response) => {
  response.writeHead(200, { 'content-type': HTML })
  response.write('<!doctype html><title>Rất to</title><h1>Rất to</h1>')
  pour(response, Buffer.alloc(MEGABYTE, 'a'), 200)
}

const slowLoris: Handle = (_request, response) => {
  response.writeHead(200, { 'content-type': HTML })
  response.write('<!doctype html><title>Chậm</title>')
  const drip = setInterval(() => response.write(' '), 500)
  response.on('close', () => clearInterval(drip))
}

const resetMidBody: Handle = (request, response) => {
  response.writeHead(200, { 'content-type': HTML, 'content-length': '100000' })
  response.write('<!doctype html><title>Đứt giữa chừng</title><h1>Đứt', () => request.socket.resetAndDestroy())
}

/** Says 5,000 bytes, sends fewer and closes: an answer that never came whole. */
const wrongLength: Handle = (request, response) => {
  response.writeHead(200, { 'content-type': HTML, 'content-length': '5000', connection: 'close' })
  response.write(pages.plainProduct('Thiếu byte'), () => request.socket.end())
}

/** Answers 429 twice to each client that waits, then serves. */
const tooMany = (): Handle => {
  let asked = 0
  return (request, response, url) => {
    asked += 1
    if (asked <= 2) send(429, 'Too Many Requests', { 'retry-after': '1' })(request, response, url)
    else send(200, pages.plainProduct('Sau khi chờ'))(request, response, url)
  }
}

const windows1258 = (charset: string): Handle =>
  send(200, pages.WINDOWS_1258.bytes(), { 'content-type': `text/html; charset=${charset}` })

const tenMegabytes = (): string => {
  const filler = '<p>Một đoạn mô tả rất dài của người bán, lặp đi lặp lại.</p>\n'.repeat((10 * MEGABYTE) / 78)
  return pages.plainProduct('Mười megabyte').replace('</body>', `${filler}</body>`)
}

const routes = (): Readonly<Record<string, Handle>> => ({
  '/never': () => undefined,
  '/slow-loris': slowLoris,
  '/reset-mid-body': resetMidBody,
  '/huge': huge,
  '/gzip-bomb': send(200, gzipBomb(), { 'content-encoding': 'gzip' }),
  '/bad-gzip': send(200, gzipSync(pages.plainProduct('Nén hỏng')).subarray(0, 60), { 'content-encoding': 'gzip' }),
  '/loop': send(302, '', { location: '/loop-back' }),
  '/loop-back': send(302, '', { location: '/loop' }),
  '/redirect-self': send(302, '', { location: '/redirect-self' }),
  '/redirect-private': send(302, '', { location: 'http://169.254.169.254/latest/meta-data/' }),
  '/windows-1258': windows1258('windows-1258'),
  '/windows-1258-wrong': windows1258('utf-8'),
  '/wrong-length': wrongLength,
  '/pdf': send(200, smallPdf('Not a page'), { 'content-type': 'application/pdf' }),
  '/broken-html': send(200, pages.BROKEN),
  '/ten-megabytes': send(200, tenMegabytes()),
  '/script-everywhere': send(200, pages.scriptEverywhere()),
  '/empty-shell': send(200, pages.emptyShell()),
  '/challenge': send(403, pages.challenge()),
  '/challenge-200': send(200, pages.challenge()),
  '/login': send(200, pages.login()),
  '/removed-200': send(200, pages.removed()),
  '/429': tooMany(),
  '/5xx': send(503, 'Service Unavailable'),
  '/calendar-trap': (request, response, url) =>
    send(200, pages.calendar(Number(url.searchParams.get('thang') ?? '1')))(request, response, url),
})

/** Every path the hostile server knows. */
export const HOSTILE_PATHS: readonly string[] = Object.keys(routes())

/** A server that misbehaves in one known way per path, on a free port of 127.0.0.1. */
export async function serveHostile(): Promise<{ url: string; close(): Promise<void> }> {
  const table = routes()
  const front = send(200, pages.front(HOSTILE_PATHS))
  const { port, close } = await listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    response.on('error', () => response.destroy())
    const handle = url.pathname === '/' ? front : (table[url.pathname] ?? send(404, 'Not Found'))
    handle(request, response, url)
  })
  return { url: `http://127.0.0.1:${port}`, close }
}
