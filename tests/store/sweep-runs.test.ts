import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { aSweep, newHome } from './sample.ts'

test('the newest run of a name, and the runs since a moment: single checks are neither', async () => {
  const home = await newHome()
  let at = '2026-11-20T00:00:00.000Z'
  const store = await openStore(home, { actor: 'test', now: () => at })
  const { sweeps } = store
  try {
    const old = await sweeps.begin(aSweep({ name: 'gom' }))
    await sweeps.end(old, 'finished')
    const open = await sweeps.begin(aSweep({ name: 'khác' }))
    at = '2026-11-25T00:00:00.000Z'
    const last = await sweeps.begin(aSweep({ name: 'gom' }))
    await sweeps.end(last, 'interrupted')
    await sweeps.end(await sweeps.begin(aSweep({ name: 'gom', kind: 'check' })), 'finished')
    expect(await sweeps.newestNamed('gom')).toEqual(await sweeps.get(last))
    expect(await sweeps.newestNamed('không có')).toBeNull()
    expect((await sweeps.since(at)).map(({ id }) => id)).toEqual([last, open])
    expect((await sweeps.since('2026-11-25T00:00:00.001Z')).map(({ id }) => id)).toEqual([open])
  } finally {
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
})
