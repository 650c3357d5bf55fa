import { grouped, type Make } from './make.ts'

/** WooCommerce with Flatsome as Vietnamese shops have it: pictures come lazily, a quick order window repeats the price. */
const BASE = 'https://flatsome.example'
const UP = `${BASE}/wp-content/uploads/2026/03`

interface Tea {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly sku: string
  readonly price: number | null
  readonly old?: number
  readonly to?: number
  readonly out?: boolean
}

const TEAS: readonly Tea[] = [
  { id: 412, slug: 'tra-sen-ho-tay-hop-go', name: 'Trà sen Hồ Tây hộp gỗ', sku: 'TS-01', price: 350_000, old: 420_000 },
  { id: 415, slug: 'tra-shan-tuyet-co-thu', name: 'Trà Shan tuyết cổ thụ', sku: 'ST-02', price: 180_000, to: 640_000 },
  { id: 418, slug: 'bo-am-chen-gom-men-hoa-bien', name: 'Bộ ấm chén gốm men hỏa biến', sku: 'AC-03', price: null },
  { id: 421, slug: 'tra-lai-100g', name: 'Trà lài 100g', sku: 'TL-04', price: 65_000, out: true },
  { id: 424, slug: 'hu-tre-dung-tra', name: 'Hũ tre đựng trà', sku: 'HT-05', price: 95_000 },
]
const money = (amount: number) =>
  `<span class="woocommerce-Price-amount amount"><bdi>${grouped(amount)}&nbsp;<span class="woocommerce-Price-currencySymbol">&#8363;</span></bdi></span>`
const price = (one: Tea) => {
  if (one.price === null) return '<span class="amount">Liên hệ</span>'
  if (one.to !== undefined)
    return `${money(one.price)} <span aria-hidden="true">&ndash;</span> ${money(one.to)}<span class="screen-reader-text">Khoảng giá: từ ${grouped(one.price)}&nbsp;&#8363; đến ${grouped(one.to)}&nbsp;&#8363;</span>`
  if (one.old === undefined) return money(one.price)
  return `<del aria-hidden="true">${money(one.old)}</del> <span class="screen-reader-text">Giá gốc là: ${grouped(one.old)}&nbsp;&#8363;.</span><ins aria-hidden="true">${money(one.price)}</ins><span class="screen-reader-text">Giá hiện tại là: ${grouped(one.price)}&nbsp;&#8363;.</span>`
}
const lazy = (one: Tea, size: string) =>
  `<img width="300" height="300" src="data:image/svg+xml,%3Csvg%20viewBox%3D%220%200%20300%20300%22%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%3E%3C%2Fsvg%3E" data-src="${UP}/${one.slug}-${size}.jpg" class="lazy-load attachment-woocommerce_thumbnail size-woocommerce_thumbnail" alt="${one.name}" decoding="async" data-srcset="${UP}/${one.slug}-${size}.jpg 300w, ${UP}/${one.slug}.jpg 800w"/>`
const shell = (title: string, classes: string, body: string) =>
  `<!DOCTYPE html><!--[if IE 9 ]> <html lang="vi" class="ie9 loading-site no-js"> <![endif]--><html lang="vi" class="loading-site no-js"><head><meta charset="UTF-8"/><link rel="profile" href="http://gmpg.org/xfn/11"/><script>(function(html){html.className = html.className.replace(/\\bno-js\\b/,'js')})(document.documentElement);</script><title>${title}</title><meta name="generator" content="WordPress 6.7.1"/><meta name="generator" content="WooCommerce 9.5.1"/><style id="woocommerce-inline-inline-css">.woocommerce form .form-row .required { visibility: visible; }</style></head><body class="${classes} theme-flatsome woocommerce-no-js lightbox nav-dropdown-has-arrow"><a class="skip-link screen-reader-text" href="#main">Bỏ qua nội dung</a><div id="wrapper"><header id="header" class="header has-sticky sticky-jump"><div class="header-wrapper"><div id="top-bar" class="header-top hide-for-sticky nav-dark"><div class="flex-row container"><ul class="nav nav-left"><li class="html custom html_topbar_left">Miễn phí giao hàng cho đơn từ 500.000đ</li></ul></div></div><div id="masthead" class="header-main"><div class="header-inner flex-row container logo-left"><div id="logo" class="flex-col logo"><a href="${BASE}/" title="Trà Mộc Am" rel="home"><img width="200" height="90" src="${UP}/logo-moc-am.png" class="header_logo header-logo" alt="Trà Mộc Am"/></a></div><ul class="header-nav header-nav-main nav nav-right nav-uppercase"><li class="menu-item menu-item-type-taxonomy"><a href="${BASE}/danh-muc-san-pham/tra/" class="nav-top-link">Trà &amp; phụ kiện</a></li><li class="menu-item"><a href="${BASE}/lien-he/" class="nav-top-link">Liên hệ</a></li><li class="account-item has-icon"><a href="${BASE}/tai-khoan/" class="nav-top-link nav-top-not-logged-in is-small"><span>Đăng nhập</span></a></li><li class="cart-item has-icon has-dropdown"><a href="${BASE}/gio-hang/" class="header-cart-link is-small" title="Giỏ hàng"><span class="header-cart-title">Giỏ hàng / <span class="cart-price">${money(0)}</span></span><span class="cart-icon image-icon"><strong>0</strong></span></a><ul class="nav-dropdown nav-dropdown-default"><li class="html widget_shopping_cart"><div class="widget_shopping_cart_content"><div class="ux-mini-cart-empty flex flex-row-col text-center pt pb"><p class="woocommerce-mini-cart__empty-message empty">Chưa có sản phẩm trong giỏ hàng.</p></div></div></li></ul></li></ul></div></div></div></header><main id="main" class="">${body}</main><footer id="footer" class="footer-wrapper"><div class="footer-widgets footer footer-2 dark"><div class="row dark large-columns-3 mb-0"><div class="col pb-0 widget widget_recent_entries"><span class="widget-title">Bài viết mới</span><ul><li><a href="${BASE}/cach-pha-tra-sen/">Cách pha trà sen</a></li></ul></div></div></div><div class="absolute-footer dark"><div class="copyright-footer">Copyright 2026 &copy; <strong>Trà Mộc Am</strong></div></div></footer></div><div id="main-menu" class="mobile-sidebar no-scrollbar mfp-hide"><ul class="nav nav-sidebar nav-vertical nav-uppercase"><li class="menu-item"><a href="${BASE}/danh-muc-san-pham/tra/">Trà &amp; phụ kiện</a></li></ul></div></body></html>`
const card = (one: Tea) =>
  `<div class="product-small col has-hover product type-product post-${one.id} status-publish ${one.out ? 'outofstock' : 'instock'} product_cat-tra has-post-thumbnail ${one.old ? 'sale ' : ''}purchasable product-type-${one.to ? 'variable' : 'simple'}"><div class="col-inner"><div class="badge-container absolute left top z-1">${one.old ? '<div class="callout badge badge-circle"><div class="badge-inner secondary on-sale"><span class="onsale">-17%</span></div></div>' : ''}</div><div class="product-small box"><div class="box-image"><div class="image-fade_in_back"><a href="${BASE}/san-pham/${one.slug}/" aria-label="${one.name}">${lazy(one, '300x300')}</a></div><div class="image-tools is-small top right show-on-hover"></div>${one.out ? '<div class="out-of-stock-label">Hết hàng</div>' : ''}</div><div class="box-text box-text-products"><div class="title-wrapper"><p class="category uppercase is-smaller no-text-overflow product-cat op-7">Trà</p><p class="name product-title woocommerce-loop-product__title"><a href="${BASE}/san-pham/${one.slug}/" class="woocommerce-LoopProduct-link woocommerce-loop-product__link">${one.name}</a></p></div><div class="price-wrapper"><span class="price">${price(one)}</span></div><div class="add-to-cart-button"><a href="${one.out ? `${BASE}/san-pham/${one.slug}/` : `?add-to-cart=${one.id}`}" data-quantity="1" class="primary is-small mb-0 button product_type_simple is-outline" data-product_id="${one.id}" data-product_sku="${one.sku}" rel="nofollow">${one.out ? 'Đọc tiếp' : 'Thêm vào giỏ hàng'}</a></div></div></div></div></div>`
const form = (one: Tea) => {
  if (one.price === null) return '<a class="button alert" href="tel:0900000000">Gọi để được báo giá</a>'
  if (one.out) return '<p class="stock out-of-stock">Hết hàng</p>'
  const variations = [one.price, one.to ?? one.price].map((display_price, at) => ({
    attributes: { 'attribute_pa_khoi-luong': at === 0 ? '100g' : '500g' },
    availability_html: '',
    display_price,
    display_regular_price: display_price,
    is_in_stock: true,
    sku: `${one.sku}-${at}`,
    variation_id: one.id + at + 1,
  }))
  return one.to === undefined
    ? `<form class="cart" action="${BASE}/san-pham/${one.slug}/" method="post" enctype='multipart/form-data'><div class="ux-quantity quantity buttons_added"><input type="button" value="-" class="ux-quantity__button minus"/><label class="screen-reader-text" for="quantity_1">${one.name} số lượng</label><input type="number" id="quantity_1" class="input-text qty text" name="quantity" value="1" min="1"/><input type="button" value="+" class="plus"/></div><button type="submit" name="add-to-cart" value="${one.id}" class="single_add_to_cart_button button alt">Thêm vào giỏ hàng</button></form>`
    : `<form class="variations_form cart" method="post" data-product_id="${one.id}" data-product_variations="${JSON.stringify(variations).replaceAll('"', '&quot;')}"><table class="variations" role="presentation"><tbody><tr><th class="label"><label for="pa_khoi-luong">Khối lượng</label></th><td class="value"><select id="pa_khoi-luong" name="attribute_pa_khoi-luong"><option value="">Chọn một tùy chọn</option><option value="100g">100g</option><option value="500g">500g</option></select><a class="reset_variations" href="#">Xóa</a></td></tr></tbody></table><div class="single_variation_wrap"><div class="woocommerce-variation single_variation"></div><button type="submit" class="single_add_to_cart_button button alt">Thêm vào giỏ hàng</button></div></form>`
}
const quick = (one: Tea) =>
  `<div class="devvn-popup-quickbuy mfp-hide" id="popup_content_${one.id}"><div class="devvn-popup-inner"><div class="devvn-popup-title"><span>Đặt mua ${one.name}</span><button type="button" class="devvn-popup-close"></button></div><div class="devvn-popup-content"><div class="devvn-popup-content-left"><div class="devvn-popup-prod"><div class="devvn-popup-img"><img src="${UP}/${one.slug}-150x150.jpg" alt=""/></div><div class="devvn-popup-info"><span class="devvn_title">${one.name}</span><span class="devvn_price">${price(one)}</span></div></div></div><div class="devvn-popup-content-right"><label>Tổng: <span class="popup_quickbuy_total_calc"></span></label></div></div></div></div>`
const product = (one: Tea) =>
  shell(
    `${one.name} - Trà Mộc Am`,
    `product-template-default single single-product postid-${one.id} woocommerce woocommerce-page`,
    `<div class="shop-container"><div class="container"><div class="woocommerce-notices-wrapper"></div></div><div id="product-${one.id}" class="product type-product post-${one.id} status-publish first ${one.out ? 'outofstock' : 'instock'} product_cat-tra has-post-thumbnail"><div class="product-container"><div class="product-main"><div class="row content-row mb-0"><div class="product-gallery col large-6"><div class="product-images relative mb-half has-hover woocommerce-product-gallery woocommerce-product-gallery--with-images" data-columns="4"><figure class="woocommerce-product-gallery__wrapper product-gallery-slider slider"><div data-thumb="${UP}/${one.slug}-100x100.jpg" class="woocommerce-product-gallery__image slide first"><a href="${UP}/${one.slug}.jpg"><img width="510" height="510" src="${UP}/${one.slug}-510x510.jpg" class="wp-post-image skip-lazy" alt="${one.name}" data-caption="" data-src="${UP}/${one.slug}.jpg" data-large_image="${UP}/${one.slug}.jpg" data-large_image_width="800"/></a></div></figure></div></div><div class="product-info summary col-fit col entry-summary product-summary"><nav class="woocommerce-breadcrumb breadcrumbs uppercase"><a href="${BASE}">Trang chủ</a> <span class="divider">&#47;</span> <a href="${BASE}/danh-muc-san-pham/tra/">Trà</a></nav><h1 class="product-title product_title entry-title">${one.name}</h1><div class="is-divider small"></div><ul class="next-prev-thumbs is-small show-for-medium"><li class="prod-dropdown has-dropdown"><a href="${BASE}/san-pham/hu-tre-dung-tra/" rel="next" class="button icon is-outline circle"></a><div class="nav-dropdown"><a title="Hũ tre đựng trà" href="${BASE}/san-pham/hu-tre-dung-tra/"><img src="${UP}/hu-tre-dung-tra-100x100.jpg" alt=""/></a></div></li></ul><div class="price-wrapper"><p class="price product-page-price ${one.old ? 'price-on-sale' : ''}">${price(one)}</p></div><div class="product-short-description"><p>Ướp tay theo mẻ nhỏ, giao toàn quốc, phí giao từ 25.000đ.</p></div>${form(one)}${quick(one)}<div class="product_meta"><span class="sku_wrapper">Mã: <span class="sku">${one.sku}</span></span><span class="posted_in">Danh mục: <a href="${BASE}/danh-muc-san-pham/tra/" rel="tag">Trà</a></span></div></div></div></div><div class="product-footer"><div class="container"><div class="woocommerce-tabs wc-tabs-wrapper container tabbed-content"><div class="tab-panels"><div class="woocommerce-Tabs-panel panel entry-content active" id="tab-description"><p>${one.name} đóng gói hút chân không. Mua từ 1.000.000đ tặng hũ sành trị giá 120.000đ.</p></div></div></div><div class="related related-products-wrapper product-section"><h3 class="product-section-title container-width product-section-title-related pt-half pb-half uppercase">Sản phẩm tương tự</h3><div class="row large-columns-4 slider row-slider">${TEAS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div></div></div></div></div>`,
  )
const list = (page: number, items: readonly Tea[]) =>
  shell(
    'Trà - Trà Mộc Am',
    'archive tax-product_cat term-tra woocommerce woocommerce-page',
    `<div class="shop-page-title category-page-title page-title"><div class="page-title-inner flex-row"><h1 class="shop-page-title is-xlarge">Trà</h1><p class="woocommerce-result-count hide-for-medium">Hiển thị 1&ndash;3 của 5 kết quả</p><form class="woocommerce-ordering" method="get"><select name="orderby" class="orderby"><option value="menu_order" selected>Thứ tự mặc định</option></select></form></div></div><div class="row category-page-row"><div class="col large-3 hide-for-medium"><aside class="widget woocommerce widget_price_filter"><span class="widget-title shop-sidebar">Lọc theo giá</span><form method="get"><input type="text" id="min_price" name="min_price" value="60000"/><div class="price_label">Giá <span class="from">60.000đ</span> — <span class="to">650.000đ</span></div></form></aside></div><div class="col large-9"><div class="shop-container"><div class="products row row-small large-columns-3 equalize-box">${items.map(card).join('')}</div><div class="container"><nav class="woocommerce-pagination"><ul class="page-numbers nav-pagination links text-center">${page === 1 ? `<li><span aria-current="page" class="page-number current">1</span></li><li><a class="page-number" href="${BASE}/danh-muc-san-pham/tra/page/2/">2</a></li><li><a class="next page-number" href="${BASE}/danh-muc-san-pham/tra/page/2/"><i class="icon-angle-right"></i></a></li>` : `<li><a class="page-number" href="${BASE}/danh-muc-san-pham/tra/">1</a></li><li><span class="page-number current">2</span></li>`}</ul></nav></div></div></div></div>`,
  )

export const flatsome: Make = {
  name: 'flatsome',
  base: BASE,
  pages: {
    '/': shell(
      'Trà Mộc Am',
      'home page-template-default page',
      '<div id="content" role="main"><div class="slider-wrapper"><div class="banner has-hover"><h2>Trà mới năm nay, giảm đến 50.000đ</h2></div></div></div>',
    ),
    '/danh-muc-san-pham/tra/': list(1, TEAS.slice(0, 3)),
    '/danh-muc-san-pham/tra/page/2/': list(2, TEAS.slice(3)),
    ...Object.fromEntries(TEAS.map((one) => [`/san-pham/${one.slug}/`, product(one)])),
  },
  wanted: TEAS.map((one) => ({
    path: `/san-pham/${one.slug}/`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `${one.slug}.jpg`,
    sku: one.sku,
    ...(one.out ? { availability: 'OutOfStock' } : {}),
  })),
}
