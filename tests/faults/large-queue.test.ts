import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'

const TYPESCRIPT = fileURLToPath(new URL('../../src/typescript.mjs', import.meta.url))
const CHILD = fileURLToPath(new URL('./queue-child.ts', import.meta.url))
const QUEUED = 20_000
const RECORDED = 500

test(`a run killed with ${QUEUED} addresses queued goes on at once, and asks for no recorded one again`, async () => {
  const home = mkdtempSync(join(tmpdir(), 'soi-queue-'))
  const child = spawn(process.execPath, [TYPESCRIPT, CHILD, home, String(QUEUED), String(RECORDED)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.stdout.on('data', () => child.kill('SIGKILL'))
  const [, signal] = await once(child, 'close')
  expect(signal).toBe('SIGKILL')
  const store = await openStore(home, { actor: 'test' })
  const recorded = new Set<string>()
  for await (const { url } of store.sweeps.visits(1)) recorded.add(url)
  expect(recorded.size).toBe(RECORDED)
  const frontier = store.frontier(1)
  expect(await frontier.counts()).toEqual({ waiting: QUEUED - RECORDED, leased: 0, done: RECORDED })
  const taken = new Set<string>()
  for (let more = await frontier.take(1_000); more.length > 0; more = await frontier.take(1_000))
    for (const { url } of more) taken.add(url)
  expect(taken.size).toBe(QUEUED - RECORDED)
  for (const url of recorded) expect(taken.has(url)).toBe(false)
  await store.close()
})
