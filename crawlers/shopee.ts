// longer than most: what is said of one item stands in three places, by which of the site's APIs answered
import {
  attributesFrom,
  defineSite,
  differing,
  eachOnce,
  type Found,
  flagAt,
  goodsLinks,
  joined,
  momentAt,
  type PageView,
  present,
  type Spot,
  scriptJson,
  sellerOf,
  spotsAt,
  spotsWith,
  stated,
  textAt,
  withParameter,
} from '../src/sites/contract.ts'

/** Items of shopee.vn: its pages, and answers of its own API, as a saved session holds them. */
export default defineSite({
  id: 'shopee',
  name: 'Shopee',
  hosts: [
    'shopee.vn',
    'www.shopee.vn',
    'm.shopee.vn',
    'mall.shopee.vn',
    's.shopee.vn',
    'shp.ee',
    'vn.shp.ee',
    'shope.ee',
  ],
  verified: 'shape',
  verifiedBy:
    'item/get, search and recommend v4: 2022–2024 recordings of the same API of Shopee Indonesia (siral-id/shopee-id-products, median314/ext-1688-single-product), 2026-11; get_pc, pages and signs: shapes in public code, no recording',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 20, filled: { price: 0.95, images: 0.95, seller: 0.9 } },

  key: (url) => keyOf(url),
  searchUrl: (query, page) => `https://shopee.vn/search?keyword=${encodeURIComponent(query)}&page=${page - 1}`,

  // The page served to search engines carries the API's answer; one that a browser rendered has JSON-LD at most.
  listing: ({ html, url }) => {
    const state = scriptJson(html, /type="text\/mfe-initial-data"/g).flatMap(({ value }) => itemsIn(value))
    const item = state.find((one) => keyOf(new URL(addressOf(one))) === keyOf(url))
    if (item !== undefined) return stated(read(item))
    const [goods] = scriptJson(html, /type="application\/ld\+json"/g).flatMap((one) => spotsWith(one, ['offers']))
    const shop = keyOf(url)?.split('.')[0]
    const name = goods === undefined ? null : textAt(goods, 'offers.seller.name')
    return {
      seller: {
        name,
        url: { text: `https://shopee.vn/shop/${shop}`, source: 'url' },
        location: null,
        phoneText: null,
        badges: [],
      },
    }
  },
  listings: (view) => (view.isJson ? itemsIn(view.data()).map(read) : null),
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: view.isJson ? itemsIn(view.data()).map(addressOf) : [],
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) =>
        hostname === view.url.hostname && /-cat\.\d+[.\d]*$|^\/shop\/\d+/.test(pathname),
    }),

  // Markup and answers of the platform itself: a seller's words can become neither.
  signs: {
    removed: [/class="[^"]{0,120}\bproduct-not-exist/, /^\s*\{(?:"bff_meta":\s*null,\s*)?"error":\s*4,/],
    blocked: [
      /^\s*\{[^{}]{0,600}"error":\s*90309999\b/,
      /^\s*<(?![\s\S]*(?:-i\.\d+\.\d|"@type":\s*"Product"))(?=[\s\S]*(?:Trang không khả dụng|Page Unavailable))[\s\S]*(?:đăng nhập (?:và|để) thử lại|log in and try again)/i,
    ],
    'login-wall': [/<title>\s*Đăng nhập ngay để bắt đầu mua sắm/],
  },
})

/** `<shop>.<item>`, in that order. Short links (s.shopee.vn, shp.ee, shope.ee) name neither: they must be visited. */
const keyOf = ({ hostname, pathname, searchParams }: URL): string | null => {
  if (!/^(?:(?:www|m|mall)\.)?shopee\.vn$/.test(hostname)) return null
  const asked = (name: string) => searchParams.get(`${name}id`) ?? searchParams.get(`${name}_id`) ?? ''
  const named = /^\/api\/v\d\/(?:item|pdp)\/get/.test(pathname)
    ? `${asked('shop')}/${asked('item')}`
    : (/-i\.(\d+\.\d+)\/?$/.exec(pathname)?.[1] ?? /^(?:\/universal-link)?\/[^/]+\/(\d+\/\d+)\/?$/.exec(pathname)?.[1])
  return /^\d{1,20}[./]\d{1,20}$/.test(named ?? '') ? (named ?? '').replace('/', '.') : null
}

/** Search and category pages count from 0, an API's answers by how many came before. */
const nextOf = ({ url, isJson }: PageView): string | null => {
  const asked = (name: string) => Number(url.searchParams.get(name) ?? 0)
  if (!isJson) {
    const indexed = /^\/(?:search|shop\/\d+\/search)$|-cat\.\d+[.\d]*$/.test(url.pathname)
    return indexed && asked('page') < LAST_PAGE ? withParameter(url, 'page', asked('page') + 1) : null
  }
  const name = ['newest', 'offset'].find((one) => url.searchParams.has(one))
  return name === undefined || asked('limit') === 0 ? null : withParameter(url, name, asked(name) + asked('limit'))
}
const LAST_PAGE = 99

/** get_pc's answers around their item; the items of all others, wherever they lie. */
const itemsIn = (data: unknown): readonly Spot[] => {
  const whole: Spot = { value: data, path: '' }
  const one = spotsWith(whole, ['item', 'product_review'])
  const items = one.length > 0 ? one : spotsWith(whole, ['itemid', 'shopid', 'name'])
  return eachOnce(items, (item) => keyOf(new URL(addressOf(item)))) // advertised goods stand among the found ones again
}

const SHOP = ['shopid', 'item.shop_id', 'item.shopid']
const addressOf = (item: Spot): string =>
  `https://shopee.vn/product/${textAt(item, ...SHOP)?.text}/${textAt(item, 'itemid', 'item.item_id', 'item.itemid')?.text}`

/** A field by any of its names, beside the item or in it. */
const at = (item: Spot, ...names: readonly string[]): Found | null =>
  textAt(item, ...names.flatMap((name) => [name, `item.${name}`]))

const read = (item: Spot) => {
  const id = at(item, 'itemid', 'item_id')
  const price = amount(item, 'price', 'price_min', 'product_price.price.single_value', 'product_price.price.range_min')
  const stock = at(item, 'stock')
  const said = attributesFrom(
    [...both(item, 'attributes'), ...spotsAt(item, 'product_attributes.attrs')],
    'name',
    'value',
  )
  return {
    url: id && { text: addressOf(item), source: id.source },
    title: at(item, 'name', 'title'),
    description: at(item, 'description'),
    price,
    priceMax: amount(item, 'price_max', 'product_price.price.range_max'),
    listPrice: differing(amount(item, 'price_before_discount', 'price_min_before_discount'), price),
    currency: at(item, 'currency') ?? (id && { text: 'VND', source: id.source }),
    brand: at(item, 'brand'),
    availability: stock && { text: Number(stock.text) > 0 ? 'InStock' : 'OutOfStock', source: stock.source },
    condition: said['Tình trạng'] ?? said['Tình trạng sản phẩm'] ?? null,
    category: joined(
      [...both(item, 'categories'), ...spotsAt(item, 'product_attributes.categories')].map((one) =>
        textAt(one, 'display_name'),
      ),
      ' > ',
    ),
    images: picturesOf(item),
    attributes: said,
    seller: shopOf(item),
    postedAt: momentAt(item, 'ctime', 1000) ?? momentAt(item, 'item.ctime', 1000),
    sold: at(item, 'product_review.historical_sold', 'historical_sold', 'global_sold', 'sold'),
    rating: at(item, 'product_review.rating_star', 'item_rating.rating_star'),
    ratings: at(item, 'product_review.total_rating_count', 'item_rating.rating_count[0]'),
    shipping: flag(item, 'Miễn phí vận chuyển', 'show_free_shipping'),
    variants: both(item, 'models').flatMap((model) => {
      const name = textAt(model, 'name')
      return name === null ? [] : [{ name, price: amount(model, 'price') }]
    }),
  }
}

/** The API counts in hundred-thousandths of the currency, cheap goods too; 0 and −1 mean that there is none. */
const amount = (item: Spot, ...names: readonly string[]): Found | null => {
  const stand = names.map((name) => at(item, name)).find((found) => found !== null && Number(found.text) > 0)
  return stand ? { text: String(Number(stand.text) / 100_000), source: stand.source } : null
}

const both = (item: Spot, name: string): readonly Spot[] => [...spotsAt(item, name), ...spotsAt(item, `item.${name}`)]

const flag = (item: Spot, label: string, ...names: readonly string[]): Found | null =>
  flagAt(item, label, ...names.flatMap((name) => [name, `item.${name}`]))

/** Pictures are named by id. */
const picturesOf = (item: Spot): readonly Found[] => {
  const ids = [...both(item, 'images'), ...spotsAt(item, 'product_images.images')].flatMap(
    (one) => textAt(one, '') ?? [],
  )
  const named = ids.length > 0 ? ids : present([at(item, 'image')])
  return named.map(({ text, source }) => ({ text: `https://down-vn.img.susercontent.com/file/${text}`, source }))
}

/** The shop's number outlives its names. */
const shopOf = (item: Spot) => {
  const id = textAt(item, ...SHOP)
  return sellerOf({
    name: at(item, 'shop_name', 'shop_detailed.name', 'shop_detailed.account.username'),
    url: id && { text: `https://shopee.vn/shop/${id.text}`, source: id.source },
    location: at(item, 'shop_location', 'shop_detailed.shop_location'),
    badges: [
      flag(item, 'Shopee Mall', 'is_official_shop', 'shop_detailed.is_official_shop'),
      flag(item, 'Yêu thích+', 'is_preferred_plus_seller', 'shop_detailed.is_preferred_plus_seller'),
      flag(item, 'Yêu thích', 'shopee_verified', 'shop_detailed.is_shopee_verified'),
    ],
  })
}
