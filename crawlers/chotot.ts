import {
  attributesFrom,
  defineSite,
  eachOnce,
  type Found,
  flagAt,
  goodsLinks,
  joined,
  momentAt,
  type PageView,
  present,
  type Spot,
  sellerOf,
  spotAt,
  spotsAt,
  spotsWith,
  stated,
  statesOf,
  textAt,
  valueAt,
  withParameter,
} from '../src/sites/contract.ts'

/** Advertisements of Chợ Tốt and its sisters (Nhà Tốt, Chợ Tốt Xe). A telephone number that a reader must ask for is never read. */
export default defineSite({
  id: 'chotot',
  name: 'Chợ Tốt',
  hosts: [
    'chotot.com',
    'www.chotot.com',
    'm.chotot.com',
    'xe.chotot.com',
    'nha.chotot.com',
    'nhatot.com',
    'www.nhatot.com',
    'gateway.chotot.com',
  ],
  verified: 'shape',
  verifiedBy:
    'names of fields in public code that reads the ad-listing API (dhhiep/chotot-scraper), 2026-11; no recording',
  needs: 'http',
  currency: 'VND',
  expect: { minListings: 15, filled: { price: 0.7, seller: 0.9, postedAt: 0.9 } },

  key: (url) => keyOf(url),
  searchUrl: (query, page) => `https://www.chotot.com/mua-ban?q=${encodeURIComponent(query)}&page=${page}`,

  listing: (view) => {
    const ad = adsIn(view).find((one) => textAt(one, 'list_id')?.text === keyOf(view.url))
    return stated({ ...(ad === undefined ? {} : read(ad, paramsIn(view))), availability: soldOf(view) })
  },
  listings: (view) => {
    if (!view.isJson && keyOf(view.url) !== null) return null
    const ads = adsIn(view)
    return view.isJson || ads.length > 0 ? ads.map((ad) => read(ad, ads.length === 1 ? paramsIn(view) : [])) : null
  },
  links: (view) =>
    goodsLinks(view, keyOf, {
      goods: adsIn(view).map(addressOf),
      next: nextOf(view),
      isIndex: ({ hostname, pathname }) =>
        hostname === view.url.hostname && /^\/(?:cua-hang\/|mua-ban-)[^/]+$/.test(pathname),
    }),

  // Sold or expired goods that the page still describes are not gone.
  signs: {
    removed: [
      /^\s*<(?![\s\S]*(?:"ad_params":|"@type":\s*"Product"))[\s\S]*<h[1-6][^<>]{0,200}>\s*Tin (?:đăng |rao )?(?:này )?(?:đã (?:bị ẩn|hết hạn|bán|được bán|bị xóa)|không (?:còn )?tồn tại)/i,
    ],
  },
})

/** A heading of its own above goods that are gone to somebody. */
const soldOf = ({ html }: PageView): Found | null => {
  const text = /<h[1-3][^<>]{0,200}>\s*((?:Tin|Tin đăng|Sản phẩm)(?: này)? đã (?:được )?bán)\s*</i.exec(html)?.[1]
  return text === undefined ? null : { text, source: 'css:h1, h2, h3' }
}

/** Number of the advertisement, the same on every sister site and in the API; its `ad_id` is another. */
const keyOf = ({ hostname, pathname }: URL): string | null => {
  if (hostname === 'gateway.chotot.com') return /^\/v\d\/public\/ad-listing\/(\d{6,12})$/.exec(pathname)?.[1] ?? null
  if (!/^(?:(?:www|m|xe|nha)\.)?(?:chotot|nhatot)\.com$/.test(hostname)) return null
  return /[/-](\d{6,12})\.html?$/.exec(pathname)?.[1] ?? null
}

/** No query gives more than its first 10,000; beyond them it must be split by region or category. */
const MOST = 10_000
const SHOWN = 20
const STATE = /id="__NEXT_DATA__"/g

const nextOf = (view: PageView): string | null => {
  const asked = (name: string, otherwise: number) => Number(view.url.searchParams.get(name) ?? otherwise)
  if (!view.isJson) {
    const page = asked('page', 1)
    const indexed = /^\/(?:(?:[a-z-]+\/)?mua-ban|cua-hang\/|user\/)/.test(view.url.pathname)
    return indexed && page * SHOWN < MOST ? withParameter(view.url, 'page', page + 1) : null
  }
  const next = asked('o', 0) + asked('limit', SHOWN)
  const total = Number(valueAt(view.data(), 'total'))
  return next < Math.min(total, MOST) ? withParameter(view.url, 'o', next) : null
}

const adsIn = (view: PageView): readonly Spot[] => {
  const ads = statesOf(view, STATE).flatMap((state) => spotsWith(state, ['list_id', 'subject']))
  return eachOnce(ads, (ad) => keyOf(new URL(addressOf(ad))))
}

/** What the seller chose in the form; on a page that describes one advertisement. */
const paramsIn = (view: PageView): readonly Spot[] =>
  statesOf(view, STATE)
    .flatMap((state) => spotsWith(state, ['ad', 'ad_params']).slice(0, 1))
    .flatMap((one) =>
      Object.keys(Object(valueAt(one.value, 'ad_params'))).map((name) => spotAt(one, `ad_params.${name}`)),
    )

const addressOf = (ad: Spot): string => `https://www.chotot.com/${textAt(ad, 'list_id')?.text}.htm`

const read = (ad: Spot, params: readonly Spot[]) => {
  const id = textAt(ad, 'list_id')
  const price = textAt(ad, 'price_string', 'price')
  const said = attributesFrom([...params, ...spotsAt(ad, 'params')], 'label', 'value')
  const pictures = spotsAt(ad, 'images').map((picture) => textAt(picture, ''))
  return {
    url: id && { text: addressOf(ad), source: id.source },
    title: textAt(ad, 'subject'),
    description: textAt(ad, 'body'),
    price,
    currency: price && { text: 'VND', source: price.source },
    condition: textAt(ad, 'condition_ad_name') ?? said['Tình trạng'] ?? null,
    category: textAt(ad, 'category_name'),
    images: present(pictures.length > 0 ? pictures : [textAt(ad, 'image', 'webp_image')]),
    attributes: said,
    postedAt: momentAt(ad, 'list_time', 1),
    rating: textAt(ad, 'average_rating'),
    ratings: textAt(ad, 'total_rating'),
    seller: accountOf(ad),
  }
}

const accountOf = (ad: Spot) => {
  const [account, shop] = [textAt(ad, 'account_oid'), textAt(ad, 'shop_alias', 'shop.alias')]
  const page = account ? `user/${account.text}` : `cua-hang/${shop?.text}`
  const named = account ?? shop
  return sellerOf({
    name: textAt(ad, 'account_name', 'shop.name'),
    url: named && { text: `https://www.chotot.com/${page}`, source: named.source },
    location: joined([textAt(ad, 'ward_name'), textAt(ad, 'area_name'), textAt(ad, 'region_name')], ', '),
    badges: [flagAt(ad, 'Bán chuyên', 'company_ad')],
  })
}
