import { grouped, type Make } from './make.ts'

const BASE = 'https://giay-buoc-xa.example'
const GOODS = [
  {
    id: 2041,
    slug: 'giay-leo-nui-co-cao',
    name: 'Giày leo núi cổ cao Đá Bạc',
    sku: 'GLN-DB',
    price: 1890000,
    old: null,
    out: false,
  },
  {
    id: 2042,
    slug: 'dep-quai-ngang-eva',
    name: 'Dép quai ngang EVA Sóng',
    sku: 'DQN-S',
    price: 159000,
    old: 219000,
    out: false,
  },
  {
    id: 2043,
    slug: 'giay-chay-duong-dai',
    name: 'Giày chạy đường dài Gió Nam',
    sku: 'GCD-GN',
    price: 1150000,
    old: null,
    out: true,
  },
  { id: 2044, slug: 'tat-len-cuu', name: 'Tất len cừu Mù Sương', sku: 'TLC-MS', price: 85000, old: 99000, out: false },
] as const
type One = (typeof GOODS)[number]
const money = (amount: number) => `${grouped(amount)}&nbsp;₫`
const img = ({ slug }: One, hash: string) => `${BASE}/media/catalog/product/cache/${hash}/g/i/${slug}.jpg`
const shell = (title: string, body: string, kind: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"/><title>${title}</title><script>var BASE_URL = '${BASE}/'; var require = {'baseUrl': '${BASE}/static/version1/frontend/Buoc/xa/vi_VN'};</script></head>
<body class="${kind} page-layout-1column"><div class="page-wrapper"><header class="page-header"><div class="panel header"><ul class="header links"><li class="greet welcome"><span>Chào bạn! Gọi 1800 6868</span></li><li><a href="${BASE}/customer/account/login/">Đăng nhập</a></li></ul></div><div class="header content"><a class="logo" href="${BASE}/" title="Bước Xa"><img src="${BASE}/static/logo.svg" alt="Bước Xa"/></a><div data-block="minicart" class="minicart-wrapper"><a class="action showcart" href="${BASE}/checkout/cart/"><span class="text">Giỏ hàng</span><span class="counter qty"><span class="counter-number">2</span></span></a><div class="block block-minicart"><div class="subtotal"><span class="label">Tạm tính</span><div class="amount price-container"><span class="price-wrapper"><span class="price">318.000&nbsp;₫</span></span></div></div><ol class="minicart-items"><li class="item product product-item"><a class="product-item-photo" href="${BASE}/dep-quai-ngang-eva.html"><img class="product-image-photo" src="${BASE}/media/mini.jpg" alt="Dép"/></a><strong class="product-item-name"><a href="${BASE}/dep-quai-ngang-eva.html">Dép quai ngang EVA Sóng</a></strong><span class="minicart-price"><span class="price">159.000&nbsp;₫</span></span></li></ol></div></div></div></header><div class="sections nav-sections"><nav class="navigation"><ul><li class="level0"><a href="${BASE}/giay-dep.html" class="level-top"><span>Giày dép</span></a></li></ul></nav></div><main id="maincontent" class="page-main"><div class="columns"><div class="column main">${body}</div></div></main><footer class="page-footer"><ul class="footer links"><li><a href="${BASE}/ve-chung-toi">Về chúng tôi</a></li></ul></footer></div></body></html>`
const box = (one: One, place: string) =>
  `<div class="price-box price-final_price" data-role="priceBox" data-product-id="${one.id}" data-price-box="product-id-${one.id}">${one.old ? `<span class="special-price"><span class="price-container price-final_price tax weee"><span class="price-label">Giá đặc biệt</span><span id="product-price-${one.id}${place}" data-price-amount="${one.price}" data-price-type="finalPrice" class="price-wrapper "><span class="price">${money(one.price)}</span></span></span></span><span class="old-price"><span class="price-container price-final_price tax weee"><span class="price-label">Giá thường</span><span id="old-price-${one.id}${place}" data-price-amount="${one.old}" data-price-type="oldPrice" class="price-wrapper "><span class="price">${money(one.old)}</span></span></span></span>` : `<span class="normal-price"><span class="price-container price-final_price tax weee"><span class="price-label">Giá từ</span><span id="product-price-${one.id}${place}" data-price-amount="${one.price}" data-price-type="finalPrice" class="price-wrapper "><span class="price">${money(one.price)}</span></span></span></span>`}</div>`
const card = (one: One) =>
  `<li class="item product product-item"><div class="product-item-info" data-container="product-grid"><a href="${BASE}/${one.slug}.html" class="product photo product-item-photo" tabindex="-1"><span class="product-image-container"><span class="product-image-wrapper"><img class="product-image-photo" src="${img(one, '7c6f')}" width="240" height="300" alt="${one.name}"/></span></span></a><div class="product details product-item-details"><strong class="product name product-item-name"><a class="product-item-link" href="${BASE}/${one.slug}.html"> ${one.name} </a></strong>${box(one, '')}<div class="swatch-opt-${one.id}"></div><div class="product-item-inner"><div class="actions-primary"><form data-role="tocart-form" action="${BASE}/checkout/cart/add/uenc/aHR0/product/${one.id}/" method="post"><button type="submit" class="action tocart primary"><span>Thêm vào giỏ</span></button></form></div><a href="#" class="action towishlist" data-post='{"action":"x"}'>Yêu thích</a></div></div></div></li>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Giày dép',
    `<div class="page-title-wrapper"><h1 class="page-title"><span class="base">Giày dép</span></h1></div><div class="toolbar toolbar-products"><p class="toolbar-amount">Mục <span class="toolbar-number">1</span>-<span class="toolbar-number">2</span> / <span class="toolbar-number">4</span></p></div><div class="products wrapper grid products-grid"><ol class="products list items product-items">${items.map(card).join('')}</ol></div><div class="pages"><ul class="items pages-items">${page === 1 ? `<li class="item current"><strong class="page"><span class="label">Trang</span><span>1</span></strong></li><li class="item"><a href="${BASE}/giay-dep.html?p=2" class="page"><span class="label">Trang</span><span>2</span></a></li><li class="item pages-item-next"><a class="action next" href="${BASE}/giay-dep.html?p=2" title="Tiếp"><span>Tiếp</span></a></li>` : `<li class="item"><a href="${BASE}/giay-dep.html?p=1" class="page"><span>1</span></a></li><li class="item current"><strong class="page"><span>2</span></strong></li>`}</ul></div><div class="filter-options"><a href="${BASE}/giay-dep.html?price=0-500000"><span class="price">0&nbsp;₫</span> - <span class="price">499.999&nbsp;₫</span> <span class="count">2</span></a></div>`,
    'page-products catalog-category-view',
  )
const product = (one: One) =>
  shell(
    one.name,
    `<div class="product-info-main"><div class="page-title-wrapper product"><h1 class="page-title"><span class="base" data-ui-id="page-title-wrapper">${one.name}</span></h1></div><div class="product-info-price">${box(one, '')}<div class="product-info-stock-sku"><div class="stock ${one.out ? 'unavailable' : 'available'}" title="Tình trạng"><span>${one.out ? 'Hết hàng' : 'Còn hàng'}</span></div><div class="product attribute sku"><strong class="type">SKU</strong><div class="value">${one.sku}</div></div></div></div>${one.price > 1000000 ? '<ul class="prices-tier items"><li class="item">Mua 3 với giá <span class="price-container"><span data-price-amount="1000000" class="price-wrapper"><span class="price">1.000.000&nbsp;₫</span></span></span> mỗi cái và <strong class="benefit">tiết kiệm 13%</strong></li></ul>' : ''}<div class="product-add-form"><form data-product-sku="${one.sku}" action="${BASE}/checkout/cart/add/product/${one.id}/" method="post" id="product_addtocart_form"><input type="hidden" name="product" value="${one.id}"/><div class="product-options-wrapper"><div class="field configurable required"><label class="label" for="attribute93"><span>Cỡ</span></label><select name="super_attribute[93]" id="attribute93" class="super-attribute-select"><option value="">Chọn...</option><option value="4">39</option><option value="5">40 +50.000&nbsp;₫</option></select></div></div>${one.out ? '' : '<div class="box-tocart"><div class="actions"><button type="submit" title="Thêm vào giỏ" class="action primary tocart" id="product-addtocart-button"><span>Thêm vào giỏ</span></button></div></div>'}</form><script type="text/x-magento-init">{"#product_addtocart_form":{"configurable":{"spConfig":{"attributes":{"93":{"id":"93","code":"size","label":"Cỡ","options":[{"id":"4","label":"39","products":["9${one.id}"]},{"id":"5","label":"40","products":["8${one.id}"]}]}},"template":"<%- data.price %> ₫","currencyFormat":"%s ₫","optionPrices":{"9${one.id}":{"oldPrice":{"amount":${one.old ?? one.price}},"basePrice":{"amount":${one.price}},"finalPrice":{"amount":${one.price}}},"8${one.id}":{"oldPrice":{"amount":${(one.old ?? one.price) + 50000}},"finalPrice":{"amount":${one.price + 50000}}}},"prices":{"oldPrice":{"amount":${one.old ?? one.price}},"finalPrice":{"amount":${one.price}}},"productId":"${one.id}","chooseText":"Chọn..."}}}}</script></div></div><div class="product media"><div class="gallery-placeholder _block-content-loading" data-gallery-role="gallery-placeholder"><img alt="main product photo" class="gallery-placeholder__image" src="${img(one, '9e1f')}"/></div><script type="text/x-magento-init">{"[data-gallery-role=gallery-placeholder]":{"mage/gallery/gallery":{"mixins":["magnifier/magnify"],"data":[{"thumb":"${img(one, '1ab')}","img":"${img(one, '9e1f')}","full":"${img(one, 'full')}","caption":"${one.name}","isMain":true,"type":"image"}]}}}</script></div><div class="product info detailed"><div class="data items"><div class="data item content" id="description"><div class="product attribute description"><div class="value"><p>${one.name}: đế cao su non, bảo hành keo 6 tháng. Đơn từ 600.000 ₫ được miễn phí giao.</p></div></div></div></div></div><div class="block upsell"><div class="block-title"><strong>Có thể bạn thích</strong></div><ol class="products list items product-items">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .map(card)
      .join('')}</ol></div>`,
    'catalog-product-view',
  ).replace(
    '</title>',
    `</title><meta property="og:type" content="product"/><meta property="og:title" content="${one.name}"/><meta property="og:image" content="${img(one, 'og')}"/><meta property="og:url" content="${BASE}/${one.slug}.html"/><meta property="product:price:amount" content="${one.price}"/><meta property="product:price:currency" content="VND"/>`,
  )
export const luma: Make = {
  name: 'luma',
  base: BASE,
  pages: {
    '/': shell(
      'Bước Xa',
      `<div class="block widget"><h2>Mới về</h2><ol class="product-items">${card(GOODS[1])}</ol></div>`,
      'cms-home',
    ),
    '/giay-dep.html': list(GOODS.slice(0, 2), 1),
    '/giay-dep.html?p=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/${one.slug}.html`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/${one.slug}.html`,
    title: one.name,
    price: one.price,
    listPrice: one.old,
    image: `${one.slug}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: one.sku,
  })),
}
