import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type Verification } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, newHome, OPERATOR } from './sample.ts'

let home = ''
let scratch = ''
let copies = 0

/** A fresh copy of the store in a folder of its own. */
const copyOfHome = async (): Promise<string> => {
  const folder = join(scratch, String(copies++))
  await cp(home, folder, { recursive: true })
  return folder
}

/** Two flagged sightings, one that is not, a case, a ruleset, a decision, an ended sweep. */
const fill = async (folder: string): Promise<void> => {
  const store = await openStore(folder, OPERATOR)
  const sweep = await store.sweeps.begin(aSweep())
  const frontier = store.frontier(sweep)
  await frontier.add([1, 2, 3].map((n) => aRequest(n)))
  for (const request of await frontier.take(3))
    await frontier.record(
      aVisit(request, { sightings: [aSighting({ key: `${request.id}`, flagged: request.id !== 2 })], reasons: ['ok'] }),
    )
  await store.sweeps.end(sweep, 'finished')
  await store.rulesets.keep(hashOf('rules'), new Map([['counterfeit/replica-wording.yaml', 'id: replica-wording\n']]))
  const number = await store.cases.create('Đồng hồ giả')
  await store.cases.add(number, [1])
  await store.cases.add(number, [3])
  await store.ledger.append('decision', 'sighting:1', { verdict: 'violation', reason: 'mẫu thử' })
  await store.close()
}

beforeAll(async () => {
  home = await newHome()
  scratch = await newHome()
  await fill(home)
})
afterAll(() => Promise.all([home, scratch].map((folder) => rm(folder, { recursive: true }))))

/** What `verify` says after someone with the file and no respect for triggers has been at it. */
const afterTampering = async (tamper: (db: Database.Database) => void): Promise<Verification> => {
  const folder = await copyOfHome()
  const db = new Database(join(folder, 'evidence.sqlite'))
  db.pragma('synchronous = off')
  db.pragma('foreign_keys = off')
  const triggers = db.prepare(`select name, sql from sqlite_master where type = 'trigger'`).all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  tamper(db)
  for (const { sql } of triggers) db.exec(sql)
  db.close()
  const store = await openStore(folder, { ...OPERATOR, readOnly: true })
  const verification = await store.verify()
  await store.close()
  await rm(folder, { recursive: true })
  return verification
}

/** Tables of evidence; the queue is working state. */
const TABLES = [
  'ledger',
  'sighting',
  'sighting_exhibit',
  'exhibit',
  'signal',
  'visit',
  'sweep',
  'case_file',
  'case_sighting',
  'ruleset',
  'ruleset_file',
  'rule_text',
]

interface Cell {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly row: number
}

const cells = (): readonly Cell[] => {
  const db = new Database(join(home, 'evidence.sqlite'), { readonly: true })
  const all = TABLES.flatMap((table) => {
    const rows = db.prepare(`select count(*) from ${table}`).pluck().get() as number
    const columns = db.prepare(`select name, type from pragma_table_xinfo('${table}') where hidden = 0`).all() as {
      name: string
      type: string
    }[]
    return columns.flatMap(({ name, type }) =>
      Array.from({ length: rows }, (_, row) => ({ table, column: name, type, row })),
    )
  })
  db.close()
  return all
}

/** A different value that the column's type admits: one more, or one letter changed, added or taken away. */
const edited = (value: unknown, type: string, salt: number): unknown => {
  if (type === 'INTEGER') return Number(value ?? 0) + 1 + salt
  if (type === 'REAL') return Number(value) / 2
  const text = typeof value === 'string' ? value : ''
  const at = text === '' ? 0 : salt % text.length
  const letter = text[at] === 'z' ? 'y' : 'z'
  return salt % 2 === 0 ? text.slice(0, at) + letter + text.slice(at + 1) : `${text.slice(0, at)}z${text.slice(at)}`
}

const edit = (db: Database.Database, { table, column, type, row }: Cell, salt: number): boolean => {
  const key =
    table === 'sighting_exhibit' || table === 'signal' ? ['sighting', table === 'signal' ? 'n' : 'role'] : null
  const where = key ?? keysOf(db, table)
  const found = db.prepare(`select * from ${table} order by ${where.join()} limit 1 offset ?`).get(row) as Record<
    string,
    unknown
  >
  const set = `update or ignore ${table} set ${column} = ? where ${where.map((name) => `${name} = ?`).join(' and ')}`
  try {
    return db.prepare(set).run(edited(found[column], type, salt), ...where.map((name) => found[name])).changes === 1
  } catch (error) {
    if (error instanceof Error && /CHECK constraint|malformed JSON/.test(error.message)) return false
    throw error
  }
}

const keysOf = (db: Database.Database, table: string): readonly string[] =>
  db.prepare(`select name from pragma_table_info('${table}') where pk > 0 order by pk`).pluck().all() as string[]

describe('verify', () => {
  test('finds nothing wrong with an untouched store, and counts what it holds', async () => {
    const { problems, counts } = await afterTampering(() => undefined)
    expect(problems).toEqual([])
    expect(counts).toMatchObject({ sightings: 3, flagged: 2, exhibits: 6, ledger: 9 })
  })

  test('names any edit of any column of any row', async () => {
    const all = cells()
    expect(all.length).toBeGreaterThan(100)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), fc.nat(5_000), async (cell, salt) => {
        let changed = false
        const { problems } = await afterTampering((db) => {
          changed = edit(db, cell, salt)
        })
        fc.pre(changed)
        return problems.length > 0
      }),
      { numRuns: 120 },
    )
  }, 240_000)

  test('names a body whose shape was changed, and goes on', async () => {
    const { problems } = await afterTampering((db) =>
      db.exec(`update sighting set body = replace(body, '"signals":', '"zignals":') where id = 1`),
    )
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'sighting', subject: 'sighting:1' }))
    expect(problems.filter(({ kind }) => kind === 'database')).toHaveLength(1)
  })

  test('names the ledger row that was edited', async () => {
    const { problems } = await afterTampering((db) => db.exec(`update ledger set actor = 'somebody' where seq = 3`))
    expect(problems).toMatchObject([{ kind: 'ledger', subject: 'ledger:3' }])
  })

  test('names an edited row whose own hash was made to fit again, by the row behind it', async () => {
    const { problems } = await afterTampering((db) => {
      const row = db.prepare('select * from ledger where seq = 4').get() as Record<string, string>
      const hash = hashOf([row.prev_hash, 4, row.at, 'somebody', row.action, row.subject, row.body_hash].join('\n'))
      db.prepare(`update ledger set actor = 'somebody', hash = ? where seq = 4`).run(hash)
    })
    expect(problems).toMatchObject([{ kind: 'ledger', subject: 'ledger:5' }])
  })

  test('names deleted and exchanged ledger rows, wherever they stood but at the tail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), async (a, b) => {
        const { problems } = await afterTampering((db) => {
          if (a === b) return db.exec(`delete from ledger where seq = ${a}`)
          db.exec(`update ledger set seq = -1 where seq = ${a}`)
          db.exec(`update ledger set seq = ${a} where seq = ${b}`)
          return db.exec(`update ledger set seq = ${b} where seq = -1`)
        })
        return problems.some(({ kind }) => kind === 'ledger')
      }),
      { numRuns: 20 },
    )
  })

  test('names any deleted row of evidence', async () => {
    for (const table of TABLES) {
      const { problems } = await afterTampering((db) => {
        const keys = keysOf(db, table).join()
        db.exec(`delete from ${table} where (${keys}) = (select ${keys} from ${table} order by ${keys} limit 1)`)
      })
      expect(problems, table).not.toEqual([])
    }
  })

  test('names a sighting that was put in behind the ledger', async () => {
    const { problems } = await afterTampering((db) => {
      const row = db.prepare('select visit, body from sighting where id = 3').get() as { visit: number; body: string }
      const body = row.body.replace('"id":3', '"id":4')
      db.prepare('insert into sighting (id, sweep, visit, body, hash) values (4, 1, ?, ?, ?)').run(
        row.visit,
        body,
        hashOf(body),
      )
    })
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'sighting', subject: 'sighting:4' }))
  })

  test.each([
    ['other words', 'Đồng hồ replica 1', 'Đồng hồ chính h 1'],
    ['no JSON at all', '{"assessment":{"band":"high"', 'x"assessment":{"band":"high"'],
  ])('names a sighting whose bytes in the file were exchanged for %s', async (_, from, to) => {
    const folder = await copyOfHome()
    const file = join(folder, 'evidence.sqlite')
    const bytes = await readFile(file)
    const old = Buffer.from(from)
    const fresh = Buffer.alloc(old.length, ' ')
    fresh.write(to)
    let at = bytes.indexOf(old)
    expect(at).toBeGreaterThan(0)
    // A page that was split leaves a stale copy behind: exchange all.
    for (; at >= 0; at = bytes.indexOf(old, at + 1)) bytes.set(fresh, at)
    await writeFile(file, bytes)
    const store = await openStore(folder, { ...OPERATOR, readOnly: true })
    expect((await store.verify()).problems).not.toEqual([])
    await store.close()
  })

  test('a ledger entry refuses line breaks, which would let two entries hash the same bytes', async () => {
    const own = await openStore(await copyOfHome(), { actor: 'an\nsomebody' })
    await expect(own.ledger.append('decision', 'sighting:1', {})).rejects.toThrow(/one line/)
    await own.close()
  })
})
