// Queues addresses, records some visits, takes leases, says so, and waits to be killed.
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSweep, aVisit, OPERATOR } from '../store/sample.ts'

const [home = '', queued = '', recorded = ''] = process.argv.slice(2)
const store = await openStore(home, OPERATOR)
const sweep = await store.sweeps.begin(aSweep())
const frontier = store.frontier(sweep)
const PORTION = 10_000
for (let at = 0; at < Number(queued); at += PORTION)
  await frontier.add(Array.from({ length: Math.min(PORTION, Number(queued) - at) }, (_, n) => aRequest(at + n + 1)))
for (let left = Number(recorded); left > 0; ) {
  const taken = await frontier.take(Math.min(100, left))
  await Promise.all(taken.map((request) => frontier.record(aVisit(request))))
  left -= taken.length
}
await frontier.take(300)
process.stdout.write('ready\n')
setInterval(() => undefined, 1_000)
