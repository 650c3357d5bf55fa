import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WatchEntry } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { parseSweep, planHash } from '../../src/sweep/plan.ts'
import { withWatched } from '../../src/watchlist/expand.ts'
import { watchCsv } from '../../src/watchlist/keep.ts'
import { readWatchCsv } from '../../src/watchlist/read.ts'
import { tempHome } from '../cli/soi.ts'
import { html, serve } from '../collect/servers.ts'
import { productPage, shelfPage } from '../faults/world.ts'
import { runSoi } from '../store/run-soi.ts'

const searchable = (site: string) => (site === 'tiki' ? true : site === 'facebook' ? false : null)
const read = (text: string, allowPrivate = false) => readWatchCsv(text, { searchable, allowPrivate })
const why = (text: string, allowPrivate = false) => read(text, allowPrivate).refused.map((row) => [row.line, row.why])

describe('a CSV of what is watched', () => {
  test('one column for each kind: a row may name a seller three ways', () => {
    const { taken, refused } = read(
      'Từ khóa;Link shop;SĐT;Tài khoản;Ghi chú\n;shop.example/hang;0901 234 567;@hang.xach.tay;quen\nnước hoa  rep;;;;\n',
    )
    expect(refused).toEqual([])
    expect(taken).toEqual([
      { kind: 'url', value: 'https://shop.example/hang', site: null, note: 'quen' },
      { kind: 'phone', value: '+84901234567', site: null, note: 'quen' },
      { kind: 'account', value: '@hang.xach.tay', site: null, note: 'quen' },
      { kind: 'word', value: 'nước hoa rep', site: null, note: null },
    ])
  })

  test('kind and value, with a site; without a kind it is told by the value', () => {
    const text = 'kind,value,site\nkeyword,túi fake,tiki\n,https://a.example/x,\n,090-123-4567,\n,đồng hồ 1:1,\n'
    expect(read(text).taken.map(({ kind, site }) => [kind, site])).toEqual([
      ['word', 'tiki'],
      ['url', null],
      ['phone', null],
      ['word', null],
    ])
  })

  test('each refused row says why', () => {
    expect(
      why(
        'kind,value,site\nkeyword,,\nvật,x,\nurl,javascript:alert(1),\nurl,http://user:pw@a.example/,\nphone,12,\nkeyword,=HYPERLINK(1),\nkeyword,a,nowhere\nkeyword,a,facebook\nkeyword,a,tiki\nkeyword,a,tiki\nkeyword,a,tiki,more\nkeyword,a\u0007b,\n',
      ),
    ).toEqual([
      ...[
        [2, 'empty'],
        [3, 'kind'],
        [4, 'url'],
        [5, 'url'],
        [6, 'phone'],
        [7, 'formula'],
        [8, 'site'],
        [9, 'no-search'],
      ],
      ...[
        [11, 'twice'],
        [12, 'cells'],
        [13, 'control'],
      ],
    ])
    expect(() => read('a,b\n1,2\n')).toThrow(/name the columns/)
    expect(() => read('')).toThrow(/name the columns/)
  })

  test('addresses inside the network are refused, however they are written; some open with --allow-private', () => {
    const inside = [
      'http://127.0.0.1/',
      'http://localhost:8080/',
      'http://10.1.2.3/',
      'http://[::1]/',
      'http://2130706433/',
      'http://0x7f.1/',
    ]
    const never = ['http://169.254.169.254/latest', 'http://[fe80::1]/', 'http://0.0.0.0/']
    const text = `url\n${[...inside, ...never].join('\n')}\n`
    expect(why(text).map(([, reason]) => reason)).toEqual(Array(9).fill('private'))
    expect(why(text, true).filter(([, reason]) => reason === 'private')).toHaveLength(never.length)
  })

  test('what is exported comes back the same, and no cell of it is a formula', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 8 }), (words) => {
        const taken = read(
          `kind,value,note\n${words.map((each) => `keyword,"${each.replaceAll('"', '""')}",@n`).join('\n')}\n`,
        ).taken
        const text = watchCsv(taken)
        const cells: readonly string[] = parse(text, { bom: true }).flat()
        expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([])
        const again = read(text).taken
        // A word that begins like a formula's apostrophe is all that may be told apart no more.
        const plain = (each: WatchEntry) => each.value.replace(/^'+/, '')
        expect(again.map(plain)).toEqual(taken.map(plain))
      }),
    )
  })
})

describe('a plan that names a watch-list', () => {
  const lists = {
    byName: (name: string) => (name === 'hàng hiệu' ? { id: 1, name, entries: 3, changedAt: '', changedBy: '' } : null),
    entries: (): readonly WatchEntry[] => [
      { kind: 'url', value: 'https://shop.example/hang', site: null, note: null },
      { kind: 'word', value: 'túi rep', site: null, note: null },
      { kind: 'phone', value: '+84901234567', site: 'tiki', note: null },
    ],
  }
  const least = 'name: gom\nwatch:\n  - {list: hàng hiệu, sites: [tiki, sendo], pages: 2}\n'

  test('visits its addresses and searches its words where it says, the rest where the plan says', () => {
    const plan = withWatched(parseSweep(least, 'gom.yaml'), lists, 'gom.yaml')
    expect(plan.targets).toEqual(['https://shop.example/hang'])
    expect(plan.keywords).toEqual([
      { site: 'tiki', words: ['túi rep', '0901234567'], pages: 2 },
      { site: 'sendo', words: ['túi rep'], pages: 2 },
    ])
    expect(planHash(plan)).not.toBe(planHash(parseSweep(least, 'gom.yaml')))
  })

  test('a list that is not there, or words without a site, are said with the file', () => {
    expect(() => withWatched(parseSweep(least.replace('hàng hiệu', 'khác'), 'gom.yaml'), lists, 'gom.yaml')).toThrow(
      /gom\.yaml: watch: there is no watch-list khác/,
    )
    expect(() => withWatched(parseSweep('name: gom\nwatch: [{list: hàng hiệu}]\n', 'g.yaml'), lists, 'g.yaml')).toThrow(
      /g\.yaml: watch: .*without a site/,
    )
  })

  test('a plan without one is as it was', () => {
    const plan = parseSweep('name: gom\ntargets: [https://a.example/]\n', 'gom.yaml')
    expect(withWatched(plan, lists, 'gom.yaml')).toBe(plan)
  })
})

test('soi watch imports, lists, exports and removes, with the ledger told; a sweep finds what the list holds', async () => {
  const paths = ['/p/1', '/p/2']
  const shop = await serve({ '/': html(shelfPage(paths)), '/p/1': html(productPage(1)), '/p/2': html(productPage(2)) })
  const home = tempHome()
  mkdirSync(join(home, 'sweeps'), { recursive: true })
  const csv = join(home, 'in.csv')
  writeFileSync(csv, `url,note\n${shop.url}/,mẫu\nkhông phải,x\n`)
  const refusal = await runSoi(home, ['watch', 'import', 'cửa hàng', csv, '--dry-run'])
  expect(refusal.text).toMatch(/Taken: 0\nRefused: 2\n {2}line 2: an address inside a private network/)
  const kept = await runSoi(home, ['watch', 'import', 'cửa hàng', csv, '--allow-private', '--json'])
  expect(JSON.parse(kept.text)).toMatchObject({
    added: 1,
    taken: [{ kind: 'url' }],
    refused: [{ line: 3, why: 'url' }],
  })
  expect((await runSoi(home, ['watch', 'list'])).text).toMatch(/^cửa hàng\t1\t/)
  const out = join(home, 'out.csv')
  await runSoi(home, ['watch', 'export', 'cửa hàng', '-o', out])
  expect(readFileSync(out, 'utf8')).toBe(`\ufeff"kind","value","site","note"\r\n"url","${shop.url}/","","mẫu"\r\n`)
  const file = join(home, 'sweeps', 'a.yaml')
  writeFileSync(
    file,
    'name: gom\nwatch: [{list: cửa hàng}]\nallow_private: true\nocr: "off"\nrate: {per_host_per_second: 100, concurrency: 2}\n',
  )
  const run = await runSoi(home, ['sweep', 'run', file, '--json'])
  expect(JSON.parse(run.text)).toMatchObject({ listings: 2, end: 'finished' })
  expect(shop.asked).toContain('/p/2')
  await shop.close()
  expect((await runSoi(home, ['watch', 'remove', 'cửa hàng'])).code).toBe(0)
  expect((await runSoi(home, ['sweep', 'run', file])).err).toMatch(/there is no watch-list cửa hàng/)
  const ledger = (await runSoi(home, ['ledger', 'list', '--json'])).text
  expect(ledger.match(/setting:watch-list\/cửa hàng/g)).toHaveLength(2)
  const desk = openConsole(home, { now: () => new Date().toISOString() })
  expect(desk.watchLists.list()).toEqual([])
  desk.close()
})
