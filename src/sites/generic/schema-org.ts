import type { Found, RawSeller, RawVariant } from '../../domain.ts'
import { absolute, found, type Source, tidy } from './found.ts'
import { isObject, type Json, listed } from './json.ts'
import { offersOf } from './offers.ts'
import { plain, schemaName, text, unescaped } from './values.ts'

/** A thing for sale as structured data states it; `path` is where it stood (`jsonld:$[0]`, `microdata:Product`). */
export interface Thing {
  readonly node: Json
  readonly path: string
}

export const typesOf = (node: Json): readonly string[] =>
  listed(node['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''))

/** One schema.org node (Product, Vehicle, Offer with a name …) as raw fields. */
export const readThing = ({ node, path }: Thing, base: string): Source => {
  const item =
    typesOf(node).includes('Offer') && isObject(node.itemOffered) ? { ...node.itemOffered, ...named(node) } : node
  const money = offersOf(node, path, base)
  return {
    url: found(absolute(text(item.url), base), `${path}.url`),
    title: found(unescaped(text(item.name) ?? text(item.title)), `${path}.name`),
    description: found(plain(text(item.description)), `${path}.description`),
    ...money,
    brand: nameOf(item.brand ?? item.manufacturer, `${path}.brand`),
    sku: found(text(item.sku) ?? text(item.productID), `${path}.sku`) ?? money.sku ?? null,
    gtin: firstOf(item, path, ['gtin13', 'gtin', 'gtin14', 'gtin12', 'gtin8', 'isbn']) ?? money.gtin ?? null,
    condition: money.condition ?? found(schemaName(item.itemCondition), `${path}.itemCondition`),
    category: found(unescaped(categoryOf(item.category)), `${path}.category`),
    images: imagesOf(item.image, `${path}.image`, base),
    attributes: attributesOf(item, path),
    seller: money.seller ?? sellerOf(item.seller, `${path}.seller`, base),
    postedAt: firstOf(item, path, ['datePosted', 'datePublished']),
    ...ratingOf(item, `${path}.aggregateRating`),
    variants: variantsOf(item, path),
  }
}

const named = (offer: Json): Json => (text(offer.name) === null ? {} : { name: offer.name })

const nameOf = (value: unknown, path: string): Found | null => {
  const first = listed(value)[0]
  return isObject(first) ? found(unescaped(text(first.name)), `${path}.name`) : found(unescaped(text(first)), path)
}

const categoryOf = (value: unknown): string | null => {
  const first = listed(value)
  if (first.length > 1)
    return first
      .map((one) => text(isObject(one) ? one.name : one) ?? '')
      .filter(Boolean)
      .join(' > ')
  return isObject(first[0]) ? text(first[0].name) : text(first[0])
}

const firstOf = (node: Json, path: string, keys: readonly string[]): Found | null => {
  for (const key of keys) {
    const value = found(text(node[key]), `${path}.${key}`)
    if (value !== null) return value
  }
  return null
}

const imagesOf = (value: unknown, path: string, base: string): readonly Found[] =>
  listed(value)
    .slice(0, 50)
    .flatMap((one) => {
      const address = isObject(one) ? (text(one.contentUrl) ?? text(one.url) ?? text(one['@id'])) : text(one)
      return found(absolute(unescaped(address), base), path) ?? []
    })

export const sellerOf = (value: unknown, path: string, base: string): RawSeller | null => {
  const seller = listed(value)[0]
  if (typeof seller === 'string')
    return { name: found(unescaped(seller), path), url: null, location: null, phoneText: null, badges: [] }
  if (!isObject(seller)) return null
  const name = found(unescaped(text(seller.name)), `${path}.name`)
  if (name === null) return null
  const address = isObject(seller.address)
    ? (seller.address.addressLocality ?? seller.address.streetAddress)
    : seller.address
  return {
    name,
    url: found(absolute(text(seller.url), base), `${path}.url`),
    location: found(text(address), `${path}.address`),
    phoneText: found(text(seller.telephone), `${path}.telephone`),
    badges: [],
  }
}

/** Out of 5 whatever the stated scale; a rating of nothing by nobody is none. */
const ratingOf = (item: Json, path: string): Pick<Source, 'rating' | 'ratings'> => {
  const stated = listed(item.aggregateRating).find(isObject)
  if (stated === undefined) return {}
  const ratings = firstOf(stated, path, ['ratingCount', 'reviewCount'])
  const value = Number((text(stated.ratingValue) ?? '').replace(',', '.'))
  const best = Number(text(stated.bestRating) ?? 5)
  if (!(value > 0) || !(best > 0) || value > best) return { ratings }
  const source = best === 5 ? `${path}.ratingValue` : `${path}.ratingValue (out of ${best})`
  return { rating: found(String(Math.round((value * 500) / best) / 100), source), ratings }
}

const MAX_VARIANTS = 200

/** Choices with a name: variants of a group, or the single offers of an aggregate. */
const variantsOf = (item: Json, path: string): readonly RawVariant[] => {
  const group = listed(item.hasVariant).filter(isObject)
  const aggregated = listed(item.offers).flatMap((offer) => (isObject(offer) ? listed(offer.offers) : []))
  const [choices, at] =
    group.length > 0 ? [group, `${path}.hasVariant`] : [aggregated.filter(isObject), `${path}.offers.offers`]
  return choices.slice(0, MAX_VARIANTS).flatMap((choice, index) => {
    const offer = listed(choice.offers).find(isObject) ?? choice
    const name = found(unescaped(choiceName(choice)), `${at}[${index}].name`)
    return name === null ? [] : [{ name, price: found(text(offer.price), `${at}[${index}].price`) }]
  })
}

const choiceName = (choice: Json): string | null => {
  const item = isObject(choice.itemOffered) ? choice.itemOffered : choice
  const traits = ['color', 'size', 'material', 'pattern'].flatMap((trait) => {
    const value = item[trait]
    return text(isObject(value) ? value.name : value) ?? []
  })
  return traits.length > 0 ? traits.join(' / ') : text(item.name)
}

const PLAIN_ATTRIBUTES = [
  'color',
  'size',
  'material',
  'model',
  'mpn',
  'weight',
  'countryOfOrigin',
  'pattern',
  'vehicleModelDate',
  'mileageFromOdometer',
]

const attributesOf = (node: Json, path: string): Readonly<Record<string, Found>> => {
  const stated = listed(node.additionalProperty)
    .slice(0, 200)
    .filter(isObject)
    .map((one, index) => {
      const value = listed(one.value)
        .map((part) => text(isObject(part) ? (part.name ?? part.value) : part) ?? '')
        .join(', ')
      return [tidy(text(one.name) ?? ''), found(plain(value), `${path}.additionalProperty[${index}].value`)] as const
    })
  const own = PLAIN_ATTRIBUTES.map((key) => {
    const value = node[key]
    return [key, found(plain(text(isObject(value) ? (value.name ?? value.value) : value)), `${path}.${key}`)] as const
  })
  return Object.fromEntries(
    [...own, ...stated].filter((entry): entry is readonly [string, Found] => entry[0] !== '' && entry[1] !== null),
  )
}
