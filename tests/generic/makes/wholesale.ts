import { grouped, type Make } from './make.ts'

/** A marketplace for wholesale in two languages: steps of price by quantity, prices from - to, a stall behind each offer. */
const BASE = 'https://chosi.example'

interface Ware {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly seller: string
  readonly unit: string
  readonly price: number | null
  readonly steps?: readonly (readonly [string, number])[]
}

const WARES: readonly Ware[] = [
  {
    id: 90211,
    slug: 'bat-gao-dua',
    name: 'Bát gáo dừa / Coconut bowl',
    seller: 'Xưởng Dừa Ba Tri',
    unit: 'cái',
    price: 42_000,
    steps: [
      ['10 - 49', 36_000],
      ['50 - 199', 31_000],
      ['≥ 200', 28_000],
    ],
  },
  {
    id: 90214,
    slug: 'tui-giay-kraft',
    name: 'Túi giấy kraft 20x25',
    seller: 'Bao Bì Hai Lúa',
    unit: 'xấp',
    price: 85_000,
  },
  {
    id: 90217,
    slug: 'khay-tre-dan',
    name: 'Khay tre đan',
    seller: 'HTX Tre Phú Mới',
    unit: 'bộ',
    price: 150_000,
    steps: [
      ['20 - 99', 128_000],
      ['≥ 100', 115_000],
    ],
  },
  { id: 90219, slug: 'may-ep-dau-mini', name: 'Máy ép dầu mini', seller: 'Cơ Khí Sáu Thép', unit: 'máy', price: null },
]
const money = (amount: number) => `${grouped(amount)} ₫`
const link = (one: Ware) => `/p/${one.slug}-${one.id}`
const stall = (one: Ware) =>
  `/gian-hang/${one.seller
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')}`
const shell = (title: string, body: string) =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="csrf-token" content="t"><title>${title}</title><link rel="stylesheet" href="/css/app.css?id=1"></head><body><div id="app"><nav class="navbar navbar-expand-md navbar-light bg-white shadow-sm"><div class="container"><a class="navbar-brand" href="${BASE}">Chợ Sỉ</a><ul class="navbar-nav me-auto"><li class="nav-item"><a class="nav-link" href="/c/thu-cong">Thủ công / Handicraft</a></li><li class="nav-item"><a class="nav-link" href="/rfq">Yêu cầu báo giá (RFQ)</a></li></ul><ul class="navbar-nav ms-auto"><li class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#">VI | EN</a></li><li class="nav-item"><a class="nav-link" href="/cart"><i class="bi bi-cart"></i> 0 ₫</a></li><li class="nav-item"><a class="nav-link" href="/seller/register">Bán hàng cùng Chợ Sỉ</a></li></ul></div></nav><main class="py-4">${body}</main><footer class="border-top mt-5"><div class="container"><p>© Chợ Sỉ 2026. Đơn tối thiểu (MOQ) từ 500.000 ₫.</p></div></footer></div><script src="/js/app.js" defer></script></body></html>`
const range = (one: Ware) => {
  if (one.price === null) return '<span class="text-danger fw-bold">Liên hệ / Contact</span>'
  const low = one.steps?.at(-1)?.[1]
  return `<span class="text-danger fw-bold">${low === undefined ? money(one.price) : `${grouped(low)} ₫ - ${money(one.price)}`}</span> <small class="text-muted">/ ${one.unit}</small>`
}
const card = (one: Ware) =>
  `<div class="col-6 col-md-3"><div class="card h-100"><a href="${link(one)}"><img src="/storage/wares/${one.id}/thumb.webp" class="card-img-top" alt="${one.name}"></a><div class="card-body"><h6 class="card-title"><a class="text-dark text-decoration-none" href="${link(one)}">${one.name}</a></h6><p class="mb-1">${range(one)}</p><p class="small text-muted mb-0"><i class="bi bi-shop"></i> <a href="${stall(one)}">${one.seller}</a></p><p class="small mb-0">MOQ: 10 ${one.unit}</p></div></div></div>`
const offer = (one: Ware) => {
  if (one.price === null)
    return '<div class="alert alert-light"><strong>Giá: Liên hệ</strong> — để lại số điện thoại, gian hàng sẽ gọi lại.</div><a class="btn btn-outline-danger" href="/rfq?ware=90219">Gửi yêu cầu báo giá</a>'
  return `<div class="bg-light p-3 mb-3"><div class="h3 text-danger mb-0">Giá lẻ: ${money(one.price)} <small class="text-muted fs-6">/ ${one.unit}</small></div>${one.steps ? `<table class="table table-sm mt-2 mb-0"><thead><tr><th>Số lượng / Quantity (${one.unit})</th>${one.steps.map(([many]) => `<td>${many}</td>`).join('')}</tr></thead><tbody><tr><th>Giá sỉ / Wholesale</th>${one.steps.map(([, step]) => `<td>${money(step)}</td>`).join('')}</tr></tbody></table>` : ''}</div><form method="POST" action="/cart/add"><input type="hidden" name="_token" value="t"><input type="hidden" name="ware_id" value="${one.id}"><div class="input-group mb-2" style="width:10rem"><button class="btn btn-outline-secondary" type="button">-</button><input class="form-control text-center" name="qty" value="1"><button class="btn btn-outline-secondary" type="button">+</button></div><button class="btn btn-danger">Thêm vào giỏ / Add to cart</button></form><ul class="small text-muted mt-3"><li>Phí vận chuyển: từ 32.000 ₫</li><li>Đặt cọc (deposit) 30% cho đơn trên 5.000.000 ₫</li></ul>`
}
const product = (one: Ware) =>
  shell(
    `${one.name} | Chợ Sỉ`,
    `<div class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="/">Trang chủ</a></li><li class="breadcrumb-item"><a href="/c/thu-cong">Thủ công</a></li><li class="breadcrumb-item active" aria-current="page">${one.name}</li></ol></nav><div class="row"><div class="col-md-5"><div id="carouselWare" class="carousel slide"><div class="carousel-inner"><div class="carousel-item active"><img src="/storage/wares/${one.id}/main.webp" class="d-block w-100" alt=""></div><div class="carousel-item"><img src="/storage/wares/${one.id}/side.webp" class="d-block w-100" alt=""></div></div></div></div><div class="col-md-7"><h1 class="h4">${one.name}</h1><p class="small text-muted">Mã / Code: W${one.id} <span class="mx-2">|</span> Đã bán 320 <span class="mx-2">|</span> <i class="bi bi-star-fill text-warning"></i> 4.8</p>${offer(one)}<div class="card mt-3"><div class="card-body d-flex"><img src="/storage/stalls/logo-${one.id}.png" width="48" height="48" class="rounded-circle me-3" alt=""><div><div class="small text-muted">Người bán / Seller</div><a class="fw-bold" href="${stall(one)}">${one.seller}</a><div class="small">Tham gia từ 2023 · 120 sản phẩm</div></div><a class="btn btn-sm btn-outline-primary ms-auto" href="/chat/${one.id}">Chat</a></div></div></div></div><div class="mt-4"><h2 class="h5">Mô tả / Description</h2><p>${one.name} làm tại xưởng, đóng thùng theo yêu cầu, in logo thêm 2.000 ₫ một món.</p></div><div class="mt-4"><h2 class="h5">Sản phẩm tương tự</h2><div class="row g-3">${WARES.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</div></div></div>`,
  )
const list = (page: number, items: readonly Ware[]) =>
  shell(
    'Thủ công | Chợ Sỉ',
    `<div class="container"><h1 class="h4">Thủ công / Handicraft</h1><div class="row g-3">${items.map(card).join('')}</div><nav class="d-flex justify-items-center justify-content-between mt-4"><div class="d-flex justify-content-between flex-fill d-sm-none"><ul class="pagination">${page === 1 ? '<li class="page-item disabled" aria-disabled="true"><span class="page-link">&laquo; Trước</span></li><li class="page-item"><a class="page-link" href="https://chosi.example/c/thu-cong?page=2" rel="next">Sau &raquo;</a></li>' : '<li class="page-item"><a class="page-link" href="https://chosi.example/c/thu-cong?page=1" rel="prev">&laquo; Trước</a></li>'}</ul></div><div class="d-none flex-sm-fill d-sm-flex"><p class="small text-muted">Hiển thị <span class="fw-semibold">1</span> đến <span class="fw-semibold">2</span> của <span class="fw-semibold">4</span> kết quả</p></div></nav></div>`,
  )

export const wholesale: Make = {
  name: 'wholesale',
  base: BASE,
  pages: {
    '/': shell(
      'Chợ Sỉ',
      '<div class="container"><div class="p-5 mb-4 bg-light rounded-3"><h1>Hàng tận xưởng</h1><a class="btn btn-primary" href="/c/thu-cong">Xem hàng</a></div></div>',
    ),
    '/c/thu-cong': list(1, WARES.slice(0, 2)),
    '/c/thu-cong?page=1': list(1, WARES.slice(0, 2)),
    '/c/thu-cong?page=2': list(2, WARES.slice(2)),
    ...Object.fromEntries(WARES.map((one) => [link(one), product(one)])),
  },
  wanted: WARES.map((one) => ({
    path: link(one),
    title: one.name,
    price: one.price,
    listPrice: null,
    image: `${one.id}/main.webp`,
    seller: one.seller,
    sku: `W${one.id}`,
  })),
}
