import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { isBuy, isSoldOut } from './buy.ts'
import { describe, hasToken } from './elements.ts'
import { found } from './found.ts'
import { type Row, rowFor } from './rows.ts'
import type { Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { IN_STOCK, OUT_OF_STOCK, PRE_ORDER, TOKENS } from './words.ts'

/** Stock in words: where a stock element says so, a fact row, a dead or living buy button. */
export const stockOf = (survey: Survey, rows: readonly Row[]): Found | null => {
  const row = rowFor(rows, 'availability')
  if (row !== null && worded(row.value.text)) return found(stockWord(row.value.text), row.value.source)
  let buy: Element | null = null
  let dead: Element | null = null
  for (const { element, region } of survey.spots) {
    if (region === 'card' || region === 'related' || region === 'chrome') continue
    const near = hasToken(element, TOKENS.stock) ? (shortText(element, 200) ?? '') : ''
    if (near !== '' && worded(near)) return found(stockWord(near), `css:${describe(element)}`)
    if (buy === null && isBuy(element)) buy = element
    if (dead === null && isSoldOut(element)) dead = element
  }
  if (buy !== null) return found('InStock', `css:${describe(buy)} (buy button)`)
  return dead === null ? null : found('OutOfStock', `css:${describe(dead)} (button)`)
}

const worded = (text: string): boolean => OUT_OF_STOCK.test(text) || IN_STOCK.test(text) || PRE_ORDER.test(text)
/** schema.org's word for what is printed in any of the languages we know. */
const stockWord = (text: string): string =>
  OUT_OF_STOCK.test(text) ? 'OutOfStock' : PRE_ORDER.test(text) ? 'PreOrder' : IN_STOCK.test(text) ? 'InStock' : text
