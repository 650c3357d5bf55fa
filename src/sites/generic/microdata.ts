import type { Document, Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { elementsOf, parentOf } from './elements.ts'
import { absolute, tidy } from './found.ts'
import type { Thing } from './schema-org.ts'

type Node = { [key: string]: unknown }

/** Attribute names of the two ways to annotate HTML. */
const DIALECTS = [
  { name: 'microdata', type: 'itemtype', property: 'itemprop' },
  { name: 'rdfa', type: 'typeof', property: 'property' },
] as const

const GOODS =
  /(?:^|[/:])(?:Product|IndividualProduct|ProductGroup|Vehicle|Car|Motorcycle|Book|Offer|AggregateOffer|BuyAction)$/i
const SCOPED = /(?:^|[/:])\w+$/
const ASIDE = /isRelatedTo|isSimilarTo|itemListElement|isAccessoryOrSparePartFor|isConsumableFor|review/i
const MAX_ELEMENTS = 20_000

/** Things for sale in microdata and RDFa Lite, as the JSON-LD of the same words would be; `aside` ones are listed or related. */
export const readAnnotations = (
  dom: Document,
  base: string,
): { readonly things: readonly Thing[]; readonly others: readonly Thing[] } => {
  const things: Thing[] = []
  const others: Thing[] = []
  for (const dialect of DIALECTS) {
    const tops = scopesOf(dom, dialect)
    if (tops.length === 0) continue
    const nodes = new Map<Element, Node>()
    for (const element of tops) nodes.set(element, { '@type': (element.attribs[dialect.type] ?? '').split(/\s+/) })
    for (const element of withAttribute(dom, dialect.property)) assign(element, nodes, dialect, base)
    for (const [element, node] of nodes) {
      if (!GOODS.test(element.attribs[dialect.type] ?? '') || isPart(element, nodes)) continue
      const property = element.attribs[dialect.property] ?? ''
      const list = ASIDE.test(property) ? others : things
      if (node.name !== undefined || node.offers !== undefined || node.price !== undefined)
        list.push({ node, path: `${dialect.name}:${tidy(element.attribs[dialect.type] ?? '').replace(/^.*[/:]/, '')}` })
    }
  }
  return { things: things.filter(({ node }) => node.name !== undefined || things.length === 1), others }
}

const scopesOf = (dom: Document, dialect: (typeof DIALECTS)[number]): readonly Element[] =>
  withAttribute(dom, dialect.type).filter(({ attribs }) => SCOPED.test((attribs[dialect.type] ?? '').trim()))

const withAttribute = (dom: Document, name: string): readonly Element[] =>
  elementsOf(dom)
    .filter(({ attribs }) => attribs[name] !== undefined)
    .slice(0, MAX_ELEMENTS)

/** The offer of a product is no thing of its own. */
const isPart = (element: Element, nodes: ReadonlyMap<Element, Node>): boolean => {
  const isOffer = /Offer$/i.test(element.attribs.itemtype ?? element.attribs.typeof ?? '')
  return isOffer && scopeAbove(element, nodes) !== null
}

const scopeAbove = (element: Element, nodes: ReadonlyMap<Element, Node>): Node | null => {
  for (let up = parentOf(element); up !== null; up = parentOf(up)) {
    const node = nodes.get(up)
    if (node !== undefined) return node
  }
  return null
}

const assign = (
  element: Element,
  nodes: ReadonlyMap<Element, Node>,
  dialect: (typeof DIALECTS)[number],
  base: string,
): void => {
  const owner = scopeAbove(element, nodes)
  if (owner === null) return
  const value: unknown = nodes.get(element) ?? valueIn(element, base)
  for (const name of (element.attribs[dialect.property] ?? '').split(/\s+/)) {
    const key = name.replace(/^.*[/:#]/, '')
    if (key === '') continue
    const before = owner[key]
    owner[key] =
      before === undefined ? value : Array.isArray(before) ? [...before.slice(0, 200), value] : [before, value]
  }
}

const valueIn = (element: Element, base: string): string => {
  const at = (name: string) => element.attribs[name]
  const content = at('content')
  if (content !== undefined && content !== '') return content
  if (element.name === 'img' || element.name === 'source') return absolute(at('data-src') ?? at('src'), base) ?? ''
  if (['a', 'link', 'area'].includes(element.name) && at('href') !== undefined)
    return element.name === 'a' && !isAddress(element) ? visibleText(element) : (at('href') ?? '')
  if (element.name === 'time') return at('datetime') ?? visibleText(element)
  if (element.name === 'data' || element.name === 'meter') return at('value') ?? visibleText(element)
  return visibleText(element)
}

/** Links are values where an address is meant, words where a name is. */
const isAddress = (element: Element): boolean =>
  /^(?:url|image|availability|itemCondition|sameAs|logo|item|contentUrl)$/i.test(
    element.attribs.itemprop ?? element.attribs.property ?? '',
  )
