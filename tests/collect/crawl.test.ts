import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { crawl } from '../../src/collect/crawl.ts'
import type { CrawlOptions, Handled, Recorded } from '../../src/collect/types.ts'
import type { FrontierRequest, Page } from '../../src/domain.ts'
import { CannotWrite } from '../../src/errors.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { type MemoryFrontier, memoryFrontier, start } from './memory-frontier.ts'
import { html, redirect, serve, type TestServer } from './servers.ts'

const open: TestServer[] = []
const started = async (server: Promise<TestServer>): Promise<TestServer> => {
  const running = await server
  open.push(running)
  return running
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

const nothing = { finalUrl: null, site: 'test', status: null, pageHash: null, sightings: [], discovered: [] } as const
const served = (page: Page): Recorded => ({
  ...nothing,
  outcome: 'served',
  reasons: [],
  finalUrl: page.url,
  status: page.status,
})
const text = (page: Page) => Buffer.from(page.body).toString('utf8')

const run = (frontier: MemoryFrontier, more: Partial<CrawlOptions> = {}) =>
  crawl({
    frontier,
    handle: async (page) => served(page),
    fail: async (_, outcome, reasons) => ({ ...nothing, outcome, reasons }),
    limits: { maxVisits: Number.POSITIVE_INFINITY, maxMinutes: 1 },
    politeness: { requestsPerSecond: null, concurrency: 16, robots: { override: null } },
    allowPrivate: true,
    browser: null,
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    ...more,
  })

/** path of the visited URL → outcome and first reason. */
const outcomes = (frontier: MemoryFrontier): Record<string, string> =>
  Object.fromEntries(
    frontier.visits.map(({ request, outcome, reasons }) => [
      new URL(request.url).pathname,
      [outcome, ...reasons].join(': '),
    ]),
  )

describe('a crawl', () => {
  test('visits what it was given and what the visits discover, each once, and says that nothing is left', async () => {
    const server = await started(serve({}, (request, response) => html(`<p>${request.url}`)(request, response)))
    const frontier = memoryFrontier([start(`${server.url}/0`)])
    const handle = async (page: Page, request: FrontierRequest): Promise<Handled> => ({
      ...served(page),
      discovered:
        request.depth < 3 ? [1, 2].map((n) => ({ ...start(`${page.url}${n}`), depth: request.depth + 1 })) : [],
    })
    const summary = await run(frontier, { handle })
    expect(summary).toMatchObject({ visits: 15, ended: 'empty', waiting: 0 })
    expect(new Set(server.asked).size).toBe(server.asked.length)
    expect(await frontier.counts()).toEqual({ waiting: 0, leased: 0, done: 15 })
  })

  test('keeps an error page, a strange charset and a JSON answer whole for its reader', async () => {
    const latin = Buffer.from('<p>caf\xe9', 'latin1')
    const server = await started(
      serve({
        '/500': (_, response) => response.writeHead(500).end('lỗi'),
        '/charset': (_, response) =>
          response.writeHead(200, { 'content-type': 'text/html; charset=windows-1258' }).end(latin),
        '/json': (_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":1}'),
      }),
    )
    const bodies = new Map<string, Uint8Array>()
    const frontier = memoryFrontier(['/500', '/charset', '/json'].map((path) => start(server.url + path)))
    const handle = async (page: Page) => {
      bodies.set(new URL(page.url).pathname, page.body)
      return served(page)
    }
    await run(frontier, { handle })
    expect(frontier.visits.map(({ status }) => status).sort()).toEqual([200, 200, 500])
    expect(bodies.get('/charset')).toEqual(latin)
    expect(Buffer.from(bodies.get('/500') ?? []).toString()).toBe('lỗi')
  })

  test('asks robots.txt first, of redirect targets too, and leaves alone what it disallows', async () => {
    const server = await started(
      serve({
        '/robots.txt': (_, response) => response.end('User-agent: *\nDisallow: /kin\n'),
        '/kin': html('private'),
        '/ngo': redirect('/kin'),
        '/mo': html('public'),
      }),
    )
    const frontier = memoryFrontier(['/kin', '/ngo', '/mo'].map((path) => start(server.url + path)))
    const summary = await run(frontier)
    expect(outcomes(frontier)).toEqual({
      '/kin': expect.stringMatching(/^not-reached: robots\.txt/),
      '/ngo': expect.stringMatching(/^not-reached: robots\.txt/),
      '/mo': 'served',
    })
    expect(server.asked).not.toContain('/kin')
    expect(summary.robots).toMatchObject([{ origin: server.url, status: 200 }])
  })

  test('reads nothing on a host whose robots.txt answers 503', async () => {
    const server = await started(
      serve({ '/robots.txt': (_, response) => response.writeHead(503).end(), '/a': html('x') }),
    )
    const frontier = memoryFrontier([start(`${server.url}/a`)])
    await run(frontier)
    expect(outcomes(frontier)['/a']).toMatch(/not-reached: .*503/)
    expect(server.asked).toEqual(['/robots.txt'])
  })

  test('keeps the crawl-delay a site asks for', async () => {
    const at: number[] = []
    const server = await started(
      serve({ '/robots.txt': (_, response) => response.end('User-agent: *\nCrawl-delay: 0.4\n') }, (_, response) => {
        at.push(Date.now())
        response.end('x')
      }),
    )
    const frontier = memoryFrontier([1, 2, 3].map((n) => start(`${server.url}/${n}`)))
    await run(frontier, { politeness: { requestsPerSecond: null, concurrency: 1, robots: { override: null } } })
    const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0))
    expect(gaps).toHaveLength(2)
    for (const gap of gaps) expect(gap).toBeGreaterThan(350)
  })

  test('comes back after Retry-After and then reads the page', async () => {
    const at: number[] = []
    const server = await started(
      serve({
        '/a': (_, response) => {
          at.push(Date.now())
          if (at.length === 1) response.writeHead(429, { 'retry-after': '1' }).end('slow down')
          else response.end('here')
        },
      }),
    )
    const frontier = memoryFrontier([start(`${server.url}/a`)])
    const summary = await run(frontier)
    expect(summary).toMatchObject({ visits: 1, retries: 1, outcomes: { served: 1 } })
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900)
  })

  test('does not wait for a host that closes itself for a day', async () => {
    const server = await started(
      serve({}, (_, response) => response.writeHead(503, { 'retry-after': '86400' }).end('tomorrow')),
    )
    const frontier = memoryFrontier([start(`${server.url}/a`), start(`${server.url}/b`)])
    await run(frontier, { politeness: { requestsPerSecond: null, concurrency: 1, robots: { override: null } } })
    expect(outcomes(frontier)['/b']).toMatch(/not-reached: .*left alone until/)
  })

  test('tries a broken connection three times and then counts it as failed', async () => {
    let tries = 0
    const server = await started(
      serve({
        '/a': (request) => {
          tries += 1
          request.socket.resetAndDestroy()
        },
      }),
    )
    const frontier = memoryFrontier([start(`${server.url}/a`)])
    const summary = await run(frontier)
    expect(summary).toMatchObject({ retries: 2, outcomes: { failed: 1 } })
    expect(tries).toBe(3)
  }, 20_000)

  test('refuses private addresses without permission and says what permits them', async () => {
    const server = await started(serve({ '/a': html('x') }))
    const frontier = memoryFrontier([start(`${server.url}/a`)])
    await run(frontier, { allowPrivate: false })
    expect(outcomes(frontier)['/a']).toMatch(/not-reached: .*127\.0\.0\.1.*--allow-private/)
    expect(server.asked).toEqual([])
  })

  test('stops at its limit and leaves the rest waiting', async () => {
    const server = await started(serve({}, html('x')))
    const frontier = memoryFrontier(Array.from({ length: 20 }, (_, n) => start(`${server.url}/${n}`)))
    const summary = await run(frontier, { limits: { maxVisits: 5, maxMinutes: 1 } })
    expect(summary).toMatchObject({ visits: 5, ended: 'max-visits', waiting: 15 })
    expect(await frontier.counts()).toEqual({ waiting: 15, leased: 0, done: 5 })
  })

  test('stopped by its user it records what is under way, and a second run does the rest, each page once', async () => {
    const server = await started(serve({}, (_, response) => void setTimeout(() => response.end('x'), 20)))
    const frontier = memoryFrontier(Array.from({ length: 40 }, (_, n) => start(`${server.url}/${n}`)))
    const stop = new AbortController()
    const onVisit = () => {
      if (frontier.visits.length === 10) stop.abort()
    }
    const first = await run(frontier, { signal: stop.signal, onVisit, concurrency: 4 })
    expect(first.ended).toBe('aborted')
    expect(first.visits).toBeLessThan(40)
    expect((await frontier.counts()).leased).toBe(0)
    const second = await run(frontier)
    expect(first.visits + second.visits).toBe(40)
    const pages = server.asked.filter((path) => path !== '/robots.txt')
    expect(pages).toHaveLength(new Set(pages).size)
  })

  test('stopped while a server hangs it ends within seconds and puts the request back', async () => {
    const server = await started(serve({ '/hang': () => undefined }))
    const frontier = memoryFrontier([start(`${server.url}/hang`)])
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 300)
    const summary = await run(frontier, { signal: stop.signal })
    expect(summary).toMatchObject({ visits: 0, ended: 'aborted', waiting: 1 })
  }, 10_000)

  test('a fast host does not wait behind a slow one', async () => {
    const slow = await started(
      serve({ '/robots.txt': (_, response) => response.end('User-agent: *\nCrawl-delay: 60\n') }, html('x')),
    )
    const fast = await started(serve({}, html('x')))
    const urls = [
      ...Array.from({ length: 10 }, (_, n) => `${slow.url}/${n}`),
      ...Array.from({ length: 10 }, (_, n) => `${fast.url}/${n}`),
    ]
    const frontier = memoryFrontier(urls.map((url) => start(url)))
    const stop = new AbortController()
    const onVisit = () => {
      if (frontier.visits.filter(({ finalUrl }) => finalUrl?.startsWith(fast.url)).length === 10) stop.abort()
    }
    await run(frontier, {
      signal: stop.signal,
      onVisit,
      concurrency: 2,
      politeness: { requestsPerSecond: null, concurrency: 1, robots: { override: null } },
    })
    expect(fast.asked.filter((path) => path !== '/robots.txt')).toHaveLength(10)
  })

  test('an error of the store ends it with that error; a defect on one page counts against the page', async () => {
    const server = await started(serve({}, html('x')))
    const full = memoryFrontier([start(`${server.url}/a`)])
    const noSpace = async () => {
      throw new CannotWrite('disk full')
    }
    await expect(run(full, { handle: noSpace })).rejects.toThrow('disk full')
    const frontier = memoryFrontier([start(`${server.url}/bad`), start(`${server.url}/good`)])
    const handle = async (page: Page) => {
      if (page.url.endsWith('/bad')) throw new TypeError('undefined is not a function')
      return served(page)
    }
    await run(frontier, { handle })
    expect(outcomes(frontier)).toEqual({ '/bad': 'failed: undefined is not a function', '/good': 'served' })
  })

  test('leaves no Ctrl-C handler of Crawlee behind, nor one that fights ours', async () => {
    const server = await started(serve({}, (_, response) => void setTimeout(() => response.end('x'), 200)))
    const before = process.listeners('SIGINT')
    let during = before
    const frontier = memoryFrontier([start(`${server.url}/a`)])
    await run(frontier, {
      onVisit: () => {
        during = process.listeners('SIGINT')
      },
    })
    expect(during).toEqual(before)
    expect(process.listeners('SIGINT')).toEqual(before)
  })

  test('without a browser a page that needs one fails and says so', async () => {
    const server = await started(serve({ '/app': html('<div id=root></div>') }))
    const frontier = memoryFrontier([start(`${server.url}/app`)])
    await run(frontier, { handle: async () => ({ again: 'browser' }) })
    expect(outcomes(frontier)['/app']).toMatch(/failed: .*browser/)
  })
})

const root = new URL('../..', import.meta.url).pathname
const browser = { chromium: null, root }

describe.skipIf(findBrowser(browser) === null)('a crawl with a browser', () => {
  const app = '<!doctype html><div id=root></div><script>root.textContent = "Giày " + "thể thao"</script>'

  test('reads an empty shell again in the browser, whole and with the address it came from', async () => {
    let agent = ''
    const server = await started(
      serve({
        '/app': (request, response) => {
          agent = request.headers['user-agent'] ?? ''
          html(app)(request, response)
        },
      }),
    )
    const frontier = memoryFrontier([start(`${server.url}/app`)])
    const seen: Page[] = []
    const handle = async (page: Page): Promise<Handled> => {
      seen.push(page)
      return text(page).includes('Giày thể thao') ? served(page) : { again: 'browser' }
    }
    const summary = await run(frontier, { handle, browser })
    expect(summary).toMatchObject({ visits: 1, outcomes: { served: 1 } })
    expect(seen.map(({ via }) => via)).toEqual(['http', 'browser'])
    expect(seen[1]).toMatchObject({ status: 200, remoteAddress: '127.0.0.1', url: `${server.url}/app` })
    expect(agent).toMatch(/Chrome.* Soi\/\d/)
  })

  test('refuses private addresses in the browser as it does without, and a broken page is a failure', async () => {
    const server = await started(serve({ '/app': html(app) }))
    const gone = await serve({})
    await gone.close()
    const refused = memoryFrontier([start(`${server.url}/app`, 'browser')])
    await run(refused, { browser, allowPrivate: false })
    expect(outcomes(refused)['/app']).toMatch(/not-reached: .*--allow-private/)
    expect(server.asked).toEqual([])
    const missing = memoryFrontier([start(`${gone.url}/x`, 'browser')])
    await run(missing, {
      browser,
      politeness: { requestsPerSecond: null, concurrency: 4, robots: { override: 'test' } },
    })
    expect(outcomes(missing)['/x']).toMatch(/^failed: /)
  }, 40_000)
})
