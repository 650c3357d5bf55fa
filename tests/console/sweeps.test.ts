import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { NO_SCHEDULE } from '../../src/console/sweeping.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { productPage, shelfPage } from '../faults/world.ts'
import { axe, CHROMIUM, inChromium, signIn } from './browser.ts'
import { atDesk, type Desk, fill, sightingsOf } from './desk.ts'
import { PAYLOADS } from './payloads.ts'

const shots = process.env['SHOTS']
const open: TestServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

/** A shop whose shelf the test changes between two runs. */
async function shop() {
  const state = { shelf: ['1', '2', '3', '4'], gone: new Set<string>(), walled: new Set<string>() }
  const server = await serve({}, (request, response) => {
    const n = request.url?.slice(3) ?? ''
    if (request.url === '/') html(shelfPage(state.shelf.map((each) => `/p/${each}`)))(request, response)
    else if (state.walled.has(n))
      response.writeHead(403, { 'content-type': 'text/html' }).end('<h1>Access denied</h1>captcha')
    else if (state.gone.has(n)) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Tin đã gỡ</h1>')
    else html(productPage(n))(request, response)
  })
  open.push(server)
  return { server, state }
}

const SERVER = { ...NO_SCHEDULE, schedule: true, allowPrivate: true }
const DAILY = `# Every morning
name: gom
targets: [https://cho.example/]
schedule: { cron: "0 6 * * *" } # before the office opens
windows: [{ from: "05:00", to: "23:00" }]
`

const withPlan =
  (text = DAILY) =>
  async (home: string): Promise<void> => {
    await mkdir(join(home, 'sweeps'), { recursive: true })
    await writeFile(join(home, 'sweeps', 'gom.yaml'), text)
  }
const planText = ({ home }: Desk) => readFile(join(home, 'sweeps', 'gom.yaml'), 'utf8')
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

async function ledgerOf({ home }: Desk, action: string) {
  const store = await openStore(home, { actor: 'test', readOnly: true })
  try {
    return await store.ledger.list({ action, limit: 50 })
  } finally {
    await store.close()
  }
}

describe('a plan in the console', () => {
  test('is saved whole under what the form says; comments and hours stay, and the ledger has the text', async () => {
    await atDesk({ before: withPlan() }, async (desk) => {
      const analyst = await desk.as('analyst')
      const editor = await (await analyst.get('/sweeps/edit?file=gom.yaml')).text()
      const fields = {
        ...{ as: 'form', file: 'gom.yaml', base: field(editor, 'base'), name: 'gom', pages: '1', zone: 'Asia/Tokyo' },
        ...{ targets: 'https://cho.example/\nhttps://cho.example/moi', rhythm: 'daily', time: '05:30', cron: '' },
        ...{
          visits: '400',
          minutes: '120',
          depth: '2',
          perSecond: '1',
          ocr: 'off',
          words: 'túi rep',
          'site.tiki': 'on',
        },
      }
      const preview = await analyst.post('/sweeps/check', fields)
      expect(preview.status).toBe(200)
      const shown = await preview.text()
      expect(shown).toContain('robots.txt')
      expect(await planText(desk)).toBe(DAILY)
      const text = (/name="text" hidden>\n?([^<]*)</.exec(shown)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
      const saved = await analyst.post('/sweeps/save', { file: 'gom.yaml', base: fields.base, text })
      expect(saved.status).toBe(303)
      const after = await planText(desk)
      expect(after).toContain('# Every morning')
      expect(after).toContain('windows: [ { from: "05:00", to: "23:00" } ]')
      expect(after).toContain('cron: 30 5 * * *, time_zone: Asia/Tokyo')
      expect(after).toContain('ocr: off')
      const [entry] = await ledgerOf(desk, 'setting-changed')
      expect(entry).toMatchObject({ actor: 'analyst', subject: 'setting:sweep/gom' })
      expect(JSON.parse(entry?.body ?? '')).toMatchObject({ file: 'gom.yaml', text: after, before: fields.base })
      // Whoever had the older text before them does not write over it.
      const late = await analyst.post('/sweeps/save', { file: 'gom.yaml', base: fields.base, text: DAILY })
      expect(late.status).toBe(409)
      expect(await planText(desk)).toBe(after)
    })
  })

  test('that is wrong is not saved: each fault stands beside its line', async () => {
    await atDesk({ before: withPlan() }, async (desk) => {
      const analyst = await desk.as('analyst')
      const wrong = 'name: gom\ntargets: [https://a.example/]\nlimts: {visits: 3}\n'
      const faults = await analyst.post('/sweeps/check', { as: 'yaml', file: 'gom.yaml', text: wrong })
      expect(faults.status).toBe(400)
      const page = await faults.text()
      expect(page).toMatch(
        /<li class="wrong"><code>limts: \{visits: 3\}<\/code><span class="fault">.*không có khóa limts \(có phải limits không\?\)/,
      )
      expect((await analyst.post('/sweeps/save', { file: 'gom.yaml', text: wrong })).status).toBe(400)
      expect(await planText(desk)).toBe(DAILY)
    })
  })

  test('visits nothing inside the network unless the server was told so, and takes no sign-in from a browser', async () => {
    const inside = [
      ['targets: ["http://127.0.0.1:8397/"]', /địa chỉ loại máy này/],
      ['targets: ["http://[::1]/"]', /địa chỉ loại máy này/],
      ['targets: ["http://2130706433/"]', /địa chỉ loại máy này/],
      ['targets: ["http://localhost/"]', /địa chỉ loại máy này/],
      ['targets: ["http://169.254.169.254/latest/meta-data"]', /địa chỉ loại liên kết cục bộ/],
      ['targets: ["https://a.example/"]\nallow_private: true', /chỉ người vận hành máy chủ/],
      ['targets: ["https://user:secret@a.example/"]', /tên đăng nhập hoặc mật khẩu/],
      ['targets: ["https://a.example/"]\nsession: {state: /etc/shadow, hosts: [a.example]}', /phiên đăng nhập/],
      ['keywords: [{site: nowhere, words: [a]}]', /không có tệp đọc trang nào tên nowhere/],
      ['watch: [{list: none}]', /không có danh sách theo dõi none/],
      ['targets: ["https://a.example/"]\nschedule: {cron: "0 0 30 2 *"}', /không bao giờ đến/],
    ] as const
    await atDesk({ before: withPlan() }, async (desk) => {
      const analyst = await desk.as('analyst')
      for (const [more, message] of inside)
        for (const path of ['/sweeps/check', '/sweeps/save']) {
          const answer = await analyst.post(path, { as: 'yaml', file: '', text: `name: mới\n${more}\n` })
          expect([more, answer.status]).toEqual([more, 400])
          expect(await answer.text()).toMatch(message)
        }
      const twin = await analyst.post('/sweeps/save', { file: '', text: 'name: gom\ntargets: [https://a.example/]\n' })
      expect(await twin.text()).toMatch(/gom\.yaml đã mang tên gom/)
    })
  })

  test('runs when asked, pauses, goes on and is deleted: each stands in the ledger with who did it', async () => {
    await atDesk({ before: withPlan() }, async (desk) => {
      const analyst = await desk.as('analyst')
      const viewer = await desk.as('viewer')
      expect(await (await viewer.get('/sweeps')).text()).toMatch(/role="alert"|notice bad/)
      expect(await (await viewer.get('/sweeps/plan?file=gom.yaml')).text()).not.toContain('/sweeps/pause')
      await analyst.post('/sweeps/pause', { file: 'gom.yaml' })
      expect(await (await viewer.get('/sweeps')).text()).toContain('tạm dừng')
      await analyst.post('/sweeps/resume', { file: 'gom.yaml' })
      await analyst.post('/sweeps/now', { file: 'gom.yaml' })
      await analyst.post('/sweeps/now', { file: 'gom.yaml' })
      expect(await (await viewer.get('/sweeps/plan?file=gom.yaml')).text()).toContain('sắp bắt đầu')
      const shown = await (await analyst.get('/sweeps/plan?file=gom.yaml')).text()
      const base = /name="base" value="([0-9a-f]{64})"/.exec(shown)?.[1] ?? ''
      const stale = await analyst.post('/sweeps/delete', { file: 'gom.yaml', base: 'f'.repeat(64) })
      const kept = await analyst.get(stale.headers.get('location') ?? '')
      expect(await kept.text()).toContain('Chưa xóa')
      expect(await planText(desk)).toBe(DAILY)
      await analyst.post('/sweeps/delete', { file: 'gom.yaml', base })
      expect((await viewer.get('/sweeps/plan?file=gom.yaml')).status).toBe(404)
      await expect(planText(desk)).rejects.toThrow(/ENOENT/)
      for (const action of ['sweep.paused', 'sweep.resumed', 'sweep.asked'])
        expect((await ledgerOf(desk, action)).map(({ actor }) => actor)).toEqual(['analyst'])
      const [gone] = await ledgerOf(desk, 'setting-changed')
      expect(JSON.parse(gone?.body ?? '')).toMatchObject({ after: null, text: DAILY })
      expect((await analyst.post('/sweeps/delete', { file: '../console.sqlite' })).status).toBe(404)
    })
  })
})

test('a watch-list comes in by CSV: looked at first, refused rows told, kept on the second step, exported the same', async () => {
  await atDesk({}, async (desk) => {
    const analyst = await desk.as('analyst')
    await analyst.get('/watch')
    const form = {
      name: 'hàng hiệu',
      csv: 'kind,value\nkeyword,túi rep\nurl,http://10.0.0.1/\nphone,0901234567\n',
      mode: 'add',
    }
    const preview = await (await analyst.post('/watch/check', form)).text()
    expect(preview).toContain('Nhận: 2')
    expect(preview).toContain('địa chỉ trong mạng nội bộ')
    expect(await (await analyst.get('/watch')).text()).not.toContain('hàng hiệu')
    expect((await analyst.post('/watch/keep', form)).status).toBe(303)
    const name = encodeURIComponent('hàng hiệu')
    expect(await (await analyst.get(`/watch/list?name=${name}`)).text()).toContain('+84901234567')
    const csv = await (await analyst.get(`/watch/export?name=${name}`)).text()
    expect(csv).toContain('"phone","\'+84901234567"')
    expect((await analyst.post('/watch/keep', { ...form, csv, mode: 'replace' })).status).toBe(303)
    const console = openConsole(desk.home, { now: () => new Date().toISOString() })
    expect(console.watchLists.list()).toMatchObject([{ name: 'hàng hiệu', entries: 2, changedBy: 'analyst' }])
    console.close()
    expect((await analyst.post('/watch/check', { ...form, csv: 'a\nb\n' })).status).toBe(400)
    expect((await ledgerOf(desk, 'exported')).map(({ subject }) => subject)).toEqual(['watch-list:hàng hiệu'])
    await analyst.post('/watch/delete', { name: 'hàng hiệu' })
    expect((await analyst.get(`/watch/list?name=${name}`)).status).toBe(404)
  })
})

describe.skipIf(CHROMIUM === undefined)('in a real browser', () => {
  test('create → preview → save → run now → see the run → run again → compare', async () => {
    const { server, state } = await shop()
    await atDesk({ sweeping: SERVER }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
        const look = async (name: string) => {
          if (shots) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
          expect([name, await page.evaluate('document.documentElement.scrollWidth > innerWidth')]).toEqual([
            name,
            false,
          ])
          expect(await axe(page)).toEqual([])
        }
        await signIn(page, desk.console.url, 'analyst')
        await page.goto(`${desk.console.url}/watch`)
        await page.fill('[name=name]', 'Cửa hàng gốm')
        await page.setInputFiles('[name=file]', {
          name: 'gom.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(`\ufeffurl,ghi chú\n${server.url}/,gốm giả Bát Tràng\nkhông phải địa chỉ,\n`),
        })
        await look('watch-new')
        await page.click('main form[action="/watch/check"] button.main')
        await look('watch-preview')
        await page.keyboard.press('s')
        await page.waitForURL('**/watch/list?*')
        await look('watch-list')
        await page.click('a[href^="/sweeps/edit?watch"]')
        await page.fill('[name=name]', 'Gốm Bát Tràng')
        await page.check('[name=inside]')
        await page.fill('[name=perSecond]', '20')
        await page.selectOption('[name=ocr]', 'off')
        await look('plan-form')
        await page.click('main form button.main')
        await page.waitForSelector('form[action="/sweeps/save"]')
        await look('plan-preview')
        await page.keyboard.press('s')
        await page.waitForURL('**/sweeps/plan?file=gom-bat-trang.yaml&saved=1')
        await look('plan-saved')
        const runOnce = async (n: number) => {
          await page.goto(`${desk.console.url}/sweeps/plan?file=gom-bat-trang.yaml`)
          const begins = page.waitForResponse((answer) => answer.request().method() === 'POST')
          await page.keyboard.press('r')
          await begins
          await page.waitForURL('**/sweeps/plan?*')
          await expect
            .poll(
              async () => {
                await page.reload()
                // The run has ended, and its process too.
                const free = await page.locator('[data-key=r]').count()
                return free * (await page.locator('section.card .state-finished').count())
              },
              { timeout: 150_000, interval: 500 },
            )
            .toBe(n)
        }
        await runOnce(1)
        await look('plan-run')
        state.shelf = ['1', '2', '3', '4', '5']
        state.gone.add('2')
        state.walled.add('3')
        await runOnce(2)
        await page.keyboard.press('c')
        await page.waitForURL('**/sweeps/compare?*')
        await look('compare')
        const count = (kind: string) => page.locator(`#${kind} tbody tr`).count()
        expect([await count('fresh'), await count('gone'), await count('unseen'), await count('back')]).toEqual([
          1, 1, 1, 0,
        ])
        expect(await page.locator('#unseen').innerText()).toContain('bị chặn')
        await page.goto(`${desk.console.url}/sweeps`)
        await look('sweeps')
        await page.click('button[lang=en]')
        await page.setViewportSize({ width: 390, height: 844 })
        for (const [i, path] of [
          '/sweeps',
          '/sweeps/plan?file=gom-bat-trang.yaml',
          '/sweeps/edit?file=gom-bat-trang.yaml',
          '/sweeps/edit?file=gom-bat-trang.yaml&as=yaml',
          '/sweeps/compare?a=1&b=2',
          '/watch',
          `/watch/list?name=${encodeURIComponent('Cửa hàng gốm')}`,
        ].entries()) {
          await page.goto(desk.console.url + path)
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
          await look(`phone-${i}`)
        }
        await page.goto(`${desk.console.url}/sweeps/edit?file=gom-bat-trang.yaml&as=yaml`)
        await page.fill('textarea[name=text]', 'name: gom\ntarget: [x]\n')
        await page.click('main form button.main')
        await page.waitForSelector('ol.source .wrong')
        await look('plan-faults')
      }),
    )
  }, 420_000)

  test('titles, entries, files and faults full of script run nothing and ask nobody outside', async () => {
    const some = PAYLOADS.filter((_, i) => i % 9 === 0)
    const hostile = await sightingsOf(some.map((title, i) => ({ key: `${i}`, flagged: true, title })))
    const before = async (home: string) => {
      await fill(home, hostile.slice(0, 20))
      await fill(home, hostile.slice(10))
      await mkdir(join(home, 'sweeps'), { recursive: true })
      await writeFile(join(home, 'sweeps', 'weekly.yaml'), 'name: weekly\ntargets: [https://a.example/]\n')
      await writeFile(join(home, 'sweeps', '<img src=x onerror=window.hacked=1>.yaml'), `${some.join('\n')}\nname: [`)
      const console = openConsole(home, { now: () => new Date().toISOString() })
      const entries = some.map((value) => ({ kind: 'word' as const, value, site: value, note: value }))
      console.watchLists.put('xấu', entries, '<b>ai</b>', false)
      console.schedules.claim({
        ...{ name: 'weekly', dueAt: '2026-11-25T03:04:05.678Z', why: 'asked', state: 'skipped', missed: 0 },
        ...{ detail: some[3] ?? '', by: some[4] ?? '' },
      })
      console.close()
    }
    await atDesk({ before }, (desk) =>
      inChromium(async (browser) => {
        const page = await browser.newPage()
        const bad: string[] = []
        page.on('dialog', (dialog) => bad.push(`dialog on ${page.url()}`) && dialog.dismiss())
        page.on('request', (request) => request.url().startsWith(desk.console.url) || bad.push(request.url()))
        page.on('console', (message) => {
          if (/Content Security Policy/.test(message.text())) bad.push(`${page.url()}: ${message.text()}`)
        })
        await signIn(page, desk.console.url, 'analyst')
        const checkPage = async (place: string) => {
          await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
          const hit = await page.evaluate(
            `window.hacked !== undefined || document.querySelectorAll('main script, main img, main iframe, main object, main embed, main style, main link, main base, main meta, main svg[onload], main *[onerror], main *[onload], main *[onfocus]').length > 0`,
          )
          if (hit) bad.push(`something got through on ${place}`)
        }
        const odd = new URLSearchParams({ file: '<img src=x onerror=window.hacked=1>.yaml' }).toString()
        for (const path of [
          ...['/sweeps/compare?a=1&b=2', '/sweeps/plan?file=weekly.yaml', `/sweeps/plan?${odd}`, `/sweeps/edit?${odd}`],
          ...['/watch', `/watch/list?name=${encodeURIComponent('xấu')}`, '/sweeps/edit?watch=%3Cscript%3E'],
        ]) {
          await page.goto(desk.console.url + path)
          await checkPage(path)
        }
        for (const [i, payload] of some.entries()) {
          await page.goto(`${desk.console.url}/sweeps/edit?as=yaml`)
          await page.fill('textarea[name=text]', `name: ${payload}\ntargets: [${payload}]\n${payload}: 1`)
          await page.click('main form button.main')
          await checkPage(`plan ${i}`)
        }
        await page.goto(`${desk.console.url}/watch`)
        await page.fill('[name=name]', 'xấu')
        await page.fill(
          '[name=csv]',
          `keyword,url\n${some.map((each) => `"${each.replaceAll('"', '""')}","${each.replaceAll('"', '""')}"`).join('\n')}`,
        )
        await page.click('main form[action="/watch/check"] button.main')
        await checkPage('watch preview')
        expect(bad).toEqual([])
      }),
    )
  }, 420_000)
})
