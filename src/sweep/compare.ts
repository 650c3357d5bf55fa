import { setImmediate as breathe } from 'node:timers/promises'
import type { Listing } from '../domain.ts'
import { BadInput } from '../errors.ts'
import type { SeenListing, Store, StoredItem, Sweep } from '../store/api.ts'
import { askedPages, fateOf, type GoneWhy, type UnseenWhy } from './fate.ts'

export interface Compared {
  readonly site: string
  readonly key: string
  readonly title: string
  readonly url: string
}

/** A field that both runs read, and that differs. Texts as printed. */
export interface FieldChange {
  readonly field: 'title' | 'price' | 'listPrice' | 'description' | 'seller' | 'availability' | 'pictures' | 'band'
  readonly before: string
  readonly after: string
}

/** What became of the listings of a sweep between two of its runs. Listings of both that did not change are counted only. */
export interface Comparison {
  readonly a: Sweep
  readonly b: Sweep
  /** Never seen by any run before. */
  readonly fresh: readonly (Compared & { readonly sighting: number })[]
  /** Not in the earlier of the two, but seen by a run before it. */
  readonly back: readonly (Compared & { readonly sighting: number })[]
  readonly changed: readonly (Compared & {
    readonly before: number
    readonly after: number
    readonly changes: readonly FieldChange[]
  })[]
  readonly gone: readonly (Compared & { readonly sighting: number; readonly why: GoneWhy })[]
  /** Not seen this time, which says nothing of the listing: never counted as gone. */
  readonly unseen: readonly (Compared & { readonly sighting: number; readonly why: UnseenWhy })[]
  readonly same: number
}

const nameOf = ({ site, key }: Pick<SeenListing, 'site' | 'key'>): string => `${site}\n${key}`
const told = ({ site, key, title, url }: SeenListing): Compared => ({ site, key, title, url })

const textOf: Readonly<Record<FieldChange['field'], (item: StoredItem) => string | null>> = {
  title: ({ listing }) => listing.title,
  price: ({ listing }) => money(listing.price),
  listPrice: ({ listing }) => money(listing.listPrice),
  description: ({ listing }) => listing.description,
  seller: ({ listing }) => listing.seller?.name ?? null,
  availability: ({ listing }) => listing.availability,
  pictures: ({ listing }) => (listing.images.length > 0 ? listing.images.join('\n') : null),
  band: ({ assessment }) => assessment.band,
}

const money = (price: Listing['price']): string | null =>
  price === null ? null : price.amount === null ? price.text : `${price.amount} ${price.currency}`

/** What a list shows of a listing is less than its page: only what both give is compared. */
const LISTED: readonly FieldChange['field'][] = ['title', 'price', 'seller', 'band']
const ALL = Object.keys(textOf) as FieldChange['field'][]

/** The fields that differ; those that either does not give are passed over. */
function changesBetween(before: StoredItem, after: StoredItem, alike: boolean): readonly FieldChange[] {
  return (alike ? ALL : LISTED).flatMap((field) => {
    const [was, is] = [textOf[field](before), textOf[field](after)]
    return was === null || is === null || was === is ? [] : [{ field, before: was, after: is }]
  })
}

const CHUNK = 200

/** Pairs in chunks: both bodies are read, compared and let go. */
async function changedOf(store: Store, pairs: readonly (readonly [SeenListing, SeenListing])[]) {
  const changed: Comparison['changed'][number][] = []
  for (let at = 0; at < pairs.length; at += CHUNK) {
    const chunk = pairs.slice(at, at + CHUNK)
    const bodies = new Map(
      store.sightings.bodies(chunk.flatMap(([a, b]) => [a.sighting, b.sighting])).map((item) => [item.id, item]),
    )
    for (const [a, b] of chunk) {
      const [before, after] = [bodies.get(a.sighting), bodies.get(b.sighting)]
      const changes = before && after ? changesBetween(before, after, a.own === b.own) : []
      if (changes.length > 0) changed.push({ ...told(b), before: a.sighting, after: b.sighting, changes })
    }
    await breathe()
  }
  return changed
}

/**
 * Two runs of one sweep, the earlier first whichever is named first. BadInput: no such run, the same one twice, or runs of
 * different sweeps. `keyOf`: the key that a listing's own page is asked for under.
 */
export async function compareRuns(
  store: Store,
  one: number,
  other: number,
  keyOf: (url: string) => string,
): Promise<Comparison> {
  if (one === other) throw new BadInput(`run ${one} cannot be compared with itself; give two runs of one sweep`)
  const [a, b] = [await store.sweeps.get(Math.min(one, other)), await store.sweeps.get(Math.max(one, other))]
  if (a.name !== b.name)
    throw new BadInput(`runs ${a.id} (${a.name}) and ${b.id} (${b.name}) are of different sweeps; give two of one`)
  const [before, after] = [await store.sweeps.seen(a.id), await store.sweeps.seen(b.id)]
  const pages = askedPages(await store.sweeps.asked(a.id), await store.sweeps.asked(b.id))
  const earlier = new Map(before.map((each) => [nameOf(each), each]))
  const later = new Set(after.map(nameOf))
  const came = after.filter((each) => !earlier.has(nameOf(each)))
  const known = store.sweeps.seenBefore(a.id, came)
  const pairs = after.flatMap((each) => {
    const was = earlier.get(nameOf(each))
    return was ? [[was, each] as const] : []
  })
  const missed = before
    .filter((each) => !later.has(nameOf(each)))
    .map((each) => ({ each, fate: fateOf(each, keyOf(each.url), pages) }))
  const changed = await changedOf(
    store,
    pairs.filter(([x, y]) => x.sighting !== y.sighting),
  )
  const mark = (each: SeenListing) => ({ ...told(each), sighting: each.sighting })
  return {
    ...{ a, b, changed },
    fresh: came.filter((each) => !known.has(each)).map(mark),
    back: came.filter((each) => known.has(each)).map(mark),
    gone: missed.flatMap(({ each, fate }) => ('gone' in fate ? [{ ...mark(each), why: fate.gone }] : [])),
    unseen: missed.flatMap(({ each, fate }) => ('unseen' in fate ? [{ ...mark(each), why: fate.unseen }] : [])),
    same: pairs.length - changed.length,
  }
}
