import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { amountOf } from './amounts.ts'
import { describe, hasToken, parentOf } from './elements.ts'
import { found } from './found.ts'
import { type Candidate, candidate, OLD_WORDS } from './price-candidate.ts'
import type { Survey } from './survey.ts'
import { openingText, shortText } from './texts.ts'
import { MONEY, PERCENT_OFF, PRICE_WORDS, TOKENS } from './words.ts'

interface VisiblePrice {
  readonly price: Found | null
  readonly listPrice: Found | null
  readonly priceMax: Found | null
  /** The element that prints the price. */
  readonly element: Element | null
  /** It is the highest bid so far: what else the page states is where bidding began. */
  readonly bid: boolean
}

/** The price printed near the title: class words, a currency, the distance to the title; struck-through ones are list prices. */
export const visiblePrice = (survey: Survey): VisiblePrice => {
  const boxes = aroundOthers(survey)
  const candidates = survey.spots
    .map((spot) => (boxes.has(spot.element) ? null : candidate(spot, survey)))
    .filter((one) => one !== null)
  const asked = candidates.filter(({ old }) => !old)
  const best =
    highest(asked.filter(({ score }) => score >= CLAIM)) ?? highest(candidates.filter(({ score }) => score >= CLAIM))
  const words = inWords(survey)
  if (best === null || standsBefore(words.element, best, survey))
    return { ...words, listPrice: null, priceMax: null, bid: false }
  const leaf = innermost(best, asked)
  const range = rangeEnd(leaf, asked)
  return {
    price: found(leaf.text, sourceOf(leaf)),
    listPrice: oldPrice(leaf, candidates) ?? reducedFrom(leaf, asked) ?? hintedAt(leaf),
    priceMax: range === null ? null : found(range.text, sourceOf(range)),
    element: leaf.spot.element,
    bid: isBid(leaf.spot.element),
  }
}

/** Boxes that hold other goods: what little they print is theirs. */
const aroundOthers = (survey: Survey): ReadonlySet<Element> => {
  const boxes = new Set<Element>()
  for (const { element, region } of survey.spots) {
    if (region !== 'card' && region !== 'related') continue
    for (let up = parentOf(element); up !== null && !boxes.has(up); up = parentOf(up)) boxes.add(up)
  }
  return boxes
}

/** The price's own place says “Liên hệ”, and the amount below it is one of which nothing says that it is the price. */
const standsBefore = (words: Element | null, { spot, named }: Candidate, survey: Survey): boolean => {
  const at = words === null ? null : (survey.spotOf(words)?.order ?? null)
  const title = survey.title === null ? null : (survey.spotOf(survey.title)?.order ?? null)
  return !named && at !== null && title !== null && title < at && at < spot.order
}

/** “2.190.000₫ 2.990.000₫ (-26%)”: a box with these two alone says by how much the one is less than the other. */
const reducedFrom = (price: Candidate, asked: readonly Candidate[]): Found | null => {
  const list = asked.find((one) => {
    const box = one.amount > price.amount ? sharedBox(price.spot.element, one.spot.element) : null
    const text = box === null ? '' : openingText(box, 160)
    const percent = PERCENT_OFF.exec(text)
    return (
      percent !== null &&
      MONEY.all(text).length === 2 &&
      Math.abs((1 - price.amount / one.amount) * 100 - Number(percent[1])) <= 1
    )
  })
  return list === undefined ? null : found(list.text, sourceOf(list))
}

/** The small box around two brothers, or cousins; null where one holds the other or they stand far apart. */
const sharedBox = (from: Element, to: Element): Element | null => {
  let up = contains(from, to) || contains(to, from) ? null : parentOf(from)
  for (let level = 0; up !== null && level < 2; up = parentOf(up), level++) if (contains(up, to)) return up
  return null
}

/** “5 bids”, “giá đấu hiện tại” beside the amount. */
const isBid = (element: Element): boolean => {
  const box = parentOf(element)
  const around = [box, box === null ? null : parentOf(box)].flatMap((one) =>
    one === null ? [] : (shortText(one, 120) ?? []),
  )
  return around.some((text) => BIDS.test(text))
}
const BIDS = /[1-9]\d*\s?bids?(?!\p{L})|current bid|giá (?:đấu|hiện tại)|[1-9]\d*\s?lượt (?:trả giá|đấu giá)/iu

/** Below this an amount is too far from everything to be the price. */
const CLAIM = 2.5
const highest = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.reduce<Candidate | null>((a, b) => (a === null || b.score > a.score ? b : a), null)

const sourceOf = ({ spot }: Candidate): string => `css:${describe(spot.element)}`

const contains = (outer: Element, inner: Element): boolean => {
  for (let up: Element | null = inner; up !== null; up = parentOf(up)) if (up === outer) return true
  return false
}

/** Of nested candidates the inner one that prints the currency too; otherwise the best itself. */
const innermost = (best: Candidate, asked: readonly Candidate[]): Candidate => {
  if (best.text.length <= 24 && !/\d\D+\d{3}.*[-–~].*\d/.test(best.text)) return best
  return (
    asked
      .filter((one) => one !== best && contains(best.spot.element, one.spot.element) && MONEY.test(one.text))
      .sort((a, b) => b.score - a.score)[0] ?? best
  )
}

/** The other end of “1.869.000 ₫ – 1.929.000 ₫”: a brother element behind a dash. */
const rangeEnd = (low: Candidate, asked: readonly Candidate[]): Candidate | null => {
  const box = parentOf(low.spot.element)
  if (box === null || !/\d\D{0,6}[-–—~]\D{0,6}\d/.test(openingText(box, 120))) return null
  return (
    asked.find(
      (one) => one.amount > low.amount && one.spot.order > low.spot.order && contains(box, one.spot.element),
    ) ?? null
  )
}

const oldPrice = (price: Candidate, candidates: readonly Candidate[]): Found | null => {
  const near = candidates.filter(
    ({ old, amount, spot }) =>
      old && amount > price.amount && amount < price.amount * 50 && spot.region === price.spot.region,
  )
  const scored = near.map((one) => ({ one, far: sharedAbove(price.spot.element, one.spot.element) }))
  const best = scored
    .filter(({ far }) => far <= 5)
    .sort((a, b) => a.far - b.far || b.one.spot.depth - a.one.spot.depth)[0]?.one
  return best === undefined ? null : found(best.text, sourceOf(best))
}

/** “Giá gốc 450.000₫” that shows only while the pointer rests on the price. */
const hintedAt = ({ spot, amount }: Candidate): Found | null => {
  const box = parentOf(spot.element)
  for (const element of box === null ? [spot.element] : [spot.element, box]) {
    const hint = HINTED.exec(element.attribs.title ?? '')?.[1]
    if (hint !== undefined && MONEY.test(hint) && amountOf(hint) > amount)
      return found(hint, `css:${describe(element)}@title`)
  }
  return null
}
const HINTED = new RegExp(`^${OLD_WORDS}\\s?[:：]?\\s?(.{1,30})$`, 'iu')

const sharedAbove = (from: Element, to: Element): number => {
  let level = 0
  for (let up: Element | null = from; up !== null; up = parentOf(up), level++) if (contains(up, to)) return level
  return 99
}

/** “Liên hệ” where a price would stand. */
const inWords = (survey: Survey): Pick<VisiblePrice, 'price' | 'element'> => {
  for (const { element, region } of survey.spots) {
    if (region !== 'main' || !hasToken(element, TOKENS.price)) continue
    const text = shortText(element, 40)
    if (text !== null && PRICE_WORDS.test(text)) return { price: found(text, `css:${describe(element)}`), element }
  }
  return { price: null, element: null }
}
