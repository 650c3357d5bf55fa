import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://giay-vai-sw.example'
const GOODS = goods(5, [
  'Giày vải đế cói',
  'Dép cói bện tay',
  'Guốc mộc quai da',
  'Giày lười vải bố',
  'Hài thêu hoa sen',
])
/** As ICU prints dong in German and Vietnamese channels: a no-break space before the sign. */
const money = (amount: number) => `${grouped(amount)}\u00a0₫`
const pathOf = ({ slug, id }: Goods) => `/${slug}/SW100${id}`
const image = ({ id }: Goods) => `${BASE}/media/ab/cd/ef/17${id}/giay-${id}.jpg?ts=17`
const shell = (
  title: string,
  cls: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi-VN" itemscope="itemscope" itemtype="https://schema.org/WebPage"><head><meta charset="utf-8"><title itemprop="name">${title}</title>${head}<link rel="stylesheet" href="${BASE}/theme/abc/css/all.css?17"><script>window.features = {}; window.activeNavigationId = 'a1';</script></head>
<body class="${cls}"><header class="header-main"><div class="header-logo-col"><a class="header-logo-main-link" href="/" title="Về trang chủ"><img src="${BASE}/media/logo.png" alt="Về trang chủ" class="img-fluid header-logo-main-img"></a></div><div class="header-cart" data-off-canvas-cart="true"><a class="btn header-cart-btn" href="/checkout/cart" title="Giỏ hàng"><span class="header-cart-total">${money(315000)}</span></a></div></header><nav class="main-navigation"><a class="nav-link main-navigation-link" href="${BASE}/Giay-dep/" itemprop="url" title="Giày dép"><div class="main-navigation-link-text"><span itemprop="name">Giày dép</span></div></a></nav><main class="content-main"><div class="container">${body}</div></main><footer class="footer-main"><a href="/Gioi-thieu/">Giới thiệu</a><p>* Giá đã gồm thuế, chưa gồm <a data-url="/widgets/cms/9">phí giao</a></p></footer></body></html>`
const card = (one: Goods) =>
  `<div class="cms-listing-col col-sm-6 col-lg-4"><div class="card product-box box-standard" data-product-information='{"id":"0${one.id}","name":"${one.name}"}'><div class="card-body"><div class="product-badges">${one.old === undefined ? '' : '<div><span class="badge bg-danger badge-discount"><span aria-hidden="true">%</span></span></div>'}</div><div class="product-image-wrapper"><a href="${BASE}${pathOf(one)}" title="${one.name}" class="product-image-link is-standard"><img src="${image(one)}" class="product-image is-standard" alt="${one.name}" loading="lazy"></a></div><div class="product-info"><a href="${BASE}${pathOf(one)}" class="product-name" title="${one.name}">${one.name}</a><div class="product-description">${one.text}</div><div class="product-price-info"><p class="product-price-unit"></p><div class="product-price-wrapper"><div class="product-cheapest-price"></div><span class="product-price${one.old === undefined ? '' : ' with-list-price'}">${money(one.price)}*${one.old === undefined ? '' : `<span class="list-price"><span class="list-price-price">${money(one.old)}*</span><span class="list-price-percentage">(9% saved)</span></span>`}</span></div></div><div class="product-action"><form action="/checkout/line-item/add" method="post" class="buy-widget"><input type="hidden" name="lineItems[0${one.id}][id]" value="0${one.id}"><button class="btn btn-buy">Thêm vào giỏ</button></form></div></div></div></div></div>`
const [first = [], second = []] = paged(GOODS, 3)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Giày dép',
    'is-ctl-navigation is-act-index',
    `<nav aria-label="breadcrumb"><ol class="breadcrumb" itemscope itemtype="https://schema.org/BreadcrumbList"><li class="breadcrumb-item" itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"><a href="${BASE}/Giay-dep/" class="breadcrumb-link is-active" title="Giày dép" itemprop="item"><link itemprop="url" href="${BASE}/Giay-dep/"><span class="breadcrumb-title" itemprop="name">Giày dép</span></a><meta itemprop="position" content="1"></li></ol></nav><div class="cms-element-product-listing"><div class="row cms-listing-row js-listing-wrapper">${items.map(card).join('')}</div><nav aria-label="pagination" class="pagination-nav"><ul class="pagination"><li class="page-item page-prev${page === 1 ? ' disabled' : ''}"><a href="${BASE}/Giay-dep/?p=${Math.max(1, page - 1)}" class="page-link" data-page="${Math.max(1, page - 1)}" aria-label="Trang trước"><span class="icon"></span></a></li><li class="page-item active"><a class="page-link" href="${BASE}/Giay-dep/?p=${page}">${page}</a></li>${page === 1 ? `<li class="page-item"><a class="page-link" href="${BASE}/Giay-dep/?p=2">2</a></li><li class="page-item page-next"><a href="${BASE}/Giay-dep/?p=2" class="page-link" aria-label="Trang sau"><span class="icon"></span></a></li>` : ''}</ul></nav></div>`,
  )
const product = (one: Goods) =>
  shell(
    `${one.name} | SW100${one.id}`,
    'is-ctl-product is-act-index',
    `<div class="product-detail" itemscope itemtype="https://schema.org/Product"><div class="product-detail-headline"><div class="row align-items-center product-detail-headline"><div class="col product-detail-name-container"><h1 class="product-detail-name" itemprop="name">${one.name}</h1></div></div></div><div class="row product-detail-main"><div class="col-lg-7 product-detail-media"><div class="gallery-slider"><img src="${image(one)}" class="img-fluid gallery-slider-image magnifier-image" alt="${one.name}" data-full-image="${image(one)}" itemprop="image"></div></div><div class="col-lg-5 product-detail-buy"><meta itemprop="gtin13" content="893456780${1000 + one.id}"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><meta itemprop="url" content="${BASE}${pathOf(one)}"><meta itemprop="priceCurrency" content="VND"><div class="product-detail-price-container"><meta itemprop="price" content="${one.price}"><p class="product-detail-price${one.old === undefined ? '' : ' with-list-price'}">${money(one.price)}*</p>${one.old === undefined ? '' : `<div class="product-detail-list-price-wrapper"><span class="list-price-price">${money(one.old)}*</span><span class="list-price-percentage">(9% saved)</span></div>`}</div><div class="product-detail-tax-container"><p class="product-detail-tax">Giá đã gồm thuế</p></div><div class="product-detail-delivery-information">${one.out ? '<link itemprop="availability" href="http://schema.org/LimitedAvailability"><p class="delivery-information delivery-soldout"><span class="delivery-status-indicator bg-danger"></span> Tạm hết hàng</p>' : '<link itemprop="availability" href="http://schema.org/InStock"><p class="delivery-information delivery-available"><span class="delivery-status-indicator bg-success"></span> Có sẵn, giao trong 2-5 ngày</p>'}</div><form action="/checkout/line-item/add" method="post" id="productDetailPageBuyProductForm"><button class="btn btn-primary btn-buy">Thêm vào giỏ</button></form></div><div class="product-detail-ordernumber-container"><span class="product-detail-ordernumber-label">Mã sản phẩm:</span><span class="product-detail-ordernumber" itemprop="sku">SW100${one.id}</span></div></div></div><div class="product-detail-tabs"><div class="tab-pane" id="description-tab-pane"><div class="product-detail-description-text" itemprop="description">${one.text}</div></div></div><div class="product-cross-selling"><div class="product-slider">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div></div></div>`,
    `<meta property="og:type" content="product"><meta property="og:site_name" content="Giày Vải"><meta property="og:url" content="${BASE}${pathOf(one)}"><meta property="og:title" content="${one.name} | SW100${one.id}"><meta property="og:image" content="${image(one)}"><meta property="product:price:amount" content="${one.price}"><meta property="product:price:currency" content="VND"><link rel="canonical" href="${BASE}${pathOf(one)}">`,
  )

export const shopware: Make = {
  name: 'shopware',
  base: BASE,
  pages: {
    '/': shell(
      'Giày Vải',
      'is-ctl-navigation is-act-home',
      `<div class="cms-page"><h2>Chào mừng</h2><p>Giày dép làm tay.</p><div class="product-slider">${GOODS.slice(0, 2).map(card).join('')}</div></div>`,
    ),
    '/Giay-dep/': list(1, first),
    '/Giay-dep/?p=2': list(2, second),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `giay-${one.id}.jpg`,
    ...(one.out ? {} : { availability: 'InStock' }),
    sku: `SW100${one.id}`,
  })),
}
