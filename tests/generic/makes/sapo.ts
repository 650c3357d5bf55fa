import { type Goods, goods, grouped, type Make } from './make.ts'

/** Sapo with one of its usual themes: microdata inside the prices, a swatch of sizes, goods seen before. */
const BASE = 'https://sapo-shop.example'
const GOODS = goods(9, ['Áo dài lụa trơn', 'Quần lãnh Mỹ A', 'Guốc mộc quai da', 'Khăn rằn dệt tay', 'Nón quai thao'])
const ASK = 4
const money = (amount: number) => `${grouped(amount)}₫`
const IMAGES = '//bizweb.dktcdn.example/100/456/products'
const shell = (title: string, template: string, head: string, body: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="UTF-8" /><meta name="theme-color" content="#f02b2b" /><title>${title}</title>${head}<link rel="icon" href="//bizweb.dktcdn.example/100/456/themes/789/assets/favicon.png" type="image/x-icon" /><script>var Bizweb = Bizweb || {};Bizweb.store = 'sapo-shop.mysapo.net';Bizweb.id = 456;Bizweb.theme = {"id":789,"name":"Evo","role":"main"};Bizweb.template = '${template}';</script></head><body><div class="opacity_menu"></div><header class="header"><div class="evo-top-bar"><div class="container">Hotline: <a href="tel:19006750">1900 6750</a> - Freeship đơn từ 499.000₫</div></div><div class="container"><div class="logo evo-flexitem"><a href="/" class="logo-wrapper" title="Lụa Nha"><img src="//bizweb.dktcdn.example/100/456/themes/789/assets/logo.png" alt="Lụa Nha" class="img-responsive"></a></div><form action="/search" method="get" class="evo-header-search-form" role="search"><input type="text" name="query" class="search-auto form-control" placeholder="Tìm sản phẩm" /></form><div class="evo-cart mini-cart"><a href="/cart" title="Giỏ hàng" aria-label="Giỏ hàng" rel="nofollow"><span class="count_item_pr">0</span></a><div class="top-cart-content"><ul id="cart-sidebar" class="mini-products-list count_li"><li class="list-item"><ul></ul></li><li class="action"><ul><li class="li-fix-1"><div class="top-subtotal">Tổng tiền: <span class="price">0₫</span></div></li></ul></li></ul></div></div></div><nav class="header-nav"><ul class="item_big"><li class="nav-item"><a class="a-img" href="/" title="Trang chủ">Trang chủ</a></li><li class="nav-item"><a class="a-img" href="/ao-quan" title="Áo quần">Áo quần</a></li><li class="nav-item"><a class="a-img" href="/lien-he" title="Liên hệ">Liên hệ</a></li></ul></nav></header>${body}<footer class="footer"><div class="container"><h4>Lụa Nha</h4><p>Mỗi ngày 8:00 - 21:00</p><span>© Bản quyền thuộc về Lụa Nha | Cung cấp bởi <a href="https://www.sapo.vn" rel="nofollow" target="_blank">Sapo</a></span></div></footer></body></html>`
const cardPrice = (one: Goods, at: number) =>
  at === ASK
    ? '<div class="product-item-price price-box"><span class="special-price"><span class="price product-price">Liên hệ</span></span></div>'
    : `<div class="product-item-price price-box"><span class="special-price"><span class="price product-price">${money(one.price)}</span></span>${one.old ? `<span class="old-price"><span class="price product-price-old">${money(one.old)}</span></span>` : ''}</div>`
const card = (one: Goods) =>
  `<div class="col-6 col-md-4 evo-product-block-item"><div class="product_thumb">${one.old ? '<span class="sale-count">-12%</span>' : ''}<a class="primary_img" href="/${one.slug}" title="${one.name}"><img class="lazy loaded" src="data:image/png;base64,iVBORw0KGgo=" data-src="//bizweb.dktcdn.example/thumb/large/100/456/products/lua-${one.id}.jpg?v=163" alt="${one.name}" /></a></div><div class="product_content"><div class="product_name"><h4><a href="/${one.slug}" title="${one.name}" class="limit-two">${one.name}</a></h4></div>${cardPrice(one, GOODS.indexOf(one))}<div class="product_action"><form action="/cart/add" method="post" enctype="multipart/form-data" class="hidden-md variants form-nut-grid"><input type="hidden" name="variantId" value="${one.id}01" /><a class="btn-view" href="/${one.slug}" title="${one.out ? 'Hết hàng' : 'Tùy chọn'}">${one.out ? 'Hết hàng' : 'Tùy chọn'}</a></form></div></div></div>`
const product = (one: Goods, at: number) =>
  shell(
    one.name,
    'product',
    `<link rel="canonical" href="${BASE}/${one.slug}"/><meta property="og:type" content="product"><meta property="og:title" content="${one.name}"><meta property="og:image" content="http:${IMAGES}/lua-${one.id}.jpg?v=163"><meta property="og:image:secure_url" content="https:${IMAGES}/lua-${one.id}.jpg?v=163"><meta property="og:price:amount" content="${at === ASK ? 0 : grouped(one.price)}"><meta property="og:price:currency" content="VND">`,
    `<section class="bread-crumb margin-bottom-10"><div class="container"><ul class="breadcrumb" itemscope itemtype="http://schema.org/BreadcrumbList"><li class="home" itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a itemprop="item" href="/" title="Trang chủ"><span itemprop="name">Trang chủ</span><meta itemprop="position" content="1" /></a></li><li itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a itemprop="item" href="/ao-quan" title="Áo quần"><span itemprop="name">Áo quần</span><meta itemprop="position" content="2" /></a></li></ul></div></section><section class="product product-margin" itemscope itemtype="http://schema.org/Product"><meta itemprop="url" content="//sapo-shop.example/${one.slug}"><meta itemprop="name" content="${one.name}"><meta itemprop="image" content="${IMAGES}/lua-${one.id}.jpg?v=163"><div class="container"><div class="details-product"><div class="row"><div class="product-detail-left product-images col-md-6"><div class="large-image"><a class="large_image_url" href="https:${IMAGES}/lua-${one.id}.jpg?v=163" data-rel="prettyPhoto[product-gallery]"><img id="zoom_01" class="img-responsive" src="//bizweb.dktcdn.example/thumb/1024x1024/100/456/products/lua-${one.id}.jpg?v=163" alt="${one.name}"></a></div></div><div class="col-md-6 details-pro"><h1 class="title-head">${one.name}</h1><div class="group-status"><span class="first_status">Thương hiệu: <span class="status_name">Lụa Nha</span></span><span class="first_status">Tình trạng: <span class="status_name availabel">${one.out ? 'Hết hàng' : 'Còn hàng'}</span></span><span class="first_status product_sku">Mã sản phẩm: <span class="status_name product-sku" itemprop="sku" content="LN${one.id}">LN${one.id}</span></span></div>${
      at === ASK
        ? '<div class="price-box" itemscope itemtype="http://schema.org/Offer"><div class="special-price"><span class="price product-price">Liên hệ</span></div></div>'
        : `<div class="price-box" itemscope itemtype="http://schema.org/Offer"><span class="special-price"><span class="price product-price" itemprop="price">${money(one.price)}</span><meta itemprop="priceCurrency" content="VND"></span><span class="old-price" itemprop="priceSpecification" itemscope="" itemtype="http://schema.org/priceSpecification"><span class="price product-price-old" itemprop="price">${one.old ? money(one.old) : ''}</span><meta itemprop="priceCurrency" content="VND"></span>${one.old ? `<span class="save-price">Tiết kiệm: <span class="price product-price-save">${money(one.old - one.price)}</span></span>` : ''}</div>`
    }<div class="form-product"><form enctype="multipart/form-data" id="add-to-cart-form" action="/cart/add" method="post" class="form-inline"><div class="select-swatch"><div class="swatch clearfix" data-option-index="0"><div class="header">Kích thước</div><div class="swatch-element m available"><input id="swatch-0-m" type="radio" name="option-0" value="M" checked /><label for="swatch-0-m">M</label></div><div class="swatch-element l soldout"><input id="swatch-0-l" type="radio" name="option-0" value="L" /><label for="swatch-0-l">L</label></div></div></div><div class="product-quantity"><input type="text" id="qtym" name="quantity" value="1" maxlength="3" class="form-control prd_quantity"></div>${at === ASK ? '<a href="tel:19006750" class="btn btn-primary">Liên hệ</a>' : one.out ? '<button class="btn btn-buyNow btn-soldout" disabled><span>Hết hàng</span></button>' : '<button type="submit" data-role="addtocart" class="btn btn_base btn_add_cart btn-cart add_to_cart"><span>Thêm vào giỏ</span></button><button type="button" class="btn btn-buyNow">Mua ngay</button>'}</form></div><div class="evo-coupon"><p>Nhập mã LUA30K giảm 30.000₫ cho đơn từ 500.000₫</p></div></div></div><div class="evo-product-tabs"><ul class="nav nav-tabs"><li><a>Mô tả sản phẩm</a></li></ul><div class="evo-product-summary" itemprop="description">${one.text}</div></div><div class="related-product"><h2><a href="/ao-quan">Sản phẩm cùng loại</a></h2><div class="evo-owl-product clearfix">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div></div></section>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Áo quần',
    'collection',
    `<link rel="canonical" href="${BASE}/ao-quan"/>`,
    `<div class="container"><h1 class="col-title">Áo quần</h1><aside class="evo-sidebar"><div class="aside-item filter-price"><div class="aside-title">Khoảng giá</div><ul><li class="filter-item"><label><input type="checkbox" data-field="price_min" value="(<100000)"> Giá dưới 100.000₫</label></li></ul></div></aside><section class="main_container collection"><div class="sort-cate"><a href="javascript:;" onclick="sortby('price-asc')">Giá tăng dần</a></div><div class="category-products products category-products-grids"><div class="row">${items.map(card).join('')}</div><nav class="text-center"><ul class="pagination clearfix">${page === 1 ? '<li class="page-item disabled"><a class="page-link" href="#">«</a></li><li class="active page-item disabled"><a class="page-link" href="javascript:;">1</a></li><li class="page-item"><a class="page-link" onclick="doSearch(2)" href="/ao-quan?page=2">2</a></li><li class="page-item hidden-xs"><a class="page-link" onclick="doSearch(2)" href="/ao-quan?page=2">»</a></li>' : '<li class="page-item"><a class="page-link" href="/ao-quan?page=1">1</a></li><li class="active page-item disabled"><a class="page-link" href="javascript:;">2</a></li>'}</ul></nav></div></section></div>`,
  )

export const sapo: Make = {
  name: 'sapo',
  base: BASE,
  pages: {
    '/': shell(
      'Lụa Nha',
      'index',
      `<link rel="canonical" href="${BASE}/"/>`,
      '<section class="section_slider"><img src="//bizweb.dktcdn.example/100/456/themes/789/assets/slider_1.jpg" alt="Hè về" /></section>',
    ),
    '/ao-quan': list(1, GOODS.slice(0, 3)),
    '/ao-quan?page=1': list(1, GOODS.slice(0, 3)),
    '/ao-quan?page=2': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one, at) => [`/${one.slug}`, product(one, at)])),
  },
  wanted: GOODS.map((one, at) => ({
    path: `/${one.slug}`,
    title: one.name,
    price: at === ASK ? null : one.price,
    listPrice: at === ASK ? null : (one.old ?? null),
    image: `lua-${one.id}.jpg`,
    sku: `LN${one.id}`,
    ...(at === ASK ? {} : { availability: one.out ? 'OutOfStock' : 'InStock' }),
  })),
}
