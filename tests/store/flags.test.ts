import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Outcome } from '../../src/domain.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { runSoi } from './run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR, type SightingWish } from './sample.ts'
import { tampered, withoutFlags, withoutLanes } from './tampering.ts'

/** Visits of given pages, one after the other. */
async function visiting(store: Store) {
  const sweep = await store.sweeps.begin(aSweep())
  const frontier = store.frontier(sweep)
  let n = 0
  return async (url: string, outcome: Outcome, wishes: readonly SightingWish[] = [], unchanged = false) => {
    n += 1
    await frontier.add([aRequest(n, { url })])
    const [request] = await frontier.take(1)
    const at = new Date(Date.UTC(2026, 10, 1) + n * 3_600_000).toISOString()
    const sightings = wishes.map((wish) => aSighting({ ...wish, at }))
    await frontier.record(
      aVisit(must(request), { at, outcome, sightings, ...(unchanged ? { unchanged: { since: 1 } } : {}) }),
    )
  }
}

const rowsOf = (home: string, sql: string) => {
  const db = new Database(join(home, 'evidence.sqlite'), { readonly: true })
  try {
    return db.prepare(sql).raw().all()
  } finally {
    db.close()
  }
}

async function filled(): Promise<string> {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  const visit = await visiting(store)
  const own = 'https://cho.example/mon/a'
  await visit(own, 'served', [{ key: 'a', flagged: true }])
  await visit(own, 'served', [], true)
  await visit(own, 'blocked')
  await visit(own, 'removed')
  await visit('https://cho.example/tim', 'served', [
    { key: 'a', flagged: false },
    { key: 'b', flagged: true, band: 'low' },
    { key: 'c', flagged: false },
  ])
  // A search page belongs to no listing, whatever became of it.
  await visit('https://cho.example/tim', 'removed')
  // The address of a listing that now answers with something else.
  await visit('https://cho.example/mon/b', 'served', [{ key: 'c', flagged: false }])
  await visit('https://cho.example/mon/c', 'removed')
  await store.close()
  return home
}

const problemsOf = async (home: string) => {
  const store = await openStore(home, { ...OPERATOR, readOnly: true })
  const { problems } = await store.verify()
  await store.close()
  return problems
}

test('each visit says of the listings flagged before whether they are up, down, not seen or something else', async () => {
  const home = await filled()
  expect(rowsOf(home, 'select l.key, k.visit, k.state from look k join flagged_listing l on l.id = k.listing')).toEqual(
    [
      ['a', 1, 'up'],
      ['a', 2, 'up'],
      ['a', 3, 'unseen'],
      ['a', 4, 'down'],
      ['a', 5, 'up'],
      ['b', 5, 'up'],
      ['b', 7, 'other'],
    ],
  )
  expect(rowsOf(home, 'select seq, day, band, categories, goods, who from flag')).toEqual([
    [2, 20758, 3, 1, 'watches-jewellery', 's1'],
    [3, 20758, 1, 1, 'watches-jewellery', 's1'],
  ])
  expect(rowsOf(home, 'select distinct kind, value from flag_contact')).toEqual([['phone', '+84901234567']])
  expect(await problemsOf(home)).toEqual([])
})

test('rows that say something else are named, and can be made again', async () => {
  const home = await filled()
  const broken = await tampered(home, (db) => {
    db.exec(`update flag set band = 0 where sighting = 1; delete from look where visit = 4`)
  })
  expect((await problemsOf(broken)).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'counts flag',
    'counts look',
  ])
  await runSoi(broken, ['list', '--rebuild-search'])
  expect(await problemsOf(broken)).toEqual([])
})

test('a store from before there were such rows gets them when it is opened', async () => {
  const home = await filled()
  const before = rowsOf(home, 'select * from flag')
  const old = await tampered(home, (db) => {
    withoutFlags(db)
    withoutLanes(db)
    db.exec(`delete from kysely_migration where name >= '0012-flags'`)
  })
  await (await openStore(old, OPERATOR)).close()
  expect(rowsOf(old, 'select * from flag')).toEqual(before)
  expect(await problemsOf(old)).toEqual([])
})

test('rows made with another list of goods are no tampering: verify says that goods were not compared, the next opening makes them again', async () => {
  const home = await filled()
  const goods = 'select goods from flag'
  const before = rowsOf(home, goods)
  const forged = `update flag set goods = 'cosmetics'`
  const counted = (await problemsOf(await tampered(home, (db) => db.exec(forged)))).map(({ subject }) => subject)
  expect(counted).toEqual(['flag'])
  const old = await tampered(home, (db) => {
    db.exec(`${forged}; update flags_made_with set goods = '${'0'.repeat(64)}'`)
  })
  const said = await runSoi(old, ['verify', '--store', '--lang', 'en'])
  expect(said.text).toContain('The goods in rows for reports were not compared')
  expect(await problemsOf(old)).toEqual([])
  const more = await tampered(old, (db) => db.exec('update flag set band = 0'))
  expect((await problemsOf(more)).map(({ subject }) => subject)).toEqual(['flag'])
  const store = await openStore(old, OPERATOR)
  expect((await store.verify()).notCompared).toEqual([])
  await store.close()
  expect(rowsOf(old, goods)).toEqual(before)
})
