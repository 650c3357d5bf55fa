import type { Outcome } from '../domain.ts'
import type { AskedPage, SeenListing } from '../store/api.ts'

/** Why a listing that the earlier run saw is gone: its page was taken down, shows no listing any more, or the lists that showed it do not. */
export type GoneWhy = 'removed' | 'no-listing' | 'not-listed'
/**
 * Why nothing can be said of it: its page, or a list it may stand in, was met by a wall or a failure (the outcome), was
 * not come to (`not-reached`), or was not asked for by the later run (`not-asked`).
 */
export type UnseenWhy = Exclude<Outcome, 'served' | 'not-a-listing' | 'removed'> | 'not-asked'

/** What two runs asked for, as far as it tells what became of a listing. */
interface AskedPages {
  /** Of the later run. */
  readonly byKey: ReadonlyMap<string, AskedPage>
  /** Host → why some list of it was not seen by the later run. */
  readonly hidden: ReadonlyMap<string, UnseenWhy>
  /** Keys of the first pages of the earlier run on a host; all of its first pages where that host has none. */
  readonly startsOn: (host: string | null) => readonly string[]
  /** The host that the earlier run asked for this key. */
  readonly hostOf: (key: string) => string | null
}

const unseenWhy = (outcome: Outcome | null): UnseenWhy | null => {
  if (outcome === null) return 'not-reached'
  return outcome === 'served' || outcome === 'not-a-listing' || outcome === 'removed' ? null : outcome
}

export function askedPages(earlier: readonly AskedPage[], later: readonly AskedPage[]): AskedPages {
  const hidden = new Map<string, UnseenWhy>()
  for (const { host, role, outcome } of later) {
    const why = unseenWhy(outcome)
    // One listing's own page hides no other listing.
    if (why !== null && role !== 'listing' && !hidden.has(host)) hidden.set(host, why)
  }
  const starts = earlier.filter(({ role }) => role === 'start')
  const hosts = new Map(earlier.map(({ key, host }) => [key, host]))
  return {
    hidden,
    byKey: new Map(later.map((page) => [page.key, page])),
    hostOf: (key) => hosts.get(key) ?? null,
    startsOn: (host) => {
      const own = starts.filter((page) => page.host === host)
      return (own.length > 0 ? own : starts).map(({ key }) => key)
    },
  }
}

/**
 * What became of a listing that the earlier run saw and the later did not. It is gone only where the later run looked: at its
 * own page; else at every list that had shown it, or, where only its own page had, at all first pages of its host; and no
 * list of those hosts was hidden from it.
 */
export function fateOf(
  { pages }: Pick<SeenListing, 'pages'>,
  ownKey: string,
  { byKey, hidden, startsOn, hostOf }: AskedPages,
): { readonly gone: GoneWhy } | { readonly unseen: UnseenWhy } {
  const own = byKey.get(ownKey)
  if (own) {
    const why = unseenWhy(own.outcome)
    if (why !== null) return { unseen: why }
    return { gone: own.outcome === 'removed' ? 'removed' : 'no-listing' }
  }
  const lists = pages.filter((key) => key !== ownKey)
  const host = hostOf(ownKey)
  const places = (lists.length > 0 ? lists : startsOn(host)).map((key) => byKey.get(key))
  const wall = host === null ? undefined : hidden.get(host)
  if (places.length === 0) return { unseen: 'not-asked' }
  for (const place of places) {
    if (place === undefined) return { unseen: 'not-asked' }
    const why = unseenWhy(place.outcome) ?? hidden.get(place.host) ?? wall
    if (why !== undefined) return { unseen: why }
  }
  return { gone: 'not-listed' }
}
