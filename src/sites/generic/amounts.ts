import type { Element } from 'domhandler'
import { visibleText } from '../../page/visible-text.ts'
import { childrenOf, hasToken, tokensOf } from './elements.ts'
import { tidy } from './found.ts'
import { shortText } from './texts.ts'
import { BARE_NUMBER, MONEY, SHORT_MONEY, TOKENS } from './words.ts'

export const STRUCK = new Set(['del', 's', 'strike'])
export const MAX_PRINTED = 60
const RANGE = /\d\D{0,8}(?:[-–—~]|đến|to)\D{0,8}\d/

/** Text of an element that holds little more than an amount; pieces like 29 <sup>99</sup> are joined by a point. */
export const printed = (element: Element): string | null => {
  if (element.children.length === 0 || element.children.length > 12) return null
  const text = once(askedText(element))
  if (text.length > MAX_PRINTED || !/\d/.test(text) || severalAmounts(text)) return null
  const cents = element.children.find((child): child is Element => 'attribs' in child && isCents(child))
  if (cents === undefined) return text
  const fraction = tidy(visibleText(cents))
  const whole = tidy(
    element.children
      .filter((child) => child !== cents)
      .map((child) => ('data' in child ? child.data : 'attribs' in child ? visibleText(child as Element) : ''))
      .join(' '),
  )
  return /^[.,]?\d{2}$/.test(fraction) && /\d/.test(whole)
    ? whole.replace(/(\d)[.,]?(?=\D*$)/, `$1.${fraction.replace(/\D/g, '')}`)
    : text
}

/** The text without what is struck through inside it. */
const askedText = (element: Element): string => {
  const text = shortText(element, MAX_PRINTED * 4)
  if (text === null || !/\d/.test(text)) return ''
  const struck = struckIn(element, [])
  return struck.length === 0
    ? text
    : tidy(struck.reduce((rest, one) => rest.replace(tidy(visibleText(one)), ' '), text))
}

const struckIn = (element: Element, into: Element[]): readonly Element[] => {
  for (const child of childrenOf(element)) {
    if (STRUCK.has(child.name) || isOldClassed(child)) into.push(child)
    else struckIn(child, into)
  }
  return into
}

/** “$29.99$29.99”: printed once for the eye and once for the screen reader. */
const once = (text: string): string => {
  const half = text.length / 2
  const [left, right] = [text.slice(0, Math.ceil(half)).trim(), text.slice(Math.floor(half)).trim()]
  return text.length > 3 && left === right ? left : text
}

/** Two amounts that are no range: the elements inside say which is which. */
const severalAmounts = (text: string): boolean => {
  const amounts = MONEY.all(text)
  return amounts.length > 1 && !RANGE.test(text)
}

const isCents = (element: Element): boolean =>
  element.name === 'sup' ||
  ['cents', 'cent', 'decimal', 'decimals', 'fraction', 'penny', 'pence'].some((word) =>
    tokensOf(element).includes(word),
  )

/** The amount inside a short printed text: all of it, or the part that carries the currency. */
export const inner = (text: string, near: readonly Element[], stated: boolean): string | null => {
  if (stated || BARE_NUMBER.test(text) || RANGE.test(text)) return text
  const hit = MONEY.exec(text) ?? (text.length > 24 ? SHORT_MONEY.exec(text) : null)
  if (hit === null && text.length <= 24) return text
  if (hit === null) return near[0] !== undefined && hasToken(near[0], TOKENS.price) ? text : null
  return tidy(hit[0]).replace(/^[:(\-–—\s]+/, '')
}

/** Its class says list price, before, compare … and nothing of now. */
export const isOldClassed = (element: Element): boolean => {
  const words = tokensOf(element)
  if (words.includes('non') && words.includes('sale')) return true
  // `list-price`; a list of anything else may hold a price that is asked.
  const old = saysOld(words) || (words.includes('list') && hasToken(element, TOKENS.price))
  return old && !CURRENT.some((word) => words.includes(word))
}
/** `price-with-discount`, `price has-sale`: what is asked once the discount is taken off. */
const saysOld = (words: readonly string[]): boolean => {
  const reduced = REDUCED.some((word) => words.includes(word))
  return words.some((word) => TOKENS.old.has(word) && !(reduced && LESS.has(word)))
}
const REDUCED = ['with', 'has', 'after']
const LESS = new Set(['discount', 'discounts', 'reduction', 'saving', 'savings', 'save', 'off'])
const CURRENT = ['sale', 'new', 'now', 'current', 'special', 'final']

/** Comparable amount; good enough to order printed prices of one page. */
export const amountOf = (text: string): number => {
  const digits =
    /\d[\d.,\s'’]*/
      .exec(text)?.[0]
      .trim()
      .replace(/[\s'’]/g, '') ?? ''
  const decimal = /^(.*\d)[.,](\d{1,2}|\d{4,9})$/.exec(digits)
  const whole = (decimal?.[1] ?? digits).replace(/[.,]/g, '')
  return whole === '' ? Number.NaN : Number(`${whole}.${decimal?.[2] ?? '0'}`)
}
