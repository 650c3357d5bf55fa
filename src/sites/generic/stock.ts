import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { isBuy, isSoldOut } from './buy.ts'
import { describe, hasToken, parentOf } from './elements.ts'
import { found } from './found.ts'
import { type Row, rowFor } from './rows.ts'
import type { Spot, Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { DISCONTINUED, IN_STOCK, OUT_OF_STOCK, PRE_ORDER, TOKENS } from './words.ts'

/** Stock in words: where a stock element says so, a fact row, a dead or living buy button, a notice in place of one. */
export const stockOf = (survey: Survey, rows: readonly Row[]): Found | null => {
  const row = rowFor(rows, 'availability')
  if (row !== null && worded(row.value.text)) return found(stockWord(row.value.text), row.value.source)
  let buy: Element | null = null
  let dead: Element | null = null
  for (const { element, region } of survey.spots) {
    if (region === 'card' || region === 'related' || region === 'chrome') continue
    const near = hasToken(element, TOKENS.stock) ? (shortText(element, 200) ?? '') : ''
    if (near !== '' && worded(near) && !isHidden(element)) return found(stockWord(near), `css:${describe(element)}`)
    if (buy === null && isBuy(element) && !isHidden(element)) buy = element
    if (dead === null && isSoldOut(element)) dead = element
  }
  if (buy !== null) return found('InStock', `css:${describe(buy)} (buy button)`)
  return dead === null ? noticeOf(survey) : found('OutOfStock', `css:${describe(dead)} (button)`)
}

/** Pages print the words of both states, and hide the one that does not hold. */
const isHidden = (element: Element): boolean => {
  for (let up: Element | null = element; up !== null; up = parentOf(up))
    if ('hidden' in up.attribs || /display\s?:\s?none/i.test(up.attribs.style ?? '')) return true
  return false
}

/** Between the title and other goods, a text or a picture of a button that says nothing but that there are none. */
const noticeOf = (survey: Survey): Found | null => {
  const title = survey.title === null ? null : survey.spotOf(survey.title)
  for (const spot of title === null ? [] : survey.spots.slice(title.order + 1)) {
    if (spot.region === 'card' || spot.region === 'related') break
    const text = noticed(spot)
    if (text !== '' && !isHidden(spot.element)) return found(stockWord(text), `css:${describe(spot.element)}`)
  }
  return null
}

const noticed = ({ element, region }: Spot): string => {
  if (region !== 'main') return ''
  const text = element.name === 'img' ? (element.attribs.alt ?? '').trim() : (shortText(element, 40) ?? '')
  return NOTICE.test(text) && !COUNTED.test(text) ? text : ''
}
/** A label, often, with the number of goods sold in the next element. */
const COUNTED = /^đã bán$/i
const NOTICE = new RegExp(
  `^(?:(?:sản phẩm|mặt hàng)(?: này)? )?(?:(?:đã|đang|tạm|tạm thời) )?(?:${OUT_OF_STOCK.source})[.!]?$`,
  'i',
)

const worded = (text: string): boolean => OUT_OF_STOCK.test(text) || IN_STOCK.test(text) || PRE_ORDER.test(text)
/** schema.org's word for what is printed in any of the languages we know. */
const stockWord = (text: string): string => {
  if (OUT_OF_STOCK.test(text)) return DISCONTINUED.test(text) ? 'Discontinued' : 'OutOfStock'
  return PRE_ORDER.test(text) ? 'PreOrder' : IN_STOCK.test(text) ? 'InStock' : text
}
