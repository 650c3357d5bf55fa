import { rm } from 'node:fs/promises'
import pino from 'pino'
import sharp from 'sharp'
import { hashPassword } from '../../src/console/auth/password.ts'
import { type RunningConsole, type ServeOptions, startConsole } from '../../src/console/server.ts'
import type { SweepingOptions } from '../../src/console/sweeping.ts'
import type { Sighting } from '../../src/domain.ts'
import { ROLES, type Role } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome, OPERATOR, type SightingWish } from '../store/sample.ts'

export const PASSWORD = 'bốn từ dễ nhớ'
const hash = hashPassword(PASSWORD)

/** A clock that tests move. */
interface Clock {
  now: () => Date
  forward(ms: number): void
}

const makeClock = (): Clock => {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    forward: (ms) => {
      ahead += ms
    },
  }
}

export interface Desk {
  readonly home: string
  readonly console: RunningConsole
  readonly clock: Clock
  /** A visitor with a cookie jar of its own. */
  visitor(): Visitor
  /** One who has signed in with that role. */
  as(role: Role): Promise<Visitor>
}

export interface Visitor {
  get(path: string): Promise<Response>
  /** Posts a form the way a browser does: own origin, and the token of the newest page that had one. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>
  /** The same with a file field, as a form with files is sent; null: none was chosen. */
  upload(path: string, form: Record<string, string>, file: File | null): Promise<Response>
  readonly cookies: Map<string, string>
}

const picture = sharp({ create: { width: 1280, height: 900, channels: 3, background: '#7fa' } })
  .png()
  .toBuffer()

/** A screenshot that can be opened: that of the store's own sample cannot. */
export async function withPicture(sighting: Sighting): Promise<Sighting> {
  if (!sighting.capture) return sighting
  const artifacts = [{ role: 'screenshot', mediaType: 'image/png', bytes: await picture }]
  return { ...sighting, capture: { ...sighting.capture, artifacts } }
}

/** A store with one sweep of these sightings. */
export async function fill(home: string, sightings: readonly Sighting[]): Promise<void> {
  const store = await openStore(home, OPERATOR)
  const sweep = await store.sweeps.begin(aSweep())
  const frontier = store.frontier(sweep)
  for (const [i, sighting] of sightings.entries()) {
    await frontier.add([aRequest(i)])
    const [request] = await frontier.take(1)
    await frontier.record(aVisit(must(request), { sightings: [sighting] }))
  }
  await frontier.add([aRequest(9001), aRequest(9002)])
  const [blocked] = await frontier.take(1)
  await frontier.record(aVisit(must(blocked), { outcome: 'blocked', reasons: ['a <b>wall</b> of words'], status: 403 }))
  await store.sweeps.keepHealth(sweep, [
    { site: 'cho', state: 'broken', shortfalls: [{ kind: 'listings', found: 1, expected: 10 }] },
  ])
  await store.sweeps.end(sweep, 'finished')
  await store.close()
}

export const sightingsOf = (wishes: readonly SightingWish[]): Promise<readonly Sighting[]> =>
  Promise.all(wishes.map((wish) => withPicture(aSighting(wish))))

function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>()
  let csrf = ''
  const keep = async (answer: Response): Promise<Response> => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const type = answer.headers.get('content-type') ?? ''
    if (type.startsWith('text/html'))
      csrf = /name="csrf" value="([^"]+)"/.exec(await answer.clone().text())?.[1] ?? csrf
    return answer
  }
  const headers = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  return {
    cookies,
    get: async (path) => keep(await fetch(url + path, { headers: headers(), redirect: 'manual' })),
    post: async (path, form, more = {}) =>
      keep(
        await fetch(url + path, {
          method: 'POST',
          headers: { ...headers(), origin: url, ...more },
          body: new URLSearchParams({ csrf, ...form }),
          redirect: 'manual',
        }),
      ),
    upload: async (path, form, file) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf, ...form })) body.set(name, value)
      body.set('file', file ?? new File([], ''))
      return keep(
        await fetch(url + path, { method: 'POST', headers: { ...headers(), origin: url }, body, redirect: 'manual' }),
      )
    },
  }
}

/** Everyone a console may have: one account for each role, named like it. */
async function makeAccounts(home: string): Promise<void> {
  const store = openConsole(home, { now: () => new Date().toISOString() })
  for (const role of ROLES) {
    const { id } = store.accounts.create({
      name: role,
      displayName: `Cán bộ ${role}`,
      role,
      unit: 'QLTT-01',
      createdBy: 'test',
    })
    store.accounts.setPassword(id, await hash)
  }
  store.close()
}

/** No lot falls on a decision of a test that does not ask for it. */
async function drawNothing(home: string): Promise<void> {
  const store = await openStore(home, OPERATOR)
  await store.reviews.setShare(0)
  await store.close()
}

/** Runs with a console over a fresh home; no decision is drawn for a blind review. */
export async function atDesk<T>(
  options: {
    readonly sightings?: readonly Sighting[]
    readonly accounts?: boolean
    readonly trustProxy?: boolean
    readonly more?: Partial<ServeOptions>
    readonly sweeping?: SweepingOptions
    /** Done in the home before the console opens it. */
    readonly before?: (home: string) => Promise<void>
  },
  body: (desk: Desk) => Promise<T>,
): Promise<T> {
  const home = await newHome()
  const clock = makeClock()
  if (options.sightings) await fill(home, options.sightings)
  if (options.sightings) await drawNothing(home)
  if (options.accounts ?? true) await makeAccounts(home)
  await options.before?.(home)
  const console = await startConsole({
    ...{ home, host: '127.0.0.1', port: 0, actor: 'soi', log: pino({ level: 'silent' }), now: clock.now },
    trustProxy: options.trustProxy ?? false,
    ...options.more,
    ...(options.sweeping ? { sweeping: options.sweeping } : {}),
  })
  const visitor = () => visitorOf(console.url)
  try {
    return await body({
      ...{ home, console, clock, visitor },
      as: async (role) => {
        const who = visitor()
        // Ten sign-ins a minute from one address: tests come from one.
        clock.forward(61_000)
        await who.post('/login', { name: role, password: PASSWORD })
        await who.get('/me')
        return who
      },
    })
  } finally {
    await console.close()
    await rm(home, { recursive: true, force: true })
  }
}
