import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openConsole } from '../../src/store/console/console.ts'
import { newHome } from '../store/sample.ts'

/** Tables of the first version. */
const FIRST = ['account', 'session', 'link', 'attempt', 'access']
const now = () => '2026-11-25T03:04:05.678Z'

test('a file of the first version keeps its accounts and learns of tokens; one of a later version is refused', async () => {
  const home = await newHome()
  const first = openConsole(home, { now })
  first.accounts.create({ name: 'le.binh', displayName: 'Lê Bình', role: 'viewer', unit: 'U1', createdBy: 'test' })
  first.close()
  const raw = new Database(join(home, 'console.sqlite'))
  const all = raw
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
    .pluck()
    .all()
  raw.pragma('foreign_keys = off')
  for (const name of all) if (!FIRST.includes(String(name))) raw.exec(`drop table "${name}"`)
  raw.exec('drop trigger access_no_replace')
  raw.pragma('user_version = 1')
  raw.close()
  const second = openConsole(home, { now })
  const account = second.accounts.byName('le.binh')?.id ?? 0
  second.tokens.make('ab'.repeat(32), { account, label: 'BI', scopes: ['sweeps'], endsAt: '2026-12-01T00:00:00.000Z' })
  expect(second.tokens.find('ab'.repeat(32))).toMatchObject({
    account: { name: 'le.binh' },
    token: { scopes: ['sweeps'], usedAt: null },
  })
  expect(second.tips.list({ kind: 'seller', limit: 10 })).toEqual([])
  second.close()
  const newer = new Database(join(home, 'console.sqlite'))
  newer.pragma('user_version = 99')
  newer.close()
  expect(() => openConsole(home, { now })).toThrow('newer')
})

const TIP = `into tip (id, kind, number, channel, reference_hash, received_at, text, content_hash, due_at, status)`
const ENTRY = `into tip_entry (id, tip, at, actor, action, body, hash)`

test.each([
  ['a tip by its id', `replace ${TIP} values (1, 'seller', 9, 'web', 'z', '', 'x', 'x', '', 'new')`],
  ['a tip by its number', `replace ${TIP} values (9, 'seller', 1, 'web', 'z', '', 'x', 'x', '', 'new')`],
  ['a tip by its reference', `replace ${TIP} values (9, 'seller', 9, 'web', 'r1', '', 'x', 'x', '', 'new')`],
  ['a tip by another that takes its id', 'update or replace tip set id = 1 where id = 2'],
  ['an entry of a tip by its id', `replace ${ENTRY} values (1, 1, '', 'x', 'x', '{}', 'z')`],
  ['an entry of a tip by its hash', `replace ${ENTRY} values (9, 1, '', 'x', 'x', '{}', 'h1')`],
  ['an access', `replace into access (id, at, account, action, subject) values (1, '', 'x', 'x', 'x')`],
])('nothing replaces %s, in a file of before that was so too', async (_, statement) => {
  const home = await newHome()
  openConsole(home, { now }).close()
  const before = new Database(join(home, 'console.sqlite'))
  const later = before.prepare(`select name from sqlite_master where name in ('tip_id') or name like '%_no_replace'`)
  for (const name of later.pluck().all()) before.exec(`drop trigger ${name}`)
  before.exec('drop table job')
  before.pragma('user_version = 5')
  before.exec(`insert ${TIP} values (1, 'seller', 1, 'web', 'r1', '', 'x', 'x', '', 'new')`)
  before.exec(`insert ${TIP} values (2, 'seller', 2, 'web', 'r2', '', 'x', 'x', '', 'new')`)
  before.exec(`insert ${ENTRY} values (1, 1, '', 'x', 'x', '{}', 'h1')`)
  before.exec(`insert into access (at, account, action, subject) values ('', 'x', 'x', 'x')`)
  before.close()
  openConsole(home, { now }).close()
  const raw = new Database(join(home, 'console.sqlite'))
  expect(() => raw.exec(statement)).toThrow(/append-only|never/)
  expect(raw.prepare('select count(*) from tip').pluck().get()).toBe(2)
  raw.exec(`insert into access (at, account, action, subject) values ('', 'x', 'x', 'x')`)
  raw.close()
})

test('jobs of before keep their numbers, and others follow them', async () => {
  const home = await newHome()
  openConsole(home, { now }).close()
  const before = new Database(join(home, 'console.sqlite'))
  before.exec('drop table job')
  before.exec(`create table job (
    id integer primary key autoincrement, kind text not null check (kind in ('pack', 'check')),
    account text not null, subject text not null, made_at text not null, server text not null,
    state text not null check (state in ('begun', 'done', 'failed')), ended_at text, result text, problem text) strict`)
  before.exec('create index job_subject on job (kind, subject, id)')
  before.exec(`insert into job values (7, 'pack', 'le.binh', 'case:1', '', 's', 'done', '', '{}', null)`)
  before.pragma('user_version = 7')
  before.close()
  const again = openConsole(home, { now })
  expect(again.jobs.get('pack', 7)).toMatchObject({
    account: 'le.binh',
    subject: 'case:1',
    state: 'done',
    result: '{}',
  })
  const report = again.jobs.begin({ kind: 'report', account: 'le.binh', subject: 'report:2026.csv', server: 's' })
  expect([report.id, again.jobs.list({ kind: 'report', limit: 2 })]).toEqual([8, [report]])
  again.close()
})
