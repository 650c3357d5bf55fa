import type { Listing, Page } from '../../../src/domain.ts'
import { judge } from '../../../src/page/verdict.ts'
import { listingsOf } from '../../../src/sites/listing.ts'
import type { SiteBook } from '../../../src/sites/load.ts'
import { readPage } from '../../../src/sites/read.ts'
import { discover } from '../../measure/discovery.ts'
import { pageOf } from '../../measure/recorded.ts'
import type { Make, Wanted } from './make.ts'

export interface MakeFigures {
  /** field → right, asked. */
  readonly fields: Readonly<Record<string, readonly [number, number]>>
  readonly misses: readonly string[]
  /** Wanted pages that following links from the start page did not reach, pages read that nobody wanted, pages read twice. */
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  readonly twice: readonly string[]
}

const pageAt = (make: Make, url: string): Page | null => {
  const text = url.startsWith(make.base) ? make.pages[url.slice(make.base.length) || '/'] : undefined
  return text === undefined ? null : pageOf(url, new TextEncoder().encode(text))
}

const isImage = (listing: Listing, wanted: NonNullable<Wanted['image']>): boolean =>
  [wanted].flat().some((name) => listing.images[0]?.includes(name))

/** field → what was read if it is wrong (null: nothing), undefined if right. A thread that asks no price is right, too, when it is no listing. */
const CHECKS: Readonly<Record<string, (listing: Listing | null, wanted: Wanted) => unknown>> = {
  title: (listing, { title, price }) => wrong(listing?.title ?? null, title, listing === null && price === null),
  price: (listing, { price }) => wrong(listing?.price?.amount ?? null, price),
  currency: (listing, { price }) => (price === null ? undefined : wrong(listing?.price?.currency ?? null, 'VND')),
  listPrice: (listing, { listPrice }) => wrong(listing?.listPrice?.amount ?? null, listPrice),
  image: (listing, { image }) => {
    if (image === null || image === undefined) return wrong(listing?.images[0] ?? null, null)
    return listing !== null && isImage(listing, image) ? undefined : (listing?.images ?? null)
  },
  seller: (listing, { seller }) => wrong(listing?.seller?.name ?? null, seller),
  availability: (listing, { availability }) => wrong(listing?.availability ?? null, availability),
  sku: (listing, { sku }) => wrong(listing?.sku ?? null, sku),
}

const wrong = (read: unknown, wanted: unknown, excused = false): unknown =>
  read === wanted || excused ? undefined : read

/** Reads every page of a make and follows its links, with the site files of `book`. */
export const measureMake = (make: Make, book: SiteBook): MakeFigures => {
  const fields: Record<string, [number, number]> = {}
  const misses: string[] = []
  for (const wanted of make.wanted) {
    const page = pageAt(make, make.base + wanted.path)
    if (page === null) throw new Error(`${make.name} has no page ${wanted.path}`)
    const { kind } = judge(page)
    if (kind !== 'served') misses.push(`${make.name}: ${wanted.path} passes for ${kind}`)
    const listing = listingsOf(readPage(page, book.siteFor(page)), page, book)[0] ?? null
    for (const [field, check] of Object.entries(CHECKS)) {
      const asked = field === 'currency' ? (wanted.price ?? undefined) : Reflect.get(wanted, field)
      if (asked === undefined) continue
      fields[field] ??= [0, 0]
      const read = check(listing, wanted)
      fields[field][1]++
      if (read === undefined) fields[field][0]++
      else
        misses.push(
          `${make.name} ${field} of ${wanted.path}: wanted ${JSON.stringify(asked)}, read ${JSON.stringify(read)}`,
        )
    }
  }
  return { fields, misses, ...listingsMet(make, book) }
}

const listingsMet = (make: Make, book: SiteBook): Pick<MakeFigures, 'missing' | 'extra' | 'twice'> => {
  const recording = { name: make.name, base: make.base, expected: [], page: (url: string) => pageAt(make, url) }
  const met = new Map<string, number>()
  for (const [url, times] of discover(recording, book).met)
    met.set(book.keyOf(url), (met.get(book.keyOf(url)) ?? 0) + times)
  const offers = make.wanted.filter(({ price }) => price !== null).map(({ path }) => book.keyOf(make.base + path))
  const known = new Set(make.wanted.map(({ path }) => book.keyOf(make.base + path)))
  return {
    missing: offers.filter((key) => !met.has(key)),
    extra: [...met.keys()].filter((key) => !known.has(key)),
    twice: [...met].filter(([, times]) => times > 1).map(([key]) => key),
  }
}
