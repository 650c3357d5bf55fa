import { choicesOf, defineSite, type Link } from '../src/sites/contract.ts'

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

  marks: ['catalog/view/javascript/', 'catalog/view/theme/'],
  recognises: ({ headers, marked }) => marked || (headers['set-cookie'] ?? '').includes('OCSESSID'),

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

/**
 * The way a visitor came to the goods (category, maker, page of a list) is in their address too, as parameters or, in
 * version 4, as steps of the path: one address, the canonical one where there is a path, read once.
 */
const goodsAlone = (link: Link): Link => {
  const url = new URL(link.url)
  if (url.searchParams.get('route') === 'product/product') {
    const id = url.searchParams.get('product_id')
    return id === null ? link : { ...link, url: `${url.origin}${url.pathname}?route=product/product&product_id=${id}` }
  }
  const [, start, slug] = /^(\/(?:[^/]+\/)?product\/)(?:[^/]+\/)*([^/]+)$/.exec(url.pathname) ?? []
  return link.role === 'listing' && slug !== undefined ? { ...link, url: `${url.origin}${start}${slug}` } : link
}
