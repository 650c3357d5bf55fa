import { beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../../src/domain.ts'
import { buildReport } from '../../src/report/build.ts'
import { reportBytes } from '../../src/report/files.ts'
import { preset } from '../../src/report/period.ts'
import { wishedReport } from '../../src/report/wish.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { runSoi } from '../store/run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from '../store/sample.ts'

/** A store with a clock: pages of one site, visited at given moments of November. */
async function world() {
  const home = await newHome()
  let now = '2026-11-01T00:00:00.000Z'
  const store = await openStore(home, { ...OPERATOR, now: () => now })
  const sweep = await store.sweeps.begin(aSweep())
  const frontier = store.frontier(sweep)
  let n = 0
  const ids = new Map<string, number>()
  const at = (day: number, hour = 3) => new Date(Date.UTC(2026, 10, day, hour)).toISOString()
  const visit = async (key: string, day: number, outcome: Outcome, more: { seller?: string; phone?: string } = {}) => {
    now = at(day)
    n += 1
    const url = `https://cho.example/mon/${key}`
    await frontier.add([aRequest(n, { url })])
    const [request] = await frontier.take(1)
    const made = aSighting({ key, flagged: true, at: now })
    const seller = { ...must(made.listing.seller), key: more.seller ?? 's1', name: more.seller ?? 'Shop An' }
    const contacts = made.listing.contacts.map((each) => ({ ...each, value: more.phone ?? '+84900000001' }))
    const sightings = outcome === 'served' ? [{ ...made, listing: { ...made.listing, seller, contacts } }] : []
    const [id] = await frontier.record(aVisit(must(request), { at: now, outcome, sightings }))
    if (id !== undefined) ids.set(key, id)
  }
  const tell = async (key: string, day: number, toldOn = at(day).slice(0, 10)) => {
    now = at(day, 5)
    const about = { sighting: must(ids.get(key)) }
    await store.notices.add({
      ...{ about, toldOn, channel: 'portal', recipient: null, reference: 'CV-1', note: null, unit: 'U1' },
    })
  }
  const decide = async (key: string, day: number, officer: string, unit: string) => {
    now = at(day, 6)
    const about = { sighting: must(ids.get(key)) }
    await store.decisions.add({ about, verdict: 'confirm', reason: 'signs-plain', note: null, unit }, officer)
  }
  return { home, store, visit, tell, decide, set: (instant: string) => (now = instant) }
}

const november = (store: Store, as_of?: string) => buildReport(store.reports, wishedReport({ month: '2026-11', as_of }))

let made: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  made = await world()
  const { visit, tell, decide } = made
  // Gone four days after the notice; gone ten days after, and back; still there; blocked ever since; not looked at; gone untold.
  for (const key of ['gone', 'back', 'up', 'blocked', 'alone', 'untold']) await visit(key, 2, 'served')
  for (const key of ['gone', 'back', 'up', 'blocked', 'alone']) await tell(key, 3)
  await visit('blocked', 5, 'blocked')
  await visit('up', 6, 'removed')
  await visit('gone', 7, 'removed')
  await visit('up', 8, 'served')
  await visit('gone', 9, 'blocked')
  await visit('untold', 9, 'removed')
  await visit('back', 13, 'removed')
  await visit('back', 14, 'served')
  await visit('back', 15, 'removed')
  // Sellers who give the same phone; one who gives another.
  await visit('x', 16, 'served', { seller: 's2' })
  await visit('y', 16, 'served', { seller: 's3', phone: '+84900000002' })
  for (const [officer, unit] of [
    ['a', 'big'],
    ['b', 'big'],
    ['c', 'big'],
    ['d', 'small'],
    ['e', 'small'],
  ] as const)
    await decide('gone', 17, officer, unit)
})

test('what a platform did is told by the looks after the notice; blocked is neither up nor down', async () => {
  const { compliance } = await november(made.store)
  expect(compliance).toEqual([
    {
      ...{ site: 'cho', flagged: 8, notified: 5, down: 2, up: 1, unseen: 1, notLooked: 1 },
      // `up` was gone for two days: days run to the first time it was seen gone.
      ...{ back: 2, downUntold: 1, medianDays: 4, p90Days: 10 },
    },
  ])
})

test('as known at an entry of the ledger, or at a day, the report is that of then', async () => {
  const then = await november(made.store, '2026-11-08')
  expect(then.compliance).toMatchObject([{ flagged: 6, notified: 5, down: 1, up: 1, unseen: 1, notLooked: 2, back: 1 }])
  expect(then.decisions).toEqual([])
  const seq = String(must(then.head).seq)
  const same = await november(made.store, seq)
  expect(same.compliance).toEqual(then.compliance)
  expect(same.head).toEqual(then.head)
  await expect(november(made.store, '999999')).rejects.toThrow('no entry 999999')
  expect(() => wishedReport({ month: '2026-11', as_of: 'yesterday' })).toThrow('yesterday')
})

test('frozen at an entry, every format is the same bytes after more was recorded', async () => {
  const { store, visit } = made
  const print = async (html: string) => new TextEncoder().encode(html)
  const all = async () => {
    const report = await november(store, '12')
    return Promise.all(
      (['html', 'pdf', 'docx', 'xlsx', 'csv', 'json'] as const).map(async (format) =>
        Buffer.from(await reportBytes(report, { format, kind: 'report', lang: 'vi', print })).toString('hex'),
      ),
    )
  }
  const before = await all()
  await visit('late', 20, 'served')
  await visit('up', 21, 'removed')
  const { head } = await november(store)
  expect(must(head).seq).toBeGreaterThan(12)
  expect(await all()).toEqual(before)
})

test('sellers who give the same phone are linked; a listing that came back is counted', async () => {
  const { sellers } = await november(made.store)
  expect(sellers[0]).toMatchObject({ key: 's1', back: 2, linked: 1, months: 1 })
  expect(sellers.map(({ key }) => key)).not.toContain('s3')
})

test('a unit in which few officers decided does not stand by itself, and no officer is named', async () => {
  const report = await november(made.store)
  expect(report.units).toEqual([
    { unit: 'big', verdict: 'confirm', now: 3, before: null, yearAgo: null },
    { unit: null, verdict: 'confirm', now: 2, before: null, yearAgo: null },
  ])
  expect(JSON.stringify(report)).not.toContain('small')
})

test('a notice stands in the ledger, is not changed, and no day of it is in the future', async () => {
  const { store } = made
  const [entry] = await store.ledger.list({ action: 'notified', limit: 1 })
  expect(JSON.parse(must(entry).body)).toMatchObject({
    channel: 'portal',
    toldOn: '2026-11-03',
    unit: 'U1',
    reference: 'CV-1',
  })
  // Ledgers that are kept have these names.
  expect(Object.keys(JSON.parse(must(entry).body))).toEqual(
    'actor at channel id key note recipient reference sighting site toldOn unit'.split(' '),
  )
  expect(await store.notices.of('cho', 'gone')).toHaveLength(1)
  const notice = { channel: 'email', recipient: null, reference: null, note: null, unit: null } as const
  const about = { site: 'cho', key: 'gone' }
  await expect(store.notices.add({ ...notice, about, toldOn: '2027-01-01' })).rejects.toThrow('future')
  await expect(store.notices.add({ ...notice, about, toldOn: '2026-02-30' })).rejects.toThrow('no day')
  await expect(store.notices.add({ ...notice, about: { sighting: 999 }, toldOn: '2026-11-01' })).rejects.toThrow('999')
  expect((await store.verify()).problems).toEqual([])
})

test('soi notice records and lists, and refuses what is no channel', async () => {
  const { home } = made
  const add = await runSoi(home, ['notice', 'add', 'cho:alone', '--channel', 'email', '--json'])
  expect([add.code, JSON.parse(add.text)]).toMatchObject([
    0,
    { site: 'cho', key: 'alone', actor: 'nguyen.an', unit: 'QLTT 4' },
  ])
  const list = await runSoi(home, ['notice', 'list', '--limit', '1'])
  expect(list.text).toContain(`cho alone: told on ${JSON.parse(add.text).toldOn} by e-mail, recorded by nguyen.an`)
  expect((await runSoi(home, ['notice', 'add', 'cho:alone', '--channel', 'pigeon'])).code).not.toBe(0)
  expect((await runSoi(home, ['notice', 'add', 'nothing', '--channel', 'email'])).code).not.toBe(0)
})

test('a campaign has its days and its name', async () => {
  const wish = wishedReport({ from: '2026-11-02', to: '2026-11-10', title: '  Cao điểm\n 389 ' })
  const report = await buildReport(made.store.reports, wish)
  expect([report.name, report.title]).toEqual(['2026-11-02..2026-11-10', 'Cao điểm 389'])
  expect(report.before.from).toBe(new Date(Date.UTC(2026, 9, 23, 17)).toISOString())
  expect(preset('month', '2026-11').name).toBe('2026-11')
})

test('of several notices the one of the earliest day counts, though it was entered last', async () => {
  const { store, visit, tell } = await world()
  await visit('gone', 2, 'served')
  await tell('gone', 6)
  await visit('gone', 7, 'removed')
  await tell('gone', 8, '2026-11-03')
  await tell('gone', 9, '2026-11-05')
  expect((await november(store)).compliance).toMatchObject([{ notified: 1, down: 1, medianDays: 4 }])
  await store.close()
})
