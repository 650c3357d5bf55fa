import { readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { soi, tempHome } from '../cli/soi.ts'
import { aFile, listingPage, packed, urlOf, warcRecord } from './files.ts'

const PAGES = 150

const keptIn = (home: string): number => {
  try {
    return readdirSync(`${home}/blobs`, { recursive: true }).length
  } catch {
    return 0 // not made yet
  }
}

test.each(['SIGKILL', 'SIGINT'] as const)(
  'an import that %s ends goes on where it stopped, and nothing is lost or doubled',
  async (signal) => {
    const home = tempHome()
    const records = Array.from({ length: PAGES }, (_, n) => warcRecord({ url: urlOf(n), body: listingPage(n) }))
    const file = await aFile('a.warc.gz', packed(records))
    const first = soi(home, ['import', '--json', file], async (child) => {
      while (child.exitCode === null && keptIn(home) < 170) await sleep(20)
      child.kill(signal)
    })
    const { code } = await first
    expect(code).toBe(signal === 'SIGKILL' ? null : ExitCode.Interrupted)
    const { code: again, out } = await soi(home, ['import', '--json', file])
    expect(again).toBe(ExitCode.Flagged)
    const [report] = JSON.parse(out).files
    expect(report).toMatchObject({ run: 1, end: 'finished', listings: PAGES })
    expect(report.pages).toBeLessThan(PAGES)
    expect(report.sightings).toHaveLength(PAGES)
    expect((await soi(home, ['verify', '--store'])).code).toBe(ExitCode.Ok)
  },
)
