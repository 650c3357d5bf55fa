import { type Goods, goods, grouped, ld, type Make } from './make.ts'

const BASE = 'https://gom-son-sqs.example'
const GOODS = goods(4, ['Bát gốm men rạn', 'Lọ hoa sơn mài', 'Khay trà gỗ mít', 'Ấm đất nung', 'Chén tống đôi'])
/** Squarespace prints two decimals for dong, too. */
const money = (amount: number) => `₫${grouped(amount, ',')}.00`
const image = ({ id }: Goods) => `https://images.squarespace-cdn.example/content/v1/5f/1600-${id}/gom-${id}.jpg`
const shell = (
  title: string,
  cls: string,
  body: string,
  head = '',
) => `<!doctype html><html xmlns:og="http://opengraphprotocol.org/schema/" lang="vi-VN"><head><meta charset="utf-8"><!-- This is Squarespace. --><base href=""><title>${title}</title>${head}<script>Static = window.Static || {}; Static.SQUARESPACE_CONTEXT = {"websiteSettings":{"storeSettings":{"selectedCurrency":"VND","storeName":null}}};</script></head>
<body id="collection-1" class="${cls}"><div id="siteWrapper" class="clearfix site-wrapper"><header data-test="header" id="header" class="header"><div class="header-title-logo"><a href="/" data-animation-role="header-element"><img src="${BASE}/logo.png" alt="Gốm Sơn"></a></div><nav class="header-nav-list"><div class="header-nav-item header-nav-item--collection"><a href="/cua-hang">Cửa hàng</a></div><div class="header-nav-item"><a href="/lien-he">Liên hệ</a></div></nav><div class="showOnMobile"><a href="/cart" class="cart-style-icon header-icon"><span class="sqs-cart-quantity">0</span></a></div></header><main id="page" role="main">${body}</main></div></body></html>`
const card = (one: Goods) =>
  `<div class="grid-item" data-controller="ProductListImageLoader" id="thumb-${one.slug}" data-item-id="6${one.id}"><a href="/cua-hang/p/${one.slug}" class="grid-item-link product-lists-item" aria-label="${one.name}"></a><div class="grid-image"><div class="grid-image-inner-wrapper"><img class="grid-item-image grid-image-cover" data-src="${image(one)}" src="${image(one)}" alt="${one.name}"></div></div><section class="grid-item-content grid-meta-wrapper"><div class="grid-main-meta"><div class="grid-title">${one.name}</div><div class="grid-prices"><div class="product-price">${one.old === undefined ? money(one.price) : `<span class="visually-hidden">Sale Price:</span>${money(one.price)} <span class="original-price"><span class="visually-hidden">Original Price:</span>${money(one.old)}</span>`}</div></div></div>${one.out ? '<div class="grid-meta-status"><div class="product-mark sold-out">Hết hàng</div></div>' : ''}</section></div>`
const list = shell(
  'Cửa hàng — Gốm Sơn',
  'collection-type-products',
  `<section class="products collection-content-wrapper"><div class="products-header"><h1>Cửa hàng</h1></div><div class="list-grid products-list">${GOODS.map(card).join('')}</div></section>`,
  `<link rel="canonical" href="${BASE}/cua-hang"/>`,
)
const product = (one: Goods) =>
  shell(
    `${one.name} — Gốm Sơn`,
    'collection-type-products view-item',
    `<article class="ProductItem hentry" id="product-${one.id}" data-item-id="6${one.id}"><nav class="ProductItem-nav-breadcrumb"><a href="/cua-hang" class="ProductItem-nav-breadcrumb-link">Cửa hàng</a><span>${one.name}</span></nav><section class="ProductItem-summary"><section class="ProductItem-gallery"><div class="ProductItem-gallery-slides"><div class="ProductItem-gallery-slides-item"><img class="ProductItem-gallery-slides-item-image" data-src="${image(one)}" data-image="${image(one)}" src="${image(one)}?format=1500w" alt="${image(one).split('/').pop()}"></div></div></section><section class="ProductItem-details" data-test="pdp-details"><h1 class="ProductItem-details-title" data-content-field="title">${one.name}</h1><div class="ProductItem-product-price"><div class="product-price">${one.old === undefined ? money(one.price) : `<span class="visually-hidden">Sale Price:</span>${money(one.price)} <span class="original-price"><span class="visually-hidden">Original Price:</span>${money(one.old)}</span>`}</div></div><div class="ProductItem-details-excerpt"><p>${one.text}</p></div>${one.out ? '<div class="product-mark sold-out">Hết hàng</div>' : ''}<div class="sqs-add-to-cart-button-wrapper"><div class="sqs-add-to-cart-button sqs-button-element--primary" role="button">Thêm vào giỏ</div></div></section></section></article><section class="ProductItem-relatedProducts"><h2>Có thể bạn cũng thích</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</section>`,
    `<link rel="canonical" href="${BASE}/cua-hang/p/${one.slug}"/><meta property="og:site_name" content="Gốm Sơn"/><meta property="og:title" content="${one.name} — Gốm Sơn"/><meta property="og:url" content="${BASE}/cua-hang/p/${one.slug}"/><meta property="og:type" content="product"/><meta property="og:image" content="${image(one)}?format=1500w"/><meta property="product:price:amount" content="${one.price}.00"/><meta property="product:price:currency" content="VND"/><meta property="product:availability" content="${one.out ? 'oos' : 'instock'}"/>${ld({ url: BASE, name: 'Gốm Sơn', '@context': 'http://schema.org', '@type': 'WebSite' })}${ld({ '@context': 'http://schema.org', '@type': 'Product', name: `${one.name} — Gốm Sơn`, image: `${image(one)}?format=1500w`, description: one.text, brand: 'Gốm Sơn', offers: { '@type': 'Offer', price: one.price, priceCurrency: 'VND', url: `${BASE}/cua-hang/p/${one.slug}`, availability: one.out ? 'OutOfStock' : 'InStock', sku: `SQ${one.id}00` } })}`,
  )

export const squarespace: Make = {
  name: 'squarespace',
  base: BASE,
  pages: {
    '/': shell(
      'Gốm Sơn',
      'homepage',
      '<section class="page-section"><h1>Gốm và sơn mài</h1><a href="/cua-hang" class="sqs-block-button-element">Xem hàng</a></section>',
    ),
    '/cua-hang': list,
    '/lien-he': shell('Liên hệ — Gốm Sơn', 'page', '<h1>Liên hệ</h1><p>Gọi 0900 000 456 trong giờ hành chính.</p>'),
    ...Object.fromEntries(GOODS.map((one) => [`/cua-hang/p/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/cua-hang/p/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `gom-${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `SQ${one.id}00`,
  })),
}
