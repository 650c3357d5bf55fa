import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frontier, FrontierRequest } from '../../src/domain.ts'
import { openStore } from '../../src/store/store.ts'
import { AT, aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from './sample.ts'

const aFrontier = async (now = () => AT) => {
  const home = await newHome()
  const store = await openStore(home, { ...OPERATOR, now })
  const sweep = await store.sweeps.begin(aSweep())
  return { home, store, sweep, frontier: store.frontier(sweep) }
}

const drain = async (frontier: Frontier, size: number): Promise<readonly FrontierRequest[]> => {
  const all: FrontierRequest[] = []
  for (;;) {
    const taken = await frontier.take(size)
    if (taken.length === 0) return all
    all.push(...taken)
  }
}

describe('the frontier', () => {
  test('adds each key once, within a batch, across batches and after it is done', async () => {
    const { store, frontier } = await aFrontier()
    expect(await frontier.add([aRequest(1), aRequest(2), aRequest(1)])).toBe(2)
    for (const request of await frontier.take(2)) await frontier.record(aVisit(request))
    expect(await frontier.add([aRequest(2), aRequest(3)])).toBe(1)
    expect(await frontier.counts()).toEqual({ waiting: 1, leased: 0, done: 2 })
    await store.close()
  })

  test('the same key in another sweep is another request', async () => {
    const { store, frontier } = await aFrontier()
    const other = store.frontier(await store.sweeps.begin(aSweep({ name: 'daily' })))
    expect([await frontier.add([aRequest(1)]), await other.add([aRequest(1)])]).toEqual([1, 1])
    await store.close()
  })

  test('a visit is recorded once, and never under another sweep, whether its own has it or not', async () => {
    const { store, frontier } = await aFrontier()
    const other = store.frontier(await store.sweeps.begin(aSweep({ name: 'daily' })))
    await frontier.add([aRequest(1), aRequest(2)])
    const [request, waiting] = await frontier.take(2)
    const visit = aVisit(must(request), { sightings: [aSighting({ key: 'a', flagged: true })] })
    const ids = await frontier.record(visit)
    expect(ids).toHaveLength(1)
    expect(await frontier.record(visit)).toEqual(ids)
    for (const one of [visit, aVisit(must(waiting))])
      await expect(other.record(one)).rejects.toThrow(`sweep 2 has no request ${one.request.id}`)
    expect(await other.counts()).toEqual({ waiting: 0, leased: 0, done: 0 })
    expect(await frontier.counts()).toEqual({ waiting: 0, leased: 1, done: 1 })
    await store.close()
  })

  test('hands out whatever was added exactly once, whatever the sizes of batches and hosts', async () => {
    const hosts = fc.array(fc.constantFrom('', 'a.example', 'b.example', 'Đ.example'), { maxLength: 700 })
    await fc.assert(
      fc.asyncProperty(hosts, fc.integer({ min: 1, max: 300 }), async (list, size) => {
        const { store, frontier } = await aFrontier()
        await frontier.add(list.map((host, n) => aRequest(n, { host })))
        const taken = await drain(frontier, size)
        await store.close()
        expect(taken.map((request) => request.url).sort()).toEqual(list.map((_, n) => aRequest(n).url).sort())
      }),
      { numRuns: 25 },
    )
  })

  test('hands out nothing of a host while its feeds are open, and never what a feed covered', async () => {
    const { store, frontier } = await aFrontier()
    const feed = aRequest(9, { host: 'shop.example', role: 'feed' })
    const goods = [1, 2, 3].map((n) => aRequest(n, { host: 'shop.example', role: 'listing' }))
    await frontier.add([...goods, feed, aRequest(50, { host: 'other.example' })])
    const first = await drain(frontier, 10)
    expect(first.map(({ url }) => url).sort()).toEqual([feed.url, aRequest(50).url].sort())
    const open = must(first.find(({ url }) => url === feed.url))
    await frontier.retry(open, '2026-11-25T03:00:00.000Z', 'later')
    const again = must((await drain(frontier, 10))[0])
    expect(again.url).toBe(feed.url)
    const next = aRequest(10, { host: 'shop.example', role: 'feed' })
    await frontier.record(
      aVisit(again, { discovered: [next], covered: [must(goods[0]), aRequest(4, { host: 'shop.example' })] }),
    )
    const second = await drain(frontier, 10)
    expect(second.map(({ url }) => url)).toEqual([next.url])
    await frontier.record(aVisit(must(second[0]), { covered: [must(goods[1])] }))
    expect((await drain(frontier, 10)).map(({ url }) => url)).toEqual([must(goods[2]).url])
    expect(await frontier.add([aRequest(4, { host: 'shop.example' })])).toBe(0)
    expect(await frontier.counts()).toEqual({ waiting: 0, leased: 2, done: 5 })
    await store.close()
  })

  test('gives every host its turn, and within a host listings before the rest', async () => {
    const { store, frontier } = await aFrontier()
    const many = Array.from({ length: 400 }, (_, n) => aRequest(n, { host: 'big.example' }))
    const few = [1000, 1001, 1002].map((n) =>
      aRequest(n, { host: 'small.example', role: n === 1002 ? 'listing' : 'index' }),
    )
    await frontier.add([...many, ...few])
    const first = await frontier.take(6)
    expect(first.map((request) => request.host).sort()).toEqual([
      ...Array(3).fill('big.example'),
      ...Array(3).fill('small.example'),
    ])
    expect(first.find((request) => request.host === 'small.example')?.role).toBe('listing')
    await store.close()
  })

  test('a retried request comes back when its time has come, not before, and counts the attempt', async () => {
    let now = AT
    const { store, frontier } = await aFrontier(() => now)
    await frontier.add([aRequest(1)])
    const [request] = await frontier.take(1)
    await frontier.retry(must(request), '2026-11-25T04:00:00.000Z', 'reset')
    expect(await frontier.counts()).toEqual({ waiting: 1, leased: 0, done: 0 })
    expect(await frontier.take(1)).toEqual([])
    now = '2026-11-25T04:00:00.000Z'
    expect(await frontier.take(1)).toMatchObject([{ id: must(request).id, attempts: 1 }])
    await store.close()
  })

  test('what was taken and not recorded waits again after the store is closed and opened', async () => {
    const { home, store, sweep, frontier } = await aFrontier()
    await frontier.add([aRequest(1), aRequest(2), aRequest(3)])
    const [request] = await frontier.take(2)
    await frontier.record(aVisit(must(request)))
    await store.close()
    const again = await openStore(home, OPERATOR)
    const resumed = again.frontier(sweep)
    expect(await resumed.counts()).toEqual({ waiting: 2, leased: 0, done: 1 })
    expect((await drain(resumed, 10)).map((each) => each.id)).not.toContain(must(request).id)
    await again.close()
  })

  test('a second frontier of the same sweep does not take what the first holds', async () => {
    const { home, sweep, store, frontier } = await aFrontier()
    await frontier.add(Array.from({ length: 300 }, (_, n) => aRequest(n)))
    const mine = await frontier.take(5)
    const other = await openStore(home, OPERATOR)
    const theirs = await drain(other.frontier(sweep), 7)
    const rest = await drain(frontier, 7)
    expect(new Set([...mine, ...theirs, ...rest].map((each) => each.id)).size).toBe(300)
    expect(mine.length + theirs.length + rest.length).toBe(300)
    await store.close()
    await other.close()
  })

  test('recording a request a second time changes nothing and returns the first ids', async () => {
    const { store, sweep, frontier } = await aFrontier()
    await frontier.add([aRequest(1)])
    const request = must((await frontier.take(1))[0])
    const visit = aVisit(request, { sightings: [aSighting({ key: '1', flagged: true })], discovered: [aRequest(2)] })
    const first = await frontier.record(visit)
    const head = await store.ledger.head()
    expect(await frontier.record({ ...visit, outcome: 'failed', sightings: [] })).toEqual(first)
    expect(await store.ledger.head()).toEqual(head)
    expect(await frontier.counts()).toEqual({ waiting: 1, leased: 0, done: 1 })
    expect((await store.sweeps.coverage(sweep))[0]?.outcomes).toMatchObject({ served: 1, failed: 0, 'not-reached': 1 })
    await store.close()
  })

  test('one visit that cannot be stored does not take down those committed with it', async () => {
    const { store, sweep, frontier } = await aFrontier()
    await frontier.add([1, 2, 3].map((n) => aRequest(n)))
    const [a, b, c] = await frontier.take(3)
    const bad = aSighting({ key: '2', flagged: true })
    const notANumber = { ...bad, assessment: { ...bad.assessment, score: Number.NaN } }
    const results = await Promise.allSettled([
      frontier.record(aVisit(must(a), { sightings: [aSighting({ key: '1', flagged: true })] })),
      frontier.record(aVisit(must(b), { sightings: [notANumber] })),
      frontier.record(aVisit(must(c), { sightings: [aSighting({ key: '3', flagged: false })] })),
    ])
    expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await store.sightings.ids({ sweep })).toHaveLength(2)
    expect(await frontier.counts()).toEqual({ waiting: 0, leased: 1, done: 2 })
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('a frontier of a sweep that is not there is BadInput', async () => {
    const { store } = await aFrontier()
    expect(() => store.frontier(99)).toThrow(/no sweep 99/)
    await store.close()
  })
})
