import { grouped, ld, type Make } from './make.ts'

/** A chain of pharmacies on Next.js: prices per box, blister and tablet. Goods that only a pharmacist gives are no offers. */
const BASE = 'https://nhathuoc.example.vn'

interface Remedy {
  readonly sku: string
  readonly slug: string
  readonly name: string
  readonly unit: string
  readonly price: number | null
  readonly old?: number
  readonly smaller?: readonly [string, number]
  readonly out?: true
}

const REMEDIES: readonly Remedy[] = [
  {
    sku: '00501101',
    slug: 'vien-uong-tam-sen-binh-an',
    name: 'Viên uống Tâm Sen Bình An (Hộp 3 vỉ x 10 viên)',
    unit: 'Hộp',
    price: 135_000,
    old: 150_000,
    smaller: ['Vỉ', 45_000],
  },
  { sku: '00501102', slug: 'siro-la-hung-chanh-100ml', name: 'Siro lá húng chanh 100ml', unit: 'Chai', price: 48_000 },
  {
    sku: '00501103',
    slug: 'thuoc-ke-don-tay-bac-500mg',
    name: 'Thuốc Tây Bắc 500mg (Hộp 10 vỉ x 10 viên)',
    unit: 'Hộp',
    price: null,
  },
  {
    sku: '00501104',
    slug: 'tra-gung-mat-ong-20-goi',
    name: 'Trà gừng mật ong (Hộp 20 gói)',
    unit: 'Hộp',
    price: 72_000,
    smaller: ['Gói', 4000],
    out: true,
  },
  {
    sku: '00501105',
    slug: 'dau-gio-suoi-trong-24ml',
    name: 'Dầu gió Suối Trong 24ml',
    unit: 'Lọ',
    price: 39_000,
    old: 52_000,
  },
]
const money = (amount: number) => `${grouped(amount)}đ`
const picture = (one: Remedy) =>
  `https://cms.nhathuoc.example.vn/unsafe/https://cms-prod.s3.nhathuoc.example.vn/${one.sku}_${one.slug.replaceAll('-', '_')}.jpg`
const pathOf = (one: Remedy) => `/thuc-pham-chuc-nang/${one.slug}.html`
const next = (page: string, props: unknown) =>
  `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { pageProps: props }, page, query: {}, buildId: 'b1', isFallback: false, gssp: true })}</script>`
const shell = (title: string, head: string, body: string, data: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>${title}</title>${head}<meta name="next-head-count" content="9"/></head><body><div id="__next"><header class="relative z-10 bg-blue-5 lc-header"><div class="container-lite"><a class="flex items-center" href="/"><img alt="Nhà thuốc Mộc Lan" src="/static/logo.svg"/></a><div class="omd:flex relative"><input class="h-12 w-full rounded-full" placeholder="Tìm tên thuốc, bệnh lý, TPCN..." value=""/></div><a class="relative" href="/gio-hang"><span>Giỏ hàng</span></a></div><nav class="bg-white"><a class="text-body2 inline-block" href="/thuc-pham-chuc-nang">Thực phẩm chức năng</a><a class="text-body2 inline-block" href="/he-thong-cua-hang">Tìm nhà thuốc</a></nav></header><main class="bg-layer-gray">${body}</main><footer class="bg-white"><p>Tổng đài (8:00-22:00): 1800 1234</p></footer></div>${data}</body></html>`
const card = (one: Remedy) =>
  `<div class="h-full rounded-xl bg-white relative product-card"><a class="block px-3 pt-3 pb-3" href="${pathOf(one)}"><div class="relative mb-2">${one.old ? '<span class="absolute left-0 top-0 rounded-r bg-red-5 px-2 text-white">-10%</span>' : ''}<img class="object-contain" src="${picture(one)}" srcset="${picture(one)} 1x" alt="${one.name}" loading="lazy"/></div><h3 class="text-label2 css-1wdo6v7 line-clamp-2 break-words text-gray-10">${one.name}</h3><div class="my-1 items-center whitespace-nowrap">${one.price === null ? '<div class="rounded-full bg-gray-2 px-2 text-caption">Cần tư vấn từ dược sỹ</div>' : `<div class="text-blue-5"><span class="text-label1 font-semibold">${money(one.price)}</span><span class="text-label2"> / ${one.unit}</span></div>${one.old ? `<div class="text-caption text-gray-7 line-through">${money(one.old)}</div>` : ''}`}</div><span class="inline-block rounded-full border px-2 text-caption">${one.unit}</span></a><div class="px-3 pb-3"><button class="w-full rounded-full bg-blue-5 text-white">${one.price === null ? 'Xem chi tiết' : 'Chọn mua'}</button></div></div>`
const product = (one: Remedy, at: number) =>
  shell(
    `${one.name} - Nhà thuốc Mộc Lan`,
    `<link rel="canonical" href="${BASE}${pathOf(one)}"/><meta property="og:title" content="${one.name}"/><meta property="og:image" content="${picture(one)}"/><meta property="og:type" content="website"/>${at === 1 ? ld({ '@context': 'https://schema.org/', '@type': 'Drug', name: one.name, image: picture(one), activeIngredient: 'Húng chanh' }) : ''}${ld(
      {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Trang chủ', item: BASE },
          { '@type': 'ListItem', position: 2, name: 'Thực phẩm chức năng', item: `${BASE}/thuc-pham-chuc-nang` },
        ],
      },
    )}`,
    `<div class="container-lite"><ol class="flex items-center"><li><a href="/">Trang chủ</a></li><li><a href="/thuc-pham-chuc-nang">Thực phẩm chức năng</a></li></ol><div class="grid grid-cols-1 omd:grid-cols-[min(60%,calc(555rem/16))_1fr] lc-product-detail"><div class="relative"><div class="swiper swiper-initialized"><div class="swiper-wrapper"><div class="swiper-slide"><img class="object-contain gallery-img" src="${picture(one)}" alt="${one.name}" width="500" height="500"/></div></div></div><p class="text-center text-caption text-gray-7">Mẫu mã sản phẩm có thể thay đổi theo lô hàng</p></div><div><div class="mb-1"><span class="text-body2 text-gray-10">Thương hiệu: </span><a class="text-blue-5" href="/thuong-hieu/moc-lan">Mộc Lan</a></div><h1 data-test="product_name" class="text-heading3 font-semibold text-gray-10">${one.name}</h1><div class="mt-2 flex items-center text-body2 text-gray-7"><span data-test-id="sku">${one.sku}</span><span class="mx-1">•</span><span>46 đánh giá</span><span class="mx-1">•</span><span>1055 bình luận</span></div>${one.price === null ? '<div class="mt-4 rounded-lg bg-gray-1 p-3"><p class="font-semibold">Sản phẩm cần tư vấn từ dược sỹ.</p></div>' : `<div class="mt-4" data-test="price_block"><div class="flex items-baseline text-blue-5"><span class="text-[36px] font-bold leading-[44px]" data-test="price">${money(one.price)}</span><span class="text-[24px]">&nbsp;/&nbsp;</span><span class="text-[24px]" data-test="unit">${one.unit}</span></div>${one.old ? `<div class="text-gray-7 text-[20px] line-through" data-test="strike_price">${money(one.old)}</div>` : ''}<div class="text-caption text-orange-6">Đổi 135 điểm thưởng, giảm ngay 13.500đ</div></div>`}${one.smaller ? `<div class="mt-3 flex"><p class="w-[148px] text-gray-7">Chọn đơn vị tính</p><div class="flex gap-2"><button class="rounded-full border border-blue-5 px-4">${one.unit}</button><button class="rounded-full border px-4">${one.smaller[0]}</button></div></div>` : ''}<table class="mt-4 content-list"><tbody><tr class="content-container"><td class="w-[40%]"><p class="css-1c8v1eh">Danh mục</p></td><td><a class="text-blue-5" href="/thuc-pham-chuc-nang">Thực phẩm chức năng</a></td></tr><tr class="content-container"><td><p>Quy cách</p></td><td>${one.unit}</td></tr><tr class="content-container"><td><p>Nhà sản xuất</p></td><td>Dược Mộc Lan</td></tr></tbody></table>${one.out ? '<div class="mt-4"><button disabled="" class="rounded-full bg-gray-4">Tạm hết hàng</button><button>Báo khi có hàng</button></div>' : `<div class="mt-4 flex gap-3"><input class="w-14" aria-label="Số lượng" value="1"/><button class="rounded-full bg-blue-5 text-white" data-test="buy_now">${one.price === null ? 'Tư vấn ngay' : 'Chọn mua'}</button><a href="/he-thong-cua-hang" class="rounded-full">Tìm nhà thuốc</a></div>`}<p class="mt-2 text-caption">Miễn phí vận chuyển cho đơn hàng từ 300.000đ</p></div></div><section class="mt-4 bg-white"><h2>Mô tả sản phẩm</h2><div class="detail-content"><p>${one.name} dùng theo hướng dẫn trên bao bì.</p></div></section><section class="mt-4"><h2 class="text-heading4">Sản phẩm liên quan</h2><div class="grid grid-cols-4">${REMEDIES.filter(
      ({ sku }) => sku !== one.sku,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></section></div>`,
    next('/[...slug]', {
      product: {
        sku: one.sku,
        webName: one.name,
        slug: pathOf(one).slice(1),
        price:
          one.price === null
            ? null
            : { price: one.price, measureUnitName: one.unit, currencySymbol: 'đ', isDefault: true },
        prices: [
          ...(one.smaller
            ? [
                {
                  price: one.smaller[1],
                  measureUnitName: one.smaller[0],
                  currencySymbol: 'đ',
                  isDefault: false,
                  originPrice: null,
                },
              ]
            : []),
          ...(one.price === null
            ? []
            : [
                {
                  price: one.price,
                  measureUnitName: one.unit,
                  currencySymbol: 'đ',
                  isDefault: true,
                  originPrice: one.old ?? null,
                },
              ]),
        ],
        primaryImage: picture(one),
      },
    }),
  )
const list = () =>
  shell(
    'Thực phẩm chức năng - Nhà thuốc Mộc Lan',
    `<link rel="canonical" href="${BASE}/thuc-pham-chuc-nang"/>`,
    `<div class="container-lite"><h1 class="text-heading2">Thực phẩm chức năng</h1><div class="flex"><aside class="w-1/4"><h4>Bộ lọc nâng cao</h4><div><p>Giá bán</p><button class="btn">Dưới 100.000đ</button><button class="btn">100.000đ đến 300.000đ</button></div></aside><div class="w-3/4"><div class="mb-4"><span>Sắp xếp theo</span><button>Bán chạy</button><button>Giá thấp</button></div><div class="grid grid-cols-3 gap-4 product-list">${REMEDIES.map(card).join('')}</div><button class="mx-auto flex" type="button">Xem thêm 38 sản phẩm</button></div></div></div>`,
    next('/[...slug]', {
      category: {
        name: 'Thực phẩm chức năng',
        products: REMEDIES.map(({ sku, name, price }) => ({ sku, webName: name, price: { price } })),
      },
    }),
  )

export const pharmacy: Make = {
  name: 'pharmacy',
  base: BASE,
  pages: {
    '/': shell(
      'Nhà thuốc Mộc Lan',
      `<link rel="canonical" href="${BASE}/"/>`,
      `<section><h2>Bán chạy</h2><div class="grid">${REMEDIES.slice(0, 2).map(card).join('')}</div></section>`,
      next('/', {}),
    ),
    '/thuc-pham-chuc-nang': list(),
    ...Object.fromEntries(REMEDIES.map((one, at) => [pathOf(one), product(one, at)])),
  },
  wanted: REMEDIES.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    ...(one.price === null ? {} : { image: `${one.sku}_`, sku: one.sku }),
    ...(one.out ? { availability: 'OutOfStock' } : {}),
  })),
}
