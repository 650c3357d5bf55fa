import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { isBuy } from './buy.ts'
import { perPage } from './memory.ts'
import { notesOf } from './notes.ts'
import { shortText } from './texts.ts'
import { RELATED_HEADING, TOKENS } from './words.ts'

/** Where an element stands: in what is about the page's own subject, or around it. */
type Region = 'main' | 'chrome' | 'cart' | 'related' | 'card'

export interface Spot {
  readonly element: Element
  /** Document order. */
  readonly order: number
  readonly region: Region
  readonly depth: number
}

/** One walk over the document, on which every visible reader stands. */
export interface Survey {
  readonly dom: CheerioAPI
  readonly base: string
  readonly spots: readonly Spot[]
  readonly spotOf: (element: Element) => Spot | null
  /** The element that names the page's subject. */
  readonly title: Element | null
}

const SKIP = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe', 'object'])
/** Words of class and id: `productPrice-old` → product, price, old. */
export const tokensOf = (element: Element): ReadonlySet<string> => {
  const notes = notesOf(element)
  notes.tokens ??= tokensIn(element.attribs.class, element.attribs.id)
  return notes.tokens
}

const NO_TOKENS: ReadonlySet<string> = new Set()
/** Classes repeat: a page of a thousand elements has a few dozen of them. */
const split = perPage<ReadonlySet<string>>()

const tokensIn = (classes: string | undefined, id: string | undefined): ReadonlySet<string> => {
  if (!classes && !id) return NO_TOKENS
  const names = id ? `${classes ?? ''} ${id}` : (classes ?? '')
  const known = split.get(names)
  if (known !== undefined) return known
  const words = names
    .slice(0, 600)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  const made = new Set(words.filter((word) => word !== ''))
  split.set(names, made)
  return made
}

export const hasToken = (element: Element, words: ReadonlySet<string>): boolean => {
  for (const token of tokensOf(element)) if (words.has(token)) return true
  return false
}

export const parentOf = (element: Element): Element | null =>
  element.parent !== null && 'attribs' in element.parent ? element.parent : null

export const childrenOf = (element: Element): readonly Element[] => {
  const notes = notesOf(element)
  notes.children ??= element.children.filter((child): child is Element => 'attribs' in child)
  return notes.children
}

/** `span.price-new`: enough for a person to find it again. */
export const describe = (element: Element): string => {
  const names = (element.attribs.class ?? '')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((name) => `.${name}`)
    .join('')
  const id = element.attribs.id
  return `${element.name}${id !== undefined && id !== '' ? `#${id}` : names}`
}

/** @param cards elements that repeat as cards of goods, from `cardsOf` */
export const survey = (dom: CheerioAPI, base: string, title: Element | null, cards: ReadonlySet<Element>): Survey => {
  const spots: Spot[] = []
  const byElement = new Map<Element, Spot>()
  const exempt = new Set<Element>()
  for (let up = title; up !== null; up = parentOf(up)) exempt.add(up)
  const pending: { element: Element; region: Region; depth: number }[] = roots(dom).map((element) => ({
    element,
    region: 'main' as Region,
    depth: 0,
  }))
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { element, depth } = next
    if (SKIP.has(element.name)) continue
    const region = next.region === 'main' && !exempt.has(element) ? regionOf(element, cards) : next.region
    const spot = { element, order: spots.length, region, depth }
    spots.push(spot)
    byElement.set(element, spot)
    const children = childrenOf(element)
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) pending.push({ element: child, region, depth: depth + 1 })
    }
  }
  return { dom, base, spots, spotOf: (element) => byElement.get(element) ?? null, title }
}

/** Every element, in document order. */
export function* elementsOf(dom: CheerioAPI): Generator<Element> {
  const pending = [...roots(dom)]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next
    const children = childrenOf(next)
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) pending.push(child)
    }
  }
}

const roots = (dom: CheerioAPI): readonly Element[] =>
  dom
    .root()
    .children()
    .get()
    .filter((node): node is Element => 'attribs' in node)
    .reverse()

const regionOf = (element: Element, cards: ReadonlySet<Element>): Region => {
  if (cards.has(element)) return 'card'
  if (element.name === 'body' || element.name === 'html' || element.name === 'main') return 'main'
  if (['nav', 'footer', 'header', 'select', 'datalist'].includes(element.name)) return 'chrome'
  if (hasToken(element, TOKENS.related) || headsRelated(element)) return 'related'
  if (element.name !== 'form' && element.name !== 'button' && hasToken(element, TOKENS.cart) && !sells(element))
    return 'cart'
  return hasToken(element, TOKENS.chrome) ? 'chrome' : 'main'
}

/** A “cart” box around the quantity field and the buy button is where the goods' own price stands. */
const sells = (element: Element): boolean => {
  const pending: Element[] = [element]
  for (let next = pending.pop(), seen = 0; next !== undefined && seen < 300; next = pending.pop(), seen++) {
    if (isBuy(next)) return true
    pending.push(...childrenOf(next))
  }
  return false
}

/** Its first child that says anything is a heading like “Related products”. */
const headsRelated = (element: Element): boolean => {
  if (!['section', 'div', 'aside', 'article'].includes(element.name)) return false
  let inner: Element | undefined = element
  for (let down = 0; inner !== undefined && down < 4; down++) {
    const first: Element | undefined = childrenOf(inner).find((child) => !SKIP.has(child.name))
    if (first === undefined) return false
    if (
      /^h[2-6]$|^header$|^strong$/.test(first.name) ||
      tokensOf(first).has('title') ||
      tokensOf(first).has('heading')
    ) {
      return RELATED_HEADING.test(shortText(first, 80) ?? '')
    }
    inner = down < 1 ? first : undefined
  }
  return false
}
