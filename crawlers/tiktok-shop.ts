// longer than most: goods stand in two vocabularies, those of their page and those of a card
import {
  attributesFrom,
  defineSite,
  differing,
  eachOnce,
  type Found,
  goodsLinks,
  joined,
  type PageView,
  parseLenient,
  present,
  type Spot,
  sellerOf,
  spotsAt,
  spotsWith,
  stated,
  statesOf,
  textAt,
} from '../src/sites/contract.ts'

/**
 * Goods of TikTok Shop by the state that its pages carry. Only the goods' own pages: what a short link (vt.tiktok.com)
 * leads to is known after a visit, and the shop's search is for the app alone.
 */
export default defineSite({
  id: 'tiktok-shop',
  name: 'TikTok Shop',
  hosts: [
    'shop.tiktok.com',
    'www.tiktok.com/view/product',
    'www.tiktok.com/shop',
    'tiktok.com/view/product',
    'tiktok.com/shop',
    'm.tiktok.com/view/product',
    'm.tiktok.com/shop',
  ],
  verified: 'none',
  verifiedBy:
    'no recording; addresses from public code, the names in the page state from memory of pages of 2024, 2026-11',
  needs: 'browser',
  currency: 'VND',
  expect: { minListings: 1, filled: { price: 0.9, seller: 0.9 } },

  key: (url) => keyOf(url),

  listing: (view) => {
    const goods = goodsIn(view).find((one) => textAt(one, ...ID)?.text === keyOf(view.url))
    return goods === undefined ? {} : stated(read(goods))
  },
  listings: (view) => {
    if (!view.isJson && keyOf(view.url) !== null) return null
    const goods = goodsIn(view)
    return view.isJson || goods.length > 0 ? goods.map(read) : null
  },
  links: (view) => goodsLinks(view, keyOf, { goods: goodsIn(view).map(addressOf), next: null }),

  // Only where the page's state holds no goods: a product's own words can be anything.
  signs: {
    removed: [
      /^\s*<(?![\s\S]*"product_base":)[\s\S]*(?:Sản phẩm (?:này )?hiện không có sẵn|Sản phẩm (?:này )?không còn (?:được bán|nữa)|Product (?:is )?not available in this (?:country|region))/i,
    ],
    blocked: [
      /^\s*<(?![\s\S]*"product_base":)[\s\S]*<title>\s*Security Check\s*<\/title>/i,
      /^\s*\{[^{}]{0,400}"decision_type":\s*"?(?:verify|block)/,
    ],
  },
})

/** 17 to 19 digits, at the end of whatever path. */
const keyOf = ({ hostname, pathname }: URL): string | null =>
  /^(?:(?:www|m|shop)\.)?tiktok\.com$/.test(hostname)
    ? (/^\/(?:view\/product|shop\/pdp(?:\/[^/]+)?|shop\/product|[a-z]{2}\/pdp(?:\/[^/]+)?|pdp(?:\/[^/]+)?)\/(\d{17,19})\/?$/.exec(
        pathname,
      )?.[1] ?? null)
    : null

/** Newer pages call the script by another name; what lies in it is the same. */
const STATES = [/id="__UNIVERSAL_DATA_FOR_REHYDRATION__"/g, /id="__MODERN_ROUTER_DATA__"/g, /id="SIGI_STATE"/g]
const ID = ['product_id', 'product_base.product_id']
const PRICE = [
  'base.price.real_price',
  'base.price.min_sku_price',
  'price_info.sale_price_format',
  'price_info.sale_price_decimal',
].map((name) => `product_${name}`)
const BEFORE = ['base.price.original_price', 'price_info.origin_price_format', 'price_info.origin_price_decimal'].map(
  (name) => `product_${name}`,
)

const goodsIn = (view: PageView): readonly Spot[] => {
  const states = statesOf(view, ...STATES)
  const goods = states.flatMap((state) => [
    ...spotsWith(state, ['product_id', 'product_base']),
    ...spotsWith(state, ['product_id', 'product_price_info']),
  ])
  return eachOnce(goods, (one) => keyOf(new URL(addressOf(one))))
}

const addressOf = (one: Spot): string => `https://shop.tiktok.com/view/product/${textAt(one, ...ID)?.text}`

const read = (one: Spot) => {
  const id = textAt(one, ...ID)
  const price = textAt(one, ...PRICE)
  const pictures = [...spotsAt(one, 'product_base.images'), ...spotsAt(one, 'images')].map((picture) =>
    textAt(picture, 'url_list[0]', 'thumb_url_list[0]'),
  )
  return {
    url: id && { text: addressOf(one), source: id.source },
    title: textAt(one, 'product_base.title', 'title'),
    description: wordsOf(textAt(one, 'product_base.desc_detail', 'description')),
    price,
    listPrice: differing(textAt(one, ...BEFORE), price),
    currency:
      textAt(one, 'product_base.price.currency', 'product_price_info.currency_name') ??
      (price && { text: 'VND', source: price.source }),
    category:
      joined(
        spotsAt(one, 'product_base.category_name_list').map((level) => textAt(level, '')),
        ' > ',
      ) ?? textAt(one, 'product_base.category_name'),
    images: present([...pictures, textAt(one, 'image.url_list[0]')]),
    attributes: attributesFrom(spotsAt(one, 'product_base.specifications'), 'name', 'value'),
    sold: textAt(one, 'product_base.sold_count', 'sold_info.sold_count'),
    rating: textAt(one, 'product_detail_review.product_rating', 'rate_info.score'),
    ratings: textAt(one, 'product_detail_review.review_count', 'rate_info.review_count'),
    seller: shopOf(one),
    variants: spotsAt(one, 'skus').flatMap((sku) => {
      const name = joined(
        spotsAt(sku, 'sku_sale_props').map((prop) => textAt(prop, 'prop_value')),
        ', ',
      )
      return name === null ? [] : [{ name, price: textAt(sku, 'price.real_price.price_str', 'price.real_price') }]
    }),
  }
}

/** The name in a shop's address may be any; its number decides. */
const shopOf = (one: Spot) => {
  const id = textAt(one, 'seller.seller_id', 'seller_info.seller_id', 'seller_id')
  return sellerOf({
    name: textAt(one, 'seller.name', 'seller_info.shop_name', 'seller_info.name'),
    url: id && { text: `https://www.tiktok.com/shop/store/-/${id.text}`, source: id.source },
    location: textAt(one, 'seller.seller_location'),
  })
}

/** The description is JSON in a string: paragraphs of text between pictures. */
const wordsOf = (found: Found | null): Found | null => {
  if (found === null || !found.text.startsWith('[')) return found
  const paragraphs = spotsWith({ value: parseLenient(found.text), path: '' }, ['type', 'text'])
  const words = joined(
    paragraphs.map((paragraph) => textAt(paragraph, 'text')),
    '\n',
  )
  return words === null ? null : { ...found, text: words.text }
}
