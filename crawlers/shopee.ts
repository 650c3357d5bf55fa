// longer than most: prices, seller and variants of one item stand in three places, by which API answered
import {
  defineSite,
  type Found,
  goodsLinks,
  type Link,
  type PageView,
  type Spot,
  scriptJson,
  spotAt,
  spotsAt,
  spotsWith,
  stated,
  textAt,
  withParameter,
} from '../src/sites/contract.ts'

/** Items of shopee.vn: its pages, and the answers of its own API that a saved page or a HAR holds. */
export default defineSite({
  id: 'shopee',
  name: 'Shopee',
  hosts: ['shopee.vn', 'www.shopee.vn', 'm.shopee.vn', 'mall.shopee.vn', 's.shopee.vn', 'shp.ee', 'vn.shp.ee', 'shope.ee'],
  verified: 'shape',
  verifiedBy:
    'item/get, search_items and recommend v4 against 2022–2024 recordings of the same API of Shopee Indonesia (siral-id/shopee-id-products, median314/ext-1688-single-product); get_pc, pages and signs from public code only',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 20, filled: { price: 0.95, images: 0.95, seller: 0.9 } },

  // Shop first, then item. Short links (s.shopee.vn, shp.ee, shope.ee) name nothing: they must be visited.
  key: ({ hostname, pathname, searchParams }) => {
    if (!/^(?:(?:www|m|mall)\.)?shopee\.vn$/.test(hostname)) return null
    const api = /^\/api\/v\d\/(?:item\/get|pdp\/get)/.test(pathname)
    const asked = [['shopid', 'shop_id'], ['itemid', 'item_id']].map(([a = '', b = '']) => searchParams.get(a) ?? searchParams.get(b))
    const [, shop, item] = api
      ? ['', ...asked]
      : (/-i\.(\d{1,20})\.(\d{1,20})\/?$/.exec(pathname) ?? /^(?:\/universal-link)?\/[^/]+\/(\d{1,20})\/(\d{1,20})\/?$/.exec(pathname) ?? [])
    return /^\d{1,20}$/.test(shop ?? '') && /^\d{1,20}$/.test(item ?? '') ? `${shop}.${item}` : null
  },
  searchUrl: (query, page) => `https://shopee.vn/search?keyword=${encodeURIComponent(query)}&page=${page - 1}`,

  // The page a search engine is served carries the item's API answer; the one a browser renders may not.
  listing: (view) => {
    const [item] = spotsWith({ value: scriptJson(view.html, /type="text\/mfe-initial-data"/g), path: '' }, ITEM)
    return item === undefined ? {} : stated(read(item))
  },
  listings: (view) => (view.isJson ? itemsOf(view).map(read) : null),
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: view.isJson ? itemsOf(view).flatMap((item) => urlOf(item)?.text ?? []) : [],
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) =>
        hostname === view.url.hostname && /-cat\.\d+(?:\.\d+){0,4}$|^\/shop\/\d+/.test(pathname),
    }),

  signs: {
    // Markup of the platform, which a seller's words cannot become, and the first lines of its API's answers.
    removed: [/class="[^"]{0,120}\bproduct-not-exist/, /^\s*\{(?:"bff_meta":\s*null,\s*)?"error":\s*4,/],
    blocked: [/^\s*\{[^{}]{0,600}"error":\s*90309999\b/, /<title>[^<]{0,60}(?:Xác minh lưu lượng|Traffic Verification)/i],
    'login-wall': [/<title>\s*Đăng nhập ngay để bắt đầu mua sắm/, /^\s*\{[^{}]{0,600}"error":\s*19,/],
  },
})

const ITEM = ['models', 'tier_variations'] as const
const keyOf = (url: URL): string | null => shopee.key(url)
