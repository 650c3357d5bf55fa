import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readSaved } from '../../src/page/saved.ts'
import { scanOf } from '../../src/page/scan.ts'
import { isSoftware, loadSites } from '../../src/sites/load.ts'
import { asking } from '../../src/sites/marks.ts'

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
  const page = pageOf(id, name)
  const made = { html: scanOf(page).raw, headers: page.headers, url: new URL(page.url) }
  const found = engines.filter(ask(made))
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
    ['an empty page', ''],
  ])('%s is nobody’s', (_what, html) => {
    const made = { html, headers: {}, url: new URL('https://trang.example/bai-viet') }
    expect(engines.filter(ask(made)).map(({ id }) => id)).toEqual([])
  })
})

test('a make that describes its threads as others do is known by its own marks', () => {
  const thread = '<script type="application/ld+json">{"@type":"DiscussionForumPosting"}</script>'
  const page = (html: string) =>
    readSaved(Buffer.from(html), { name: 'thread.html', url: 'https://dien-dan.example/t/1' })
  expect(book.siteFor(page(`<html id="XF">${thread}`))?.id).toBe('xenforo')
  expect(book.siteFor(page(`<html>${thread}`))?.id).toBe('forum')
})
