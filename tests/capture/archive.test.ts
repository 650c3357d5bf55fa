import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/find-browser.mjs'
import { warcPieces } from '../../src/import/warc.ts'
import { artifact, browsing, page, place, words } from './browsing.ts'
import { picture, serveSite } from './servers.ts'
import { type WarcRecord, warcRecordsOf } from './warc-records.ts'

const SECRET = 'bi-mat-0123456789'

async function shopPaths() {
  const html = page(
    `<h1>Túi xách hàng hiệu</h1>${words}<img src=/anh.png width=200 height=200 alt=""><img src=/mat.png alt=""><img src="http://169.254.169.254/x.png" alt="">`,
    `<link rel=stylesheet href=/kieu.css><script>addEventListener('load',()=>{console.error('Lỗi của trang');fetch('/gui',{method:'POST',body:'matkhau=${SECRET}'})})</script>`,
  )
  return {
    '/cu': (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(302, { location: '/1', 'set-cookie': `phien=${SECRET}` }).end(),
    '/1': (_: unknown, response: import('node:http').ServerResponse) =>
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-encoding': 'gzip',
          'x-nha': 'A',
          'set-cookie': `khac=${SECRET}`,
        })
        .end(gzipSync(html)),
    '/anh.png': await picture('rgb(10,200,30)'),
    '/kieu.css': (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(200, { 'content-type': 'text/css' }).end('h1{color:red}'),
    '/gui': (_: unknown, response: import('node:http').ServerResponse) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
  }
}

const find = (records: readonly WarcRecord[], type: string, url: string): WarcRecord => {
  const found = records.filter((record) => record.type === type && record.url === url)
  if (found.length !== 1) throw new Error(`${found.length} ${type} records of ${url}`)
  return found[0] as WarcRecord
}

describe.skipIf(findBrowser(place) === null)('the archive records of a capture', () => {
  const { browser, site } = browsing()

  test('hold every exchange, with digests and lengths that are right, and no secret', async () => {
    const paths = await shopPaths()
    const shop = await site(paths)
    const capture = await browser().capture(`${shop.url}/cu`)
    expect(capture.missing).toEqual([])
    const records = warcRecordsOf(artifact(capture, 'archive'))
    expect(records[0]?.type).toBe('warcinfo')

    expect(find(records, 'response', `${shop.url}/cu`)).toMatchObject({
      line: 'HTTP/1.1 302 Found',
      http: { location: '/1', 'content-length': '0' },
    })
    const html = find(records, 'response', `${shop.url}/1`)
    expect(html.payload.toString()).toContain('<h1>Túi xách hàng hiệu</h1>')
    expect(html.http).toMatchObject({
      'x-orig-content-encoding': 'gzip',
      'x-nha': 'A',
      'content-length': String(html.payload.length),
    })
    expect(html.http).not.toHaveProperty('content-encoding')
    expect(html.http).not.toHaveProperty('x-orig-set-cookie')
    expect(html.head['warc-ip-address']).toBe('127.0.0.1')
    expect(find(records, 'metadata', `${shop.url}/1`).block.toString()).toContain(`via: ${shop.url}/cu\r\n`)
    expect(find(records, 'metadata', `${shop.url}/1`).block.toString()).toContain('left-out-of-answer: set-cookie\r\n')
    expect(find(records, 'request', `${shop.url}/1`).line).toBe('GET /1 HTTP/1.1')
    expect(find(records, 'request', `${shop.url}/1`).head['warc-concurrent-to']).toBe(html.head['warc-record-id'])
    expect(find(records, 'response', `${shop.url}/anh.png`).payload.equals(paths['/anh.png'])).toBe(true)
    expect(find(records, 'response', `${shop.url}/mat.png`).line).toBe('HTTP/1.1 404 Not Found')
    expect(find(records, 'response', `${shop.url}/gui`).payload.toString()).toBe('{"ok":true}')
    expect(find(records, 'metadata', `${shop.url}/gui`).block.toString()).toMatch(/request-body-bytes-left-out: \d+/)
    expect(find(records, 'metadata', 'http://169.254.169.254/x.png').block.toString()).toContain('refused: ')
    expect(find(records, 'resource', `urn:fullPage:${shop.url}/1`).block.equals(artifact(capture, 'screenshot'))).toBe(
      true,
    )
    expect(find(records, 'resource', `urn:dom:${shop.url}/1`).block.equals(artifact(capture, 'dom'))).toBe(true)
    // The script that posts the word is the page's own text; no request or header repeats it.
    const elsewhere = records
      .filter(({ url }) => !url.endsWith('/1') || url.startsWith('urn:'))
      .filter(({ type }) => type !== 'resource')
    for (const { block } of elsewhere) expect(block.toString('latin1')).not.toContain(SECRET)
    expect(find(records, 'request', `${shop.url}/1`).block.toString()).not.toContain(SECRET)
  })

  test('and beside them the capture says how the page came and what of it did not', async () => {
    const shop = await site(await shopPaths())
    const { facts, page: shown, artifacts } = await browser().capture(`${shop.url}/cu`)
    expect(facts).toMatchObject({
      window: { width: 1366, height: 900, scale: 1, userAgent: expect.stringContaining('Soi/test') },
      clock: { machine: shown.fetchedAt, serverDate: expect.stringMatching(/GMT$/) },
      redirects: [{ url: `${shop.url}/cu`, status: 302, remoteAddress: '127.0.0.1' }],
      tls: null,
      consent: null,
      archive: { exchanges: 7, withoutBody: 0 },
    })
    expect(facts?.console).toContainEqual({ kind: 'error', text: 'Lỗi của trang' })
    expect(facts?.failed).toEqual([
      { url: 'http://169.254.169.254/x.png', why: expect.stringContaining('169.254.169.254'), refused: true },
    ])
    for (const { bytes, sha256 } of artifacts) expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  test('replay the page with its style and pictures when the shop is gone', async () => {
    const shop = await serveSite(await shopPaths())
    const capture = await browser().capture(`${shop.url}/1`)
    await shop.close()
    const answers = new Map(
      warcRecordsOf(artifact(capture, 'archive'))
        .filter(({ type }) => type === 'response')
        .map((one) => [one.url, one]),
    )
    const other = await chromium.launch({ executablePath: findBrowser(place)?.path ?? '', chromiumSandbox: false })
    try {
      const tab = await other.newPage()
      await tab.route('**', (route) => {
        const one = answers.get(route.request().url())
        if (!one) return route.abort()
        return route.fulfill({ status: Number(one.line.split(' ')[1]), headers: one.http, body: one.payload })
      })
      await tab.goto(`${shop.url}/1`, { waitUntil: 'load' })
      expect(
        await tab.evaluate(
          "[document.images[0].naturalWidth, getComputedStyle(document.querySelector('h1')).color, document.querySelector('h1').innerText]",
        ),
      ).toEqual([200, 'rgb(255, 0, 0)', 'Túi xách hàng hiệu'])
    } finally {
      await other.close()
    }
  })

  test('are read again by the import of archives, without a complaint', async () => {
    const shop = await site(await shopPaths())
    const bytes = artifact(await browser().capture(`${shop.url}/cu`), 'archive')
    const path = join(tmpdir(), `soi-archive-${process.pid}.warc.gz`)
    await writeFile(path, bytes)
    const pieces = []
    for await (const piece of warcPieces(
      { path, name: 'x.warc.gz', size: bytes.length, onBytes: () => undefined },
      new Date().toISOString(),
    ))
      pieces.push(piece)
    const pages = pieces.flatMap((piece) => ('page' in piece ? [piece.page] : []))
    expect(pieces.filter((piece) => 'trouble' in piece)).toEqual([])
    expect(pages.map(({ url }) => url)).toContain(`${shop.url}/1`)
  })

  test('say which bodies are not there: too large, or still coming', async () => {
    const shop = await site({
      '/1': page(`<h1>Túi</h1>${words}<script>fetch('/lon').then((r)=>r.arrayBuffer());fetch('/mai')</script>`),
      '/lon': (_, response) =>
        response.writeHead(200, { 'content-length': 17 * 2 ** 20 }).end(Buffer.alloc(17 * 2 ** 20)),
      '/mai': (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('a'),
    })
    const capture = await browser().capture(`${shop.url}/1`)
    expect(capture.missing).toContainEqual(
      expect.stringMatching(/^archive: .*\/lon: 17825792 bytes are more than is kept$/),
    )
    expect(capture.missing).toContainEqual(expect.stringMatching(/^archive: .*\/mai: still coming/))
    const record = find(warcRecordsOf(artifact(capture, 'archive')), 'response', `${shop.url}/lon`)
    expect([record.head['warc-truncated'], record.payload.length]).toEqual(['unspecified', 0])
    expect(capture.facts?.archive?.withoutBody).toBe(2)
  })
})
