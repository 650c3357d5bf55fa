import {
  defineSite,
  type Found,
  foundAt,
  type PageView,
  parseLenient,
  sitemapOf,
  valueAt,
} from '../src/sites/contract.ts'

/** Shops on Magento (Adobe Commerce). Related goods use the same price boxes, so its own are asked for inside the main box. */
export default defineSite({
  id: 'magento',
  name: 'Magento (Adobe Commerce)',
  hosts: [],
  verified: 'none',
  verifiedBy: 'the Luma and blank themes of Magento 2 as documented; no recording',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['text/x-magento-init', '/skin/frontend/'],
  recognises: ({ headers, marked }) =>
    marked || headers['x-magento-vary'] !== undefined || (headers['set-cookie'] ?? '').includes('X-Magento-Vary'),

  listing: (view) => {
    const price = (type: string) =>
      view.sections(`${MAIN} [data-price-type="${type}"]`)[0]?.maybeAttr(':scope', 'data-price-amount')
    const [final, old] = [price('finalPrice'), price('oldPrice')]
    const [sku] = view.texts(`${MAIN} .sku .value`)
    return {
      ...(final ? { price: final, currency: currencyOf(view) } : {}),
      ...(old ? { listPrice: old } : {}),
      ...(sku === undefined ? {} : { sku }),
      variants: configurations(view),
    }
  },
  links: (view, found) => [...found, ...sitemapOf(view)],
})

const MAIN = '.product-info-main'

/** `data-price-amount` is bare: the currency stands in a meta, or beside the printed price. */
const currencyOf = (view: PageView): Found | null =>
  view.sections('[itemprop="priceCurrency"], [property="product:price:currency"]')[0]?.maybeAttr(':scope', 'content') ??
  view.texts(`${MAIN} .price`)[0] ??
  null

/** Sizes and colours with their prices, from what the page holds for its script. */
const configurations = (view: PageView) => {
  const script = /<script type="text\/x-magento-init">([^<]{0,400000}"optionPrices"[^<]{0,400000})<\/script>/.exec(
    view.html,
  )?.[1]
  const config = script === undefined ? undefined : search(parseLenient(script))
  const prices = valueAt(config, 'optionPrices')
  if (typeof prices !== 'object' || prices === null) return []
  return Object.keys(prices)
    .slice(0, 200)
    .flatMap((id) => {
      const text = labelsOf(config, id).join(' / ')
      const price = foundAt(prices, `${id}.finalPrice.amount`, 'optionPrices')
      return text === '' ? [] : [{ name: { text, source: 'json:$.attributes' }, price }]
    })
}

/** The object that has `optionPrices`: it lies under a selector and the name of a widget. */
const search = (data: unknown, depth = 0): unknown => {
  if (typeof data !== 'object' || data === null || depth > 6) return undefined
  if (Object.hasOwn(data, 'optionPrices')) return data
  return Object.values(data)
    .map((inner) => search(inner, depth + 1))
    .find((hit) => hit !== undefined)
}

const labelsOf = (config: unknown, product: string): readonly string[] => {
  const attributes = valueAt(config, 'attributes')
  return Object.values(attributes ?? {}).flatMap((attribute: unknown) => {
    const options = valueAt(attribute, 'options')
    const own = (Array.isArray(options) ? options : []).find((option: unknown) => {
      const products = valueAt(option, 'products')
      return Array.isArray(products) && products.some((id: unknown) => String(id) === product)
    })
    return foundAt(own, 'label')?.text ?? []
  })
}
