import {
  choicesOf,
  defineSite,
  isProductsPath,
  nextProducts,
  type PageView,
  productsFeed,
  readProducts,
  sitemapOf,
  withoutCollection,
} from '../src/sites/contract.ts'

/** Shops on Shopify. `/products.json` is public unless the shop switches it off; it does not state its currency. */
export default defineSite({
  id: 'shopify',
  name: 'Shopify',
  hosts: [],
  verified: 'recording',
  verifiedBy:
    '2026-07 products.json of one shop (udsy19/material-bank_data-scrape); `.js` and the pages from documented shapes, not recorded',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['Shopify.shop = ', 'shopify-digital-wallet', 'shopifycloud/'],
  recognises: ({ html, marked, headers, url }) =>
    marked ||
    headers['x-shopid'] !== undefined ||
    // The others that publish products in this shape keep their pictures on hosts of their own.
    (isProductsPath(url.pathname) &&
      ['"handle"', '"variants"'].every((name) => html.includes(name)) &&
      !['hstatic.net', 'dktcdn.net'].some((host) => html.includes(host))),

  listings: (view) => readProducts(view, (handle) => `/products/${handle}`),
  listing: (view) => ({ variants: choicesOf(view, 'select[name="id"] option') }),
  links: (view, found) =>
    view.isJson
      ? nextProducts(view)
      : [productsFeed(view, currencyOf(view)), ...found.map(withoutCollection), ...sitemapOf(view)],
})

/** What a script on every page tells of the currency in use. */
const currencyOf = ({ html }: PageView): string | null =>
  /Shopify\.currency\s?=\s?\{\s?"active"\s?:\s?"([A-Z]{3})"/.exec(html)?.[1] ?? null
