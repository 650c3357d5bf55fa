import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { openBrowser } from '../../src/capture/browser.ts'
import type { Capture } from '../../src/domain.ts'
import { CannotWrite } from '../../src/errors.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import type { Store } from '../../src/store/store.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { ends, newStore, plan, productPage, sweep, visitsOf } from './world.ts'

const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

const GOODS = 6
/** A shop whose every listing is flagged by its own words, so that each is captured. */
async function shop(): Promise<readonly string[]> {
  const server = await serve({}, (request, response) =>
    html(productPage(`${request.url} rep 1:1 siêu cấp, hàng super fake đồng hồ Rolex`))(request, response),
  )
  open.push(server)
  return Array.from({ length: GOODS }, (_, n) => `${server.url}/p/${n}`)
}

const whole = (url: string): Capture => ({
  page: {
    requestedUrl: url,
    url,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from(productPage(new URL(url).pathname)),
    fetchedAt: new Date().toISOString(),
    via: 'browser',
    remoteAddress: null,
  },
  verdict: { kind: 'served', reasons: ['thử'] },
  artifacts: [{ role: 'screenshot', mediaType: 'image/png', bytes: Buffer.from(`png ${url}`) }],
  takenAt: new Date().toISOString(),
  browser: 'thử',
  missing: [],
})

test('a browser that fails on some pages costs those captures, said beside each, and no listing', async () => {
  const targets = await shop()
  const store = await newStore()
  let n = 0
  const capture = async (url: string) => {
    n += 1
    if (n % 2) throw new Error('Target page, context or browser has been closed')
    return whole(url)
  }
  const result = await sweep(store, plan(targets), { browser: { capture } })
  expect(ends(result)).toEqual({ served: GOODS })
  expect(result.flagged).toHaveLength(GOODS)
  const kept = await Promise.all(result.flagged.map((id) => store.sightings.get(id)))
  expect(kept.filter(({ item }) => item.captureError?.includes('closed'))).toHaveLength(GOODS / 2)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
})

/** The store of a disk that is full after so many visits. */
const filling = (store: Store, room: number): Store => ({
  ...store,
  frontier(id) {
    const frontier = store.frontier(id)
    let left = room
    return {
      ...frontier,
      record: async (visit) => {
        left -= 1
        if (left < 0) throw new CannotWrite('no space left on the disk')
        return frontier.record(visit)
      },
    }
  },
})

test('a disk that is full while capturing ends the run under its name; what was recorded stays, and a run with room does the rest', async () => {
  const targets = await shop()
  const store = await newStore()
  const browser = { capture: async (url: string) => whole(url) }
  const slow = plan(targets, { rate: { per_host_per_second: 10_000, concurrency: 1 } })
  await expect(sweep(filling(store, 2), slow, { browser })).rejects.toThrow(CannotWrite)
  expect(await store.sightings.ids({})).toHaveLength(2)
  const result = await sweep(store, slow, { browser })
  expect(result.resumed).toBe(true)
  expect(result.crawl.visits).toBe(GOODS - 2)
  expect(ends(result)).toEqual({ served: GOODS })
  expect(new Set((await visitsOf(store, result)).map(({ path }) => path)).size).toBe(GOODS)
  expect((await store.verify()).problems).toEqual([])
  await store.close()
})

const chromium = findBrowser({ chromium: null, root: new URL('../..', import.meta.url).pathname })

test.skipIf(chromium === null)(
  'a page whose script never rests is captured or counted, and the pages after it too',
  async () => {
    const server = await serve({}, (request, response) => {
      const hangs = request.url === '/p/0'
      const script = hangs ? '<script>addEventListener("load", () => { for (;;) {} })</script>' : ''
      html(productPage(`${request.url} rep 1:1 siêu cấp, hàng super fake đồng hồ Rolex`, script))(request, response)
    })
    open.push(server)
    const store = await newStore()
    const log = pino({ level: 'silent' })
    const root = new URL('../..', import.meta.url).pathname
    const browser = await openBrowser({ chromium: null, root, allowPrivate: true, userAgent: 'Soi/test', log })
    const targets = [0, 1].map((n) => `${server.url}/p/${n}`)
    const result = await Promise.race([sweep(store, plan(targets), { browser }), sleep(55_000, null)])
    expect(result && ends(result)).toEqual({ served: 2 })
    const kept = await Promise.all((result?.flagged ?? []).map((id) => store.sightings.get(id)))
    const byPath = Object.fromEntries(kept.map(({ item }) => [new URL(item.finalUrl).pathname, item]))
    expect(byPath['/p/1']?.captureError).toBeNull()
    expect(byPath['/p/0']?.captureError ?? byPath['/p/0']?.capture?.missing.join()).toMatch(/./)
    await browser.close()
    await store.close()
  },
)
