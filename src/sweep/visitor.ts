import { SOFTWARE } from '../collect/identity.ts'
import type { CrawlOptions, FetchFile, Handled, OpenTab } from '../collect/types.ts'
import type { Frontier, FrontierRequest, NewRequest, Page, Sought, Visit } from '../domain.ts'
import { LayoutChanged } from '../errors.ts'
import { withoutCookies } from '../page/cookies.ts'
import { inspect } from '../pipeline.ts'
import { covered, type Following, followed } from './follow.ts'
import type { SweepPlan } from './plan.ts'
import { openQuarantine } from './quarantine.ts'
import { listingBudget, reporter } from './reporter.ts'
import type { SweepOptions, SweepWorld } from './run.ts'
import { createShapes } from './shapes.ts'
import { signedIn } from './signed-in.ts'
import { openUnchanged } from './unchanged.ts'
import { handledOf, misfit, unfetched } from './visit.ts'
import type { Router } from './ways.ts'

type Visitor = Pick<CrawlOptions, 'handle' | 'fail' | 'conditional'> & { readonly onVisit: (visit: Visit) => void }

/** What is done with each page, and what is recorded of a request that brought none. */
export function visitor(
  world: SweepWorld,
  plan: SweepPlan,
  frontier: Frontier,
  following: Following,
  options: SweepOptions,
  router: Router | null,
): Visitor {
  const { book, ruleset, examiner, checks, browser, store } = world
  const report = reporter(world, frontier)
  const quarantine = openQuarantine(store.home)
  const unchanged = openUnchanged(world, options)
  const choose = chooser(options, router)
  const witness = { operator: world.operator ?? '?', software: SOFTWARE }
  const read = async (
    fetched: Page,
    request: FrontierRequest,
    tab: OpenTab | null,
    file: FetchFile,
  ): Promise<Handled> => {
    const session = signedIn(fetched, world.crawl.signIn ?? null, world.operator ?? '?')
    const page = session === null ? fetched : withoutCookies(fetched)
    // A page that came through a browser is captured in the tab that showed it; any other is loaded for it.
    const capture = tab
      ? tab.capture
      : browser
        ? (sought: readonly Sought[]) => browser.capture(page.url, sought)
        : null
    const { pictures: eyes } = world
    const pictures = eyes && { policy: plan.ocr, look: (urls: readonly string[]) => eyes.look(urls, file) }
    const seen = await inspect(page, { examiner, ruleset, checks, capture, pictures, witness, ...session })
    if (request.via === 'browser') await router?.learn(request, seen)
    else if (router?.again(request, seen)) return { again: 'browser' }
    const shown = seen.sightings.map(({ listing }) => listing.key)
    const given = covered(seen, request, book)
    const { kept, notes } = choose(page.url, shown, followed(seen, request, book, following), given)
    return unchanged.remembering(handledOf(seen, page, kept, given, notes), seen, page)
  }
  return {
    handle: async (page, request, tab, file) => {
      try {
        const same = await unchanged.reuse(page, request)
        if (same === 'whole') return { again: 'whole' }
        if (same === null) return await read(page, request, tab, file)
        const { kept, notes } = choose(
          page.url,
          same.keys,
          followed({ ...same.found, feed: false, sightings: [] }, request, book, following),
        )
        return { ...same.recorded, reasons: [...same.recorded.reasons, ...notes], discovered: kept }
      } catch (error) {
        if (!(error instanceof LayoutChanged)) throw error
        const site = book.siteFor(page)?.id ?? 'generic'
        const where = await quarantine.keep(site, page, error.message)
        return misfit(page, site, error.message, where)
      }
    },
    fail: async (request, outcome, reasons) => unfetched(request, outcome, reasons, book),
    conditional: unchanged.headers,
    onVisit: report,
  }
}

type Choose = (
  url: string,
  shown: readonly string[],
  links: readonly NewRequest[],
  given?: readonly NewRequest[],
) => { readonly kept: readonly NewRequest[]; readonly notes: readonly string[] }

/** Which links are followed: within the listings asked for, and as long as addresses of their shape lead to something. */
function chooser({ maxListings }: SweepOptions, router: Router | null): Choose {
  const budget = listingBudget(maxListings)
  const shapes = createShapes()
  return (url, shown, links, given = []) => {
    budget.met(given)
    shapes.read(url, [...shown, ...links.filter(({ role }) => role === 'listing').map(({ key }) => key)])
    const { kept, left } = shapes.admit(links)
    const notes = [...left].map(
      ([shape, n]) => `not followed: ${n} more addresses like ${shape}, which lead to nothing new`,
    )
    const chosen = kept.filter(budget.fits)
    return { kept: router ? chosen.map(router.route) : chosen, notes }
  }
}
