import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, hashOf, must, newHome, OPERATOR, type SightingWish } from './sample.ts'

const aStore = async () => {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  return { home, store, sweep: await store.sweeps.begin(aSweep()) }
}

const see = async (store: Store, sweep: number, wishes: readonly SightingWish[]): Promise<readonly number[]> => {
  const frontier = store.frontier(sweep)
  await frontier.add([aRequest(Math.random())])
  return frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings: wishes.map(aSighting) }))
}

/** Tables whose rows change or go: the work of sweeps, and what follows from other rows and can be made again. */
const MUTABLE = [
  ...['kysely_migration', 'kysely_migration_lock', 'sweep', 'host', 'lane', 'stretch', 'request', 'queue_count'],
  'page_memory',
  ...['reading_way', 'seller', 'flagged_listing', 'flagged_url', 'flag', 'flag_contact', 'look', 'flags_made_with'],
]
/** Tables that have rows here. */
const KEPT = [
  ...['visit', 'sighting', 'exhibit', 'sighting_exhibit', 'signal', 'ledger', 'case_file', 'case_sighting'],
  ...['ruleset', 'ruleset_file', 'rule_text'],
]

describe('a sighting', () => {
  test('that is flagged is kept whole: page, DOM and screenshot as files, headers, and an entry in the ledger', async () => {
    const { home, store, sweep } = await aStore()
    const [id] = await see(store, sweep, [{ key: '1', flagged: true }])
    const { item, exhibits, ledger } = await store.sightings.get(must(id))
    expect(exhibits.map((exhibit) => exhibit.role)).toEqual(['page', 'dom', 'screenshot'])
    expect(await readFile(must(exhibits[0]).path, 'utf8')).toBe('<h1>Đồng hồ 1</h1>')
    expect(exhibits[2]?.path.startsWith(join(home, 'blobs'))).toBe(true)
    expect(item).toMatchObject({
      pageHash: exhibits[0]?.sha256,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    })
    expect(ledger).toMatchObject([{ action: 'sighting.record', subject: `sighting:${id}`, actor: 'nguyen.an' }])
    expect(hashOf(must(ledger[0]).body)).toBe(ledger[0]?.bodyHash)
    expect(JSON.parse(must(ledger[0]).body)).toEqual(item)
    await store.close()
  })

  test('that is not flagged is kept lightly: fields and the hash of the page, no file, no header, no address', async () => {
    const { home, store, sweep } = await aStore()
    const [id] = await see(store, sweep, [{ key: '1', flagged: false }])
    const { item, exhibits, ledger } = await store.sightings.get(must(id))
    expect(item).toMatchObject({
      pageHash: hashOf('<h1>Đồng hồ 1</h1>'),
      headers: {},
      remoteAddress: null,
      capture: null,
    })
    expect(item.listing.price?.text).toBe('199.000đ')
    expect([exhibits, ledger]).toEqual([[], []])
    expect(await readdir(join(home, 'blobs'))).toEqual(['tmp'])
    await store.close()
  })

  test('with half a character in its title is stored, offsets unmoved', async () => {
    const { store, sweep } = await aStore()
    const [id] = await see(store, sweep, [{ key: '1', flagged: true, title: 'giả \ud83d replica\u0000' }])
    expect((await store.sightings.get(must(id))).item.listing.title).toBe('giả \ufffd replica\u0000')
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('is found by site, seller, band, category, day, flag and sweep, newest first, a page at a time', async () => {
    const { store, sweep } = await aStore()
    await see(store, sweep, [
      { key: '1', flagged: true, at: '2026-11-01T00:00:00.000Z' },
      { key: '2', flagged: true, seller: 'NGUYỄN BÌNH', band: 'low' },
      { key: '3', flagged: false },
    ])
    const keys = async (filter: Parameters<Store['sightings']['list']>[0]) =>
      (await store.sightings.list(filter)).map((row) => row.key).join()
    expect(await keys({ limit: 10 })).toBe('3,2,1')
    expect(await keys({ limit: 1, flagged: true })).toBe('2')
    expect(await keys({ limit: 10, after: 2 })).toBe('1')
    expect(await keys({ limit: 10, seller: 'nguyễn' })).toBe('2')
    expect(await keys({ limit: 10, seller: 's1' })).toBe('3,2,1')
    expect(await keys({ limit: 10, band: 'low' })).toBe('2')
    expect(await keys({ limit: 10, category: 'counterfeit' })).toBe('2,1')
    expect(await keys({ limit: 10, category: 'smuggled' })).toBe('')
    expect(await keys({ limit: 10, from: '2026-11-02T00:00:00.000Z' })).toBe('3,2')
    expect(await keys({ limit: 10, to: '2026-11-02T00:00:00.000Z' })).toBe('1')
    expect(await keys({ limit: 10, site: 'elsewhere' })).toBe('')
    expect(await keys({ limit: 10, sweep: sweep + 1 })).toBe('')
    expect((await store.sightings.history('cho', '2')).map((each) => each.listing.key)).toEqual(['2'])
    await store.close()
  })

  test('and everything recorded with it can be neither changed nor deleted, not even by replacing it', async () => {
    const { home, store, sweep } = await aStore()
    await see(store, sweep, [{ key: '1', flagged: true }])
    await store.rulesets.keep(hashOf('rules'), new Map([['a.yaml', 'id: a\n']]))
    await store.cases.add(await store.cases.create('Vụ 1'), [1])
    await store.close()
    const db = new Database(join(home, 'evidence.sqlite'))
    const all = db.prepare(`select name from sqlite_master where type = 'table' order by 1`).pluck().all() as string[]
    const tables = all.filter((name) => !/^(?:sqlite_|sighting_search)/.test(name) && !MUTABLE.includes(name))
    expect(MUTABLE.filter((name) => !all.includes(name))).toEqual([])
    const guards = db
      .prepare(`select name from sqlite_master where type = 'trigger' and tbl_name = ? order by 1`)
      .pluck()
    for (const table of tables) {
      const names = ['no_delete', 'no_replace', 'no_update'].map((name) => `${table}_${name}`)
      expect(guards.all(table), table).toEqual(expect.arrayContaining(names))
    }
    const filled = tables.filter((table) => db.prepare(`select 1 from ${table}`).get() !== undefined)
    expect(filled).toEqual(expect.arrayContaining(KEPT))
    for (const table of filled) {
      const column = db.prepare(`select name from pragma_table_info('${table}') limit 1`).pluck().get()
      expect(() => db.exec(`update ${table} set ${column} = ${column}`), table).toThrow(/append-only/)
      expect(() => db.exec(`delete from ${table}`), table).toThrow(/append-only/)
      const columns = db
        .prepare(`select group_concat(name) from pragma_table_xinfo('${table}') where hidden = 0`)
        .pluck()
        .get()
      expect(() => db.exec(`replace into ${table} (${columns}) select ${columns} from ${table}`), table).toThrow(
        /append-only/,
      )
    }
    expect(() => db.exec(`update sweep set name = 'x'`)).toThrow(/changes its state only/)
    expect(() => db.exec(`delete from sweep`)).toThrow(/not deleted/)
    db.close()
  })
})

describe('a file', () => {
  test('is stored once however often it is put', async () => {
    const { store } = await aStore()
    const bytes = new TextEncoder().encode('chứng cứ')
    const all = await Promise.all(Array.from({ length: 10 }, () => store.blobs.put(bytes)))
    expect(new Set(all)).toEqual(new Set([hashOf('chứng cứ')]))
    expect(Buffer.from(await store.blobs.read(must(all[0]))).toString()).toBe('chứng cứ')
    await store.close()
  })

  test('that was changed or is gone is never returned, and verify names it', async () => {
    const { store, sweep } = await aStore()
    const [id] = await see(store, sweep, [{ key: '1', flagged: true }])
    const [page, dom] = (await store.sightings.get(must(id))).exhibits
    await writeFile(must(page).path, 'something else')
    await rm(must(dom).path)
    await expect(store.blobs.read(must(page).sha256)).rejects.toMatchObject({ name: 'EvidenceBroken' })
    await expect(store.blobs.read(must(dom).sha256)).rejects.toMatchObject({ name: 'EvidenceBroken' })
    const kinds = (await store.verify()).problems.map(({ kind, subject }) => `${kind} ${subject}`)
    expect(kinds.sort()).toEqual([`blob-changed blob:${page?.sha256}`, `blob-missing blob:${dom?.sha256}`])
    await store.close()
  })
})

describe('opening', () => {
  test('a home that is a file says that it cannot be written', async () => {
    const file = join(await newHome(), 'home')
    await writeFile(file, '')
    await expect(openStore(file, OPERATOR)).rejects.toMatchObject({ name: 'CannotWrite' })
  })

  test.skipIf(process.getuid?.() === 0)('a read-only home says that it cannot be written', async () => {
    const home = await newHome()
    await chmod(home, 0o500)
    await expect(openStore(home, OPERATOR)).rejects.toMatchObject({ name: 'CannotWrite' })
  })

  test('a file that is no database is broken evidence, and is left as it is', async () => {
    const home = await newHome()
    const file = join(home, 'evidence.sqlite')
    await writeFile(file, 'not a database, '.repeat(300))
    await expect(openStore(home, OPERATOR)).rejects.toMatchObject({ name: 'EvidenceBroken' })
    expect(await readFile(file, 'utf8')).toBe('not a database, '.repeat(300))
  })

  test('the database of another program is BadInput, and is left as it is', async () => {
    const home = await newHome()
    const file = join(home, 'evidence.sqlite')
    const db = new Database(file)
    db.exec('create table recipe (name text)')
    db.close()
    await expect(openStore(home, OPERATOR)).rejects.toThrow(/another program/)
    const after = new Database(file, { readonly: true })
    expect(after.prepare('select name from sqlite_master').pluck().all()).toEqual(['recipe'])
    after.close()
  })

  test('a store of a newer Soi is BadInput', async () => {
    const { home, store } = await aStore()
    await store.close()
    const db = new Database(join(home, 'evidence.sqlite'))
    db.exec(`insert into kysely_migration values ('9999-later', '2027-01-01')`)
    db.close()
    await expect(openStore(home, OPERATOR)).rejects.toThrow(/newer Soi \(9999-later\)/)
  })

  test('to read where there is no store yet makes none', async () => {
    const home = await newHome()
    await expect(openStore(home, { ...OPERATOR, readOnly: true })).rejects.toMatchObject({ name: 'NoInput' })
    expect(await readdir(home)).toEqual([])
  })

  test('a migration that fails leaves neither tables nor record behind', async () => {
    const home = await newHome()
    const db = new Database(join(home, 'evidence.sqlite'))
    db.exec(`create table kysely_migration (name text primary key, timestamp text not null);
      create table host (id integer primary key)`)
    db.close()
    await expect(openStore(home, OPERATOR)).rejects.toThrow(/host/)
    const after = new Database(join(home, 'evidence.sqlite'), { readonly: true })
    const tables = after.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()
    expect(tables).not.toContain('sighting')
    expect(after.prepare('select count(*) from kysely_migration').pluck().get()).toBe(0)
    after.close()
  })

  test('by several at the same moment makes one store', async () => {
    const home = await newHome()
    const stores = await Promise.all([1, 2, 3].map(() => openStore(home, OPERATOR)))
    await stores[0]?.cases.create('Vụ 1')
    expect(await stores[2]?.cases.list()).toHaveLength(1)
    await Promise.all(stores.map((store) => store.close()))
  })
})
