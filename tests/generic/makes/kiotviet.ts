import { type Goods, goods, grouped, type Make } from './make.ts'

const BASE = 'https://vai-soi-kiotviet.example'
const GOODS = goods(16, ['Vải đũi tơ tằm', 'Vải gấm lụa hoa', 'Chỉ thêu 24 màu', 'Kim may hộp', 'Khuy gỗ dừa'])
const money = (amount: number) => `${grouped(amount, ',')}đ`
const pathOf = ({ slug, id }: Goods) => `/${slug}-p900${id}.html`
const image = ({ id }: Goods) => `https://cdn-images.kiotviet.example/vaisoi/9f${id}.jpg`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8" /><title>${title}</title>${head}<script>var KVShop = {"retailer":"vaisoi","currency":"VND"};</script></head>
<body class="kv-web"><header class="kv-header"><div class="header-logo"><a href="/"><img src="/logo.png" alt="Vải Sợi"></a></div><ul class="kv-menu"><li><a href="/san-pham">Sản phẩm</a></li><li><a href="/gioi-thieu">Giới thiệu</a></li></ul><div class="header-cart"><a href="/gio-hang"><i class="icon-cart"></i><span class="cart-count">0</span></a><div class="mini-cart"><div class="mini-cart-total"><span>Tổng cộng</span><strong>0đ</strong></div></div></div></header><main class="kv-main">${body}</main><footer class="kv-footer"><p>Miễn phí giao hàng cho đơn từ 500,000đ</p></footer></body></html>`
const card = (one: Goods) =>
  `<div class="product-item col-6 col-md-3"><div class="product-image"><a href="${pathOf(one)}" title="${one.name}"><img class="lazyload" data-src="${image(one)}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="${one.name}" /></a>${one.old === undefined ? '' : '<span class="product-sale">-23%</span>'}</div><div class="product-info"><div class="product-name"><a href="${pathOf(one)}">${one.name}</a></div><div class="product-price"><span class="price-sale">${money(one.price)}</span>${one.old === undefined ? '' : `<span class="price-origin">${money(one.old)}</span>`}</div><button class="btn btn-add-cart" data-id="900${one.id}">Thêm vào giỏ</button></div></div>`
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Sản phẩm - Vải Sợi',
    `<div class="container"><ul class="kv-breadcrumb"><li><a href="/">Trang chủ</a></li><li class="active">Sản phẩm</li></ul><h1 class="page-title">Tất cả sản phẩm</h1><div class="row product-list">${items.map(card).join('')}</div><ul class="kv-pagination pagination">${page === 1 ? '<li class="active"><a href="javascript:void(0)">1</a></li><li><a href="/san-pham?page=2">2</a></li><li><a href="/san-pham?page=2"><i class="fa fa-angle-right"></i></a></li>' : '<li><a href="/san-pham?page=1">1</a></li><li class="active"><a href="javascript:void(0)">2</a></li>'}</ul></div>`,
  )
const product = (one: Goods) =>
  shell(
    `${one.name} - Vải Sợi`,
    `<div class="container product-detail"><ul class="kv-breadcrumb"><li><a href="/">Trang chủ</a></li><li><a href="/san-pham">Sản phẩm</a></li><li class="active">${one.name}</li></ul><div class="row"><div class="col-md-6"><div class="product-gallery swiper"><div class="swiper-slide"><img src="${image(one)}" alt="${one.name}"></div></div></div><div class="col-md-6"><h1 class="product-title">${one.name}</h1><div class="product-code">Mã hàng: <span>SP000${one.id}</span></div><div class="product-price"><span class="price-sale">${money(one.price)}</span>${one.old === undefined ? '' : `<span class="price-origin">${money(one.old)}</span><span class="price-percent">-23%</span>`}</div><div class="product-stock">Tình trạng: <b>${one.out ? 'Hết hàng' : 'Còn hàng'}</b></div><div class="product-quantity"><button>-</button><input type="number" value="1"><button>+</button></div><button class="btn btn-primary btn-buy-now" ${one.out ? 'disabled' : ''}>Mua ngay</button></div></div><div class="product-tabs"><h3>Mô tả sản phẩm</h3><div class="product-content">${one.text}</div></div><div class="product-related"><h3>Sản phẩm liên quan</h3><div class="row">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div>`,
    `<meta property="og:title" content="${one.name}" /><meta property="og:type" content="website" /><meta property="og:image" content="${image(one)}" /><meta property="og:url" content="${BASE}${pathOf(one)}" />`,
  )

export const kiotviet: Make = {
  name: 'kiotviet',
  base: BASE,
  pages: {
    '/': shell(
      'Vải Sợi',
      `<section class="home-products"><h2>Hàng mới về</h2><div class="row">${GOODS.slice(0, 3).map(card).join('')}</div><a class="view-more" href="/san-pham">Xem tất cả</a></section>`,
    ),
    '/san-pham': list(1, GOODS.slice(0, 3)),
    '/san-pham?page=1': list(1, GOODS.slice(0, 3)),
    '/san-pham?page=2': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `9f${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `SP000${one.id}`,
  })),
}
