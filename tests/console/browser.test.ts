import { describe, expect, test } from 'vitest'
import type { Listing, Sighting } from '../../src/domain.ts'
import { aSighting } from '../store/sample.ts'
import { axe, CHROMIUM, INJECTED, inChromium, isInjected, signIn } from './browser.ts'
import { atDesk, type Desk, sightingsOf, withPicture } from './desk.ts'
import { PAYLOADS } from './payloads.ts'

const PATHS = [
  ...['/', '/queue', '/queue?band=low', '/listings/1', '/listings/2', '/listings/3?with=1', '/listings/1/change'],
  ...['/seller?site=cho&key=s1', '/cases', '/cases/1', '/queue?state=all', '/queue?search=replica'],
  ...['/sweeps', '/sweeps/1', '/audit', '/audit/access', '/accounts', '/me', '/help', '/nowhere'],
  ...['/cases/1/alike', '/reviews', '/listings/5', '/queue?done=2&left=1'],
  ...['/watch', '/sweeps/compare?a=1&b=1', '/sweeps/plan?file=none'],
  ...[
    '/me/tokens',
    '/reports',
    '/reports?month=2026-11',
    '/reports?day=never',
    '/reports?kind=warning',
    '/reports?kind=tricks',
  ],
  ...['/rules?q=sieu+cap', '/rules?by=law&q=rep+1:1', '/rules/try', '/rule/replica-of-brand', '/rule/none'],
]

/** Looked at by axe in English and on a phone too; of the others it is seen that they fit. */
const OFTEN_USED = ['/', '/queue', '/listings/1', '/cases/1', '/sweeps', '/reports', '/rules/try', '/help']

/** Where who decides has forms of the work. */
const OFFICERS_PATHS = [
  '/listings/1',
  '/listings/5',
  '/cases',
  '/cases/1',
  '/sweeps',
  '/sweeps/edit',
  '/sweeps/edit?as=yaml',
  '/watch',
  ...['/cases/1/alike', '/queue', '/', '/reviews'],
  '/seller?site=cho&key=s1',
]

const shop = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: false },
    { key: 'a', flagged: true, title: 'Đồng hồ replica a, nay giảm giá' },
    { key: 'c', flagged: true, seller: 'Shop Bình' },
    { key: 'd', flagged: true, band: 'medium' },
  ])

/** Something decided, something waiting for a second person, a case with a note. */
async function atWork(desk: Desk): Promise<void> {
  const analyst = await desk.as('analyst')
  await analyst.post('/listings/1/decide', { verdict: 'dismiss', reason: 'genuine', note: 'có hóa đơn' })
  await analyst.post('/listings/4/decide', { verdict: 'dismiss', reason: 'genuine', note: 'có hóa đơn' })
  await analyst.post('/listings/2/decide', { verdict: 'refer', reason: 'to-platform', note: 'gửi sàn' })
  await analyst.post('/listings/1/case', { case: 'new', title: 'Đồng hồ' })
  await analyst.post('/cases/1/notes', { text: 'chờ chủ thể quyền' })
  await analyst.post('/cases/1/set', { status: 'waiting', due: '2020-01-31', assignee: 'le.binh', province: 'Huế' })
  await analyst.upload('/cases/1/files', {}, new File(['Biên bản'], 'biên bản.txt'))
  const answer = { kind: 'reply', received: '2026-11-20', way: 'letter', sender: 'Shop An', text: 'Hàng thật' }
  await analyst.upload('/listings/1/replies', answer, new File(['%PDF-1.7'], 'thư.pdf'))
  const reviewer = await desk.as('reviewer')
  await reviewer.post('/seller/allow', { site: 'cho', key: 's1', days: '30', reason: 'có ủy quyền' })
  await reviewer.post('/seller/case', { site: 'cho', key: 's1', case: '1' })
  // Drawn for a second review: the reviewer sees it blind, the others see it decided.
  await (await desk.as('administrator')).post('/reviews/share', { percent: '100' })
  await analyst.post('/listings/5/decide', { verdict: 'confirm', reason: 'signs-plain', note: 'rõ' })
}

describe.skipIf(CHROMIUM === undefined)('in a real browser', () => {
  test('axe finds nothing on any page, in both languages, on a screen and on a phone', async () => {
    await atDesk({ sightings: await shop() }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
        const found: string[] = []
        const look = async (path: string, whole = true) => {
          await page.goto(desk.console.url + path)
          // Folded parts are looked at too.
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
          const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
          const lang = await page.evaluate('document.documentElement.lang')
          const place = `${path} ${lang} ${page.viewportSize()?.width}`
          if (wide) found.push(`${place} is wider than the screen`)
          if (whole) found.push(...(await axe(page)).map((each) => `${place} ${each}`))
        }
        await atWork(desk)
        await look('/login')
        await signIn(page, desk.console.url, 'administrator')
        for (const path of PATHS) await look(path)
        await page.goto(desk.console.url)
        await page.click('button[lang=en]')
        for (const path of PATHS) await look(path, OFTEN_USED.includes(path))
        await page.setViewportSize({ width: 390, height: 844 })
        // What a narrow screen changes is the layout: axe sees the same words, names and colours as on a wide one.
        for (const path of PATHS) await look(path, OFTEN_USED.includes(path))
        await page.click('form[action="/logout"] button')
        await signIn(page, desk.console.url, 'reviewer')
        for (const path of OFFICERS_PATHS) await look(path)
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.click('button[lang=vi]')
        for (const path of OFFICERS_PATHS) await look(path, false)
        expect(found).toEqual([])
      }),
    )
  }, 240_000)

  test('the keyboard goes through the queue, into a listing, on to the next and back', async () => {
    await atDesk({ sightings: await shop() }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage()
        await signIn(page, desk.console.url, 'analyst')
        await page.keyboard.type('gq')
        await page.waitForURL('**/queue')
        expect(await page.locator('.entry').count()).toBe(3)
        await page.keyboard.press('j')
        await page.keyboard.press('j')
        const second = await page.locator('.entry').nth(1).locator('h2').innerText()
        await page.keyboard.press('Enter')
        await page.waitForURL('**/listings/*')
        expect(await page.locator('h1').innerText()).toBe(second)
        await page.keyboard.press('k')
        await page.waitForFunction((title) => document.querySelector('h1')?.textContent !== title, second)
        await page.keyboard.press('j')
        await page.waitForFunction((title) => document.querySelector('h1')?.textContent === title, second)
        await page.keyboard.press('b')
        await page.waitForURL('**/queue')
        await page.keyboard.press('/')
        await page.keyboard.type('bình')
        await page.keyboard.press('Enter')
        await page.waitForURL('**search=b*')
        expect(await page.locator('.entry').count()).toBe(1)
        await page.keyboard.press('?')
        expect(await page.locator('#keys').isVisible()).toBe(true)
      }),
    )
  })

  test('works without script', async () => {
    await atDesk({ sightings: await shop() }, (desk) =>
      inChromium(async (browser) => {
        const context = await browser.newContext({ javaScriptEnabled: false })
        const page = await context.newPage()
        await signIn(page, desk.console.url, 'analyst')
        await page.click('nav.menu a[href="/queue"]')
        await page.selectOption('[name=band]', 'medium')
        await page.click('.filter button')
        await page.click('.entry h2 a')
        expect(await page.locator('h1').innerText()).toContain('replica d')
        await page.click('button[lang=en]')
        expect(await page.locator('h1').innerText()).toContain('replica d')
        await page.click('.side a[href="/help"]')
        expect(await page.locator('h1').innerText()).toBe('Keys')
      }),
    )
  })
})

/** Every so many listings are shown; the others are parsed. */
const SHOWN_OF_LISTINGS = 5

/** Every field that a page can fill. */
function hostile(payload: string, i: number): Sighting {
  const sample = aSighting({ key: `${i}`, flagged: true })
  const listing: Listing = {
    ...sample.listing,
    ...{ site: payload, url: payload, title: payload, description: payload, brand: payload, category: payload },
    ...{ sku: payload, gtin: payload, images: [payload], ocrText: payload, province: payload, postedAt: payload },
    ...{ shipping: payload, attributes: { [payload]: payload }, provenance: { title: payload, description: payload } },
    price: { amount: 1, currency: 'VND', text: payload },
    listPrice: { amount: 1, currency: 'VND', text: payload },
    seller: { key: payload, name: payload, url: payload, location: payload, phoneText: payload, badges: [payload] },
    contacts: [{ kind: 'website', value: payload, text: payload, field: payload }],
    variants: [{ name: payload, price: null }],
  }
  const [signal] = sample.assessment.signals
  const quotes = ['title', 'description', `attributes.${payload}`, payload].map((field) => ({
    ...{ field, start: 0, end: payload.length, text: payload },
  }))
  return {
    ...sample,
    listing,
    assessment: {
      ...sample.assessment,
      signals: signal ? [{ ...signal, rule: payload, quotes }] : [],
      excused: [{ rule: payload, version: '0123456789ab', lowers: [payload], strength: 0.1, quotes }],
    },
    verdict: { kind: 'served', reasons: [payload] },
    drift: [payload],
    captureError: payload,
    page: { ...sample.page, requestedUrl: payload, url: payload, remoteAddress: payload },
    capture: sample.capture && {
      ...sample.capture,
      ...{ browser: payload, missing: [payload], verdict: { kind: 'served', reasons: [payload] } },
    },
  }
}

describe.skipIf(CHROMIUM === undefined)('a store full of script', () => {
  test(`runs none of ${PAYLOADS.length} payloads and asks nobody outside`, async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(200)
    const sightings = await Promise.all(PAYLOADS.map((payload, i) => withPicture(hostile(payload, i))))
    await atDesk({ sightings }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage()
        const bad: string[] = []
        page.on('dialog', (dialog) => bad.push(`dialog on ${page.url()}`) && dialog.dismiss())
        page.on('request', (request) => request.url().startsWith(desk.console.url) || bad.push(request.url()))
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) bad.push(`${page.url()}: ${message.text()}`)
        })
        const [analyst, reviewer] = [await desk.as('analyst'), await desk.as('reviewer')]
        for (const [i, payload] of PAYLOADS.slice(0, 40).entries()) {
          await analyst.post(`/listings/${i + 1}/case`, { case: i === 0 ? 'new' : '1', title: payload })
          await analyst.post(`/listings/${i + 1}/decide`, { verdict: 'refer', reason: 'other', note: payload })
          await analyst.post('/cases/1/notes', { text: payload })
          await analyst.post('/cases', { title: payload })
          await analyst.post('/cases/1/set', { assignee: payload, units: payload })
          await analyst.upload('/cases/1/files', {}, new File([payload], payload))
          const answer = { kind: 'reply', received: '2026-11-20', way: 'letter', sender: payload, text: payload }
          await analyst.upload(`/listings/${i + 1}/replies`, answer, new File([payload], payload))
          const seller = { site: payload, key: payload }
          await reviewer.post('/seller/allow', { ...seller, days: '9', reason: payload })
          await reviewer.post('/seller/case', { ...seller, case: '1' })
        }
        await signIn(page, desk.console.url, 'administrator')
        const look = async (path: string) => {
          await page.goto(desk.console.url + path)
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
          if (await page.evaluate(`window.hacked !== undefined || ${INJECTED}(document)`))
            bad.push(`something got through on ${path}`)
        }
        const parse = async (path: string) => {
          if (await isInjected(page, desk.console.url + path)) bad.push(`something got through on ${path}`)
        }
        let next: string | null = '/queue?sort=oldest&state=all'
        let shown = 0
        while (next !== null) {
          await look(next)
          shown += await page.locator('.entry').count()
          next = await page
            .locator('a[rel=next]')
            .getAttribute('href', { timeout: 500 })
            .catch(() => null)
        }
        expect(shown).toBe(PAYLOADS.length)
        for (let id = 1; id <= PAYLOADS.length; id++)
          await (id % SHOWN_OF_LISTINGS === 0 ? look : parse)(`/listings/${id}`)
        for (const path of [
          '/',
          '/sweeps',
          '/sweeps/1',
          '/reports?year=2026',
          '/reports?year=2026&kind=warning',
          '/audit',
          '/audit/access',
          '/cases',
          '/cases/1',
          '/cases/1/alike',
          '/reviews',
          '/queue?done=1&left=1,2,3',
          '/rules',
          '/rule/replica-of-brand',
        ])
          await look(path)
        for (const payload of PAYLOADS.slice(0, 40)) {
          const asked = encodeURIComponent(payload)
          await parse(`/queue?seller=${asked}&search=${asked}`)
          await look(`/seller?site=${asked}&key=${asked}`)
          await parse(`/rules?q=${asked}&by=${asked}`)
        }
        expect(bad).toEqual([])
      }),
    )
  }, 600_000)
})
