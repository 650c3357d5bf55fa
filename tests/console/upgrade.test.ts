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
