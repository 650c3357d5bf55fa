import type { Document, Element } from 'domhandler'
import { isBuy } from './buy.ts'
import { childrenOf, hasToken, parentOf, roots, tokensOf } from './elements.ts'
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
  readonly base: string
  readonly spots: readonly Spot[]
  readonly spotOf: (element: Element) => Spot | null
  /** The element that names the page's subject. */
  readonly title: Element | null
}

const SKIP = new Set(['script', 'style', 'template', 'noscript', 'svg', 'head', 'iframe', 'object'])
/** @param cards elements that repeat as cards of goods, from `cardsOf` */
export const survey = (dom: Document, base: string, title: Element | null, cards: ReadonlySet<Element>): Survey => {
  const spots: Spot[] = []
  const exempt = new Set<Element>()
  for (let up = title; up !== null; up = parentOf(up)) exempt.add(up)
  const visit = (element: Element, around: Region, depth: number): void => {
    if (SKIP.has(element.name)) return
    const region = around === 'main' && !exempt.has(element) ? regionOf(element, cards) : around
    const order = spots.push({ element, order: spots.length, region, depth }) - 1
    notesOf(element).order = order
    for (const child of childrenOf(element)) visit(child, region, depth + 1)
  }
  for (const root of roots(dom)) visit(root, 'main', 0)
  return { base, spots, spotOf: (element) => spots[notesOf(element).order] ?? null, title }
}

const regionOf = (element: Element, cards: ReadonlySet<Element>): Region => {
  if (cards.has(element)) return 'card'
  if (element.name === 'body' || element.name === 'html' || element.name === 'main') return 'main'
  if (['nav', 'footer', 'header', 'select', 'datalist'].includes(element.name)) return 'chrome'
  if (hasToken(element, TOKENS.related) || hasToken(element, TOKENS.aside) || headsRelated(element)) return 'related'
  if (element.name !== 'form' && element.name !== 'button' && isAside(element) && !sells(element)) return 'cart'
  return hasToken(element, TOKENS.chrome) ? 'chrome' : 'main'
}

/** A box of goods put aside; a price to compare with is none. */
const isAside = (element: Element): boolean =>
  hasToken(element, TOKENS.cart) || (tokensOf(element).includes('compare') && !hasToken(element, TOKENS.price))

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
      /^h[2-6]$|^header$|^strong$|^b$/.test(first.name) ||
      tokensOf(first).includes('title') ||
      tokensOf(first).includes('heading')
    ) {
      return RELATED_HEADING.test(shortText(first, 80) ?? '')
    }
    inner = down < 1 ? first : undefined
  }
  return false
}
