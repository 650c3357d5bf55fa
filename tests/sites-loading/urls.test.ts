import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { canonicalUrl, checkUrl, urlKey } from '../../src/sites/urls.ts'

describe('canonicalUrl', () => {
  test.each([
    ['HTTPS://Shop.VN:443/Ao?b=2&a=1#top', 'https://shop.vn/Ao?b=2&a=1'],
    ['http://shop.vn:80/', 'http://shop.vn/'],
    ['http://shop.vn:8080/a/', 'http://shop.vn:8080/a/'],
    ['https://shop.vn./a', 'https://shop.vn/a'],
    ['https://shop.vn/a?utm_source=x&id=1&fbclid=y&gclid=z&spm=a.b&_ga=1&ref=home', 'https://shop.vn/a?id=1'],
    ['https://shop.vn/a?UTM_Source=x', 'https://shop.vn/a'],
    ['https://shop.vn/a?utm%5Fsource=x', 'https://shop.vn/a'],
    ['https://tiki.vn/a-p1.html?spid=2', 'https://tiki.vn/a-p1.html?spid=2'],
    ['https://shop.vn/a?prefix=1&reference=2', 'https://shop.vn/a?prefix=1&reference=2'],
    [`https://dien-dan.vn/viewtopic.php?t=3&sid=${'0a1b2c3d'.repeat(4)}`, 'https://dien-dan.vn/viewtopic.php?t=3'],
    [`https://dien-dan.vn/showthread.php?s=${'0a1b2c3d'.repeat(4)}&t=3`, 'https://dien-dan.vn/showthread.php?t=3'],
    ['https://shop.vn/tim?s=0a1b&sid=12', 'https://shop.vn/tim?s=0a1b&sid=12'],
    ['https://shop.vn/a?', 'https://shop.vn/a'],
    ['https://shop.vn/a?x&y=', 'https://shop.vn/a?x&y='],
    ['https://shop.vn/#!/ao/1', 'https://shop.vn/#!/ao/1'],
    ['https://shop.vn/%7Enam/%c3%a1o', 'https://shop.vn/~nam/%C3%A1o'],
    ['https://shop.vn/a%2Fb?q=a%26b', 'https://shop.vn/a%2Fb?q=a%26b'],
    ['https://shop.vn/a?q=%E1%F2', 'https://shop.vn/a?q=%E1%F2'],
  ])('of %s is %s', (from, to) => {
    expect(canonicalUrl(from)).toBe(to)
  })

  test('takes raw, escaped and decomposed Vietnamese for one', () => {
    const forms = [
      'áo sơ mi',
      'áo sơ mi'.normalize('NFD'),
      encodeURIComponent('áo sơ mi'),
      encodeURIComponent('áo sơ mi').toLowerCase(),
    ]
    expect(new Set(forms.map((form) => canonicalUrl(`https://shop.vn/${form}?q=${form}`))).size).toBe(1)
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url))
      }),
    )
  })
})

describe('urlKey', () => {
  test('ignores scheme, www, trailing slash, parameter order and tracking', () => {
    const forms = [
      'http://www.shop.vn/a/?b=2&a=1',
      'https://shop.vn/a?a=1&b=2',
      'https://SHOP.vn/a/?a=1&utm_medium=x&b=2#x',
    ]
    expect(new Set(forms.map(urlKey))).toEqual(new Set(['shop.vn/a?a=1&b=2']))
  })

  test('keeps apart what differs', () => {
    const forms = [
      'https://shop.vn/a',
      'https://shop.vn/A',
      'https://shop.vn/a?page=2',
      'https://m.shop.vn/a',
      'https://shop.vn:8080/a',
      'https://shop.vn/',
      'https://shop.vn/#!a',
    ]
    expect(new Set(forms.map(urlKey)).size).toBe(forms.length)
  })
})

describe('checkUrl', () => {
  test.each([
    ['https://shop.vn/ao', 'https://shop.vn/ao'],
    ['  shop.vn/ao  ', 'https://shop.vn/ao'],
    ['//shop.vn/ao', 'https://shop.vn/ao'],
    ['localhost:3000/x', 'https://localhost:3000/x'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://[::1]/', 'http://[::1]/'],
  ])('takes %s', (typed, url) => {
    expect(checkUrl(typed).href).toBe(url)
  })

  test.each([
    ['', /No URL/],
    ['ftp://shop.vn/a', /ftp: address/],
    ['javascript:alert(1)', /Only http and https/],
    ['file:///etc/passwd', /file: address/],
    ['https://', /is no URL/],
    ['https://user:secret@shop.vn/', /user name or password/],
    ['https://ao', /names no host/],
    ['https://a.vn https://b.vn', /one URL at a time/],
  ])('refuses %s', (typed, reason) => {
    expect(() => checkUrl(typed)).toThrow(BadInput)
    expect(() => checkUrl(typed)).toThrow(reason)
  })
})
