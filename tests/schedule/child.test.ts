import { getEventListeners } from 'node:events'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runInChild } from '../../src/schedule/child.ts'
import { planned } from '../../src/schedule/due.ts'
import { planFiles, planFolder } from '../../src/schedule/plan-files.ts'
import { newHome } from '../store/sample.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

test('a stop that comes while a run is being started is heard, and nothing listens afterwards', async () => {
  const home = await newHome()
  try {
    await mkdir(planFolder(home))
    await writeFile(join(planFolder(home), 'gom.yaml'), 'name: gom\ntargets: [https://cho.example/]\n')
    const [plan] = planned(await planFiles(planFolder(home)))
    if (!plan) throw new Error('no plan')
    const stop = new AbortController()
    const world = { home, rulesFolder: `${ROOT}rules`, siteFolders: [`${ROOT}crawlers`] }
    const run = runInChild(plan, world, stop.signal)
    stop.abort()
    expect(await run).toEqual({ kind: 'cut off' })
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
  } finally {
    await rm(home, { recursive: true, force: true })
  }
})
