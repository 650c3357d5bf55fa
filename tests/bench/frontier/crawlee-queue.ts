// Peer: Crawlee's own request queue in memory, filled in batches, then emptied as its crawlers do: fetch one, mark it handled.
import { Configuration, log, RequestQueue } from 'crawlee'
import { BATCH, measured, requestsFrom } from './figures.ts'

const [count = 0, takes = 0] = process.argv.slice(2).map(Number)
log.setLevel(log.LEVELS.ERROR)
const queue = await RequestQueue.open(null, { config: new Configuration({ persistStorage: false }) })
const figures = measured(count, takes)
for (let at = 0; at < count; at += BATCH) {
  const batch = requestsFrom(at, Math.min(BATCH, count - at)).map(({ url, key }) => ({ url, uniqueKey: key }))
  await figures.adding(() => queue.addRequests(batch))
}
for (let taken = 0; taken < takes; taken++) {
  const one = await figures.taking(() => queue.fetchNextRequest())
  if (one === null) throw new Error(`only ${taken} of ${takes} could be taken`)
  await figures.taking(() => queue.markRequestHandled(one))
}
figures.print()
