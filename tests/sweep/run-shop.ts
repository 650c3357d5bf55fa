import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { fetchPage } from '../../src/collect/fetch.ts'
import { type Capture, type Listing, NO_CHECKS } from '../../src/domain.ts'
import { examinerOf } from '../../src/examine.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { loadSites } from '../../src/sites/load.ts'
import { openStore } from '../../src/store/store.ts'
import { parseSweep } from '../../src/sweep/plan.ts'
import { runSweep } from '../../src/sweep/run.ts'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const pathOf = (url: string): string => new URL(url).pathname + new URL(url).search

/** Sweeps a shop on this machine from its front page, with the project's own site files and rules; captures are fetches. */
export async function sweepShop(url: string) {
  const home = mkdtempSync(join(tmpdir(), 'soi-shop-'))
  const store = await openStore(home, { actor: 'test' })
  const captured: string[] = []
  const capture = async (address: string): Promise<Capture> => {
    captured.push(new URL(address).pathname)
    const page = await fetchPage(address, { allowPrivate: true })
    const verdict = { kind: 'served', reasons: [] } as const
    return { page, verdict, artifacts: [], takenAt: page.fetchedAt, browser: 'test', missing: ['screenshot'] }
  }
  const plan = parseSweep(
    `name: gom\ntargets: ["${url}/"]\nallow_private: true\nrate: {per_host_per_second: 100, concurrency: 4}`,
    'gom.yaml',
  )
  const book = await loadSites([root('crawlers')])
  const ruleset = await loadRuleset(root('rules'))
  try {
    const result = await runSweep(
      plan,
      {
        store,
        book,
        ruleset,
        examiner: examinerOf(book, ruleset),
        checks: async () => NO_CHECKS,
        browser: { capture },
        pictures: null,
        crawl: { browser: null, log: pino({ level: 'silent' }), signal: new AbortController().signal },
      },
      { kind: 'sweep', fresh: true, maxListings: Number.POSITIVE_INFINITY },
    )
    const item = async (id: number) => (await store.sightings.get(id)).item
    const flagged = await Promise.all(result.flagged.map(item))
    const all = await Promise.all((await store.sightings.ids({})).map(item))
    const listings = new Map<string, Listing>(all.map(({ listing }) => [pathOf(listing.url), listing]))
    return { result, captured, flagged, listings, sightings: all.length }
  } finally {
    await store.close()
    rmSync(home, { recursive: true })
  }
}
