import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrontierRequest, NewRequest } from '../../src/domain.ts'
import { openStore } from '../../src/store/store.ts'
import { AT, aRequest, aSweep, aVisit, must, newHome, OPERATOR } from './sample.ts'
import { tampered, withoutLanes } from './tampering.ts'

const LATER = '2026-11-25T04:00:00.000Z'

/** What is wrong in the rows of the queue: numbers that wait and no stretch leads to, and counts that are not so. */
const faultsOf = (home: string): readonly unknown[] => {
  const db = new Database(join(home, 'evidence.sqlite'), { readonly: true })
  const lost = db
    .prepare(
      `with recursive chain (lane, id, first, last, next) as (
        select l.id, s.id, s.first, s.last, s.next from lane l join stretch s on s.id = l.head
        union all select c.lane, s.id, s.first, s.last, s.next from chain c join stretch s on s.id = c.next)
      select r.id from request r where r.state = 0
        and (select count(*) from chain c where c.lane = r.lane and r.id between c.first and c.last) <> 1`,
    )
    .pluck()
    .all()
  const miscounted = db
    .prepare(
      `select l.id, l.waiting, (select count(*) from request r where r.lane = l.id and r.state = 0) as n
      from lane l where l.waiting <> n or (l.waiting > 0 and (l.head is null or l.tail is null))`,
    )
    .all()
  const counts = db
    .prepare(
      `select c.waiting, (select count(*) from request where state in (0, 3)) as n, c.leased,
        (select count(*) from request where state = 1) as m from queue_count c where c.waiting <> n or c.leased <> m`,
    )
    .all()
  db.close()
  return [...lost, ...miscounted, ...counts]
}

interface Wish {
  readonly host: string
  readonly role: NewRequest['role']
  readonly depth: number
}

type Step =
  | { readonly add: readonly Wish[]; readonly more: number }
  | { readonly take: number }
  | { readonly release: number }
  | { readonly retry: number }
  | { readonly cover: number }

const wish: fc.Arbitrary<Wish> = fc.record({
  host: fc.constantFrom('a.example', 'b.example'),
  role: fc.constantFrom('listing', 'index', 'feed'),
  depth: fc.integer({ min: 0, max: 2 }),
})
const nth = fc.integer({ min: 0, max: 40 })
const step: fc.Arbitrary<Step> = fc.oneof(
  // More than are leased at once, so that stretches are taken in parts.
  fc.record({ add: fc.array(wish, { minLength: 1, maxLength: 40 }), more: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ take: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ release: nth }),
  fc.record({ retry: nth }),
  fc.record({ cover: nth }),
)

test('whatever is added, taken, given back, put off or covered, all that waits can be reached once and is counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const home = await newHome()
      let now = AT
      const store = await openStore(home, { ...OPERATOR, now: () => now })
      const frontier = store.frontier(await store.sweeps.begin(aSweep()))
      const added: NewRequest[] = []
      const held: FrontierRequest[] = []
      const done = new Set<string>()
      /** Given back or put off, and not leased ahead since: what is leased is not covered. */
      let loose: NewRequest[] = []
      /** The n-th of those held, out of them. */
      const one = (n: number): FrontierRequest | undefined => held.splice(n % Math.max(1, held.length), 1)[0]
      const take = async (most: number): Promise<boolean> => {
        const taken = await frontier.take(most)
        const known = new Set([...done, ...held.map(({ url }) => url)])
        for (const { url } of taken) expect(known.has(url)).toBe(false)
        held.push(...taken)
        loose = []
        return taken.length > 0
      }
      const act = async (what: Step): Promise<void> => {
        if ('add' in what) {
          const last = must(what.add.at(-1))
          const wishes = [...what.add, ...Array.from({ length: what.more }, () => last)]
          const more = wishes.map((each, i) => aRequest(added.length + i, each))
          expect(await frontier.add([...more, ...added.slice(0, 3)])).toBe(more.length)
          added.push(...more)
        } else if ('take' in what) await take(what.take)
        else {
          const request = one('release' in what ? what.release : 'retry' in what ? what.retry : what.cover)
          if (request === undefined) return
          const own = added.filter(({ url }) => url === request.url)
          if ('release' in what) await frontier.release([request])
          else if ('retry' in what) await frontier.retry(request, LATER, 'reset')
          else {
            const other = loose.pop()
            await frontier.record(aVisit(request, { covered: other ? [other] : [] }))
            done.add(request.url)
            if (other) done.add(other.url)
            return
          }
          loose.push(...own)
        }
      }
      for (const each of steps) await act(each)
      expect(faultsOf(home)).toEqual([])
      now = LATER
      do {
        // Nothing else of a host is handed out while its feeds are open.
        for (const feed of held.filter(({ role }) => role === 'feed')) {
          held.splice(held.indexOf(feed), 1)
          await frontier.record(aVisit(feed))
          done.add(feed.url)
        }
      } while (await take(300))
      expect([...done, ...held.map(({ url }) => url)].sort()).toEqual(added.map(({ url }) => url).sort())
      expect(faultsOf(home)).toEqual([])
      await store.close()
    }),
    { numRuns: 15 },
  )
})

test('as many as are leased at once, one more and one less are all handed out', async () => {
  for (const n of [255, 256, 257, 258]) {
    const store = await openStore(await newHome(), OPERATOR)
    const frontier = store.frontier(await store.sweeps.begin(aSweep()))
    await frontier.add(Array.from({ length: n }, (_, i) => aRequest(i)))
    const taken = new Set<number>()
    for (let more = await frontier.take(32); more.length > 0; more = await frontier.take(32))
      for (const { id } of more) taken.add(id)
    expect(taken.size).toBe(n)
    await store.close()
  }
})

test('what is covered while it waits is passed over, and no longer counted in its lane', async () => {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  const all = Array.from({ length: 260 }, (_, i) => aRequest(i))
  await frontier.add(all)
  const [first] = await frontier.take(1)
  await frontier.record(aVisit(must(first), { covered: all.slice(258) }))
  expect(faultsOf(home)).toEqual([])
  expect(await frontier.take(300)).toHaveLength(257)
  expect(faultsOf(home)).toEqual([])
  await store.close()
})

test('a request given back comes before those that were never taken, one that goes by another address keeps it', async () => {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  const plain = aRequest(1, { key: 'cho.example/mon/1' })
  const other = aRequest(2, { key: 'cho.example/mon/2', url: 'https://cho.example/mon/2?lang=vi' })
  await frontier.add([plain, other, ...Array.from({ length: 400 }, (_, n) => aRequest(3 + n))])
  const first = await frontier.take(2)
  expect(first.map(({ url }) => url)).toEqual([plain.url, other.url])
  await store.close()
  const again = await openStore(home, OPERATOR)
  const taken = await again.frontier(1).take(402)
  expect(taken.map(({ url }) => url).slice(0, 3)).toEqual([plain.url, other.url, aRequest(3).url])
  expect(new Set(taken.map(({ id }) => id)).size).toBe(402)
  await again.close()
})

test('a queue from before there were lanes goes on where it stood', async () => {
  const home = await newHome()
  const store = await openStore(home, { ...OPERATOR, now: () => AT })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  const hosts = ['a.example', 'b.example', 'c.example']
  const all = Array.from({ length: 90 }, (_, n) =>
    aRequest(n, { host: must(hosts[n % 3]), role: n % 2 ? 'listing' : 'index', depth: n % 4 }),
  )
  await frontier.add(all)
  const [done, put, ...held] = await frontier.take(6)
  await frontier.record(aVisit(must(done)))
  await frontier.retry(must(put), LATER, 'reset')
  await store.close()
  const old = await tampered(home, (db) => {
    withoutLanes(db)
    db.exec(`delete from kysely_migration where name = '0014-lanes'`)
  })
  const opened = await openStore(old, { ...OPERATOR, now: () => LATER })
  const resumed = opened.frontier(1)
  expect(await resumed.counts()).toEqual({ waiting: 89, leased: 0, done: 1 })
  expect(faultsOf(old)).toEqual([])
  const taken: FrontierRequest[] = []
  for (;;) {
    const more = await resumed.take(20)
    if (more.length === 0) break
    taken.push(...more)
  }
  const left = all.filter(({ url }) => url !== must(done).url)
  expect(taken.map(({ url }) => url).sort()).toEqual(left.map(({ url }) => url).sort())
  expect(taken.find(({ url }) => url === must(put).url)).toMatchObject({ id: must(put).id, attempts: 1 })
  for (const request of held) expect(taken).toContainEqual(request)
  expect(faultsOf(old)).toEqual([])
  await opened.close()
})
