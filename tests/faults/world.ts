import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { NO_CHECKS, noOutcomes, type Outcome } from '../../src/domain.ts'
import { examinerOf } from '../../src/examine.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import type { SiteBook } from '../../src/sites/load.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { SweepPlan } from '../../src/sweep/plan.ts'
import { runSweep, type SweepOptions, type SweepResult, type SweepWorld } from '../../src/sweep/run.ts'

const ruleset = await loadRuleset(fileURLToPath(new URL('../../rules', import.meta.url)))
export const NO_SITES: SiteBook = { sites: [], siteOf: () => null, siteFor: () => null, keyOf: (url) => url }
export const newStore = (): Promise<Store> => openStore(mkdtempSync(join(tmpdir(), 'soi-faults-')), { actor: 'test' })

export const plan = (targets: readonly string[], more: Partial<SweepPlan> = {}): SweepPlan => ({
  name: 'thử',
  targets: [...targets],
  keywords: [],
  limits: { visits: 10_000, minutes: 5, depth: 3, pictures: 0 },
  ocr: 'off',
  rate: { per_host_per_second: 10_000, concurrency: 16 },
  allow_private: true,
  ...more,
})

/** One run against a real store; waits for silent servers two seconds at most, and asks twice. */
export const sweep = (
  store: Store,
  what: SweepPlan,
  world: Partial<SweepWorld> = {},
  how: Partial<SweepOptions> = {},
): Promise<SweepResult> =>
  runSweep(
    what,
    {
      store,
      book: NO_SITES,
      ruleset,
      examiner: examinerOf(world.book ?? NO_SITES, ruleset),
      checks: async () => NO_CHECKS,
      browser: null,
      pictures: null,
      crawl: { browser: null, log: pino({ level: 'silent' }), signal: new AbortController().signal },
      ...world,
    },
    {
      kind: 'sweep',
      fresh: false,
      maxListings: Number.POSITIVE_INFINITY,
      patience: { timeoutMs: 2_000, attempts: 2 },
      ...how,
    },
  )

/** Every URL once, under how it ended; the sum of a run's coverage. */
export const ends = (result: SweepResult): Record<string, number> => {
  const sum: Record<Outcome, number> = noOutcomes()
  for (const { outcomes } of result.coverage)
    for (const [outcome, n] of Object.entries(outcomes)) sum[outcome as Outcome] += n
  return Object.fromEntries(Object.entries(sum).filter(([, n]) => n > 0))
}

export const visitsOf = async (store: Store, { sweep: id }: SweepResult) => {
  const all: { path: string; outcome: Outcome; reasons: string; status: number | null }[] = []
  for await (const { url, outcome, reasons, status } of store.sweeps.visits(id)) {
    const { pathname, search } = new URL(url)
    all.push({ path: pathname + search, outcome, reasons: reasons.join('; '), status })
  }
  return all
}

export const productPage = (
  n: number | string,
  more = '',
): string => `<!doctype html><html lang="vi"><title>Bình gốm ${n}</title>
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: `Bình gốm Bát Tràng số ${n}`,
  description: 'Gốm làm tay, nung củi.',
  offers: { '@type': 'Offer', price: 150_000, priceCurrency: 'VND' },
})}</script><h1>Bình gốm Bát Tràng số ${n}</h1><p>Gốm làm tay, nung củi.</p>${more}</html>`

export const shelfPage = (paths: readonly string[], more = ''): string =>
  `<!doctype html><html lang="vi"><title>Gốm</title><h1>Gốm</h1>${paths
    .map(
      (path, n) =>
        `<div class="product"><a href="${path}"><img src="/i/${n}.jpg">Bình gốm số ${n}</a> <span class="price">${100 + n}.000đ</span></div>`,
    )
    .join('')}${more}</html>`
