import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { verifyPack } from '../../src/evidence/verify/verify.ts'
import { SCOPES } from '../../src/store/console/api.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { html, serve } from '../collect/servers.ts'
import { productPage, shelfPage } from '../faults/world.ts'
import { must, newHome, OPERATOR } from '../store/sample.ts'
import { fill, sightingsOf } from './desk.ts'
import { type Program, programAt, tokenOf } from './programs.ts'
import { serving, withAccounts } from './serving.ts'

const KILLS = 6

async function homeOf(keys: readonly string[]): Promise<string> {
  const home = await newHome()
  await fill(home, await sightingsOf(keys.map((key) => ({ key, flagged: true, band: 'medium' as const }))))
  withAccounts(home)
  const store = await openStore(home, OPERATOR)
  await store.reviews.setShare(0)
  await store.close()
  return home
}

/** What a home holds, once no server is left; its evidence must be whole. */
async function kept(home: string) {
  const store = await openStore(home, OPERATOR)
  const { problems } = await store.verify()
  const cases = await store.cases.list()
  const notes = cases.length ? (await store.cases.notes(1, 10_000)).map(({ text }) => text) : []
  const decisions = (await store.decisions.list({ limit: 10_000 })).map(({ note }) => note)
  await store.close()
  return { problems, titles: cases.map(({ title }) => title), notes, decisions }
}

interface Sent {
  readonly path: string
  readonly body: object
  readonly key: string
  /** 0: no answer came. */
  status: number
}

const kindOf = (n: number, name: string): Pick<Sent, 'path' | 'body'> => {
  if (n % 3 === 0) return { path: '/cases', body: { title: name } }
  if (n % 3 === 1) return { path: '/cases/1/notes', body: { text: name } }
  return { path: '/decisions', body: { sighting: 1, verdict: 'needs-more', reason: 'look-again', note: name } }
}

/** Writes one thing after the other until the server gives no answer, or not the one for what was kept. */
async function write(program: Pick<Program, 'post'>, name: string, sent: Sent[]): Promise<void> {
  for (let n = 0; ; n++) {
    const one: Sent = { ...kindOf(n, `${name} ${n}`), key: `${name}-${n}`.replaceAll(' ', '-'), status: 0 }
    sent.push(one)
    try {
      one.status = (await program.post(one.path, one.body, one.key)).status
    } catch {
      return // killed: whether it was kept is what the test asks
    }
    if (one.status !== 201) return
  }
}

/** Everything that was answered with 201 stands there, once; what had no answer once or not at all. */
async function expectWhole(home: string, sent: readonly Sent[]): Promise<void> {
  const { problems, titles, notes, decisions } = await kept(home)
  expect(problems).toEqual([])
  const all = [...titles, ...notes, ...decisions]
  for (const { body, status } of sent) {
    const name = Object.values(body).at(-1)
    const n = all.filter((each) => each === name).length
    expect([name, status, n]).toEqual([name, status, status === 201 ? 1 : Math.min(n, 1)])
  }
}

test('a server killed while it writes loses nothing it answered for, does nothing twice, and leaves no half pack', async () => {
  const home = await homeOf(['a'])
  const sent: Sent[] = []
  let token: string | null = null
  let last: number | null = null
  const states: string[] = []
  for (let round = 0; round < KILLS; round++) {
    const server = await serving(home)
    token ??= tokenOf(server.desk, 'analyst', SCOPES).token
    const program = programAt(token, server.desk.console.url)
    if (round === 0) {
      expect((await program.post('/cases', { title: 'đồng hồ' })).status).toBe(201)
      await program.post('/cases/1/listings', { sightings: [1] })
    }
    if (last !== null) states.push(((await (await program.get(`/packs/${last}`)).json()) as { state: string }).state)
    const before = sent.at(-1)
    // Sent again under its key: either it was kept, and is not kept again; or it is kept now; or nobody knows, and it is looked at.
    if (before?.status === 0)
      expect([201, 409]).toContain((await program.post(before.path, before.body, before.key)).status)
    const pack = (await (await program.post('/cases/1/packs', { partial: true })).json()) as { id: number }
    last = pack.id
    const writing = write(program, `round ${round}`, sent)
    await sleep(50 + Math.random() * 1_500)
    await server.end('SIGKILL')
    await writing
    await expectWhole(home, sent)
  }
  expect(sent.filter(({ status }) => status === 201).length).toBeGreaterThan(KILLS)
  expect(states.every((state) => state === 'done' || state === 'cut-off')).toBe(true)
  const server = await serving(home)
  const program = tokenOf(server.desk, 'analyst', SCOPES)
  expect((await program.post('/cases/1/packs', { partial: true })).status).toBe(202)
  await server.end('SIGTERM')
  const folder = join(home, 'packs', 'case-1')
  for (const name of await readdir(folder))
    expect([name, (await verifyPack(join(folder, name))).ok]).toEqual([name, true])
}, 300_000)

test('on a full disk a server says so and keeps nothing half; with room again it goes on', async () => {
  const home = await homeOf(['a'])
  const sent: Sent[] = []
  const full = await serving(home, { limit: 'ulimit -f 900;' })
  const program = tokenOf(full.desk, 'analyst', SCOPES)
  expect((await program.post('/cases', { title: 'đồng hồ' })).status).toBe(201)
  let said: Response | null = null
  for (let round = 0; round < 200 && said === null; round++) {
    // A minute's share of requests is a token's: each round has its own.
    await write(tokenOf(full.desk, 'analyst', SCOPES), `round ${round}`, sent)
    if (sent.at(-1)?.status !== 429) said = await program.post('/cases', { title: 'một hồ sơ nữa' })
  }
  expect(sent.at(-1)?.status).toBe(503)
  expect(must(said).headers.get('content-type')).toBe('application/problem+json')
  expect(await must(said).json()).toMatchObject({ status: 503, detail: expect.stringMatching(/disk/) })
  expect(must(said).headers.get('retry-after')).toBe('10')
  await full.end('SIGTERM')
  await expectWhole(home, sent)
  const again = await serving(home)
  expect((await tokenOf(again.desk, 'analyst', SCOPES).post('/cases', { title: 'còn chỗ' })).status).toBe(201)
  await again.end('SIGTERM')
  expect((await kept(home)).titles).toContain('còn chỗ')
}, 300_000)

test('two servers on one store: both write, nothing is lost or done twice, and each knows the jobs of the other', async () => {
  const home = await homeOf(['a', 'b'])
  const [one, two] = await Promise.all([serving(home), serving(home)])
  const [first, second] = [tokenOf(one.desk, 'analyst', SCOPES), tokenOf(two.desk, 'reviewer', SCOPES)]
  expect((await first.post('/cases', { title: 'đồng hồ' })).status).toBe(201)
  await first.post('/cases/1/listings', { sightings: [1] })
  const sent: Sent[] = []
  const few = async (program: Pick<Program, 'post'>, name: string) => {
    for (let n = 0; n < 30; n++) {
      const own: Sent = { ...kindOf(n, `${name} ${n}`), key: `${name}-${n}`.replaceAll(' ', '-'), status: 0 }
      sent.push(own)
      own.status = (await program.post(own.path, own.body, own.key)).status
    }
  }
  await Promise.all([few(first, 'one'), few(second, 'two'), few(first, 'one more')])
  expect(sent.every(({ status }) => status === 201)).toBe(true)
  await expectWhole(home, sent)
  // One request under one key, sent to both at once.
  const same = { title: 'một lần' }
  const there = programAt(first.token, two.desk.console.url)
  const both = await Promise.all([first.post('/cases', same, 'once'), there.post('/cases', same, 'once')])
  expect(both.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([])
  expect((await kept(home)).titles.filter((title) => title === 'một lần')).toHaveLength(1)
  const job = (await (await first.post('/cases/1/packs', { partial: true })).json()) as { id: number; state: string }
  const seen = async () => ((await (await second.get(`/packs/${job.id}`)).json()) as { state: string }).state
  expect(['running', 'done']).toContain(await seen())
  await expect.poll(seen, { timeout: 60_000, interval: 200 }).toBe('done')
  await Promise.all([one.end('SIGTERM'), two.end('SIGTERM')])
  expect((await kept(home)).problems).toEqual([])
}, 300_000)

const DAY_MS = 86_400_000

test('a clock that jumps ahead and back: no sweep runs twice for one time, nobody stays locked out, and the ledger is whole', async () => {
  const home = await homeOf(['a'])
  const shop = await serve({ '/': html(shelfPage(['/p/1'])) }, html(productPage(1)))
  await mkdir(join(home, 'sweeps'), { recursive: true })
  const plan = `name: gom\ntargets: ["${shop.url}/"]\nallow_private: true\nocr: "off"\nschedule: {cron: "0 0 * * *"}\n`
  await writeFile(join(home, 'sweeps', 'gom.yaml'), plan)
  const clock = join(home, 'clock')
  const ahead = (ms: number) => writeFile(clock, String(ms))
  await ahead(0)
  const preload = new URL('./clock.mjs', import.meta.url).href
  const env = { TEST_CLOCK: clock, NODE_OPTIONS: `--import ${preload}`, SOI_OPERATOR: 'officer' }
  const server = await serving(home, { argv: ['--allow-private'], env })
  const rows = () => {
    const desk = openConsole(home, { now: () => new Date().toISOString() })
    const found = desk.schedules.list({ limit: 20 })
    desk.close()
    return found.map(({ state, dueAt }) => `${state} ${dueAt}`)
  }
  try {
    const program = tokenOf(server.desk, 'analyst', SCOPES)
    const create = async (title: string) => (await program.post('/cases', { title })).status
    await sleep(3_000)
    expect([rows(), await create('trước')]).toEqual([[], 201])
    await ahead(DAY_MS)
    await expect.poll(() => rows()[0]?.slice(0, 4), { timeout: 90_000, interval: 200 }).toBe('done')
    const after = rows()
    // A flood while the clock is ahead, until the token has to wait.
    const flood = await Promise.all(Array.from({ length: 125 }, async () => (await program.get('/sweeps')).status))
    expect(flood).toContain(429)
    await ahead(0)
    await sleep(100)
    expect(await create('sau')).toBe(201)
    await ahead(DAY_MS)
    await sleep(6_000)
    expect(rows()).toEqual(after)
    expect(shop.asked.filter((path) => path === '/p/1')).toHaveLength(1)
    await ahead(2 * DAY_MS)
    await expect.poll(() => rows().length, { timeout: 90_000, interval: 200 }).toBe(2)
    await expect
      .poll(() => rows().every((row) => row.startsWith('done')), { timeout: 90_000, interval: 200 })
      .toBe(true)
  } finally {
    await server.end('SIGTERM')
    await shop.close()
  }
  expect((await kept(home)).problems).toEqual([])
}, 300_000)
