import type { Scan } from '../../page/scan.ts'
import { isObject, type Json, listed, parseLenient, scriptsAt } from './json.ts'
import { type Thing, typesOf } from './schema-org.ts'
import { text, unescaped } from './values.ts'

/** Everything a page's JSON-LD says that we care for. */
export interface JsonLd {
  /** Things for sale stated in their own right. */
  readonly things: readonly Thing[]
  /** Things listed, related or reviewed: never the page's own. */
  readonly others: readonly Thing[]
  /** Names and addresses of the breadcrumb, home first. */
  readonly crumbs: readonly { readonly name: string; readonly url: string | null }[]
  /** Addresses in ItemLists. */
  readonly itemUrls: readonly string[]
  readonly types: ReadonlySet<string>
  /** Name of the Organization, Store or WebSite. */
  readonly siteName: string | null
}

/** Before `json`. */
const LINKED_DATA = /ld(?:\+|&#43;|&#x2b;)$/i
const MAX_NODES = 50_000
const MAX_LIST = 5_000
const GOODS =
  /^(?:Product|ProductGroup|ProductModel|IndividualProduct|SomeProducts|Vehicle|Car|Motorcycle|BusOrCoach|MotorizedBicycle|Book|Drug|DietarySupplement)$/i
/** Under these keys stand other goods than the page's. */
const ASIDE = new Set([
  'itemListElement',
  'isRelatedTo',
  'isSimilarTo',
  'isAccessoryOrSparePartFor',
  'isConsumableFor',
  'review',
  'reviews',
  'itemReviewed',
  'isVariantOf',
  'hasVariant',
  'hasPart',
  'makesOffer',
  'hasOfferCatalog',
  'about',
  'mentions',
])
const SITE = /^(?:Organization|Store|OnlineStore|WebSite|LocalBusiness|Corporation|OnlineBusiness)$/

/** Scans the text for JSON-LD blocks; the document itself is not parsed. */
export const readJsonLd = ({ raw, read, places }: Scan): JsonLd => {
  const things: Thing[] = []
  const others: Thing[] = []
  const types = new Set<string>()
  const itemUrls: string[] = []
  let crumbs: JsonLd['crumbs'] = []
  let siteName: string | null = null
  const marked = places('json').filter((at) => LINKED_DATA.test(raw.slice(Math.max(0, at - 8), at)))
  const roots = scriptsAt(raw, marked).map((block) => parseLenient(read(block)))
  walk(roots, (node, path, aside) => {
    const kinds = typesOf(node)
    for (const kind of kinds) types.add(kind)
    if (kinds.includes('BreadcrumbList') && crumbs.length === 0) crumbs = crumbsOf(node)
    if (kinds.includes('ItemList')) itemUrls.push(...urlsOf(node))
    if (siteName === null && !aside && kinds.some((kind) => SITE.test(kind))) siteName = text(node.name)
    if (isForSale(node, kinds)) (aside ? others : things).push({ node, path: `jsonld:${path}` })
  })
  return { things, others, crumbs, itemUrls, types, siteName }
}

const isForSale = (node: Json, kinds: readonly string[]): boolean => {
  if (kinds.some((kind) => GOODS.test(kind))) return text(node.name) !== null || node.offers !== undefined
  if (kinds.includes('Offer'))
    return isObject(node.itemOffered) || (text(node.name) !== null && text(node.price) !== null)
  return kinds.length > 0 && isObject(listed(node.offers)[0]) && text(node.name) !== null
}

type Visit = (node: Json, path: string, aside: boolean) => void

/** Breadth first, so that the outer of two nested things comes first. What is sold inside offers of a thing is that thing. */
const walk = (roots: readonly unknown[], visit: Visit): void => {
  const queue: { value: unknown; path: string; aside: boolean }[] = roots.map((value, index) => ({
    value,
    path: `$[${index}]`,
    aside: false,
  }))
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    const { value, path, aside } = queue[at] ?? { value: null, path: '', aside: false }
    if (Array.isArray(value))
      queue.push(
        ...value.slice(0, MAX_LIST).map((one, index) => ({ value: one as unknown, path: `${path}[${index}]`, aside })),
      )
    else if (isObject(value)) {
      visit(value, path, aside)
      const forSale = isForSale(value, typesOf(value))
      for (const [key, child] of Object.entries(value)) {
        if (typeof child !== 'object' || child === null || (forSale && (key === 'offers' || key === 'itemOffered')))
          continue
        queue.push({ value: child, path: `${path}.${key}`, aside: aside || ASIDE.has(key) })
      }
    }
  }
}

const crumbsOf = (list: Json): JsonLd['crumbs'] =>
  listed(list.itemListElement)
    .filter(isObject)
    .slice(0, 30)
    .map((entry, index) => ({ entry, position: Number(text(entry.position) ?? index) }))
    .sort((a, b) => a.position - b.position)
    .flatMap(({ entry }) => {
      const item = isObject(entry.item) ? entry.item : null
      const name = text(entry.name) ?? text(item?.name)
      return name === null
        ? []
        : [{ name: unescaped(name) ?? name, url: text(item?.['@id']) ?? text(item?.url) ?? text(entry.item) }]
    })

const urlsOf = (list: Json): readonly string[] =>
  listed(list.itemListElement)
    .filter(isObject)
    .flatMap((entry) => text(entry.url) ?? (isObject(entry.item) ? text(entry.item.url) : text(entry.item)) ?? [])
