import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { textOf } from '../../src/page/decode.ts'
import { readSaved, savedUrl } from '../../src/page/saved.ts'

const HTML = '<!doctype html><html><head><title>Áo</title></head><body>Áo sơ mi giá rẻ</body></html>'
const saved = (content: string | Uint8Array, name = 'trang.html', url: string | null = null) =>
  readSaved(typeof content === 'string' ? Buffer.from(content) : content, { name, url })

const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => (byte < 128 && byte !== 61 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`))
    .join('')
    .replace(/(.{60}[^=]{3})/g, '$1=\r\n')

const mhtml = (parts: readonly string[], headers = 'Snapshot-Content-Location: https://shop.vn/ao-1\r\n') =>
  `From: <Saved by Blink>\r\n${headers}Subject: =?utf-8?Q?=C3=81o?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Mark--a1----"\r\n\r\n\r\n${parts
    .map((part) => `------Mark--a1----\r\n${part}\r\n`)
    .join('')}------Mark--a1------\r\n`
const htmlPart = `Content-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@x>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://shop.vn/ao-1\r\n\r\n${quotedPrintable(HTML)}`
const cssPart =
  'Content-Type: text/css\r\nContent-Transfer-Encoding: binary\r\nContent-Location: https://shop.vn/a.css\r\n\r\np{}'
const framePart = 'Content-Type: text/html\r\nContent-Location: https://ads.vn/frame\r\n\r\n<p>Quảng cáo</p>'

describe('readSaved', () => {
  test('reads HTML', () => {
    const page = saved(HTML, 'thu-muc/trang.html')
    expect(page).toMatchObject({ status: null, via: 'import', url: 'file:///trang.html', remoteAddress: null })
    expect(textOf(page)).toBe(HTML)
  })

  test('prefers the URL that the user gives', () => {
    expect(saved(mhtml([htmlPart]), 'a.mhtml', 'https://khac.vn/1').url).toBe('https://khac.vn/1')
  })

  test.each([
    ['in order', [htmlPart, cssPart]],
    ['after other parts', [cssPart, framePart, htmlPart]],
  ])('reads MHTML with its root part %s', (_name, parts) => {
    const page = saved(mhtml(parts), 'trang.mhtml')
    expect(page.url).toBe('https://shop.vn/ao-1')
    expect(textOf(page)).toBe(HTML)
  })

  test('reads a base64 part, and one that ends without a closing boundary', () => {
    const part = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(HTML).toString('base64').replace(/.{76}/g, '$&\r\n')}`
    expect(textOf(saved(mhtml([part])))).toBe(HTML)
    expect(textOf(saved(mhtml([htmlPart]).replace('------Mark--a1------', '')))).toContain('Áo sơ mi giá rẻ')
  })

  test('refuses MHTML without HTML', () => {
    expect(() => saved(mhtml([cssPart]))).toThrow(/without an HTML part/)
  })

  test('reads either in gzip', () => {
    expect(textOf(saved(gzipSync(HTML)))).toBe(HTML)
    expect(saved(gzipSync(mhtml([htmlPart]))).url).toBe('https://shop.vn/ao-1')
  })

  test('stops at a gzip bomb', () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(100_000)
    expect(() => saved(bomb, 'bom.gz')).toThrow(/bom.gz is larger than 50 MB/)
  })

  test.each([
    ['a PDF document', '%PDF-1.7\n'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a picture', 'RIFF\0\0\0\0WEBPVP8 '],
    ['a ZIP archive', 'PK\u0003\u0004'],
    ['a Safari web archive', 'bplist00'],
    ['empty', ''],
    ['empty', ' \n\n '],
    ['gzip inside gzip', gzipSync(gzipSync(HTML))],
    ['a damaged gzip file', gzipSync(HTML).subarray(0, 20)],
    ['no HTML', 'Tôi muốn tố giác một gian hàng.'],
  ])('refuses %s and says what to do', (what, content) => {
    expect(() => saved(content, 'tep.bin')).toThrow(BadInput)
    expect(() => saved(content, 'tep.bin')).toThrow(new RegExp(`tep.bin .*${what}.*\\. .*(Save|save)`))
  })
})

describe('savedUrl', () => {
  test.each([
    ['<!-- saved from url=(0021)https://shop.vn/ao-1/ --><html>', 'https://shop.vn/ao-1/'],
    [
      '<!-- saved from url=(0014)about:internet --><link rel="canonical" href="https://shop.vn/2">',
      'https://shop.vn/2',
    ],
    ['<!--\n Page saved with SingleFile \n url: https://shop.vn/3 \n saved date: x\n-->', 'https://shop.vn/3'],
    ["<LINK href='https://shop.vn/4?a=1&amp;b=2' rel=canonical>", 'https://shop.vn/4?a=1&b=2'],
    ['<meta property="og:url" content="https://shop.vn/5">', 'https://shop.vn/5'],
    ['<link rel="canonical" href="/6"><meta property="og:url" content="https://shop.vn/6">', 'https://shop.vn/6'],
    ['<link rel="stylesheet" href="https://cdn.vn/a.css">', null],
    ['<link rel="canonical" href="javascript:alert(1)">', null],
    ['', null],
  ])('of %s is %s', (html, url) => {
    expect(savedUrl(html)).toBe(url)
  })
})
