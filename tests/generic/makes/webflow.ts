import { type Goods, goods, grouped, type Make } from './make.ts'

/** Webflow Ecommerce: both states of stock are printed, one hidden by style; fields without a value hide by a class. */
const BASE = 'https://webflow.example'
const GOODS = goods(17, ['Đèn bàn gỗ sồi', 'Kệ sách treo', 'Ghế đẩu mây', 'Gương tròn viền đồng', 'Thảm cói'])
const money = (amount: number) => `₫&nbsp;${grouped(amount, ',')}&nbsp;VND`
const ASSETS = 'https://cdn.webflow.example/65f0a1'
const picture = (one: Goods) => `${ASSETS}/65f0b${one.id}_noi-that-${one.id}.jpg`
const shell = (title: string, head: string, body: string) =>
  `<!DOCTYPE html><!-- This site was created in Webflow. https://webflow.com --><html data-wf-domain="webflow.example" data-wf-page="65f0a1c2" data-wf-site="65f0a1" lang="vi"><head><meta charset="utf-8"/><title>${title}</title>${head}<meta content="width=device-width, initial-scale=1" name="viewport"/><meta content="Webflow" name="generator"/><script type="text/javascript">!function(o,c){var n=c.documentElement,t=" w-mod-";n.className+=t+"js"}(window,document);</script><script type="text/javascript">window.__WEBFLOW_CURRENCY_SETTINGS = {"currencyCode":"VND","symbol":"₫","decimal":".","fractionDigits":0,"group":",","template":"{{wf {\\"path\\":\\"symbol\\",\\"type\\":\\"PlainText\\"\\} }} {{wf {\\"path\\":\\"amount\\",\\"type\\":\\"CommercePrice\\"\\} }} {{wf {\\"path\\":\\"currencyCode\\",\\"type\\":\\"PlainText\\"\\} }}","hideDecimalForWholeNumbers":true};</script></head><body><div data-collapse="medium" role="banner" class="navigation w-nav"><div class="navigation-items"><a href="/" class="logo-link w-nav-brand"><img src="${ASSETS}/65f0_logo.svg" width="108" alt="" class="logo-image"/></a><div class="navigation-wrap"><nav role="navigation" class="navigation-items w-nav-menu"><a href="/cua-hang" class="navigation-item w-nav-link">Cửa hàng</a><a href="/lien-he" class="navigation-item w-nav-link">Liên hệ</a></nav></div><div data-node-type="commerce-cart-wrapper" data-open-product="" data-wf-cart-type="modal" class="w-commerce-commercecartwrapper cart"><a href="#" data-node-type="commerce-cart-open-link" class="w-commerce-commercecartopenlink cart-button w-inline-block"><div class="w-inline-block">Giỏ hàng</div><div class="w-commerce-commercecartopenlinkcount cart-quantity">0</div></a><div data-node-type="commerce-cart-container-wrapper" style="display:none" class="w-commerce-commercecartcontainerwrapper w-commerce-commercecartcontainerwrapper--cartType-modal"><div data-node-type="commerce-cart-container" class="w-commerce-commercecartcontainer"><div class="w-commerce-commercecartheader"><h4 class="w-commerce-commercecartheading">Giỏ hàng của bạn</h4></div><div class="w-commerce-commercecartformwrapper"><form style="display:none" class="w-commerce-commercecartform"><script type="text/x-wf-template" id="wf-template-1">%3Cdiv%20class%3D%22w-commerce-commercecartitem%22%3E%3C%2Fdiv%3E</script><div class="w-commerce-commercecartfooter"><div class="w-commerce-commercecartlineitem"><div>Tạm tính</div><div class="w-commerce-commercecartordervalue">₫&nbsp;0&nbsp;VND</div></div></div></form><div class="w-commerce-commercecartemptystate"><div>Chưa có món nào.</div></div></div></div></div></div></div></div>${body}<div class="footer"><div class="footer-wrap"><a href="https://webflow.com/" target="_blank" class="webflow-link w-inline-block"><div class="paragraph-tiny">Powered by Webflow</div></a></div></div><script src="${ASSETS}/js/webflow.js" type="text/javascript"></script></body></html>`
const card = (one: Goods) =>
  `<div role="listitem" class="product-item w-dyn-item"><a href="/product/${one.slug}" class="product-link-block w-inline-block"><div class="product-image-wrap"><img alt="" src="${picture(one)}" class="product-image"/></div><div class="product-name-wrap"><h4 class="product-name">${one.name}</h4><div data-wf-sku-bindings="%5B%7B%22from%22%3A%22f_price_%22%2C%22to%22%3A%22innerHTML%22%7D%5D" class="paragraph-light">${money(one.price)}</div></div></a></div>`
const product = (one: Goods) =>
  shell(
    `${one.name} | Tiệm Mộc`,
    `<meta content="${one.text}" name="description"/><meta content="${one.name} | Tiệm Mộc" property="og:title"/><meta content="${picture(one)}" property="og:image"/><meta property="og:type" content="website"/>`,
    `<div class="section"><div class="container"><div class="w-layout-grid product-grid"><div class="product-photos"><a href="#" class="lightbox-link w-inline-block w-lightbox"><img src="${picture(one)}" alt="" data-wf-sku-bindings="%5B%7B%22from%22%3A%22f_main_image_4dr%22%2C%22to%22%3A%22src%22%7D%5D" class="product-main-image"/><script type="application/json" class="w-json">{"items":[{"url":"${picture(one)}","type":"image"}],"group":"p"}</script></a><div class="w-dyn-list"><script type="text/x-wf-template" id="wf-template-2">%3Cdiv%20role%3D%22listitem%22%3E%3C%2Fdiv%3E</script><div class="w-dyn-hide w-dyn-empty"><div>No items found.</div></div></div></div><div class="product-info"><h1 class="product-heading">${one.name}</h1><div class="price-row"><div data-wf-sku-bindings="%5B%7B%22from%22%3A%22f_price_%22%2C%22to%22%3A%22innerHTML%22%7D%5D" class="product-price">${money(one.price)}</div><div data-wf-sku-conditions="x" data-wf-sku-bindings="%5B%7B%22from%22%3A%22f_compare_at_price_7dr10dr%22%2C%22to%22%3A%22innerHTML%22%7D%5D" class="compare-at-price${one.old ? '' : ' w-dyn-bind-empty'}">${one.old ? money(one.old) : ''}</div></div><div class="add-to-cart"><form data-node-type="commerce-add-to-cart-form" data-commerce-sku-id="65f0c${one.id}" data-loading-text="Đang thêm..." data-commerce-product-id="65f0d${one.id}" class="w-commerce-commerceaddtocartform default-state"${one.out ? ' style="display:none"' : ''}><label for="quantity-65" class="field-label">Số lượng</label><input type="number" pattern="^[0-9]+$" inputMode="numeric" id="quantity-65" name="commerce-add-to-cart-quantity-input" min="1" class="w-commerce-commerceaddtocartquantityinput" value="1"/><input type="submit" data-node-type="commerce-add-to-cart-button" class="w-commerce-commerceaddtocartbutton add-to-cart-button" value="Thêm vào giỏ"/></form><div class="w-commerce-commerceaddtocartoutofstock out-of-stock-state"${one.out ? '' : ' style="display:none"'} tabindex="0"><div>Sản phẩm này đã hết hàng.</div></div><div aria-live="assertive" data-node-type="commerce-add-to-cart-error" style="display:none" class="w-commerce-commerceaddtocarterror"><div data-node-type="commerce-add-to-cart-error" data-w-add-to-cart-out-of-stock-error="Hết hàng">Số lượng này không còn.</div></div></div><div class="product-details-wrap"><div class="full-details w-richtext"><p>${one.text}</p></div></div></div></div><div class="w-dyn-list"><h3>Bạn có thể thích</h3><div role="list" class="products-grid w-dyn-items">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div></div>`,
  )
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Cửa hàng | Tiệm Mộc',
    '',
    `<div class="section"><div class="container"><h1>Cửa hàng</h1><div class="w-dyn-list"><div role="list" class="products-grid w-dyn-items">${items.map(card).join('')}</div><div role="navigation" aria-label="List" class="w-pagination-wrapper">${page === 1 ? '<a href="?f5a4b2c1_page=2" aria-label="Next Page" class="w-pagination-next"><div class="w-inline-block">Sau</div><svg class="w-pagination-next-icon" height="12px" width="12px"></svg></a><link rel="prerender" href="?f5a4b2c1_page=2"/>' : '<a href="?f5a4b2c1_page=1" aria-label="Previous Page" class="w-pagination-previous"><div class="w-inline-block">Trước</div></a>'}<div aria-label="Page ${page} of 2" role="heading" class="w-page-count">${page} / 2</div></div></div></div></div>`,
  )

export const webflow: Make = {
  name: 'webflow',
  base: BASE,
  pages: {
    '/': shell(
      'Tiệm Mộc',
      '',
      '<div class="intro-header"><h1 class="heading-jumbo">Đồ gỗ cho nhà nhỏ</h1><a href="/cua-hang" class="button w-button">Xem cửa hàng</a></div>',
    ),
    '/cua-hang': list(1, GOODS.slice(0, 3)),
    '/cua-hang?f5a4b2c1_page=1': list(1, GOODS.slice(0, 3)),
    '/cua-hang?f5a4b2c1_page=2': list(2, GOODS.slice(3)),
    ...Object.fromEntries(GOODS.map((one) => [`/product/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/product/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `noi-that-${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
