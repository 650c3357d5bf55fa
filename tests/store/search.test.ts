import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type SightingFilter, type Store } from '../../src/store/store.ts'
import { runSoi } from './run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from './sample.ts'
import { tampered, withoutFlags, withoutLanes } from './tampering.ts'

const TITLES = [
  'Giày Nike Air hàng hiệu',
  'Giay Nike re nhat',
  'Giấy in Nike khổ A4',
  'Đồng hồ ĐÍNH đá',
  'Giày 𝐍𝐢𝐤𝐞 chữ kiểu',
  'Túi xách nữ',
] as const
const SELLERS = ['Shop Hòa Bình', 'Shop An', 'Tiệm mũ Tí'] as const
const DAYS = [
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T00:00:00.000Z',
  '2026-02-28T10:00:00.000Z',
  '2025-12-31T23:00:00.000Z',
] as const

let home = ''
let store: Store
beforeAll(async () => {
  home = await newHome()
  store = await openStore(home, OPERATOR)
  for (const n of [0, 1]) {
    const frontier = store.frontier(await store.sweeps.begin(aSweep({ name: `run ${n}` })))
    await frontier.add([aRequest(n)])
    const sightings = Array.from({ length: 40 }, (_, i) => {
      const base = aSighting({
        key: `${n}-${i}`,
        flagged: i % 5 === 0,
        title: must(TITLES[i % 6]),
        at: must(DAYS[i % 4]),
      })
      const who = { ...must(base.listing.seller), key: `s${i % 3}`, name: must(SELLERS[i % 3]) }
      return { ...base, listing: { ...base.listing, category: null, seller: who, site: i % 7 === 0 ? 'khac' : 'cho' } }
    })
    await frontier.record(aVisit(must((await frontier.take(1))[0]), { sightings }))
  }
})
afterAll(async () => {
  await store.close()
  await rm(home, { recursive: true })
})

const titles = async (search: string): Promise<readonly string[]> =>
  [...new Set((await store.sightings.list({ search, limit: 100 })).map(({ title }) => title))].sort()

describe('a search', () => {
  test.each<[string, readonly number[]]>([
    ['giay nike', [0, 1, 2, 4]],
    ['giày nike', [0, 1, 4]],
    ['GIẤY', [1, 2]],
    ['dong ho dinh da', [3]],
    ['đồng hồ', [3]],
    ['nik* hàng', [0]],
    ['tui XACH', [5]],
    ['khong-co', []],
    ['0901 234 567 nu', [5]],
  ])('for %j finds titles %j', async (text, wanted) => {
    expect(await titles(text)).toEqual(wanted.map((n) => TITLES[n]).sort())
  })

  test.each(['', '  ', '"', '*', 'NEAR(', '- AND'])(
    'for %j is refused or finds nothing, and never breaks',
    async (text) => {
      const asked = store.sightings.list({ search: text, limit: 5 }).catch((error: Error) => error)
      const found = await asked
      if (found instanceof Error) expect(found.name).toBe('BadInput')
      else expect(found).toEqual([])
    },
  )

  test('in another Unicode composition finds the same', async () => {
    expect(await titles('giày nike'.normalize('NFD'))).toEqual(await titles('giày nike'))
  })
})

/** What a filter means, told by reading every row. */
const meant = async (filter: SightingFilter): Promise<readonly number[]> => {
  const all = await store.sightings.list({ limit: 1_000 })
  const { flagged, site, band, category, sweep, from, to, seller } = filter
  return all
    .filter((row) => flagged === undefined || row.flagged === flagged)
    .filter((row) => site === undefined || row.site === site)
    .filter((row) => band === undefined || row.band === band)
    .filter((row) => category === undefined || row.categories.includes(category))
    .filter((row) => sweep === undefined || row.sweep === sweep)
    .filter((row) => from === undefined || row.at >= from)
    .filter((row) => to === undefined || row.at < to)
    .filter((row) => seller === undefined || row.sellerName?.includes(seller))
    .map(({ id }) => id)
}

const instants = fc.constantFrom(
  ...DAYS,
  '2026-02-15T12:00:00.000Z',
  '2019-05-05T00:00:00.000Z',
  '2026-01-31T12:00:00.000Z',
)
const filters = fc.record(
  {
    flagged: fc.boolean(),
    site: fc.constantFrom('cho', 'khac', 'none'),
    band: fc.constantFrom('high' as const, 'none' as const, 'low' as const),
    category: fc.constantFrom('counterfeit' as const, 'smuggled' as const),
    sweep: fc.integer({ min: 1, max: 3 }),
    from: instants,
    to: instants,
    seller: fc.constantFrom('Shop', 'Hòa', 'Tí', 'nobody'),
  },
  { requiredKeys: [] },
)

describe('a list', () => {
  test('under any filter is what reading every row says, newest first, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 9 }), async (filter, limit) => {
        const wanted = await meant(filter)
        const paged: number[] = []
        for (;;) {
          const last = paged.at(-1)
          const page = await store.sightings.list({ ...filter, limit, ...(last === undefined ? {} : { after: last }) })
          paged.push(...page.map(({ id }) => id))
          if (page.length < limit) break
        }
        expect(paged).toEqual(wanted)
        expect((await store.sightings.ids(filter)).toReversed()).toEqual(wanted)
      }),
      { numRuns: 150 },
    )
  })

  test('of a seller takes a part of the name typed without accents', async () => {
    const rows = await store.sightings.list({ seller: 'hoa binh', limit: 100 })
    expect(new Set(rows.map(({ sellerName }) => sellerName))).toEqual(new Set(['Shop Hòa Bình']))
  })
})

test('the history of a seller counts listings, what was flagged, and the decisions that stand', async () => {
  await store.decisions.add({ about: { sighting: 1 }, verdict: 'dismiss', reason: 'genuine', note: null, unit: null })
  await store.decisions.add({
    about: { sighting: 1 },
    verdict: 'confirm',
    reason: 'test-purchase',
    note: null,
    unit: null,
  })
  const found = await store.sellers.find('hoa binh', 10)
  expect(found.map(({ site, key, name }) => [site, key, name])).toEqual([
    ['khac', 's0', 'Shop Hòa Bình'],
    ['cho', 's0', 'Shop Hòa Bình'],
  ])
  const rows = (await store.sightings.list({ seller: 's0', limit: 100 })).filter(({ site }) => site === 'khac')
  expect(found[0]).toMatchObject({
    listings: rows.length,
    flagged: rows.filter(({ flagged }) => flagged).length,
    decided: { confirm: 1 },
  })
})

test('an index that lost a sighting is named, and can be made again', async () => {
  const broken = await tampered(home, (db) =>
    db.exec(`insert into sighting_search (sighting_search) values ('delete-all')`),
  )
  const ask = async () => {
    const other = await openStore(broken, { ...OPERATOR, readOnly: true })
    const { problems } = await other.verify()
    await other.close()
    return problems
  }
  expect(await ask()).toMatchObject([{ kind: 'search' }])
  expect((await runSoi(broken, ['list', '--rebuild-search'])).text).toBe('80 sightings can be searched.')
  expect(await ask()).toEqual([])
})

test('a store from before there was an index gets one when it is opened', async () => {
  const old = await tampered(home, (db) => {
    db.exec('drop table sighting_search; drop table seller')
    db.exec('drop index sighting_score; drop index sighting_overview; drop index sighting_of_sweep')
    withoutFlags(db)
    withoutLanes(db)
    db.exec('drop index case_sighting_sighting; alter table sighting drop column allowed')
    db.exec('alter table case_file drop column unit; drop table case_change; drop table case_seller')
    db.exec('drop table case_attachment; drop table allowance_end; drop table allowance; drop table blind_review')
    db.exec('drop table review_draw; drop table reply')
    db.exec(`delete from kysely_migration where name >= '0007-search'`)
  })
  const { out } = await runSoi(old, ['list', '--search', 'giày hiệu', '--all', '--json'])
  expect(out.length).toBeGreaterThan(5)
  const db = new Database(join(old, 'evidence.sqlite'), { readonly: true })
  expect(db.prepare('select count(*) from seller').pluck().get()).toBe(6)
  db.close()
})
