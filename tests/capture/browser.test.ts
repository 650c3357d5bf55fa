import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { pino } from 'pino'
import type { Page as Tab } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CaptureBrowser, openBrowser, usualTabs } from '../../src/capture/browser.ts'
import { glyphsRender } from '../../src/capture/glyphs.ts'
import { screenshot } from '../../src/capture/screenshot.ts'
import type { Capture } from '../../src/domain.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { picture, pixelsOf, type Site, serveSite } from './servers.ts'

const root = new URL('../..', import.meta.url).pathname
const place = { chromium: null, root, userAgent: 'Soi/test', log: pino({ level: 'silent' }) }

const open: Site[] = []
const site = async (paths: Parameters<typeof serveSite>[0]): Promise<Site> => {
  const running = await serveSite(paths)
  open.push(running)
  return running
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

const artifact = (capture: Capture, role: string): Uint8Array => {
  const found = capture.artifacts.find((one) => one.role === role)
  if (found === undefined) throw new Error(`no ${role}: ${capture.missing.join('; ')}`)
  return found.bytes
}
const dom = (capture: Capture) => Buffer.from(artifact(capture, 'dom')).toString('utf8')
const page = (body: string, head = '') =>
  `<!doctype html><html lang=vi><head><meta charset=utf-8><title>Giày thể thao nam chính hãng</title><style>body{margin:0}</style>${head}</head><body>${body}</body></html>`
const words =
  '<p>Giày thể thao nam chính hãng, bảo hành mười hai tháng, giao hàng toàn quốc, kiểm tra trước khi trả tiền.</p>'.repeat(
    12,
  )

/** A page so tall that no number of pictures is enough; nothing in it but its height. */
async function endless(tab: Tab): Promise<readonly string[]> {
  await tab.setContent('<body style="margin:0"><div style="height:300000px">')
  return (await screenshot(await tab.context().newCDPSession(tab))).missing
}

test('a machine with little memory opens few tabs at once', () => {
  const gib = 1024 ** 3
  expect([4 * gib, 6 * gib, 8 * gib, 64 * gib].map((memory) => usualTabs(memory))).toEqual([3, 3, 6, 6])
  expect([3, 6]).toContain(usualTabs())
})

describe.skipIf(findBrowser(place) === null)('the capture browser', () => {
  let browser: CaptureBrowser
  beforeAll(async () => {
    browser = await openBrowser({ ...place, allowPrivate: true })
  })
  afterAll(() => browser?.close())

  test('captures the rendered DOM and the whole page as a picture, of one moment', async () => {
    const shop = await site({
      '/1': page(
        `<h1 id=t></h1>${words}<div style="height:3000px"></div><div style="height:40px;background:rgb(1,2,3)"></div>`,
        '<script>addEventListener("DOMContentLoaded",()=>{t.textContent="Túi xách 劳 🔥"})</script>',
      ),
    })
    const capture = await browser.capture(`${shop.url}/1`)
    expect(capture.missing).toEqual([])
    expect(dom(capture)).toContain('<h1 id="t">Túi xách 劳 🔥</h1>')
    expect(capture.page).toMatchObject({
      status: 200,
      via: 'browser',
      url: `${shop.url}/1`,
      remoteAddress: '127.0.0.1',
    })
    expect(capture.page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(capture.browser).toMatch(/^Chromium \d+/)
    const pixels = await pixelsOf(artifact(capture, 'screenshot'))
    expect(pixels.width).toBe(1366)
    expect(pixels.rowsWith(1, 2, 3)).toEqual(Array.from({ length: 40 }, (_, i) => pixels.height - 40 + i))
  })

  test('loads lazy pictures far below the window', async () => {
    const shop = await site({
      '/1': page(
        `${words}<div style="height:9000px"></div><img src=/native.png loading=lazy width=200 height=200><img id=l width=200 height=200 alt="">`,
        '<script>addEventListener("DOMContentLoaded",()=>new IntersectionObserver(([e])=>{if(e.isIntersecting)l.src="/observed.png"}).observe(l))</script>',
      ),
      '/native.png': await picture('rgb(10,200,30)'),
      '/observed.png': await picture('rgb(200,10,30)'),
    })
    const pixels = await pixelsOf(artifact(await browser.capture(`${shop.url}/1`), 'screenshot'))
    expect(pixels.rowsWith(10, 200, 30)).toHaveLength(200)
    expect(pixels.rowsWith(200, 10, 30)).toHaveLength(200)
  })

  test('says how many pictures never came, and counts none that the page does not show', async () => {
    const lazy = (style: string, n: number) =>
      Array.from({ length: n }, (_, i) => `<img src=/never-${i}.png loading=lazy style="${style}" width=50 height=50>`)
    const shop = await site({
      '/1': page(`${words}<div style="height:3000px"></div>${lazy('display:none', 3).join('')}`),
      '/2': page(`${words}<div style="height:3000px"></div>${lazy('', 2).join('')}${lazy('display:none', 3).join('')}`),
      '/never-0.png': () => undefined,
      '/never-1.png': () => undefined,
    })
    expect((await browser.capture(`${shop.url}/1`)).remarks).toEqual([])
    const { remarks, artifacts } = await browser.capture(`${shop.url}/2`)
    expect(remarks).toContain('lazy pictures: 2 had not loaded when the picture was taken')
    expect(artifacts.map(({ role }) => role)).toContain('screenshot')
  })

  test('scrolls whatever the scripts and the names of a page get in its way, and from one that lies about time', async () => {
    const shop = await site({
      '/1': page(
        `${words}<img name=images alt=""><form name=scrollingElement></form><div style="height:9000px"></div><img src=/native.png loading=lazy width=200 height=200>`,
        `<script>for (const name of ['setTimeout', 'requestAnimationFrame']) window[name] = () => { throw new Error('no') }
          Element.prototype.scrollTo = () => { throw new Error('no') }; performance.now = () => 1e12; Array.prototype.filter = () => ({ length: 'all' })</script>`,
      ),
      '/native.png': await picture('rgb(10,200,30)'),
    })
    const capture = await browser.capture(`${shop.url}/1`)
    expect(capture.remarks).toEqual([])
    expect((await pixelsOf(artifact(capture, 'screenshot'))).rowsWith(10, 200, 30)).toHaveLength(200)
  })

  test('shows a banner that sticks to the window once, not on every screenful', async () => {
    const bar = (where: string, colour: string) =>
      `<div style="${where};left:0;width:100%;height:50px;background:${colour}">!</div>`
    const shop = await site({
      '/1': page(
        `${bar('position:sticky;top:0', 'rgb(9,8,7)')}${bar('position:fixed;bottom:0', 'rgb(7,8,9)')}${words}<div style="height:6000px"></div>`,
      ),
    })
    const pixels = await pixelsOf(artifact(await browser.capture(`${shop.url}/1`), 'screenshot'))
    expect(pixels.height).toBeGreaterThan(6000)
    expect(pixels.rowsWith(9, 8, 7)).toHaveLength(50)
    expect(pixels.rowsWith(7, 8, 9)).toHaveLength(50)
  })

  test('does not stretch what fills the window', async () => {
    const shop = await site({
      '/1': page(`<div style="height:100vh;background:rgb(5,6,7)"></div>${words}<div style="height:3000px"></div>`),
    })
    const pixels = await pixelsOf(artifact(await browser.capture(`${shop.url}/1`), 'screenshot'))
    expect(pixels.rowsWith(5, 6, 7)).toHaveLength(900)
  })

  test('takes a page of 30,000 pixels in one picture, a longer one in several, and says where it stops on one without an end', async () => {
    const tall = (height: number) =>
      page(`${words}<div style="height:${height}px"></div><div style="height:40px;background:rgb(1,2,3)"></div>`)
    const shop = await site({ '/30000': tall(30_000), '/50000': tall(50_000) })
    const whole = await browser.capture(`${shop.url}/30000`)
    expect(whole.missing).toEqual([])
    const pixels = await pixelsOf(artifact(whole, 'screenshot'))
    expect(pixels.rowsWith(1, 2, 3)).toEqual(Array.from({ length: 40 }, (_, i) => pixels.height - 40 + i))
    const long = await browser.capture(`${shop.url}/50000`)
    expect(long.missing).toEqual([])
    const [first, second] = await Promise.all(
      ['screenshot', 'tile-002'].map(async (role) => pixelsOf(artifact(long, role))),
    )
    expect(first?.height).toBe(40_000)
    expect(second?.rowsWith(1, 2, 3)).toEqual(Array.from({ length: 40 }, (_, i) => (second?.height ?? 0) - 40 + i))
    expect(await browser.tab(endless)).toEqual([
      'screenshot: the page is 300000 pixels tall, the first 200000 are shown',
    ])
  })

  test('captures the same way when it is run as the command line is', async () => {
    const shop = await site({ '/1': page(`<h1>Giày</h1>${words}`) })
    const typescript = new URL('../../src/typescript.mjs', import.meta.url).pathname
    const script = new URL('run-capture.ts', import.meta.url).pathname
    const run = promisify(execFile)(process.execPath, [typescript, script, `${shop.url}/1`])
    expect(JSON.parse((await run).stdout)).toEqual({
      missing: [],
      roles: ['dom', 'screenshot', 'archive'],
      vietnamese: true,
    })
  })

  test('captures a blocked page as blocked', async () => {
    const wall = page('<h1>Access denied</h1><p>Please verify you are a human. Captcha.</p>')
    const shop = await site({
      '/1': (_, response) => response.writeHead(403, { 'content-type': 'text/html' }).end(wall),
    })
    const capture = await browser.capture(`${shop.url}/1`)
    expect(capture.verdict.kind).toBe('blocked')
    expect(capture.page.status).toBe(403)
    expect(artifact(capture, 'screenshot').byteLength).toBeGreaterThan(1000)
  })

  test('is not held up by dialogs, windows, downloads, workers or endless polling', async () => {
    const shop = await site({
      '/1': page(
        `<h1>Hàng thật</h1>${words}`,
        `<script>
        navigator.serviceWorker?.register('/sw.js')
        addEventListener('load',()=>{alert('x');open('/popup');location.hash='a';setInterval(()=>fetch('/poll'),100);
          const a=document.createElement('a');a.href='/file';a.download='f.exe';document.body.append(a);a.click()})
        </script>`,
      ),
      '/popup': page('popup'),
      '/poll': page('x'),
      '/sw.js': (_, response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(''),
      '/file': (_, response) => response.writeHead(200, { 'content-disposition': 'attachment' }).end('MZ'),
    })
    const capture = await browser.capture(`${shop.url}/1`)
    expect(dom(capture)).toContain('Hàng thật')
    expect(artifact(capture, 'screenshot').byteLength).toBeGreaterThan(1000)
    expect(shop.asked).not.toContain('/sw.js')
    const left = await browser.tab(async (tab) => tab.context().pages().length)
    expect(left).toBe(1)
  })

  test('says who it is behind what it is', async () => {
    let agent = ''
    const shop = await site({
      '/1': (request, response) => {
        agent = request.headers['user-agent'] ?? ''
        response.writeHead(200, { 'content-type': 'text/html' }).end(page(words))
      },
    })
    await browser.fetch(`${shop.url}/1`)
    expect(agent).toMatch(/Chrome\/\d.* Soi\/test$/)
  })

  test('tells a page that does not come from one that is a download', async () => {
    const gone = await serveSite({})
    await gone.close()
    await expect(browser.capture(`${gone.url}/1`)).rejects.toMatchObject({ name: 'FetchFailed', again: true })
    const shop = await site({
      '/f': (_, response) =>
        response.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment' }).end('PK'),
    })
    await expect(browser.capture(`${shop.url}/f`)).rejects.toMatchObject({ name: 'FetchFailed', again: false })
  })

  test('refuses the metadata address as a page, as a redirect and as a part, even where private networks are allowed', async () => {
    const metadata = 'http://169.254.169.254/latest/meta-data/'
    const shop = await site({
      '/part': page(`<h1>Hàng</h1>${words}<img src="${metadata}" alt="">`),
      '/away': (_, response) => response.writeHead(302, { location: metadata }).end(),
    })
    await expect(browser.capture(metadata)).rejects.toMatchObject({ name: 'Refused' })
    await expect(browser.capture(`${shop.url}/away`)).rejects.toMatchObject({ name: 'Refused' })
    expect(dom(await browser.capture(`${shop.url}/part`))).toContain('Hàng')
    expect(browser.refusals().join('\n')).toContain('169.254.169.254')
  })

  test('starts the browser again when it dies', async () => {
    const shop = await site({ '/1': page(`<h1>Còn đây</h1>${words}`) })
    const died = browser.tab(async (tab) => {
      const crash = tab.context().browser()
      await crash?.close()
      return tab.title()
    })
    await expect(died).rejects.toThrow()
    expect(dom(await browser.capture(`${shop.url}/1`))).toContain('Còn đây')
  })

  test('survives a tab that crashes', async () => {
    const shop = await site({ '/1': page(`<h1>Còn đây</h1>${words}`) })
    let tries = 0
    const title = await browser.tab(async (tab) => {
      tries += 1
      if (tries === 1) {
        const cdp = await tab.context().newCDPSession(tab)
        cdp.send('Page.crash').catch(() => undefined) // It never answers.
        await tab.waitForEvent('crash')
      }
      await tab.goto(`${shop.url}/1`)
      return tab.title()
    })
    expect([tries, title]).toEqual([2, 'Giày thể thao nam chính hãng'])
  })

  test('has the letters listings are written in', async () => {
    expect((await glyphsRender(browser)).vietnamese).toBe(true)
  })
})

describe.skipIf(findBrowser(place) === null)('the capture browser without permission for private networks', () => {
  test('reaches no server on this machine, neither as a page nor as a part of one', async () => {
    const shop = await site({ '/1': page('secret') })
    const browser = await openBrowser({ ...place, allowPrivate: false })
    try {
      await expect(browser.capture(`${shop.url}/1`)).rejects.toThrow(/--allow-private/)
      await browser.tab(async (tab) => {
        await tab.setContent(`<img src="${shop.url}/1"><img src="${shop.url.replace('127.0.0.1', 'localhost')}/1">`)
        await tab.evaluate((url) => fetch(url, { mode: 'no-cors' }).catch(() => null), `${shop.url}/1`)
      })
      expect(shop.asked).toEqual([])
      expect(browser.refusals().join('\n')).toContain('loopback')
    } finally {
      await browser.close()
    }
  })

  test('a stated browser that is none is Unavailable with the remedy', async () => {
    await expect(openBrowser({ ...place, chromium: '/no/such/browser', allowPrivate: false })).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringContaining('SOI_CHROMIUM'),
    })
  })
})
