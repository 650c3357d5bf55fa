import type { Document, Element } from 'domhandler'
import { fold } from '../../page/visible-text.ts'
import { hasPicture, inside, isPicture, linksIn } from './card-parts.ts'
import { childrenOf, elementsOf, hasToken, kindTokensOf, parentOf, tokensOf } from './elements.ts'
import { openingText, shortText } from './texts.ts'
import { MONEY, PRICE_WORDS, SHORT_MONEY, TOKENS } from './words.ts'

/** One card of goods on a page that shows several. */
export interface Card {
  readonly element: Element
  /** hrefs as written, most used first. */
  readonly hrefs: readonly string[]
  readonly priced: boolean
  readonly pictured: boolean
}

const MAX_PRICES = 3000
const MAX_CLIMB = 9

/** Repeated structures with a link and a price (or a picture): the same kind of element at least twice. */
export const cardsOf = (dom: Document): readonly Card[] => {
  const seeds = new Set<Element>()
  for (const element of priceLeaves(dom)) {
    const card = climb(element)
    if (card !== null) seeds.add(card)
  }
  const kinds = new Map<string, Element[]>()
  for (const element of seeds) group(kinds, signature(element)).push(element)
  const cards: Card[] = []
  for (const [kind, members] of kinds) {
    const all = members.length > 1 || looksLikeCard(members[0]) ? withSiblings(members, kind) : []
    for (const element of all) {
      const card = cardOf(element)
      if (card !== null) cards.push(card)
    }
  }
  return cards
}

const group = (kinds: Map<string, Element[]>, kind: string): Element[] => {
  const known = kinds.get(kind)
  if (known !== undefined) return known
  const made: Element[] = []
  kinds.set(kind, made)
  return made
}

/** Tag, parent's tag and those class words that are not this one member's own (numbers, first, last, sale …). */
const signature = (element: Element): string => {
  const own = kindTokensOf(element).filter(
    (word) => !/\d|^(?:first|last|odd|even|sale|instock|outofstock|featured|new|active|hot)$/.test(word),
  )
  return `${parentOf(element)?.name}>${element.name}.${own.slice(0, 4).join('.')}`
}

/** Elements that shops print prices in. */
const PRINTING = new Set('span div p strong b ins bdi em td li a h3 h4 h5 font small dd'.split(' '))

/** Smallest elements whose whole text is a price. */
const priceLeaves = (dom: Document): readonly Element[] => {
  const leaves: Element[] = []
  for (const node of elementsOf(dom)) {
    if (leaves.length >= MAX_PRICES) break
    if (!PRINTING.has(node.name)) continue
    const own = ownText(node)
    if (own.length === 0 || own.length > 60) continue
    const isAmount = /\d/.test(own) && (MONEY.test(own) || SHORT_MONEY.test(own) || priceLike(node))
    if (isAmount || PRICE_WORDS.test(own)) leaves.push(node)
  }
  return leaves
}

const priceLike = (element: Element): boolean => {
  const parent = parentOf(element)
  if (!hasToken(element, TOKENS.price) && !(parent !== null && hasToken(parent, TOKENS.price))) return false
  const text = shortText(element, 40) ?? ''
  return /^\D{0,8}\d[\d.,\s]*\D{0,8}$/.test(text)
}

const ownText = (element: Element): string => {
  let text = ''
  for (const child of element.children) if (child.type === 'text') text += child.data
  if (text === '') return ''
  const folded = fold(text)
  return /^[\d.,\s]+$/.test(folded) && element.children.length > 1 ? (shortText(element, 80) ?? '') : folded
}

/** No card reaches beyond these … */
const ENDS = new Set(['body', 'html', 'main', 'ul', 'ol', 'nav', 'footer', 'header'])
/** … nor beyond these once it has its link: a card may itself be a form, or a table in a cell. */
const BOXES = new Set(['tbody', 'table', 'form'])

/** From a price up to the smallest element that links somewhere; not beyond the first that links to several goods. */
const climb = (price: Element): Element | null => {
  let card: Element | null = null
  let element: Element | null = price
  for (let steps = 0; element !== null && steps < MAX_CLIMB; steps++) {
    if (ENDS.has(element.name) || (card !== null && BOXES.has(element.name))) break
    const links = linksIn(element)
    if (links.size > 2) break
    if (links.size > 0 && (card === null || !hasPicture(card))) card = element
    if (card !== null && hasPicture(card)) break
    element = parentOf(element)
  }
  return card === null ? null : grown(card)
}

/** A link that is the card's whole content is not the card: its wrapper carries the repeating class. */
const grown = (card: Element): Element => {
  const parent = parentOf(card)
  if (parent === null || parent.name !== 'li') return card
  return linksIn(parent).size <= 2 ? parent : card
}

/** A lone card (one search result): a word of its class or of its own tag that says so, and its picture is the link. */
const looksLikeCard = (element: Element | undefined): boolean => {
  if (element === undefined) return false
  // `<product-card>`: a tag of the shop's own making is named like a class.
  const words = [...tokensOf(element), ...(element.name.includes('-') ? element.name.split('-') : [])]
  const pictureLinks = inside(
    element,
    (one) => one.name === 'a' && !isPicture(one.attribs.href ?? '') && inside(one, (inner) => inner.name === 'img'),
  )
  return pictureLinks && ['card', 'item', 'product', 'listing', 'thumb', 'sanpham'].some((word) => words.includes(word))
}

/** The group with its unpriced brothers (goods whose price the list does not show). */
const withSiblings = (members: readonly Element[], kind: string): readonly Element[] => {
  const all = new Set(members)
  const parents = new Set(members.map(parentOf))
  for (const parent of parents) {
    if (parent === null) continue
    for (const child of childrenOf(parent)) if (signature(child) === kind) all.add(child)
  }
  return [...all]
}

const cardOf = (element: Element): Card | null => {
  const links = [...linksIn(element)].sort((a, b) => b[1] - a[1])
  if (links.length === 0) return null
  const text = openingText(element, 2000)
  return {
    element,
    hrefs: links.map(([href]) => href),
    priced: MONEY.test(text) || SHORT_MONEY.test(text),
    pictured: hasPicture(element),
  }
}
