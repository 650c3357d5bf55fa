import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { newHome } from '../store/sample.ts'
import { csv, HEADER, load, namesOf, ROW, registriesOf, soi } from './files.ts'

let home = ''
beforeEach(async () => {
  home = await newHome()
})
const reasons = async (text: string | Uint8Array) => {
  const { rows, rejected, rejections } = await load(home, await csv(home, text))
  return { rows, rejected, why: rejections.map(({ line, reason }) => `${line} ${reason}`) }
}

describe('a registry file', () => {
  test('is kept with its hash, source, day, counts and refused lines, and the ledger tells of it', async () => {
    const text = `${HEADER}${ROW}1/24/CBMP-HN,x\n${ROW}`
    const report = await load(home, await csv(home, text))
    const sha256 = createHash('sha256').update(text).digest('hex')
    expect(report).toMatchObject({ sha256, rows: 2, rejected: 1, duplicates: 1, encoding: 'utf-8', dryRun: false })
    const registries = registriesOf(home)
    const [snapshot] = registries.list()
    expect(snapshot).toMatchObject({
      kind: 'cosmetics',
      source: 'Cục Quản lý Dược',
      asOf: '2026-11-01',
      sha256,
      rows: 2,
      state: 'in force',
    })
    expect(registries.rejections(snapshot?.id ?? 0)).toEqual([{ line: 3, reason: 'has 2 cells, the header 4' }])
    registries.close()
    const store = await openStore(home, { actor: 'x', readOnly: true })
    const entries = []
    for await (const entry of store.ledger.entries()) entries.push(entry)
    expect(entries.map(({ action, subject, actor }) => [action, subject, actor])).toEqual([
      ['registry.import', 'registry:cosmetics', 'nguyen.an'],
    ])
    expect(JSON.parse(entries[0]?.body ?? '')).toMatchObject({ sha256, rows: 2, rejected: 1, asOf: '2026-11-01' })
    expect((await store.verify()).problems).toEqual([])
    await store.close()
  })

  test('is looked up by number however it is written, by name, and by nothing else', async () => {
    await load(home, await csv(home, HEADER + ROW.replace('4521/23', '004521/2023')))
    const registries = registriesOf(home)
    expect(await registries.find('cosmetics', 'number', '4521/23/CBMP-HN')).toHaveLength(1)
    expect(await registries.find('cosmetics', 'name', 'kem duong hoa sen')).toHaveLength(1)
    for (const key of ['', '4521', "' or 1=1 --", '%'])
      expect(await registries.find('cosmetics', 'number', key)).toEqual([])
    expect(await registries.find('drugs', 'number', '4521/23/CBMP-HN')).toEqual([])
    registries.close()
  })

  test('takes the place of the one before; who began with that one ends with it', async () => {
    await load(home, await csv(home, HEADER + ROW))
    const early = registriesOf(home)
    await load(home, await csv(home, HEADER + ROW.replace('Hoa Sen', 'Hoa Hồng')), { asOf: '2026-11-20' })
    expect((await early.find('cosmetics', 'number', '4521/23/CBMP-HN'))[0]?.name).toBe('Kem dưỡng Hoa Sen')
    expect((await early.snapshot('cosmetics'))?.asOf).toBe('2026-11-01')
    early.close()
    expect(await namesOf(home, '4521/23/CBMP-HN')).toEqual(['Kem dưỡng Hoa Hồng'])
    const registries = registriesOf(home)
    expect(registries.list().map(({ asOf, state }) => [asOf, state])).toEqual([
      ['2026-11-20', 'in force'],
      ['2026-11-01', 'superseded'],
    ])
    registries.close()
  })

  test.each([
    ['semicolons', `Số công bố;Tên sản phẩm\n4521/23/CBMP-HN;Kem, dưỡng\n`],
    ['tabs', `Số công bố\tTên sản phẩm\r\n4521/23/CBMP-HN\tKem, dưỡng\r\n`],
    ['a mark at the beginning', `\ufeff"Số công bố","Tên sản phẩm"\n"4521/23/CBMP-HN","Kem, dưỡng"\n`],
    ['English headers in capitals', `REGISTRATION NUMBER,PRODUCT NAME\n4521/23/CBMP-HN,"Kem, dưỡng"\n`],
    ['headers without marks', `so cong bo,ten san pham\n4521/23/CBMP-HN,"Kem, dưỡng"\n`],
    [
      'a number that a spreadsheet was kept from changing',
      `Số công bố,Tên sản phẩm\n"=""4521/23/CBMP-HN""","Kem, dưỡng"\n`,
    ],
  ])('with %s is read', async (_, text) => {
    await load(home, await csv(home, text))
    expect(await namesOf(home, '4521/23/CBMP-HN')).toEqual(['Kem, dưỡng'])
  })

  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
  /** Enough of windows-1258 for this row: tones are marks of their own there. */
  const windows1258 = (text: string) => {
    const bytes: Record<string, number> = {
      ư: 0xfd,
      ơ: 0xf5,
      đ: 0xf0,
      ô: 0xf4,
      ê: 0xea,
      ă: 0xe3,
      â: 0xe2,
      Đ: 0xd0,
      '\u0300': 0xcc,
      '\u0301': 0xec,
      '\u0303': 0xde,
      '\u0309': 0xd2,
      '\u0323': 0xf2,
    }
    const split = [...text.normalize('NFD')]
      .join('')
      .replace(/([uo])\u031b/g, (_, c) => (c === 'u' ? 'ư' : 'ơ'))
      .replace(/([aeo])([\u0300-\u0323]?)\u0302/g, (_, c, tone) => `${{ a: 'â', e: 'ê', o: 'ô' }[c as 'a']}${tone}`)
      .replace(/a\u0306/g, 'ă')
    return Buffer.from([...split].map((c) => bytes[c] ?? c.charCodeAt(0)))
  }
  test.each([
    ['UTF-16', utf16(HEADER + ROW), 'utf-16le'],
    ['windows-1258', windows1258(HEADER + ROW.repeat(3)), 'windows-1258'],
    [
      'UTF-8 whose first Vietnamese letter comes late',
      Buffer.from(`number,name\n${'1/23/CBMP-HN,plain\n'.repeat(90_000)}4521/23/CBMP-HN,Kem dưỡng Hoa Sen\n`),
      'utf-8',
    ],
  ])('in %s is read', async (_, bytes, encoding) => {
    expect((await load(home, await csv(home, bytes))).encoding).toBe(encoding)
    expect((await namesOf(home, '4521/23/CBMP-HN'))[0]).toBe('Kem dưỡng Hoa Sen')
  })

  test('columns can be named, and those nobody knows are asked for', async () => {
    const text = 'Mã HS,Hàng\n4521/23/CBMP-HN,Kem\n'
    await expect(load(home, await csv(home, text))).rejects.toThrow(/--column number=<header>.*Mã HS · Hàng/)
    await load(home, await csv(home, text), {
      columns: new Map([
        ['number', 'Mã HS'],
        ['name', 'Hàng'],
      ]),
    })
    expect(await namesOf(home, '4521/23/CBMP-HN')).toEqual(['Kem'])
    await expect(load(home, await csv(home, text), { columns: new Map([['number', 'Mã SP']]) })).rejects.toThrow(
      /no column "Mã SP"/,
    )
  })
})

describe('hostile files', () => {
  test('rows that cannot be used are refused by line and reason, the others stay', async () => {
    const bad = [
      ',no number,x,y',
      '2/23/CBMP-HN,=HYPERLINK("http://x.example"),x,y',
      '3/23/CBMP-HN,@SUM(A1),x,y',
      '4/23/CBMP-HN,nul\u0000cell,x,y',
      '5/23/CBMP-HN,short',
      '6/23/CBMP-HN,long,x,y,z',
      `7/23/CBMP-HN,${'x'.repeat(5_000)},x,y`,
      '8/23/CBMP-HN,\u001b[31mred,x,y',
    ]
    const { rows, rejected, why } = await reasons(`${HEADER}${bad.join('\n')}\n${ROW}`)
    expect({ rows, rejected }).toEqual({ rows: 1, rejected: bad.length })
    expect(why).toEqual([
      '2 has no number',
      '3 name is a formula',
      '4 name is a formula',
      '5 name holds control characters',
      '6 has 2 cells, the header 4',
      '7 has 5 cells, the header 4',
      '8 name is longer than 4000 characters',
      '9 name holds control characters',
    ])
  })
  test('stray quotes are characters and lose no row after them', async () => {
    const { rows } = await reasons(
      `${HEADER}1/23/CBMP-HN,5" serum,x,y\n2/23/CBMP-HN,"closed" early,x,y\n3/23/CBMP-HN,"two ""quotes""",x,y\n${ROW}`,
    )
    expect(rows).toBe(4)
    expect(await namesOf(home, '3/23/CBMP-HN')).toEqual(['two "quotes"'])
  })
  test.each([
    ['a quote left open', `${HEADER}${ROW}1/23/CBMP-HN,"open,x,y\n${ROW}`, /does not end.*quote/],
    [
      'a line of ten megabytes',
      `${HEADER}${ROW}1/23/CBMP-HN,${'x'.repeat(10_000_000)},x,y\n${ROW}`,
      /does not end.*256 KiB/,
    ],
    ['a quote open over thousands of rows', `${HEADER}1/23/CBMP-HN,"open,x,y\n${ROW.repeat(9_000)}`, /does not end/],
    ['nothing', '', /empty/],
    ['a header only', HEADER, /no row that can be used/],
    ['no header', ROW, /no column of the file is known as number/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), /save it as CSV/],
    [
      'bytes of no text',
      Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256)),
      /known as number|does not end|empty/,
    ],
    ['mostly rows that cannot be used', `${HEADER}${',x,y,z\n'.repeat(9)}${ROW}`, /9 of 10 rows cannot be used/],
  ])('%s is refused whole, and the snapshot before stays in force', async (_, text, message) => {
    await load(home, await csv(home, HEADER + ROW))
    await expect(load(home, await csv(home, text), { maxRejected: 50 })).rejects.toThrow(message)
    expect(await namesOf(home, '4521/23/CBMP-HN')).toEqual(['Kem dưỡng Hoa Sen'])
    const registries = registriesOf(home)
    expect(registries.list()).toHaveLength(1)
    registries.close()
  })
  test('UTF-8 with broken bytes: the rows that cannot be read are refused, not guessed', async () => {
    const broken = Buffer.concat([
      Buffer.from(HEADER + ROW.repeat(30)),
      Buffer.from('9/23/CBMP-HN,K'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(',x,y\n'),
    ])
    expect(await reasons(broken)).toMatchObject({ rows: 30, why: ['32 name holds characters that could not be read'] })
  })
  test('another program’s database is left alone', async () => {
    const { default: Database } = await import('better-sqlite3')
    const other = new Database(join(home, 'registries.sqlite'))
    other.exec('create table mine (a)')
    other.close()
    await expect(load(home, await csv(home, HEADER + ROW))).rejects.toThrow(/another program/)
    expect(() => registriesOf(home)).toThrow(/another program/)
  })
  test('a newer Soi’s registries are left alone', async () => {
    await load(home, await csv(home, HEADER + ROW))
    const { default: Database } = await import('better-sqlite3')
    const later = new Database(join(home, 'registries.sqlite'))
    later.pragma('user_version = 99')
    later.close()
    expect(() => registriesOf(home)).toThrow(/newer Soi/)
    await expect(load(home, await csv(home, HEADER + ROW))).rejects.toThrow(/newer Soi/)
  })
  test('an import that is interrupted leaves nothing behind', async () => {
    const stop = new AbortController()
    const file = await csv(home, HEADER + ROW.repeat(20_000))
    await expect(load(home, file, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow()
    const registries = registriesOf(home, false)
    expect(registries.list()).toEqual([])
    registries.close()
  })
  test('two imports at once: the second is told to wait', async () => {
    const registries = registriesOf(home, false)
    const loading = registries.begin({
      kind: 'drugs',
      source: 's',
      asOf: '2026-01-01',
      sha256: 'a',
      fileName: 'f',
      bytes: 1,
      encoding: 'utf-8',
    })
    await expect(load(home, await csv(home, HEADER + ROW))).rejects.toThrow(/another process holds/)
    loading.abandon()
    registries.close()
    await load(home, await csv(home, HEADER + ROW))
    expect(await namesOf(home, '4521/23/CBMP-HN')).toHaveLength(1)
  })
})

describe('soi registry', () => {
  const NEEDED = ['--source', 'Cục Quản lý Dược', '--date', '2026-11-01']
  test('imports, lists and looks up', async () => {
    const file = await csv(home, HEADER + ROW)
    expect((await soi(home, ['registry', 'list'])).out.join()).toMatch(/No registry was imported/)
    expect((await soi(home, ['registry', 'lookup', 'cosmetics', 'x'])).out.join()).toMatch(/not checked/)
    expect((await soi(home, ['registry', 'import', 'cosmetics', file, ...NEEDED])).out.join('\n')).toMatch(
      /1 rows of cosmetics are in force: Cục Quản lý Dược, 2026-11-01/,
    )
    expect((await soi(home, ['registry', 'list'])).out.join()).toContain('Cục Quản lý Dược')
    expect((await soi(home, ['registry', 'lookup', 'cosmetics', '04521/23/CBMP-HN'])).out.join()).toContain(
      'Kem dưỡng Hoa Sen',
    )
    expect((await soi(home, ['registry', 'lookup', 'cosmetics', 'kem dưỡng hoa sen'])).out.join()).toContain(
      '4521/23/CBMP-HN',
    )
    const { out } = await soi(home, ['registry', 'lookup', 'cosmetics', '1/23/CBMP-HN', '--json'])
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ found: [], snapshot: { asOf: '2026-11-01' } })
    expect((await soi(home, ['registry', 'lookup', 'cosmetics', '1/23/CBMP-HN'])).out.join()).toMatch(
      /not in the snapshot of 2026-11-01/,
    )
  })
  test('a dry run reports and writes nothing', async () => {
    const file = await csv(home, `${HEADER}${ROW}1/23/CBMP-HN,short\n`)
    const { out } = await soi(home, [
      'registry',
      'import',
      'cosmetics',
      file,
      ...NEEDED,
      '--dry-run',
      '--max-rejected',
      '50',
      '--json',
    ])
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ rows: 1, rejected: 1, dryRun: true, duplicates: null })
    expect(['registries.sqlite', 'evidence.sqlite'].filter((name) => existsSync(join(home, name)))).toEqual([])
  })
  test.each([
    [['cosmetic'], /is no registry/],
    [['cosmetics', '--date', '2026-02-30'], /is no day/],
    [['cosmetics', '--date', '2999-01-01'], /future/],
    [['cosmetics', '--source', ' '], /--source must name/],
    [['cosmetics', '--max-rejected', 'all'], /is no share/],
    [['cosmetics', '--column', 'numbr=x'], /columns are number/],
  ])('%j is answered with what is wrong', async ([kind, ...more], message) => {
    const file = await csv(home, HEADER + ROW)
    await expect(soi(home, ['registry', 'import', kind ?? '', file, ...NEEDED, ...more])).rejects.toThrow(message)
  })
  test('source and date must be given', async () => {
    const file = await csv(home, HEADER + ROW)
    await expect(soi(home, ['registry', 'import', 'cosmetics', file, '--source', 'x'])).rejects.toThrow(/--date/)
    await expect(soi(home, ['registry', 'import', 'cosmetics', '/no/such/file.csv', ...NEEDED])).rejects.toThrow(
      /cannot be read/,
    )
  })
})
