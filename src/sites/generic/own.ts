import { isObject, type Json, listed } from './json.ts'
import type { Thing } from './schema-org.ts'
import { text, unescaped } from './values.ts'

/** What else on the page tells which of several things is its own. */
export interface Marks {
  /** The page's addresses: canonical, og:url, final. */
  readonly urls: readonly string[]
  /** Its names: h1s, og:title, document title. */
  readonly names: readonly string[]
}

/** The page's own thing among several; null when none can claim to be (a list of goods). */
export const ownOf = (things: readonly Thing[], marks: Marks): Thing | null => {
  if (things.length === 0) return null
  const keys = new Set(marks.urls.map(addressKey))
  const names = marks.names.map(nameKey).filter((name) => name !== '')
  const scored = things.map((thing) => ({ thing, score: score(thing, keys, names) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score >= CLAIM || things.length === 1) return best.thing
  const distinct = new Set(things.map(({ node }) => nameKey(text(node.name) ?? '')))
  return distinct.size === 1 ? best.thing : null
}

const CLAIM = 3

const score = ({ node }: Thing, keys: ReadonlySet<string>, names: readonly string[]): number => {
  const offers = listed(node.offers).filter(isObject)
  const addresses = [node.url, node['@id'], node.mainEntityOfPage, ...offers.map((offer) => offer.url)]
  const atHome = addresses.some((one) => keys.has(addressKey(text(one) ?? '')))
  const name = nameKey(unescaped(text(node.name)) ?? '')
  const exact = name !== '' && names.includes(name)
  const partly = name.length > 5 && names.some((one) => one.includes(name) || (one.length > 8 && name.includes(one)))
  return (
    (atHome ? 4 : 0) + (exact ? 4 : partly ? 3 : 0) + (offers.length > 0 ? 1 : 0) + (offers.some(inStock) ? 0.5 : 0)
  )
}

/** Of variants that share a name, one that can be had speaks for the goods. */
const inStock = (offer: Json): boolean => /InStock|LimitedAvailability/i.test(text(offer.availability) ?? '')

/** Letters and digits only, lower-case. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Host, path and query, without scheme, www, fragment and trailing slash. */
const addressKey = (address: string): string => {
  if (!URL.canParse(address)) return '-'
  const url = new URL(address)
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`.toLowerCase()
}
