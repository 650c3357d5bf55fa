import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tokenHash } from '../../src/console/auth/tokens.ts'
import { SCOPES } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { must } from '../store/sample.ts'
import { atDesk, sightingsOf } from './desk.ts'
import { tokenOf } from './programs.ts'

const DAY_MS = 86_400_000

const some = await sightingsOf([
  { key: 'a', flagged: true, at: '2026-11-20T01:00:00.000Z' },
  { key: 'b', flagged: true, at: '2026-11-21T01:00:00.000Z' },
  { key: 'c', flagged: false, at: '2026-11-22T01:00:00.000Z' },
  { key: 'd', flagged: true, at: '2026-11-23T01:00:00.000Z', seller: '<script>alert(1)</script>' },
])

interface Page {
  readonly items: readonly { readonly id: number; readonly key: string }[]
  readonly next: number | null
}

test('pages follow each other and filters narrow what they name', async () => {
  await atDesk({ sightings: some }, async (desk) => {
    const { get } = tokenOf(desk, 'viewer', ['listings'])
    const read = async (query: string) => (await (await get(`/listings${query}`)).json()) as Page
    const walked: string[] = []
    let next: number | null = null
    do {
      const page: Page = await read(`?all=true&limit=3${next === null ? '' : `&after=${next}`}`)
      walked.push(...page.items.map(({ key }) => key))
      next = page.next
    } while (next !== null)
    expect(walked).toEqual(['d', 'c', 'b', 'a'])
    const keys = async (query: string) => (await read(query)).items.map(({ key }) => key)
    expect(await keys('')).toEqual(['d', 'b', 'a'])
    // A day of Viet Nam; both ends belong to it.
    expect(await keys('?from=2026-11-21&to=2026-11-21')).toEqual(['b'])
    expect(await keys('?to=2026-11-21T01:00:00Z')).toEqual(['a'])
    expect(await keys('?search=replica%20a')).toEqual(['a'])
    expect(await keys('?seller=script')).toEqual(['d'])
    for (const wrong of ['?from=yesterday', '?band=huge', '?limit=0', '?limit=2&limit=3', '?from=2026-02-31'])
      expect([wrong, (await get(`/listings${wrong}`)).status]).toEqual([wrong, 400])
  })
})

test('a token ends with its time, its revocation, its account, and never does more than its account may', async () => {
  await atDesk({ sightings: some }, async (desk) => {
    const viewer = tokenOf(desk, 'viewer', SCOPES)
    expect((await viewer.get('/ledger')).status).toBe(403)
    expect((await viewer.get('/listings')).status).toBe(200)
    viewer.revoke()
    expect((await viewer.get('/listings')).status).toBe(401)
    const analyst = tokenOf(desk, 'analyst', SCOPES, 1)
    expect((await analyst.get('/listings')).status).toBe(200)
    desk.clock.forward(DAY_MS + 1000)
    expect((await analyst.get('/listings')).status).toBe(401)
    const reviewer = tokenOf(desk, 'reviewer', SCOPES)
    const store = openConsole(desk.home, { now: () => desk.clock.now().toISOString() })
    store.accounts.change(must(store.accounts.byName('reviewer')).id, { role: 'reviewer', unit: 'U', active: false })
    store.close()
    expect((await reviewer.get('/listings')).status).toBe(401)
  })
})

test('who read what stands in the access log, a flood is told to wait, and the file holds no token', async () => {
  await atDesk({ sightings: some }, async (desk) => {
    const { get, token } = tokenOf(desk, 'auditor', SCOPES)
    await get('/listings/1')
    const store = openConsole(desk.home, { now: () => new Date().toISOString() })
    expect(store.access.list({ limit: 1 })).toMatchObject([
      { account: 'auditor', action: 'api.read', subject: 'token:1 /api/v1/listings/1' },
    ])
    store.close()
    const files = (await readdir(desk.home)).filter((name) => name.startsWith('console.sqlite'))
    const bytes = Buffer.concat(await Promise.all(files.map((name) => readFile(join(desk.home, name)))))
    expect([bytes.includes(tokenHash(token)), bytes.includes(token)]).toEqual([true, false])
    const statuses = await Promise.all(Array.from({ length: 130 }, async () => (await get('/sweeps')).status))
    expect(statuses.filter((status) => status === 200)).toHaveLength(119)
    expect((await get('/sweeps')).headers.get('retry-after')).toBe('60')
    const missing = await get('/nothing')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })
})

test('a key made on the page of the account works at once, is shown once, and ends when revoked there', async () => {
  await atDesk({ sightings: some }, async (desk) => {
    const viewer = await desk.as('viewer')
    expect((await viewer.post('/me/tokens', { label: 'BI', days: '30' })).status).toBe(400)
    expect((await viewer.post('/me/tokens', { label: 'BI', days: '400', 'scope-listings': 'yes' })).status).toBe(400)
    expect((await viewer.post('/me/tokens', { label: 'BI', days: '30', 'scope-ledger': 'yes' })).status).toBe(400)
    const made = await (
      await viewer.post('/me/tokens', { label: 'BI <b>', days: '30', 'scope-listings': 'yes', 'scope-ledger': 'yes' })
    ).text()
    const key = must(/<code>([\w-]{43})<\/code>/.exec(made)?.[1])
    const ask = (path: string) =>
      fetch(`${desk.console.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
    expect([(await ask('/listings')).status, (await ask('/ledger')).status]).toEqual([200, 403])
    const again = await (await viewer.get('/me/tokens')).text()
    expect([again.includes(key), again.includes('BI &lt;b&gt;')]).toEqual([false, true])
    const other = await desk.as('administrator')
    await other.post('/me/tokens/1/revoke', {})
    expect((await ask('/listings')).status).toBe(200)
    await viewer.get('/me/tokens')
    await viewer.post('/me/tokens/1/revoke', {})
    expect((await ask('/listings')).status).toBe(401)
  })
})
