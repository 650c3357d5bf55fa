import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { svgPicture } from '../../src/images/svg-picture.ts'
import { printOnce } from '../../src/print/once.ts'
import { drawnAlone } from '../../src/report/charts.ts'
import { documentOf } from '../../src/report/document.ts'
import { htmlDocument } from '../../src/report/page.ts'
import type { ReportDocument } from '../../src/report/section.ts'
import { wordBytes } from '../../src/report/word.ts'
import { CHROMIUM } from '../console/browser.ts'
import { unzipped } from './unzipped.ts'

const document: ReportDocument = {
  title: 'Báo cáo <tháng> & năm',
  lines: ['Kỳ báo cáo', 'Đầu sổ cái: mục 7, abc'],
  at: '2026-11-30T17:00:00.000Z',
  sections: [
    {
      ...{ title: 'Theo nền tảng', text: ['Một đoạn'], note: 'Ghi chú \u0007' },
      chart: {
        id: 'chart-sites',
        title: 'Theo nền tảng',
        bars: [
          { label: 'shopee', n: 3 },
          { label: 'lazada', n: 1 },
        ],
      },
      table: {
        names: 1,
        head: ['Nền tảng', 'Số tin'],
        rows: [
          ['shopee', 1234],
          ['=cmd|x <b>', null],
        ],
      },
    },
    { title: 'Trống', text: [], note: null, chart: null, table: { names: 1, head: ['a', 'b'], rows: [] } },
  ],
}

describe('the document for Word', () => {
  let files: ReadonlyMap<string, string>
  beforeAll(async () => {
    files = await unzipped(await wordBytes(document, 'vi'))
  })

  test('has real headings, a header row in each table, and text that is text', () => {
    const xml = files.get('word/document.xml') ?? ''
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml).toContain('1.234')
    expect(xml).toContain('=cmd|x &lt;b&gt;')
    expect(xml).not.toContain('\u0007')
    expect(files.get('word/styles.xml')).toContain('w:val="vi-VN"')
  })

  test('has each chart as a picture that says its numbers', () => {
    const xml = files.get('word/document.xml') ?? ''
    expect(xml.match(/<wp:docPr[^>]*>/g)).toEqual([
      '<wp:docPr id="1" name="chart-1" descr="Theo nền tảng: shopee 3; lazada 1" title="Theo nền tảng"/>',
    ])
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1)
  })

  test('bears the time of the period, and the same document is the same bytes', async () => {
    expect(files.get('docProps/core.xml')).toContain('2026-11-30T17:00:00Z</dcterms:created>')
    expect(files.get('docProps/core.xml')).toContain('Báo cáo &lt;tháng&gt; &amp; năm')
    const [one, other] = [await wordBytes(document, 'vi'), await wordBytes(document, 'vi')]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

test('a drawing by itself becomes a picture: the bars of the numbers, whatever a label holds', async () => {
  const bars = [
    { label: 'shopee & <b> “x”', n: 3 },
    { label: 'lazada', n: 1 },
  ]
  const { svg, said } = drawnAlone({ id: 'c', title: 't', bars }, String)
  expect(said).toBe('shopee & <b> “x” 3; lazada 1')
  const { png, width, height } = await svgPicture(svg)
  expect([width, height]).toEqual([640, 48])
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  /** Points of a row that have the colour of bars, to a step or two. */
  const wide = (y: number) => {
    const row = data.subarray(y * info.width * 3, (y + 1) * info.width * 3)
    const isBar = (x: number) => [0x4b, 0x83, 0x9b].every((part, i) => Math.abs((row[x * 3 + i] ?? 0) - part) < 6)
    return Array.from({ length: info.width }, (_, x) => x).filter(isBar).length
  }
  expect(wide(24) / wide(72)).toBeCloseTo(3, 1)
})

describe('the page', () => {
  test('has every number of a chart as text for who cannot see it, and as a table', () => {
    const html = htmlDocument(document, 'vi')
    expect(html).toContain('aria-labelledby="chart-sites-title chart-sites-text"')
    expect(html).toContain('<desc id="chart-sites-text">shopee 3; lazada 1</desc>')
    expect(html).toContain('<th scope="row"><bdi>shopee</bdi></th><td class="number">1.234</td>')
    expect(html).toContain('=cmd|x &lt;b&gt;')
  })

  test.skipIf(CHROMIUM === undefined)('prints as PDF, twice the same bytes', async () => {
    const print = () => printOnce({ chromium: CHROMIUM ?? null }, htmlDocument(document, 'vi'), () => null, document.at)
    const [one, other] = await Promise.all([print(), print()])
    expect(Buffer.from(one).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(one).toString('latin1')).toContain('/CreationDate (D:20261130170000')
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })
})

test('a long period is drawn by month, a short one by day', () => {
  const empty = { now: 0, before: null, yearAgo: null }
  const of = (from: string, to: string, day: string) => {
    const span = { from, to }
    const rest = { violations: [], goods: [], bands: [], platforms: [], provinces: [], compliance: [], sellers: [] }
    const report = {
      ...{
        format: 'soi-report/2',
        name: 'x',
        title: null,
        period: span,
        before: span,
        yearAgo: span,
        until: to,
        head: null,
      },
      ...{ ...rest, coverage: [], decisions: [], units: [], tricks: [] },
      totals: [{ measure: 'flagged', ...empty }],
      days: [{ day, band: 'high', n: 2 }],
    } as const
    return documentOf(report as unknown as Parameters<typeof documentOf>[0], 'report', 'en').sections[1]
  }
  const year = of('2025-12-31T17:00:00.000Z', '2026-12-31T17:00:00.000Z', '2026-03-05')
  expect(year?.table?.rows).toEqual([['03/2026', 2, 0, 0]])
  const month = of('2026-10-31T17:00:00.000Z', '2026-11-30T17:00:00.000Z', '2026-11-05')
  expect(month?.table?.rows).toEqual([['05/11', 2, 0, 0]])
  expect(month?.chart && 'columns' in month.chart ? month.chart.columns.length : 0).toBe(30)
})
