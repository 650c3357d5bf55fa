import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { LISTINGS } from '../sites/cho-mau/listings.ts'
import { serveHostile } from '../sites/hostile.ts'
import { serveSamples } from '../sites/serve.ts'
import { ADAPTERS, soi, tempHome } from './soi.ts'

let samples: Awaited<ReturnType<typeof serveSamples>>
let hostile: Awaited<ReturnType<typeof serveHostile>>
beforeAll(async () => {
  samples = await serveSamples()
  hostile = await serveHostile()
})
afterAll(async () => {
  await samples.close()
  await hostile.close()
})

const check = (url: string, ...more: string[]) =>
  soi(tempHome(), ['check', url, '--json', '--allow-private', '--rate', '50', ...more])

describe('soi check', () => {
  test('finds from the front page of a shop what its listings say they are, and stores the evidence', async () => {
    const home = tempHome()
    const argv = [
      '--sites',
      ADAPTERS,
      'check',
      samples.market,
      '--json',
      '--allow-private',
      '--rate',
      '50',
      '--max',
      '80',
    ]
    const { code, out } = await soi(home, argv)
    expect(code).toBe(ExitCode.Flagged)
    const run = JSON.parse(out)
    const flagged = run.flagged.map((item: { listing: { key: string } }) => item.listing.key)
    const honest = LISTINGS.filter(({ truth }) => truth.length === 0).map(({ id }) => String(id))
    expect(flagged.filter((key: string) => honest.includes(key))).toEqual([])
    expect(flagged.length).toBeGreaterThanOrEqual(LISTINGS.filter(({ truth }) => truth.length > 0).length * 0.8)
    for (const item of run.flagged)
      expect(item.exhibits.map(({ role }: { role: string }) => role)).toContain('screenshot')
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  })

  // Most of the time of these is waiting: for servers that say nothing, for a process to start.
  test.concurrent.each([
    ['/challenge', 'blocked'],
    ['/login', 'login-wall'],
    ['/removed-200', 'removed'],
    ['/5xx', 'failed'],
    ['/reset-mid-body', 'failed'],
    ['/wrong-length', 'failed'],
    ['/gzip-bomb', 'failed'],
    ['/huge', 'failed'],
    ['/redirect-self', 'failed'],
    ['/loop', 'failed'],
    ['/never', 'failed'],
    ['/slow-loris', 'failed'],
    ['/bad-gzip', 'failed'],
    ['/pdf', 'failed'],
    ['/redirect-private', 'not-reached'],
  ])('says of %s that it is %s, with a reason, and never that there is no listing', async (path, outcome) => {
    const { code, out } = await check(new URL(path, hostile.url).href)
    const [visit] = JSON.parse(out).visits
    expect({ outcome: visit.outcome, code }).toEqual({ outcome, code: ExitCode.NothingRead })
    expect(visit.reasons.join('')).not.toBe('')
  })

  test.concurrent.each([
    '/windows-1258',
    '/windows-1258-wrong',
    '/broken-html',
    '/ten-megabytes',
    '/script-everywhere',
  ])('reads %s, odd as it is, and flags nothing', async (path) => {
    const { code, out } = await check(new URL(path, hostile.url).href)
    expect({ code, listings: JSON.parse(out).listings }).toEqual({ code: ExitCode.Ok, listings: 1 })
  })

  test('says that the home cannot be written, before anything is visited', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'soi-read-only-'))
    await chmod(folder, 0o555)
    // Root may write everywhere; nobody may not.
    const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {}
    const { code, err } = await soi(join(folder, 'home'), ['check', 'https://shop.example/'], undefined, nobody)
    expect(code).toBe(ExitCode.CannotWrite)
    expect(err).toContain('--home')
  })

  test('refuses a private address unless it is allowed, and says how', async () => {
    const { code, out } = await soi(tempHome(), ['check', samples.market, '--json'])
    expect(code).toBe(ExitCode.NothingRead)
    expect(JSON.parse(out).visits[0]).toMatchObject({ outcome: 'not-reached' })
    expect(out).toContain('--allow-private')
  })

  test.each([
    ['ftp://shop.example/x', ExitCode.BadInput, /http/],
    ['javascript:alert(1)', ExitCode.BadInput, /http/],
    ['https://user:secret@shop.example/', ExitCode.BadInput, /password|credentials|user/i],
  ])('answers %s with a clear error', async (url, wanted, message) => {
    const { code, err } = await soi(tempHome(), ['check', url])
    expect(code).toBe(wanted)
    expect(err).toMatch(message)
    expect(err).not.toContain('defect')
  })

  test('says of a host that does not resolve that it failed', async () => {
    const { code, out } = await soi(tempHome(), ['check', 'http://no-such-shop.invalid/', '--json'])
    expect(code).toBe(ExitCode.NothingRead)
    expect(JSON.parse(out).visits[0].reasons.join(' ')).toMatch(/resolve|ENOTFOUND|EAI_AGAIN/i)
  })
})
