import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { OPERATOR } from '../store/sample.ts'
import { CHROMIUM, inChromium, signIn } from './browser.ts'
import { atDesk, sightingsOf } from './desk.ts'

const stock = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true, band: 'medium' },
    { key: 'c', flagged: true, band: 'medium' },
  ])

/** Real keys, counted: a chord counts for each of its keys. */
const keyboardOf = (page: Page) => {
  let presses = 0
  return {
    press: async (keys: string) => {
      presses += keys.split('+').length
      await page.keyboard.press(keys)
    },
    presses: () => presses,
  }
}

test.skipIf(CHROMIUM === undefined)('from Today to a confirmed, packed case in at most eight key presses', async () => {
  await atDesk({ sightings: await stock() }, (desk) =>
    inChromium(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await signIn(page, desk.console.url, 'analyst')
      await page.waitForSelector('[data-key=n]')
      const keys = keyboardOf(page)
      await keys.press('n')
      await page.waitForURL('**/listings/*')
      const title = await page.locator('h1').innerText()
      // Read; then the suspicion is confirmed with the words that the signs themselves propose.
      await keys.press('c')
      expect(await page.locator('details[open] textarea').inputValue()).toMatch(/^Đã thấy: .*“replica”/)
      await keys.press('Control+Enter')
      await page.waitForURL('**decided=*')
      await keys.press('a')
      await keys.press('Control+Enter')
      await page.waitForURL('**/cases/1')
      await keys.press('p')
      await page.waitForURL('**/cases/1#packs')
      while ((await page.locator('progress').count()) > 0) {
        await page.waitForTimeout(200)
        await page.reload()
      }
      expect(await page.locator('#packs li a').count()).toBe(1)
      expect(await page.locator('h1').innerText()).toContain(title)
      expect(keys.presses()).toBeLessThanOrEqual(8)
      const store = await openStore(desk.home, { ...OPERATOR, readOnly: true })
      const [decision] = await store.decisions.list({ limit: 1 })
      expect(decision).toMatchObject({ verdict: 'confirm', reason: 'signs-plain', officer: 'analyst' })
      expect(decision?.note).toContain('replica')
      expect((await store.cases.get(1)).sightings).toEqual([decision?.sighting])
      await store.close()
    }),
  )
})

test.skipIf(CHROMIUM === undefined)('rows are chosen with a key, and decided on together', async () => {
  await atDesk({ sightings: await stock() }, (desk) =>
    inChromium(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await signIn(page, desk.console.url, 'analyst')
      await page.goto(`${desk.console.url}/queue?band=medium`)
      for (const key of ['j', 'x', 'j', 'x', 'm']) await page.keyboard.press(key)
      expect(await page.locator('[data-pick]:checked').count()).toBe(2)
      expect(await page.evaluate('document.activeElement.name')).toBe('what')
      await page.selectOption('[name=what]', 'needs-more/ask-platform')
      await page.keyboard.press('Tab')
      await page.keyboard.type('hỏi sàn cả hai')
      await page.keyboard.press('Enter')
      await page.waitForURL('**done=2')
      expect(await page.locator('.notice.good').innerText()).toContain('2')
      expect(await page.locator('.entry').count()).toBe(0)
    }),
  )
})

test.skipIf(CHROMIUM === undefined)('without script rows are chosen and files are sent all the same', async () => {
  await atDesk({ sightings: await stock() }, (desk) =>
    inChromium(async (browser) => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
      await signIn(page, desk.console.url, 'analyst')
      await page.goto(`${desk.console.url}/queue`)
      await page.locator('[data-pick]').nth(0).check()
      await page.locator('[data-pick]').nth(1).check()
      await page.click('summary[data-key=m]')
      await page.selectOption('[name=what]', 'case/new')
      await page.fill('#bulk [name=note]', 'Vụ đồng hồ')
      await page.click('#bulk button')
      await page.waitForURL('**/cases/1?added=2')
      await page.setInputFiles('[name=file]', { name: 'a.txt', mimeType: 'text/html', buffer: Buffer.from('Biên bản') })
      await page.click('#files button')
      await page.waitForURL('**/cases/1#files')
      expect(await page.locator('#files tbody tr').innerText()).toContain('a.txt')
    }),
  )
})
