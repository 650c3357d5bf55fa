import { grouped, type Make } from './make.ts'

const BASE = 'https://dung-cu-moc.example'
const GOODS = [
  {
    id: 51,
    slug: 'may-bao-cam-tay-82mm',
    name: 'Máy bào cầm tay 82mm',
    model: 'MB-082',
    brand: 'Kỳ Nam',
    price: 1350000,
    old: 1590000,
    out: false,
  },
  {
    id: 52,
    slug: 'bo-duc-go-6-mon',
    name: 'Bộ đục gỗ 6 món thép rèn',
    model: 'DG-6',
    brand: 'Lâm Rèn',
    price: 420000,
    old: null,
    out: false,
  },
  {
    id: 53,
    slug: 'cua-loc-mini',
    name: 'Cưa lọng mini 12V',
    model: 'CL-12',
    brand: 'Kỳ Nam',
    price: 2180000,
    old: 2450000,
    out: true,
  },
  {
    id: 54,
    slug: 'keo-sua-go-500ml',
    name: 'Keo sữa gỗ 500ml',
    model: 'KS-500',
    brand: 'Dính Tốt',
    price: 65000,
    old: null,
    out: false,
  },
] as const
type One = (typeof GOODS)[number]
const money = (amount: number) => `${grouped(amount, ',')} VNĐ`
const img = ({ slug }: One, size: string) => `${BASE}/image/cache/catalog/san-pham/${slug}-${size}.jpg`
const shell = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html dir="ltr" lang="vi" class="desktop win chrome route-product-product store-0 skin-1"><head typeof="og:website"><meta charset="UTF-8" /><title>${title}</title><base href="${BASE}/" />${head}<script>window['Journal'] = {"isPopup":false,"notificationHideAfter":"2000"};</script></head>
<body class=""><div class="mobile-container"><div class="mobile-cart-content-wrapper"><div class="cart-items-wrapper"></div></div></div><div class="site-wrapper"><header class="header-classic"><div class="top-bar"><ul class="j-menu"><li><a href="tel:02873001234"><span class="links-text">028 7300 1234</span></a></li><li><a href="${BASE}/index.php?route=account/login">Đăng nhập</a></li></ul></div><div id="logo"><a href="${BASE}/"><img src="${BASE}/image/cache/catalog/logo-200x60.png" alt="Dụng Cụ Mộc" title="Dụng Cụ Mộc"/></a></div><div id="cart" class="dropdown"><a class="dropdown-toggle cart-heading" href="${BASE}/index.php?route=checkout/cart"><span id="cart-total">1 sản phẩm - 65,000 VNĐ</span></a><div id="cart-content" class="dropdown-menu"><ul><li class="cart-products"><table class="table"><tbody><tr><td class="td-image"><a href="${BASE}/keo-sua-go-500ml"><img src="${BASE}/image/cache/catalog/san-pham/keo-sua-go-500ml-60x60.jpg" alt="Keo sữa gỗ 500ml"/></a></td><td class="td-name"><a href="${BASE}/keo-sua-go-500ml">Keo sữa gỗ 500ml</a></td><td class="td-qty">x 1</td><td class="td-total">65,000 VNĐ</td></tr></tbody></table></li><li class="cart-totals"><table><tr><td>Tổng cộng</td><td class="td-total-text">65,000 VNĐ</td></tr></table></li></ul></div></div><nav><ul class="j-menu"><li><a href="${BASE}/dung-cu-go"><span class="links-text">Dụng cụ gỗ</span></a></li><li><a href="${BASE}/index.php?route=information/contact">Liên hệ</a></li></ul></nav></header>${body}<footer><p>Giao miễn phí cho đơn trên 1,000,000 VNĐ</p></footer></div></body></html>`
const card = (one: One) =>
  `<div class="product-layout ${one.old ? 'has-extra-button has-special' : ''} ${one.out ? 'out-of-stock' : ''}"><div class="product-thumb"><div class="image"><div class="quickview-button"><a class="btn btn-quickview" onclick="quickview('${one.id}')"><span class="btn-text">Xem nhanh</span></a></div><a href="${BASE}/${one.slug}" class="product-img"><div><img src="${img(one, '250x250')}" width="250" height="250" alt="${one.name}" title="${one.name}" class="img-responsive img-first"/></div></a><div class="product-labels">${one.old ? `<span class="product-label product-label-28"><b>-${Math.round(100 - (one.price / one.old) * 100)} %</b></span>` : ''}</div></div><div class="caption"><div class="stats"><span class="stat-1"><span class="stats-label">Mã:</span> <span>${one.model}</span></span></div><div class="name"><a href="${BASE}/${one.slug}">${one.name}</a></div><div class="price"><div>${one.old ? `<span class="price-new">${money(one.price)}</span> <span class="price-old">${money(one.old)}</span>` : `<span class="price-normal">${money(one.price)}</span>`}</div><span class="price-tax">Chưa thuế: ${money(Math.round(one.price / 1.1))}</span></div><div class="buttons-wrapper"><a class="btn btn-cart" onclick="cart.add('${one.id}', 1);"><span class="btn-text">Thêm vào giỏ</span></a></div></div></div></div>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Dụng cụ gỗ',
    `<ul class="breadcrumb"><li><a href="${BASE}/"><i class="fa fa-home"></i></a></li><li><a href="${BASE}/dung-cu-go">Dụng cụ gỗ</a></li></ul><h1 class="title page-title"><span>Dụng cụ gỗ</span></h1><div id="product-category" class="container"><aside id="column-left"><div class="module module-filter"><div class="panel-collapse"><input type="text" class="filter-price-min" value="65000"><input type="text" class="filter-price-max" value="2180000"></div></div></aside><div id="content"><div class="products-filter"><select id="input-sort"><option value="${BASE}/dung-cu-go?sort=p.price&amp;order=ASC">Giá thấp trước</option></select></div><div class="main-products product-grid">${items.map(card).join('')}</div><div class="row pagination-results"><div class="col-sm-6 text-left">${page === 1 ? `<ul class="pagination"><li class="active"><span>1</span></li><li><a href="${BASE}/dung-cu-go?page=2">2</a></li><li><a href="${BASE}/dung-cu-go?page=2" class="next">&gt;</a></li><li><a href="${BASE}/dung-cu-go?page=2">&gt;|</a></li></ul>` : `<ul class="pagination"><li><a href="${BASE}/dung-cu-go">|&lt;</a></li><li><a href="${BASE}/dung-cu-go">1</a></li><li class="active"><span>2</span></li></ul>`}</div><div class="col-sm-6 text-right">Hiển thị 1 đến 2 trên 4 (2 trang)</div></div></div></div>`,
  )
const product = (one: One) =>
  shell(
    one.name,
    `<ul class="breadcrumb"><li><a href="${BASE}/"><i class="fa fa-home"></i></a></li><li><a href="${BASE}/dung-cu-go">Dụng cụ gỗ</a></li><li><a href="${BASE}/${one.slug}">${one.name}</a></li></ul><div id="product-product" class="container"><div class="row"><div id="content"><div class="product-info ${one.out ? 'out-of-stock' : ''} ${one.old ? 'has-special' : ''}"><div class="product-left"><div class="product-image"><div class="swiper main-image"><div class="swiper-slide" data-gallery=".lightgallery-product-images"><img src="${img(one, '550x550')}" srcset="${img(one, '550x550')} 1x, ${img(one, '1100x1100')} 2x" data-largeimg="${img(one, '1100x1100')}" alt="${one.name}" title="${one.name}" width="550" height="550"/></div></div></div></div><div class="product-right"><div id="product" class="product-details"><div class="title page-title">${one.name}</div><div class="product-stats"><ul class="list-unstyled"><li class="product-stock ${one.out ? 'out-of-stock' : 'in-stock'}"><b>Tình trạng:</b> <span>${one.out ? 'Hết hàng' : 'Còn hàng'}</span></li><li class="product-manufacturer"><b>Hãng:</b> <a href="${BASE}/hang-${one.id}">${one.brand}</a></li><li class="product-model"><b>Mã hàng:</b> <span>${one.model}</span></li><li class="product-reward"><b>Điểm thưởng:</b> <span>${Math.round(one.price / 1000)}</span></li></ul></div><div class="product-price-group"><div class="price-wrapper"><div class="price-group">${one.old ? `<div class="product-price-new">${money(one.price)}</div><div class="product-price-old">${money(one.old)}</div>` : `<div class="product-price">${money(one.price)}</div>`}</div><div class="product-tax">Chưa thuế: ${money(Math.round(one.price / 1.1))}</div><div class="product-points">Giá bằng điểm thưởng: ${Math.round(one.price / 100)}</div></div></div>${one.old ? '<div class="countdown-wrapper"><div class="countdown-title">Kết thúc sau</div><div class="countdown" data-date="2025-12-31"></div></div>' : ''}<div class="product-discount">2 cái trở lên: ${money(one.price - 10000)}</div><div class="button-group-page"><div class="stepper"><input id="product-quantity" type="text" name="quantity" value="1"/><input type="hidden" id="product-id" name="product_id" value="${one.id}"/></div><a id="button-cart" class="btn btn-cart"><span class="btn-text">Thêm vào giỏ</span></a><a class="btn btn-extra btn-1-extra">Mua ngay</a></div></div></div></div><div class="module module-blocks"><div class="block-body expand-block"><h3>Mô tả</h3><div class="block-content"><p>${one.name} của ${one.brand}, bảo hành 12 tháng tại xưởng. Phí giao 35,000 VNĐ toàn quốc.</p></div></div></div><div class="module module-products"><h3 class="title module-title">Hàng cùng loại</h3><div class="product-grid">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .map(card)
      .join('')}</div></div></div></div></div>`,
    `<link rel="canonical" href="${BASE}/${one.slug}"/><meta property="og:type" content="product"/><meta property="og:title" content="${one.name}"/><meta property="og:image" content="${img(one, '600x315h')}"/><meta property="og:image:width" content="600"/>`,
  )
export const journal: Make = {
  name: 'journal',
  base: BASE,
  pages: {
    '/': shell(
      'Dụng Cụ Mộc',
      `<div id="content"><div class="module module-products"><h3>Bán chạy</h3><div class="product-grid">${card(GOODS[2])}${card(GOODS[1])}</div></div></div>`,
    ),
    '/dung-cu-go': list(GOODS.slice(0, 2), 1),
    '/dung-cu-go?page=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old,
    image: one.slug,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: one.model,
  })),
}
