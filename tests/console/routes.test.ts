import { expect, test } from 'vitest'
import { may } from '../../src/console/roles.ts'
import { ROUTES } from '../../src/console/routes.ts'
import { ROLES, type Role } from '../../src/store/console/api.ts'
import { atDesk, sightingsOf } from './desk.ts'

type Who = Role | 'nobody'
const EVERYBODY: readonly Who[] = ['nobody', ...ROLES]
const SIGNED: readonly Who[] = ROLES
const DECIDERS: readonly Who[] = ['analyst', 'investigator', 'reviewer']
const SECONDS: readonly Who[] = ['investigator', 'reviewer']

/** Written by hand, beside the table of roles: who may use what. A route that does not stand here fails the test. */
const EXPECTED: Readonly<Record<string, readonly Who[]>> = {
  'GET /login': EVERYBODY,
  'POST /login': EVERYBODY,
  'POST /language': EVERYBODY,
  'GET /welcome/:token': EVERYBODY,
  'POST /welcome/:token': EVERYBODY,
  'POST /logout': SIGNED,
  'GET /help': SIGNED,
  'GET /me': SIGNED,
  'POST /me/password': SIGNED,
  'POST /me/totp': SIGNED,
  'GET /me/tokens': SIGNED,
  'POST /me/tokens': SIGNED,
  'POST /me/tokens/:id{[0-9]+}/revoke': SIGNED,
  'GET /': SIGNED,
  'GET /queue': SIGNED,
  'GET /listings/:id{[0-9]+}': SIGNED,
  'GET /listings/:id{[0-9]+}/change': SIGNED,
  'GET /listings/:id{[0-9]+}/small/:kind/:sha256{[0-9a-f]+}': SIGNED,
  'GET /listings/:id{[0-9]+}/files/:sha256{[0-9a-f]+}': SIGNED,
  'POST /listings/:id{[0-9]+}/decide': DECIDERS,
  'POST /listings/:id{[0-9]+}/notices': DECIDERS,
  'POST /listings/:id{[0-9]+}/case': DECIDERS,
  'POST /listings/:id{[0-9]+}/replies': DECIDERS,
  'GET /listings/:id{[0-9]+}/replies/:number{[0-9]+}': SIGNED,
  'GET /listings/:id{[0-9]+}/boxed/:sha256{[0-9a-f]+}': SIGNED,
  'GET /listings/:id{[0-9]+}/changed/:other{[0-9]+}': SIGNED,
  'POST /queue/bulk': DECIDERS,
  'GET /reviews': SIGNED,
  'POST /reviews/share': ['administrator'],
  'POST /reviews/:id{[0-9]+}': SECONDS,
  'POST /seller/allow': SECONDS,
  'POST /seller/allow/end': SECONDS,
  'POST /seller/case': DECIDERS,
  'GET /seller': SIGNED,
  'GET /cases': SIGNED,
  'POST /cases': DECIDERS,
  'GET /cases/:id{[0-9]+}': SIGNED,
  'POST /cases/:id{[0-9]+}/set': DECIDERS,
  'POST /cases/:id{[0-9]+}/files': DECIDERS,
  'GET /cases/:id{[0-9]+}/files/:number{[0-9]+}': SIGNED,
  'GET /cases/:id{[0-9]+}/alike': SIGNED,
  'POST /cases/:id{[0-9]+}/alike': DECIDERS,
  'POST /cases/:id{[0-9]+}/notes': DECIDERS,
  'POST /cases/:id{[0-9]+}/packs': DECIDERS,
  'GET /cases/:id{[0-9]+}/packs/:name': DECIDERS,
  'GET /sweeps': SIGNED,
  'GET /sweeps/:id{[0-9]+}': SIGNED,
  'GET /sweeps/plan': SIGNED,
  'GET /sweeps/compare': SIGNED,
  'GET /sweeps/edit': DECIDERS,
  'POST /sweeps/check': DECIDERS,
  'POST /sweeps/save': DECIDERS,
  'POST /sweeps/now': DECIDERS,
  'POST /sweeps/pause': DECIDERS,
  'POST /sweeps/resume': DECIDERS,
  'POST /sweeps/delete': DECIDERS,
  'GET /watch': SIGNED,
  'GET /watch/list': SIGNED,
  'POST /watch/check': DECIDERS,
  'POST /watch/keep': DECIDERS,
  'GET /watch/export': DECIDERS,
  'POST /watch/delete': DECIDERS,
  'GET /rules': SIGNED,
  'GET /rule/:rule{[a-z0-9-]+}': SIGNED,
  'GET /rules/try': SIGNED,
  'POST /rules/try': SIGNED,
  'GET /rules/edit': ['reviewer'],
  'GET /rules/new': ['reviewer'],
  'POST /rules/edit': ['reviewer'],
  'GET /rules/changes/:id{[0-9]+}': ['reviewer'],
  'POST /rules/changes/:id{[0-9]+}/accept': ['reviewer'],
  'POST /rules/changes/:id{[0-9]+}/cancel': ['reviewer'],
  'GET /reports': SIGNED,
  'GET /reports/file': SIGNED,
  'GET /audit': ['auditor', 'administrator'],
  'GET /audit/access': ['auditor', 'administrator'],
  'GET /accounts': ['administrator'],
  'POST /accounts': ['administrator'],
  'POST /accounts/:id{[0-9]+}': ['administrator'],
  'POST /accounts/:id{[0-9]+}/link': ['administrator'],
  'GET /tips/new': EVERYBODY,
  'POST /tips/new': EVERYBODY,
  'GET /tips/status': EVERYBODY,
  'POST /tips/status': EVERYBODY,
  'GET /tips': DECIDERS,
  'GET /tips/add': DECIDERS,
  'POST /tips/add': DECIDERS,
  'POST /tips/import': DECIDERS,
  'GET /tips/:id{[0-9]+}': DECIDERS,
  'POST /tips/:id{[0-9]+}/status': DECIDERS,
  'POST /tips/:id{[0-9]+}/assign': DECIDERS,
  'POST /tips/:id{[0-9]+}/due': DECIDERS,
  'POST /tips/:id{[0-9]+}/note': DECIDERS,
  'POST /tips/:id{[0-9]+}/erase': DECIDERS,
  'POST /tips/:id{[0-9]+}/check': DECIDERS,
  'POST /tips/:id{[0-9]+}/case': DECIDERS,
  'POST /tips/:id{[0-9]+}/merge': DECIDERS,
  'POST /tips/:id{[0-9]+}/unmerge': DECIDERS,
  'GET /conduct': ['auditor'],
  'GET /conduct/add': ['auditor'],
  'POST /conduct/add': ['auditor'],
  'POST /conduct/import': ['auditor'],
  'GET /conduct/:id{[0-9]+}': ['auditor'],
  'POST /conduct/:id{[0-9]+}/status': ['auditor'],
  'POST /conduct/:id{[0-9]+}/assign': ['auditor'],
  'POST /conduct/:id{[0-9]+}/due': ['auditor'],
  'POST /conduct/:id{[0-9]+}/note': ['auditor'],
  'POST /conduct/:id{[0-9]+}/erase': ['auditor'],
  'POST /conduct/:id{[0-9]+}/exclude': ['auditor'],
  'GET /settings/tips': ['administrator'],
  'POST /settings/tips': ['administrator'],
  'GET /notify': ['administrator'],
  'POST /notify/test': ['administrator'],
  'POST /notify/:id{[0-9a-f-]+}/retry': ['administrator'],
  'GET /api/v1/openapi.json': EVERYBODY,
  'GET /api/v1/docs': EVERYBODY,
  'GET /api/v1/schemas/listings.json': EVERYBODY,
  'GET /api/v1/schemas/report.json': EVERYBODY,
  // Programs come with a token; a session, whoever's, is nothing here.
  'GET /api/v1/listings': [],
  'GET /api/v1/listings/:id{[0-9]+}': [],
  'GET /api/v1/listings/:id{[0-9]+}/standing': [],
  'GET /api/v1/decisions': [],
  'POST /api/v1/decisions': [],
  'GET /api/v1/cases': [],
  'POST /api/v1/cases': [],
  'GET /api/v1/cases/:id{[0-9]+}': [],
  'POST /api/v1/cases/:id{[0-9]+}/listings': [],
  'GET /api/v1/cases/:id{[0-9]+}/notes': [],
  'POST /api/v1/cases/:id{[0-9]+}/notes': [],
  'POST /api/v1/listings/:id{[0-9]+}/notices': [],
  'POST /api/v1/cases/:id{[0-9]+}/facts': [],
  'GET /api/v1/cases/:id{[0-9]+}/alike': [],
  'GET /api/v1/tips': [],
  'POST /api/v1/tips': [],
  'GET /api/v1/cases/:id{[0-9]+}/packs': [],
  'POST /api/v1/cases/:id{[0-9]+}/packs': [],
  'GET /api/v1/cases/:id{[0-9]+}/packs/:pack{[A-Za-z0-9.-]+}': [],
  'GET /api/v1/packs/:id{[0-9]+}': [],
  'GET /api/v1/checks': [],
  'POST /api/v1/checks': [],
  'GET /api/v1/checks/:id{[0-9]+}': [],
  'GET /api/v1/plans': [],
  'POST /api/v1/plans/run': [],
  'POST /api/v1/plans/pause': [],
  'POST /api/v1/plans/resume': [],
  'GET /api/v1/sweeps': [],
  'GET /api/v1/sweeps/:id{[0-9]+}': [],
  'GET /api/v1/sellers': [],
  'GET /api/v1/rules': [],
  'GET /api/v1/rules/:rule{[a-z0-9-]+}': [],
  'POST /api/v1/scores': [],
  'GET /api/v1/ledger': [],
  'GET /api/v1/reports': [],
  'GET /api/v1/listings/:id{[0-9]+}/history': [],
  'GET /api/v1/listings/:id{[0-9]+}/differences': [],
  'GET /api/v1/listings/:id{[0-9]+}/files': [],
  'GET /api/v1/listings/:id{[0-9]+}/files/:sha256{[0-9a-f]+}': [],
  'GET /api/v1/listings/:id{[0-9]+}/replies': [],
  'POST /api/v1/listings/:id{[0-9]+}/replies': [],
  'GET /api/v1/listings/:id{[0-9]+}/replies/:number{[0-9]+}/file': [],
  'GET /api/v1/cases/:id{[0-9]+}/files': [],
  'POST /api/v1/cases/:id{[0-9]+}/files': [],
  'GET /api/v1/cases/:id{[0-9]+}/files/:number{[0-9]+}': [],
  'GET /api/v1/cases/:id{[0-9]+}/sellers': [],
  'POST /api/v1/cases/:id{[0-9]+}/sellers': [],
  'GET /api/v1/sweeps/:id{[0-9]+}/compare/:number{[0-9]+}': [],
  'GET /api/v1/plans/file': [],
  'POST /api/v1/plans/check': [],
  'POST /api/v1/plans/save': [],
  'POST /api/v1/plans/delete': [],
  'GET /api/v1/watch-lists': [],
  'POST /api/v1/watch-lists': [],
  'GET /api/v1/watch-lists/:id{[0-9]+}': [],
  'POST /api/v1/watch-lists/:id{[0-9]+}/delete': [],
  'GET /api/v1/tips/:id{[0-9]+}': [],
  'POST /api/v1/tips/:id{[0-9]+}/status': [],
  'POST /api/v1/tips/:id{[0-9]+}/assignee': [],
  'POST /api/v1/tips/:id{[0-9]+}/due': [],
  'POST /api/v1/tips/:id{[0-9]+}/notes': [],
  'POST /api/v1/tips/:id{[0-9]+}/merge': [],
  'POST /api/v1/tips/:id{[0-9]+}/split': [],
  'POST /api/v1/tips/:id{[0-9]+}/check': [],
  'POST /api/v1/tips/:id{[0-9]+}/case': [],
  'POST /api/v1/tips/:id{[0-9]+}/erase': [],
  'GET /api/v1/allowances': [],
  'POST /api/v1/allowances': [],
  'POST /api/v1/allowances/:id{[0-9]+}/end': [],
  'GET /api/v1/rule-effects': [],
  'POST /api/v1/rule-effects': [],
  'GET /api/v1/rule-effects/:id{[0-9]+}': [],
  'GET /api/v1/report-files': [],
  'POST /api/v1/report-files': [],
  'GET /api/v1/report-files/:id{[0-9]+}': [],
  'GET /api/v1/report-files/:id{[0-9]+}/file': [],
  'GET /api/v1/ledger/head': [],
  'GET /api/v1/access': [],
  'GET /api/v1/reviews': [],
}

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const isAsset = ({ path }: { path: string }) => path.startsWith('/static/')
const addressOf = (path: string): string =>
  path
    .replace(/:id\{[^}]*\}/, '1')
    .replace(/:sha256\{[^}]*\}/, 'ab')
    .replace(/:(?:number|other)\{[^}]*\}/, '1')
    .replace(/:rule\{[^}]*\}/, 'none')
    .replace(':kind', 'top')
    .replace(':name', 'none.zip')
    .replace(/:pack\{[^}]*\}/, 'none.zip')
    .replace(':token', 'none')

test('every route stands in the expectations, and nothing else does', () => {
  expect(
    ROUTES.filter((route) => !isAsset(route))
      .map(nameOf)
      .sort(),
  ).toEqual(Object.keys(EXPECTED).sort())
  expect(ROUTES.filter(isAsset).every(({ permission }) => permission === 'public')).toBe(true)
})

test('the table of roles says what is expected, for every route and role', () => {
  for (const route of ROUTES.filter((each) => !isAsset(each)))
    for (const who of EVERYBODY)
      expect([nameOf(route), who, may(who === 'nobody' ? null : who, route.permission)]).toEqual([
        nameOf(route),
        who,
        EXPECTED[nameOf(route)]?.includes(who),
      ])
})

/** Refused: sent to the sign-in, or told so. A missing thing behind the gate is an answer from behind it. */
const isRefused = (answer: Response): boolean =>
  answer.status === 401 || answer.status === 403 || (answer.headers.get('location') ?? '').startsWith('/login?next=')

test('the server keeps to it: every route × role over the wire', async () => {
  const sightings = await sightingsOf([{ key: 'a', flagged: true }])
  await atDesk({ sightings }, async (desk) => {
    for (const who of EVERYBODY) {
      const arrive = () => (who === 'nobody' ? desk.visitor() : desk.as(who))
      let visitor = await arrive()
      for (const route of ROUTES.filter((each) => !isAsset(each))) {
        const path = addressOf(route.path)
        const answer = route.method === 'GET' ? await visitor.get(path) : await visitor.post(path, {})
        const failedSignIn = nameOf(route) === 'POST /login'
        const allowed = EXPECTED[nameOf(route)]?.includes(who) ?? false
        if (!failedSignIn) expect([nameOf(route), who, !isRefused(answer)]).toEqual([nameOf(route), who, allowed])
        expect(answer.status).toBeLessThan(500)
        expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        if (route.path === '/login' || route.path === '/logout') visitor = await arrive()
      }
    }
  })
}, 240_000)

test('a change without our origin, or without the token of the session, changes nothing', async () => {
  await atDesk({}, async (desk) => {
    const form = { name: 'le.binh', displayName: 'Lê Bình', unit: 'U1', role: 'viewer' }
    const admin = await desk.as('administrator')
    expect((await admin.post('/accounts', form, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await admin.post('/accounts', { ...form, csrf: 'wrong' })).status).toBe(403)
    expect((await admin.post('/accounts', form, { origin: 'null' })).status).toBe(403)
    expect(await (await admin.get('/accounts')).text()).not.toContain('le.binh')
    expect((await admin.post('/accounts', form)).status).toBe(200)
    expect(await (await admin.get('/accounts')).text()).toContain('le.binh')
  })
})
