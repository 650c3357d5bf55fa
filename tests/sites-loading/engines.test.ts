import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readSaved } from '../../src/page/saved.ts'
import type { Site } from '../../src/sites/contract.ts'
import { isSoftware, loadSites } from '../../src/sites/load.ts'
import { asking } from '../../src/sites/marks.ts'
import { randomFrom } from '../bench/random.ts'

const crawlers = fileURLToPath(new URL('../../crawlers/', import.meta.url))
const saved = fileURLToPath(new URL('../crawlers/', import.meta.url))
const book = await loadSites([crawlers])
const engines = book.sites.filter(isSoftware)
const ask = asking(engines)

const pageOf = (id: string, name: string) => {
  const bytes = readFileSync(`${saved}${id}/${name}`)
  const end = bytes.indexOf('\n')
  const [url, body] = name.endsWith('.api')
    ? [bytes.subarray(0, end).toString(), bytes.subarray(end + 1)]
    : [null, bytes]
  return readSaved(body, { name, url })
}
const all = book.sites.flatMap(({ id }) =>
  existsSync(saved + id)
    ? readdirSync(saved + id)
        .filter((name) => /\.(?:html|api)$/.test(name))
        .map((name) => [id, name] as const)
    : [],
)
const whoMade = (id: string, name: string) => {
  const found = engines.filter(ask(pageOf(id, name)))
  const own = found.filter(({ fallback }) => !fallback)
  return (own.length > 0 ? own : found).map((engine) => engine.id)
}

describe('shop and forum software is told by its pages', () => {
  test.each(all)('%s: %s is recognised by its own file alone', (id, name) => {
    const own = engines.some((engine) => engine.id === id) ? [id] : []
    expect(whoMade(id, name)).toEqual(own)
  })

  test.each([
    [
      'a blog on WordPress',
      '<link href="/wp-content/themes/x/style.css"><meta name="generator" content="WordPress 6.4">',
    ],
    [
      'an article that talks of shop software',
      '<p>So sánh Shopify, Haravan, Sapo, WooCommerce, OpenCart, Magento và PrestaShop</p>',
    ],
    [
      'a page with pictures kept by a shop system',
      '<img src="https://cdn.shopify.com/s/files/1/a.jpg"><img src="//product.hstatic.net/1/a.jpg">',
    ],
    ['an empty page', '<html><body></body></html>'],
  ])('%s is nobody’s', (_what, html) => {
    const page = readSaved(Buffer.from(html), { name: 'bai-viet.html', url: 'https://trang.example/bai-viet' })
    expect(engines.filter(ask(page)).map(({ id }) => id)).toEqual([])
  })
})

test.each([
  ['utf8', ''],
  ['utf8', '\uFEFF'],
  ['utf16le', '\uFEFF'],
] as const)(
  'marks are found in the first 64 KB of a page in %s that begins with %j, and no further',
  (charset, bom) => {
    const page = (words: number) => {
      const html = `${bom}<html><p>${'ữ '.repeat(words)}</p><script src="/catalog/view/javascript/a.js">`
      return readSaved(Buffer.from(html, charset), { name: 'trang.html', url: 'https://cua-hang.example/a' })
    }
    expect(book.siteFor(page(15_000))?.id).toBe('opencart')
    expect(book.siteFor(page(40_000))).toBeNull()
  },
)

test('a make that describes its threads as others do is known by its own marks', () => {
  const thread = '<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>'
  const page = (html: string) =>
    readSaved(Buffer.from(html), { name: 'thread.html', url: 'https://dien-dan.example/t/1' })
  expect(book.siteFor(page(`<html id="XF">${thread}`))?.id).toBe('xenforo')
  expect(book.siteFor(page(`<html>${thread}`))?.id).toBe('forum')
})

test('every mark that stands in a page is found, and no other, whatever stands about it', () => {
  const { recognises: _, ...one } = engines[0] as Site
  const makes: Site[] = ['abcd', 'abcdabcx', 'bcda', 'dddd', 'aaaab'].map((mark) => ({ ...one, marks: [mark] }))
  const asked = asking(makes)
  const random = randomFrom(7)
  for (let round = 0; round < 400; round++) {
    const html = `<p>${Array.from({ length: 60 }, () => 'aaabcdxữ'[Math.floor(random() * 8)]).join('')}`
    const charset = round % 2 === 0 ? 'utf8' : 'utf16le'
    const page = readSaved(Buffer.from(`\uFEFF${html}`, charset), { name: 'a.html', url: 'https://a.example/a' })
    const found = makes.filter(asked(page)).flatMap(({ marks = [] }) => marks)
    const there = makes.flatMap(({ marks = [] }) => marks).filter((mark) => html.includes(mark))
    expect(found, html).toEqual(there)
  }
})
