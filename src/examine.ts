import type { Assessment, Checks, Link, Listing, Page, ScoreInput, Verdict } from './domain.ts'
import { judge } from './page/verdict.ts'
import type { Ruleset } from './rules/ruleset.ts'
import { assess } from './rules/score.ts'
import type { Site } from './sites/contract.ts'
import { listingsOf } from './sites/listing.ts'
import type { SiteBook } from './sites/load.ts'
import { readPage } from './sites/read.ts'

/** What one page says, before anything outside it is asked. Plain data: it may come from another thread. */
export interface Examined {
  readonly verdict: Verdict
  /** Id of its site file; null where the generic reader read. */
  readonly site: string | null
  readonly kind: 'listing' | 'listings' | 'index' | 'other' | 'not-read'
  readonly listings: readonly Listing[]
  readonly links: readonly Link[]
  /** Why there is no listing; null when there is one. */
  readonly why: string | null
  /** The listings come from data published for programs: each is shown to people on a page of its own. */
  readonly feed: boolean
}

/** The part of the flow that only computes. Most of a sweep's time goes here, so that another thread may do it. */
export interface Examiner {
  /** Verdict, and what is read of a page that was served. Throws LayoutChanged where the site file no longer fits. */
  read(page: Page): Promise<Examined>
  assess(input: ScoreInput, checks: Checks): Promise<Assessment>
}

/** Examines here and now. */
export const examinerOf = (book: SiteBook, ruleset: Ruleset): Examiner => ({
  read: async (page) => examined(page, book),
  assess: async (input, checks) => assess(input, ruleset, checks),
})

function examined(page: Page, book: SiteBook): Examined {
  const site = book.siteFor(page)
  const verdict = judge(page, site?.signs)
  const name = site?.id ?? null
  if (verdict.kind !== 'served') {
    const links = verdict.kind === 'empty-shell' ? feedsOf(page, site) : []
    const why = verdict.reasons.join('; ')
    return { verdict, site: name, kind: 'not-read', listings: [], links, why, feed: false }
  }
  const reading = readPage(page, site)
  const { kind, links, why, feed } = reading
  return { verdict, site: name, kind, listings: listingsOf(reading, page, book), links, why, feed }
}

/** A shell that scripts would fill shows no goods, but what made it may publish them as data: no browser is needed then. */
const feedsOf = (page: Page, site: Site | null): readonly Link[] =>
  readPage(page, site).links.filter(({ role }) => role === 'feed')
