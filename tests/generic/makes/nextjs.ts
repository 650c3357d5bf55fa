import { type Goods, goods, grouped, type Make } from './make.ts'

/** A pharmacy chain: React with hashed class names, the whole page's data in __NEXT_DATA__, no other structured data. */
const BASE = 'https://nha-thuoc-next.example'
const GOODS = goods(18, [
  'Cao xoa thảo mộc hũ 20g',
  'Nước súc miệng trà xanh 500ml',
  'Băng gạc cuộn y tế',
  'Nhiệt kế điện tử đầu mềm',
  'Khẩu trang ba lớp hộp 50',
])
const money = (amount: number) => `${grouped(amount)}đ`
const pathOf = ({ slug }: Goods) => `/cham-soc/${slug}.html`
const image = ({ id }: Goods) =>
  `https://cdn.nha-thuoc.example/unsafe/768x0/filters:quality(90)/https://cms.nha-thuoc.example/00${id}_thuoc.png`
const next = (page: string, pageProps: unknown) =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps, __N_SSP: true }, page, query: {}, buildId: 'Zx9', isFallback: false, locale: 'vi' })}</script>`
const shell = (
  title: string,
  body: string,
  data: string,
  head = '',
) => `<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>${title}</title>${head}<meta name="next-head-count" content="6"/><script defer="" nomodule="" src="/_next/static/chunks/polyfills-c6.js"></script></head>
<body><div id="__next"><div class="css-1x2y"><header class="css-9ab1"><a href="/"><img alt="Nhà Thuốc Lá Xanh" src="/logo.svg"/></a><input placeholder="Tìm tên thuốc, bệnh lý…"/><a href="/gio-hang"><span>Giỏ hàng</span></a></header><nav class="css-nv"><a href="/cham-soc">Chăm sóc cá nhân</a><a href="/bai-viet">Góc sức khoẻ</a></nav><main class="css-77q">${body}</main><footer class="css-ft"><p>Tổng đài 1800 0000</p><a href="/gioi-thieu">Giới thiệu</a></footer></div></div>${data}</body></html>`
const card = (one: Goods) =>
  `<div class="css-c4rd"><a href="${pathOf(one)}" class="css-lnk"><div class="css-im"><span><img alt="${one.name}" srcSet="${image(one)} 1x" src="${image(one)}" decoding="async"/></span></div><h3 class="css-h3x">${one.name}</h3></a><div class="css-pr"><span class="css-p1">${money(one.price)}</span><span class="css-p2"> / Hộp</span></div>${one.old === undefined ? '' : `<div class="css-ol line-through">${money(one.old)}</div>`}<button class="css-bt">Chọn mua</button></div>`
const record = (one: Goods) => ({
  sku: `0008${one.id}`,
  name: one.name,
  webName: one.name,
  slug: `cham-soc/${one.slug}.html`,
  image: image(one),
  price: { id: one.id, currencySymbol: 'đ', price: one.price, measureUnitName: 'Hộp' },
  ...(one.old === undefined ? {} : { originalPrice: one.old }),
})
const list = shell(
  'Chăm sóc cá nhân | Nhà Thuốc Lá Xanh',
  `<ol class="css-bc"><li><a href="/">Trang chủ</a></li><li>Chăm sóc cá nhân</li></ol><h1 class="css-h1">Chăm sóc cá nhân</h1><div class="css-gr">${GOODS.map(card).join('')}</div>`,
  next('/[category]', { products: GOODS.map(record), totalCount: GOODS.length }),
)
const product = (one: Goods) =>
  shell(
    `${one.name} giá tốt | Nhà Thuốc Lá Xanh`,
    `<ol class="css-bc"><li><a href="/">Trang chủ</a></li><li><a href="/cham-soc">Chăm sóc cá nhân</a></li></ol><div class="css-pd"><div class="css-gal"><img alt="${one.name}" src="${image(one)}"/></div><div class="css-inf"><div>Thương hiệu: <span>Lá Xanh</span></div><h1 class="css-h1" data-test="product_name">${one.name}</h1><div class="css-sk"><span data-test="sku">0008${one.id}</span><span>12 đánh giá</span><span>30 bình luận</span></div><div class="css-prx"><span data-test="price" class="css-p1">${money(one.price)}</span> <span data-test="unit">/ Hộp</span></div>${one.old === undefined ? '' : `<div class="css-ol line-through" data-test="strike_price">${money(one.old)}</div>`}<table class="css-tb"><tbody><tr><td>Danh mục</td><td><a href="/cham-soc">Chăm sóc cá nhân</a></td></tr><tr><td>Quy cách</td><td>Hộp 1</td></tr><tr><td>Xuất xứ</td><td>Việt Nam</td></tr></tbody></table>${one.out ? '<button class="css-bt" disabled="">Tạm hết hàng</button>' : '<button class="css-bt">Chọn mua</button><button class="css-bt2">Tìm nhà thuốc</button>'}</div></div><section class="css-ds"><h2>Mô tả sản phẩm</h2><p>${one.text}</p></section><section class="css-rl"><h2>Sản phẩm liên quan</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</section>`,
    next('/[category]/[slug]', {
      product: {
        ...record(one),
        prices: [{ measureUnitName: 'Hộp', price: one.price, currencySymbol: 'đ', isSellDefault: true }],
        brand: 'Lá Xanh',
        shortDescription: one.text,
        isOutOfStock: one.out === true,
        images: [{ url: image(one) }],
      },
      related: GOODS.filter(({ id }) => id !== one.id)
        .slice(0, 3)
        .map(record),
    }),
    `<link rel="canonical" href="${BASE}${pathOf(one)}"/><meta property="og:title" content="${one.name}"/><meta property="og:image" content="${image(one)}"/><meta property="og:type" content="website"/>`,
  )

export const nextjs: Make = {
  name: 'nextjs',
  base: BASE,
  pages: {
    '/': shell(
      'Nhà Thuốc Lá Xanh',
      `<section class="css-hm"><h2>Bán chạy hôm nay</h2>${GOODS.slice(0, 3).map(card).join('')}</section><section><h2>Góc sức khoẻ</h2><a href="/bai-viet/ngu-du-giac.html">Ngủ đủ giấc</a></section>`,
      next('/', { best: GOODS.slice(0, 3).map(record) }),
    ),
    '/cham-soc': list,
    '/bai-viet/ngu-du-giac.html': shell(
      'Ngủ đủ giấc',
      '<article><h1>Ngủ đủ giấc</h1><p>Người lớn nên ngủ 7 giờ. Máy đo giấc ngủ giá 900.000đ là không cần thiết.</p></article>',
      next('/bai-viet/[slug]', { article: { title: 'Ngủ đủ giấc', slug: 'bai-viet/ngu-du-giac.html' } }),
    ),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `00${one.id}_thuoc.png`,
    ...(one.out ? { availability: 'OutOfStock' } : {}),
    sku: `0008${one.id}`,
  })),
}
