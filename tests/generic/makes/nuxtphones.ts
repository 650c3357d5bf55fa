import { grouped, type Make } from './make.ts'

/** A chain for phones on Nuxt: other memory sizes and colours stand beside the price with prices of their own. */
const BASE = 'https://phones.example'

interface Phone {
  readonly id: number
  readonly path: string
  readonly name: string
  readonly price: number | null
  readonly old?: number
  readonly state?: string
}

const PHONES: readonly Phone[] = [
  {
    id: 501,
    path: '/dien-thoai-sao-mai-x1-128gb.html',
    name: 'Sao Mai X1 8GB 128GB',
    price: 5_490_000,
    old: 6_290_000,
  },
  {
    id: 502,
    path: '/dien-thoai-sao-mai-x1-256gb.html',
    name: 'Sao Mai X1 8GB 256GB',
    price: 6_190_000,
    old: 7_290_000,
  },
  { id: 503, path: '/tai-nghe-tieng-doi-t3.html', name: 'Tai nghe Tiếng Dội T3', price: 890_000 },
  {
    id: 504,
    path: '/op-lung-sao-mai-x1.html',
    name: 'Ốp lưng Sao Mai X1 trong suốt',
    price: 90_000,
    old: 150_000,
    state: 'Hết hàng',
  },
  {
    id: 505,
    path: '/dien-thoai-sao-mai-x2-pro.html',
    name: 'Sao Mai X2 Pro',
    price: null,
    state: 'Đăng ký nhận thông tin',
  },
]
const money = (amount: number) => `${grouped(amount)}đ`
const picture = (one: Phone) => `https://cdn.phones.example/media/catalog/product/s/a/sp-${one.id}.png`
const state = (one: Phone) =>
  `<script>window.__NUXT__=(function(a,b,c,d){return {layout:"default",data:[{product:{general:{product_id:${one.id},name:"${one.name}",url_path:"${one.path.slice(1)}",sku:"SM${one.id}"},filterable:{price:${one.old ?? one.price ?? 0},special_price:${one.price ?? 0},is_installment:a,stock_available_id:46,thumbnail:"\\u002Fs\\u002Fa\\u002Fsp-${one.id}.png"}}}],fetch:{},error:b,serverRendered:a,routePath:"${one.path.replaceAll('/', '\\u002F')}",config:{_app:{basePath:"\\u002F",assetsPath:c,cdnURL:b}}}}(true,null,"\\u002F_nuxt\\u002F","x"));</script>`
const shell = (title: string, body: string, script = '') =>
  `<!doctype html><html data-n-head-ssr lang="vi" data-n-head="%7B%22lang%22:%7B%22ssr%22:%22vi%22%7D%7D"><head ><title>${title}</title><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="viewport" content="width=device-width, initial-scale=1"><link rel="preload" href="/_nuxt/a1.js" as="script"></head><body ><div data-server-rendered="true" id="__nuxt"><div id="__layout"><div id="layout-desktop" data-v-0a1b2c3d><div class="cps-header" data-v-1f2e3d><div class="header-container"><a href="/" class="nuxt-link-active cps-logo" data-v-1f2e3d><svg></svg></a><div class="header-button button__menu" data-v-1f2e3d><p>Danh mục</p></div><form class="search-form"><input type="text" placeholder="Bạn cần tìm gì?" value=""></form><a href="/cart" class="button__cart" data-v-1f2e3d><span>Giỏ hàng</span><span class="total-item">0</span></a></div><div class="menu-wrapper" data-v-77><div class="menu-tree"><div class="label-menu-tree"><a href="/mobile.html" class="multiple-link"><span>Điện thoại, phụ kiện</span></a></div></div></div></div><main class="container-main">${body}</main><footer data-v-44><p>Gọi mua hàng 1800 1234 (7h30 - 22h00)</p><p>Bảo hành 1800 1235</p></footer></div></div></div>${script}<script src="/_nuxt/a1.js" defer></script></body></html>`
const card = (one: Phone) =>
  `<div class="product-info-container product-item" data-v-5b6c><div class="product-info" data-v-5b6c><a href="${one.path}" class="product__link button__link" data-v-5b6c><div class="product__image" data-v-5b6c><img src="https://cdn.phones.example/insecure/rs:fill:358:358/q:90/plain/${picture(one)}" width="358" height="358" alt="${one.name}" loading="lazy" class="product__img" data-v-5b6c></div><div class="product__name" data-v-5b6c><h3>${one.name}</h3></div><div class="block-box-price" data-v-5b6c><div class="box-info__box-price" data-v-5b6c>${one.price === null ? '<p class="product__price--show">Giá Liên Hệ</p>' : `<p class="product__price--show">${money(one.price)}</p>${one.old ? `<p class="product__price--through">${money(one.old)}</p><div class="product__price--percent"><p class="product__price--percent-detail">Giảm&nbsp;15%</p></div>` : '<!---->'}`}</div></div><div class="block-smem-price" data-v-5b6c><span>Thành viên giảm đến</span> <span class="edu-price">40.000đ</span></div><div class="product__promotions" data-v-5b6c><div class="promotion"><p class="coupon-price">Trả góp 0% - 0đ phụ thu - 0đ trả trước - kỳ hạn đến 6 tháng</p></div></div></a><div class="bottom-div" data-v-5b6c><div class="product__box-rating"><span>4.9</span></div><div class="wishlist-button">Yêu thích</div></div></div></div>`
const linked = PHONES.slice(0, 2)
const versions = (one: Phone) =>
  linked.includes(one)
    ? `<div class="box-linked" data-v-9a><p class="title">Phiên bản</p><div class="list-linked">${linked.map((other) => `<a href="${other.path}" class="item-linked button__link${other === one ? ' active' : ''}"><strong>${other.name.slice(-5)}</strong><span>${money(other.price ?? 0)}</span></a>`).join('')}</div></div><div class="box-product-variants" data-v-9a><div class="box-title"><p>Màu sắc</p></div><ul class="list-variants"><li class="item-variant"><a title="Đen" class="button__change-color"><img src="https://cdn.phones.example/insecure/rs:fill:50:50/plain/${picture(one)}" alt="Đen"><div><strong class="item-variant-name">Đen</strong><span class="item-variant-price">${money(one.price ?? 0)}</span></div></a></li><li class="item-variant"><a title="Kem" class="button__change-color"><img src="https://cdn.phones.example/insecure/rs:fill:50:50/plain/${picture(one)}" alt="Kem"><div><strong class="item-variant-name">Kem</strong><span class="item-variant-price">${money((one.price ?? 0) + 100_000)}</span></div></a></li></ul></div>`
    : '<!---->'
const prices = (one: Phone) => {
  if (one.price === null)
    return '<div class="box-product-price" data-v-9b><div class="sale-price">Giá Liên Hệ</div><p>Dự kiến mở bán tháng sau. Đặt trước giảm 500.000đ</p></div>'
  return `<div class="box-product-price" data-v-9b><div class="sale-price">${money(one.price)}</div>${one.old ? `<del class="base-price">${money(one.old)}</del>` : '<!---->'}</div><div class="box-trade-in-price" data-v-9b><p>Thu cũ đổi mới chỉ từ</p><span class="price">${money(Math.round(one.price / 2))}</span><span>Trợ giá đến 300.000đ</span></div>`
}
const product = (one: Phone) =>
  shell(
    `${one.name} | Giá rẻ, ưu đãi lớn`,
    `<div class="cps-container cps-body" data-v-9c><div id="breadcrumbs" class="breadcrumbs"><div class="block-breadcrumbs affix"><div class="cps-container"><ul><li><svg></svg><div><a href="/">Trang chủ</a></div></li><li><svg></svg><div><a href="/mobile.html">Điện thoại</a></div></li><li><svg></svg><div>${one.name}</div></li></ul></div></div></div><section id="productDetailV2" class="block-detail-product"><div class="box-header is-flex is-align-items-center box-header-desktop"><div class="box-product-name"><h1>${one.name}</h1></div><div class="box-rating"><span>4.9</span><p>127 đánh giá</p></div></div><div class="box-detail-product columns m-0"><div class="box-detail-product__box-left column"><div class="box-gallery"><div class="gallery-slide gallery-top swiper-container"><div class="swiper-wrapper"><div class="swiper-slide gallery-img"><a href="${picture(one)}" class="spotlight"><img src="https://cdn.phones.example/insecure/rs:fill:0:358/q:90/plain/${picture(one)}" alt="${one.name}" loading="lazy"></a></div></div></div></div><div class="box-warranty-info"><p>Bảo hành 12 tháng, đổi mới 30 ngày</p></div></div><div class="box-detail-product__box-center column is-one-third">${versions(one)}${prices(one)}<div class="box-product-promotion"><div class="box-product-promotion-header"><p>Khuyến mãi</p></div><div class="box-product-promotion-content"><a href="/uu-dai" class="promotion-item">Tặng sim 5G 60.000đ/tháng</a><a href="/uu-dai" class="promotion-item">Giảm thêm 5% tối đa 1.000.000đ qua ví</a></div></div><div class="box-order-btn">${one.state ? `<a class="btn-out-of-stock"><strong>${one.state}</strong></a>` : '<button class="order-button button--has-effect"><strong>MUA NGAY</strong><span>(Giao nhanh từ 2 giờ hoặc nhận tại cửa hàng)</span></button><button class="add-to-cart-button"><span>Thêm vào giỏ</span></button><a class="button-installment">Trả góp 0%</a>'}</div></div></div><div class="block-product-cross-sale"><div class="cross-title">Mua cùng giảm thêm</div><div class="cross-item"><a href="${(PHONES[3] as Phone).path}">${(PHONES[3] as Phone).name}</a><p class="special-price">80.000đ</p></div></div><div class="cps-block-content"><h2>Đặc điểm nổi bật</h2><p>${one.name} có pin bền, giá dự kiến ban đầu từng là 7.990.000đ.</p></div></section><div class="block-similar"><div class="title">Có thể bạn cũng thích</div><div class="product-list-swiper">${PHONES.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div>`,
    state(one),
  )
const list = (items: readonly Phone[], more: string) =>
  shell(
    'Điện thoại, phụ kiện chính hãng',
    `<div class="cps-container cps-body"><div class="cps-block-category"><h1>Điện thoại, phụ kiện</h1><div class="block-filter-sort"><div class="filter-sort__list-filter"><button class="btn-filter">Giá</button></div><a href="/mobile.html?order=filter_price&amp;dir=desc" class="btn-filter button__sort">Giá Cao - Thấp</a></div><div class="block-products-filter"><div class="product-list-filter is-flex is-flex-wrap-wrap">${items.map(card).join('')}</div><div class="cps-block-content_btn-showmore">${more}</div></div></div></div>`,
  )

export const nuxtphones: Make = {
  name: 'nuxtphones',
  base: BASE,
  pages: {
    '/': shell(
      'Điện thoại, phụ kiện',
      `<div class="block-hot-sale"><h2 class="title-hot-sale">Hot sale cuối tuần</h2><div class="swiper-wrapper">${PHONES.slice(2, 4).map(card).join('')}</div></div>`,
    ),
    '/mobile.html': list(
      PHONES.slice(0, 3),
      '<a href="/mobile.html?p=2" class="button btn-show-more button__show-more-product">Xem thêm 2 sản phẩm <svg></svg></a>',
    ),
    '/mobile.html?p=2': list(PHONES.slice(3), ''),
    ...Object.fromEntries(PHONES.map((one) => [one.path, product(one)])),
  },
  wanted: PHONES.map((one) => ({
    path: one.path,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `sp-${one.id}.png`,
    ...(one.state === 'Hết hàng' ? { availability: 'OutOfStock' } : {}),
  })),
}
