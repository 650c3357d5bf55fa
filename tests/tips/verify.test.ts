import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { tipEntryHash } from '../../src/store/console/tip-rows.ts'
import { openStore } from '../../src/store/store.ts'
import { settle, type TipDesk } from '../../src/tips/desk.ts'
import { receiveTip } from '../../src/tips/receive.ts'
import { addNote, assign } from '../../src/tips/work.ts'
import { runSoi } from '../store/run-soi.ts'
import { newHome } from '../store/sample.ts'

let at = Date.parse('2026-11-26T02:00:00.000Z')
const now = () => new Date(at++)

async function openDesk(home: string) {
  const clock = () => now().toISOString()
  const store = await openStore(home, { actor: 'soi', now: clock })
  const console = openConsole(home, { now: clock })
  const desk: TipDesk = { tips: console.tips, ledger: store.ledger, now }
  const close = async () => {
    console.close()
    await store.close()
  }
  return { desk, store, close }
}

let home: string
beforeAll(async () => {
  home = await newHome()
  const { desk, close } = await openDesk(home)
  const { tip } = await receiveTip(desk, { channel: 'form', text: 'một tin về đồng hồ' }, null)
  await addNote(desk, tip, 'gọi lại', 'le.binh')
  await receiveTip(desk, { channel: 'hotline', kind: 'official-conduct', text: 'một tin khác hẳn' }, 'tran.hoa')
  await assign(desk, tip, 'tran.hoa', 'le.binh')
  await close()
})
afterAll(() => rm(home, { recursive: true }))

/** A copy of the home after somebody was at the console's file, without respect for triggers. */
async function tampered(tamper: (db: Database.Database) => void): Promise<string> {
  const folder = join(await newHome(), 'home')
  await cp(home, folder, { recursive: true })
  const raw = new Database(join(folder, 'console.sqlite'))
  raw.pragma('foreign_keys = off')
  for (const name of raw.prepare(`select name from sqlite_master where type = 'trigger'`).pluck().all())
    raw.exec(`drop trigger ${name}`)
  tamper(raw)
  raw.close()
  return folder
}

/** What `verify` names then, and the ledger's own check with it. */
async function afterTampering(tamper: (db: Database.Database) => void): Promise<readonly string[]> {
  const folder = await tampered(tamper)
  const store = await openStore(folder, { actor: 'soi', readOnly: true })
  try {
    const { problems } = await store.verify()
    expect(await store.ledger.checkTips()).toMatchObject({ compared: true, problems })
    return problems.map(({ kind, subject }) => `${kind} ${subject}`)
  } finally {
    await store.close()
    await rm(folder, { recursive: true })
  }
}

describe('the histories of tips', () => {
  test('are whole where nobody was at them', async () => {
    expect(await afterTampering(() => undefined)).toEqual([])
    const { code, text } = await runSoi(home, ['ledger', 'verify'])
    expect([code, text]).toEqual([ExitCode.Ok, expect.stringContaining('Histories of tips: 4 entries')])
  })

  test.each([
    ['a changed row', `update tip_entry set actor = 'x' where id = 2`, ['tip tip_entry:2']],
    ['the newest row, changed', `update tip_entry set body = '{}' where id = 4`, ['tip tip_entry:4']],
    ['a row of another tip', 'update tip_entry set tip = 2 where id = 2', ['tip tip_entry:2']],
    ['a row taken away', 'delete from tip_entry where id = 2', ['tip ledger:2']],
    ['the newest rows taken away', 'delete from tip_entry where id > 2', ['tip ledger:3', 'tip ledger:4']],
    ['rows exchanged', 'update tip_entry set id = 9 where id = 2', ['tip tip_entry:9']],
  ])('name %s', async (_, statement, named) => {
    expect(await afterTampering((db) => db.exec(statement))).toEqual(named)
  })

  test('name a row that was put in, with a hash that fits it', async () => {
    const forged = { at: '2026-11-26T02:00:00.000Z', actor: 'x', action: 'note', body: '{"note":"sạch"}' } as const
    const put = (id: number) => (db: Database.Database) =>
      db
        .prepare('insert into tip_entry (id, tip, at, actor, action, body, hash) values (?, 1, ?, ?, ?, ?, ?)')
        .run(id, ...Object.values(forged), tipEntryHash(1, forged))
    const between = await afterTampering((db) => {
      db.exec(
        'update tip_entry set id = id + 10 where id > 2; update tip_entered set entry = entry + 10 where entry > 2',
      )
      put(5)(db)
    })
    expect(between).toEqual(['tip tip_entry:5'])
    const instead = await afterTampering((db) => {
      db.exec('delete from tip_entry where id = 4; delete from tip_entered where entry = 4')
      put(4)(db)
    })
    expect(instead).toEqual(['tip tip_entry:4', 'tip ledger:4'])
  })

  test('name any edit of any column of any row', async () => {
    const columns = ['id', 'tip', 'at', 'actor', 'action', 'body', 'hash'] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), fc.integer({ min: 1, max: 4 }), async (column, id) => {
        const value = column === 'id' || column === 'tip' ? `${column} + 20` : `${column} || 'x'`
        // The newest row is the newest under a higher number too.
        fc.pre(!(column === 'id' && id === 4))
        const named = await afterTampering((db) =>
          db.exec(`update tip_entry set ${column} = ${value} where id = ${id}`),
        )
        return named.some((each) => [`tip tip_entry:${id}`, `tip tip_entry:${id + 20}`].includes(each))
      }),
      { numRuns: 40 },
    )
  })

  test('name rows that the console has as entered and the ledger does not know', async () => {
    const named = await afterTampering((db) => db.exec(`update tip_entry set hash = '${'0'.repeat(64)}' where id = 4`))
    expect(named).toEqual(['tip tip_entry:4', 'tip ledger:4'])
  })

  test('are told of by both commands, and of a copy without the console it is said that they were not compared', async () => {
    const folder = await tampered((db) => db.exec(`update tip_entry set actor = 'x' where id = 2`))
    const ledger = await runSoi(folder, ['ledger', 'verify'])
    expect([ledger.code, ledger.text]).toEqual([ExitCode.EvidenceBroken, expect.stringContaining('tip_entry:2')])
    const store = await runSoi(folder, ['verify', '--store'])
    expect([store.code, store.text]).toEqual([ExitCode.EvidenceBroken, expect.stringContaining('✗ tip tip_entry:2')])
    for (const end of ['', '-wal', '-shm']) await rm(join(folder, `console.sqlite${end}`), { force: true })
    const alone = await runSoi(folder, ['ledger', 'verify'])
    expect([alone.code, alone.text]).toEqual([ExitCode.Ok, expect.stringContaining('not compared')])
    const copy = await runSoi(folder, ['verify', '--store'])
    expect([copy.code, copy.text]).toEqual([ExitCode.Ok, expect.stringContaining('console.sqlite is not beside')])
  })
})

test('two processes that bring the same entries into the ledger at once bring each once', async () => {
  const own = await newHome()
  const one = await openDesk(own)
  const two = await openDesk(own)
  const killed: TipDesk = {
    ...one.desk,
    ledger: { ...one.desk.ledger, appendOnce: () => Promise.reject(new Error('killed')) },
  }
  await expect(receiveTip(killed, { channel: 'form', text: 'một tin' }, null)).rejects.toThrow('killed')
  await expect(receiveTip(killed, { channel: 'form', text: 'tin khác' }, null)).rejects.toThrow('killed')
  await Promise.all([settle(one.desk), settle(two.desk), settle(two.desk)])
  expect(await one.store.ledger.list({ action: 'tip.entry', limit: 9 })).toHaveLength(2)
  expect((await one.store.verify()).problems).toEqual([])
  await two.close()
  await one.close()
})
