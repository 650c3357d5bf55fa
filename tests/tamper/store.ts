// A store with three sightings, and the command line over it.
import { Readable } from 'node:stream'
import { run as runCli } from '../../src/cli.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, OPERATOR } from '../store/sample.ts'

export async function fill(home: string): Promise<void> {
  const store = await openStore(home, OPERATOR)
  const frontier = store.frontier(await store.sweeps.begin(aSweep()))
  await frontier.add([1, 2, 3].map((n) => aRequest(n)))
  for (const request of await frontier.take(3))
    await frontier.record(
      aVisit(request, { sightings: [aSighting({ key: `${request.id}`, flagged: request.id !== 2 })], reasons: ['ok'] }),
    )
  await store.close()
}

export async function soi(home: string, ...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(['--home', home, '--log-level', 'silent', '--lang', 'en', ...words], {
    env: { SOI_OPERATOR: 'binh', SOI_UNIT: 'Team 2' },
    stdin: Readable.from([]),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    signal: new AbortController().signal,
    terminal: false,
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
