import { existsSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { LISTINGS } from '../sites/cho-mau/listings.ts'
import { serveSamples } from '../sites/serve.ts'

let samples: Awaited<ReturnType<typeof serveSamples>>
beforeAll(async () => {
  samples = await serveSamples()
})
afterAll(() => samples.close())

test('soi tip: add, list, show, import, and a check in a process of its own that is linked', async () => {
  const home = tempHome()
  await mkdir(home, { recursive: true })
  const added = await soi(home, [
    'tip',
    'add',
    'a stall with copies',
    '--url',
    new URL(LISTINGS[0]?.path ?? '', samples.market).href,
    '--contact',
    'kin@example.vn',
    '--json',
  ])
  expect([added.code, added.err]).toEqual([ExitCode.Ok, ''])
  expect(JSON.parse(added.out)).toEqual({
    number: 1,
    reference: expect.stringMatching(/^[A-Z0-9-]{14}$/),
    merged: null,
  })
  const conduct = await soi(home, ['tip', 'add', 'bimatxyz', '--kind', 'official-conduct', '--officer', 'X'])
  expect(conduct.out).toContain('for the auditors')
  const file = join(home, 'tips.csv')
  writeFileSync(file, 'text,phone\nfakes at the gate,0912 345 678\nfakes again,0912345678\n')
  const imported = await soi(home, ['tip', 'import', file])
  expect(imported.out).toBe('2 taken in, of which 1 the same as an open one; 0 were there already.\n')
  expect((await soi(home, ['tip', 'import', join(home, 'none.csv')])).code).toBe(ExitCode.NoInput)
  expect((await soi(home, ['tip', 'list'])).out.trim().split('\n')).toHaveLength(2)
  expect((await soi(home, ['tip', 'list', '--overdue'])).out).toBe('There is no such tip.\n')
  expect((await soi(home, ['tip', 'show', '9'])).code).toBe(ExitCode.BadInput)
  const refused = await soi(home, ['tip', 'check', '1'])
  expect(refused.code).toBe(ExitCode.NothingRead)
  const checked = await soi(home, ['tip', 'check', '1', '--allow-private', '--json'])
  const { sightings } = JSON.parse(checked.out) as { sightings: readonly number[] }
  expect(sightings.length).toBeGreaterThan(0)
  const shown = JSON.parse((await soi(home, ['tip', 'show', '1', '--json'])).out)
  expect(shown).toMatchObject({ number: 1, sightings })
  expect(shown.history.map(({ action }: { action: string }) => action)).toEqual(['add', 'check', 'check'])
  for (const argv of [
    ['tip', 'list', '--all', '--json'],
    ['tip', 'show', '1', '--json'],
    ['ledger', 'list', '--json'],
  ])
    expect((await soi(home, argv)).out).not.toMatch(/bimatxyz|kin@example/)
  expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
}, 600_000)

test('an import that is killed and started again takes every tip in once, and the ledger has every entry', async () => {
  const home = tempHome()
  await mkdir(home, { recursive: true })
  const file = join(home, 'many.jsonl')
  const tips = Array.from({ length: 200 }, (_, i) => JSON.stringify({ text: `tip ${i}`, contact: `c${i}` }))
  writeFileSync(file, tips.join('\n'))
  const count = () => {
    const raw = new Database(join(home, 'console.sqlite'), { readonly: true, fileMustExist: true })
    const of = (table: string) => raw.prepare(`select count(*) from ${table}`).pluck().get() as number
    const counts = { tips: of('tip'), entries: of('tip_entry'), entered: of('tip_entered') }
    raw.close()
    return counts
  }
  const killed = await soi(home, ['tip', 'import', file], (child) => {
    const timer = setInterval(() => {
      if (existsSync(join(home, 'console.sqlite')) && started()) child.kill('SIGKILL')
    }, 5)
    child.on('close', () => clearInterval(timer))
  })
  // The tables may not be there yet when it is looked.
  function started(): boolean {
    try {
      return count().tips > 20
    } catch (error) {
      if (error instanceof Database.SqliteError) return false
      throw error
    }
  }
  expect(killed.code).toBeNull()
  expect(count().tips).toBeLessThan(200)
  expect((await soi(home, ['tip', 'import', file])).code).toBe(ExitCode.Ok)
  expect(count()).toEqual({ tips: 200, entries: 200, entered: 200 })
  const ledger = (await soi(home, ['ledger', 'list', '--json', '--limit', '1000'])).out.trim().split('\n')
  expect(ledger.filter((line) => line.includes('tip-entry:'))).toHaveLength(200)
  expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
}, 600_000)
