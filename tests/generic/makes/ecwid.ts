import { type Goods, goods, grouped, ld, type Make } from './make.ts'

const BASE = 'https://muoi-ot-ecwid.example'
const GOODS = goods(12, [
  'Muối ớt Tây Ninh',
  'Tôm khô loại vừa',
  'Mắm ruốc bà Tư',
  'Bánh tráng phơi sương',
  'Tiêu sọ hạt',
])
const money = (amount: number) => `₫${grouped(amount, ',')}`
const pathOf = ({ slug, id }: Goods) => `/store/${slug}-p5500${id}`
const image = ({ id }: Goods) => `https://d2j6dbq0eux0bg.ecwidcdn.example/images/9001/55${id}.jpg`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body id="ecwid_html" class="ec-body"><div class="ins-page"><div class="ins-header"><a class="ins-header__logo" href="${BASE}/">Muối Ớt Cô Ba</a><nav><a href="${BASE}/store">Cửa hàng</a><a href="${BASE}/store/cart">Giỏ</a></nav></div><div class="ecwid ec-size ec-store ec-store--no-transition"><div class="ec-wrapper"><div class="ec-store__content-wrapper">${body}</div></div></div><div class="ins-footer">© 2026</div></div></body></html>`
const card = (one: Goods) =>
  `<div class="grid-product grid-product--id-5500${one.id}"><div class="grid-product__wrap" data-product-id="5500${one.id}"><div class="grid-product__wrap-inner"><div class="grid-product__image-wrap"><a href="${BASE}${pathOf(one)}" class="grid-product__image"><div class="grid-product__picture-wrapper"><img alt="${one.name}" class="grid-product__picture" src="${image(one)}"></div></a>${one.out ? '<div class="grid-product__label ec-label"><div class="label__text">Hết hàng</div></div>' : ''}</div><a href="${BASE}${pathOf(one)}" class="grid-product__title"><div class="grid-product__title-inner">${one.name}</div></a><div class="grid-product__sku"><div class="grid-product__sku-inner">SKU MO${one.id}</div></div><div class="grid-product__price"><div class="grid-product__price-amount"><div class="grid-product__price-value ec-price-item">${money(one.price)}</div></div>${one.old === undefined ? '' : `<div class="grid-product__price-compare"><s class="grid-product__price-value ec-price-item">${money(one.old)}</s></div>`}</div></div></div></div>`
const product = (one: Goods) =>
  shell(
    one.name,
    `<div class="product-details product-details--layout-two-columns"><div class="product-details__gallery details-gallery"><div class="details-gallery__main-image-container"><div class="details-gallery__image-wrapper"><img class="details-gallery__picture details-gallery__photoswipe-index-0" title="${one.name}" alt="${one.name}" src="${image(one)}"></div></div></div><div class="product-details__sidebar"><div class="ec-breadcrumbs breadcrumbs"><a href="${BASE}/store" class="breadcrumbs__link ec-link">Cửa hàng</a><span class="breadcrumbs__delimiter">/</span><a href="${BASE}${pathOf(one)}" class="ec-breadcrumbs-last">${one.name}</a></div><h1 class="product-details__product-title ec-header-h3">${one.name}</h1><div class="product-details__product-sku ec-text-muted">SKU MO${one.id}</div><div class="product-details__product-price-row"><div class="product-details__product-price ec-price-item"><span class="details-product-price__value ec-price-item notranslate">${money(one.price)}</span></div>${one.old === undefined ? '' : `<div class="product-details__product-compare-to-price"><span class="details-product-price-compare__container"><s class="details-product-price-compare__value ec-price-item notranslate">${money(one.old)}</s></span><span class="product-details-module__save"> (bạn bớt ${money(one.old - one.price)})</span></div>`}</div><div class="product-details__product-in-stock"><div class="details-product-purchase__in-stock-status">${one.out ? 'Hết hàng' : 'Còn hàng'}</div></div><div class="product-details__action-block"><div class="details-product-purchase__controls"><button class="form-control__button" type="button" ${one.out ? 'disabled' : ''}><span class="form-control__button-text">Thêm vào giỏ</span></button></div></div><div class="product-details__general-info"><div class="product-details__product-description"><p>${one.text}</p></div></div></div></div><div class="ec-related-products ec-related-products--few"><div class="ec-related-products__title">Bạn có thể thích</div><div class="ec-grid grid"><div class="grid__products">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div></div></div>`,
    `<link rel="canonical" href="${BASE}${pathOf(one)}"><meta property="og:title" content="${one.name}"><meta property="og:image" content="${image(one)}"><meta property="og:url" content="${BASE}${pathOf(one)}"><meta property="og:type" content="product"><meta property="product:price:amount" content="${one.price}"><meta property="product:price:currency" content="VND">${ld({ '@context': 'http://schema.org/', '@type': 'Product', name: one.name, image: [image(one)], description: one.text, sku: `MO${one.id}`, offers: { '@type': 'Offer', availability: `http://schema.org/${one.out ? 'OutOfStock' : 'InStock'}`, price: one.price, priceCurrency: 'VND', url: BASE + pathOf(one) } })}`,
  )

export const ecwid: Make = {
  name: 'ecwid',
  base: BASE,
  pages: {
    '/': shell('Muối Ớt Cô Ba', `<h1>Đặc sản cô Ba</h1><p>Từ Trảng Bàng.</p><a href="${BASE}/store">Xem tất cả</a>`),
    '/store': shell(
      'Cửa hàng',
      `<div class="ec-page-title"><h1 class="page-title__name">Cửa hàng</h1></div><div class="ec-grid grid"><div class="grid__wrap"><div class="grid__products">${GOODS.slice(0, 3).map(card).join('')}</div><div class="ec-pager"><span class="pager__number pager__number--current">1</span><a class="pager__number" href="${BASE}/store?offset=3">2</a><a class="pager__button pager__button--next" href="${BASE}/store?offset=3"><span class="pager__button-text">Tiếp theo</span></a></div></div></div>`,
    ),
    '/store?offset=3': shell(
      'Cửa hàng',
      `<div class="ec-page-title"><h1 class="page-title__name">Cửa hàng</h1></div><div class="ec-grid grid"><div class="grid__wrap"><div class="grid__products">${GOODS.slice(3).map(card).join('')}</div><div class="ec-pager"><a class="pager__number" href="${BASE}/store">1</a><span class="pager__number pager__number--current">2</span></div></div></div>`,
    ),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `55${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `MO${one.id}`,
  })),
}
