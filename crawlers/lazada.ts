// longer than most: a search card and a product page name the same things differently
import {
  addressAt,
  assignedJson,
  defineSite,
  differing,
  eachOnce,
  type Found,
  flagAt,
  goodsLinks,
  joined,
  type PageView,
  present,
  type Spot,
  sellerOf,
  spotAt,
  spotsAt,
  spotsWith,
  stated,
  textAt,
  textsAt,
  valueAt,
  withParameter,
} from '../src/sites/contract.ts'

/** Goods of lazada.vn: product pages and search pages by the state their scripts carry, and the same as JSON answers. */
export default defineSite({
  id: 'lazada',
  name: 'Lazada',
  hosts: [
    'lazada.vn',
    'www.lazada.vn',
    'm.lazada.vn',
    'pages.lazada.vn',
    'pdpdesc-m.lazada.vn',
    'acs-m.lazada.vn',
    's.lazada.vn',
  ],
  verified: 'shape',
  verifiedBy:
    'product pages: a 2024 recording of the same page state of Daraz Nepal (haruBlank00/cherry-client), 2026-11; search pages and signs: shapes in public code, no recording',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 20, filled: { price: 0.95, images: 0.95, seller: 0.9 } },

  key: (url) => keyOf(url),
  searchUrl: (query, page) => `https://www.lazada.vn/catalog/?q=${encodeURIComponent(query)}&page=${page}`,

  listing: (view) => {
    const goods = goodsOf(assignedJson(view.html, '__moduleData__'))
    return goods === null ? {} : stated(product(goods))
  },
  listings: (view) => {
    if (view.isJson) {
      const goods = goodsOf(view.data())
      return goods === null ? cardsIn(view).map(card) : [product(goods)]
    }
    const cards = cardsIn(view)
    return cards.length === 0 ? null : cards.map(card)
  },
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: cardsIn(view).map(addressOf),
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) =>
        hostname === view.url.hostname && /^\/(?:shop|tag)\/[^/]+\/?$/.test(pathname),
    }),

  // The wall's own script and its API's answers. The false “no result” is known by goods counted and none shown.
  signs: {
    blocked: [
      /location\.replace\("[^"]{0,400}_____tmd_____\/punish\?/,
      /<title>\s*Captcha Interception\s*<\/title>/i,
      /^\s*\{[^{}[\]]{0,600}(?:"rgv587_flag"|"ret":\s*\["(?:FAIL_SYS_USER_VALIDATE|RGV587_ERROR))/,
      /^(?![\s\S]*-i\d{5,}[-.])(?=[\s\S]*"listItems":\[\])[\s\S]*"totalResults":"?[1-9]/,
    ],
    removed: [
      /^\s*<(?![\s\S]*(?:skuInfos|listItems))[\s\S]*(?:Sản phẩm (?:này )?không còn tồn tại|This product is no longer available)/i,
    ],
  },
})

/** The item; which of its variants (-s…) was shown is no identity. Short links (s.lazada.vn) must be visited. */
const keyOf = ({ hostname, pathname, searchParams }: URL): string | null => {
  if (!/^(?:[a-z-]+\.)?lazada\.vn$/.test(hostname) || hostname === 's.lazada.vn') return null
  const named = /(?:^|[-/])i(\d{4,20})(?:-s\d{1,20})?\.html$/.exec(pathname)?.[1]
  const asked = /^\/(?:products|pdp)\//.test(pathname) ? searchParams.get('itemId') : null
  return named ?? (/^\d{4,20}$/.test(asked ?? '') ? asked : null)
}

const nextOf = (view: PageView): string | null => {
  if (!/^\/(?:catalog|tag|shop)\b/.test(view.url.pathname)) return null
  const page = Number(view.url.searchParams.get('page') ?? 1)
  const { value } = spotAt(stateOf(view), 'mainInfo')
  const [shown, all] = [Number(valueAt(value, 'pageSize')), Number(valueAt(value, 'totalResults'))]
  return page >= LAST_PAGE || page * shown >= all ? null : withParameter(view.url, 'page', page + 1)
}
/** Further pages repeat the last. */
const LAST_PAGE = 102

// ── search, category and shop pages ─────────────────────────────────────────

const stateOf = (view: PageView): Spot => ({
  value: view.isJson ? view.data() : assignedJson(view.html, 'pageData'),
  path: '',
})

const cardsIn = (view: PageView): readonly Spot[] => {
  const cards = spotsAt(stateOf(view), 'mods.listItems')
  return eachOnce(cards, (one) => keyOf(new URL(addressOf(one))))
}

/** Advertised goods lead through a counter; their number does not. */
const addressOf = (one: Spot): string => {
  const url = addressAt(textAt(one, 'itemUrl', 'productUrl')?.text, BASE)
  return url !== null && keyOf(url) !== null
    ? bare(url)
    : `${BASE}/products/pdp-i${textAt(one, 'itemId', 'nid')?.text}.html`
}

const BASE = 'https://www.lazada.vn'

/** Without what says where a click came from. */
const bare = (url: URL): string => `https://${url.host}${url.pathname}`

const bared = (found: Found | null): Found | null => {
  const url = addressAt(found?.text, BASE)
  return found === null || url === null ? null : { ...found, text: bare(url) }
}

const card = (one: Spot) => {
  const id = textAt(one, 'itemId', 'nid')
  const price = textAt(one, 'priceShow', 'price')
  const pictures = [textAt(one, 'image'), ...spotsAt(one, 'thumbs').map((thumb) => textAt(thumb, 'image'))]
  return {
    url: id && { text: addressOf(one), source: id.source },
    title: textAt(one, 'name'),
    description: joined(
      spotsAt(one, 'description').map((line) => textAt(line, '')),
      '\n',
    ),
    price,
    listPrice: differing(textAt(one, 'originalPriceShow', 'originalPrice'), price),
    currency: price && { text: 'VND', source: price.source },
    brand: textAt(one, 'brandName'),
    sku: textAt(one, 'skuId'),
    availability: flagAt(one, 'InStock', 'inStock'),
    images: present(pictures),
    sold: textAt(one, 'itemSoldCntShow'),
    rating: textAt(one, 'ratingScore'),
    ratings: textAt(one, 'review'),
    seller: sellerOf({
      name: textAt(one, 'sellerName'),
      location: textAt(one, 'location'),
      badges: spotsAt(one, 'icons').flatMap((icon) => mall(textAt(icon, 'domClass', 'alias'))),
    }),
  }
}

const mall = (mark: Found | null): readonly Found[] =>
  mark !== null && /^laz-?mall/i.test(mark.text) ? [{ text: 'LazMall', source: mark.source }] : []

// ── product pages ───────────────────────────────────────────────────────────

/** `data.root.fields` of a page; an API's answer has the same fields at another depth. */
const goodsOf = (data: unknown): Spot | null => spotsWith({ value: data, path: '' }, ['product', 'skuInfos'])[0] ?? null

const product = (goods: Spot) => {
  const sku = textAt(goods, 'primaryKey.skuId', 'skuInfos.0.skuId')
  const id = sku?.text ?? '0'
  const at = (...names: readonly string[]) =>
    textAt(goods, ...names.flatMap((name) => [`skuInfos.${id}.${name}`, `skuInfos.0.${name}`]))
  const price = at('price.salePrice.text', 'price.salePrice.value')
  return {
    url: bared(textAt(goods, 'product.link')),
    title: textAt(goods, 'product.title'),
    description: joined([textAt(goods, 'product.highlights'), textAt(goods, 'product.desc')], '\n'),
    price,
    listPrice: differing(at('price.originalPrice.text', 'price.originalPrice.value'), price),
    currency: textAt(goods, 'globalConfig.currency') ?? at('dataLayer.core.currencyCode'),
    brand: textAt(goods, 'product.brand.name'),
    sku,
    availability: stockOf(at('quantity.text'), at('quantity.limit.max')),
    category: joined(
      spotsAt(goods, 'skuInfos.0.dataLayer.pdt_category').map((one) => textAt(one, '')),
      ' > ',
    ),
    images: spotsAt(goods, 'skuGalleries.0').flatMap((one) =>
      valueAt(one.value, 'type') === 'img' ? (textAt(one, 'src') ?? []) : [],
    ),
    attributes: textsAt(goods, `specifications.${id}.features`),
    sold: textAt(goods, 'review.ratings.soldCountText', 'review.ratings.soldCount'),
    rating: textAt(goods, 'review.ratings.average', 'product.rating.score'),
    ratings: textAt(goods, 'review.ratings.rateCount', 'product.rating.total'),
    shipping: joined(
      spotsAt(goods, `deliveryOptions.${id}`).map((one) => textAt(one, 'title')),
      '; ',
    ),
    seller: sellerOf({
      name: textAt(goods, 'seller.name'),
      url: bared(textAt(goods, 'seller.url')),
      badges: [flagAt(goods, 'LazMall', 'product.mallTag')],
    }),
    variants: spotsAt(goods, 'productOption.skuBase.skus').flatMap((one) => variantOf(one, goods)),
  }
}

/** Words where something is amiss; else how many may be ordered. The stock counted beside them is 0 for goods on sale. */
const stockOf = (words: Found | null, most: Found | null): Found | null =>
  words ?? (most && { text: Number(most.text) > 0 ? 'InStock' : 'OutOfStock', source: most.source })

/** `30129:3781;30097:12` → the names of these values, `Đỏ, M`. */
const variantOf = (sku: Spot, goods: Spot) => {
  const path = textAt(sku, 'propPath')
  const values = spotsAt(goods, 'productOption.skuBase.properties').flatMap((one) => {
    const pid = textAt(one, 'pid')?.text
    return spotsAt(one, 'values').map(
      (value) => [`${pid}:${textAt(value, 'vid')?.text}`, textAt(value, 'name')] as const,
    )
  })
  const names = path?.text.split(';').map((pair) => values.find(([name]) => name === pair)?.[1] ?? null) ?? []
  const name = joined(names, ', ')
  const id = textAt(sku, 'skuId')?.text
  return name === null ? [] : [{ name, price: textAt(goods, `skuInfos.${id}.price.salePrice.text`) }]
}
