// Soi itself: collect, read, score and store, in a fresh run home that lasts only for this run. No browser: what is flagged is not captured.
// Two things differ from a user's sweep: no limit of requests per second, and no progress display. robots.txt is asked for and obeyed.
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { NO_CHECKS } from '../../src/domain.ts'
import { ruleFiles } from '../../src/rules/load.ts'
import { loadSites } from '../../src/sites/load.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { SweepPlan } from '../../src/sweep/plan.ts'
import { runSweep } from '../../src/sweep/run.ts'
import { startExaminer } from '../../src/threads/examiner.ts'
import { type Row, startClock } from './usage.ts'

const [url = '', out = ''] = process.argv.slice(2)
const root = fileURLToPath(new URL('../..', import.meta.url))

const plan: SweepPlan = {
  name: 'bench',
  targets: [url],
  keywords: [],
  limits: { visits: 1_000_000, minutes: 60, depth: 10, pictures: 0 },
  ocr: 'off',
  rate: { per_host_per_second: 1_000_000, concurrency: 32 },
  allow_private: true,
}

/** Every listing the store now holds, for the parent to check. */
async function rowsOf(store: Store, sweep: number): Promise<Row[]> {
  const rows: Row[] = []
  let page = await store.sightings.list({ sweep, limit: 500 })
  for (let last = page.at(-1); last; last = page.at(-1)) {
    rows.push(...page.map(({ url, title, priceText }) => ({ url, title, price: priceText })))
    page = await store.sightings.list({ sweep, limit: 500, after: last.id })
  }
  return rows
}

const home = await mkdtemp(join(tmpdir(), 'soi-bench-'))
try {
  const folders = { rulesFolder: join(root, 'rules'), siteFolders: [join(root, 'crawlers')] }
  const [ruleset, book] = await Promise.all([ruleFiles(folders.rulesFolder), loadSites(folders.siteFolders)])
  const { close, ...examiner } = await startExaminer(folders, ruleset.hash)
  const store = await openStore(home, { actor: 'bench' })
  const crawl = {
    browser: null,
    log: pino({ level: 'silent' }),
    signal: new AbortController().signal,
  }
  const printUsage = startClock()
  const how = { kind: 'sweep', fresh: true, maxListings: Number.POSITIVE_INFINITY } as const
  const result = await runSweep(
    plan,
    { store, book, ruleset, examiner, checks: async () => NO_CHECKS, browser: null, pictures: null, crawl },
    how,
  )
  // Counted before the rows are read back for the check, which no user asks for.
  printUsage()
  writeFileSync(out, (await rowsOf(store, result.sweep)).map((row) => JSON.stringify(row)).join('\n'))
  await close()
  await store.close()
} finally {
  await rm(home, { recursive: true, force: true })
}
