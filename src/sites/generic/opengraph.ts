import type { Found } from '../../domain.ts'
import { absolute, found, type Source } from './found.ts'
import type { Head } from './head.ts'

/** OpenGraph, product and Twitter metas as fields. */
export const readMetas = (head: Head, base: string): Source => {
  const first = (...names: readonly string[]): Found | null => {
    for (const name of names) {
      const value = found(head.meta(name), `meta:${name}`)
      if (value !== null) return value
    }
    return null
  }
  return {
    title: first('og:title', 'twitter:title'),
    description: first('og:description', 'twitter:description', 'description'),
    price: first('product:sale_price:amount', 'product:price:amount', 'og:price:amount', 'product:price'),
    currency: first('product:sale_price:currency', 'product:price:currency', 'og:price:currency'),
    listPrice: first('product:original_price:amount', 'og:price:standard_amount'),
    brand: first('product:brand', 'og:brand'),
    sku: first('product:retailer_item_id', 'product:retailer_part_no', 'product:sku'),
    gtin: first('product:ean', 'product:upc', 'product:gtin', 'product:isbn'),
    availability: first('product:availability', 'og:availability'),
    condition: first('product:condition'),
    category: first('product:category'),
    images: [...new Set(head.images)]
      .slice(0, 30)
      .flatMap((image) => found(absolute(image, base), 'meta:og:image') ?? []),
  }
}
