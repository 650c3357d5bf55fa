import { grouped, type Make } from './make.ts'

const BASE = 'https://ao-lanh-men.example'
const GOODS = [
  {
    id: 1045001,
    slug: 'ao-so-mi-lanh-co-tau',
    name: 'Áo sơ mi linen cổ tàu',
    sku: 'SM01',
    price: 385000,
    old: 450000,
    out: false,
  },
  {
    id: 1045002,
    slug: 'quan-ong-rong-dui-to-tam',
    name: 'Quần ống rộng đũi tơ tằm',
    sku: 'QR02',
    price: 520000,
    old: null,
    out: false,
  },
  {
    id: 1045003,
    slug: 'vay-hai-day-hoa-nhi',
    name: 'Váy hai dây hoa nhí',
    sku: 'VH03',
    price: 299000,
    old: 399000,
    out: true,
  },
  {
    id: 1045004,
    slug: 'khan-turban-cotton',
    name: 'Khăn turban cotton',
    sku: 'KT04',
    price: 79000,
    old: null,
    out: false,
  },
] as const
type One = (typeof GOODS)[number]
const money = (amount: number) => `${grouped(amount, ',')}₫`
const img = ({ slug }: One, size = '') => `//product.hstatic.example/200000111/product/${slug}_1${size}.jpg`
const swatches = (one: One) =>
  `<ul class="color-list"><li class="color-item active" data-img="${img(one, '_medium')}"><a href="javascript:void(0)" title="Be"><span style="background:#e8dcc4"></span></a></li><li class="color-item"><a href="javascript:void(0)" title="Nâu"><span style="background-image:url(//theme.hstatic.example/nau.png)"></span></a></li></ul>`
const shell = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"/><title>${title} – LÀNH MÊN</title>${head}<script>if(typeof Haravan === 'undefined'){ Haravan = {}; } Haravan.shop = 'lanh-men.myharavan.example';var shopcurrency='VND';</script></head><body id="lama-theme"><div class="topbar"><div class="topbar-slide">VOUCHER 50K CHO ĐƠN TỪ 499K | HOTLINE 0912.345.678</div></div><header><a class="logo" href="/"><img src="//theme.hstatic.example/logo.png" alt="LÀNH MÊN"></a><nav><a href="/collections/ao">Áo quần</a><a href="/pages/bang-size">Bảng size</a></nav><div class="site-cart"><a href="/cart">Giỏ <span class="count">0</span></a><div class="cart-view"><table id="clone-item-cart" class="hidden"><tr class="item_2 hidden"><td class="img"><a href="" title=""><img src="" alt=""></a></td><td><a class="pro-title-view" href=""></a><span class="pro-price-view"></span></td></tr></table><div class="mini-cart-total">TỔNG TIỀN: <span id="total-view-cart">0₫</span></div></div></div></header><main>${body}</main><div id="quick-view-modal" class="modal" style="display:none"><div class="qv-title"><h3><a href=""></a></h3></div><div class="pro-price"><span class="price-now">999,000₫</span><del></del></div></div><footer><p>Hộ kinh doanh Lành Mên</p></footer></body></html>`
const card = (one: One) =>
  `<div class="product-block" data-anmation="1"><div class="product-img">${one.old ? `<div class="product-sale"><span>-${Math.round(100 - (one.price / one.old) * 100)}%</span></div>` : ''}${one.out ? '<div class="sold-out">Hết hàng</div>' : ''}<a href="/products/${one.slug}" title="${one.name}" class="image-resize"><picture><source srcset="${img(one, '_large')}"><img class="img-loop lazyload" data-src="${img(one, '_large')}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=" ${one.name} "/></picture></a><div class="button-add"><button class="btn-quickview" data-handle="/products/${one.slug}">Xem nhanh</button></div></div><div class="product-detail"><h3 class="pro-name"><a href="/products/${one.slug}" title="${one.name}">${one.name}</a></h3>${swatches(one)}<p class="pro-price" ${one.old ? `title="Giá gốc ${money(one.old)}"` : ''}>${money(one.price)}</p></div></div>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Áo quần',
    `<h1 class="title">Áo quần</h1><div class="filter"><label><input type="checkbox" data-price="0:(product:price=<300000)"> Dưới 300,000₫</label></div><div class="content-product-list">${items.map(card).join('')}</div><div id="pagination">${page === 1 ? '<span class="page-node current">1</span><a class="page-node" href="/collections/ao?page=2">2</a><a class="next" href="/collections/ao?page=2"><svg></svg></a>' : '<a class="prev" href="/collections/ao?page=1"><svg></svg></a><a class="page-node" href="/collections/ao?page=1">1</a><span class="page-node current">2</span>'}</div>`,
  )
const product = (one: One) =>
  shell(
    one.name,
    `<div class="productDetail-page"><div class="product-gallery"><div id="sliderproduct"><ul class="slides"><li class="product-gallery-item gallery-item"><img class="product-image-feature" data-src="${img(one)}" src="${img(one, '_master')}" alt=" ${one.name} "></li></ul></div></div><div class="product-content"><div class="product-title"><h1>${one.name}</h1><span id="pro_sku">Mã: ${one.sku}</span><span class="pro-soldold">Tình trạng: <strong>${one.out ? 'Hết hàng' : 'Còn hàng'}</strong></span></div><div class="product-price" id="price-preview" ${one.old ? `title="Giá gốc ${money(one.old)}"` : ''}><span class="pro-price">${money(one.price)}</span></div><div class="coupon-list"><div class="coupon"><b>MEN50</b> Giảm 50,000₫ đơn từ 499,000₫</div></div><form id="add-item-form" action="/cart/add" method="post" class="variants clearfix"><div class="select clearfix"><select id="product-select" name="id" style="display:none"><option value="${one.id}1">Be / S - ${money(one.price)}</option><option value="${one.id}2">Nâu / M - ${money(one.price + 20000)}</option></select></div><div class="select-swatch"><div class="swatch" data-option-index="0"><div class="header">Màu sắc:</div>${swatches(one)}</div><div class="swatch" data-option-index="1"><div class="header">Size</div><div class="swatch-element" data-value="S"><input type="radio" name="option2" value="S" checked><label>S</label></div></div></div>${one.out ? '<button type="button" id="add-to-cart" class="btn disabled" disabled>Hết hàng</button>' : '<button type="button" id="add-to-cart" class="add-to-cartProduct">Thêm vào giỏ</button>'}</form><div class="product-description"><div class="description-content"><p>${one.name} may từ vải tự nhiên, giặt tay nước lạnh. Mẫu cao 1m62 mặc size S.</p></div></div></div></div><div class="list-productRelated"><h2>Phối cùng</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .map(card)
      .join(
        '',
      )}</div><script>new Haravan.OptionSelectors("product-select", { product: {"available":${!one.out},"compare_at_price":${one.old ? one.old * 100 : 0},"handle":"${one.slug}","id":${one.id},"price":${one.price * 100},"title":"${one.name}","variants":[{"id":${one.id}1,"price":${one.price * 100},"sku":"${one.sku}","available":${!one.out}}]}, onVariantSelected: selectCallback });</script>`,
    `<link rel="canonical" href="${BASE}/products/${one.slug}"/><meta property="og:type" content="product"/><meta property="og:title" content="${one.name}"/><meta property="og:image" content="http:${img(one, '_grande')}"/>`,
  )
export const swatched: Make = {
  name: 'swatched',
  base: BASE,
  pages: {
    '/': shell('Trang chủ', `<section><h2>Mới</h2>${card(GOODS[0])}${card(GOODS[3])}</section>`),
    '/collections/ao': list(GOODS.slice(0, 2), 1),
    '/collections/ao?page=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/products/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/products/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old,
    image: `${one.slug}_1`,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
