import exceljs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { CATEGORIES, GOODS_GROUPS, type Listing, TRICKS } from '../../src/domain.ts'
import { terms } from '../../src/i18n/terms.ts'
import { TRICK_EXAMPLES } from '../../src/i18n/warning.ts'
import { buildReport } from '../../src/report/build.ts'
import { KINDS } from '../../src/report/document.ts'
import { REPORT_FORMATS, reportBytes } from '../../src/report/files.ts'
import type { Report } from '../../src/report/schema.ts'
import { wishedReport } from '../../src/report/wish.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR } from '../store/sample.ts'
import { unzipped } from './unzipped.ts'

/** Words that stand nowhere else: each place in which somebody could be named. */
const SECRET = {
  title: 'Sữa bột Ngọc Trinh Hoa 0912345678 zalo',
  description: 'Liên hệ chị Bích Liễu 0987654321',
  seller: 'Tiệm Nhà Bà Tám Xuyên',
  key: 'shopkey-771',
  url: 'https://cho-nho-xiu.example/mon/1',
  site: 'cho-nho-xiu.example',
  province: 'Cà Mau',
  phone: '+84912345678',
  account: '00112233445566 VCB',
  officer: 'le.thi.officer',
  unit: 'DOI-7-XUYEN',
  quote: 'sieu-pham-bi-mat',
  attribute: 'Kho Xuyên Tâm',
  brand: 'Hiệu Bí Mật',
}

let report: Report
beforeAll(async () => {
  const home = await newHome()
  const store = await openStore(home, { ...OPERATOR, now: () => '2026-11-20T00:00:00.000Z' })
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  for (let n = 1; n <= 8; n++) {
    await frontier.add([aRequest(n, { url: `${SECRET.url}${n}` })])
    const [request] = await frontier.take(1)
    const made = aSighting({ key: `${SECRET.key}-${n}`, flagged: true, at: '2026-11-05T00:00:00.000Z' })
    const listing: Listing = {
      ...made.listing,
      ...{ site: SECRET.site, url: SECRET.url + n, title: SECRET.title, description: SECRET.description },
      ...{ category: 'Sữa bột', brand: SECRET.brand, province: SECRET.province, ocrText: SECRET.title },
      attributes: { kho: SECRET.attribute },
      seller: { ...must(made.listing.seller), key: SECRET.key, name: SECRET.seller, url: SECRET.url },
      contacts: [
        { kind: 'phone', value: SECRET.phone, text: '0912345678', field: 'title' },
        { kind: 'bank-account', value: SECRET.account, text: SECRET.account, field: 'description' },
      ],
    }
    const quotes = [{ field: 'title', start: 0, end: 16, text: SECRET.quote }]
    const assessment = { ...made.assessment, signals: made.assessment.signals.map((each) => ({ ...each, quotes })) }
    const [id] = await frontier.record(
      aVisit(must(request), {
        site: SECRET.site,
        at: '2026-11-05T00:00:00.000Z',
        sightings: [{ ...made, listing, assessment }],
      }),
    )
    await store.decisions.add(
      {
        about: { sighting: must(id) },
        verdict: 'confirm',
        reason: 'signs-plain',
        note: SECRET.seller,
        unit: SECRET.unit,
      },
      SECRET.officer,
    )
  }
  report = await buildReport(store.reports, wishedReport({ month: '2026-11' }))
  await store.close()
})

async function textOf(bytes: Uint8Array, format: string): Promise<string> {
  if (format === 'docx') return [...(await unzipped(bytes)).values()].join('\n')
  if (format !== 'xlsx') return new TextDecoder().decode(bytes)
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const cells: string[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(String(cell.value)))))
  return cells.join('\n')
}

/** Printing is by the browser; what it is given is what it prints. */
const print = async (html: string) => new TextEncoder().encode(html)

test('the report itself names the seller, so what is looked for below can be found', async () => {
  const html = await textOf(await reportBytes(report, { format: 'html', kind: 'report', lang: 'vi', print }), 'html')
  for (const part of [SECRET.seller, SECRET.site, SECRET.province]) expect(html).toContain(part)
})

test.each(KINDS.filter((kind) => kind !== 'report'))('%s, in no format and language, names anybody', async (kind) => {
  const parts = Object.values(SECRET).flatMap((text) => [
    text,
    ...text.split(/[\s/]+/).filter((word) => word.length > 6),
  ])
  const digits = /\d{6,}/
  for (const format of REPORT_FORMATS)
    for (const lang of ['vi', 'en'] as const) {
      const text = await textOf(await reportBytes(report, { format, kind, lang, print }), format)
      expect(
        parts.filter((part) => text.includes(part)),
        `${format} ${lang}`,
      ).toEqual([])
      const withoutHead = text.replaceAll(must(report.head).hash, '')
      if (format === 'csv' || format === 'json') expect(withoutHead).not.toMatch(digits)
      expect(text).toContain(must(report.head).hash)
    }
})

test('small counts are not told, and larger ones are', async () => {
  const few = { ...report, violations: report.violations.map((each) => ({ ...each, now: 4 })) }
  const csv = async (of: Report) =>
    textOf(await reportBytes(of, { format: 'csv', kind: 'warning', lang: 'en', print }), 'csv')
  expect(await csv(few)).toContain('"counterfeit goods","Listings","fewer than 5"')
  expect(await csv(report)).toContain('"counterfeit goods","Listings",8')
  expect(await csv(report)).toContain('Milk: look for the Vietnamese label')
})

test('every kind, goods group and trick has words in both languages, and every trick an example of its own', () => {
  for (const lang of ['vi', 'en'] as const) {
    const { category, goods, trick } = terms(lang)
    expect(CATEGORIES.every((id) => category[id]) && GOODS_GROUPS.every((id) => goods[id])).toBe(true)
    expect(TRICKS.every((id) => trick[id])).toBe(true)
  }
  expect(new Set(Object.values(TRICK_EXAMPLES)).size).toBe(TRICKS.length)
})
