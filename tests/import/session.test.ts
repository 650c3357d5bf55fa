import { mkdtempSync } from 'node:fs'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../../src/capture/browser.ts'
import { hostNamed, loadSignIn } from '../../src/capture/sign-in.ts'
import { fetchPage } from '../../src/collect/fetch.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { findBrowser } from '../../src/find-browser.mjs'
import { parseSweep } from '../../src/sweep/plan.ts'
import { serveSite } from '../capture/servers.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { listingPage } from './files.ts'

// A test starts the command up to a dozen times; on a busy machine each start takes seconds.
vi.setConfig({ testTimeout: 240_000 })

const SECRET = 'very-secret-value'
const folder = mkdtempSync(join(tmpdir(), 'soi-session-'))
const cookie = (over: object) => ({
  name: 'sid',
  value: SECRET,
  domain: '127.0.0.1',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: false,
  sameSite: 'Lax',
  ...over,
})
async function stateFile(cookies: readonly object[], mode = 0o600, origins: readonly object[] = []): Promise<string> {
  const file = join(folder, `state-${Math.random()}.json`)
  await writeFile(file, JSON.stringify({ cookies, origins }))
  await chmod(file, mode)
  return file
}

describe('a stored session', () => {
  test('is refused where others may read it, is no session, or names no host; its content is never told', async () => {
    await expect(loadSignIn(await stateFile([cookie({})], 0o640), ['a.vn'])).rejects.toThrow(/chmod 600/)
    await expect(loadSignIn(await stateFile([cookie({})]), [])).rejects.toThrow(/hosts/)
    const rubbish = join(folder, 'rubbish.json')
    await writeFile(rubbish, `{"cookies": "${SECRET}"`, { mode: 0o600 })
    const error = await loadSignIn(rubbish, ['a.vn']).catch((one: Error) => one.message)
    expect(error).toMatch(/no Playwright storage state/)
    expect(error).not.toContain(SECRET)
  })

  test.each(['https://a.vn', '*.a.vn', 'a.vn/x', 'a.vn:80', '', 'a vn'])(
    'is not for “%s”, which is no host',
    (host) => {
      expect(() => hostNamed(host)).toThrow(/no host name/)
    },
  )

  test.each([
    ['https://shop.vn/', 'wide=1; own=1'],
    ['https://shop.vn/admin/x', 'wide=1; own=1; deep=1'],
    ['https://shop.vn/administration', 'wide=1; own=1'],
    ['http://shop.vn/', 'wide=1'],
    ['https://www.shop.vn/', null],
    ['https://evilshop.vn/', null],
    ['https://shop.vn.evil.com/', null],
    ['https://other.vn/', null],
  ])('sends %s: %s', async (url, header) => {
    const all = [
      cookie({ name: 'wide', value: '1', domain: '.shop.vn' }),
      cookie({ name: 'own', value: '1', domain: 'shop.vn', secure: true }),
      cookie({ name: 'deep', value: '1', domain: 'shop.vn', path: '/admin', secure: true }),
      cookie({ name: 'old', value: '1', domain: 'shop.vn', expires: 1_000 }),
      cookie({ name: 'else', value: '1', domain: 'other.vn' }),
    ]
    const signIn = await loadSignIn(await stateFile(all), ['SHOP.vn'])
    expect(signIn.header(new URL(url))).toBe(header)
  })

  test('binds each cookie of a browser to the named host alone, and takes no other origin along', async () => {
    const origins = ['https://shop.vn', 'https://www.shop.vn'].map((origin) => ({ origin, localStorage: [] }))
    const { state } = await loadSignIn(
      await stateFile([cookie({ domain: '.shop.vn' }), cookie({ domain: 'x.vn' })], 0o600, origins),
      ['shop.vn'],
    )
    expect(state.cookies.map(({ domain }) => domain)).toEqual(['shop.vn'])
    expect(state.origins.map(({ origin }) => origin)).toEqual(['https://shop.vn'])
  })

  test('of a sweep file lies where the file says, seen from the file; unknown keys are refused', () => {
    const text = 'name: x\ntargets: [https://a.vn/]\nsession: { state: phien.json, hosts: [a.vn] }\n'
    expect(parseSweep(text, '/home/x/sweep.yaml').session).toEqual({ state: '/home/x/phien.json', hosts: ['a.vn'] })
    expect(() => parseSweep(text.replace('hosts:', 'host:'), 's.yaml')).toThrow(
      /unknown key host \(did you mean hosts\?\)/,
    )
  })
})

describe('on the wire', () => {
  const got: { host: string; path: string; cookie: string | null }[] = []
  const noting =
    (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
    (request: IncomingMessage, response: ServerResponse) => {
      got.push({
        host: (request.headers.host ?? '').split(':')[0] ?? '',
        path: request.url ?? '',
        cookie: request.headers.cookie ?? null,
      })
      answer(request, response)
    }
  const html = (body: string) => (_: IncomingMessage, response: ServerResponse) =>
    void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'fresh=rotated-secret' })
      .end(body)
  let other: Awaited<ReturnType<typeof serveSite>>
  let own: Awaited<ReturnType<typeof serveSite>>
  let elsewhere = ''
  let file = ''
  beforeAll(async () => {
    other = await serveSite({
      '/landing': noting(html('<h1>Nơi khác</h1>')),
      '/pixel.png': noting(html('')),
      '/frame': noting(html('x')),
      '/data': noting(html('x')),
    })
    elsewhere = other.url.replace('127.0.0.1', 'localhost')
    const parts = `<img src="${elsewhere}/pixel.png"><iframe src="${elsewhere}/frame"></iframe><script>fetch('${elsewhere}/data',{mode:'no-cors',credentials:'include'})</script></body>`
    own = await serveSite({
      '/1': noting(html(listingPage(1).replace('</body>', parts))),
      '/go': noting((_, response) => void response.writeHead(302, { location: `${elsewhere}/landing` }).end()),
      '/robots.txt': noting((_, response) => void response.writeHead(404).end()),
    })
    file = await stateFile([cookie({}), cookie({ domain: 'localhost' }), cookie({ domain: '.localhost' })])
  })
  afterAll(async () => {
    await own?.close()
    await other?.close()
  })
  const cookiesAt = (host: string) => got.filter((one) => one.host === host).map(({ cookie: sent }) => sent)

  test('by HTTP it goes to the named host, and not along a redirect to another', async () => {
    got.length = 0
    const signIn = await loadSignIn(file, ['127.0.0.1'])
    const page = await fetchPage(`${own.url}/go`, { allowPrivate: true, cookie: signIn.header })
    expect(page.url).toBe(`${elsewhere}/landing`)
    expect(cookiesAt('127.0.0.1')).toEqual([`sid=${SECRET}`])
    expect(cookiesAt('localhost')).toEqual([null])
  })

  const place = { chromium: null, root: new URL('../..', import.meta.url).pathname, log: pino({ level: 'silent' }) }
  test.skipIf(findBrowser(place) === null)(
    'by a browser it goes to the named host, and to no part, frame, request or redirect elsewhere',
    async () => {
      got.length = 0
      const signIn = await loadSignIn(file, ['127.0.0.1'])
      const browser = await openBrowser({ ...place, allowPrivate: true, userAgent: 'Soi/test', signIn })
      try {
        const { artifacts } = await browser.capture(`${own.url}/1`)
        const archive = artifacts.find(({ role }) => role === 'archive')
        expect(gunzipSync(archive?.bytes ?? '').toString('latin1')).not.toContain(SECRET)
        await browser.capture(`${own.url}/go`)
      } finally {
        await browser.close()
      }
      expect(
        got
          .filter(({ host }) => host === 'localhost')
          .map(({ path }) => path)
          .sort(),
      ).toEqual(['/data', '/frame', '/landing', '/pixel.png'])
      for (const sent of cookiesAt('localhost')) expect(sent ?? '').not.toContain(SECRET)
      for (const sent of cookiesAt('127.0.0.1')) expect(sent).toContain(`sid=${SECRET}`)
    },
  )

  test('a check tells in every record that it was used, by hash and hosts, and nothing of what it holds', async () => {
    got.length = 0
    const home = tempHome()
    const argv = [
      'check',
      `${own.url}/1`,
      '--allow-private',
      '--session',
      file,
      '--session-host',
      '127.0.0.1',
      '--json',
      '--log-level',
      'trace',
    ]
    const { code, out, err } = await soi(home, argv)
    expect(code).toBe(ExitCode.Flagged)
    const [item] = JSON.parse(out).flagged
    expect(item.origin).toMatchObject({
      way: 'session',
      by: 'officer',
      session: { hosts: ['127.0.0.1'], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect(got.find(({ path }) => path === '/1')?.cookie).toContain(SECRET)
    expect(got.find(({ path }) => path === '/robots.txt')?.cookie ?? null).toBeNull()
    const kept = `${out}${err}${await readFile(join(home, 'logs/soi.log'), 'utf8')}${await readFile(join(home, 'evidence.sqlite'), 'latin1')}`
    expect(kept).not.toContain(SECRET)
    expect(kept).not.toContain('rotated-secret')
    expect(kept).toContain(item.origin.session.sha256)
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  test('one option without the other is refused', async () => {
    const { code, err } = await soi(tempHome(), ['check', 'https://a.vn/', '--session', file])
    expect({ code, err }).toEqual({ code: ExitCode.BadInput, err: expect.stringContaining('--session-host') })
  })
})
