import { type Goods, goods, grouped, type Make, paged } from './make.ts'

const BASE = 'https://sach-cu-drupal.example'
const GOODS = goods(13, [
  'Tập truyện đồng quê',
  'Sổ tay cây thuốc',
  'Bản đồ cổ phục chế',
  'Tranh khắc gỗ nhỏ',
  'Lịch bàn giấy dó',
])
/** commerce_price_default with vi locale: sign after a no-break space. */
const money = (amount: number) => `${grouped(amount)}\u00a0₫`
const pathOf = ({ id }: Goods) => `/product/${id}`
const image = ({ id }: Goods, style = 'large') =>
  `/sites/default/files/styles/${style}/public/2026-09/sach-${id}.jpg?itok=Ab`
const shell = (
  title: string,
  path: string,
  body: string,
) => `<!DOCTYPE html><html lang="vi" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><link rel="canonical" href="${BASE}${path}" /><meta name="Generator" content="Drupal 10 (https://www.drupal.org); Commerce 2" /><title>${title} | Sách Cũ</title><script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/"}}</script></head>
<body class="path-product page-product-type-default"><a href="#main-content" class="visually-hidden focusable skip-link">Nhảy đến nội dung chính</a><div class="dialog-off-canvas-main-canvas"><header role="banner"><div id="block-branding" class="block block-system"><a href="/" rel="home"><img src="/themes/custom/sach/logo.svg" alt="Trang chủ" /></a></div><div class="cart--cart-block"><div class="cart-block--summary"><a class="cart-block--link__expand" href="/cart"><span class="cart-block--summary__count">1 món</span></a></div><div class="cart-block--contents"><table><tr><td>1 x</td><td>Bút tre</td><td>12.000 ₫</td></tr></table></div></div><nav role="navigation" class="menu--main"><ul class="menu"><li class="menu-item"><a href="/cua-hang">Cửa hàng</a></li><li class="menu-item"><a href="/user/login">Đăng nhập</a></li></ul></nav></header><main role="main"><a id="main-content" tabindex="-1"></a><div class="layout-content"><div data-drupal-messages-fallback class="hidden"></div><div id="block-title" class="block block-core block-page-title-block"><h1 class="page-title">${title}</h1></div>${body}</div></main><footer role="contentinfo"><span>Powered by <a href="https://www.drupal.org">Drupal</a></span></footer></div></body></html>`
const card = (one: Goods) =>
  `<div class="views-row"><article class="product product--type-default product--view-mode-teaser"><div class="field field--name-field-image field--type-image field--label-hidden field__item"><a href="${pathOf(one)}"><img loading="lazy" src="${image(one, 'medium')}" width="220" height="220" alt="" class="image-style-medium" /></a></div><div class="field field--name-title field--type-string field--label-hidden field__item"><a href="${pathOf(one)}" hreflang="vi">${one.name}</a></div><div class="product--variation-field--variation_price__${one.id} field field--name-price field--type-commerce-price field--label-hidden field__item">${money(one.price)}</div></article></div>`
const [first = [], second = []] = paged(GOODS, 3)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Cửa hàng',
    '/cua-hang',
    `<div class="views-element-container"><div class="view view-products view-id-products"><div class="view-content">${items.map(card).join('')}</div><nav class="pager" role="navigation" aria-labelledby="pagination-heading"><h4 id="pagination-heading" class="visually-hidden">Phân trang</h4><ul class="pager__items js-pager__items">${page === 1 ? '<li class="pager__item is-active"><a href="?page=0" title="Trang hiện tại" aria-current="page">1</a></li><li class="pager__item"><a href="?page=1" title="Đến trang 2">2</a></li><li class="pager__item pager__item--next"><a href="?page=1" title="Đến trang kế tiếp" rel="next"><span class="visually-hidden">Trang sau</span><span aria-hidden="true">››</span></a></li>' : '<li class="pager__item pager__item--previous"><a href="?page=0" rel="prev">‹‹</a></li><li class="pager__item is-active"><a href="?page=1">2</a></li>'}</ul></nav></div></div>`,
  )
const product = (one: Goods) =>
  shell(
    one.name,
    pathOf(one),
    `<div id="block-breadcrumbs" class="block"><nav class="breadcrumb"><ol><li><a href="/">Trang chủ</a></li><li><a href="/cua-hang">Cửa hàng</a></li></ol></nav></div><div id="block-content" class="block block-system block-system-main-block"><article class="product product--type-default"><div class="field field--name-field-image field--type-image field--label-hidden field__items"><div class="field__item"><img loading="lazy" src="${image(one)}" width="480" height="480" alt="${one.name}" class="image-style-large" /></div></div><div class="product--variation-field--variation_sku__${one.id} field field--name-sku field--type-string field--label-inline clearfix"><div class="field__label">Mã hàng</div><div class="field__item">SC-00${one.id}</div></div>${one.old === undefined ? '' : `<div class="product--variation-field--variation_list_price__${one.id} field field--name-list-price field--type-commerce-price field--label-above"><div class="field__label">Giá niêm yết</div><div class="field__item">${money(one.old)}</div></div>`}<div class="product--variation-field--variation_price__${one.id} field field--name-price field--type-commerce-price field--label-hidden field__item">${money(one.price)}</div><div class="field field--name-variations field--type-entity-reference"><form class="commerce-order-item-add-to-cart-form-${one.id} commerce-order-item-add-to-cart-form" action="${pathOf(one)}" method="post"><div class="field--name-quantity"><input type="number" value="1" /></div><div class="form-actions"><input class="button--add-to-cart button button--primary js-form-submit form-submit" type="submit" name="op" value="Thêm vào giỏ" /></div></form></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item"><p>${one.text}</p></div></article></div><div class="views-element-container block"><h2>Xem thêm</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</div>`,
  )

export const drupal: Make = {
  name: 'drupal',
  base: BASE,
  pages: {
    '/': shell('Chào mừng', '/', '<p>Sách và giấy cũ ở phố Đinh Lễ.</p>'),
    '/cua-hang': list(1, first),
    '/cua-hang?page=1': list(2, second).replace(
      'href="https://sach-cu-drupal.example/cua-hang" />',
      'href="https://sach-cu-drupal.example/cua-hang?page=1" />',
    ),
    '/cua-hang?page=0': list(1, first),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `sach-${one.id}.jpg`,
    sku: `SC-00${one.id}`,
  })),
}
