import { type Goods, goods, grouped, ld, type Make } from './make.ts'

const BASE = 'https://www.xa-phong-wix.example'
const GOODS = goods(9, ['Xà phòng bồ kết', 'Xà phòng vỏ quế', 'Dầu gội cỏ mần trầu', 'Muối tắm gừng', 'Nến sáp ong'])
const money = (amount: number) => `${grouped(amount, ',')}₫`
const image = ({ id }: Goods) =>
  `https://static.wixstatic.example/media/ab${id}_c1~mv2.jpg/v1/fill/w_500,h_500,al_c,q_85/ab${id}_c1~mv2.jpg`
const shell = (
  title: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="generator" content="Wix.com Website Builder"/><title>${title}</title>${head}<script id="wix-essential-viewer-model" type="application/json">{"site":{"siteId":"a"}}</script></head>
<body class=""><div id="SITE_CONTAINER"><div id="main_MF"><header id="SITE_HEADER"><div class="wixui-rich-text"><p class="font_0"><a href="${BASE}">Xà Phòng Nhà Quế</a></p></div><nav class="HamburgerMenu"><ul><li><a data-testid="linkElement" href="${BASE}" class="menuLink">Trang chủ</a></li><li><a data-testid="linkElement" href="${BASE}/shop" class="menuLink">Cửa hàng</a></li><li><a data-testid="linkElement" href="${BASE}/about" class="menuLink">Về chúng tôi</a></li></ul></nav><a href="${BASE}/cart-page" data-hook="cart-icon-button" aria-label="Giỏ hàng có 0 món"><svg></svg></a></header><main id="PAGES_CONTAINER">${body}</main><footer id="SITE_FOOTER"><p>© 2026 Xà Phòng Nhà Quế</p></footer></div></div></body></html>`
const card = (one: Goods) =>
  `<li data-hook="product-list-grid-item"><div data-slug="${one.slug}" data-hook="product-item-root" role="group" aria-label="${one.name} - thư viện ảnh" class="ETPbIy"><a href="${BASE}/product-page/${one.slug}" tabindex="-1" class="oQUvqL x5qIv3" data-hook="product-item-container"><div class="naLHq8" data-hook="ProductMediaDataHook.Images"><wow-image class="BQcEds" data-image-info="{}"><img src="${image(one)}" alt="${one.name}" fetchpriority="high"/></wow-image></div></a><div class="t2u_rw" data-hook="not-image-container"><a href="${BASE}/product-page/${one.slug}" class="JPDEZd" data-hook="product-item-product-details-link"><div class="AEJfZL" data-hook="product-item-product-details"><h3 class="CZ0KIs" data-hook="product-item-name">${one.name}</h3><div class="PWqVHO" data-hook="product-item-price"><div class="nS6LFe" data-hook="prices-container"><span class="W5KtDa" data-hook="sr-product-item-price-to-pay">Giá</span>${one.old === undefined ? '' : `<span class="srOnly" data-hook="sr-product-item-price-before-discount">Giá gốc</span><span class="PGVlxT" data-hook="product-item-price-before-discount">${money(one.old)}</span>`}<span class="cfpn1d" data-hook="product-item-price-to-pay" data-wix-price="${money(one.price)}">${money(one.price)}</span></div></div></div></a><button data-hook="product-item-add-to-cart-button" class="PuCBPm">${one.out ? 'Hết hàng' : 'Thêm vào giỏ'}</button></div></div></li>`
const list = (title: string, items: readonly Goods[], more: boolean) =>
  shell(
    title,
    `<section class="wixui-section"><h1 class="font_2">${title}</h1><div data-hook="gallery-root"><ul data-hook="product-list-wrapper" class="sWPzmd">${items.map(card).join('')}</ul>${more ? `<a data-hook="load-more-button" href="${BASE}/shop?page=2" class="sbPBiw">Xem thêm</a>` : ''}</div></section>`,
    more ? `<link rel="next" href="${BASE}/shop?page=2"/>` : '',
  )
const product = (one: Goods) =>
  shell(
    `${one.name} | Xà Phòng Nhà Quế`,
    `<div id="TPASection_x"><article data-hook="product-page" class="fggS-cell"><nav data-hook="breadcrumbs" aria-label="breadcrumbs"><a href="${BASE}">Trang chủ</a>/<span>${one.name}</span></nav><section class="b_S7sK"><div data-hook="product-gallery-root" class="F4yPuh"><div class="main-media-image-wrapper-hook"><img src="${image(one)}" alt="${one.name}"/></div></div><div data-hook="product-prices-wrapper"><h1 data-hook="product-title" class="_2qrJF">${one.name}</h1><div class="_3mc69" data-hook="sku">SKU: XP${one.id}</div><div data-hook="product-price" class="_26qxh"><span class="KcFIm">${one.old === undefined ? '' : `<span data-hook="formatted-secondary-price" class="_2xwJ">${money(one.old)}</span><span>Giá gốc</span>`}<span data-hook="formatted-primary-price" data-wix-price="${money(one.price)}">${money(one.price)}</span><span>${one.old === undefined ? 'Giá' : 'Giá ưu đãi'}</span></span></div></div><div data-hook="product-quantity-container"><label>Số lượng</label><input type="number" value="1" max="999"></div><button data-hook="add-to-cart" ${one.out ? 'disabled' : ''}><span class="buttonnext__content">${one.out ? 'Hết hàng' : 'Thêm vào giỏ'}</span></button><pre data-hook="description" class="WncCi"><p>${one.text}</p></pre><ul data-hook="info-section-list"><li><h2 data-hook="info-section-title">Giao hàng</h2><div data-hook="info-section-description">Miễn phí đơn từ 300,000₫</div></li></ul></section></article></div><section><h2>Có thể bạn thích</h2><ul data-hook="product-list-wrapper">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(card)
      .join('')}</ul></section>`,
    `<meta property="og:title" content="${one.name} | Xà Phòng Nhà Quế"/><meta property="og:type" content="product"/><meta property="og:image" content="${image(one)}"/><meta property="og:url" content="${BASE}/product-page/${one.slug}"/><meta property="product:price:amount" content="${one.price}"/><meta property="product:price:currency" content="VND"/><link rel="canonical" href="${BASE}/product-page/${one.slug}"/>${ld({ '@context': 'https://schema.org/', '@type': 'Product', name: one.name, description: one.text, sku: `XP${one.id}`, image: [{ '@type': 'ImageObject', height: 500, width: 500, contentUrl: image(one), thumbnail: { '@type': 'ImageObject', contentUrl: image(one).replace('w_500,h_500', 'w_50,h_50') } }], Offers: { '@type': 'Offer', url: `${BASE}/product-page/${one.slug}`, priceCurrency: 'VND', price: String(one.price), Availability: `https://schema.org/${one.out ? 'OutOfStock' : 'InStock'}` } })}`,
  )

export const wix: Make = {
  name: 'wix',
  base: BASE,
  pages: {
    '/': shell('Xà Phòng Nhà Quế', `<section><h1>Xà phòng thảo mộc</h1><a href="${BASE}/shop">Mua ngay</a></section>`),
    '/shop': list('Cửa hàng', GOODS.slice(0, 3), true),
    '/shop?page=2': list('Cửa hàng', GOODS, false),
    '/about': shell('Về chúng tôi', '<section><h1>Về chúng tôi</h1><p>Ba chị em nấu xà phòng ở Yên Bái.</p></section>'),
    ...Object.fromEntries(GOODS.map((one) => [`/product-page/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/product-page/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `ab${one.id}_c1~mv2.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `XP${one.id}`,
  })),
}
