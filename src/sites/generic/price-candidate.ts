import type { Element } from 'domhandler'
import { amountOf, inner, isOldClassed, MAX_PRINTED, printed, STRUCK } from './amounts.ts'
import { leadsAway, linkAround } from './away.ts'
import { inside } from './card-parts.ts'
import { hasToken, parentOf, tokensOf } from './elements.ts'
import type { Spot, Survey } from './survey.ts'
import { shortText } from './texts.ts'
import { BARE_NUMBER, MONEY, SHORT_MONEY, TOKENS } from './words.ts'

/** A printed amount that may be the price. */
export interface Candidate {
  readonly spot: Spot
  readonly text: string
  readonly amount: number
  readonly old: boolean
  /** Its own class or annotation calls it the price. */
  readonly named: boolean
  readonly score: number
}

const NEVER = new Set(['script', 'style', 'option', 'select', 'input', 'textarea', 'button', 'title'])

/** Weighs one element as the place of the price; null when it prints no amount or stands among other things. */
export const candidate = (spot: Spot, survey: Survey): Candidate | null => {
  const { element } = spot
  if (NEVER.has(element.name) || spot.region !== 'main') return null
  const stated = element.attribs.itemprop === 'price' || element.attribs.property === 'product:price:amount'
  const text = stated && element.attribs.content ? element.attribs.content : printed(element)
  if (text === null || !/\d/.test(text) || text.length > MAX_PRINTED) return null
  const signs = MONEY.test(text) || SHORT_MONEY.test(text)
  const near = lineage(element, 4)
  const classed = near.findIndex((one) => hasToken(one, TOKENS.price))
  const priced = signs || stated || (classed !== -1 && classed < 3)
  const own = priced ? inner(text, near, stated) : null
  if (own === null || (!signs && !stated && !BARE_NUMBER.test(own))) return null
  // Nothing is the sum of an empty basket, or what is paid in advance; free goods say it in the price's place.
  if (!stated && (isLimit(text, own) || isForSeveral(near) || (classed === -1 && amountOf(own) === 0))) return null
  const beside = neighbours(element)
  const old = isOld(near) || OLD_LABEL.test(beside.slice(0, Math.max(0, beside.indexOf(own))))
  const penalty = near.some((one) => hasToken(one, TOKENS.noPrice) || isPerUnit(one)) ? 4 : 0
  const linked = isLinked(element, own, survey) ? 4 : 0
  const current = near.slice(0, 3).some((one) => hasToken(one, TOKENS.now)) ? 1.5 : 0
  const classScore = classed === -1 ? 0 : 3.5 - classed * 0.5
  const score =
    (stated ? 4 : 0) +
    classScore +
    current +
    (signs ? 2 : 0) +
    distance(spot, survey) -
    penalty -
    linked -
    aside(`${text} ${beside}`, own)
  return { spot, text: own, amount: amountOf(own), old, named: stated || classed === 0, score }
}

/** “Dưới 500.000đ”, “đơn từ 300.000đ”: which goods are shown, which orders are sent for nothing. “Đã bán 1,2k” counts goods. */
const isLimit = (text: string, own: string): boolean => {
  const before = text.slice(0, Math.max(0, text.indexOf(own)) + own.search(/\d/))
  return LIMIT.test(before) || (SOLD.test(before) && !MONEY.test(own))
}
const LIMIT =
  /(?<!\p{L})(?:dưới|under|below|(?:đơn|đơn hàng|orders?) (?:từ|trên|tối thiểu|from|over|above)) ?\p{Sc}?$/iu
const SOLD = /(?:đã bán|(?<!\p{L})sold) ?:? ?$/iu

/** “Mua 3 với giá 90.000đ mỗi cái”: one alone costs something else. */
const isForSeveral = (near: readonly Element[]): boolean =>
  near.some((one) => FOR_SEVERAL.test(shortText(one, MAX_PRINTED * 2) ?? ''))
const FOR_SEVERAL = /^(?:mua|buy) (?:từ )?(?:[2-9]|[1-9]\d{1,3}) (?:\p{L}{1,12} )?(?:với giá|giá|for|at)(?!\p{L})/iu

/** In a link to another page: other goods, another size of these, a filter. A box around such a link prints no more. */
const isLinked = (element: Element, own: string, { base }: Survey): boolean => {
  const href = element.name === 'a' ? (element.attribs.href ?? null) : linkAround(element)
  return (
    (href !== null && leadsAway(href, base)) ||
    inside(
      element,
      (one) =>
        one.name === 'a' &&
        leadsAway(one.attribs.href ?? '#', base) &&
        (shortText(one, MAX_PRINTED)?.includes(own) ?? false),
    )
  )
}

/** `unit-price`; a “unit” alone is the currency's. */
const isPerUnit = (element: Element): boolean => {
  const words = tokensOf(element)
  return words.includes('unit') && (words.includes('price') || words.includes('per') || words.includes('gia'))
}

/** The label right before an amount that is asked no more; behind another amount it needs its colon, or it may be of that one. */
export const OLD_WORDS = '(?:giá (?:gốc|cũ|niêm yết|thị trường|hãng|trước đây)|(?:list|old|regular|original) price|was)'
const OLD_LABEL = new RegExp(`(?:^\\s?${OLD_WORDS}|${OLD_WORDS}\\s?[:：])\\s?$`, 'i')

/** Words around the number that say it is something else than the price. */
const OTHER =
  /(?:ship|vận chuyển|giao hàng|tiết kiệm|giảm|save|saving|off|cọc|trả góp|month|tháng|versand|livraison|spedizione|envío|postage|delivery|per|\/|rrp|was|uvp|statt|原價|建議售價|定價|giá gốc|giá cũ|niêm yết|thị trường|coupon|voucher|hoàn|điểm|point|平均|每|省)/i
const NO_TAX =
  /(?:without|excl?\.?|ex|before|plus)\s?(?:vat|tax)|chưa (?:bao gồm )?(?:thuế|vat)|br?ez (?:dph|ddv|vat)|ohne mwst|zzgl|netto|hors taxe|\bht\b|iva esclusa|sin iva/i
const aside = (text: string, own: string): number => {
  const around = text.replaceAll(own, ' ')
  return (
    (OTHER.test(around) ? 3 : 0) +
    (NO_TAX.test(around) ? 4 : 0) +
    (/[-+−(]\s?$/.test(text.slice(0, text.indexOf(own))) ? 6 : 0)
  )
}

/** The words right beside an amount: its parent's text when that is short. */
const neighbours = (element: Element): string => {
  const parent = parentOf(element)
  if (parent === null || parent.children.length > 6) return ''
  return shortText(parent, MAX_PRINTED) ?? ''
}

const isOld = (near: readonly Element[]): boolean =>
  near.some((one) => STRUCK.has(one.name) || /line-through/.test(one.attribs.style ?? '')) ||
  near.slice(0, 2).some(isOldClassed)

const lineage = (element: Element, levels: number): readonly Element[] => {
  const line: Element[] = []
  for (let up: Element | null = element; up !== null && line.length < levels; up = parentOf(up)) line.push(up)
  return line
}

/** Up to 4 points for standing just after the title or in the same box. */
const distance = (spot: Spot, survey: Survey): number => {
  const title = survey.title === null ? null : survey.spotOf(survey.title)
  if (title === null) return 0
  const steps = spot.order - title.order
  if (steps < -150) return -4
  const near = steps < 0 ? Math.max(0, 1.5 + steps / 100) : Math.max(-1, 2.5 - steps / 120)
  return near + Math.max(0, 2 - levelsToShared(title.element, spot) * 0.25)
}

const levelsToShared = (title: Element, { element }: Spot): number => {
  const above = new Map<Element, number>()
  let level = 0
  for (let up: Element | null = title; up !== null; up = parentOf(up)) above.set(up, level++)
  for (let up: Element | null = element; up !== null; up = parentOf(up)) {
    const found = above.get(up)
    if (found !== undefined) return found
  }
  return 99
}
