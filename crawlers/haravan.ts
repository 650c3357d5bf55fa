import {
  choicesOf,
  defineSite,
  isProductsPath,
  nextProducts,
  productsFeed,
  readProducts,
  sitemapOf,
  withoutCollection,
} from '../src/sites/contract.ts'

/** Shops on Haravan, a Vietnamese system modelled on Shopify. */
export default defineSite({
  id: 'haravan',
  name: 'Haravan',
  hosts: [],
  verified: 'shape',
  verifiedBy:
    '2018–2023 pages of Haravan shops quoted in public repositories (`Haravan.shop`, theme.hstatic.net); /products.json and `.js` (100 times the amount) from a description of the system, not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['Haravan.shop', 'theme.hstatic.net'],
  recognises: ({ html, marked, url }) => marked || (isProductsPath(url.pathname) && html.includes('hstatic.net')),

  listings: (view) => readProducts(view, (handle) => `/products/${handle}`),
  listing: (view) => ({ variants: choicesOf(view, 'select[name="id"] option') }),
  links: (view, found) =>
    view.isJson ? nextProducts(view) : [productsFeed(view, null), ...found.map(withoutCollection), ...sitemapOf(view)],
})
