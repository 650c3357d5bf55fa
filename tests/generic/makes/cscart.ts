import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://do-bep-cscart.example'
const GOODS = goods(10, [
  'Chảo gang đúc',
  'Thớt gỗ nghiến',
  'Rổ tre đan',
  'Cối đá giã cua',
  'Đũa dừa già',
  'Lồng bàn mây',
])
const money = (amount: number, id = '') =>
  `<bdi><span${id === '' ? '' : ` id="sec_${id}"`} class="ty-price-num">${grouped(amount)}</span>&nbsp;<span class="ty-price-num">₫</span></bdi>`
const pathOf = ({ slug }: Goods) => `/do-bep/${slug}.html`
const image = ({ id }: Goods, size = '550/450') => `${BASE}/images/thumbnails/${size}/detailed/1/bep-${id}.jpg`
const shell = (
  title: string,
  crumbs: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi" dir="ltr"><head><title>${title}</title><base href="${BASE}/" /><meta http-equiv="Content-Type" content="text/html; charset=utf-8" data-ca-mode="" />${head}<link href="${BASE}/images/logos/1/favicon.ico" rel="shortcut icon" type="image/x-icon" /></head>
<body><div class="ty-tygh" id="tygh_container"><div class="tygh-header clearfix"><div class="ty-logo-container"><a href="${BASE}/" title=""><img class="ty-pict ty-logo-container__image" src="${BASE}/images/logos/1/logo.png" alt="Đồ Bếp" /></a></div><div class="ty-dropdown-box" id="cart_status_1"><a href="${BASE}/cart/"><span class="ty-minicart-title ty-hand">2 món&nbsp;trị giá&nbsp;<span>${money(190000)}</span></span></a></div><ul class="ty-menu__items cm-responsive-menu"><li class="ty-menu__item"><a href="${BASE}/do-bep/" class="ty-menu__item-link a-first-lvl">Đồ bếp</a></li></ul></div>
<div class="tygh-content clearfix"><div class="ty-breadcrumbs clearfix"><a href="${BASE}/" class="ty-breadcrumbs__a">Trang chủ</a>${crumbs}</div>${body}</div><div class="tygh-footer"><p class="bottom-copyright">© 2026 Đồ Bếp. <a href="https://www.cs-cart.com" target="_blank" class="powered">Powered by CS-Cart</a></p></div></div></body></html>`
const card = (one: Goods) =>
  `<div class="ty-column3"><div class="ty-grid-list__item ty-quick-view-button__wrapper"><form action="${BASE}/" method="post" name="product_form_${one.id}" class="cm-disable-empty-files cm-ajax"><input type="hidden" name="product_data[${one.id}][product_id]" value="${one.id}" /><div class="ty-grid-list__image"><a href="${BASE}${pathOf(one)}"><img class="ty-pict cm-image" src="${image(one, '240/200')}" alt="${one.name}" title="${one.name}" /></a>${one.old === undefined ? '' : '<div class="ty-product-labels"><div class="ty-product-labels__content">Tiết kiệm 20%</div></div>'}</div><div class="ty-grid-list__item-name"><bdi><a href="${BASE}${pathOf(one)}" class="product-title" title="${one.name}">${one.name}</a></bdi></div><div class="ty-grid-list__price">${one.old === undefined ? '' : `<span class="cm-reload-${one.id}" id="old_price_update_${one.id}"><span class="ty-list-price ty-nowrap"><span class="ty-strike">${money(one.old)}</span></span></span>`}<span class="cm-reload-${one.id} ty-price-update" id="price_update_${one.id}"><span class="ty-price" id="line_discounted_price_${one.id}">${money(one.price)}</span></span></div></form></div></div>`
const [first = [], second = []] = paged(GOODS, 4)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Đồ bếp',
    '<span class="ty-breadcrumbs__slash">/</span><span class="ty-breadcrumbs__current"><bdi>Đồ bếp</bdi></span>',
    `<h1 class="ty-mainbox-title">Đồ bếp</h1><div id="category_products_11"><div class="ty-sort-container"><a class="cm-ajax" href="${BASE}/do-bep/?sort_by=price&amp;sort_order=asc">Giá thấp trước</a></div><div class="ty-pagination-container" id="pagination_contents"><div class="grid-list">${items.map(card).join('')}</div><div class="ty-pagination__bottom"><div class="ty-pagination"><a class="ty-pagination__item ty-pagination__btn ty-pagination__prev cm-history" ${page === 2 ? `href="${BASE}/do-bep/"` : ''}><i class="ty-pagination__text-arrow">&larr;</i> Trước</a><div class="ty-pagination__items"><span class="ty-pagination__selected">${page}</span>${page === 1 ? `<a href="${BASE}/do-bep/page-2/" data-ca-page="2" class="cm-history ty-pagination__item cm-ajax">2</a>` : ''}</div><a class="ty-pagination__item ty-pagination__btn ty-pagination__next cm-history cm-ajax" ${page === 1 ? `href="${BASE}/do-bep/page-2/" data-ca-page="2"` : ''}>Tiếp <i>&rarr;</i></a></div></div></div></div>`,
  )
const product = (one: Goods) =>
  shell(
    `Đồ bếp - ${one.name}`,
    `<span class="ty-breadcrumbs__slash">/</span><a href="${BASE}/do-bep/" class="ty-breadcrumbs__a">Đồ bếp</a><span class="ty-breadcrumbs__slash">/</span><span class="ty-breadcrumbs__current">${one.name}</span>`,
    `<div class="ty-product-block ty-product-detail"><div class="ty-product-block__wrapper clearfix" itemscope itemtype="http://schema.org/Product"><div class="ty-product-block__img-wrapper"><div class="ty-product-img cm-preview-wrapper"><a id="det_img_link_${one.id}" data-ca-image-id="preview" class="cm-image-previewer cm-previewer ty-previewer" href="${image(one).replace('thumbnails/550/450/', '')}" title=""><img class="ty-pict cm-image" id="det_img_${one.id}" src="${image(one)}" alt="" title="" /></a></div></div><div class="ty-product-block__left"><form action="${BASE}/" method="post" name="product_form_${one.id}"><h1 class="ty-product-block-title"><bdi>${one.name}</bdi></h1><hr class="ty-product-block__title-delimiter" /><div class="prices-container price-wrap"><div class="ty-product-prices">${one.old === undefined ? '' : `<span id="old_price_update_${one.id}"><span class="ty-list-price ty-nowrap" id="line_list_price_${one.id}"><span class="list-price-label">Giá niêm yết:</span> <span class="ty-strike">${money(one.old, `list_price_${one.id}`)}</span></span></span>`}<div class="ty-product-block__price-actual"><span class="cm-reload-${one.id} ty-price-update"><span class="ty-price" id="line_discounted_price_${one.id}">${money(one.price, `discounted_price_${one.id}`)}</span></span></div>${one.old === undefined ? '' : `<span class="ty-list-price ty-save-price ty-nowrap" id="line_discount_value_${one.id}">Bạn tiết kiệm: ${money(one.old - one.price)}&nbsp;(<span>20</span>%)</span>`}</div></div><div class="ty-product-block__sku"><div class="ty-control-group ty-sku-item cm-hidden-wrapper" id="sku_update_${one.id}"><label class="ty-control-group__label" id="sku_${one.id}">Mã:</label><span class="ty-control-group__item">BEP${one.id}Q</span></div></div><div class="ty-control-group product-list-field"><label class="ty-control-group__label">Kho:</label>${one.out ? '<span class="ty-qty-out-of-stock ty-control-group__item" id="out_of_stock_info">Hết hàng</span>' : '<span class="ty-qty-in-stock ty-control-group__item" id="in_stock_info">Còn hàng</span>'}</div><div class="ty-product-block__button"><button id="button_cart_${one.id}" class="ty-btn__primary ty-btn__add-to-cart cm-form-dialog-closer ty-btn" type="submit" name="dispatch[checkout.add..${one.id}]"><bdi>Thêm vào giỏ</bdi></button></div></form></div></div><div class="ty-tabs cm-j-tabs clearfix"><ul class="ty-tabs__list"><li id="description" class="ty-tabs__item cm-js active"><a class="ty-tabs__a">Mô tả</a></li></ul></div><div id="content_description" class="ty-wysiwyg-content content-description"><div><p>${one.text}</p></div></div><h2 class="ty-mainbox-simple-title">Mua kèm</h2><div class="grid-list">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div>`,
    `<link rel="canonical" href="${BASE}${pathOf(one)}" /><meta property="og:type" content="website" /><meta property="og:locale" content="vi_VN" /><meta property="og:title" content="Đồ bếp - ${one.name}" /><meta property="og:url" content="${BASE}${pathOf(one)}" /><meta property="og:image" content="${image(one).replace('thumbnails/550/450/', '')}" />`,
  )

export const cscart: Make = {
  name: 'cscart',
  base: BASE,
  pages: {
    '/': shell(
      'Đồ Bếp',
      '',
      `<div class="ty-banner__image-wrapper"><a href="do-bep/"><img src="${BASE}/images/promo/1/banner.jpg" alt="" /></a></div><h2 class="ty-mainbox-title">Bán chạy</h2><div class="grid-list">${GOODS.slice(0, 3).map(card).join('')}</div>`,
    ),
    '/do-bep/': list(1, first),
    '/do-bep/page-2/': list(2, second),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `bep-${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `BEP${one.id}Q`,
  })),
}
