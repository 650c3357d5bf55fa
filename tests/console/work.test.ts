import { expect, test } from 'vitest'
import { CHROMIUM, inChromium, signIn } from './browser.ts'
import { atDesk, sightingsOf } from './desk.ts'

const stock = () =>
  sightingsOf([
    { key: 'a', flagged: true },
    { key: 'b', flagged: true },
    { key: 'c', flagged: true },
  ])

test.skipIf(CHROMIUM === undefined)('by keyboard from the queue to a confirmed, packed case', async () => {
  await atDesk({ sightings: await stock() }, (desk) =>
    inChromium(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await signIn(page, desk.console.url, 'analyst')
      await page.keyboard.type('gq')
      await page.waitForURL('**/queue')
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/listings/3*')
      // c opens the form and stands in the reason: an arrow chooses it, the tabulator leads to the words.
      await page.keyboard.press('c')
      expect(await page.evaluate('document.activeElement.name')).toBe('reason')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Dấu hiệu rõ')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL('**decided=*')
      expect(await page.locator('.decisions').innerText()).toContain('Dấu hiệu rõ')
      // Where it was in the queue one goes on, although it has left the queue.
      expect(await page.locator('a[rel=next]').getAttribute('href')).toMatch(/^\/listings\/2/)
      await page.keyboard.press('a')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Hồ sơ đồng hồ')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/cases/1')
      await page.keyboard.press('p')
      await page.waitForURL('**/cases/1#packs')
      while ((await page.locator('progress').count()) > 0) {
        await page.waitForTimeout(200)
        await page.reload()
      }
      const saving = page.waitForEvent('download')
      await page.click('#packs li a')
      expect((await saving).suggestedFilename()).toMatch(/^soi-pack-.*\.zip$/)
    }),
  )
})

test.skipIf(CHROMIUM === undefined)('without script a decision is made all the same', async () => {
  await atDesk({ sightings: await stock() }, (desk) =>
    inChromium(async (browser) => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const page = await context.newPage()
      await signIn(page, desk.console.url, 'investigator')
      await page.goto(`${desk.console.url}/listings/1`)
      await page.click('summary[data-key=d]')
      await page.selectOption('details[open] [name=reason]', 'genuine')
      await page.fill('details[open] [name=note]', 'có hóa đơn')
      await page.click('details[open] button')
      await page.waitForURL('**decided=*')
      expect(await page.locator('.standing-pending').count()).toBe(1)
    }),
  )
})
