import type { Found } from '../../domain.ts'
import { found, type Source } from './found.ts'
import { isObject, type Json, listed } from './json.ts'
import { sellerOf } from './schema-org.ts'
import { schemaName, text } from './values.ts'

interface Offer {
  readonly node: Json
  readonly path: string
  readonly price: Found | null
  /** For comparing only; NaN when the string is no plain number. */
  readonly amount: number
}

const MAX_OFFERS = 500

/** Price, range, currency, stock and seller out of a thing's offers: nested, aggregated, by variant, by price specification. */
export const offersOf = (thing: Json, path: string, base: string): Source => {
  const offers = gather(thing, path)
  const aggregate = offers.find(({ node }) => text(node.lowPrice) !== null)
  const priced = offers.filter(({ price }) => price !== null)
  const best = lowest(priced) ?? offers[0]
  const range = aggregate === undefined ? spread(priced) : stated(aggregate)
  const lead = best ?? aggregate
  const from = (key: string): Found | null => firstStated([lead, aggregate, ...offers], key)
  const stock = offers
    .map(({ node }) => schemaName(node.availability ?? node.Availability))
    .filter((one) => one !== null)
  return {
    price: range.low ?? best?.price ?? null,
    priceMax: range.high,
    listPrice: lead === undefined ? null : listPriceOf(lead),
    currency: from('priceCurrency') ?? nestedCurrency(lead),
    availability: found(
      stock.find((one) => /InStock|LimitedAvailability/i.test(one)) ?? stock[0],
      `${lead?.path}.availability`,
    ),
    condition: found(schemaName(lead?.node.itemCondition), `${lead?.path}.itemCondition`),
    sku: from('sku'),
    gtin: from('gtin13'),
    shipping: shippingOf(lead),
    seller: sellerOf(
      lead?.node.seller ?? lead?.node.offeredBy ?? aggregate?.node.seller ?? null,
      `${lead?.path}.seller`,
      base,
    ),
  }
}

/** A big make of shops writes `Offers` and `Availability` with capitals. */
const gather = (thing: Json, path: string): readonly Offer[] => {
  const own = listed(thing.offers ?? thing.Offers ?? (text(thing.price) === null ? [] : thing))
  const variants = listed(thing.hasVariant).flatMap((variant) => (isObject(variant) ? listed(variant.offers) : []))
  const all = [...own, ...variants].slice(0, MAX_OFFERS).filter(isObject)
  const nested = all.flatMap((offer) => [offer, ...listed(offer.offers).slice(0, MAX_OFFERS).filter(isObject)])
  return nested.map((node, index) => offerAt(node, `${path}.offers${nested.length > 1 ? `[${index}]` : ''}`))
}

const offerAt = (node: Json, path: string): Offer => {
  const price = found(text(node.price), `${path}.price`) ?? specified(node, path, false)
  return { node, path, price, amount: price === null ? Number.NaN : Number(price.text) }
}

const isListPrice = (spec: Json) =>
  /(?:List|Strikethrough|SRP|MSRP|Regular)Price|SalePriceWas/i.test(text(spec.priceType) ?? '')

/** The price in a priceSpecification: the asked one, or (`list`) the struck-through one. */
const specified = (node: Json, path: string, list: boolean): Found | null => {
  const specs = listed(node.priceSpecification).filter(isObject)
  const spec = specs.find((one) => isListPrice(one) === list && text(one.price) !== null)
  return found(text(spec?.price), `${path}.priceSpecification.price`)
}

const listPriceOf = ({ node, path }: Offer): Found | null => specified(node, path, true)

const lowest = (offers: readonly Offer[]): Offer | undefined => {
  const positive = offers.filter(({ amount }) => amount > 0)
  return (
    positive.reduce<Offer | undefined>(
      (best, one) => (best === undefined || one.amount < best.amount ? one : best),
      undefined,
    ) ?? offers[0]
  )
}

const spread = (offers: readonly Offer[]) => {
  const low = lowest(offers)
  const high = offers.reduce<Offer | undefined>(
    (best, one) => (one.amount > (best?.amount ?? 0) ? one : best),
    undefined,
  )
  return {
    low: low?.price ?? null,
    high: low !== undefined && high !== undefined && high.amount > low.amount ? high.price : null,
  }
}

const stated = ({ node, path }: Offer) => {
  const low = found(text(node.lowPrice), `${path}.lowPrice`)
  const high = found(text(node.highPrice), `${path}.highPrice`)
  return { low, high: high !== null && high.text !== low?.text ? high : null }
}

const firstStated = (offers: readonly (Offer | undefined)[], key: string): Found | null => {
  for (const offer of offers) {
    const value = offer === undefined ? null : found(text(offer.node[key]), `${offer.path}.${key}`)
    if (value !== null) return value
  }
  return null
}

/** What delivery costs, as stated. */
const shippingOf = (offer: Offer | undefined): Found | null => {
  const details = listed(offer?.node.shippingDetails).find(isObject)
  const rate = listed(details?.shippingRate).find(isObject)
  const [value, currency] = [text(rate?.value), text(rate?.currency)]
  return value === null ? null : found(`${value} ${currency ?? ''}`, `${offer?.path}.shippingDetails.shippingRate`)
}

const nestedCurrency = (offer: Offer | undefined): Found | null => {
  const spec = listed(offer?.node.priceSpecification).filter(isObject)[0]
  return found(text(spec?.priceCurrency), `${offer?.path}.priceSpecification.priceCurrency`)
}
