import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadNoticeSettings } from '../../src/notify/settings.ts'
import { serveHook } from '../notify/servers.ts'
import { must, newHome } from '../store/sample.ts'
import { axe, CHROMIUM, inChromium, signIn } from './browser.ts'
import { atDesk, sightingsOf } from './desk.ts'

const SECRET = 'mot-khoa-dai-du-16'
const yaml = (url: string) => `console_url: https://soi.example
channels:
  - { name: hook, kind: webhook, url: "${url}/in", secret_env: HOOK_SECRET, allow_private: true }
  - { name: chat, kind: chat, url: "${url}/botTOKEN123/send", chat_id: 7, allow_private: true, digest: { at: "07:30" } }
`
const SHOT = process.env['SOI_SHOTS']

test('a running console tells what came in by itself, and shows what it sent', async () => {
  const hook = await serveHook()
  const more = { secret: (name: string) => (name === 'HOOK_SECRET' ? SECRET : null) }
  const before = (home: string) => writeFile(join(home, 'notify.yaml'), yaml(hook.url))
  try {
    await atDesk({ sightings: await sightingsOf([{ key: 'a', flagged: true }]), more, before }, async (desk) => {
      const analyst = await desk.as('analyst')
      await analyst.post('/tips/add', { kind: 'seller', text: 'x' })
      await analyst.post('/tips/1/due', { day: '2020-01-01' })
      const admin = await desk.as('administrator')
      const page = await (await admin.get('/notify')).text()
      expect(page).toContain('hook')
      expect(page).not.toMatch(/TOKEN123|mot-khoa/)
      const tested = await (await admin.post('/notify/test', { channel: 'hook' })).text()
      expect(tested).toContain('hook: đã gửi')
      hook.answer = 500
      expect(await (await admin.post('/notify/test', { channel: 'hook' })).text()).toContain('answered 500')
      expect((await admin.post('/notify/0000-00/retry', {})).status).toBe(303)
      expect((await admin.post('/notify/test', { channel: 'none' })).status).toBe(404)
    })
  } finally {
    await hook.close()
  }
})

test('the example on the page is one that is taken', async () => {
  await atDesk({}, async (desk) => {
    const admin = await desk.as('administrator')
    const page = await (await admin.get('/notify')).text()
    const example = must(/<pre[^>]*>([^<]+)<\/pre>/.exec(page)?.[1]).replaceAll('&quot;', '"')
    const home = await newHome()
    await mkdir(join(home, 'keys'))
    await writeFile(join(home, 'notify.yaml'), example)
    await writeFile(join(home, 'keys', 'smtp'), 'geheimnis')
    await writeFile(join(home, 'keys', 'chat-url'), 'https://chat.example/bot1/sendMessage')
    const settings = await loadNoticeSettings(home, () => SECRET)
    expect(settings?.channels.map(({ kind }) => kind)).toEqual(['email', 'webhook', 'chat'])
  })
})

test('a notify.yaml that is wrong stops the start, and says where', async () => {
  const before = (home: string) => writeFile(join(home, 'notify.yaml'), 'channels: []\ncolour: red\n')
  await expect(atDesk({ before }, async () => undefined)).rejects.toThrow('colour')
})

describe.skipIf(CHROMIUM === undefined)('the page of notices in a real browser', () => {
  test('axe finds nothing, with channels and without, in both languages', async () => {
    const hook = await serveHook()
    const found: string[] = []
    const visit = (before: (home: string) => Promise<void>, name: string) =>
      atDesk({ more: { secret: () => SECRET }, before }, (desk) =>
        inChromium(async (browser) => {
          const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
          await signIn(page, desk.console.url, 'administrator')
          for (const lang of ['vi', 'en']) {
            if (lang === 'en') await page.click('button[lang=en]')
            for (const width of [1280, 390]) {
              await page.setViewportSize({ width, height: 800 })
              await page.goto(`${desk.console.url}/notify`)
              await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
              const place = `${name} ${lang} ${width}`
              if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
                found.push(`${place} too wide`)
              found.push(...(await axe(page)).map((each) => `${place} ${each}`))
              if (SHOT) await page.screenshot({ path: `${SHOT}/${place.replaceAll(' ', '-')}.png` })
            }
            await page.setViewportSize({ width: 1280, height: 800 })
          }
        }),
      )
    try {
      await visit(async (home) => {
        await writeFile(join(home, 'notify.yaml'), yaml(hook.url))
        const { openConsole } = await import('../../src/store/console/console.ts')
        const store = openConsole(home, { now: () => new Date().toISOString() })
        const notice = (key: string, channel: string) => ({
          ...{ channel, key, event: 'high-flag', dueAt: '2026-01-01T00:00:00.000Z' },
          body: JSON.stringify({
            at: '2026-01-01T00:00:00.000Z',
            title: key,
            site: 'cho',
            score: 80,
            path: '/listings/1',
          }),
        })
        for (const [i, state] of (['sent', 'failed', 'waiting'] as const).entries()) {
          store.outbox.put([notice(`k${i}`, 'hook'), notice(`m${i}`, 'hook')], {})
          const id = `0000000${i}-aaaa`
          store.outbox.bundle('hook', id, 10)
          if (state === 'sent') store.outbox.sent(id)
          else
            store.outbox.failed(id, 'shop.example answered 500', state === 'failed' ? null : '2030-01-01T00:00:00.000Z')
        }
        store.outbox.put([{ ...notice('later', 'chat'), dueAt: '2030-01-01T00:00:00.000Z' }], {})
        store.close()
      }, 'channels')
      await visit(async () => undefined, 'none')
      expect(found).toEqual([])
    } finally {
      await hook.close()
    }
  })
})
