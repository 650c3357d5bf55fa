import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/page/verdict.ts'
import { listingsOf } from '../../src/sites/listing.ts'
import { readPage } from '../../src/sites/read.ts'
import { urlKey } from '../../src/sites/urls.ts'
import { pageOf, SHOP } from './page.ts'

const BOOK = { sites: [], siteOf: () => null, siteFor: () => null, keyOf: urlKey }
const xml = (body: string, path: string) => ({
  ...pageOf(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`, path),
  headers: { 'content-type': 'application/xml; charset=utf-8' },
})
const read = (body: string, path = 'sitemap.xml') => readPage(xml(body, path), null)
const links = (body: string, path?: string) =>
  read(body, path).links.map(({ url, role }) => [role, url.replace(SHOP, '/')])
const urlset = (...entries: readonly string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.map((entry) => `<url>${entry}</url>`).join('')}</urlset>`
const index = (...paths: readonly string[]) =>
  `<sitemapindex xmlns="x">${paths.map((path) => `<sitemap><loc>${SHOP}${path}</loc><lastmod>2026-11-01</lastmod></sitemap>`).join('')}</sitemapindex>`

describe('a sitemap', () => {
  test('is served, is an index, and is read from its data', () => {
    const page = xml(urlset(`<loc>${SHOP}san-pham/ao-1</loc>`), 'sitemap.xml')
    expect(judge(page).kind).toBe('served')
    expect(readPage(page, null)).toMatchObject({ kind: 'index', listings: [], why: 'addresses-only', feed: true })
  })

  test('index that names sitemaps of goods leads to those alone', () => {
    const wordpress = ['posts-post-1', 'posts-page-1', 'posts-product-1', 'taxonomies-product_cat-1', 'users-1']
    expect(links(index(...wordpress.map((name) => `wp-sitemap-${name}.xml`)))).toEqual([
      ['index', '/wp-sitemap-posts-product-1.xml'],
    ])
    expect(
      links(index('sitemap_products_1.xml?from=1&amp;to=2', 'sitemap_pages_1.xml', 'sitemap_blogs_1.xml')),
    ).toEqual([['index', '/sitemap_products_1.xml?from=1&to=2']])
  })

  test('index that names none leads to all but articles and people', () => {
    expect(links(index('1_vn_0_sitemap.xml', 'post-sitemap.xml', 'author-sitemap.xml'))).toEqual([
      ['index', '/1_vn_0_sitemap.xml'],
    ])
  })

  test('of goods holds goods; of everything, those with a picture or a word of goods, and other pages that may be indexes', () => {
    expect(links(urlset(`<loc>${SHOP}ao-1</loc>`), 'product-sitemap.xml')).toEqual([['listing', '/ao-1']])
    const mixed = urlset(
      `<loc>${SHOP}ao-1.html</loc><image:image><image:loc>${SHOP}a.jpg</image:loc></image:image>`,
      `<loc>${SHOP}san-pham/ao-2</loc>`,
      `<loc>${SHOP}danh-muc/ao</loc>`,
      `<loc>${SHOP}blog/mac-dep</loc>`,
      `<loc>${SHOP}gio-hang</loc>`,
      `<loc>${SHOP}ao-1.html</loc>`,
    )
    expect(links(mixed)).toEqual([
      ['listing', '/ao-1.html'],
      ['listing', '/san-pham/ao-2'],
      ['index', '/danh-muc/ao'],
    ])
  })

  test('asks the keys of a site that has them', () => {
    const key = (url: URL) => /-i(\d+)$/.exec(url.pathname)?.[1] ?? null
    const site = { id: 'cho', key } as unknown as Parameters<typeof readPage>[1]
    const roles = readPage(xml(urlset(`<loc>${SHOP}ao-i12</loc>`, `<loc>${SHOP}san-pham/</loc>`), 'a.xml'), site).links
    expect(roles.map(({ role }) => role)).toEqual(['listing', 'index'])
  })

  test('written with CDATA, comments, no prolog or upper-case escapes is read all the same', () => {
    const body = `<!-- made by hand --><urlset><url><!-- x --><loc><![CDATA[ ${SHOP}p/1?a=1&b=2 ]]></loc></url></urlset>`
    expect(readPage(pageOf(body, 'sitemap.xml'), null).links.map(({ url }) => url)).toEqual([`${SHOP}p/1?a=1&b=2`])
  })
})

describe('a feed of goods', () => {
  const item = `<item><g:id>AK-1</g:id><title>Áo khoác gió</title><link>${SHOP}ao-khoac</link>
    <description>&lt;p&gt;Vải dù hai lớp &amp;amp; mũ rời.&lt;/p&gt;</description><g:image_link>${SHOP}a.jpg</g:image_link>
    <g:additional_image_link>${SHOP}b.jpg</g:additional_image_link><g:price>650000.00 VND</g:price>
    <g:sale_price>450000.00 VND</g:sale_price><g:availability>in stock</g:availability><g:brand>Mây</g:brand></item>`
  const rss = (items: string) =>
    xml(
      `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Mây</title><link>${SHOP}</link>${items}</channel></rss>`,
      'feed.xml',
    )

  test('in RSS gives whole listings, each at its own address', () => {
    const page = rss(item)
    const [listing] = listingsOf(readPage(page, null), page, BOOK)
    expect(listing).toMatchObject({
      url: `${SHOP}ao-khoac`,
      title: 'Áo khoác gió',
      description: 'Vải dù hai lớp & mũ rời.',
      price: { amount: 450000, currency: 'VND' },
      listPrice: { amount: 650000 },
      availability: 'InStock',
      brand: 'Mây',
      images: [`${SHOP}a.jpg`, `${SHOP}b.jpg`],
    })
    expect(listing?.provenance.price).toBe('xml:item[0].g:sale_price')
  })

  test('in Atom with Shopify’s words takes the currency that stands beside the price', () => {
    const entry = `<entry><id>${SHOP}products/1</id><title>Khăn lụa</title><link rel="alternate" type="text/html" href="${SHOP}products/khan"/>
      <summary type="html"><![CDATA[<p>Lụa tơ tằm.</p>]]></summary><s:vendor>Tằm</s:vendor><s:variant><s:price currency="VND">320000</s:price></s:variant></entry>`
    const page = xml(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:s="x">${entry}</feed>`, 'collections/all.atom')
    expect(listingsOf(readPage(page, null), page, BOOK)[0]).toMatchObject({
      url: `${SHOP}products/khan`,
      price: { amount: 320000, currency: 'VND' },
      description: 'Lụa tơ tằm.',
    })
  })

  test('items without a price are addresses; articles are not followed', () => {
    const reading = readPage(
      rss(
        `<item><title>A</title><link>${SHOP}san-pham/a</link></item><item><title>B</title><link>${SHOP}blog/b</link></item>`,
      ),
      null,
    )
    expect([reading.listings.length, reading.links.map(({ url }) => url)]).toEqual([0, [`${SHOP}san-pham/a`]])
  })
})

describe('what is no feed', () => {
  test('XHTML with a prolog is a page', () => {
    const page = xml(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><head><title>Áo</title></head><body><h1>Áo</h1></body></html>',
      'ao',
    )
    expect(readPage(page, null).feed).toBe(false)
  })

  test.each([
    '<urlset>'.repeat(200_000),
    `<urlset>${'<url><loc>'.repeat(100_000)}`,
    `<rss>${'<a "'.repeat(200_000)}`,
    `<feed><![CDATA[${'x'.repeat(500_000)}`,
  ])('a hostile one ends (%#)', (body) => {
    expect(read(body).links).toEqual([])
  })

  test('any text between tags leaves the addresses whole', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/[<>&\]]/.test(text)),
        (text) => {
          expect(links(urlset(`<note>${text}</note><loc>${SHOP}p/1</loc>`))).toEqual([['listing', '/p/1']])
        },
      ),
    )
  })
})
