import type { Document, Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { select } from '../../page/select.ts'
import { visibleText } from '../../page/visible-text.ts'
import { childrenOf, elementsOf, hasToken, parentOf, tokensOf } from './elements.ts'
import { found, tidy } from './found.ts'
import { nameKey } from './own.ts'
import { shortText } from './texts.ts'
import { MONEY, TOKENS } from './words.ts'

const AROUND = new Set(['nav', 'footer', 'aside', 'select'])

/** Names the page gives itself outside its body text. */
export interface Headline {
  /** `<title>`. */
  readonly document: string
  readonly og: string
  /** Last crumb. */
  readonly crumb: string
}

/** The heading that names the page's subject; null when no heading does. */
export const titleElement = (dom: Document, line: Headline): Element | null => {
  const headings = elementsOf(dom).filter(({ name }) => name === 'h1')
  const heading = bestOf(headings, line, false)
  // A heading that the page names itself by stands; one that nothing else names may be of other goods.
  if (heading !== null && (heading.score >= NAMED || !isNamed(line))) return heading.element
  const wide = select(dom, 'h2, [itemprop="name"], [class*="title" i], [class*="name" i]').slice(0, 400)
  return (bestOf(wide, line, true) ?? heading)?.element ?? null
}

/** What a heading scores at least that agrees with one of the page's names. */
const NAMED = 4
const isNamed = ({ document, og }: Headline): boolean => nameKey(document) !== '' || nameKey(og) !== ''

const bestOf = (candidates: readonly Element[], line: Headline, strict: boolean) => {
  let best: { readonly element: Element; readonly score: number } | null = null
  for (const element of candidates) {
    const score = scoreOf(element, line, strict)
    if (score > (best?.score ?? (strict ? 3 : -9))) best = { element, score }
  }
  return best
}

/** What holds more than this is no heading, whatever is printed inside it: it is not read. */
const MOST = 2000

const scoreOf = (element: Element, line: Headline, strict: boolean): number => {
  if (shortText(element, MOST) === null) return -10
  const text = titleText(element)
  const key = nameKey(text)
  if (key.length < 2 || text.length > 400) return -10
  const near = [line.document, line.og, line.crumb].filter((name) => overlaps(key, nameKey(name))).length
  if (strict) return near > 0 && !aside(element) ? near * 3 + key.length / 1000 : -1
  const helps = ['product', 'item', 'name', 'title', 'entry'].filter((word) => tokensOf(element).includes(word)).length
  const linksOnly = childrenOf(element).some((child) => child.name === 'a') && near === 0
  return (
    near * 4 +
    helps +
    (element.attribs.itemprop === 'name' ? 3 : 0) +
    Math.min(key.length, 80) / 100 -
    (linksOnly ? 2 : 0) -
    (aside(element) ? 3 : 0)
  )
}

/** One begins or ends the other; short names must match whole. */
const overlaps = (a: string, b: string): boolean => {
  if (a === '' || b === '') return false
  if (a === b || (a.length > 12 && b.startsWith(a.slice(0, 12)))) return true
  return (a.length > 3 && b.includes(a)) || (b.length > 8 && a.includes(b))
}

const aside = (element: Element): boolean => {
  for (let up = parentOf(element); up !== null; up = parentOf(up)) if (AROUND.has(up.name)) return true
  return false
}

/** The heading's words without a price or badge printed inside it. */
const titleText = (element: Element): string => {
  const whole = tidy(visibleText(element))
  const priced = childrenOf(element).filter((child) => isPrice(child))
  if (priced.length === 0) return whole
  return tidy(priced.reduce((text, child) => text.replace(visibleText(child), ' '), whole))
}

const isPrice = (element: Element): boolean => {
  const text = shortText(element, 59)
  return text !== null && (hasToken(element, TOKENS.price) || MONEY.test(text))
}

/**
 * The title as printed. A heading that says more than the breadcrumb's last entry and the main picture's caption agree on
 * (a town put behind it, a shop's name before it) gives way to what those say.
 */
export const titleOf = (element: Element | null, line: Headline, captions: readonly string[]): Found | null => {
  const fallback = found(line.og, 'meta:og:title') ?? found(line.document.split(/\s[|–—-]\s/)[0], 'css:title')
  if (element === null) return fallback
  const text = titleText(element)
  const key = nameKey(text)
  const inside = (name: string) =>
    nameKey(name).length > 3 &&
    nameKey(name).length < key.length &&
    (key.startsWith(nameKey(name)) || key.endsWith(nameKey(name)))
  const agreed = inside(line.crumb) && captions.some((caption) => nameKey(caption) === nameKey(line.crumb))
  if (agreed) return found(line.crumb, 'css:breadcrumb')
  return found(text, `css:${element.name}`) ?? fallback
}
