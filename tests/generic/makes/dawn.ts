import { type Goods, goods, grouped, ld, type Make } from './make.ts'

/** Shopify with Dawn: the usual and the sale price are both printed and styled away by a class; half have no JSON-LD. */
const BASE = 'https://dawn.example'
const GOODS = goods(31, ['Áo len cừu', 'Khăn choàng đũi', 'Mũ nồi dạ', 'Găng tay móc', 'Túi vải bố'])
const money = (amount: number) => `${grouped(amount)}₫`
const CDN = '//dawn.example/cdn/shop/files'
const shell = (title: string, head: string, body: string) =>
  `<!doctype html><html class="js" lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} &ndash; Nhà Len</title>${head}<script>window.performance && window.performance.mark && window.performance.mark('shopify.content_for_header.start');</script><script id="shopify-features" type="application/json">{"accessToken":"x","betas":["rich-media-storefront-analytics"],"domain":"dawn.example","predictiveSearch":true,"shopId":661,"locale":"vi"}</script><script>var Shopify = Shopify || {};Shopify.shop = "nha-len.myshopify.com";Shopify.locale = "vi";Shopify.currency = {"active":"VND","rate":"1.0"};Shopify.country = "VN";Shopify.theme = {"name":"Dawn","id":1321,"schema_name":"Dawn","schema_version":"15.2.0"};</script></head><body class="gradient"><a class="skip-to-content-link button visually-hidden" href="#MainContent">Chuyển đến nội dung</a><cart-drawer class="drawer is-empty"><div id="CartDrawer" class="cart-drawer"><div class="drawer__inner gradient color-scheme-1" role="dialog" aria-modal="true" aria-label="Giỏ hàng của bạn"><div class="drawer__inner-empty"><div class="cart-drawer__warnings center"><h2 class="cart__empty-text">Giỏ hàng của bạn đang trống</h2><a href="/collections/all" class="button">Tiếp tục mua sắm</a></div></div><div class="drawer__footer"><div class="cart-drawer__footer"><div class="totals" role="status"><h2 class="totals__total">Tổng ước tính</h2><p class="totals__total-value">0 VND</p></div></div></div></div></div></cart-drawer><div id="shopify-section-sections--1__announcement-bar" class="shopify-section announcement-bar-section"><p class="announcement-bar__message h5"><span>Miễn phí vận chuyển từ 800.000₫</span></p></div><sticky-header class="header-wrapper"><header class="header header--middle-left header--mobile-center page-width"><h1 class="header__heading"><a href="/" class="header__heading-link link focus-inset"><span class="h2">Nhà Len</span></a></h1><nav class="header__inline-menu"><ul class="list-menu list-menu--inline" role="list"><li><a id="HeaderMenu-shop" href="/collections/all" class="header__menu-item list-menu__item link">Tất cả</a></li><li><a href="/pages/contact" class="header__menu-item">Liên hệ</a></li></ul></nav><a href="/cart" class="header__icon header__icon--cart link" id="cart-icon-bubble"><span class="visually-hidden">Giỏ hàng</span></a></header></sticky-header><main id="MainContent" class="content-for-layout focus-none" role="main" tabindex="-1">${body}</main><footer class="footer color-scheme-1"><div class="footer__content-bottom"><small class="copyright__content">&copy; 2026, <a href="/" title="">Nhà Len</a></small></div></footer></body></html>`
const price = (one: Goods, large: boolean) =>
  `<div class="price ${large ? 'price--large' : ''}${one.out ? ' price--sold-out ' : ''}${one.old ? ' price--on-sale ' : ''} price--show-badge"><div class="price__container"><div class="price__regular"><span class="visually-hidden visually-hidden--inline">Giá thông thường</span><span class="price-item price-item--regular">${money(one.price)}</span></div><div class="price__sale"><span class="visually-hidden visually-hidden--inline">Giá thông thường</span><span><s class="price-item price-item--regular">${one.old ? money(one.old) : ''}</s></span><span class="visually-hidden visually-hidden--inline">Giá ưu đãi</span><span class="price-item price-item--sale price-item--last">${money(one.price)}</span></div><small class="unit-price caption hidden"><span class="visually-hidden">Đơn giá</span><span class="price-item price-item--last"><span></span><span aria-hidden="true">/</span><span class="visually-hidden">&nbsp;trên&nbsp;</span><span></span></span></small></div>${large ? '<span class="badge price__badge-sale color-scheme-5">Giảm giá</span><span class="badge price__badge-sold-out color-scheme-3">Đã bán hết</span>' : ''}</div>`
const picture = (one: Goods) => `len-${one.id}.jpg`
const card = (one: Goods) =>
  `<li class="grid__item scroll-trigger animate--slide-in"><div class="card-wrapper product-card-wrapper underline-links-hover"><div class="card card--standard card--media" style="--ratio-percent: 125.0%;"><div class="card__inner color-scheme-2 gradient ratio"><div class="card__media"><div class="media media--transparent media--hover-effect"><img srcset="${CDN}/${picture(one)}?v=17&width=165 165w,${CDN}/${picture(one)}?v=17&width=360 360w" src="${CDN}/${picture(one)}?v=17&width=533" alt="" class="motion-reduce" loading="lazy"></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading"><a href="/products/${one.slug}" class="full-unstyled-link">${one.name}</a></h3></div><div class="card__badge bottom left">${one.out ? '<span class="badge">Đã bán hết</span>' : ''}${one.old ? '<span class="badge">Giảm giá</span>' : ''}</div></div></div><div class="card__content"><div class="card__information"><h3 class="card__heading h5"><a href="/products/${one.slug}" id="CardLink-${one.id}" class="full-unstyled-link" aria-labelledby="CardLink-${one.id} Badge-${one.id}">${one.name}</a></h3><div class="card-information">${price(one, false)}</div></div></div></div></div></li>`
const head = (one: Goods) =>
  `<link rel="canonical" href="${BASE}/products/${one.slug}"><meta property="og:site_name" content="Nhà Len"><meta property="og:url" content="${BASE}/products/${one.slug}"><meta property="og:title" content="${one.name}"><meta property="og:type" content="product"><meta property="og:description" content="${one.text}"><meta property="og:image" content="http:${CDN}/${picture(one)}?v=17"><meta property="og:price:amount" content="${grouped(one.price)}"><meta property="og:price:currency" content="VND">`
const product = (one: Goods, at: number) =>
  shell(
    one.name,
    head(one),
    `<section id="MainProduct-t" class="shopify-section section"><product-info id="MainProduct-template" data-section="t" data-product-id="${one.id}" data-url="/products/${one.slug}"><div class="page-width"><div class="product product--large product--left product--thumbnail grid grid--1-col grid--2-col-tablet"><div class="grid__item product__media-wrapper"><media-gallery id="MediaGallery" role="region" class="product__column-sticky" aria-label="Trình xem thư viện"><ul class="product__media-list contains-media grid grid--peek list-unstyled slider slider--mobile" role="list"><li class="product__media-item grid__item slider__slide is-active" data-media-id="t-${one.id}"><div class="product-media-container media-type-image media-fit-contain"><modal-opener class="product__modal-opener no-js-hidden" data-modal="#ProductModal"><div class="product__media media media--transparent"><img src="${CDN}/${picture(one)}?v=17&width=1946" alt="" srcset="${CDN}/${picture(one)}?v=17&width=493 493w, ${CDN}/${picture(one)}?v=17&width=1946 1946w" width="1946" height="2432"></div></modal-opener></div></li></ul></media-gallery></div><div class="product__info-wrapper grid__item"><section id="ProductInfo" class="product__info-container product__column-sticky"><p class="product__text inline-richtext caption-with-letter-spacing">Nhà Len</p><div class="product__title"><h1>${one.name}</h1><a href="/products/${one.slug}" class="product__title"><h2 class="h1">${one.name}</h2></a></div><div id="price-template" role="status">${price(one, true)}</div><div class="product__tax caption rte">Đã bao gồm thuế. <a href="/policies/shipping-policy">Phí vận chuyển</a> được tính khi thanh toán.</div><div class="product-form__input product-form__quantity"><label class="quantity__label form__label">Số lượng</label><quantity-input class="quantity"><input class="quantity__input" type="number" name="quantity" min="1" value="1"></quantity-input></div><product-form class="product-form" data-hide-errors="false"><form method="post" action="/cart/add" id="product-form-t" class="form" novalidate="novalidate" data-type="add-to-cart-form"><input type="hidden" name="form_type" value="product"><input type="hidden" name="id" value="${one.id}001" class="product-variant-id"><div class="product-form__buttons"><button type="submit" name="add" class="product-form__submit button button--full-width button--secondary" ${one.out ? 'disabled' : ''}><span>${one.out ? 'Đã bán hết' : 'Thêm vào giỏ hàng'}</span></button></div></form></product-form><pickup-availability class="product__pickup-availabilities no-js-hidden"></pickup-availability><div class="product__description rte quick-add-hidden"><p>${one.text}</p></div></section></div></div></div></product-info>${
      at % 2 === 0
        ? ld({
            '@context': 'http://schema.org/',
            '@id': `/products/${one.slug}#product`,
            '@type': 'Product',
            name: one.name,
            offers: {
              '@type': 'Offer',
              availability: 'http://schema.org/InStock',
              price: `${one.price}`,
              priceCurrency: 'VND',
              url: `${BASE}/products/${one.slug}?variant=${one.id}001`,
            },
            brand: { '@type': 'Brand', name: 'Nhà Len' },
            image: `https:${CDN}/${picture(one)}?v=17&width=1920`,
            url: `${BASE}/products/${one.slug}`,
          })
        : ''
    }</section><section class="shopify-section section"><product-recommendations class="related-products page-width" data-url="/recommendations/products?limit=4"><h2 class="related-products__heading">Có thể bạn cũng thích</h2><ul class="grid product-grid grid--4-col-desktop" role="list">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join(
        '',
      )}</ul></product-recommendations></section><script>window.ShopifyAnalytics = window.ShopifyAnalytics || {};window.ShopifyAnalytics.meta = window.ShopifyAnalytics.meta || {};window.ShopifyAnalytics.meta.currency = 'VND';var meta = {"product":{"id":${one.id},"gid":"gid:\\/\\/shopify\\/Product\\/${one.id}","vendor":"Nhà Len","type":"","variants":[{"id":${one.id}001,"price":${one.price * 100},"name":"${one.name}","public_title":null,"sku":""}],"remote":false},"page":{"pageType":"product","resourceType":"product","resourceId":${one.id}}};for (var attr in meta) { window.ShopifyAnalytics.meta[attr] = meta[attr]; }</script>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Sản phẩm',
    `<link rel="canonical" href="${BASE}/collections/all${page === 1 ? '' : '?page=2'}">`,
    `<div class="collection-hero"><h1 class="collection-hero__title"><span class="visually-hidden">Bộ sưu tập: </span>Sản phẩm</h1></div><facet-filters-form class="facets"><form id="FacetFiltersForm" class="facets__form"><details class="disclosure-has-popup facets__disclosure"><summary class="facets__summary"><span class="facets__summary-label">Giá</span></summary><div class="facets__header"><span class="facets__selected">Giá cao nhất là 455.000₫</span></div></details></form></facet-filters-form><div class="product-grid-container" id="ProductGridContainer"><div class="collection page-width"><div class="loading-overlay gradient"></div><ul id="product-grid" data-id="t" class="grid product-grid grid--2-col-tablet-down grid--4-col-desktop">${items.map(card).join('')}</ul><div class="pagination-wrapper"><nav class="pagination" role="navigation" aria-label="Phân trang"><ul class="pagination__list list-unstyled" role="list">${page === 1 ? '<li><a role="link" aria-disabled="true" class="pagination__item pagination__item--current light" aria-current="page">1</a></li><li><a href="/collections/all?page=2" class="pagination__item link" aria-label="Trang 2">2</a></li><li><a href="/collections/all?page=2" class="pagination__item pagination__item--prev pagination__item-arrow link motion-reduce" aria-label="Trang tiếp"><svg></svg></a></li>' : '<li><a href="/collections/all" class="pagination__item link" aria-label="Trang 1">1</a></li>'}</ul></nav></div></div></div>`,
  )

export const dawn: Make = {
  name: 'dawn',
  base: BASE,
  pages: {
    '/': shell(
      'Nhà Len',
      '',
      `<section class="shopify-section section"><div class="banner banner--content-align-left"><h2 class="banner__heading">Mùa lạnh về</h2></div></section><section class="shopify-section section"><ul class="grid product-grid">${GOODS.slice(0, 2).map(card).join('')}</ul></section>`,
    ),
    '/collections/all': list(1, GOODS.slice(0, 3)),
    '/collections/all?page=2': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one, at) => [`/products/${one.slug}`, product(one, at)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/products/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: picture(one),
    ...(one.out ? { availability: 'OutOfStock' } : {}),
  })),
}
