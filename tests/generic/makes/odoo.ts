import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://che-xanh-odoo.example'
const GOODS = goods(6, [
  'Chè nõn tôm',
  'Chè móc câu',
  'Trà sen Tây Hồ',
  'Trà ướp nhài',
  'Chè dây rừng',
  'Trà gừng túi lọc',
])
const money = (amount: number, cls = 'oe_currency_value') => `<span class="${cls}">${grouped(amount)}</span>&nbsp;₫`
const pathOf = ({ slug, id }: Goods) => `/shop/${slug}-${id}`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi-VN" data-website-id="1" data-main-object="product.template" data-add2cart-redirect="1"><head><meta charset="utf-8"/><meta name="generator" content="Odoo"/>${head}<title> ${title} | Chè Xanh </title><script id="web.layout.odooscript" type="text/javascript">var odoo = { csrf_token: "x", debug: "" };</script></head>
<body><div id="wrapwrap" class=" "><header id="top" data-anchor="true" class="o_header_standard"><nav data-name="Navbar" class="navbar navbar-expand-lg"><a data-name="Navbar Logo" href="/" class="navbar-brand logo"><span role="img" aria-label="Logo of Chè Xanh"><img src="/web/image/website/1/logo/Ch%C3%A8" class="img img-fluid" alt="Chè Xanh"/></span></a><ul id="top_menu" class="nav navbar-nav top_menu"><li class="nav-item"><a role="menuitem" href="/" class="nav-link"><span>Trang chủ</span></a></li><li class="nav-item"><a role="menuitem" href="/shop" class="nav-link"><span>Cửa hàng</span></a></li><li class="nav-item"><a href="/contactus" class="nav-link"><span>Liên hệ</span></a></li><li class="o_wsale_my_cart"><a href="/shop/cart" aria-label="Giỏ"><sup class="my_cart_quantity badge" data-order-id="">0</sup></a></li></ul></nav></header><main>${body}</main><footer id="bottom"><a href="https://www.odoo.com?utm_source=db">Odoo</a></footer></div></body></html>`
const card = (one: Goods) =>
  `<td class="oe_product" data-name="Product"><div class="o_wsale_product_grid_wrapper"><form action="/shop/cart/update" method="post" class="oe_product_cart h-100 d-flex" itemscope="itemscope" itemtype="http://schema.org/Product"><div class="oe_product_image position-relative"><input type="hidden" name="csrf_token" value="x"/><a class="oe_product_image_link d-block" itemprop="url" href="${pathOf(one)}"><span class="oe_product_image_img_wrapper"><img src="/web/image/product.template/${one.id}/image_512/${one.id}?unique=1" class="img img-fluid" alt="${one.name}" itemprop="image"/></span></a></div><div class="o_wsale_product_information"><h6 class="o_wsale_products_item_title"><a class="text-primary text-decoration-none" itemprop="name" href="${pathOf(one)}" content="${one.name}">${one.name}</a></h6><div class="o_wsale_product_sub"><div class="product_price" itemprop="offers" itemscope="itemscope" itemtype="http://schema.org/Offer">${one.old === undefined ? '' : `<del class="text-muted me-1 h6 mb-0" style="white-space: nowrap;"><em class="small">${money(one.old)}</em></del>`}<span class="h6 mb-0">${money(one.price)}</span><span itemprop="price" style="display:none;">${one.price}.0</span><span itemprop="priceCurrency" style="display:none;">VND</span></div><div class="o_wsale_product_btn"><a href="#" role="button" class="btn btn-primary a-submit" aria-label="Giỏ"><span class="fa fa-shopping-cart"></span></a></div></div></div></form></div></td>`
const [first = [], second = []] = paged(GOODS, 4)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Cửa hàng',
    `<div id="wrap" class="js_sale o_wsale_products_page"><aside id="products_grid_before"><div class="products_categories"><ul><li class="nav-item"><a href="/shop">Tất cả</a></li></ul></div></aside><div id="products_grid"><table class="table table-borderless" data-ppg="4"><tbody><tr>${items.map(card).join('')}</tr></tbody></table></div><div class="products_pager"><ul class="pagination"><li class="page-item ${page === 1 ? 'disabled' : ''}"><a href="${page === 1 ? '' : '/shop'}" class="page-link"><span class="fa fa-chevron-left"></span></a></li><li class="page-item ${page === 1 ? 'active' : ''}"><a href="/shop" class="page-link">1</a></li><li class="page-item ${page === 2 ? 'active' : ''}"><a href="/shop/page/2" class="page-link">2</a></li><li class="page-item ${page === 2 ? 'disabled' : ''}"><a href="${page === 1 ? '/shop/page/2' : ''}" class="page-link"><span class="fa fa-chevron-right"></span></a></li></ul></div></div>`,
  )
const product = (one: Goods) =>
  shell(
    one.name,
    `<div id="wrap" class="js_sale o_wsale_product_page ecom-zoomable"><section id="product_detail" class="oe_website_sale" data-view-track="1"><div class="row"><ol class="breadcrumb p-0"><li class="o_not_editable breadcrumb-item"><a href="/shop">Tất cả sản phẩm</a></li><li class="breadcrumb-item active"><span>${one.name}</span></li></ol></div><div class="row" id="product_detail_main" data-name="Product Page"><div class="col-lg-6 o_wsale_product_images"><div id="o-carousel-product" class="carousel slide"><div class="carousel-item active"><img src="/web/image/product.product/${one.id + 40}/image_1024/${one.id}?unique=1" class="img img-fluid product_detail_img" alt="${one.name}" data-zoom="1"/></div></div></div><div class="col-lg-6" id="product_details"><h1 itemprop="name">${one.name}</h1><span itemprop="url" style="display:none;">${BASE}${pathOf(one)}</span><span itemprop="image" style="display:none;">${BASE}/web/image/product.template/${one.id}/image_1920?unique=1</span><div itemprop="description" class="oe_structure"><p>${one.text}</p></div><form action="/shop/cart/update" method="POST"><input type="hidden" class="product_id" name="product_id" value="${one.id + 40}"/><input type="hidden" class="product_template_id" name="product_template_id" value="${one.id}"/><div itemprop="offers" itemscope="itemscope" itemtype="http://schema.org/Offer" class="product_price mt-2 mb-3 d-inline-block"><h3 class="css_editable_mode_hidden"><span class="oe_price" style="white-space: nowrap;">${money(one.price)}</span><span itemprop="price" style="display:none;">${one.price}.0</span><span itemprop="priceCurrency" style="display:none;">VND</span>${one.old === undefined ? '<span style="text-decoration: line-through; white-space: nowrap;" class="text-muted oe_default_price ms-1 h5 d-none"></span>' : `<span itemprop="listPrice" style="text-decoration: line-through; white-space: nowrap;" class="text-muted oe_default_price ms-1 h5">${money(one.old)}</span>`}</h3></div><div class="css_quantity input-group"><input type="text" class="form-control quantity" name="add_qty" value="1"/></div><div id="add_to_cart_wrap"><a data-animation-selector=".o_wsale_product_images" role="button" id="add_to_cart" href="#" class="btn btn-primary js_check_product a-submit">Thêm vào giỏ</a></div></form>${one.out ? '<div class="availability_messages o_not_editable"><div class="text-danger">Hết hàng</div></div>' : ''}<p class="text-muted mt-3">Điều khoản chung. Đổi trả trong 30 ngày. Giao hàng: 2-3 ngày làm việc</p></div></div></section><div class="oe_structure"><section class="s_wsale_products_recently_viewed d-none"></section></div></div>`,
    `<meta property="og:type" content="website"/><meta property="og:title" content="${one.name}"/><meta property="og:site_name" content="Chè Xanh"/><meta property="og:url" content="${BASE}${pathOf(one)}"/><meta property="og:image" content="${BASE}/web/image/product.template/${one.id}/image_1024?unique=1"/><link rel="canonical" href="${BASE}${pathOf(one)}"/>`,
  )

export const odoo: Make = {
  name: 'odoo',
  base: BASE,
  pages: {
    '/': shell(
      'Trang chủ',
      '<div id="wrap" class="oe_structure"><section class="s_banner"><h1>Chè Thái Nguyên</h1><p><a href="/shop" class="btn btn-primary">Mua chè</a></p></section></div>',
    ),
    '/shop': list(1, first),
    '/shop/page/2': list(2, second),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    ...(one.out ? { availability: 'OutOfStock' } : {}),
    image: [`image_1920?unique=1`, `image_1024?unique=1`, `${one.id}?unique=1`],
  })),
}
