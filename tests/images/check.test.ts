import type { IncomingMessage, ServerResponse } from 'node:http'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { crawl } from '../../src/collect/crawl.ts'
import type { FetchFile } from '../../src/collect/types.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { openStore } from '../../src/store/store.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { memoryFrontier, start } from '../collect/memory-frontier.ts'
import { html, redirect, serve, type TestServer } from '../collect/servers.ts'
import { OPERATOR } from '../store/sample.ts'
import { drawn, written } from './drawn.ts'

const servers: TestServer[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})

const product = (images: readonly string[]) =>
  html(`<!doctype html><html lang="vi"><head><title>Túi xách</title><script type="application/ld+json">
${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Product', name: 'Túi xách', image: images, offers: { '@type': 'Offer', price: '450000', priceCurrency: 'VND' } })}
</script></head><body><h1>Túi xách</h1><p>450.000đ</p></body></html>`)

const picture =
  (bytes: Uint8Array) =>
  (_: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(bytes)
  }

const shop = async (robots: string) => {
  const said = await written(['TÚI LOUIS VUITTON REPLICA 1:1', 'Hàng fake loại 1', 'Zalo: 0912.345.678'])
  const server = await serve({
    '/robots.txt': (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(robots),
    '/tui-1.html': product(['/anh/1.png', '/anh/2.png']),
    '/anh/1.png': picture(said),
    '/anh/2.png': picture(await drawn(7, 300, 300)),
  })
  servers.push(server)
  return server
}

const check = async (server: TestServer, ...more: string[]) => {
  const home = tempHome()
  const url = `${server.url}/tui-1.html`
  const { code, out } = await soi(home, ['check', url, '--json', '--allow-private', '--rate', '50', ...more])
  const store = await openStore(home, { ...OPERATOR, readOnly: true })
  const [id] = await store.sightings.ids({})
  const { item, exhibits } = await store.sightings.get(id ?? 0)
  const images = await store.images.of(id ?? 0)
  await store.close()
  return { code, out, item, exhibits, images }
}

describe('a listing whose picture says what its words do not', async () => {
  const server = await shop('User-agent: *\nDisallow: /none')

  test('is flagged by the words in the picture, which is kept as an exhibit with the place of each word', async () => {
    const { code, item, exhibits, images } = await check(server)
    expect(code).toBe(ExitCode.Flagged)
    expect(item.listing.ocrText).toContain('REPLICA 1:1')
    expect(item.assessment.signals.flatMap(({ quotes }) => quotes).every(({ field }) => field === 'ocr_text')).toBe(
      true,
    )
    const [first] = item.pictures?.seen ?? []
    expect(item.listing.provenance.ocr_text).toBe(`ocr:${first?.sha256}`)
    expect(item.listing.contacts).toContainEqual({
      ...{ kind: 'zalo', value: '+84912345678', text: '0912.345.678', field: 'ocr_text' },
    })
    expect(exhibits.find(({ role }) => role === 'picture-1')?.sha256).toBe(first?.sha256)
    expect(images.length).toBe(2)
  })

  test('is not, and no picture is asked for, with --ocr off', async () => {
    const before = server.asked.length
    const { code, item } = await check(server, '--ocr', 'off')
    expect(code).toBe(ExitCode.Ok)
    expect([item.listing.ocrText, item.pictures]).toEqual([null, undefined])
    expect(server.asked.slice(before).filter((path) => path.startsWith('/anh/'))).toEqual([])
  })

  test('is left unread where robots.txt forbids its pictures, and that is said', async () => {
    const { item } = await check(await shop('User-agent: *\nDisallow: /*.png$'))
    expect(item.listing.ocrText).toBeNull()
    expect(item.pictures?.seen).toEqual([])
    expect(item.pictures?.missed.map(({ why }) => why)).toEqual([
      expect.stringMatching(/robots/),
      expect.stringMatching(/robots/),
    ])
  })
})

describe('a file of a page', () => {
  const fetched = async (server: TestServer, url: string): Promise<string> => {
    let said = ''
    await crawl({
      frontier: memoryFrontier([start(`${server.url}/`)]),
      handle: async (page, _, __, file: FetchFile) => {
        said = await file(url).then(
          ({ body }) => `${body.byteLength} bytes`,
          (error: Error) => `${error.name}: ${error.message}`,
        )
        const nothing = { finalUrl: page.url, site: 't', status: 200, pageHash: null, sightings: [], discovered: [] }
        return { ...nothing, outcome: 'served', reasons: [] }
      },
      fail: async (_, outcome, reasons) => ({
        ...{ finalUrl: null, site: 't', status: null, pageHash: null, sightings: [], discovered: [], outcome, reasons },
      }),
      limits: { maxVisits: 5, maxMinutes: 1 },
      politeness: { requestsPerSecond: null, concurrency: 4, robots: { override: null } },
      allowPrivate: true,
      browser: null,
      signal: new AbortController().signal,
      log: pino({ level: 'silent' }),
    })
    return said
  }
  const files = async () => {
    const server = await serve({
      '/': html('<p>page'),
      '/robots.txt': (_, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /no/'),
      '/large.png': picture(Buffer.alloc(300_000, 1)),
      '/huge.png': picture(Buffer.alloc(9_000_000, 1)),
      '/no/1.png': picture(Buffer.alloc(10)),
      '/round.png': redirect('/no/1.png'),
    })
    servers.push(server)
    return server
  }

  test('is fetched to its end, unlike a page that is a picture', async () => {
    const server = await files()
    expect(await fetched(server, `${server.url}/large.png`)).toBe('300000 bytes')
  })

  test.each([
    ['/huge.png', /too big/],
    ['/no/1.png', /robots/],
    ['/round.png', /robots/],
    ['/missing.png', /answered 404/],
  ])('%s is refused by name', async (path, why) => {
    const server = await files()
    expect(await fetched(server, `${server.url}${path}`)).toMatch(why)
  })

  test('on no web address is refused', async () => {
    const server = await files()
    expect(await fetched(server, 'file:///etc/passwd')).toMatch(/Refused/)
  })
})
