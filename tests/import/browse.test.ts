import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import type { Page as Tab } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browsing, openBrowsing } from '../../src/capture/browse.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { soi, tempHome } from '../cli/soi.ts'
import { serveLogin } from './login-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const place = { chromium: null, root, log: pino({ level: 'silent' }) }
const BIN = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))

/** The command with somebody typing; each line goes out when the page before it was told. */
function typing(home: string, argv: readonly string[], lines: readonly (readonly [wait: RegExp, line: string])[]) {
  const env = {
    ...process.env,
    SOI_HOME: home,
    SOI_LANG: 'en',
    SOI_OPERATOR: 'officer',
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  }
  const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  const left = [...lines]
  const next = () => {
    if (left[0]?.[0].test(said.err + said.out)) child.stdin.write(`${left.shift()?.[1]}\n`)
  }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
    next()
  })
  child.stderr.on('data', (chunk) => {
    said.err += chunk
    next()
  })
  return new Promise<{ code: number | null; out: string; err: string }>((done) =>
    child.on('close', (code) => done({ code, ...said })),
  )
}

describe.skipIf(findBrowser(place) === null)('a browser that the officer uses', () => {
  let site: Awaited<ReturnType<typeof serveLogin>>
  let browsing: Browsing
  const marked: Tab[] = []
  const profile = join(mkdtempSync(join(tmpdir(), 'soi-profile-')), 'browser-profile')
  beforeAll(async () => {
    site = await serveLogin()
    browsing = await openBrowsing({
      ...place,
      profile,
      headless: true,
      allowPrivate: true,
      onMark: (tab) => marked.push(tab),
    })
  })
  afterAll(async () => {
    await browsing?.close()
    await site?.close()
  })

  test('is signed in by hand; the key marks the page in front, and what it captures is what is seen', async () => {
    await browsing.goto(site.url)
    const tab = await browsing.current()
    if (tab === null) throw new Error('no tab')
    await tab.fill('[name=user]', 'can-bo')
    await tab.click('button')
    await tab.waitForSelector('h1')
    expect(marked).toEqual([])
    await tab.keyboard.press('Control+Shift+KeyS')
    await expect.poll(() => marked.length).toBe(1)
    const capture = await browsing.capture(tab)
    expect(capture.page).toMatchObject({ url: `${site.url}/tin/1`, status: 200, via: 'browser' })
    expect(capture.artifacts.map(({ role }) => role)).toEqual(['dom', 'screenshot', 'archive'])
    // Neither the password that was typed nor the cookie it brought.
    const archive = gunzipSync(capture.artifacts[2]?.bytes ?? '').toString('latin1')
    expect(archive).toContain(`WARC-Target-URI: ${site.url}/tin/1`)
    expect(archive).not.toMatch(/secret-value|can-bo/)
    expect(JSON.stringify(capture.page.headers)).not.toContain('secret-value')
    expect(Buffer.from(capture.page.body).toString()).not.toMatch(/soiMark'?\)|data-soi/)
  })

  test('lets no script of a page press the key, call what listens, or see it', async () => {
    const tab = await browsing.current()
    marked.length = 0
    await tab?.reload({ waitUntil: 'load' })
    await tab?.keyboard.press('Control+Shift+KeyS')
    await expect.poll(() => marked.length).toBe(1)
    expect(await tab?.evaluate('window.stolen')).toEqual(['ReferenceError'])
    expect(marked).toHaveLength(1)
  })

  test('keeps its profile to the officer alone, and attends tabs that open later', async () => {
    expect((await stat(profile)).mode & 0o077).toBe(0)
    const tab = await browsing.context.newPage()
    await tab.goto(`${site.url}/nhom`)
    marked.length = 0
    // A tab is attended a moment after it opens; a person is slower than that.
    const press = async () => {
      await tab.keyboard.press('Control+Shift+KeyS')
      return marked.map((one) => one.url())
    }
    await expect.poll(press, { interval: 200, timeout: 10_000 }).toContain(`${site.url}/nhom`)
    await tab.close()
  })

  test('refuses a tab that shows no web page', async () => {
    const blank = await browsing.context.newPage()
    await expect(browsing.capture(blank)).rejects.toThrow(/no web page/)
    await blank.close()
  })
})

describe.skipIf(findBrowser(place) === null)('soi capture', () => {
  let site: Awaited<ReturnType<typeof serveLogin>>
  beforeAll(async () => {
    site = await serveLogin()
  })
  afterAll(() => site?.close())

  test('--browse keeps the page in front at Enter, lists at l, ends at q; the evidence verifies', async () => {
    const home = tempHome()
    const argv = ['capture', '--browse', `${site.url}/nhom`, '--allow-private']
    const { code, out, err } = await typing(home, argv, [
      [/Ctrl\+Shift\+S/, ''],
      [/kept: /, 'l'],
      [/kept: /, 'q'],
    ])
    expect(err).toContain('There is no screen')
    expect(code).toBe(ExitCode.Flagged)
    expect(out).toMatch(/1\. kept: http.*\/nhom[\s\S]*title and visible text/)
    const { item, exhibits, ledger } = JSON.parse((await soi(home, ['show', '1', '--json'])).out)
    expect(item.origin).toMatchObject({ way: 'browse', by: 'officer', whole: true, file: null })
    expect(item.listing).toMatchObject({
      title: 'Nhóm mua bán',
      provenance: { title: 'css:title', description: 'css:body' },
    })
    expect(exhibits.map(({ role }: { role: string }) => role).sort()).toEqual([
      'archive',
      'dom',
      'page',
      'quote-01',
      'screenshot',
    ])
    expect(ledger[0]).toMatchObject({ action: 'sighting.record', actor: 'officer' })
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('of one page keeps it though nothing speaks against it, whole and in the ledger', async () => {
    const home = tempHome()
    const { code, out } = await soi(home, ['capture', site.url, '--allow-private', '--json'])
    expect(code).toBe(ExitCode.Ok)
    const [sighting] = JSON.parse(out).sightings
    expect(sighting).toMatchObject({ assessment: { flagged: false }, origin: { way: 'capture', whole: true } })
    const roles = sighting.exhibits.map(({ role }: { role: string }) => role)
    expect(roles).toEqual(expect.arrayContaining(['screenshot', 'archive', 'print']))
    const { item } = JSON.parse((await soi(home, ['show', '1', '--json'])).out)
    expect(item.capture).toMatchObject({
      by: { operator: 'officer', software: expect.stringMatching(/^Soi \d/), ruleset: item.assessment.ruleset },
      facts: { tls: null, archive: { withoutBody: 0 }, window: { width: 1366 } },
      marks: { quotes: expect.any(Array) },
    })
    expect(item.capture.missing).toEqual([])
    const pack = join(mkdtempSync(join(tmpdir(), 'soi-pack-')), 'p.zip')
    expect((await soi(home, ['pack', '1', '-o', pack])).code).toBe(ExitCode.Ok)
    expect((await soi(home, ['verify', pack])).code).toBe(ExitCode.Ok)
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('refuses a private address unless it is allowed', async () => {
    const { code, err } = await soi(tempHome(), ['capture', site.url])
    expect(code).toBe(ExitCode.NothingRead)
    expect(err).toContain('--allow-private')
  })
})
