import { type Goods, goods, grouped, ld, type Make, paged } from './make.ts'

const BASE = 'https://den-may-bc.example'
const GOODS = goods(3, [
  'Đèn mây tre thả trần',
  'Đèn bàn gỗ xoan',
  'Đèn lồng giấy dó',
  'Bóng đèn sợi đốt',
  'Chao đèn vải lanh',
  'Đèn ngủ gốm',
])
const money = (amount: number) => `${grouped(amount)}₫`
const image = ({ id }: Goods, size = '1280x1280') =>
  `https://cdn11.bigcommerce.example/s-abc/images/stencil/${size}/products/${id}/4${id}/den__1${id}.jpg?c=1`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html class="no-js" lang="vi"><head><title>${title}</title>${head}<link rel="canonical" href="${BASE}"><script>window.stencilBootstrap = 1; var jsContext = JSON.parse("{}");</script></head>
<body><header class="header" role="banner"><nav class="navUser"><ul class="navUser-section"><li class="navUser-item navUser-item--cart"><a class="navUser-action" data-cart-preview href="/cart.php" aria-label="Giỏ hàng 1 món">Giỏ <span class="countPill cart-quantity">1</span></a></li><li><a class="navUser-action" href="/login.php">Đăng nhập</a></li></ul></nav><h1 class="header-logo"><a href="${BASE}/" class="header-logo__link"><img class="header-logo-image" src="https://cdn11.bigcommerce.example/s-abc/logo.png" alt="Đèn Mây" title="Đèn Mây"></a></h1><nav class="navPages"><ul class="navPages-list"><li class="navPages-item"><a class="navPages-action" href="${BASE}/den/">Đèn</a></li><li class="navPages-item"><a class="navPages-action" href="${BASE}/gioi-thieu/">Giới thiệu</a></li></ul></nav></header><main class="body" id="main-content"><div class="container">${body}</div></main><footer class="footer"><article><h3>Đăng ký nhận tin</h3><p>Giảm 50.000₫ cho đơn đầu</p></article><a href="${BASE}/sitemap.php">Sơ đồ trang</a></footer></body></html>`
const card = (one: Goods) =>
  `<li class="product"><article class="card" data-entity-id="${one.id}" data-name="${one.name}" data-product-price="${one.price}"><figure class="card-figure"><a href="${BASE}/${one.slug}/" class="card-figure__link" aria-label="${one.name}"><div class="card-img-container"><img src="${image(one, '500x659')}" alt="${one.name}" class="card-image lazyautosizes"></div></a><figcaption class="card-figcaption"><button type="button" class="button button--small card-figcaption-button quickview" data-product-id="${one.id}">Xem nhanh</button><a href="${BASE}/cart.php?action=add&amp;product_id=${one.id}" class="button button--small">Thêm vào giỏ</a></figcaption></figure><div class="card-body"><p class="card-text" data-test-info-type="brandName">Mây</p><h3 class="card-title"><a aria-label="${one.name}" href="${BASE}/${one.slug}/">${one.name}</a></h3><div class="card-text" data-test-info-type="price"><div class="price-section price-section--withoutTax non-sale-price--withoutTax" ${one.old === undefined ? 'style="display: none;"' : ''}><span data-product-non-sale-price-without-tax class="price price--non-sale">${one.old === undefined ? '' : money(one.old)}</span></div><div class="price-section price-section--withoutTax"><span class="price-label"></span><span data-product-price-without-tax class="price price--withoutTax">${money(one.price)}</span></div></div></div></article></li>`
const [first = [], second = []] = paged(GOODS, 4)
const list = (items: readonly Goods[], next: boolean) =>
  shell(
    'Đèn - Đèn Mây',
    `<nav aria-label="Breadcrumb"><ol class="breadcrumbs"><li class="breadcrumb"><a class="breadcrumb-label" href="${BASE}/"><span>Trang chủ</span></a></li><li class="breadcrumb is-active"><span>Đèn</span></li></ol></nav><h1 class="page-heading">Đèn</h1><div class="page"><main class="page-content" id="product-listing-container"><form class="actionBar"><select name="sort"><option value="featured">Nổi bật</option></select></form><ul class="productGrid">${items.map(card).join('')}</ul><nav class="pagination"><ul class="pagination-list"><li class="pagination-item"><a class="pagination-link" href="/den/?page=1">1</a></li><li class="pagination-item"><a class="pagination-link" href="/den/?page=2">2</a></li>${next ? '<li class="pagination-item pagination-item--next"><a class="pagination-link" href="/den/?page=2" aria-label="Tiếp">Tiếp <i class="icon"></i></a></li>' : ''}</ul></nav></main></div>`,
  )
const product = (one: Goods) =>
  shell(
    `${one.name} - Đèn Mây`,
    `<ul class="breadcrumbs"><li class="breadcrumb"><a class="breadcrumb-label" href="${BASE}/">Trang chủ</a></li><li class="breadcrumb"><a class="breadcrumb-label" href="${BASE}/den/">Đèn</a></li><li class="breadcrumb is-active">${one.name}</li></ul><div><div class="productView" data-event-type="product" data-entity-id="${one.id}"><section class="productView-details product-data"><div class="productView-product"><h1 class="productView-title">${one.name}</h1><h2 class="productView-brand"><a href="${BASE}/hang/may/"><span>Mây</span></a></h2><div class="productView-price">${one.old === undefined ? '' : `<div class="price-section price-section--withoutTax rrp-price--withoutTax" style="display: none;"><span>Giá hãng:</span><span data-product-rrp-price-without-tax class="price price--rrp"></span></div><div class="price-section price-section--withoutTax non-sale-price--withoutTax"><span>Giá trước:</span><span data-product-non-sale-price-without-tax class="price price--non-sale">${money(one.old)}</span></div>`}<div class="price-section price-section--withoutTax"><span class="price-now-label">Nay:</span><span data-product-price-without-tax class="price price--withoutTax">${money(one.price)}</span></div><div class="price-section price-section--saving price" style="display: none;"><span class="price">(Bạn tiết kiệm</span><span data-product-price-saved class="price price--saving"></span></div></div><dl class="productView-info"><dt class="productView-info-name sku-label">SKU:</dt><dd class="productView-info-value" data-product-sku>DM-${one.id}</dd><dt class="productView-info-name">Tình trạng:</dt><dd class="productView-info-value">${one.out ? 'Hết hàng' : 'Còn hàng'}</dd></dl></div></section><section class="productView-images" data-image-gallery><figure class="productView-image" data-zoom-image="${image(one)}"><div class="productView-img-container"><a href="${image(one)}" target="_blank"><img src="${image(one, '500x659')}" alt="${one.name}" class="productView-image--default"></a></div></figure></section><section class="productView-details product-options"><form class="form" method="post" action="${BASE}/cart.php" data-cart-item-add><input type="hidden" name="action" value="add"><input type="hidden" name="product_id" value="${one.id}"/><input id="form-action-addToCart" class="button button--primary" type="submit" value="Thêm vào giỏ"></form></section><article class="productView-description"><ul class="tabs"><li class="tab is-active"><a class="tab-title" href="#tab-description">Mô tả</a></li></ul><div class="tab-content is-active" id="tab-description"><p>${one.text}</p></div></article></div></div><ul class="tabs"><li class="tab"><a class="tab-title" href="#tab-related">Hàng liên quan</a></li></ul><div class="tabs-contents"><section class="productCarousel">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</section></div>`,
    `<meta property="product:price:amount" content="${one.price}" /><meta property="product:price:currency" content="VND" /><meta property="og:url" content="${BASE}/${one.slug}/" /><meta property="og:site_name" content="Đèn Mây" /><meta property="og:type" content="product" /><meta property="og:title" content="${one.name}" /><meta property="og:description" content="${one.text}" /><meta property="og:image" content="${image(one)}" /><meta property="og:availability" content="${one.out ? 'oos' : 'instock'}" /><meta property="pinterest:richpins" content="enabled" />${ld({ '@context': 'https://schema.org/', '@type': 'Product', name: one.name, sku: `DM-${one.id}`, url: `${BASE}/${one.slug}/`, brand: { '@type': 'Brand', url: `${BASE}/hang/may/`, name: 'Mây' }, description: one.text, image: image(one), offers: { '@type': 'Offer', priceCurrency: 'VND', price: String(one.price), itemCondition: 'https://schema.org/NewCondition', availability: `https://schema.org/${one.out ? 'OutOfStock' : 'InStock'}`, url: `${BASE}/${one.slug}/`, priceSpecification: [{ price: one.price, priceCurrency: 'VND', valueAddedTaxIncluded: false }] } })}`,
  ).replace(`<link rel="canonical" href="${BASE}">`, `<link rel="canonical" href="${BASE}/${one.slug}/">`)

export const bigcommerce: Make = {
  name: 'bigcommerce',
  base: BASE,
  pages: {
    '/': shell(
      'Đèn Mây',
      `<section class="heroCarousel"><a href="${BASE}/den/"><img src="/hero.jpg" alt=""></a></section><h2 class="page-heading">Hàng mới</h2><section class="productCarousel">${GOODS.slice(0, 2).map(card).join('')}</section>`,
    ),
    '/den/': list(first, true),
    '/den/?page=2': list(second, false),
    ...Object.fromEntries(GOODS.map((one) => [`/${one.slug}/`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/${one.slug}/`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `den__1${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `DM-${one.id}`,
  })),
}
