import type { Element } from 'domhandler'
import type { Found } from '../../domain.ts'
import { describe, hasToken, parentOf } from './elements.ts'
import { found } from './found.ts'
import { type Candidate, candidate } from './price-candidate.ts'
import type { Survey } from './survey.ts'
import { openingText, shortText } from './texts.ts'
import { MONEY, PRICE_WORDS, TOKENS } from './words.ts'

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
  const candidates = survey.spots.map((spot) => candidate(spot, survey)).filter((one) => one !== null)
  const asked = candidates.filter(({ old }) => !old)
  const best =
    highest(asked.filter(({ score }) => score >= CLAIM)) ?? highest(candidates.filter(({ score }) => score >= CLAIM))
  if (best === null) return { ...inWords(survey), listPrice: null, priceMax: null, bid: false }
  const leaf = innermost(best, asked)
  const range = rangeEnd(leaf, asked)
  return {
    price: found(leaf.text, sourceOf(leaf)),
    listPrice: oldPrice(leaf, candidates),
    priceMax: range === null ? null : found(range.text, sourceOf(range)),
    element: leaf.spot.element,
    bid: isBid(leaf.spot.element),
  }
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
