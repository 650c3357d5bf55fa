// Soi itself: collect, read, score and store, in a run home that is given, else in a fresh one that lasts only for this run. A browser is at hand and
// counted where a page needs it; no page of the bench is flagged.
// Two things differ from a user's sweep: no limit of requests per second, and no progress display. robots.txt is asked for and obeyed.
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { CaptureBrowser } from '../../src/capture/browser.ts'
import { USER_AGENT } from '../../src/collect/identity.ts'
import { NO_CHECKS, type Sought } from '../../src/domain.ts'
import { namesOf } from '../../src/rules/load.ts'
import { ruleFiles } from '../../src/rules/place.ts'
import { loadSites } from '../../src/sites/load.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { SweepPlan } from '../../src/sweep/plan.ts'
import { runSweep } from '../../src/sweep/run.ts'
import { startExaminer } from '../../src/threads/examiner.ts'
import { type Row, startClock } from './usage.ts'

const [url = '', out = '', given] = process.argv.slice(2)
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

const home = given ?? (await mkdtemp(join(tmpdir(), 'soi-bench-')))
try {
  const siteFolders = [join(root, 'crawlers')]
  const [rules, book] = await Promise.all([ruleFiles(join(root, 'rules')), loadSites(siteFolders)])
  const ruleset = namesOf(rules)
  const { close, ...examiner } = await startExaminer({ rules, siteFolders })
  const store = await openStore(home, { actor: 'bench' })
  let opened: CaptureBrowser | null = null
  const log = pino({ level: 'silent' })
  const browser = {
    async capture(address: string, sought: readonly Sought[]) {
      const { openBrowser } = await import('../../src/capture/browser.ts')
      opened ??= await openBrowser({
        chromium: null,
        root,
        allowPrivate: true,
        userAgent: USER_AGENT,
        log,
        signIn: null,
      })
      return opened.capture(address, sought)
    },
  }
  const crawl = {
    browser: { chromium: null, root },
    log,
    signal: new AbortController().signal,
  }
  const printUsage = startClock()
  const how = { kind: 'sweep', fresh: true, maxListings: Number.POSITIVE_INFINITY } as const
  const result = await runSweep(
    plan,
    { store, book, ruleset, examiner, checks: async () => NO_CHECKS, browser, pictures: null, crawl },
    how,
  )
  // Counted before the rows are read back for the check, which no user asks for.
  printUsage({ browserPages: result.crawl.browserPages })
  writeFileSync(out, (await rowsOf(store, result.sweep)).map((row) => JSON.stringify(row)).join('\n'))
  await (opened as CaptureBrowser | null)?.close()
  await close()
  await store.close()
} finally {
  if (given === undefined) await rm(home, { recursive: true, force: true })
}
