import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import type { Outcome, Sighting } from '../../src/domain.ts'
import { buildReport as build } from '../../src/report/build.ts'
import { type ReportFormat, reportBytes } from '../../src/report/files.ts'
import { type Period, preset } from '../../src/report/period.ts'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { runSoi } from '../store/run-soi.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR, type SightingWish } from '../store/sample.ts'

interface Wish extends SightingWish {
  readonly province?: string
  readonly sellerKey?: string
}

const sightingOf = ({ province, sellerKey, ...wish }: Wish): Sighting => {
  const made = aSighting(wish)
  const seller = { ...must(made.listing.seller), key: sellerKey ?? 's1' }
  return { ...made, listing: { ...made.listing, province: province ?? null, seller } }
}

/** A store whose clock the test sets. */
async function filled() {
  const home = await newHome()
  let now = '2026-09-01T00:00:00.000Z'
  const store = await openStore(home, { ...OPERATOR, now: () => now })
  const sweep = await store.sweeps.begin(aSweep())
  const frontier = store.frontier(sweep)
  let n = 0
  const visit = async (at: string, outcome: Outcome, wish?: Wish) => {
    now = at
    n += 1
    await frontier.add([aRequest(n)])
    const [request] = await frontier.take(1)
    const sightings = wish ? [sightingOf({ ...wish, at })] : []
    const [id] = await frontier.record(aVisit(must(request), { at, outcome, sightings }))
    return id ?? 0
  }
  const decide = async (at: string, sighting: number, verdict: 'confirm' | 'dismiss', unit: string | null) => {
    now = at
    const reason = verdict === 'confirm' ? 'signs-plain' : 'genuine'
    await store.decisions.add({ about: { sighting }, verdict, reason, note: null, unit })
  }
  // October
  const first = await visit('2026-10-10T03:00:00.000Z', 'served', { key: 'a', flagged: true, province: 'Hà Nội' })
  await decide('2026-10-12T03:00:00.000Z', first, 'confirm', 'U1')
  // The last moment of October in Viet Nam, and the first of November.
  await visit('2026-10-31T16:59:59.999Z', 'served', { key: 'b', flagged: true })
  await visit('2026-10-31T17:00:00.000Z', 'served', { key: 'c', flagged: true, province: 'Huế' })
  // November: twice the same listing, once low and once high; one without signs; another seller once.
  await visit('2026-11-05T03:00:00.000Z', 'served', { key: 'd', flagged: true, band: 'low' })
  const again = await visit('2026-11-06T03:00:00.000Z', 'served', { key: 'd', flagged: true, province: 'Huế' })
  await visit('2026-11-07T03:00:00.000Z', 'served', { key: 'e', flagged: false })
  await visit('2026-11-08T03:00:00.000Z', 'served', {
    ...{ key: 'f', flagged: true, band: 'medium', sellerKey: 's2', seller: '=HYPERLINK("x")<script>' },
  })
  await visit('2026-11-09T03:00:00.000Z', 'blocked')
  await visit('2026-11-09T04:00:00.000Z', 'blocked')
  await visit('2026-11-09T05:00:00.000Z', 'removed')
  await visit('2026-11-09T06:00:00.000Z', 'failed')
  await decide('2026-11-10T03:00:00.000Z', again, 'dismiss', null)
  return { store, home, later: visit }
}

const noPrint = () => Promise.reject(new Error('nothing is printed here'))
const bytesOf = (report: Report, format: ReportFormat, lang: 'vi' | 'en' = 'vi') =>
  reportBytes(report, { format, kind: 'report', lang, print: noPrint })
const buildReport = (
  reports: Store['reports'],
  period: Period,
  asOf: Parameters<Store['reports']['cut']>[0] | null = null,
) => build(reports, { period, title: null, asOf })

const totals = (report: Report) => Object.fromEntries(report.totals.map(({ measure, ...counts }) => [measure, counts]))
const text = async (report: Report, format: ReportFormat) => new TextDecoder().decode(await bytesOf(report, format))

let made: Awaited<ReturnType<typeof filled>>
beforeAll(async () => {
  made = await filled()
})

test('a month counts its own, each listing once, beside the month before and what was not read at all', async () => {
  const report = reportSchema.parse(await buildReport(made.store.reports, preset('month', '2026-11')))
  expect(totals(report)).toEqual({
    flagged: { now: 3, before: 2, yearAgo: null },
    'flagged-high': { now: 2, before: 2, yearAgo: null },
    read: { now: 5, before: 2, yearAgo: null },
    visits: { now: 9, before: 2, yearAgo: null },
    served: { now: 5, before: 2, yearAgo: null },
    removed: { now: 1, before: 0, yearAgo: null },
    blocked: { now: 2, before: 0, yearAgo: null },
    'not-seen': { now: 1, before: 0, yearAgo: null },
    decisions: { now: 1, before: 1, yearAgo: null },
    confirmed: { now: 0, before: 1, yearAgo: null },
    dismissed: { now: 1, before: 0, yearAgo: null },
    notified: { now: 0, before: 0, yearAgo: null },
  })
  expect(report.violations).toEqual([{ category: 'counterfeit', now: 3, before: 2, yearAgo: null }])
  expect(report.bands).toEqual([
    { band: 'high', now: 2, before: 2, yearAgo: null },
    { band: 'medium', now: 1, before: 0, yearAgo: null },
  ])
  expect(report.platforms).toEqual([{ site: 'cho', read: 5, high: 2, now: 3, before: 2, yearAgo: null }])
  expect(report.provinces).toContainEqual({ province: 'Huế', now: 2, before: 0, yearAgo: null })
  expect(report.provinces).toContainEqual({ province: 'Hà Nội', now: 0, before: 1, yearAgo: null })
  expect(report.decisions).toContainEqual({ verdict: 'dismiss', reason: 'genuine', now: 1, before: 0, yearAgo: null })
  // One officer decided in U1: it does not stand by itself.
  expect(report.units).toContainEqual({ unit: null, verdict: 'confirm', now: 0, before: 1, yearAgo: null })
  expect(report.goods).toEqual([{ goods: 'watches-jewellery', now: 3, before: 2, yearAgo: null }])
  expect(report.days).toHaveLength(4)
  expect(report.coverage).toMatchObject([{ site: 'cho', visits: 9, outcomes: { blocked: 2, removed: 1, failed: 1 } }])
})

test('a seller flagged again after a confirmation stands first; one that a single listing speaks of does not stand there', async () => {
  const { sellers } = await buildReport(made.store.reports, preset('month', '2026-11'))
  expect(sellers).toEqual([
    {
      site: 'cho',
      key: 's1',
      name: 'Shop An',
      listings: 2,
      days: 3,
      months: 2,
      confirmed: 1,
      again: 2,
      back: 0,
      linked: 1,
    },
  ])
  const october = await buildReport(made.store.reports, preset('month', '2026-10'))
  expect(october.sellers).toMatchObject([{ key: 's1', listings: 2, again: 1 }])
})

test('a period that is over gives the same bytes for ever, whatever comes after it', async () => {
  const month = preset('month', '2026-10')
  const formats = ['html', 'docx', 'csv', 'xlsx', 'json'] as const
  const write = async () => {
    const report = await buildReport(made.store.reports, month)
    return Promise.all(formats.map(async (format) => Buffer.from(await bytesOf(report, format))))
  }
  const before = await write()
  await made.later('2026-12-03T03:00:00.000Z', 'served', { key: 'z', flagged: true })
  await made.store.ledger.append('exported', 'report:2026-10', {})
  expect((await write()).map((bytes, i) => bytes.equals(must(before[i])))).toEqual(formats.map(() => true))
})

test('the documents hold the counts, the head of the ledger, and nothing that a spreadsheet or a browser would run', async () => {
  const month = await buildReport(made.store.reports, preset('month', '2026-11'))
  const hostile = {
    site: '=cmd|x',
    key: null,
    name: '<img src=x onerror=alert(1)>',
    listings: 2,
    days: 1,
    ...{ months: 1, confirmed: 0, again: 0, back: 0, linked: 0 },
  }
  const report = { ...month, sellers: [hostile] }
  const head = must(report.head)
  const html = await text(report, 'html')
  for (const part of [head.hash, 'hàng giả', 'Bị chặn không phải là đã gỡ', '&lt;img src=x'])
    expect(html).toContain(part)
  expect(html).not.toContain('<img')
  const csv = await text(report, 'csv')
  expect(csv).toContain('"Tóm tắt","tin rao có dấu hiệu","Kỳ này",3\r\n')
  expect(csv).toContain(`"'=cmd|x · <img`)
  const book = new exceljs.Workbook()
  await book.xlsx.load((await bytesOf(report, 'xlsx', 'en')).buffer as ArrayBuffer)
  const sheet = must(book.getWorksheet('Stubborn sellers'))
  expect([sheet.getCell('A2').value, sheet.getCell('A2').formula]).toEqual(['=cmd|x', undefined])
  expect(must(book.getWorksheet('In short')).getCell('B2').value).toBe(3)
  expect(JSON.parse(await text(report, 'json'))).toEqual(report)
})

test('the command writes a report once, enters it in the ledger, and refuses what is no single period', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'soi-report-'))
  const file = join(folder, 'q4.json')
  const report = async (...args: string[]) => (await runSoi(made.home, ['report', ...args])).code
  expect(await report('--quarter', '2026-Q4', '--format', 'json', '-o', file)).toBe(0)
  expect(reportSchema.parse(JSON.parse(await readFile(file, 'utf8'))).name).toBe('2026-Q4')
  const [entry] = await made.store.ledger.list({ limit: 1 })
  expect(entry).toMatchObject({ action: 'exported', subject: 'report:2026-Q4' })
  for (const wrong of [[], ['--day', '2026-11-01', '--year', '2026'], ['--from', '2026-11-01'], ['--week', '2026-48']])
    expect(await report(...wrong, '--format', 'csv', '-o', join(folder, 'x.csv'))).not.toBe(0)
  expect(await report('--year', '2026', '--format', 'json', '-o', file)).not.toBe(0)
  const frozen = async (name: string) => {
    const to = join(folder, name)
    const options = ['--kind', 'tricks', '--format', 'docx', '--as-of', '9', '--title', 'Cao điểm']
    expect(await report('--quarter', '2026-Q4', ...options, '-o', to)).toBe(0)
    return readFile(to)
  }
  expect((await frozen('a.docx')).equals(await frozen('b.docx'))).toBe(true)
  expect((await made.store.ledger.list({ limit: 1 }))[0]).toMatchObject({ subject: 'tricks:2026-Q4' })
  expect(
    await report('--day', '2026-11-01', '--kind', 'ranking', '--format', 'csv', '-o', join(folder, 'y.csv')),
  ).not.toBe(0)
})

test('what was known of a period that still runs ends now, not with the period; of one that is over, with it', async () => {
  let now = '2026-11-15T03:00:00.000Z'
  const store = await openStore(await newHome(), { ...OPERATOR, now: () => now })
  const before = '2026-11-30T17:00:00.000Z'
  expect(await store.reports.cut({ before })).toEqual({ head: null, until: now })
  await store.cases.create('Vụ 1')
  const entered = now
  // A clock that is put back.
  now = '2026-11-14T03:00:00.000Z'
  expect((await store.reports.cut({ before })).until).toBe(entered)
  now = '2026-12-02T00:00:00.000Z'
  expect((await store.reports.cut({ before })).until).toBe('2026-11-30T16:59:59.999Z')
  await store.close()
})
