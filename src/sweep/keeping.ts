import type { Frontier, RobotsRecord } from '../domain.ts'
import type { CoverageRow } from '../store/api.ts'
import { type Following, newRequest } from './follow.ts'
import { healthOf, type SiteHealth } from './health.ts'
import type { SweepPlan } from './plan.ts'
import type { SweepWorld } from './run.ts'

/** How each site that has a file fared, kept with the run. */
export async function judgeHealth(
  sweep: number,
  coverage: readonly CoverageRow[],
  { store, book }: SweepWorld,
): Promise<readonly SiteHealth[]> {
  const all: SiteHealth[] = []
  for (const row of coverage) {
    const site = book.sites.find(({ id }) => id === row.site)
    if (!site) continue
    const tally = await store.sweeps.tally(sweep, site.id, Object.keys(site.expect.filled))
    all.push(healthOf(site, { coverage: row, ...tally }))
  }
  await store.sweeps.keepHealth(sweep, all)
  return all
}

/** Keeps each robots.txt with the run; where the plan says so, the sitemaps it names are visited as indexes of their host. */
export function robotsKeeper(
  { sitemaps }: SweepPlan,
  { store, book }: SweepWorld,
  sweep: number,
  frontier: Frontier,
  { hosts }: Following,
): (record: RobotsRecord, text: string | null) => Promise<void> {
  return async (record, text) => {
    await store.sweeps.keepRobots(sweep, record, text)
    if (!sitemaps || text === null) return
    const named = [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)].map(([, url = '']) => url)
    const own = named.filter((url) => URL.canParse(url) && hosts.has(new URL(url).host))
    await frontier.add(own.map((url) => newRequest(url, book, { role: 'index', depth: 0 })))
  }
}
