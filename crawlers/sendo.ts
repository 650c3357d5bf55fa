import {
  addressAt,
  assignedJson,
  attributesFrom,
  defineSite,
  differing,
  eachOnce,
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
  withParameter,
} from '../src/sites/contract.ts'

/** Goods of sendo.vn: pages by the state they carry, and answers of its own API. */
export default defineSite({
  id: 'sendo',
  name: 'Sendo',
  hosts: ['sendo.vn', 'www.sendo.vn', 'm.sendo.vn', 'searchlist-api.sendo.vn', 'detail-api.sendo.vn', 'mapi.sendo.vn'],
  verified: 'none',
  verifiedBy: 'no recording; addresses from public code, names of fields as public code read them until 2022, 2026-11',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 20, filled: { price: 0.95, images: 0.9 } },

  key: (url) => keyOf(url),
  searchUrl: (query, page) => `https://www.sendo.vn/tim-kiem?q=${encodeURIComponent(query)}&p=${page}`,

  listing: (view) => {
    const goods = goodsIn(view).find((one) => keyOf(new URL(addressOf(one, view.url))) === keyOf(view.url))
    return goods === undefined ? {} : stated(read(goods, view.url))
  },
  listings: (view) => {
    if (!view.isJson && keyOf(view.url) !== null) return null
    const goods = goodsIn(view)
    return view.isJson || goods.length > 0 ? goods.map((one) => read(one, view.url)) : null
  },
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: goodsIn(view).map((one) => addressOf(one, view.url)),
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) => hostname === view.url.hostname && /^\/shop\/[^/]+\/?$/.test(pathname),
    }),

  // Only where the page shows no goods: a product's own words can be anything.
  signs: {
    removed: [
      /^\s*<(?![\s\S]*"final_price":)[\s\S]*<h[1-4][^<>]{0,200}>\s*Sản phẩm (?:này )?(?:không tồn tại|đã ngừng bán)\s*</i,
    ],
  },
})

/** Number at the end of the name: `/<slug>-<id>.html`, of the API `/full/<slug>-<id>`. */
const keyOf = ({ hostname, pathname }: URL): string | null => {
  if (hostname === 'detail-api.sendo.vn') return /^\/full\/[^/]*-(\d{4,20})\/?$/.exec(pathname)?.[1] ?? null
  if (!/^(?:(?:www|m)\.)?sendo\.vn$/.test(hostname)) return null
  return /^\/(?:san-pham\/)?[^/]*-(\d{4,20})(?:\.html|\/)$/.exec(pathname)?.[1] ?? null
}

const nextOf = ({ url, isJson }: PageView): string | null => {
  const name = isJson ? 'page' : 'p'
  const page = Number(url.searchParams.get(name) ?? 1)
  const indexed = /^\/(?:tim-kiem|shop\/[^/]+|web\/products)\/?$/.test(url.pathname)
  return indexed && page < LAST_PAGE ? withParameter(url, name, page + 1) : null
}
/** Beyond it nobody looks, and a shop that answers every page with goods would never end. */
const LAST_PAGE = 100

const goodsIn = (view: PageView): readonly Spot[] => {
  const whole: Spot = { value: view.isJson ? view.data() : assignedJson(view.html, '__INITIAL_STATE__'), path: '' }
  const goods = [...spotsWith(whole, ['name', 'final_price']), ...spotsWith(whole, ['name', 'sale_price_min'])]
  return eachOnce(goods, (one) => keyOf(new URL(addressOf(one, view.url))))
}

/** A detail answer names its goods' page in its own address alone. */
const addressOf = (one: Spot, from: URL): string => {
  const url = addressAt(
    textAt(one, 'category_path', 'cat_path', 'url_path', 'product_url')?.text,
    'https://www.sendo.vn/',
  )
  if (url !== null && keyOf(url) !== null) return `https://www.sendo.vn${url.pathname}`
  if (keyOf(from) === null) return `https://www.sendo.vn/-${textAt(one, 'id', 'product_id')?.text}.html`
  return `https://www.sendo.vn${from.pathname.replace(/^\/full/, '').replace(/(?:\.html|\/)?$/, '.html')}`
}

const read = (one: Spot, from: URL) => {
  const price = textAt(one, 'final_price', 'sale_price_min', 'price')
  const pictures = spotsAt(one, 'media').map((medium) => textAt(medium, 'image', 'image_500x500'))
  const shop = textAt(one, 'shop_info.shop_url', 'shop.url', 'shop_info.shop_alias')
  return {
    url: price && { text: addressOf(one, from), source: `json:$.${spotAt(one, '').path}` },
    title: textAt(one, 'name'),
    description: textAt(one, 'description_info.description', 'description', 'short_description'),
    price,
    priceMax: textAt(one, 'final_price_max', 'sale_price_max'),
    listPrice: differing(textAt(one, 'price', 'default_price_min', 'price_min'), price),
    currency: price && { text: 'VND', source: price.source },
    brand: textAt(one, 'brand_info.name', 'brand_name'),
    sku: textAt(one, 'sku', 'sku_user'),
    category: joined(
      spotsAt(one, 'category_info').map((level) => textAt(level, 'title')),
      ' > ',
    ),
    images: present(pictures.length > 0 ? pictures : [textAt(one, 'image')]),
    attributes: attributesFrom(spotsAt(one, 'attribute'), 'name', 'value[0].name'),
    sold: textAt(one, 'order_count', 'sold', 'quantity_sold'),
    rating: textAt(one, 'rating_info.percent_star', 'rating.rated'),
    ratings: textAt(one, 'rating_info.total_rated', 'rating.total_rated'),
    seller: sellerOf({
      name: textAt(one, 'shop_info.shop_name', 'shop.name', 'shop_name'),
      url: shop && { ...shop, text: shop.text.includes('/') ? shop.text : `https://www.sendo.vn/shop/${shop.text}` },
      location: textAt(one, 'shop_info.warehourse_region_name', 'shop.ware_house_region_name'),
      badges: [flagAt(one, 'Sendo Official', 'is_senmall', 'shop_info.is_senmall', 'shop.is_senmall')],
    }),
  }
}
