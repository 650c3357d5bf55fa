import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digestFits } from '../../src/import/digests.ts'
import { harPieces } from '../../src/import/har.ts'
import { kindOf } from '../../src/import/kinds.ts'
import { waczPieces } from '../../src/import/wacz.ts'
import { warcPieces } from '../../src/import/warc.ts'
import { textOf } from '../../src/page/decode.ts'
import {
  AT,
  aFile,
  aZip,
  deflatedZip,
  gather,
  listingPage,
  packed,
  pagesOf,
  sourceOf,
  troublesOf,
  urlOf,
  warcInfo,
  warcRecord,
} from './files.ts'

const records = [warcInfo, ...[1, 2, 3].map((n) => warcRecord({ url: urlOf(n), body: listingPage(n) }))]
const readWarc = async (bytes: Uint8Array) =>
  gather(warcPieces(sourceOf(await aFile('a.warc', bytes), bytes.length, 'a.warc'), AT))

describe('a WARC', () => {
  test.each([
    ['plain', Buffer.concat(records)],
    ['packed record by record', packed(records)],
    ['packed as a whole', gzipSync(Buffer.concat(records))],
  ])('is read %s', async (_, bytes) => {
    const { pieces, error } = await readWarc(bytes)
    expect(error).toBeNull()
    expect(troublesOf(pieces)).toEqual([])
    const pages = pagesOf(pieces)
    expect(pages.map(({ page }) => page.url)).toEqual([1, 2, 3].map(urlOf))
    expect(pages.map(({ place }) => place)).toEqual(['record 2', 'record 3', 'record 4'])
    for (const [i, { page, claimed }] of pages.entries()) {
      expect(textOf(page)).toBe(listingPage(i + 1))
      expect(claimed).toMatchObject({ savedAt: '2026-11-20T01:02:03Z', software: 'Archiver 1.0' })
      expect(page).toMatchObject({ status: 200, via: 'import', fetchedAt: AT, remoteAddress: null })
      expect(page.headers).not.toHaveProperty('set-cookie')
    }
  })

  test('undoes chunks and compression, and takes bodies whose archiver has undone them already', async () => {
    const html = Buffer.from(listingPage(1))
    const chunked = (bytes: Buffer) =>
      Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n0\r\n\r\n')])
    const head = (more: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${more}`
    const { pieces } = await readWarc(
      Buffer.concat([
        warcRecord({ url: urlOf(1), head: head('Content-Encoding: gzip'), body: gzipSync(html) }),
        warcRecord({ url: urlOf(2), head: head('Content-Encoding: br'), body: brotliCompressSync(html) }),
        warcRecord({
          url: urlOf(3),
          head: head('Content-Encoding: gzip\r\nTransfer-Encoding: chunked'),
          body: chunked(gzipSync(html)),
        }),
        warcRecord({ url: urlOf(4), head: head('Content-Encoding: gzip\r\nTransfer-Encoding: chunked'), body: html }),
        warcRecord({ url: urlOf(5), head: head('Content-Encoding: br'), body: html }),
      ]),
    )
    expect(troublesOf(pieces)).toEqual([])
    expect(pagesOf(pieces).map(({ page }) => textOf(page))).toEqual(Array(5).fill(html.toString()))
  })

  test('tells a digest that does not match, and reads the page all the same', async () => {
    const wrong = `sha1:${'0'.repeat(40)}`
    const { pieces } = await readWarc(
      Buffer.concat([warcRecord({ url: urlOf(1), body: listingPage(1), digest: wrong })]),
    )
    expect(troublesOf(pieces)).toEqual([{ place: 'record 1', problem: expect.stringContaining('digest') }])
    expect(pagesOf(pieces)).toHaveLength(1)
  })

  test('counts pictures, redirects and requests, and does not read them', async () => {
    const { pieces } = await readWarc(
      Buffer.concat([
        warcRecord({ url: urlOf(1), type: 'request', body: 'GET / HTTP/1.1\r\nCookie: sid=secret\r\n\r\n' }),
        warcRecord({ url: 'https://x.vn/a.png', head: 'HTTP/1.1 200 OK\r\nContent-Type: image/png', body: 'png' }),
        warcRecord({ url: urlOf(2), head: 'HTTP/1.1 301 Moved\r\nContent-Type: text/html', body: 'moved' }),
      ]),
    )
    expect(pieces).toEqual([{ passed: 'image/png' }, { passed: 'redirect' }])
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, -700), /record|ends|unexpected end/],
    [
      'with rubbish in between',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, records[0]?.length), Buffer.from('rubbish\r\n\r\n'), bytes]),
      /record/,
    ],
  ])('that is damaged (%s) gives what stands before and says where', async (_, damage, message) => {
    const { pieces, error } = await readWarc(damage(Buffer.concat(records)))
    expect(error).toMatch(message)
    expect(error).toMatch(/a\.warc is damaged .*record \d/)
    expect(pagesOf(pieces).length).toBeLessThan(3)
  })

  test('that is packed and cut off gives what stands before and says where', async () => {
    const { pieces, error } = await readWarc(packed(records).subarray(0, -200))
    expect(error).toMatch(/damaged at or after record 4/)
    expect(pagesOf(pieces)).toHaveLength(2)
  })

  test('whose record head never ends is not read on and on', async () => {
    const { error } = await readWarc(Buffer.concat([warcInfo, Buffer.from(`WARC/1.1\r\nX: ${'x'.repeat(3_000_000)}`)]))
    expect(error).toMatch(/head of the record does not end/)
  })

  test('is never a crash, whatever byte of it is changed', async () => {
    const whole = Buffer.concat(records.slice(0, 2))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole)
        bytes[at] = byte
        const { error } = await readWarc(bytes)
        expect(error === null || /^a\.warc is damaged/.test(error)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a digest', () => {
  const body = Buffer.from('xin chào')
  test.each([
    [`sha1:${createHash('sha1').update(body).digest('hex')}`, true],
    [`sha256:${createHash('sha256').update(body).digest('hex').toUpperCase()}`, true],
    [`sha-256:${createHash('sha256').update(body).digest('base64')}`, true],
    ['crc32:12345678', null],
    ['sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', false],
    [`md5:${'0'.repeat(32)}`, false],
  ])('%s', (stated, fits) => {
    expect(digestFits(stated, [body])).toBe(fits)
  })

  test('of the empty text in base32 is the one every archive of empty answers carries', () => {
    expect(digestFits('sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ', [Buffer.alloc(0)])).toBe(true)
  })
})

describe('a WACZ', () => {
  const warc = packed(records)
  const sha256 = createHash('sha256').update(warc).digest('hex')
  const list = (hash: string) =>
    JSON.stringify({ profile: 'data-package', resources: [{ path: 'archive/data.warc.gz', hash }] })
  const read = async (file: string) => gather(waczPieces(sourceOf(file, 1, 'a.wacz'), AT))

  test('gives the pages of its WARCs, checked against its own list', async () => {
    const file = await aZip('a.wacz', { 'datapackage.json': list(`sha256:${sha256}`), 'archive/data.warc.gz': warc })
    expect(await kindOf(file, 'a.wacz', false)).toBe('wacz')
    const { pieces, error } = await read(file)
    expect({ error, troubles: troublesOf(pieces) }).toEqual({ error: null, troubles: [] })
    expect(pagesOf(pieces).map(({ place }) => place)).toEqual([2, 3, 4].map((n) => `archive/data.warc.gz, record ${n}`))
  })

  test('tells a file that is not what its list says', async () => {
    const file = await aZip('a.wacz', {
      'datapackage.json': list(`sha256:${'0'.repeat(64)}`),
      'archive/data.warc.gz': warc,
    })
    expect(troublesOf((await read(file)).pieces)).toEqual([
      { place: 'archive/data.warc.gz', problem: expect.stringContaining('datapackage.json says') },
    ])
  })

  test.each([
    ['a name that leads out', { 'datapackage.json': '{}', '../../evil.warc': 'x' }, /invalid relative path|leads out/],
    ['no archive', { 'datapackage.json': '{}' }, /no archive/],
  ])('with %s is refused', async (_, files, message) => {
    expect((await read(await aZip('a.wacz', files))).error).toMatch(message)
  })

  test('that unpacks to a thousand times its size is refused before it is unpacked', async () => {
    const file = await aFile('a.wacz', deflatedZip('archive/a.warc', Buffer.alloc(30 * 2 ** 20)))
    expect((await read(file)).error).toMatch(/a\.wacz is not read: "archive\/a\.warc" unpacks to 31457280 bytes/)
  })
})

describe('a HAR', () => {
  const entry = (over: object) => ({
    startedDateTime: '2026-11-20T08:00:00.000+07:00',
    request: { url: urlOf(1), headers: [{ name: 'Cookie', value: 'sid=secret' }] },
    response: {
      status: 200,
      headers: [
        { name: 'Content-Type', value: 'text/html; charset=windows-1258' },
        { name: 'Set-Cookie', value: 'sid=secret' },
        { name: 'Content-Encoding', value: 'br' },
      ],
      content: { mimeType: 'text/html; charset=windows-1258', text: listingPage(1) },
      ...over,
    },
  })
  const har = (entries: readonly unknown[]) =>
    JSON.stringify({ log: { version: '1.2', creator: { name: 'Firefox', version: '140' }, entries } })
  const read = async (text: string) => gather(harPieces(sourceOf(await aFile('a.har', text), text.length, 'a.har'), AT))

  test('gives its documents as the browser decoded them, without cookies', async () => {
    const base64 = {
      content: {
        mimeType: 'text/html; charset=utf-8',
        text: Buffer.from(listingPage(1)).toString('base64'),
        encoding: 'base64',
      },
    }
    const { pieces } = await read(har([entry({}), entry(base64)]))
    for (const { page, claimed } of pagesOf(pieces)) {
      expect(textOf(page)).toBe(listingPage(1))
      expect(JSON.stringify(page.headers)).not.toContain('secret')
      expect(claimed).toMatchObject({ savedAt: '2026-11-20T08:00:00.000+07:00', software: 'Firefox 140' })
    }
    expect(pagesOf(pieces)).toHaveLength(2)
  })

  test('says of an answer without a body, of rubbish and of pictures what they are', async () => {
    const { pieces } = await read(
      har([
        entry({ content: { mimeType: 'text/html' } }),
        { nonsense: 1 },
        entry({ content: { mimeType: 'image/webp', text: 'x' } }),
      ]),
    )
    expect(troublesOf(pieces).map(({ place }) => place)).toEqual(['entry 1', 'entry 2'])
    expect(pieces.at(-1)).toEqual({ passed: 'image/webp' })
  })

  test.each([
    ['{"log":', /damaged/],
    ['{"log":{}}', /no HAR/],
  ])('that is broken (%s) is refused', async (text, message) => {
    expect((await read(text)).error).toMatch(message)
  })
})
