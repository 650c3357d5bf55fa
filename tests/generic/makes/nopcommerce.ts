import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://dung-cu-nop.example'
const GOODS = goods(8, ['Cuốc chim cán tre', 'Liềm gặt răng cưa', 'Bình tưới tôn', 'Kéo tỉa cành', 'Găng tay làm vườn'])
const money = (amount: number) => `${grouped(amount)} ₫`
const image = ({ id, slug }: Goods, size = '_600') => `${BASE}/images/thumbs/000${id}_${slug}${size}.jpeg`
const shell = (
  title: string,
  cls: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi" dir="ltr" class="${cls}"><head><title>Nông Cụ. ${title}</title><meta http-equiv="Content-type" content="text/html;charset=UTF-8" /><meta name="generator" content="nopCommerce" />${head}</head>
<body><div class="master-wrapper-page"><div class="header"><div class="header-upper"><div class="header-links"><ul><li><a href="/register?returnUrl=%2F" class="ico-register">Đăng ký</a></li><li><a href="/login?returnUrl=%2F" class="ico-login">Đăng nhập</a></li><li id="topcartlink"><a href="/cart" class="ico-cart"><span class="cart-label">Giỏ hàng</span> <span class="cart-qty">(1)</span></a></li></ul></div><div id="flyout-cart" class="flyout-cart"><div class="mini-shopping-cart"><div class="totals">Tạm tính: <strong>77.000 ₫</strong></div></div></div></div><div class="header-lower"><div class="header-logo"><a href="/"><img alt="Nông Cụ" src="${BASE}/images/thumbs/logo.png" /></a></div></div></div><div class="header-menu"><ul class="top-menu notmobile"><li><a href="/">Trang chủ</a></li><li><a href="/nong-cu">Nông cụ</a></li></ul></div><div class="master-wrapper-content"><div class="master-column-wrapper">${body}</div></div><div class="footer"><ul><li><a href="/sitemap">Sơ đồ</a></li><li><a href="/about-us">Giới thiệu</a></li></ul><div class="footer-powered-by">Powered by <a href="https://www.nopcommerce.com/" target="_blank">nopCommerce</a></div></div></div></body></html>`
const card = (one: Goods) =>
  `<div class="item-box"><div class="product-item" data-productid="${one.id}"><div class="picture"><a href="/${one.slug}" title="Xem ${one.name}"><img alt="Ảnh ${one.name}" src="${image(one, '_415')}" title="Xem ${one.name}" /></a></div><div class="details"><h2 class="product-title"><a href="/${one.slug}">${one.name}</a></h2><div class="product-rating-box" title="0 đánh giá"><div class="rating"><div style="width: 0%"></div></div></div><div class="description" data-short-description="none">${one.text}</div><div class="add-info"><div class="prices">${one.old === undefined ? '' : `<span class="price old-price">${money(one.old)}</span>`}<span class="price actual-price">${money(one.price)}</span></div><div class="buttons"><button type="button" class="button-2 product-box-add-to-cart-button" onclick="return AjaxCart.addproducttocart_catalog('/addproducttocart/catalog/${one.id}/1/1'),!1">Thêm vào giỏ</button></div></div></div></div></div>`
const [first = [], second = []] = paged(GOODS, 3)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Nông cụ',
    'html-category-page',
    `<div class="breadcrumb"><ul><li><a href="/" title="Trang chủ">Trang chủ</a> <span class="delimiter">/</span></li><li><strong class="current-item">Nông cụ</strong></li></ul></div><div class="side-2"><div class="block block-category-navigation"><ul class="list"><li class="active last"><a href="/nong-cu">Nông cụ</a></li></ul></div></div><div class="center-2"><div class="page category-page"><div class="page-title"><h1>Nông cụ</h1></div><div class="products-container"><div class="products-wrapper"><div class="product-grid"><div class="item-grid">${items.map(card).join('')}</div></div><div class="pager"><ul>${page === 1 ? '<li class="current-page"><span>1</span></li><li class="individual-page"><a data-page="2" href="/nong-cu?pagenumber=2">2</a></li><li class="next-page"><a data-page="2" href="/nong-cu?pagenumber=2">Tiếp</a></li>' : '<li class="previous-page"><a data-page="1" href="/nong-cu">Trước</a></li><li class="individual-page"><a data-page="1" href="/nong-cu">1</a></li><li class="current-page"><span>2</span></li>'}</ul></div></div></div></div></div>`,
  )
const product = (one: Goods) =>
  shell(
    one.name,
    'html-product-details-page',
    `<div class="breadcrumb"><ul itemscope itemtype="http://schema.org/BreadcrumbList"><li><span><a href="/"><span>Trang chủ</span></a></span></li><li itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><a href="/nong-cu" itemprop="item"><span itemprop="name">Nông cụ</span></a><meta itemprop="position" content="1" /></li><li itemprop="itemListElement" itemscope itemtype="http://schema.org/ListItem"><strong class="current-item" itemprop="name">${one.name}</strong></li></ul></div><div class="center-1"><div class="page product-details-page"><div class="page-body"><form method="post" id="product-details-form"><div data-productid="${one.id}"><div class="product-essential"><div class="gallery"><div class="picture-gallery"><div class="picture"><img alt="Ảnh ${one.name}" src="${image(one)}" title="Ảnh ${one.name}" id="main-product-img-${one.id}" /></div></div></div><div class="overview"><div class="product-name"><h1>${one.name}</h1></div><div class="short-description">${one.text}</div><div class="product-reviews-overview"><div class="product-no-reviews"><a href="/productreviews/${one.id}">Hãy đánh giá đầu tiên</a></div></div><div class="availability"><div class="stock"><span class="label">Tình trạng:</span><span class="value" id="stock-availability-value-${one.id}">${one.out ? 'Hết hàng' : 'Còn hàng'}</span></div></div><div class="additional-details"><div class="sku"><span class="label">SKU:</span><span class="value" id="sku-${one.id}">NC_${one.id}</span></div></div><div class="prices">${one.old === undefined ? '' : `<div class="old-price"><span>Giá cũ:</span><span>${money(one.old)}</span></div>`}<div class="${one.old === undefined ? 'product-price' : 'discounted-price'}">${one.old === undefined ? '' : '<span>Giá:</span>'}<span id="price-value-${one.id}" class="price-value-${one.id}">${money(one.price)}</span></div></div><div class="add-to-cart"><div class="add-to-cart-panel"><label class="qty-label">SL:</label><input id="product_enteredQuantity_${one.id}" class="qty-input" type="text" value="1" /><button type="button" id="add-to-cart-button-${one.id}" class="button-1 add-to-cart-button" data-productid="${one.id}">Thêm vào giỏ</button></div></div></div></div><div class="product-collateral"><div class="product-tags-box"><ul><li class="tag"><a href="/vuon" class="producttag">vườn</a></li></ul></div></div></div></form><div class="related-products-grid product-grid"><div class="title"><strong>Hàng liên quan</strong></div><div class="item-grid">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div></div></div></div></div>`,
    `<meta property="og:type" content="product" /><meta property="og:title" content="${one.name}" /><meta property="og:description" content="${one.text}" /><meta property="og:image" content="${image(one)}" /><meta property="og:image:url" content="${image(one)}" /><meta property="og:url" content="${BASE}/${one.slug}" /><meta property="og:site_name" content="Nông Cụ" />`,
  )

export const nopcommerce: Make = {
  name: 'nopcommerce',
  base: BASE,
  pages: {
    '/': shell(
      'Trang chủ',
      'html-home-page',
      `<div class="center-1"><div class="page home-page"><div class="category-grid home-page-category-grid"><div class="item-box"><div class="category-item"><h2 class="title"><a href="/nong-cu">Nông cụ</a></h2></div></div></div><div class="product-grid home-page-product-grid"><div class="title"><strong>Hàng nổi bật</strong></div><div class="item-grid">${GOODS.slice(0, 2).map(card).join('')}</div></div></div></div>`,
    ),
    '/nong-cu': list(1, first),
    '/nong-cu?pagenumber=2': list(2, second),
    '/about-us': shell(
      'Giới thiệu',
      'html-topic-page',
      '<div class="page topic-page"><div class="page-title"><h1>Giới thiệu</h1></div><p>Bán nông cụ từ 1998.</p></div>',
    ),
    ...Object.fromEntries(GOODS.map((one) => [`/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: image(one).split('/').pop() ?? '',
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `NC_${one.id}`,
  })),
}
