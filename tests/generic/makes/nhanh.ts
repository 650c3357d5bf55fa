import { type Goods, goods, grouped, ld, type Make } from './make.ts'

const BASE = 'https://mu-non-nhanh.example'
const GOODS = goods(17, ['Nón lá bài thơ', 'Mũ cói vành rộng', 'Mũ nồi len', 'Khăn rằn Nam Bộ', 'Quạt nan tre'])
const money = (amount: number) => `${grouped(amount)} đ`
const pathOf = ({ slug, id }: Goods) => `/${slug}-p3800${id}.html`
const image = ({ id }: Goods) => `https://pos.nvncdn.example/aa11-99/ps/2026_mu-${id}.jpg`
const shell = (
  title: string,
  cls: string,
  body: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"><meta name="robots" content="noodp,index,follow" /><title>${title}</title>${head}<script defer type="text/javascript" src="https://web.nvnstatic.example/tp/T0001/js/index.js?v=4"></script></head>
<body class="${cls}"><input type="hidden" value="0" id="uId"><header class="header"><a href="/" class="logo"><img src="https://pos.nvncdn.example/aa11-99/store/logo.png" alt="Mũ Nón"></a><ul class="menu"><li><a class="tp_menu_item" href="/">Trang chủ</a></li><li><a class="tp_menu_item" href="/mu-non-pc18.html">Mũ nón</a></li><li><a class="tp_menu_item" href="/tin-tuc-ac5.html">Tin tức</a></li></ul><a class="header-cart" href="/cart">Giỏ hàng (<span class="countItems">0</span>)</a></header>${body}<footer><p>Hotline: 0900 000 321</p></footer></body></html>`
const card = (one: Goods) =>
  `<li class="product-item" data-id="3800${one.id}"><div class="product-img"><a class="tp_product_image" href="${pathOf(one)}" title="${one.name}"><img class="lazyload" src="https://web.nvnstatic.example/img/lazyLoading.gif" data-src="${image(one)}" alt="${one.name}"></a><div class="product-action"><a class="btnQuickView" href="javascript:">Xem nhanh</a></div></div><h3><a class="tp_product_name" href="${pathOf(one)}">${one.name}</a></h3><p class="price"><span class="tp_product_price">${money(one.price)}</span>${one.old === undefined ? '' : `<del class="tp_product_price_old">${money(one.old)}</del><span class="discount">-12%</span>`}</p></li>`
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Mũ nón',
    'productCategory',
    `<div class="breadcrumb"><a href="/">Trang chủ</a> / <span>Mũ nón</span></div><div class="main"><h1 class="tp_product_category_title">Mũ nón</h1><div class="filter"><a rel="nofollow" href="/mu-non-pc18.html?price=0:100000">Dưới 100.000 đ</a><a rel="nofollow" href="/mu-non-pc18.html?show=priceAsc">Giá tăng dần</a></div><ul class="product-list">${items.map(card).join('')}</ul><div class="paginator">${page === 1 ? '<span class="labelPages">1 - 3 / 5</span><span class="currentPage">1</span><a class="paging-next ico" href="/mu-non-pc18.html?page=2">2</a><a class="paging-next ico" href="/mu-non-pc18.html?page=2"> > </a>' : '<a class="paging-previous ico" href="/mu-non-pc18.html?page=1"> < </a><a href="/mu-non-pc18.html?page=1">1</a><span class="currentPage">2</span>'}</div></div>`,
  )
const product = (one: Goods) =>
  shell(
    one.name,
    'productDetail',
    `<div class="breadcrumb"><ul><li><a href="/">Trang chủ</a></li><li><a href="/mu-non-pc18.html">Mũ nón</a></li><li><span>${one.name}</span></li></ul></div><div class="detail-product"><div class="product-image-detail"><div id="sliderProduct"><img class="img-fluid" src="${image(one)}" alt="${one.name}"></div></div><div class="product-info-detail"><h1 class="tp_product_detail_name">${one.name}</h1><p class="sku">Mã SP: <b>MN${one.id}</b></p><p class="price"><span class="tp_product_detail_price">${money(one.price)}</span>${one.old === undefined ? '' : `<span class="old-price tp_product_detail_price_old">${money(one.old)}</span><span class="tp_product_detail_discount">Tiết kiệm ${money(one.old - one.price)}</span>`}</p><div class="status">Tình trạng: <span>${one.out ? 'Hết hàng' : 'Còn hàng'}</span></div><div class="quantity"><span>-</span><input id="psQtt" type="text" value="1"><span>+</span></div><button class="addToCart btn" data-psId="3800${one.id}" ${one.out ? 'disabled' : ''}>Thêm vào giỏ hàng</button></div></div><div class="tab-content"><h4>Mô tả sản phẩm</h4><div class="description">${one.text}</div></div><div class="related"><h2>Sản phẩm liên quan</h2><ul class="product-list">${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</ul></div>`,
    `<link rel="canonical" href="${BASE}${pathOf(one)}"><meta property="og:url" content="${BASE}${pathOf(one)}" /><meta property="og:image" content="${image(one)}" /><meta property="og:title" content="${one.name}" />${ld({ '@context': 'https://schema.org/', '@type': 'Product', name: one.name, image: [image(one)], description: one.text, sku: `MN${one.id}`, offers: { '@type': 'Offer', url: BASE + pathOf(one), priceCurrency: 'VND', price: one.price, priceValidUntil: '2027-01-01', availability: `https://schema.org/${one.out ? 'OutOfStock' : 'InStock'}` } })}`,
  )

export const nhanh: Make = {
  name: 'nhanh',
  base: BASE,
  pages: {
    '/': shell(
      'Mũ Nón',
      'home',
      `<div class="home"><h2>Bán chạy</h2><ul class="product-list">${GOODS.slice(0, 2).map(card).join('')}</ul></div>`,
    ),
    '/mu-non-pc18.html': list(1, GOODS.slice(0, 3)),
    '/mu-non-pc18.html?page=1': list(1, GOODS.slice(0, 3)),
    '/mu-non-pc18.html?page=2': list(2, GOODS.slice(3)),
    '/tin-tuc-ac5.html': shell(
      'Tin tức',
      'newsCategory',
      '<h1>Tin tức</h1><ul class="news-list"><li><a href="/cach-giu-non-la-n71.html"><img src="https://pos.nvncdn.example/n71.jpg" alt=""></a><h3><a href="/cach-giu-non-la-n71.html">Cách giữ nón lá bền</a></h3><p>Treo nơi khô ráo…</p></li></ul>',
    ),
    '/cach-giu-non-la-n71.html': shell(
      'Cách giữ nón lá bền',
      'newsDetail',
      '<h1>Cách giữ nón lá bền</h1><div class="content"><p>Treo nơi khô ráo. Một chiếc nón tốt giá chừng 80.000 đ.</p></div>',
      `<meta property="og:type" content="article">${ld({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Cách giữ nón lá bền', datePublished: '2026-09-01' })}`,
    ),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `2026_mu-${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `MN${one.id}`,
  })),
}
