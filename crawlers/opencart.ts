import { choicesOf, defineSite, type Link, mentions } from '../src/sites/contract.ts'

/** Shops on OpenCart. It publishes no data for programs unless a shop adds an extension. */
export default defineSite({
  id: 'opencart',
  name: 'OpenCart',
  hosts: [],
  verified: 'recording',
  verifiedBy: '2026-11 recording of an OpenCart 4.1 shop; the marks of versions 2 and 3 from documented shapes',
  needs: 'http',
  currency: null,
  expect: { minListings: 1, filled: { price: 0.9, description: 0.7, images: 0.9 } },

  recognises: ({ html, headers }) =>
    (headers['set-cookie'] ?? '').includes('OCSESSID') ||
    mentions(html, ['catalog/view/javascript/', 'catalog/view/theme/', 'route=product/product', 'route=common/home']),

  listing: (view) => {
    const [description] = view.texts('#tab-description')
    const variants = choicesOf(view, '#product select[name^="option"] option')
    return {
      ...(description === undefined ? {} : { description }),
      variants: variants.map(({ name }) => ({ name, price: null })),
    }
  },
  links: (_, found) => found.map(goodsAlone),
})

/** The way a visitor came to the goods (category, maker, search) is in their address too: one address, read once. */
const goodsAlone = (link: Link): Link => {
  const url = new URL(link.url)
  if (!/^product\/product$/.test(url.searchParams.get('route') ?? '')) return link
  for (const name of [...url.searchParams.keys()])
    if (name !== 'route' && name !== 'product_id' && name !== 'language') url.searchParams.delete(name)
  return { ...link, url: url.href.replace('product%2Fproduct', 'product/product') }
}
