import { choicesOf, defineSite, isProductsPath, nextProducts, readProducts, sitemapOf } from '../src/sites/contract.ts'

/** Shops on Sapo (formerly Bizweb): goods at the root, `/<alias>`. No public list is known, so the sitemap leads to them. */
export default defineSite({
  id: 'sapo',
  name: 'Sapo (Bizweb)',
  hosts: [],
  verified: 'shape',
  verifiedBy:
    '2021–2023 pages of Sapo shops quoted in public repositories (`Bizweb.store`, bizweb.dktcdn.net); JSON in the shape of products.json and the sitemap are not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['Bizweb.store', 'bizweb.dktcdn.net/assets/'],
  recognises: ({ html, marked, url }) => marked || (isProductsPath(url.pathname) && html.includes('dktcdn.net')),

  listings: (view) => readProducts(view, (handle) => `/${handle}`),
  listing: (view) => ({ variants: choicesOf(view, 'select[name="variantId"] option') }),
  links: (view, found) => (view.isJson ? nextProducts(view) : [...found, ...sitemapOf(view)]),
})
