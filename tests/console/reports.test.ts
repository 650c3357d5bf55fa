import { describe, expect, test } from 'vitest'
import { MEDIA_TYPES, REPORT_FORMATS } from '../../src/report/files.ts'
import { openStore } from '../../src/store/store.ts'
import { vietnamDay } from '../../src/vietnam-day.ts'
import { OPERATOR } from '../store/sample.ts'
import { CHROMIUM, inChromium, signIn } from './browser.ts'
import { atDesk, type Desk, sightingsOf } from './desk.ts'

const stock = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true, band: 'medium', title: 'Sữa bột xách tay' },
    { key: 'c', flagged: false },
  ])

/** The month of the store's samples, as known whenever this runs. */
const MONTH = '/reports?month=2026-11&as_of=2999-01-01'

const actionsIn = async ({ home }: Desk, action: string) => {
  const store = await openStore(home, { ...OPERATOR, readOnly: true })
  try {
    return await store.ledger.list({ action, limit: 50 })
  } finally {
    await store.close()
  }
}

test('a notice to the platform is recorded beside the listing, under the officer, and only with a day that was', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    await analyst.get('/listings/1')
    const form = {
      channel: 'letter',
      on: vietnamDay(desk.clock.now()),
      reference: 'CV 12/QLTT',
      recipient: '',
      note: '',
    }
    const wrong = await analyst.post('/listings/1/notices', { ...form, on: '2999-01-01' })
    expect([wrong.status, (await wrong.text()).includes('Ngày không có thật hoặc chưa tới')]).toEqual([400, true])
    const odd = await analyst.post('/listings/1/notices', { ...form, channel: 'pigeon' })
    expect([odd.status, (await odd.text()).includes('Hãy chọn đã báo bằng cách nào')]).toEqual([400, true])
    const long = await (await analyst.post('/listings/1/notices', { ...form, note: 'x'.repeat(2_001) })).text()
    expect([long.includes('Ngày không có thật'), long.includes('ghi chú dài hơn 2000')]).toEqual([false, true])
    const right = await analyst.post('/listings/1/notices', form)
    expect([right.status, right.headers.get('location')]).toEqual([303, '/listings/1?told#told'])
    const page = await (await analyst.get('/listings/1')).text()
    expect(page).toContain('CV 12/QLTT')
    const entries = await actionsIn(desk, 'notified')
    expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([['analyst', 'sighting:1']])
    expect((await (await desk.as('viewer')).post('/listings/1/notices', form)).status).toBe(403)
  })
})

test('a report is a file in each format, entered in the ledger before it leaves', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const analyst = await desk.as('analyst')
    const page = await (await analyst.get(MONTH)).text()
    for (const part of [
      'Nền tảng xử lý ra sao',
      'Theo nhóm hàng',
      'đồng hồ, trang sức',
      'chart-days-title',
      'Đầu sổ cái',
    ])
      expect(page).toContain(part)
    const formats = REPORT_FORMATS.filter((format) => format !== 'pdf' || CHROMIUM !== undefined)
    for (const format of formats) {
      const file = await analyst.get(`${MONTH.replace('?', '/file?')}&format=${format}`)
      expect([format, file.status, file.headers.get('content-type')]).toEqual([format, 200, MEDIA_TYPES[format]])
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="soi-report-2026-11.${format}"`)
    }
    const warning = await (await analyst.get(`${MONTH.replace('?', '/file?')}&kind=warning&format=html`)).text()
    expect(warning).not.toContain('Shop An')
    const entries = await actionsIn(desk, 'exported')
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['analyst']))
    const subjects = entries.map(({ subject }) => subject)
    expect(subjects).toEqual(['warning:2026-11', ...formats.map(() => 'report:2026-11')])
  })
})

test('the page shows this month, as known at an entry, and says what is no period', async () => {
  await atDesk({ sightings: await stock() }, async (desk) => {
    const viewer = await desk.as('viewer')
    const now = await (await viewer.get('/reports')).text()
    expect(now).toMatch(/aria-current="page">Tháng này/)
    const early = await (await viewer.get('/reports?month=2026-11&as_of=1')).text()
    expect(early).toContain('mục 1, ')
    for (const wrong of [
      '?day=never',
      '?month=2026-11&as_of=soon',
      '?month=2026-11&as_of=999',
      '?from=2026-11-02&to=2026-11-01',
    ])
      expect([wrong, (await viewer.get(`/reports${wrong}`)).status]).toEqual([wrong, 400])
  })
})

describe.skipIf(CHROMIUM === undefined)('in a real browser', () => {
  test('from a listing by key to a recorded notice, and on to what the platform did', async () => {
    await atDesk({ sightings: await stock() }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
        await signIn(page, desk.console.url, 'analyst')
        await page.goto(`${desk.console.url}/listings/1`)
        await page.keyboard.press('n')
        expect(await page.locator('#told form').isVisible()).toBe(true)
        await page.selectOption('#told [name=channel]', 'email')
        await page.click('#told form button')
        await page.waitForURL('**?told*')
        expect(await page.locator('#told .decisions').innerText()).toContain('thư điện tử')
        await page.keyboard.type('gr')
        await page.waitForURL('**/reports')
        await page.goto(desk.console.url + MONTH)
        const row = page.locator('section', { hasText: 'Nền tảng xử lý ra sao' }).locator('tbody tr').first()
        expect(await row.locator('td').allInnerTexts()).toContain('2')
        await page.click('.tabs a[href*="kind=warning"]')
        expect(await page.locator('main').innerText()).toContain('Nhận biết thế nào')
      }),
    )
  })

  test('the charts of Today open as tables without script', async () => {
    const at = new Date().toISOString()
    const sightings = await sightingsOf([
      { key: 'a', flagged: true, at },
      { key: 'b', flagged: true, at },
    ])
    await atDesk({ sightings }, (desk) =>
      inChromium(async (browser) => {
        const context = await browser.newContext({ javaScriptEnabled: false })
        const page = await context.newPage()
        await signIn(page, desk.console.url, 'viewer')
        const goods = page.locator('.charts > div', { hasText: 'Theo nhóm hàng' })
        await goods.locator('summary').click()
        expect(await goods.locator('tbody tr').allInnerTexts()).toEqual(['đồng hồ, trang sức\t2'])
      }),
    )
  })
})
