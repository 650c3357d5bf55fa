import { TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { OPERATOR } from '../store/sample.ts'
import { atDesk, PASSWORD, type Visitor } from './desk.ts'

const FIRST = {
  displayName: 'Nguyễn Văn An',
  unit: 'QLTT-HN-01',
  name: 'nguyen.an',
  password: PASSWORD,
  again: PASSWORD,
}

const signsIn = async (who: Visitor, name: string, password: string, code = ''): Promise<boolean> =>
  (await who.post('/login', { name, password, code })).status === 303

describe('the first administrator', () => {
  test('is made by a link that works once, and stands in the ledger', async () => {
    await atDesk({ accounts: false }, async ({ console, visitor, home }) => {
      const path = new URL(console.firstLink ?? '').pathname
      const who = visitor()
      expect((await who.post(path, { ...FIRST, again: 'something else' })).status).toBe(400)
      expect((await who.post(path, { ...FIRST, password: 'short', again: 'short' })).status).toBe(400)
      const made = await who.post(path, FIRST)
      expect([made.status, made.headers.get('location')]).toEqual([303, '/'])
      expect((await who.get('/accounts')).status).toBe(200)
      expect((await visitor().get(path)).status).toBe(404)
      expect((await visitor().post(path, { ...FIRST, name: 'other' })).status).toBe(404)
      const store = await openStore(home, { ...OPERATOR, readOnly: true })
      const entries = await store.ledger.list({ action: 'account.create', limit: 5 })
      await store.close()
      expect(entries.map(({ subject }) => subject)).toEqual(['account:nguyen.an'])
    })
  })

  test('has no link where there is an account', async () => {
    await atDesk({}, async ({ console }) => {
      expect(console.firstLink).toBeNull()
    })
  })

  test('has a day', async () => {
    await atDesk({ accounts: false }, async ({ console, visitor, clock }) => {
      clock.forward(25 * 3_600_000)
      expect((await visitor().get(new URL(console.firstLink ?? '').pathname)).status).toBe(404)
    })
  })
})

describe('signing in', () => {
  test('gives a cookie that scripts and strangers cannot use, new each time', async () => {
    await atDesk({ trustProxy: true }, async ({ visitor }) => {
      const plain = await visitor().post('/login', { name: 'analyst', password: PASSWORD })
      expect(plain.headers.getSetCookie()[0]).toMatch(/^soi-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
      const tls = await visitor().post(
        '/login',
        { name: 'analyst', password: PASSWORD },
        { 'x-forwarded-proto': 'https' },
      )
      expect(tls.headers.getSetCookie()[0]).toMatch(
        /^__Host-soi-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      )
      expect(tls.headers.get('strict-transport-security')).toMatch(/max-age/)
      expect(tls.headers.getSetCookie()[0]).not.toBe(plain.headers.getSetCookie()[0])
    })
  })

  test('leads back to our own pages only', async () => {
    await atDesk({}, async ({ visitor }) => {
      const to = async (next: string) =>
        (await visitor().post('/login', { name: 'viewer', password: PASSWORD, next })).headers.get('location')
      expect(await to('/queue?band=high')).toBe('/queue?band=high')
      for (const evil of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\tevil', 'javascript:1'])
        expect(await to(evil)).toBe('/')
    })
  })

  test('says the same of a wrong password, a name nobody has, and a locked name', async () => {
    await atDesk({}, async ({ visitor, clock }) => {
      const said = async (name: string, password: string) => {
        clock.forward(61_000)
        const answer = await visitor().post('/login', { name, password })
        return [answer.status, (await answer.text()).replaceAll(name, 'NAME')]
      }
      const wrong = await said('analyst', 'not the password')
      expect(await said('nobody.here', 'not the password')).toEqual(wrong)
      for (let i = 0; i < 4; i++) await said('analyst', 'not the password')
      expect(await said('analyst', PASSWORD)).toEqual(wrong)
      for (let i = 0; i < 5; i++) await said('nobody.here', 'x')
      expect(await said('nobody.here', 'x')).toEqual(wrong)
      clock.forward(16 * 60_000)
      expect((await said('analyst', PASSWORD))[0]).toBe(303)
    })
  })

  test('once a clock that was ahead is put right, nobody is locked out by it, nor signed in', async () => {
    await atDesk({}, async (desk) => {
      const { visitor, clock } = desk
      const signIn = async (password: string) => (await visitor().post('/login', { name: 'analyst', password })).status
      clock.forward(86_400_000)
      const ahead = await desk.as('reviewer')
      expect((await ahead.get('/queue')).status).toBe(200)
      for (let i = 0; i < 8; i++) await signIn('not the password')
      expect(await signIn(PASSWORD)).toBe(401)
      clock.forward(-86_400_000)
      expect(await signIn(PASSWORD)).toBe(303)
      expect((await ahead.get('/queue')).headers.get('location')).toMatch(/^\/login/)
    })
  })

  test('is limited by address', async () => {
    await atDesk({}, async ({ visitor }) => {
      const statuses: number[] = []
      for (let i = 0; i < 12; i++)
        statuses.push((await visitor().post('/login', { name: `name${i}`, password: 'x' })).status)
      expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
    })
  })

  test('ends by itself, and when one signs out or is switched off', async () => {
    await atDesk({}, async (desk) => {
      const open = async (who: Visitor) => (await who.get('/queue')).status === 200
      const idle = await desk.as('analyst')
      expect(await open(idle)).toBe(true)
      desk.clock.forward(3 * 3_600_000)
      expect(await open(idle)).toBe(false)
      const gone = await desk.as('analyst')
      const cookie = new Map(gone.cookies)
      await gone.post('/logout', {})
      for (const [name, value] of cookie) gone.cookies.set(name, value)
      expect(await open(gone)).toBe(false)
      const viewer = await desk.as('viewer')
      const admin = await desk.as('administrator')
      const store = openConsole(desk.home, { now: () => new Date().toISOString() })
      const id = store.accounts.byName('viewer')?.id
      store.close()
      await admin.post(`/accounts/${id}`, { role: 'viewer', unit: 'U', active: 'no' })
      expect(await open(viewer)).toBe(false)
      expect(await signsIn(desk.visitor(), 'viewer', PASSWORD)).toBe(false)
    })
  })
})

describe('a second factor', () => {
  test('is asked for once it is set up, and a code counts once', async () => {
    await atDesk({}, async (desk) => {
      const who = await desk.as('investigator')
      const begun = await (await who.post('/me/totp', {})).text()
      const secret = /name="secret" value="([A-Z2-7]+)"/.exec(begun)?.[1] ?? ''
      const totp = new TOTP({ secret, period: 30 })
      const code = () => totp.generate({ timestamp: desk.clock.now().getTime() })
      expect((await who.post('/me/totp', { secret, current: PASSWORD, code: '000000' })).status).toBe(400)
      desk.clock.forward(61_000)
      expect((await who.post('/me/totp', { secret, current: PASSWORD, code: code() })).status).toBe(303)
      desk.clock.forward(61_000)
      expect(await signsIn(desk.visitor(), 'investigator', PASSWORD)).toBe(false)
      const now = code()
      expect(await signsIn(desk.visitor(), 'investigator', PASSWORD, now)).toBe(true)
      expect(await signsIn(desk.visitor(), 'investigator', PASSWORD, now)).toBe(false)
    })
  })
})

describe('a password', () => {
  test('is changed by who knows it, and other sessions end', async () => {
    await atDesk({}, async (desk) => {
      const [here, there] = [await desk.as('reviewer'), await desk.as('reviewer')]
      const next = 'một câu dài hơn nữa'
      const change = { current: PASSWORD, password: next, again: next }
      expect((await here.post('/me/password', { ...change, current: 'wrong' })).status).toBe(400)
      expect((await here.post('/me/password', change)).status).toBe(303)
      expect((await here.get('/queue')).status).toBe(200)
      expect((await there.get('/queue')).status).toBe(303)
      desk.clock.forward(61_000)
      expect(await signsIn(desk.visitor(), 'reviewer', PASSWORD)).toBe(false)
      expect(await signsIn(desk.visitor(), 'reviewer', next)).toBe(true)
    })
  })

  test('nor a session token stands readable in the file', async () => {
    await atDesk({}, async (desk) => {
      const who = await desk.as('analyst')
      const token = who.cookies.get('soi-session') ?? ''
      expect(token).toHaveLength(43)
      const { readFileSync, readdirSync } = await import('node:fs')
      const bytes = readdirSync(desk.home)
        .filter((name) => name.startsWith('console.sqlite'))
        .map((name) => readFileSync(`${desk.home}/${name}`, 'latin1'))
        .join('')
      expect(bytes).not.toContain(token)
      expect(bytes).not.toContain(PASSWORD)
      expect(bytes).toContain('$argon2id$')
    })
  })
})
