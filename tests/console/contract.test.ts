import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROLES, type Role, SCOPES, type Scope } from '../../src/store/console/api.ts'
import { openStore } from '../../src/store/store.ts'
import { aSweep, hashOf, must } from '../store/sample.ts'
import { axe, CHROMIUM, inChromium } from './browser.ts'
import { atDesk, type Desk, sightingsOf } from './desk.ts'
import { type Program, tokenOf } from './programs.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: { readonly type?: string; readonly maximum?: number; readonly enum?: readonly string[] }
}
interface Described {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly { readonly token: readonly Scope[] }[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly example: Readonly<Record<string, unknown>> } }
  }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, object>> }>
  >
}
interface OpenApi {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<'get' | 'post', Described>>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}
interface Operation extends Described {
  readonly path: string
  readonly method: 'get' | 'post'
}

/** Written by hand beside the table of roles: whose token may do what, where it has the scope. */
const MAY: Readonly<Record<Scope, readonly Role[]>> = {
  listings: ROLES,
  sweeps: ROLES,
  sellers: ROLES,
  rules: ROLES,
  cases: ROLES,
  reports: ROLES,
  decisions: ['auditor', 'administrator'],
  ledger: ['auditor', 'administrator'],
  packs: ['analyst', 'investigator', 'reviewer'],
  checks: ROLES,
  tips: ['analyst', 'investigator', 'reviewer'],
  'decisions:write': ['analyst', 'investigator', 'reviewer'],
  'cases:write': ['analyst', 'investigator', 'reviewer'],
  'sweeps:write': ['analyst', 'investigator', 'reviewer'],
  'packs:write': ['analyst', 'investigator', 'reviewer'],
  'checks:write': ['analyst', 'investigator', 'reviewer'],
  'tips:write': ['analyst', 'investigator', 'reviewer'],
  'sellers:write': ['investigator', 'reviewer'],
  'reports:write': ROLES,
  'rules:write': ['reviewer'],
}

const some = await sightingsOf([
  { key: 'a', flagged: true, at: '2026-11-20T01:00:00.000Z', band: 'medium' },
  { key: 'b', flagged: true, at: '2026-11-21T01:00:00.000Z' },
  { key: 'a', flagged: true, at: '2026-11-22T01:00:00.000Z', band: 'medium', title: 'Đồng hồ nhái' },
])

const fileOf = async (desk: Desk): Promise<OpenApi> =>
  (await fetch(`${desk.console.url}/api/v1/openapi.json`)).json() as Promise<OpenApi>

const operationsOf = (file: OpenApi): readonly Operation[] =>
  Object.entries(file.paths).flatMap(([path, of]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const found = of[method]
      return found ? [{ ...found, path, method }] : []
    }),
  )

/** Jobs are counted together. */
const JOBS: Readonly<Record<string, string>> = { packs: '1', checks: '2', 'report-files': '3', 'rule-effects': '4' }
const QUERY: Readonly<Record<string, string>> = {
  report: 'month=2026-11',
  sellers: 'q=shop',
  differences: 'with=3',
  planFile: 'file=dong-ho.yaml',
}

/** An address that is there, with what it needs; `id` where another than the first is meant. */
function address({ path, operationId, parameters }: Operation, id: number | null = null): string {
  const query = QUERY[operationId]
  const needed = parameters.filter((each) => each.in === 'query' && each.required)
  expect([operationId, needed.every(({ name }) => query?.startsWith(`${name}=`))]).toEqual([operationId, true])
  return `${path
    .replace('{id}', String(id ?? JOBS[path.split('/')[1] ?? ''] ?? 1))
    .replace('{number}', path.includes('/compare/') ? '2' : '1')
    .replace('{sha256}', PAGE)
    .replace('{rule}', 'replica-of-brand')
    .replace('{pack}', PACK)}${query ? `?${query}` : ''}`
}

const exampleOf = ({ requestBody }: Operation) => must(requestBody).content['application/json'].example

const call = (operation: Operation, program: Program, id: number | null = null): Promise<Response> =>
  operation.method === 'get'
    ? program.get(address(operation, id))
    : program.post(address(operation, id), exampleOf(operation))

const allow = { seller: { site: 'cho', key: 's1' }, reason: 'có giấy tờ', days: 9 }

/** Ends what is in force. */
async function endAll(reviewer: Program): Promise<void> {
  const { items } = (await (await reviewer.get('/allowances')).json()) as { items: { id: number }[] }
  for (const { id } of items) await reviewer.post(`/allowances/${id}/end`, { reason: 'hết hạn' })
}

const plans = async (_: Program, { home }: Desk): Promise<null> => {
  await withPlan(home)
  return null
}

/** What must be so before something can be done again; the number that it then is about. */
const READY: Readonly<Record<string, (reviewer: Program, desk: Desk) => Promise<number | null>>> = {
  allowSeller: async (reviewer) => {
    await endAll(reviewer)
    return null
  },
  endAllowance: async (reviewer) => {
    await endAll(reviewer)
    return ((await (await reviewer.post('/allowances', allow)).json()) as { id: number }).id
  },
  deleteWatchList: async (reviewer) => {
    const answer = await reviewer.post('/watch-lists', { name: 'tạm', entries: [{ kind: 'word', value: 'gốm' }] })
    return ((await answer.json()) as { list: { id: number } }).list.id
  },
  mergeTip: async (reviewer) => {
    await reviewer.post('/tips/1/split', {})
    return null
  },
  splitTip: async (reviewer) => {
    await reviewer.post('/tips/1/merge', { into: 2 })
    return null
  },
  ...Object.fromEntries(
    ['plans', 'planFile', 'savePlan', 'runPlan', 'pausePlan', 'resumePlan', 'deletePlan'].map((name) => [name, plans]),
  ),
}

const ready = async ({ operationId }: Operation, desk: Desk): Promise<number | null> =>
  (await READY[operationId]?.(tokenOf(desk, 'reviewer', SCOPES), desk)) ?? null

const fits = (file: OpenApi, name: string, value: unknown) =>
  z.fromJSONSchema(must(file.components.schemas[name]) as never).safeParse(value).error

const roleFor = ({ security }: Operation): Role => must(MAY[must(security[0]?.token[0])].at(-1))

/** Who may do it, with a scope for it and all others, and a case to add to. */
const programFor = (operation: Operation, desk: Desk): Program => tokenOf(desk, roleFor(operation), SCOPES)

async function expectProblem(file: OpenApi, operation: Operation, answer: Response, status: number): Promise<void> {
  const place = `${operation.method} ${operation.path}`
  expect([place, answer.status]).toEqual([place, status])
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
  expect(fits(file, 'Problem', await answer.json())).toBeUndefined()
  expect(Object.keys(operation.responses)).toContain(String(status))
}

/** The sweep file that the examples name, as they have it. */
const withPlan = async (home: string): Promise<void> => {
  await mkdir(join(home, 'sweeps'), { recursive: true })
  const text = 'name: đồng hồ\ntargets: [https://shop.example/]\nschedule: { cron: "0 6 * * *" }\n'
  await writeFile(join(home, 'sweeps', 'dong-ho.yaml'), text)
}

/** The same, and a second run of the sweep. */
const before = async (home: string): Promise<void> => {
  await withPlan(home)
  const store = await openStore(home, { actor: 'test' })
  await store.sweeps.end(await store.sweeps.begin(aSweep()), 'finished')
  await store.close()
}

const PACK = 'soi-pack-20261120T010203Z.zip'
/** What the server sent of the first sighting. */
const PAGE = hashOf('<h1>Đồng hồ a</h1>')

/** No address is really visited. */
const more = { checkUrl: async () => ({ sweep: 1, flagged: [1] }) }

/** A case of one listing with a pack, and a check: what the operations look for. */
async function withCase(desk: Desk): Promise<void> {
  const analyst = tokenOf(desk, 'analyst', SCOPES)
  await analyst.post('/cases', { title: 'Đồng hồ' })
  await analyst.post('/cases/1/listings', { sightings: [1] })
  await mkdir(join(desk.home, 'packs', 'case-1'), { recursive: true })
  await writeFile(join(desk.home, 'packs', 'case-1', PACK), 'a pack')
  for (const [path, body] of Object.entries({
    '/cases/1/packs': { partial: true },
    '/checks': { url: 'cho.example/1' },
    '/report-files': { month: '2026-11', format: 'csv' },
  }))
    expect(await ended(desk, await analyst.post(path, body))).toMatchObject({ state: 'done' })
  const reviewer = tokenOf(desk, 'reviewer', SCOPES)
  const rule = { file: 'lexicon/vouching.yaml', text: 'nonsense: 1\n' }
  expect(await ended(desk, await reviewer.post('/rule-effects', rule))).toMatchObject({ state: 'failed' })
  const file = { name: 'giấy.txt', content: Buffer.from('giấy tờ').toString('base64') }
  const reply = { kind: 'reply', received: '2026-11-20', way: 'letter', sender: 'Shop', text: 'Hàng thật', file }
  for (const [path, body] of [
    ['/cases/1/files', file],
    ['/listings/1/replies', reply],
    ['/allowances', allow],
    ['/watch-lists', { name: 'gốm', entries: [{ kind: 'word', value: 'gốm' }] }],
    ['/tips', { text: 'Shop bán túi giả', url: 'https://shop.example/1' }],
    ['/tips', { text: 'Chợ bán đồng hồ giả', url: 'https://cho.example/2' }],
  ] as const)
    expect([path, (await reviewer.post(path, body)).ok]).toEqual([path, true])
}

/** Follows a job to its end; an answer that began none is left. */
async function ended(desk: Desk, answer: Response): Promise<unknown> {
  if (answer.status !== 202) return null
  const at = must(answer.headers.get('location'))
  expect(await answer.clone().json()).toMatchObject({ self: at })
  const program = tokenOf(desk, 'reviewer', SCOPES)
  for (;;) {
    const job = (await (await program.get(at.replace('/api/v1', ''))).json()) as { state?: string; check?: string }
    if (!['waiting', 'running'].includes(job.state ?? job.check ?? '')) return job
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

const FILES: Readonly<Record<string, unknown>> = {
  packFile: 'a pack',
  listingFile: '<h1>Đồng hồ a</h1>',
  replyFile: 'giấy tờ',
  caseFile: 'giấy tờ',
  reportBytes: expect.stringContaining('2026-11'),
}

/** Characters; a file may be larger than other things that are sent. */
const TOO_MUCH: Readonly<Record<string, number>> = { addReply: 15_000_000, addCaseFile: 15_000_000 }

test('every operation of the OpenAPI file keeps its promises on a running server', async () => {
  await atDesk({ sightings: some, before, more }, async (desk) => {
    await withCase(desk)
    const file = await fileOf(desk)
    expect(file.openapi).toBe('3.1.0')
    const operations = operationsOf(file)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const operation of operations) {
      const { operationId, summary, responses } = operation
      expect([operationId, summary === '']).toEqual([operationId, false])
      expect([operationId, Object.values(responses).every(({ description }) => description !== '')]).toEqual([
        operationId,
        true,
      ])
      const answer = await call(operation, programFor(operation, desk), await ready(operation, desk))
      expect([operationId, Object.keys(responses)]).toEqual([
        operationId,
        expect.arrayContaining([String(answer.status)]),
      ])
      await ended(desk, answer)
      const [mediaType = ''] = Object.keys(responses[answer.status]?.content ?? {})
      expect([operationId, answer.ok, answer.headers.get('content-type')]).toEqual([operationId, true, mediaType])
      if (mediaType !== 'application/json')
        expect([operationId, await answer.text()]).toEqual([operationId, FILES[operationId]])
      else expect([operationId, fits(file, operationId, await answer.json())]).toEqual([operationId, undefined])
    }
  })
}, 300_000)

test('what is unknown, too much, not there or not allowed is refused as the file says', async () => {
  await atDesk({ sightings: some, before, more }, async (desk) => {
    await withCase(desk)
    const file = await fileOf(desk)
    for (const operation of operationsOf(file)) {
      const { path, method, parameters } = operation
      const program = programFor(operation, desk)
      const at = address(operation)
      const also = (text: string) => `${at}${at.includes('?') ? '&' : '?'}${text}`
      const send = (where: string) =>
        method === 'get' ? program.get(where) : program.post(where, exampleOf(operation))
      await expectProblem(file, operation, await send(also('nonsense=1')), 400)
      const nobody = await fetch(`${desk.console.url}/api/v1${at}`, { method })
      await expectProblem(file, operation, nobody, 401)
      const scopes = must(operation.security[0]).token
      const others = SCOPES.filter((scope) => !scopes.includes(scope))
      await expectProblem(file, operation, await call(operation, tokenOf(desk, roleFor(operation), others)), 403)
      const missing = path.replace(/\{(id|number|sha256|pack)\}/g, '999999').replace('{rule}', 'no-such-rule')
      const query = /\?.*/.exec(at)?.[0] ?? ''
      if (missing !== path) await expectProblem(file, operation, await send(missing + query), 404)
      for (const { name, in: place, schema } of parameters) {
        if (place !== 'query') continue
        if (schema.maximum !== undefined)
          await expectProblem(file, operation, await program.get(also(`${name}=${schema.maximum + 1}`)), 400)
        if (schema.enum) await expectProblem(file, operation, await program.get(also(`${name}=nonsense`)), 400)
      }
    }
  })
}, 300_000)

test('what is sent is read strictly, and carried out once under its key', async () => {
  await atDesk({ sightings: some, before, more }, async (desk) => {
    await withCase(desk)
    const file = await fileOf(desk)
    for (const operation of operationsOf(file).filter(({ method }) => method === 'post')) {
      const { operationId } = operation
      const program = programFor(operation, desk)
      const at = address(operation, await ready(operation, desk))
      const example = exampleOf(operation)
      const schema = must(file.components.schemas[`${operation.operationId}Request`]) as { required?: string[] }
      const wrong: unknown[] = [{ ...example, nonsense: 1 }, [], 'no json {', 'null']
      for (const name of schema.required ?? []) {
        const { [name]: _, ...rest } = example
        wrong.push(rest, { ...example, [name]: { nested: true } })
      }
      for (const body of wrong) await expectProblem(file, operation, await program.post(at, body), 400)
      const plain = await program.post(at, example, undefined, { 'content-type': 'text/plain' })
      await expectProblem(file, operation, plain, 415)
      await expectProblem(
        file,
        operation,
        await program.post(at, `"${'x'.repeat(TOO_MUCH[operationId] ?? 300_000)}"`),
        413,
      )
      if (!operation.parameters.some(({ in: place }) => place === 'header')) continue
      await expectProblem(file, operation, await program.post(at, example, null), 400)
      await expectProblem(file, operation, await program.post(at, example, 'has space'), 400)
      const first = await program.post(at, example, 'key-1')
      const again = await program.post(at, example, 'key-1')
      expect([first.ok, again.status]).toEqual([true, first.status])
      expect(again.headers.get('location')).toBe(first.headers.get('location'))
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      await ended(desk, first)
      expect(await again.text()).toBe(await first.text())
      await expectProblem(file, operation, await program.post(at, { ...example, more: 1 }, 'key-1'), 422)
    }
    const store = await openStore(desk.home, { actor: 'test', readOnly: true })
    // One by hand, one under the key: neither the refused nor the repeated ones made any.
    expect((await store.cases.list()).length).toBe(2)
    expect((await store.decisions.of({ sighting: 1 })).length).toBe(1)
    await store.close()
  })
}, 300_000)

test('every operation × scope × role: a token never does more than its scope, nor than its account', async () => {
  await atDesk({ sightings: some, before, more }, async (desk) => {
    await withCase(desk)
    const operations = operationsOf(await fileOf(desk))
    expect(Object.keys(MAY).sort()).toEqual([...SCOPES].sort())
    expect(new Set(operations.flatMap(({ security }) => must(security[0]).token))).toEqual(new Set(SCOPES))
    for (const role of ROLES)
      for (const scope of SCOPES) {
        const program = tokenOf(desk, role, [scope])
        for (const operation of operations) {
          const allowed = must(operation.security[0]).token.includes(scope) && MAY[scope].includes(role)
          const answer = await call(operation, program, allowed ? await ready(operation, desk) : null)
          const { status } = answer
          await ended(desk, answer)
          const place = `${operation.operationId} ${scope} ${role}`
          expect([place, allowed ? status < 300 : status]).toEqual([place, allowed ? true : 403])
        }
      }
  })
}, 600_000)

test('a program decides under the rules of the console: two persons for the high band, nobody twice', async () => {
  await atDesk({ sightings: await sightingsOf([{ key: 'h', flagged: true, band: 'high' }]) }, async (desk) => {
    const dismissal = { sighting: 1, verdict: 'dismiss', reason: 'genuine', note: 'có hóa đơn' }
    const analyst = tokenOf(desk, 'analyst', SCOPES)
    const standing = async () =>
      ((await (await analyst.get('/listings/1/standing')).json()) as { standing: string }).standing
    expect((await analyst.post('/decisions', dismissal)).status).toBe(201)
    expect(await standing()).toBe('pending')
    expect((await analyst.post('/decisions', dismissal)).status).toBe(409)
    const reviewer = tokenOf(desk, 'reviewer', SCOPES)
    expect((await reviewer.post('/decisions', { ...dismissal, reason: 'signs-plain' })).status).toBe(400)
    expect((await reviewer.post('/decisions', { ...dismissal, sighting: 77 })).status).toBe(404)
    expect((await reviewer.post('/decisions', dismissal)).status).toBe(201)
    expect(await standing()).toBe('dismiss')
    const store = await openStore(desk.home, { actor: 'test', readOnly: true })
    const made = await store.decisions.of({ sighting: 1 })
    await store.close()
    expect(made.map(({ officer, unit }) => [officer, unit])).toEqual([
      ['analyst', 'QLTT-01'],
      ['reviewer', 'QLTT-01'],
    ])
  })
})

test('the schemas of exports are served, and the documentation reads well in both languages', async () => {
  await atDesk({}, async (desk) => {
    for (const name of ['listings', 'report']) {
      const answer = await fetch(`${desk.console.url}/api/v1/schemas/${name}.json`)
      expect(answer.headers.get('content-type')).toBe('application/schema+json')
      expect(await answer.json()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    }
    if (CHROMIUM === undefined) return
    await inChromium(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      const refused: string[] = []
      page.on('request', (request) => request.url().startsWith(desk.console.url) || refused.push(request.url()))
      const file = await fileOf(desk)
      for (const lang of ['vi', 'en']) {
        await page.goto(`${desk.console.url}/api/v1/docs`)
        expect(await page.evaluate('document.documentElement.lang')).toBe(lang)
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        expect(await axe(page)).toEqual([])
        for (const { operationId, path } of operationsOf(file))
          expect(await page.locator(`#${operationId} h2`).innerText()).toContain(path)
        if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/docs-${lang}.png` })
        await page.click('button[lang]')
      }
      expect(refused).toEqual([])
    })
  })
}, 300_000)
