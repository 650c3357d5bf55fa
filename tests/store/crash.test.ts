import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { AT, aRequest, aSweep, newHome, OPERATOR } from './sample.ts'

const TYPESCRIPT = fileURLToPath(new URL('../../src/typescript.mjs', import.meta.url))
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
const KILLS = 20

const newSweep = async (requests: number) => {
  const home = await newHome()
  const store = await openStore(home, OPERATOR)
  const sweep = await store.sweeps.begin(aSweep())
  await store.frontier(sweep).add(Array.from({ length: requests }, (_, n) => aRequest(n + 1)))
  await store.close()
  return { home, sweep }
}

interface Ended {
  readonly lines: readonly string[]
  readonly signal: string | null
}

/** `killAfterMs` counts from the first durable record. */
const runChild = async (args: readonly (string | number)[], killAfterMs: number | null, limit = ''): Promise<Ended> => {
  const script = `${limit} exec "$0" "${TYPESCRIPT}" "$@"`
  const child = spawn('bash', ['-c', script, process.execPath, CHILD, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (part: string) => {
    text += part
  })
  if (killAfterMs !== null) child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfterMs))
  const [, signal] = await once(child, 'close')
  return { lines: text.split('\n').slice(0, -1), signal }
}

const recorded = async (home: string, sweep: number) => {
  const store = await openStore(home, OPERATOR)
  const byRequest = new Map<string, string>()
  for await (const visit of store.sweeps.visits(sweep)) {
    const key = visit.url.split('/').at(-1) ?? ''
    expect(byRequest.has(key)).toBe(false)
    byRequest.set(key, visit.sightings.join(','))
  }
  const verification = await store.verify()
  const counts = await store.frontier(sweep).counts()
  await store.close()
  return { byRequest, verification, counts }
}

test('a process killed at any moment loses nothing it reported as recorded and leaves nothing half', async () => {
  const { home, sweep } = await newSweep(4)
  const reported: string[] = []
  let kills = 0
  for (let round = 0; round < KILLS; round++) {
    const { lines, signal } = await runChild([home, sweep, 3], Math.floor(Math.random() * 60))
    if (signal === 'SIGKILL') kills++
    reported.push(...lines)
    const { byRequest, verification, counts } = await recorded(home, sweep)
    expect(verification.problems).toEqual([])
    expect(reported.filter((line) => line.startsWith('failed'))).toEqual([])
    const ids = new Set(byRequest.values())
    expect(reported.map((line) => line.split(' ')[1] ?? '').filter((id) => !ids.has(id))).toEqual([])
    expect(counts).toMatchObject({ leased: 0, done: byRequest.size })
  }
  expect(kills).toBeGreaterThan(0)
}, 300_000)

test('two processes on one sweep visit every request once', async () => {
  const { home, sweep } = await newSweep(600)
  const both = await Promise.all([runChild([home, sweep, 50], null), runChild([home, sweep, 50], null)])
  const lines = both.flatMap((each) => each.lines)
  expect(lines.filter((line) => line.startsWith('failed'))).toEqual([])
  const { byRequest, verification, counts } = await recorded(home, sweep)
  expect(verification.problems).toEqual([])
  expect(counts).toMatchObject({ waiting: 0, leased: 0, done: byRequest.size })
  expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(lines.length)
})

test('when there is no room left the visit fails by name, and what was recorded before stays whole', async () => {
  const { home, sweep } = await newSweep(3_000)
  const { lines } = await runChild([home, sweep, 1_000_000], null, 'ulimit -f 3000;')
  expect(lines.at(-1)).toMatch(/^failed CannotWrite: .*no room left/)
  const { byRequest, verification } = await recorded(home, sweep)
  expect(verification.problems).toEqual([])
  expect(byRequest.size).toBeGreaterThanOrEqual(lines.filter((line) => !line.startsWith('failed')).length)
})

test('a page larger than the room left is no exhibit, no row and no temporary file', async () => {
  const { home, sweep } = await newSweep(3)
  const { lines } = await runChild([home, sweep, 1, 3_000_000], null, 'ulimit -f 2000;')
  expect(lines.at(-1)).toMatch(/^failed CannotWrite: .*no room left/)
  expect(await readdir(join(home, 'blobs', 'tmp'))).toEqual([])
  const { byRequest, verification } = await recorded(home, sweep)
  expect(verification.problems).toEqual([])
  expect(verification.counts).toMatchObject({ sightings: 0, exhibits: 0, blobs: 0 })
  expect(byRequest.size).toBe(0)
})

test('a sweep held by a process is Busy for others until that process is gone', async () => {
  const home = await newHome()
  const first = await openStore(home, { ...OPERATOR, now: () => AT })
  const second = await openStore(home, OPERATOR)
  const lock = first.sweeps.lock('weekly')
  expect(() => second.sweeps.lock('weekly')).toThrow(/weekly/)
  second.sweeps.lock('another').release()
  lock.release()
  second.sweeps.lock('weekly').release()
  await first.close()
  await second.close()
})
