import type { Element } from 'domhandler'
import { tidy } from './found.ts'
import { shortText } from './texts.ts'
import { BUY, OUT_OF_STOCK } from './words.ts'

const labelOf = (element: Element): string => {
  const text = shortText(element, 80) ?? ''
  return tidy(text) !== ''
    ? text
    : (element.attribs.value ?? element.attribs.title ?? element.attribs['aria-label'] ?? '')
}

/** A button that would put the goods in a basket. */
export const isBuy = (element: Element): boolean => {
  const pressable =
    element.name === 'button' ||
    element.name === 'a' ||
    (element.name === 'input' && /submit|button|image/i.test(element.attribs.type ?? ''))
  if (!pressable || 'disabled' in element.attribs) return false
  if (
    element.name !== 'a' &&
    BUY_NAMES.test(`${element.attribs.class ?? ''} ${element.attribs.id ?? ''} ${element.attribs.name ?? ''}`)
  )
    return !isSoldOut(element)
  const label = tidy(labelOf(element))
  return label.length < 60 && (BUY.test(label) || BUY.test(element.attribs.title ?? ''))
}

/** A button that says in place of “buy” that there is nothing to buy. */
export const isSoldOut = (element: Element): boolean =>
  (element.name === 'button' || element.name === 'input') && OUT_OF_STOCK.test(labelOf(element))

/** What shop software calls such a button, in any language it speaks. */
const BUY_NAMES =
  /add[-_]?(?:to)?[-_]?(?:cart|basket|bag)|buy[-_]?(?:now|btn|button)|btn[-_]?buy|cart[-_]?(?:button|add)|button[-_]?cart|purchase/i
