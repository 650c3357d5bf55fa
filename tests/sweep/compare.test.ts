import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { OUTCOMES } from '../../src/domain.ts'
import { compareRuns } from '../../src/sweep/compare.ts'
import { askedPages, fateOf } from '../../src/sweep/fate.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { NO_SITES, newStore, plan, productPage, shelfPage, sweep } from '../faults/world.ts'

const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A shop whose shelf and pages the test changes between runs. */
async function changingShop() {
  const shop = {
    shelf: ['1', '2', '3', '4', '5'] as readonly string[],
    cheap: new Set<string>(),
    gone: new Set<string>(),
    walled: new Set<string>(),
  }
  const wall = '<!doctype html><title>Access denied</title><h1>Access denied</h1><p>Verify you are human: captcha</p>'
  const server = await serve({}, (request, response) => {
    const path = request.url ?? '/'
    const n = path.slice(3)
    if (shop.walled.has(path)) response.writeHead(403, { 'content-type': 'text/html' }).end(wall)
    else if (path === '/') html(shelfPage(shop.shelf.map((each) => `/p/${each}`)))(request, response)
    else if (shop.gone.has(n)) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Tin đã bị gỡ</h1>')
    else html(shop.cheap.has(n) ? productPage(n).replace('150000', '90000') : productPage(n))(request, response)
  })
  open.push(server)
  return { server, shop }
}

const numbers = (all: readonly { readonly url: string }[]) => all.map(({ url }) => url.split('/').at(-1)).sort()

test('new, gone, changed, back again – and not seen because of a wall, which is never gone', async () => {
  const { server, shop } = await changingShop()
  const store = await newStore()
  const spec = plan([`${server.url}/`])
  const run = async () => (await sweep(store, spec, {}, { fresh: true })).sweep
  const first = await run()
  shop.shelf = ['1', '2', '3', '4']
  const second = await run()
  shop.shelf = ['1', '2', '3', '4', '5', '6']
  shop.cheap.add('1')
  shop.gone.add('2')
  shop.walled.add('/p/3')
  const third = await run()
  const told = await compareRuns(store, third, second, NO_SITES.keyOf)
  expect([told.a.id, told.b.id]).toEqual([second, third])
  expect(numbers(told.fresh)).toEqual(['6'])
  expect(numbers(told.back)).toEqual(['5'])
  expect(told.changed).toMatchObject([{ changes: [{ field: 'price', before: '150000 VND', after: '90000 VND' }] }])
  expect(told.gone).toMatchObject([{ url: `${server.url}/p/2`, why: 'removed' }])
  expect(told.unseen).toMatchObject([{ url: `${server.url}/p/3`, why: 'blocked' }])
  expect(told.same).toBe(1)
  // Between the first two: number 5 is on no shelf any more, and its page was not asked for.
  expect(await compareRuns(store, first, second, NO_SITES.keyOf)).toMatchObject({
    gone: [{ url: `${server.url}/p/5`, why: 'not-listed' }],
    unseen: [],
    fresh: [],
    same: 4,
  })
  await store.close()
})

test('a wall before the shelf hides everything behind it: nothing is gone', async () => {
  const { server, shop } = await changingShop()
  const store = await newStore()
  const spec = plan([`${server.url}/`])
  const first = (await sweep(store, spec, {}, { fresh: true })).sweep
  shop.walled.add('/')
  const second = (await sweep(store, spec, {}, { fresh: true })).sweep
  const told = await compareRuns(store, first, second, NO_SITES.keyOf)
  expect(told.gone).toEqual([])
  expect(told.unseen.map(({ why }) => why)).toEqual(Array(5).fill('blocked'))
  await store.close()
})

test('runs of different sweeps, one run twice, or none: each is refused in words', async () => {
  const { server } = await changingShop()
  const store = await newStore()
  const one = (await sweep(store, plan([`${server.url}/p/1`]))).sweep
  const other = (await sweep(store, plan([`${server.url}/p/1`], { name: 'khác' }))).sweep
  await expect(compareRuns(store, one, one, NO_SITES.keyOf)).rejects.toThrow(/with itself/)
  await expect(compareRuns(store, one, other, NO_SITES.keyOf)).rejects.toThrow(/different sweeps/)
  await expect(compareRuns(store, one, 99, NO_SITES.keyOf)).rejects.toThrow(/no sweep 99/)
  await store.close()
})

const page = fc.record({
  key: fc.constantFrom('own', 'x', 'y', 'z', 'w'),
  host: fc.constantFrom('a', 'b'),
  role: fc.constantFrom('listing' as const, 'index' as const, 'start' as const, 'next' as const, 'feed' as const),
  outcome: fc.option(fc.constantFrom(...OUTCOMES)),
})

test('gone is said only of what was looked at: its own page answered, or every place that could have shown it', () => {
  const pagesOf = fc.uniqueArray(page, { selector: ({ key }) => key })
  const all: string[] = []
  fc.assert(
    fc.property(pagesOf, pagesOf, fc.uniqueArray(fc.constantFrom('own', 'x', 'y', 'z')), (earlier, later, pages) => {
      const fate = fateOf({ pages }, 'own', askedPages(earlier, later))
      const find = (key: string) => later.find((each) => each.key === key)
      const answered = (key: string) => ['served', 'not-a-listing', 'removed'].includes(find(key)?.outcome ?? '')
      const lists = pages.filter((key) => key !== 'own')
      const starts = earlier.filter(({ role }) => role === 'start').map(({ key }) => key)
      const looked = find('own')
        ? answered('own')
        : lists.length > 0
          ? lists.every(answered)
          : starts.length > 0 && starts.some(answered)
      all.push('gone' in fate ? fate.gone : 'unseen')
      if (!looked) expect('unseen' in fate).toBe(true)
      // A list of the same host that was not seen may have shown it.
      const place = find(lists[0] ?? '')
      const walled = later.some(
        ({ host, role, outcome, key }) =>
          host === place?.host && role !== 'listing' && !answered(key) && outcome !== 'served',
      )
      if (!find('own') && walled) expect('unseen' in fate).toBe(true)
    }),
    { numRuns: 2_000 },
  )
  expect(new Set(all)).toEqual(new Set(['removed', 'no-listing', 'not-listed', 'unseen']))
})

test('the command tells it, for people and for programs', async () => {
  const { server, shop } = await changingShop()
  const home = tempHome()
  const file = join(home, '..', `compare-${process.pid}.yaml`)
  writeFileSync(
    file,
    `name: gom\ntargets: ["${server.url}/"]\nallow_private: true\nocr: "off"\nrate: {per_host_per_second: 100, concurrency: 2}\n`,
  )
  await soi(home, ['sweep', 'run', file])
  shop.gone.add('2')
  await soi(home, ['sweep', 'run', file])
  const json = JSON.parse((await soi(home, ['sweep', 'compare', '1', '2', '--json'])).out)
  expect(json).toMatchObject({ a: 1, b: 2, new: [], back: [], gone: [{ why: 'removed' }], unseen: [], same: 4 })
  const text = await soi(home, ['--lang', 'en', 'sweep', 'compare', '1', '2'])
  expect(text.out).toMatch(/Gone: 1/)
  expect(text.out).toMatch(/Bình gốm Bát Tràng số 2/)
  expect((await soi(home, ['sweep', 'compare', '1', '1'])).code).toBe(65)
})
