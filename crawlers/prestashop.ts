import { defineSite, type PageView } from '../src/sites/contract.ts'

/** Shops on PrestaShop. Its own pages carry structured data; the classic theme names what differs. */
export default defineSite({
  id: 'prestashop',
  name: 'PrestaShop',
  hosts: [],
  verified: 'none',
  verifiedBy: 'the classic theme of PrestaShop 1.7 and 8 as documented; no recording',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  marks: ['var prestashop = ', 'content="PrestaShop"', '/modules/ps_'],
  recognises: ({ headers, marked }) =>
    marked || /prestashop/i.test(`${headers['powered-by'] ?? ''} ${headers['set-cookie'] ?? ''}`),

  listing: (view) => ({ ...printed(view), variants: choices(view) }),
})

/** What the theme prints of the goods themselves; cards of other goods use other classes. */
const printed = (view: PageView) => {
  const [listPrice] = view.texts('.product-discount .regular-price')
  const [sku] = view.texts('.product-reference span, [itemprop="sku"]')
  return { ...(listPrice === undefined ? {} : { listPrice }), ...(sku === undefined ? {} : { sku }) }
}

const choices = (view: PageView) =>
  view
    .texts('.product-variants select option, .product-variants .radio-label, .product-variants .color .sr-only')
    .map((name) => ({ name, price: null }))
