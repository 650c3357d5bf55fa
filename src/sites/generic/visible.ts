import type { Document } from 'domhandler'
import type { Found } from '../../domain.ts'
import { isBuy } from './buy.ts'
import { type Card, cardsOf } from './cards.ts'
import { categoryFrom, crumbsOf } from './crumbs.ts'
import { descriptionOf } from './description.ts'
import { found, type Source } from './found.ts'
import { captionsOf, gallery } from './gallery.ts'
import type { Head } from './head.ts'
import { forgetPage } from './memory.ts'
import { visiblePrice } from './price.ts'
import { looseCode, printedCode } from './printed-code.ts'
import { proofOf } from './proof.ts'
import { attributesFrom, rowFor, rowsOf } from './rows.ts'
import { sellerBox, sellerRow, siteName } from './seller.ts'
import { stockOf } from './stock.ts'
import { type Survey, survey } from './survey.ts'
import { type Headline, titleElement, titleOf } from './title.ts'

/** What a reader sees, and the signs of what kind of page it is. */
export interface Seen {
  readonly fields: Source
  readonly survey: Survey
  readonly cards: readonly Card[]
  /** Something outside the cards puts goods in a basket. */
  readonly buyable: boolean
  /** A box names who sells on this market place. */
  readonly sellerNamed: boolean
  readonly crumbs: readonly string[]
  /** The price is the highest bid so far. */
  readonly bid: boolean
  /** What stands where a code would, but does not look like one; the last resort. */
  readonly looseCode: Found | null
  /** Document order of the element that prints the price; null when none does. */
  readonly priceOrder: number | null
}

/** @param base the page's address, for relative links */
export const readVisible = (dom: Document, head: Head, base: string, siteHint: string | null): Seen => {
  forgetPage()
  const cards = cardsOf(dom)
  const cardElements = new Set(cards.map(({ element }) => element))
  const first: Headline = { document: head.title, og: head.meta('og:title') ?? '', crumb: '' }
  const ground = survey(dom, base, titleElement(dom, first), cardElements)
  const crumbs = crumbsOf(ground)
  const line: Headline = { ...first, crumb: crumbs.at(-1) ?? '' }
  const title = titleOf(ground.title, line, captionsOf(ground))
  const rows = rowsOf(ground)
  const money = visiblePrice(ground)
  const box = sellerBox(ground, rows)
  const named = box ?? sellerRow(rows)
  const shop = named === null ? siteName(ground, head.meta('og:site_name'), siteHint) : null
  const fields: Source = {
    title,
    description: descriptionOf(ground, title?.text ?? null),
    price: money.price ?? withoutRemark(rowFor(rows, 'price')?.value),
    listPrice: money.listPrice ?? withoutRemark(rowFor(rows, 'listPrice')?.value),
    priceMax: money.priceMax,
    brand: short(rowFor(rows, 'brand')?.value),
    sku: printedCode(ground, rows),
    gtin: short(rowFor(rows, 'gtin')?.value),
    availability: stockOf(ground, rows),
    condition: short(rowFor(rows, 'condition')?.value),
    category: found(categoryFrom(crumbs, title?.text ?? null), 'css:breadcrumb'),
    images: gallery(ground, title?.text ?? null),
    attributes: attributesFrom(rows),
    seller:
      named ??
      (shop === null
        ? null
        : { name: shop, url: null, location: rowFor(rows, 'location')?.value ?? null, phoneText: null, badges: [] }),
    postedAt: rowFor(rows, 'postedAt')?.value ?? null,
    ...proofOf(ground),
  }
  return {
    fields,
    survey: ground,
    cards,
    buyable: ground.spots.some(({ element, region }) => region === 'main' && isBuy(element)),
    sellerNamed: box !== null,
    crumbs,
    bid: money.bid,
    looseCode: looseCode(rows),
    priceOrder: money.element === null ? null : (ground.spotOf(money.element)?.order ?? null),
  }
}

/** “120.000đ (tiết kiệm 25.000đ)”: the amount in brackets behind the first is another one. */
const withoutRemark = (value: Found | null | undefined): Found | null =>
  value === null || value === undefined
    ? null
    : found(value.text.replace(/(?<=\d.{0,8})\s\([^()]*\d[.,]\d{3}[^()]*\)$/, ''), value.source)

const short = (value: Found | null | undefined): Found | null =>
  value === null || value === undefined || value.text.length > 80 ? null : value
