import { stat } from 'node:fs/promises'
import excel from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvPieces } from '../../src/import/table/csv.ts'
import { guessColumns, guessMapping } from '../../src/import/table/guess.ts'
import { jsonLinePieces, jsonPieces } from '../../src/import/table/json.ts'
import { type Mapping, parseMapping } from '../../src/import/table/mapping.ts'
import { plainNumber } from '../../src/import/table/row.ts'
import { columnLetters, xlsxPieces } from '../../src/import/table/xlsx.ts'
import type { Piece, Source } from '../../src/import/types.ts'
import { aFile, aFolder, aMapping, gather, rowsOf, sourceOf, troublesOf } from './files.ts'

type Reader = (source: Source, mapping: Mapping) => AsyncIterable<Piece>
async function read(reader: Reader, name: string, content: string | Uint8Array, over: Partial<Mapping> = {}) {
  const file = await aFile(name, content)
  return gather(reader(sourceOf(file, (await stat(file)).size, name), aMapping(over)))
}

const CSV =
  'Link,Tên sản phẩm,Giá bán\nhttps://san.vn/1,Áo dài lụa Hà Đông,"1.250.000"\n,Thiếu địa chỉ,1\nhttps://san.vn/3,,5\nkhông phải,Địa chỉ sai,5\n'

/** windows-1258 by the WHATWG table, for the letters of one word: đ is F0, a tone is a byte of its own. */
const W1258: Readonly<Record<string, number>> = {
  ê: 0xea,
  đ: 0xf0,
  Đ: 0xd0,
  ư: 0xfd,
  ơ: 0xf5,
  â: 0xe2,
  ô: 0xf4,
  á: 0xe1,
  í: 0xed,
  '̉': 0xd2,
  '̀': 0xcc,
  '̣': 0xf2,
  '̃': 0xde,
  '́': 0xec,
}
const in1258 = (text: string): Uint8Array => {
  const split = text.normalize('NFD').replace(/([aeo])\u0302|([ou])\u031b/g, (letter) => letter.normalize('NFC'))
  return Uint8Array.from(
    split.replace(/e\u0323\u0302/g, 'ê\u0323'),
    (letter) => W1258[letter] ?? letter.codePointAt(0) ?? 63,
  )
}

describe('a CSV file', () => {
  test('gives a listing for each row that has a title and an address, with the cell it stands in', async () => {
    const { pieces, error } = await read(csvPieces, 'a.csv', CSV)
    expect(error).toBeNull()
    const [row, ...more] = rowsOf(pieces)
    expect(more).toEqual([])
    expect(row).toMatchObject({ url: 'https://san.vn/1', place: 'csv:row 2' })
    expect(row?.row).toMatchObject({
      title: { text: 'Áo dài lụa Hà Đông', source: 'csv:row 2, Tên sản phẩm' },
      price: { text: '1.250.000', source: 'csv:row 2, Giá bán' },
      currency: { text: 'VND', source: 'mapping:currency' },
    })
    expect(troublesOf(pieces)).toEqual([
      { place: 'csv:row 3', problem: 'has no address' },
      { place: 'csv:row 4', problem: 'has no title' },
      { place: 'csv:row 5', problem: expect.stringContaining('không phải') },
    ])
  })

  const TEXT = 'Link;Tên sản phẩm;Giá bán\nhttps://san.vn/1;Đồng hồ của người lớn rất đẹp;5\n'
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
    ['windows-1258', in1258(TEXT)],
    ['lines of Windows', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['names without marks', Buffer.from(TEXT.replace('Tên sản phẩm', 'TEN SAN PHAM'))],
  ])('is read in %s', async (_, bytes) => {
    const { pieces, error } = await read(csvPieces, 'a.csv', bytes)
    expect(error).toBeNull()
    expect(rowsOf(pieces)[0]?.row.title?.text).toBe('Đồng hồ của người lớn rất đẹp')
  })

  test('without a column that the mapping names is refused, and says what it has', async () => {
    const { error } = await read(csvPieces, 'a.csv', CSV, { columns: { url: 'Link', title: 'Tên hàng' } })
    expect(error).toMatch(/no column “Tên hàng”.*Tên sản phẩm/)
  })

  test('whose quote is left open is refused, not swallowed', async () => {
    const { error } = await read(csvPieces, 'a.csv', `${CSV}"https://san.vn/9,${'x'.repeat(5_000_000)}`)
    expect(error).toMatch(/cannot be read after row|Max Record Size|Quote/)
  })

  test('gives addresses by a template, and attributes and constants', async () => {
    const over: Partial<Mapping> = {
      columns: { title: 'Tên sản phẩm' },
      url_template: 'https://san.vn/p/{Link}?ref={Giá bán}',
      attributes: { 'xuất xứ': 'Giá bán' },
      constants: { seller_location: 'Hà Nội' },
    }
    const { pieces } = await read(csvPieces, 'a.csv', 'Link,Tên sản phẩm,Giá bán\na/../b,Áo,5\n', over)
    const [row] = rowsOf(pieces)
    expect(row?.url).toBe('https://san.vn/p/a%2F..%2Fb?ref=5')
    expect(row?.row.attributes['xuất xứ']).toEqual({ text: '5', source: 'csv:row 2, Giá bán' })
    expect(row?.row.seller?.location).toEqual({ text: 'Hà Nội', source: 'mapping:constants.seller_location' })
  })
})

describe('an XLSX file', () => {
  async function workbook(): Promise<Uint8Array> {
    const book = new excel.Workbook()
    book.addWorksheet('Bìa').addRow(['Báo cáo'])
    const sheet = book.addWorksheet('Hàng')
    sheet.addRow(['Danh sách'])
    sheet.addRow(['Link', 'Tên sản phẩm', 'Giá bán', 'Ngày đăng'])
    sheet.addRow([
      { text: 'https://san.vn/1', hyperlink: 'https://evil.example/' },
      { richText: [{ text: 'Áo ' }, { text: 'dài' }] },
      { formula: 'A1*2', result: 250000 },
      new Date('2026-11-01T00:00:00Z'),
    ])
    sheet.addRow([])
    sheet.addRow(['https://san.vn/2', 'Quần', { formula: '1/0', result: { error: '#DIV/0!' } }])
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const over: Partial<Mapping> = {
    sheet: 'Hàng',
    header_row: 2,
    columns: { url: 'Link', title: 'Tên sản phẩm', price: 'Giá bán', posted_at: 'Ngày đăng' },
  }

  test('gives rows with the cell each field stands in; formulas by their last value, none where there is none', async () => {
    const { pieces, error } = await read(xlsxPieces, 'a.xlsx', await workbook(), over)
    expect(error).toBeNull()
    const rows = rowsOf(pieces)
    expect(rows.map(({ url }) => url)).toEqual(['https://san.vn/1', 'https://san.vn/2'])
    expect(rows[0]?.row).toMatchObject({
      title: { text: 'Áo dài', source: 'cell:Hàng!B3' },
      price: { text: '250000', source: 'cell:Hàng!C3' },
      postedAt: { text: '2026-11-01', source: 'cell:Hàng!D3' },
    })
    expect(rows[1]?.row.price).toBeNull()
  })

  test.each([
    ['another sheet', { ...over, sheet: 'Khác' }, /no sheet “Khác”.*Bìa · Hàng/],
    ['no sheet named: the first', { header_row: 2 }, /no row 2|no column/],
  ])('with %s is refused', async (_, mapping, message) => {
    expect((await read(xlsxPieces, 'a.xlsx', await workbook(), mapping)).error).toMatch(message)
  })

  test('cut off is damaged', async () => {
    expect((await read(xlsxPieces, 'a.xlsx', (await workbook()).subarray(0, 3000), over)).error).toMatch(/damaged/)
  })

  test('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('JSON', () => {
  const columns = { url: 'link', title: 'name', price: 'price.sale', seller_name: 'shop.name', images: 'images' }
  const record = {
    link: 'https://san.vn/1',
    name: 'Áo',
    price: { sale: 99000 },
    shop: { name: 'Shop A' },
    images: ['https://i.vn/1.jpg', 'https://i.vn/2.jpg'],
  }

  test('gives a listing for each record, inner names with dots', async () => {
    const { pieces } = await read(jsonPieces, 'a.json', JSON.stringify({ data: { items: [record, 5, {}] } }), {
      columns,
      records: 'data.items',
    })
    expect(rowsOf(pieces)[0]?.row).toMatchObject({
      price: { text: '99000', source: 'json:$.data.items[0].price.sale' },
      seller: { name: { text: 'Shop A' } },
      images: [{ text: 'https://i.vn/1.jpg' }, { text: 'https://i.vn/2.jpg' }],
    })
    expect(troublesOf(pieces).map(({ problem }) => problem)).toEqual(['is no object', 'has no address'])
  })

  test('in lines gives a broken line as a trouble and goes on', async () => {
    const { pieces, error } = await read(
      jsonLinePieces,
      'a.jsonl',
      `\ufeff${JSON.stringify(record)}\n{"broken\n\n${JSON.stringify(record)}\n`,
      { columns },
    )
    expect(error).toBeNull()
    expect(rowsOf(pieces).map(({ place }) => place)).toEqual(['jsonl:line 1', 'jsonl:line 4'])
    expect(troublesOf(pieces).map(({ place }) => place)).toEqual(['jsonl:line 2'])
  })

  test.each([
    ['{"data":5}', /no list/],
    ['{"data":', /damaged/],
  ])('%s is refused', async (text, message) => {
    expect((await read(jsonPieces, 'a.json', text, { columns, records: 'data' })).error).toMatch(message)
  })

  test('of hostile names gives nothing of the language itself', async () => {
    const { pieces } = await read(jsonPieces, 'a.json', JSON.stringify([{ link: 'https://san.vn/1' }]), {
      columns: { url: 'link', title: 'constructor.name' },
    })
    expect(troublesOf(pieces)[0]?.problem).toBe('has no title')
  })
})

describe('numbers', () => {
  test.each([
    ['1.234.567', 'vi', '1234567'],
    ['1.234,50', 'vi', '1234.50'],
    ['199.000,00', 'vi', '199000'],
    ['1,234,567', 'en', '1234567'],
    ['199,000.00', 'en', '199000'],
    ['1,234.5', 'en', '1234.5'],
    ['12.34', 'vi', '12.34'],
    ['350k', 'vi', '350k'],
    ['', 'en', ''],
  ] as const)('%s in %s is %s', (text, style, plain) => {
    expect(plainNumber(text, style)).toBe(plain)
  })

  test('printed in either way come back', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (n) => {
        expect(plainNumber(n.toLocaleString('vi-VN'), 'vi')).toBe(String(n))
        expect(plainNumber(n.toLocaleString('en-US'), 'en')).toBe(String(n))
      }),
    )
  })
})

describe('a mapping', () => {
  const GOOD = 'site: shopee\nsource: Shopee\ndate: 2026-11-01\ncolumns:\n  title: Tên\n  url: Link\n'
  test('is read', () => {
    expect(parseMapping(GOOD, 'm.yaml')).toMatchObject({
      site: 'shopee',
      currency: 'VND',
      header_row: 1,
      columns: { title: 'Tên', url: 'Link' },
    })
  })

  test.each([
    ['an unknown key', `${GOOD}curency: VND\n`, /m\.yaml:7: unknown key curency \(did you mean currency\?\)/],
    ['an unknown field', `${GOOD}  pric: Giá\n`, /m\.yaml:7: columns: unknown key pric \(did you mean price\?\)/],
    ['no title', GOOD.replace('  title: Tên\n', ''), /columns\.title is missing/],
    ['no address', GOOD.replace('  url: Link\n', ''), /columns\.url or url_template/],
    ['two addresses', `${GOOD}url_template: https://a.vn/{x}\n`, /columns\.url or url_template/],
    [
      'a host made of a column',
      GOOD.replace('  url: Link\n', 'url_template: https://{x}.vn/{y}\n'),
      /url_template must begin/,
    ],
    ['an address without columns', GOOD.replace('  url: Link\n', 'url_template: https://a.vn/x\n'), /names no column/],
    ['a field twice', `${GOOD}constants:\n  title: x\n`, /both in columns and in constants/],
    ['no day', GOOD.replace('2026-11-01', 'hôm qua'), /m\.yaml:3: date/],
  ])('with %s is refused, and says where', (_, text, message) => {
    expect(() => parseMapping(text, 'm.yaml')).toThrow(message)
  })
})

describe('a new mapping', () => {
  test('knows Vietnamese and English names of columns, each column once', () => {
    expect(guessColumns(['Mã SP', 'Tên sản phẩm', 'Giá bán', 'Giá gốc', 'Tên shop', 'Đã bán'])).toEqual({
      sku: 'Mã SP',
      title: 'Tên sản phẩm',
      price: 'Giá bán',
      list_price: 'Giá gốc',
      seller_name: 'Tên shop',
      sold: 'Đã bán',
    })
    expect(guessColumns(['item_url', 'Product Name', 'price', 'shop.name'])).toMatchObject({
      url: 'item_url',
      title: 'Product Name',
      price: 'price',
      seller_name: 'shop.name',
    })
  })

  test('finds the row of names below a title, and is a mapping that reads its own file', async () => {
    const text = 'BÁO CÁO QUÝ;;\nNgày;01/11;\nLink;Tên sản phẩm;Giá bán\nhttps://san.vn/1;Áo;5\n'
    const file = await aFile('a.csv', text)
    const source = sourceOf(file, text.length, 'a.csv')
    const yaml = await guessMapping('csv', source, '2026-11-26')
    const mapping = parseMapping(yaml, 'm.yaml')
    expect(mapping).toMatchObject({ header_row: 3, columns: { url: 'Link', title: 'Tên sản phẩm', price: 'Giá bán' } })
    expect(rowsOf((await gather(csvPieces(source, mapping))).pieces)).toHaveLength(1)
  })

  test('is refused of what is no table', async () => {
    expect(aFolder()).toBeTruthy()
    await expect(guessMapping('warc', sourceOf('x', 1, 'x.warc'), '2026-11-26')).rejects.toThrow(/no table/)
  })
})
