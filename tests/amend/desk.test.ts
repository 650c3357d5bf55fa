import { rm } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { ruleDesk } from '../../src/amend/desk.ts'
import { smallFolder } from '../rules/cli.ts'
import { newHome } from '../store/sample.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

test('a thread that failed is heard twice; what was asked of its successor in between is answered', async () => {
  const home = await newHome()
  const place = smallFolder({})
  const threads: Worker[] = []
  const note = (worker: Worker) => void threads.push(worker)
  process.on('worker', note)
  const desk = ruleDesk({ home, place })
  closing.push(async () => {
    process.off('worker', note)
    await desk.close()
    await Promise.all(threads.map((each) => each.terminate()))
    await Promise.all([home, place].map((folder) => rm(folder, { recursive: true, force: true })))
  })
  const first = desk.ask('scaffold', 'counterfeit/two.yaml').catch((error: Error) => error.message)
  await expect.poll(() => threads.length).toBe(1)
  threads[0]?.emit('error', new Error('out of memory'))
  expect(await first).toBe('the thread of the rules died: out of memory')
  const second = desk.ask('scaffold', 'counterfeit/two.yaml')
  const answered = second.then(
    () => 'answered',
    (error: Error) => error.message,
  )
  await threads[0]?.terminate()
  expect(await answered).toBe('answered')
  await desk.ask('scaffold', 'counterfeit/three.yaml')
  expect(threads).toHaveLength(2)
})
