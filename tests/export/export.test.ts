import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMN_NAMES, rowOf } from '../../src/export/columns.ts'
import { csvCell, csvText } from '../../src/export/csv.ts'
import { jsonText, listingsSchema, parseListings } from '../../src/export/json.ts'
import { xlsxBytes } from '../../src/export/xlsx.ts'
import { exportMessages } from '../../src/i18n/export.ts'
import type { PackItem } from '../../src/store/item.ts'
import { CREATED, inFolder, made, run } from '../evidence/fixture.ts'

const EVIL = '=HYPERLINK("http://evil.example","Xem")'
const t = exportMessages('vi')

async function* these(...items: PackItem[]): AsyncIterable<PackItem> {
  yield* items
}

const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

const items = async () => [
  (await made(1, { listing: { title: EVIL, description: 'dòng 1\r\n"dòng" 2, ₫\u0000' } })).item,
  (await made(2, { listing: { price: null, seller: null, contacts: [] } })).item,
]

test('the CSV begins with a byte order mark and comes back whole from an independent reader', async () => {
  const all = await items()
  const text = await whole(csvText(these(...all)))
  expect(text.startsWith('\ufeffid,') || text.startsWith('\ufeff"id"')).toBe(true)
  const rows: string[][] = parse(text.slice(1), { record_delimiter: '\r\n' })
  expect(rows[0]).toEqual(COLUMN_NAMES)
  const title = COLUMN_NAMES.indexOf('title')
  expect(rows[1]?.[title]).toBe(`'${EVIL}`)
  expect(rows[1]?.[COLUMN_NAMES.indexOf('description')]).toBe('dòng 1\r\n"dòng" 2, ₫\ufffd')
  expect(rows[2]?.[COLUMN_NAMES.indexOf('signs')]).toBe('replica-wording: “REP 1:1”, “rep 1:1”')
  expect(rows[2]?.[COLUMN_NAMES.indexOf('seller_name')]).toBe('')
  expect(rows).toHaveLength(3)
})

test('no text of a seller ever begins like a formula in a cell', () => {
  const cell = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\u200b=', '＝', '\n+'), cell, (start, rest) => {
      const [[read]] = parse(csvCell(start + rest)) as [[string]]
      expect(read).toBe(`'${start}${rest}`)
    }),
  )
  expect(csvCell(-5)).toBe('-5')
  expect(csvCell('450.000 ₫')).toBe('"450.000 ₫"')
})

test('the workbook holds text cells and no formula, and the same rows are the same bytes', async () => {
  const all = await items()
  const make = () => xlsxBytes(these(...all), t.headings, t.sheet, CREATED)
  const bytes = await make()
  expect(Buffer.from(await make()).equals(Buffer.from(bytes))).toBe(true)
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  const sheet = book.getWorksheet('Tin rao')
  const title = sheet?.getRow(2).getCell(COLUMN_NAMES.indexOf('title') + 1)
  expect(title?.value).toBe(EVIL)
  expect(title?.type).toBe(exceljs.ValueType.String)
  expect(title?.numFmt).toBe('@')
  expect(sheet?.getRow(1).getCell(1).value).toBe('Lần ghi nhận')
  expect(sheet?.getRow(2).getCell(COLUMN_NAMES.indexOf('price_vnd') + 1).value).toBe(450_000)
})

test('a workbook carries no formula element at all, and its times are fixed', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'x.xlsx')
    const bytes = await xlsxBytes(these(...(await items())), t.headings, t.sheet, CREATED)
    await (await import('node:fs/promises')).writeFile(file, bytes)
    const { stdout } = await run('unzip', ['-p', file, 'xl/worksheets/sheet1.xml'])
    expect(stdout).not.toMatch(/<f[ >]/)
    const { stdout: list } = await run('unzip', ['-l', file])
    expect(list).toMatch(/1980-01-01 00:00 +xl\/workbook.xml/)
    expect((await readFile(file)).length).toBe(bytes.length)
  }))

test('an over-long text is cut in the workbook, where Excel could not open it, and whole in the JSON', async () => {
  const { item } = await made(3, { listing: { description: 'x'.repeat(40_000) } })
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(await xlsxBytes(these(item), t.headings, t.sheet, CREATED)) as never)
  const cell = book.worksheets[0]?.getRow(2).getCell(COLUMN_NAMES.indexOf('description') + 1)
  expect(cell?.text).toBe(`${'x'.repeat(32_766)}…`)
  expect(parseListings(JSON.parse(await whole(jsonText(these(item), CREATED)))).listings[0]?.description).toHaveLength(
    40_000,
  )
})

test('the JSON fits its own schema, which is JSON Schema 2020-12 and refuses what is not in it', async () => {
  const json = JSON.parse(await whole(jsonText(these(...(await items())), CREATED)))
  expect(parseListings(json).listings.map(({ id }) => id)).toEqual([1, 2])
  expect(() => parseListings({ ...json, more: 1 })).toThrow(/more/)
  const schema = JSON.parse(listingsSchema())
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(schema.additionalProperties).toBe(false)
  const listing = schema.properties.listings.items
  expect(Object.keys(listing.properties).sort()).toEqual(Object.keys(json.listings[0]).sort())
  expect([...listing.required].sort()).toEqual(Object.keys(listing.properties).sort())
})

test('a row has a cell for every column, and lone surrogates do not reach a file', async () => {
  const { item } = await made(4, { listing: { title: 'a\ud800b' } })
  const row = rowOf(item)
  expect(row).toHaveLength(COLUMN_NAMES.length)
  expect(row[COLUMN_NAMES.indexOf('title')]).toBe('a\ufffdb')
})
