import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aVisit } from './sample.ts'

/**
 * Visits a sweep's queue until it is empty or someone kills it, and prints each request's number once its record is
 * durable: `node src/typescript.mjs child.ts <home> <sweep> <flag every n-th> <bytes of each page>`.
 */
const [home = '', sweep = '', every = '3', bytes = '0'] = process.argv.slice(2)
// Past the limit of a file's size the system sends a signal, which by default ends the process before it sees the error.
process.on('SIGXFSZ', () => undefined)

const visitAll = async (): Promise<void> => {
  const store = await openStore(home, { actor: `child ${process.pid}` })
  const frontier = store.frontier(Number(sweep))
  const worker = async (): Promise<void> => {
    for (;;) {
      const [request] = await frontier.take(1)
      if (request === undefined) return
      const key = String(request.id)
      const sighting = aSighting({ key, flagged: request.id % Number(every) === 0 })
      const body = new TextEncoder().encode(`${key} ${'x'.repeat(Number(bytes))}`)
      const discovered = [aRequest(request.id * 2), aRequest(request.id * 2 + 1)].filter(() => request.id < 2_000)
      const sightings = [{ ...sighting, page: { ...sighting.page, body } }]
      const ids = await frontier.record(aVisit(request, { sightings, discovered }))
      writeSync(1, `${request.id} ${ids.join(',')}\n`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  await store.close()
}

visitAll().catch((error: unknown) => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  writeSync(1, `failed ${name}: ${message}\n`)
  process.exitCode = 1
})
