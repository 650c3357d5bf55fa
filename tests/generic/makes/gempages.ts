import { grouped, type Make } from './make.ts'

const BASE = 'https://tram-huong-suong.example'
const GOODS = [
  {
    id: 8101,
    slug: 'nhang-tram-khong-tam',
    name: 'Nhang trầm không tăm hộp 40 nén',
    price: 189000,
    old: 240000,
    out: false,
  },
  { id: 8102, slug: 'vong-tay-tram-108-hat', name: 'Vòng tay trầm 108 hạt', price: 1290000, old: null, out: false },
  { id: 8103, slug: 'lu-xong-tram-dien', name: 'Lư xông trầm điện gốm men rạn', price: 750000, old: 890000, out: true },
  { id: 8104, slug: 'nu-tram-xong-nha', name: 'Nụ trầm xông nhà hũ 60 viên', price: 145000, old: null, out: false },
] as const
type One = (typeof GOODS)[number]
const money = (amount: number) => `${grouped(amount)}₫`
const img = ({ slug }: One, width: number) =>
  `//tram-huong-suong.example/cdn/shop/files/${slug}-1.jpg?v=1712${width}&width=${width}`
const shell = (title: string, body: string, head = '') =>
  `<!doctype html><html class="no-js" lang="vi"><head><meta charset="utf-8"><title>${title} &ndash; Trầm Hương Sương</title>${head}<meta property="og:site_name" content="Trầm Hương Sương"><script>window.Shopify = window.Shopify || {}; Shopify.shop = "suong-tram.myshopify.example"; Shopify.currency = {"active":"VND","rate":"1.0"};</script><link rel="stylesheet" href="/cdn/shop/t/4/assets/gp-style.css"></head>
<body class="gradient"><a class="skip-to-content-link" href="#MainContent">Đến nội dung</a><cart-drawer class="drawer is-empty"><div class="drawer__inner"><p class="gp-free-ship">Mua thêm <b>500.000₫</b> để được miễn phí giao hàng</p><div class="drawer__inner-empty"><h2>Giỏ hàng trống</h2><a href="/collections/all" class="button">Tiếp tục mua</a></div><div class="totals"><p class="totals__total-value">0₫</p></div></div></cart-drawer>
<div class="announcement-bar"><p>Hotline 0901 234 567 &middot; Giảm 30.000₫ cho đơn từ 300.000₫ với mã SUONG30</p></div><header class="header"><a href="/" class="header__heading-link"><img src="//tram-huong-suong.example/cdn/shop/files/logo.png" alt="Trầm Hương Sương" class="header__heading-logo"></a><nav><a href="/collections/all">Tất cả</a><a href="/pages/cau-chuyen">Câu chuyện</a><a href="/blogs/kien-thuc">Kiến thức</a></nav><a href="/cart" id="cart-icon-bubble">0</a></header><main id="MainContent">${body}</main><footer class="footer"><p>&copy; 2024 Trầm Hương Sương</p></footer></body></html>`
const card = (one: One) =>
  `<div class="gp-grid-item gp-product-card" data-uid="gAb${one.id}"><gp-product data-uid="g${one.id}" class="gp-relative"><a class="gp-h-full" href="/products/${one.slug}" target="_self" title="${one.name}"><img class="gp-w-full gp-object-cover" width="480" height="480" alt="${one.name}" src="${img(one, 480)}" loading="lazy"/></a>${one.old ? `<div class="gp-product-tag">-${Math.round(100 - (one.price / one.old) * 100)}%</div>` : ''}<h3 class="gp-text gp-heading"><a href="/products/${one.slug}">${one.name}</a></h3><div class="gp-flex gp-price-row"><gp-product-price><div class="gp-price gp-product-price gp-money">${money(one.price)}</div></gp-product-price>${one.old ? `<div class="gp-product-compare-price gp-line-through gp-money">${money(one.old)}</div>` : ''}</div></gp-product></div>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Tất cả sản phẩm',
    `<gp-row class="gp-row"><h1 class="gp-text">Tất cả sản phẩm</h1><gp-product-list class="gp-grid">${items.map(card).join('')}</gp-product-list><div class="gp-pagination">${page === 1 ? '<span class="gp-current">1</span><a href="/collections/all?page=2">2</a><a class="gp-next" href="/collections/all?page=2" aria-label="Trang sau">&#8250;</a>' : '<a href="/collections/all?page=1">1</a><span class="gp-current">2</span>'}</div></gp-row>`,
  )
const product = (one: One) =>
  shell(
    one.name,
    `<section id="shopify-section-template--gp"><gp-product class="gp-product" gp-context='{"preSelectedOptionIds":[],"isSyncProduct":"true"}'><div class="gp-grid gp-grid-cols-2"><gp-product-images class="gp-carousel"><div class="gp-carousel-slide"><img class="gp-w-full" src="${img(one, 1200)}" alt="${one.name}" width="1200" height="1200"></div><div class="gp-carousel-slide"><img class="gp-w-full" src="${img(one, 1200).replace('-1.jpg', '-2.jpg')}" alt="${one.name}" width="1200" height="1200"></div></gp-product-images>
<div class="gp-col"><div class="gp-rating">★★★★★ <span>4.9 (1.204 đánh giá)</span></div><h1 class="gp-text gp-product-title">${one.name}</h1><div class="gp-flex gp-items-center"><div class="gp-price gp-text-xl gp-money" data-id="price">${money(one.price)}</div>${one.old ? `<div class="gp-price gp-line-through gp-money" style="text-decoration-line: line-through" data-id="compare">${money(one.old)}</div><div class="gp-badge">Tiết kiệm ${money(one.old - one.price)}</div>` : ''}</div><p class="gp-installment">Hoặc trả góp 3 kỳ <b>${money(one.price / 3)}</b>/tháng, 0% lãi</p><div class="gp-text">Đang có <b>27</b> người xem sản phẩm này</div><form method="post" action="/cart/add" class="form"><input type="hidden" name="id" value="45${one.id}"><gp-product-quantity><input type="number" name="quantity" value="1"></gp-product-quantity>${one.out ? '<button type="submit" class="gp-button" disabled aria-disabled="true"><span>Hết hàng</span></button>' : '<button type="submit" class="gp-button"><span>Thêm vào giỏ</span></button><button type="button" class="gp-button gp-dynamic">Mua ngay</button>'}</form><ul class="gp-icon-list"><li>Miễn phí giao cho đơn từ 500.000₫</li><li>Đổi trả trong 7 ngày</li></ul><div class="gp-accordion"><h4>Mô tả</h4><div class="gp-accordion-body"><p>${one.name} làm từ trầm Khánh Hòa, không pha hương liệu. Thử trước khi trả tiền.</p></div></div></div></div></gp-product></section>
<section class="gp-bundle"><h2>Mua kèm rẻ hơn</h2><div class="gp-grid">${GOODS.filter(({ id }) => id !== one.id)
      .slice(0, 2)
      .map(card)
      .join('')}</div><p>Tổng cộng: <b class="gp-money">${money(one.price + 335000)}</b></p></section>`,
    `<link rel="canonical" href="${BASE}/products/${one.slug}"><meta property="og:type" content="website"><meta property="og:title" content="${one.name}"><meta property="og:image" content="https:${img(one, 1200)}">`,
  )
export const gempages: Make = {
  name: 'gempages',
  base: BASE,
  pages: {
    '/': shell(
      'Trầm Hương Sương',
      `<section class="gp-hero"><h1>Trầm thật, giá thật</h1><a class="gp-button" href="/collections/all">Mua ngay</a></section><div class="gp-grid">${card(GOODS[0])}</div>`,
    ),
    '/collections/all': list(GOODS.slice(0, 2), 1),
    '/collections/all?page=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/products/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/products/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old,
    image: `${one.slug}-1.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
