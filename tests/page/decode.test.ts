import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/page/decode.ts'
import { pageOf } from './pages.ts'

const SENTENCE = 'Hàng xách tay chính hãng, giá rẻ nhất thị trường: Đặng Thị Thuỷ, 0 đồng'
const html = (meta: string, text = SENTENCE) =>
  `<!doctype html><html><head>${meta}<title>x</title></head><body>${text}</body></html>`
const typed = (contentType: string | null) => ({ headers: contentType === null ? {} : { 'content-type': contentType } })

/** Bytes of windows-1258: base letter and combining tone apart, as Vietnamese Windows wrote them. */
const in1258 = (text: string): Uint8Array => {
  const byCharacter = new Map<string, number>()
  const decoder = new TextDecoder('windows-1258')
  for (let byte = 255; byte >= 0; byte--) byCharacter.set(decoder.decode(Uint8Array.of(byte)), byte)
  const bytes: number[] = []
  for (const character of text.normalize('NFC')) {
    const split = byCharacter.has(character) ? [character] : splitTone(character)
    for (const one of split) bytes.push(byCharacter.get(one) ?? 63)
  }
  return Uint8Array.from(bytes)
}
const splitTone = (character: string): readonly string[] => {
  const tone = character.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? ''
  return [character.normalize('NFD').replace(tone, '').normalize('NFC'), tone]
}
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('textOf', () => {
  test.each([
    ['no header', null, ''],
    ['a true header', 'text/html; charset=UTF-8', ''],
    ['a quoted header', 'text/html; charset="utf8"', ''],
    ['a header that says latin1', 'text/html; charset=ISO-8859-1', ''],
    ['a header that says us-ascii', 'text/html; charset=us-ascii', ''],
    ['a header that says windows-1252', 'text/html;charset=windows-1252', '<meta charset="utf-8">'],
    ['a header that says windows-1258', 'text/html;charset=windows-1258', ''],
    ['a header that says nonsense', 'text/html; charset=utf-99', ''],
    ['a meta tag that says latin1', 'text/html', '<meta charset="iso-8859-1">'],
    ['a meta tag that says utf-16', 'text/html', '<meta charset="utf-16">'],
  ])('reads UTF-8 under %s', (_name, contentType, meta) => {
    expect(textOf(pageOf(html(meta), typed(contentType)))).toBe(html(meta))
  })

  test('drops a byte order mark and believes it over the header', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(html(''))])
    expect(textOf(pageOf(bytes, typed('text/html; charset=iso-8859-1')))).toBe(html(''))
  })

  test.each([
    ['header', 'text/html; charset=windows-1258', ''],
    ['meta tag', 'text/html', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">'],
    ['nothing', null, ''],
    ['a header that says latin1', 'text/html; charset=iso-8859-1', ''],
    ['a header that says utf-8', 'text/html; charset=utf-8', ''],
  ])('reads windows-1258 declared by %s as composed Vietnamese', (_name, contentType, meta) => {
    const text = textOf(pageOf(in1258(html(meta)), typed(contentType)))
    expect(text).toContain(SENTENCE)
    expect(text).toBe(text.normalize('NFC'))
  })

  test('reads windows-1252 with its curly quotes and euro sign', () => {
    const bytes = Buffer.from(html('', 'Caf\u00e9 \u0093cr\u00e8me\u0094 5\u0080'), 'latin1')
    expect(textOf(pageOf(bytes, typed('text/html; charset=windows-1252')))).toContain('Café “crème” 5€')
    expect(textOf(pageOf(bytes, typed(null)))).toContain('Café “crème” 5€')
  })

  test.each([true, false])('reads UTF-16 without a byte order mark (big endian %s)', (bigEndian) => {
    const ascii = html('', 'Hang chinh hang '.repeat(10))
    expect(textOf(pageOf(utf16(ascii, bigEndian), typed(null)))).toBe(ascii)
    const marked = Buffer.concat([utf16('\ufeff', bigEndian), utf16(html(''), bigEndian)])
    expect(textOf(pageOf(marked, typed('text/html; charset=utf-8')))).toBe(html(''))
  })

  test('reads an XML prolog', () => {
    const bytes = in1258(`<?xml version="1.0" encoding="windows-1258"?><html><body>${SENTENCE}</body></html>`)
    expect(textOf(pageOf(bytes, typed('application/xhtml+xml')))).toContain(SENTENCE)
  })

  test('keeps a UTF-8 page that was cut in the middle of a letter', () => {
    const bytes = Buffer.from(html(''))
    const cut = bytes.subarray(0, bytes.indexOf(Buffer.from('Thuỷ')) + 4)
    expect(textOf(pageOf(cut, typed(null)))).toContain('Đặng Thị Thu')
  })

  test('believes a Chinese header', () => {
    const bytes = Buffer.from([0xd6, 0xd0, 0xce, 0xc4])
    expect(textOf(pageOf(bytes, typed('text/html; charset=gb2312')))).toBe('中文')
  })

  test('keeps decomposed UTF-8 as the seller wrote it', () => {
    const decomposed = html('', SENTENCE.normalize('NFD'))
    expect(textOf(pageOf(decomposed))).toBe(decomposed)
  })
})
