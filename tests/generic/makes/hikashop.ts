import { type Goods, goods, grouped, type Make } from './make.ts'

/** HikaShop in Joomla: microdata around a price with spaces between thousands, a cart module, a compare list. */
const BASE = 'https://hikashop.example'
const GOODS = goods(12, ['Chậu gốm vuông', 'Giá thể trồng lan', 'Bình tưới thiếc', 'Kéo cắt cành', 'Dây buộc cây'])
const money = (amount: number) => `${grouped(amount, ' ')} ₫`
const link = (one: Goods) => `/vuon/product/${one.id}-${one.slug}`
const code = (one: Goods) => `VUON_${one.id}`
const IMAGES = '/images/com_hikashop/upload'
const shell = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="vi-vn" dir="ltr"><head><meta charset="utf-8"><meta name="generator" content="Joomla! - Open Source Content Management"><title>${title}</title><link href="/media/com_hikashop/css/hikashop.css?v=510" rel="stylesheet"><script type="application/json" class="joomla-script-options new">{"system.paths":{"root":"","rootFull":"https:\\/\\/hikashop.example\\/","base":""},"csrf.token":"0a"}</script></head><body class="site com_hikashop wrapper-static view-product has-sidebar-right"><header class="header container-header full-width"><div class="grid-child"><div class="navbar-brand"><a class="brand-logo" href="/">Vườn Nhỏ</a><div class="site-description">Đồ vườn tại nhà</div></div></div><div class="grid-child container-nav"><ul class="mod-menu mod-list nav"><li class="nav-item item-101 default"><a href="/">Trang chủ</a></li><li class="nav-item item-112"><a href="/vuon">Đồ vườn</a></li><li class="nav-item item-113"><a href="/lien-he">Liên hệ</a></li></ul><div id="hikashop_cart_module" class="hikashop_cart_module"><div id="hikashop_cart_dropdown"><a class="hikashop_small_cart_checkout_link" href="/vuon/checkout"><span class="hikashop_small_cart_total_title">1 sản phẩm, tổng 45 000 ₫</span></a></div></div></div></header><div class="site-grid"><div class="grid-child container-component"><nav class="mod-breadcrumbs__wrapper" aria-label="Breadcrumbs"><ol class="mod-breadcrumbs breadcrumb px-3 py-2"><li class="mod-breadcrumbs__item breadcrumb-item"><a href="/" class="pathway"><span>Trang chủ</span></a></li><li class="mod-breadcrumbs__item breadcrumb-item active"><span>${title}</span></li></ol></nav><div id="system-message-container" aria-live="polite"></div><main>${body}</main></div><div class="grid-child container-sidebar-right"><div class="sidebar-right card"><h3 class="card-header">Mới xem</h3><div class="card-body"><div id="hikashop_module_98" class="hikashop_module"><div class="hikashop_products_listing"><ul class="hikashop_product_list_viewed"><li class="hikashop_product_list_item"><a href="${link(GOODS[0] as Goods)}">${(GOODS[0] as Goods).name} ${price(GOODS[0] as Goods, false)}</a></li></ul></div></div></div></div></div></div><footer class="container-footer footer full-width"><p>Vườn Nhỏ 2026</p></footer></body></html>`
const price = (one: Goods, micro: boolean) =>
  `<span class="hikashop_product_price_full${micro ? '' : ' hikashop_product_no_price_tax'}">${one.old ? `<span class="hikashop_product_discount">Giảm ${money(one.old - one.price)}</span> <span class="hikashop_product_price_before_discount">${money(one.old)}</span> ` : ''}<span class="hikashop_product_price hikashop_product_price_0${one.old ? ' hikashop_product_price_with_discount' : ''}">${money(one.price)}</span><span class="hikashop_product_price_per_unit"> mỗi cái</span></span>`
const card = (one: Goods) =>
  `<div class="hkc-md-4 hikashop_product hikashop_product_column_1 hikashop_product_row_1" itemprop="itemList" itemscope="" itemtype="http://schema.org/ItemList"><div class="hikashop_container"><div class="hikashop_subcontainer thumbnail"><div class="hikashop_listing_img_title" id="div_${one.id}"><div class="hikashop_product_image"><div class="hikashop_product_image_subdiv"><a href="${link(one)}" title="${one.name}"><img class="hikashop_product_listing_image" title="${one.name}" alt="vuon-${one.id}" src="${IMAGES}/thumbnails/150x150f/vuon-${one.id}.jpg"/></a></div></div><span class="hikashop_product_price_full">${price(one, false)}</span><span class="hikashop_product_name"><a href="${link(one)}">${one.name}</a></span><span class="hikashop_add_to_cart">${one.out ? '<span class="hikashop_product_no_stock">Hết hàng</span>' : `<a class="hikabtn hikacart" rel="nofollow" href="${link(one)}/add-1" data-addToCart="${one.id}"><span>Thêm vào giỏ</span></a>`}</span><meta itemprop="url" content="${BASE}${link(one)}"></div></div></div></div>`
const product = (one: Goods) =>
  shell(
    one.name,
    `<div itemscope itemtype="https://schema.org/Product" id="hikashop_product_${code(one)}_page" class="hikashop_product_page hikashop_product_of_category_4"><form action="/vuon/product/updatecart" method="post" name="hikashop_product_form"><div id="hikashop_product_top_part" class="hikashop_product_top_part"><h1><span id="hikashop_product_name_main" class="hikashop_product_name_main" itemprop="name">${one.name}</span> <span id="hikashop_product_code_main" class="hikashop_product_code_main" itemprop="sku">${code(one)}</span></h1></div><div class="hk-row-fluid"><div id="hikashop_product_left_part" class="hikashop_product_left_part hkc-md-6"><div id="hikashop_product_image_main" class="hikashop_global_image_div"><div id="hikashop_main_image_div" class="hikashop_main_image_div"><a title="vuon" class="hikashop_main_image_link" href="${IMAGES}/vuon-${one.id}.jpg" data-rel="hikashop_main_image"><img id="hikashop_main_image" class="hikashop_main_image" title="vuon" alt="vuon-${one.id}" src="${IMAGES}/thumbnails/300x300f/vuon-${one.id}.jpg"/></a><meta itemprop="image" content="${BASE}${IMAGES}/vuon-${one.id}.jpg"></div></div></div><div id="hikashop_product_right_part" class="hikashop_product_right_part hkc-md-6"><span id="hikashop_product_price_main" class="hikashop_product_price_main" itemprop="offers" itemscope itemtype="https://schema.org/Offer">${price(one, true)}<meta itemprop="price" content="${one.price}.00000"/><meta itemprop="availability" content="https://schema.org/${one.out ? 'OutOfStock' : 'InStock'}"/><meta itemprop="priceCurrency" content="VND"/></span><div id="hikashop_product_quantity_main" class="hikashop_product_quantity_main">${one.out ? '<span class="hikashop_product_stock_count">Hết hàng</span>' : '<span class="hikashop_product_stock_count">7 sản phẩm có sẵn</span><input type="text" value="1" class="hikashop_product_quantity_field" name="quantity"/><button type="submit" class="hikabtn hikacart"><span>Thêm vào giỏ</span></button>'}</div></div></div><div id="hikashop_product_bottom_part" class="hikashop_product_bottom_part"><div id="hikashop_product_description_main" class="hikashop_product_description_main" itemprop="description">${one.text}</div></div></form></div><div class="hikashop_submodules"><div id="hikashop_module_101" class="hikashop_module"><h2>Mua kèm</h2><div class="hikashop_products_listing">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(1, 3)
      .map(card)
      .join('')}</div></div></div>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Đồ vườn',
    `<div id="hikashop_category_information_menu_112" class="hikashop_category_information hikashop_products_listing_main"><h1>Đồ vườn</h1><div class="hikashop_category_description">Chậu, đất, dụng cụ.</div><div class="hikashop_products_listing"><div class="hikashop_products hikashop_product_listing_12">${items.map(card).join('')}</div><form action="/vuon" method="post" name="adminForm"><div class="hikashop_products_pagination hikashop_products_pagination_bottom"><div class="list-footer"><ul class="list-footer pagination">${page === 1 ? '<li class="disabled page-item"><span class="page-link">Trước</span></li><li class="active page-item"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" title="2" href="/vuon?start=3">2</a></li><li class="page-item"><a class="page-link" title="Sau" href="/vuon?start=3">Sau</a></li><li class="page-item"><a class="page-link" title="Cuối" href="/vuon?start=3">Cuối</a></li>' : '<li class="page-item"><a class="page-link" title="1" href="/vuon">1</a></li><li class="active page-item"><span class="page-link">2</span></li>'}</ul><input type="hidden" name="limitstart_hikashop" value="0"/></div><span class="hikashop_results_counter">Kết quả 1 - 3 trong số 5</span></div></form></div></div>`,
  )

export const hikashop: Make = {
  name: 'hikashop',
  base: BASE,
  pages: {
    '/': shell(
      'Trang chủ',
      '<div class="blog-featured"><h2>Trồng rau ban công</h2><p>Bắt đầu chỉ với 200 000 ₫.</p></div>',
    ),
    '/vuon': list(1, GOODS.slice(0, 3)),
    '/vuon?start=3': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one) => [link(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: link(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `vuon-${one.id}.jpg`,
    sku: code(one),
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
