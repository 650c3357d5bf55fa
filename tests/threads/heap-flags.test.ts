import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { setHeapFlags } from '../../src/threads/heap-flags.ts'

/** Holds 3,000 objects of 4 KB, replaces each twenty times, and says how many bytes its old generation held at most. */
const SLOWLY_GROWING = `
  const { getHeapSpaceStatistics } = require('node:v8')
  const held = []
  const made = (n) => Array.from({ length: 500 }, (_, i) => n * i + 0.5)
  const used = () => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space').space_used_size
  const run = async () => {
    let most = 0
    for (let n = 0; n < 60_000; n++) {
      held[n % 3_000] = made(n)
      if (n % 100 !== 0) continue
      most = Math.max(most, used())
      await new Promise(setImmediate)
    }
    require('node:worker_threads').parentPort.postMessage(most)
  }
  run()
`

test('a heap that grows slowly is collected before it is several times what is in use', async () => {
  setHeapFlags()
  const thread = new Worker(SLOWLY_GROWING, { eval: true })
  const [most] = await once(thread, 'message')
  // 12 MB are in use. Measured: 30–40 MB, without the flags 64–68.
  expect(most).toBeGreaterThan(12_000_000)
  expect(most).toBeLessThan(50_000_000)
})
