// longer than most: a product page, a search card and whose offer of a product it is, in one vocabulary
import {
  addressAt,
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
  spotsAt,
  spotsWith,
  stated,
  statesOf,
  textAt,
  valueAt,
  withParameter,
} from '../src/sites/contract.ts'

/** Goods of tiki.vn: pages by the state they carry, and answers of its own API, which have the same objects. */
export default defineSite({
  id: 'tiki',
  name: 'Tiki',
  hosts: ['tiki.vn', 'www.tiki.vn', 'm.tiki.vn', 'api.tiki.vn', 'ti.ki'],
  verified: 'recording',
  verifiedBy:
    'product page: a 2024-10 recording of tiki.vn (hiepp2010/crawl), 2026-11; search and shop pages and API answers: the same objects in public code, not recorded; signs not recorded',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 20, filled: { price: 0.95, images: 0.95, rating: 0.5 } },

  key: (url) => keyOf(url),
  searchUrl: (query, page) => `https://tiki.vn/search?q=${encodeURIComponent(query)}&page=${page}`,

  listing: (view) => {
    const goods = goodsIn(view).find((one) => textAt(one, 'id')?.text === keyOf(view.url)?.split('/')[0])
    return goods === undefined ? {} : stated(read(goods))
  },
  listings: (view) => {
    if (!view.isJson && keyOf(view.url) !== null) return null
    const goods = goodsIn(view)
    return view.isJson || goods.length > 0 ? goods.map(read) : null
  },
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: goodsIn(view).map(addressOf),
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) =>
        hostname === view.url.hostname && /^\/cua-hang\/[^/]+$|\/c\d+$/.test(pathname),
    }),

  // Only where no goods are shown: a product's own words can be anything.
  signs: {
    removed: [
      /^\s*<(?![\s\S]*"current_seller":)[\s\S]*<title>\s*(?:404\b|Không tìm thấy|Rất tiếc, trang bạn tìm)/i,
      /^\s*<(?![\s\S]*"current_seller":)[\s\S]*"page":"\/(?:404|_error)","query":/,
      /^\s*\{"error":\{"code":"?404\b/,
    ],
  },
})

/** `<product>`, or `<product>/<offer>` where the URL says whose offer (spid) of the product is shown. */
const keyOf = ({ hostname, pathname, searchParams }: URL): string | null => {
  if (!/^(?:(?:www|m|api)\.)?tiki\.vn$/.test(hostname)) return null
  const id =
    /(?:^\/|-)p(\d{3,20})\.html$/.exec(pathname)?.[1] ??
    /^\/(?:product-detail\/)?api\/v\d\/products\/(\d{3,20})$/.exec(pathname)?.[1]
  const offer = searchParams.get('spid') ?? ''
  if (id === undefined) return null
  return /^\d{1,20}$/.test(offer) ? `${id}/${offer}` : id
}

const nextOf = (view: PageView): string | null => {
  const { url, isJson } = view
  const page = Number(url.searchParams.get('page') ?? 1)
  const last = isJson ? Number(valueAt(view.data(), 'paging.last_page')) : LAST_PAGE
  const indexed = isJson || /^\/(?:search|cua-hang\/[^/]+)$|\/c\d+$/.test(url.pathname)
  return indexed && page < last ? withParameter(url, 'page', page + 1) : null
}
/** What a search goes to: 2,000 goods of 40 each. */
const LAST_PAGE = 50

const goodsIn = (view: PageView): readonly Spot[] => {
  const goods = statesOf(view, /id="__NEXT_DATA__"/g).flatMap((state) =>
    spotsWith(state, ['id', 'name', 'price', 'url_key']),
  )
  return eachOnce(goods, (one) => keyOf(new URL(addressOf(one))))
}

const addressOf = (one: Spot): string => {
  const url = addressAt(textAt(one, 'url_path')?.text, 'https://tiki.vn/')
  const path =
    url !== null && keyOf(url) !== null
      ? url.pathname
      : `/${textAt(one, 'url_key')?.text}-p${textAt(one, 'id')?.text}.html`
  const offer =
    textAt(one, 'current_seller.product_id', 'seller_product_id')?.text ?? url?.searchParams.get('spid') ?? null
  return `https://tiki.vn${path}${offer === null ? '' : `?spid=${offer}`}`
}

const read = (one: Spot) => {
  const id = textAt(one, 'id')
  const price = textAt(one, 'price')
  const pictures = spotsAt(one, 'images').map((picture) => textAt(picture, 'base_url', 'large_url'))
  const crumbs = spotsAt(one, 'breadcrumbs').filter((crumb) => valueAt(crumb.value, 'category_id') !== 0)
  return {
    url: id && { text: addressOf(one), source: id.source },
    title: textAt(one, 'name'),
    description: textAt(one, 'description', 'short_description'),
    price,
    listPrice: differing(textAt(one, 'original_price', 'list_price'), price),
    currency: price && { text: 'VND', source: price.source },
    brand: textAt(one, 'brand.name', 'brand_name'),
    sku: textAt(one, 'sku'),
    availability: textAt(one, 'inventory_status', 'availability_text'),
    category:
      joined(
        crumbs.map((crumb) => textAt(crumb, 'name')),
        ' > ',
      ) ?? textAt(one, 'categories.name', 'primary_category_name'),
    images: present(pictures.length > 0 ? pictures : [textAt(one, 'thumbnail_url')]),
    attributes: attributesFrom(
      spotsAt(one, 'specifications').flatMap((group) => spotsAt(group, 'attributes')),
      'name',
      'value',
    ),
    sold: textAt(one, 'all_time_quantity_sold', 'quantity_sold.value', 'quantity_sold.text'),
    rating: textAt(one, 'rating_average'),
    ratings: textAt(one, 'review_count'),
    seller: shopOf(one),
    variants: spotsAt(one, 'configurable_products').flatMap((choice) => {
      const name = joined([textAt(choice, 'option1'), textAt(choice, 'option2')], ', ') ?? textAt(choice, 'name')
      return name === null ? [] : [{ name, price: textAt(choice, 'price') }]
    }),
  }
}

/** Tiki's own shop is seller 1; no other can have the number. */
const shopOf = (one: Spot) => {
  const own = textAt(one, 'current_seller.id', 'seller_id')
  return sellerOf({
    name: textAt(one, 'current_seller.name', 'seller.name', 'seller_name'),
    url: textAt(one, 'current_seller.link', 'seller.url'),
    badges: [
      flagAt(one, 'Official Store', 'current_seller.is_official', 'seller.is_official'),
      own?.text === '1' ? { text: 'Tiki Trading', source: own.source } : null,
    ],
  })
}
