import { expect, test } from 'vitest'
import type { FrontierRequest, Listing, NewRequest, Sighting, VerdictKind } from '../../src/domain.ts'
import type { Inspection } from '../../src/pipeline.ts'
import { defineSite, type Site } from '../../src/sites/contract.ts'
import type { Way, Ways } from '../../src/store/api.ts'
import { createRouter } from '../../src/sweep/ways.ts'
import { NO_SITES, newStore } from '../faults/world.ts'
import { aSighting } from '../store/sample.ts'

const NOW = Date.parse('2026-11-25T00:00:00Z')
const memory = (first: readonly Way[] = []): Ways & { readonly kept: Way[] } => {
  const kept = [...first]
  return { kept, all: () => kept, put: async (way) => void kept.push({ ...way, at: new Date(NOW).toISOString() }) }
}
const site = (needs: Site['needs']) =>
  defineSite({
    id: 'cho',
    name: 'Chợ',
    hosts: ['cho.example'],
    verified: 'none',
    verifiedBy: 'test',
    needs,
    currency: 'VND',
    expect: { minListings: 1, filled: {} },
  })
const book = (needs: Site['needs']) => ({ ...NO_SITES, siteOf: () => site(needs) })

const request = (id: number, role: NewRequest['role'] = 'listing'): FrontierRequest & NewRequest => ({
  id,
  url: `https://cho.example/mon/${id}`,
  key: String(id),
  host: 'cho.example',
  role,
  depth: 1,
  via: 'http',
  attempts: 0,
})
const sighting = aSighting({ key: 'm1', flagged: false })
const shown = (over: Partial<Listing> | null, verdict: VerdictKind = 'served'): Inspection => {
  const seen: readonly Sighting[] = over === null ? [] : [{ ...sighting, listing: { ...sighting.listing, ...over } }]
  return {
    verdict: { kind: verdict, reasons: [] },
    site: null,
    kind: 'listing',
    sightings: seen,
    links: [],
    why: null,
    feed: false,
  }
}
const shell = shown(null, 'empty-shell')

test('a page that HTTP reads whole is never tried in the browser', () => {
  const router = createRouter(memory(), book('http'), () => NOW)
  expect(router.again(request(1), shown({}))).toBe(false)
})

test('pages that stay shells are read in the browser at once after three trials, and the next run knows', async () => {
  const ways = memory()
  const router = createRouter(ways, book('http'), () => NOW)
  for (const id of [1, 2, 3]) {
    expect(router.route(request(id)).via).toBe('http')
    expect(router.again(request(id), shell)).toBe(true)
    await router.learn(request(id), shown({}))
  }
  expect(router.route(request(4)).via).toBe('browser')
  expect(router.route(request(5, 'index')).via).toBe('http')
  expect(createRouter(ways, book('http'), () => NOW).route(request(6)).via).toBe('browser')
  expect(createRouter(ways, book('http'), () => NOW + 40 * 24 * 3_600_000).route(request(7)).via).toBe('http')
})

test('a site whose file asks for a browser is read over HTTP where that says as much', async () => {
  const router = createRouter(memory(), book('browser'), () => NOW)
  for (const id of [1, 2, 3]) {
    expect(router.again(request(id), shown({}))).toBe(true)
    await router.learn(request(id), shown({}))
  }
  expect(router.route(request(4)).via).toBe('http')
  expect(router.again(request(4), shown({}))).toBe(false)
  expect(router.again(request(5), shell)).toBe(true)
})

test.each([
  ['another price', { price: { amount: 99_000, currency: 'VND', text: '99.000đ' } }],
  ['no price', { price: null }],
  ['half the description', { description: 'Bao test.' }],
  ['another title', { title: 'Đang tải' }],
])('over HTTP %s: the browser is worth it', async (_, poorer) => {
  const router = createRouter(memory(), book('browser'), () => NOW)
  for (const id of [1, 2, 3]) {
    router.again(request(id), shown(poorer))
    await router.learn(request(id), shown({}))
  }
  expect(router.route(request(4)).via).toBe('browser')
})

test('a browser that meets a wall teaches nothing', async () => {
  const ways = memory()
  const router = createRouter(ways, book('http'), () => NOW)
  for (const id of [1, 2, 3]) {
    router.again(request(id), shell)
    await router.learn(request(id), shown(null, 'blocked'))
  }
  expect(ways.kept).toEqual([])
  expect(router.route(request(4)).via).toBe('http')
})

test('what was learned is kept in the store', async () => {
  const store = await newStore()
  await store.ways.put({ site: 'cho', kind: 'listing', via: 'undecided', compared: 1, same: 0 })
  await store.ways.put({ site: 'cho', kind: 'listing', via: 'browser', compared: 3, same: 0 })
  expect(store.ways.all()).toMatchObject([{ site: 'cho', kind: 'listing', via: 'browser', compared: 3 }])
  await store.close()
})
