import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { LayoutChanged } from '../../src/errors.ts'
import { defineSite } from '../../src/sites/contract.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { ends, NO_SITES, newStore, plan, productPage, shelfPage, sweep, visitsOf } from '../faults/world.ts'

const open: TestServer[] = []
const started = async (server: Promise<TestServer>): Promise<TestServer> => {
  const running = await server
  open.push(running)
  return running
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A shelf and three goods with validators, of which `changed` has changed; counts whole answers. */
async function shop() {
  const state = { changed: '', whole: 0, robots: 'User-agent: *\nDisallow: /cart\n' }
  const server = await started(
    serve({ '/robots.txt': (_, response) => response.end(state.robots) }, (request, response) => {
      const path = request.url ?? ''
      const etag = `"${path}${state.changed === path ? '-2' : ''}"`
      if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end()
      state.whole += 1
      const body =
        path === '/'
          ? shelfPage(['/p/1', '/p/2', '/p/3'])
          : productPage(`${path}${state.changed === path ? ' mới' : ''}`)
      return html(body, { etag })(request, response)
    }),
  )
  return { state, url: `${server.url}/`, origin: server.url }
}

test('a second sweep downloads what changed alone, and still counts and follows what did not', async () => {
  const { state, url } = await shop()
  const store = await newStore()
  const first = await sweep(store, plan([url]))
  expect(first).toMatchObject({ listings: 3 })
  expect(state.whole).toBe(4)
  state.changed = '/p/2'
  const second = await sweep(store, plan([url]))
  expect(state.whole).toBe(5)
  expect(second.sweep).not.toBe(first.sweep)
  expect(second).toMatchObject({ listings: 3, end: 'finished' })
  expect(ends(second)).toEqual({ served: 4 })
  const visits = await visitsOf(store, second)
  expect(
    visits
      .filter(({ status }) => status === 304)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['/', '/p/1', '/p/3'])
  for (const { status, reasons } of visits)
    if (status === 304) expect(reasons).toMatch(/^not changed since it was read at 20/)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
})

test('a page that had not changed is fetched whole when it is flagged now, and --fresh and checks ask for everything', async () => {
  const { state, url } = await shop()
  const store = await newStore()
  await sweep(store, plan([url]))
  const standing = { kind: 'recalled', by: 'number', record: { name: 'Bình' }, snapshot: null, quote: null } as const
  const result = await sweep(store, plan([url]), {
    checks: async () => ({ claims: [], price: null, standings: [standing] }),
  })
  const flagged = result.flagged.length
  expect(flagged).toBe(3)
  expect(state.whole).toBe(7)
  await sweep(store, plan([url]), {}, { fresh: true })
  expect(state.whole).toBe(8 + flagged)
  await sweep(store, plan([url]), {}, { kind: 'check', fresh: true })
  expect(state.whole).toBe(12 + flagged)
  await store.close()
})

test('keeps what robots.txt said, with its text by its hash', async () => {
  const { state, url, origin } = await shop()
  const store = await newStore()
  const { sweep: id } = await sweep(store, plan([url]))
  const [robots] = await store.sweeps.robots(id)
  expect(robots).toMatchObject({
    origin,
    status: 200,
    decision: 'rules',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(await store.sweeps.robotsText(robots?.sha256 ?? '')).toBe(state.robots)
  await store.close()
})

test('visits the sitemaps of its own host that robots.txt names, where the plan says so', async () => {
  const { state, url, origin } = await shop()
  state.robots = `Sitemap: ${origin}/p/sitemap-1\nSitemap: https://elsewhere.example/sitemap.xml\n`
  const store = await newStore()
  const result = await sweep(store, plan([url], { sitemaps: true }))
  const paths = (await visitsOf(store, result)).map(({ path }) => path)
  expect(paths).toContain('/p/sitemap-1')
  expect(paths).toHaveLength(5)
  await store.close()
})

test('stops at its budget, and says what is left', async () => {
  const { url } = await shop()
  const store = await newStore()
  const limits = { visits: 100, minutes: 5, depth: 2, pictures: 0 }
  const few = await sweep(
    store,
    plan([url], { limits: { ...limits, requests: 2 }, rate: { per_host_per_second: 50, concurrency: 1 } }),
  )
  expect(few.crawl.ended).toBe('max-requests')
  expect(ends(few)).toMatchObject({ served: 1, 'not-reached': 3 })
  const small = await sweep(store, plan([url], { limits: { ...limits, megabytes: 0.0005 } }), {}, { fresh: true })
  expect(small.crawl.ended).toBe('max-bytes')
  await store.close()
})

test('outside its hours a sweep asks nothing, says until when, and an interrupt ends the wait', async () => {
  const { state, url } = await shop()
  const store = await newStore()
  const stop = new AbortController()
  const paused: string[] = []
  const hour = new Date(Date.now() + 10 * 3_600_000).getUTCHours()
  const clock = (h: number) => `${String(h % 24).padStart(2, '0')}:00`
  const windows = [
    {
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const,
      from: clock(hour),
      to: clock(hour + 1),
      time_zone: 'UTC',
    },
  ]
  const { pino } = await import('pino')
  const result = await sweep(store, plan([url], { windows: windows.map((one) => ({ ...one, days: [...one.days] })) }), {
    crawl: { browser: null, log: pino({ level: 'silent' }), signal: stop.signal },
    onPause: (until) => {
      paused.push(until)
      setTimeout(() => stop.abort(), 300)
    },
  })
  expect(paused).toEqual([expect.stringMatching(new RegExp(`T${clock(hour)}:00.000Z$`))])
  expect(result.end).toBe('interrupted')
  expect(state.whole).toBe(0)
  await store.close()
})

const gone = defineSite({
  id: 'doi-giao-dien',
  name: 'Đổi giao diện',
  hosts: ['127.0.0.1'],
  verified: 'none',
  verifiedBy: 'test',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 2, filled: {} },
  listing: (view) => {
    if (view.url.pathname !== '/p/1') throw new LayoutChanged('h1.ten: 0 found, 1 expected')
    return {}
  },
})

test('a site that no longer fits its file is broken: said in the run, in the ledger, and its pages are kept', async () => {
  const { url } = await shop()
  const store = await newStore()
  const book = { ...NO_SITES, sites: [gone], siteOf: () => gone, siteFor: () => gone }
  const result = await sweep(store, plan([url]), { book })
  expect(result.end).toBe('broken')
  expect(result.health).toMatchObject([
    {
      site: 'doi-giao-dien',
      state: 'broken',
      shortfalls: [
        { kind: 'layout', pages: 2, read: 4 },
        { kind: 'listings', found: 1, expected: 2 },
      ],
    },
  ])
  expect(await store.sweeps.health(result.sweep)).toEqual(result.health)
  expect((await store.sweeps.get(result.sweep)).state).toBe('broken')
  const actions: string[] = []
  for await (const { action } of store.ledger.entries()) actions.push(action)
  expect(actions).toContain('sweep.site-broken')
  const folder = join(store.home, 'quarantine', 'doi-giao-dien')
  expect(existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith('.html'))).toHaveLength(2)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
})
