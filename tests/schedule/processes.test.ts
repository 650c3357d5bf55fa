import { spawn } from 'node:child_process'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { openConsole } from '../../src/store/console/console.ts'
import { openStore } from '../../src/store/store.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { html, serve, type TestServer } from '../collect/servers.ts'
import { productPage, shelfPage } from '../faults/world.ts'

const BIN = fileURLToPath(new URL('../../src/soi.mjs', import.meta.url))
const PRODUCTS = 30
const open: TestServer[] = []
const children: ReturnType<typeof spawn>[] = []
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of open.splice(0)) await server.close()
})

/** A shop of thirty listings, and a home whose one sweep of it was due this morning. */
async function dueNow(perSecond: number) {
  const paths = Array.from({ length: PRODUCTS }, (_, n) => `/p/${n}`)
  const server = await serve({ '/': html(shelfPage(paths)) }, (request, response) =>
    html(productPage(request.url?.slice(3) ?? ''))(request, response),
  )
  open.push(server)
  const home = tempHome()
  const folder = join(home, 'sweeps')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'gom.yaml')
  writeFileSync(
    file,
    `name: gom\ntargets: ["${server.url}/"]\nallow_private: true\nocr: "off"\nschedule: {cron: "0 0 * * *"}
rate: {per_host_per_second: ${perSecond}, concurrency: 2}\n`,
  )
  const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000)
  utimesSync(file, threeDaysAgo, threeDaysAgo)
  const visits = () => server.asked.filter((path) => path.startsWith('/p/'))
  return { server, home, visits }
}

/** A server or scheduler in a process of its own, until it is killed. */
function started(home: string, argv: readonly string[]) {
  const env = { ...process.env, SOI_HOME: home, SOI_LANG: 'en', SOI_OPERATOR: 'officer' }
  const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: 'ignore' })
  children.push(child)
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended }
}

async function kept(home: string) {
  const store = await openStore(home, { actor: 'test', readOnly: true })
  const desk = openConsole(home, { now: () => new Date().toISOString() })
  try {
    const runs = await store.sweeps.list()
    const rows = desk.schedules.list({ limit: 20 })
    return { runs: runs.map(({ id, state }) => ({ id, state })), rows }
  } finally {
    desk.close()
    await store.close()
  }
}

const WAIT = { timeout: 150_000, interval: 50 }

test('a scheduler killed in the middle of a run: the next one goes on with that run, and nothing runs twice', async () => {
  const { home, visits } = await dueNow(20)
  const first = started(home, ['schedule'])
  await expect.poll(() => visits().length, WAIT).toBeGreaterThan(5)
  first.kill('SIGKILL')
  await first.ended
  const cut = visits().length
  expect(cut).toBeLessThan(PRODUCTS)
  const again = await soi(home, ['schedule', '--once'])
  expect(again.err).toContain('gom: was cut off, goes on')
  expect(again.code).toBe(ExitCode.Ok)
  const after = await kept(home)
  expect(after.runs).toEqual([{ id: 1, state: 'finished' }])
  expect(after.rows).toMatchObject([{ name: 'gom', state: 'done', attempts: 2, sweep: 1, missed: expect.any(Number) }])
  expect(after.rows[0]?.missed).toBeGreaterThan(0)
  // What was under way when it was killed is asked for again, nothing else.
  expect(new Set(visits()).size).toBe(PRODUCTS)
  expect(visits().length).toBeLessThanOrEqual(PRODUCTS + 4)
  expect((await soi(home, ['schedule', '--once'])).err).not.toContain('gom')
  expect((await kept(home)).runs).toHaveLength(1)
}, 300_000)

test('two servers on one store run a due time once; the one that is stopped stops its run so that it goes on', async () => {
  const { home, visits } = await dueNow(10)
  const [one, two] = [started(home, ['serve', '--port', '0']), started(home, ['serve', '--port', '0'])]
  await expect.poll(() => visits().length, WAIT).toBeGreaterThan(3)
  expect((await kept(home)).rows).toHaveLength(1)
  one.kill('SIGTERM')
  expect(await one.ended).toBe(ExitCode.Ok)
  // Whichever had the lease: the other goes on with the run, or had it all the time.
  await expect.poll(async () => (await kept(home)).rows[0]?.state, WAIT).toBe('done')
  const after = await kept(home)
  expect(after.runs).toEqual([{ id: 1, state: 'finished' }])
  expect(after.rows).toHaveLength(1)
  expect(new Set(visits()).size).toBe(PRODUCTS)
  two.kill('SIGTERM')
  expect(await two.ended).toBe(ExitCode.Ok)
}, 300_000)

test('a server killed outright leaves its run alone; the next server finds it ended and does not run it again', async () => {
  const { home, visits } = await dueNow(20)
  const first = started(home, ['serve', '--port', '0'])
  await expect.poll(() => visits().length, WAIT).toBeGreaterThan(3)
  first.kill('SIGKILL')
  await first.ended
  const second = started(home, ['serve', '--port', '0'])
  await expect.poll(async () => (await kept(home)).rows[0]?.state, WAIT).toBe('done')
  await sleep(3_000)
  second.kill('SIGTERM')
  await second.ended
  const after = await kept(home)
  expect(after.runs).toEqual([{ id: 1, state: 'finished' }])
  expect(after.rows).toMatchObject([{ attempts: 1, sweep: 1 }])
  expect(visits().length).toBe(PRODUCTS)
}, 300_000)
