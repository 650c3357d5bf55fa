import type { Found, Link, RawListing } from '../../domain.ts'
import { domOf } from '../../page/cheerio-view.ts'
import { type Scan, scanOf } from '../../page/scan.ts'
import type { PageView } from '../../page/view.ts'
import { workedOut } from '../../worked-out.ts'
import { categoryFrom } from './crumbs.ts'
import { readEmbedded } from './embedded.ts'
import { finish } from './finish.ts'
import { absolute, found, type Source } from './found.ts'
import { saysMore } from './fuller.ts'
import { type Head, readHead } from './head.ts'
import { type JsonLd, readJsonLd } from './jsonld.ts'
import { kindOf, type Why } from './kind.ts'
import { linksOf } from './links.ts'
import { readAnnotations } from './microdata.ts'
import { readMetas } from './opengraph.ts'
import { type Marks, ownOf } from './own.ts'
import { reconcile } from './reconcile.ts'
import { readThing, type Thing } from './schema-org.ts'
import { isAll } from './sure.ts'
import { text } from './values.ts'
import { readVisible, type Seen } from './visible.ts'

/** What the generic reader makes of a page of any make. */
export interface GenericReading {
  readonly kind: 'listing' | 'index' | 'other'
  /** Best reading even where the page is no listing: an adapter may know better. */
  readonly listing: RawListing
  /** Asked only of a page that leads somewhere: gathering them takes a good part of the time, and a listing's are not followed. */
  readonly links: () => readonly Link[]
  readonly why: Why | null
}

/** Structured data alone where it says everything, otherwise all sources reconciled. */
export const readGeneric = (view: PageView): GenericReading => readQuickly(view) ?? readThoroughly(view)

/** Null where structured data does not say everything; `readThoroughly` reads the same from what is there. */
export const readQuickly = (view: PageView): GenericReading | null => {
  const { scan, head, base, ld } = groundOf(view)
  return quickly(view, scan, head, ld, base)
}

/** All sources of the page, reconciled: the document is parsed. */
export const readThoroughly = (view: PageView): GenericReading => {
  const { scan, head, base, ld } = groundOf(view)
  return thoroughly(view, scan, head, ld, base)
}

/** What both readings stand on, read once. */
const groundOf = workedOut((view: PageView) => {
  const scan = scanOf(view.page)
  const head = readHead(scan)
  return { scan, head, base: absolute(head.base, view.url.href) ?? view.url.href, ld: readJsonLd(scan) }
})

const marksOf = (view: PageView, head: Head, base: string, headings: readonly string[]): Marks => {
  const addresses = [head.canonical, head.meta('og:url')].flatMap((href) => absolute(href, base) ?? [])
  const title = head.title
  return {
    urls: [...addresses, view.url.href, view.page.requestedUrl],
    names: [...headings, head.meta('og:title') ?? '', title, title.split(/\s[|–—-]\s/)[0] ?? ''],
  }
}

/** JSON-LD that names the page's own goods with price, words and picture: no document is parsed. */
const quickly = (view: PageView, scan: Scan, head: Head, ld: JsonLd, base: string): GenericReading | null => {
  const marks = marksOf(view, head, base, [])
  const own = ownOf(ld.things, marks)
  if (own === null || ownOf([own, { node: {}, path: '' }], marks) !== own) return null
  const stated = readThing(own, base)
  if (
    !stated.title ||
    !stated.price ||
    !stated.images?.length ||
    !stated.currency ||
    /^[0.,]+$/.test(stated.price.text)
  )
    return null
  if (!isAll(stated, ld.crumbs.length, scan) || saysMore(scan, stated.description?.text ?? '')) return null
  const listing = reconcile({
    jsonld: stated,
    annotated: null,
    visible: { category: crumbCategory(ld, stated.title) },
    metas: readMetas(head, base),
    embedded: null,
  })
  return { kind: 'listing', listing: finish(listing, view, scan, head, base, null), links: () => [], why: null }
}

const crumbCategory = (ld: JsonLd, title: Found | null): Found | null => {
  const names = ld.crumbs.map(({ name }) => name)
  return found(categoryFrom(names, title?.text ?? null), 'jsonld:BreadcrumbList')
}

const thoroughly = (view: PageView, scan: Scan, head: Head, ld: JsonLd, base: string): GenericReading => {
  const dom = domOf(view)
  const seen = readVisible(dom, head, base, ld.siteName)
  const marks = marksOf(view, head, base, seen.fields.title ? [seen.fields.title.text] : [])
  const annotated = ANNOTATES.test(scan.raw) ? readAnnotations(dom, base) : NO_ANNOTATIONS
  const things = { ld: ownOf(ld.things, marks), annotated: ownOf(annotated.things, marks) }
  const goods = seen.cards.filter(({ priced }) => priced).length
  const sources = {
    jsonld: things.ld && asked(readThing(things.ld, base), seen),
    annotated: things.annotated && asked(readThing(things.annotated, base), seen),
    visible: withCrumbs(seen.fields, ld),
    metas: readMetas(head, base),
  }
  const first = reconcile({ ...sources, embedded: null })
  const embedded =
    first.price !== null && first.description !== null && first.images.length > 0
      ? null
      : readEmbedded(view.html, marks.names, base)
  const merged = embedded === null ? first : reconcile({ ...sources, embedded })
  const listing = finish(merged, view, scan, head, base, seen)
  const listed = [...ld.others, ...annotated.others]
  const ownThing = claims(things.ld, marks, goods) || claims(things.annotated, marks, goods)
  const verdict = kindOf({ head, seen, listing, ownThing, types: ld.types, listedThings: listed.length })
  const isListing = verdict.kind === 'listing'
  const links = () => {
    const urls = isListing ? [] : listed.flatMap(({ node }) => absolute(text(node.url), base) ?? [])
    // What a listing page calls next is another listing (a slider, “next product”), not the next page of an index.
    return linksOf(seen, head, base, urls).filter(({ role }) => !isListing || role !== 'next')
  }
  return { ...verdict, listing, links }
}

/** Without one of these no annotation begins, and the document need not be searched. */
const ANNOTATES = /itemtype|typeof/i
const NO_ANNOTATIONS: ReturnType<typeof readAnnotations> = { things: [], others: [] }

/** Structured data of an auction state where bidding began; the printed bid is what is asked now. */
const asked = (stated: Source, { bid }: Seen): Source => (bid ? { ...stated, price: null, priceMax: null } : stated)

/** A thing proves a listing page when it names the page, or when the page shows no other goods. */
const claims = (thing: Thing | null, marks: Marks, goods: number): boolean =>
  thing !== null && (ownOf([thing, { node: {}, path: '' }], marks) === thing || goods === 0)

const withCrumbs = (fields: Source, ld: JsonLd): Source =>
  fields.category ? fields : { ...fields, category: crumbCategory(ld, fields.title ?? null) }
