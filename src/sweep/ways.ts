import type { FrontierRequest, Listing, NewRequest } from '../domain.ts'
import type { Inspection } from '../pipeline.ts'
import type { SiteBook } from '../sites/load.ts'
import type { Way, Ways } from '../store/api.ts'
import { siteName } from './visit.ts'

/** Pages read both ways before a way is chosen. */
const TRIALS = 3
/** Of which so many must read the same over HTTP. */
const SAME = 2
/** Sites are rebuilt: what was learned is tried again after this. */
const KEPT_MS = 30 * 24 * 3_600_000
/** A description cut a little shorter over HTTP is the same one. */
const NEARLY = 0.8

type Kind = Way['kind']
interface Read {
  readonly listings: readonly Listing[]
  readonly links: number
}

/** Which way each kind of page of each site is read: HTTP first, and a browser where it was seen to show more. */
export interface Router {
  /** The way a request goes, by what was learned, or by what its site file says and a few trials. */
  route<R extends NewRequest>(request: R): R
  /** A page read over HTTP: whether it is to be read in the browser too. */
  again(request: FrontierRequest, seen: Inspection): boolean
  /** A page read in the browser: compared with what HTTP gave, where it was read so as well. */
  learn(request: FrontierRequest, seen: Inspection): Promise<void>
}

const kindOf = (role: NewRequest['role']): Kind => (role === 'listing' ? 'listing' : 'index')

/** A browser page costs a hundred HTTP pages: it is tried where HTTP gives an empty shell or less than a listing has, or the site file asks for it. */
export function createRouter(store: Ways, book: SiteBook, now: () => number = Date.now): Router {
  const known = new Map<string, Way>()
  for (const way of store.all()) if (Date.parse(way.at) > now() - KEPT_MS) known.set(`${way.site} ${way.kind}`, way)
  const tried = new Map<number, Read>()
  const of = (url: string, role: NewRequest['role']): Omit<Way, 'at'> => {
    const [site, kind] = [siteName(book.siteOf(url)?.id ?? null, url), kindOf(role)]
    return known.get(`${site} ${kind}`) ?? { site, kind, via: 'undecided', compared: 0, same: 0 }
  }
  return {
    route(request) {
      const { via } = of(request.url, request.role)
      // Undecided pages come over HTTP first, whatever the site file says: that is what they are compared by.
      return { ...request, via: via === 'browser' && request.role !== 'feed' ? 'browser' : 'http' }
    },
    again(request, seen) {
      // A browser would wrap data in a page of its own; a shell whose maker publishes its goods as data needs none.
      if (request.role === 'feed') return false
      const { via } = of(request.url, request.role)
      const shell = seen.verdict.kind === 'empty-shell' && seen.links.length === 0
      const doubtful = shell || isPoor(seen, request) || book.siteOf(request.url)?.needs === 'browser'
      if (!doubtful || (via === 'http' && !shell)) return false
      tried.set(request.id, readOf(seen))
      return true
    },
    async learn(request, seen) {
      const before = tried.get(request.id)
      tried.delete(request.id)
      // A browser that was refused shows nothing to compare.
      if (before === undefined || seen.verdict.kind !== 'served') return
      const way = of(request.url, request.role)
      const compared = way.compared + 1
      const same = way.same + (saysAsMuch(before, readOf(seen)) ? 1 : 0)
      const via = compared < TRIALS ? 'undecided' : same >= SAME ? 'http' : 'browser'
      const learned = { site: way.site, kind: way.kind, via, compared, same } as const
      known.set(`${way.site} ${way.kind}`, { ...learned, at: new Date(now()).toISOString() })
      await store.put(learned)
    },
  }
}

const readOf = ({ sightings, links }: Inspection): Read => ({
  listings: sightings.map(({ listing }) => listing),
  links: links.filter(({ role }) => role === 'listing').length,
})

/** A page that was linked as a listing and shows none, or no price. */
const isPoor = ({ verdict, sightings }: Inspection, { role }: FrontierRequest): boolean =>
  verdict.kind === 'served' && role === 'listing' && (sightings[0] === undefined || sightings[0].listing.price === null)

/** Whether HTTP gave what the browser shows: as many listings and links, with the same titles and prices, and their descriptions. */
function saysAsMuch(http: Read, browser: Read): boolean {
  if (http.listings.length < browser.listings.length || http.links < browser.links * NEARLY) return false
  const byKey = new Map(http.listings.map((listing) => [listing.key, listing]))
  return browser.listings.every((shown) => {
    const plain = byKey.get(shown.key)
    if (plain === undefined || plain.title !== shown.title || plain.price?.amount !== shown.price?.amount) return false
    return (plain.description?.length ?? 0) >= (shown.description?.length ?? 0) * NEARLY
  })
}
