// Soi's durable frontier in a fresh run home: queues N requests in batches, then leases some of them.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../src/store/store.ts'
import { BATCH, measured, requestsFrom } from './figures.ts'

const [count = 0, takes = 0] = process.argv.slice(2).map(Number)
const home = await mkdtemp(join(tmpdir(), 'soi-frontier-'))
try {
  const store = await openStore(home, { actor: 'bench' })
  const spec = { name: 'frontier', kind: 'sweep', specHash: '', spec: {}, rulesetHash: '' } as const
  const frontier = store.frontier(await store.sweeps.begin(spec))
  const figures = measured(count, takes)
  for (let at = 0; at < count; at += BATCH) {
    const batch = requestsFrom(at, Math.min(BATCH, count - at))
    await figures.adding(() => frontier.add(batch))
  }
  for (let taken = 0; taken < takes; ) {
    const some = await figures.taking(() => frontier.take(32))
    if (some.length === 0) throw new Error(`only ${taken} of ${takes} could be taken`)
    taken += some.length
  }
  figures.print()
  await store.close()
} finally {
  await rm(home, { recursive: true, force: true })
}
