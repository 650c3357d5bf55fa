import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CATEGORIES } from '../../src/domain.ts'
import { ask } from './ask.ts'
import { LISTINGS, SHELF, UNREADABLE } from './cho-mau/listings.ts'
import { PER_PAGE } from './cho-mau/pages.ts'
import { POSTS } from './hoi-nhom/posts.ts'
import { type Samples, serveSamples } from './serve.ts'

let samples: Samples
const market = (path: string) => ask(new URL(path, samples.market).href)
const social = (path: string) => ask(new URL(path, samples.social).href)
const linksIn = (html: string) => [...html.matchAll(/href="([^"#]+)"/g)].map(([, href]) => href ?? '')
const listingLinks = (html: string) => linksIn(html).filter((href) => href.startsWith('/san-pham/'))

beforeAll(async () => {
  samples = await serveSamples()
})
afterAll(async () => samples.close())

describe('the goods', () => {
  test('cover every category, in the open or in disguise, and hold twice as many honest listings', () => {
    const flagged = LISTINGS.filter(({ truth }) => truth.length > 0)
    expect(new Set(flagged.flatMap(({ truth }) => truth))).toEqual(new Set(CATEGORIES))
    expect(flagged.filter(({ manner }) => manner === 'evasive').length).toBeGreaterThanOrEqual(6)
    expect(LISTINGS.length - flagged.length).toBeGreaterThanOrEqual(2 * flagged.length)
  })

  test('are traps or ordinary exactly where nothing should be found', () => {
    for (const { truth, manner } of LISTINGS) expect(truth.length === 0).toBe(['trap', 'ordinary'].includes(manner))
    expect(new Set(SHELF.map(({ id }) => id)).size).toBe(SHELF.length)
  })
})

describe('the market', () => {
  test('leads from its front page over rel=next to every listing, a page at a time', async () => {
    const front = await market('/')
    expect(front.status).toBe(200)
    expect(front.text).toContain('trang mẫu để thử phần mềm')
    const found = new Set<string>()
    let next: string | undefined = linksIn(front.text).find((href) => href === '/danh-muc/tat-ca')
    while (next) {
      const page: string = (await market(next)).text
      const shown = new Set(listingLinks(page))
      expect(shown.size).toBeLessThanOrEqual(PER_PAGE)
      for (const link of shown) found.add(link)
      next = /<a rel="next" href="([^"]+)"/.exec(page)?.[1]
    }
    expect(found).toEqual(new Set(SHELF.map(({ path }) => path)))
    expect((await market('/danh-muc/tat-ca?trang=99')).status).toBe(404)
  })

  test('prints the title and the price of every listing, and its words nowhere unescaped', async () => {
    for (const { path, title, price } of LISTINGS) {
      const { status, text } = await market(path)
      expect(status).toBe(200)
      expect(/<h1[^>]*>([^<]+)/.exec(text)?.[1]).toBe(title.replaceAll('&', '&amp;'))
      expect(/gia__ban">([^<]+)/.exec(text)?.[1]).toBe(price)
    }
  })

  test('states JSON-LD on some pages, microdata on others and nothing but its looks on the rest', async () => {
    for (const markup of ['jsonld', 'microdata', 'none'] as const) {
      const one = LISTINGS.find((listing) => listing.markup === markup && listing.dong !== null)
      const { text } = await market(one?.path ?? '')
      const block = /<script type="application\/ld\+json">(.+?)<\/script>/s.exec(text)?.[1]
      expect(block !== undefined).toBe(markup === 'jsonld')
      expect(text.includes('itemtype="https://schema.org/Product"')).toBe(markup === 'microdata')
      if (block) expect(JSON.parse(block)).toMatchObject({ name: one?.title, offers: { price: String(one?.dong) } })
    }
  })

  test('answers a removed listing with 410, a blocked one with a challenge and a walled one with its login page', async () => {
    expect((await market(UNREADABLE.removed.path)).status).toBe(410)
    const blocked = await market(UNREADABLE.blocked.path)
    expect([blocked.status, blocked.text.includes('Xác minh bạn là người')]).toEqual([403, true])
    const walled = await market(UNREADABLE['login-wall'].path)
    expect([walled.status, walled.location?.startsWith('/dang-nhap?tiep=')]).toEqual([302, true])
    expect((await market(walled.location ?? '')).text).toContain('type="password"')
  })

  test('finds goods with and without Vietnamese marks', async () => {
    const marked = listingLinks((await market('/tim-kiem?q=đồng+hồ')).text)
    expect(marked.length).toBeGreaterThan(3)
    expect(listingLinks((await market('/tim-kiem?q=dong+ho')).text)).toEqual(marked)
  })

  test('keeps robots out of the cart, though it links to it, and offers a PDF', async () => {
    expect((await market('/robots.txt')).text).toContain('Disallow: /gio-hang')
    const links = linksIn((await market('/')).text)
    expect(links).toContain('/gio-hang')
    const pdf = await market(links.find((href) => href.endsWith('.pdf')) ?? '')
    expect([pdf.type, pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
  })

  test('draws every picture, also as PNG, and leads an old slug to the present page', async () => {
    const { id, path } = LISTINGS[0] ?? { id: 0, path: '' }
    expect((await market(`/anh/${id}-3.svg`)).type).toBe('image/svg+xml')
    expect((await market(`/anh/${id}-0.png`)).body.subarray(1, 4).toString()).toBe('PNG')
    expect((await market(`/san-pham/ten-cu-${id}`)).location).toBe(path)
  })

  test('remembers who asked for what', async () => {
    await market('/chinh-sach')
    expect(samples.seen.at(-1)).toMatchObject({ path: '/chinh-sach', host: new URL(samples.market).host })
  })
})

describe('the feed', () => {
  test('sends a shell without a word of any post, and the posts to its script', async () => {
    const { status, text } = await social('/')
    expect(status).toBe(200)
    const api = JSON.parse((await social('/api/bai-viet?duong-dan=/')).text)
    expect(api.posts).toHaveLength(POSTS.length)
    for (const post of POSTS) expect(text).not.toContain(post.lines[0])
  })

  test('has a page for each post, group and person, and none for others', async () => {
    const { posts, groups } = JSON.parse((await social('/api/bai-viet?duong-dan=/')).text)
    for (const path of [posts[0].url, posts[0].author.url, `/nhom/${groups[0].slug}`]) {
      expect((await social(path)).status).toBe(200)
    }
    expect((await social('/bai/1')).status).toBe(404)
  })

  test('states the price inside its text', () => {
    for (const { price, lines } of POSTS) if (price !== null) expect(lines.join(' ')).toContain(price)
  })
})
