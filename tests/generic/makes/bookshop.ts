import { grouped, type Make } from './make.ts'

const BASE = 'https://sach-goc-pho.example'
const GOODS = [
  {
    id: 311,
    slug: 'mua-tren-pho-cu',
    name: 'Mưa trên phố cũ',
    author: 'Lê Thu An',
    isbn: '9786040011114',
    price: 76_500,
    old: 90_000,
    out: false,
  },
  {
    id: 312,
    slug: 'nguoi-gac-hai-dang',
    name: 'Người gác hải đăng',
    author: 'Phan Hoài',
    isbn: '9786040011121',
    price: 128_000,
    old: 160_000,
    out: false,
  },
  {
    id: 313,
    slug: 'so-tay-lam-banh',
    name: 'Sổ tay làm bánh',
    author: 'Mai Bếp',
    isbn: '9786040011138',
    price: 215_000,
    old: 215_000,
    out: true,
  },
  {
    id: 314,
    slug: 'toan-vui-lop-ba',
    name: 'Toán vui lớp ba (Tái bản 2023)',
    author: 'Nhiều tác giả',
    isbn: '9786040011145',
    price: 38_250,
    old: 45_000,
    out: false,
  },
] as const
type One = (typeof GOODS)[number]
const money = (amount: number) => `${grouped(amount)} đ`
const shell = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="csrf-token" content="Zx1"><title>${title} | Sách Góc Phố</title>${head}<link href="${BASE}/build/assets/app.css" rel="stylesheet"></head><body><div id="app"><div class="bg-dark text-white small py-1"><div class="container d-flex justify-content-between"><span><i class="bi bi-telephone"></i> 024.3999.1234</span><span>Freeship đơn từ 250.000 đ</span></div></div><nav class="navbar navbar-expand-lg"><div class="container"><a class="navbar-brand" href="${BASE}"><img src="${BASE}/images/logo.svg" alt="Sách Góc Phố"></a><ul class="navbar-nav"><li class="nav-item"><a class="nav-link" href="${BASE}/danh-muc/van-hoc">Văn học</a></li><li class="nav-item"><a class="nav-link" href="${BASE}/tin-tuc">Tin sách</a></li></ul><a href="${BASE}/gio-hang" class="btn position-relative"><i class="bi bi-bag"></i><span class="badge rounded-pill">3</span></a></div></nav><main class="py-4">${body}</main><footer class="bg-light"><div class="container"><p>Nhập mã GOCPHO giảm 20.000 đ cho đơn 150.000 đ</p></div></footer></div></body></html>`
const card = (one: One) =>
  `<div class="col-6 col-md-3"><div class="card h-100 border-0"><a href="${BASE}/sach/${one.slug}"><img src="${BASE}/storage/books/thumbs/${one.isbn}.webp" class="card-img-top" alt="${one.name}"></a><div class="card-body"><h6 class="card-title"><a class="text-dark stretched-link" href="${BASE}/sach/${one.slug}">${one.name}</a></h6><p class="small text-muted">${one.author}</p><p class="mb-0"><span class="fw-bold text-danger">${money(one.price)}</span>${one.old > one.price ? ` <del class="small text-muted">${money(one.old)}</del>` : ''}</p></div><button class="btn btn-sm" data-bs-toggle="modal" data-bs-target="#quick${one.id}">Xem nhanh</button></div></div>`
const modal = (one: One) =>
  `<div class="modal fade" id="quick${one.id}" tabindex="-1" aria-hidden="true"><div class="modal-dialog modal-lg"><div class="modal-content"><div class="modal-header"><h5 class="modal-title">${one.name}</h5><button type="button" class="btn-close" data-bs-dismiss="modal"></button></div><div class="modal-body row"><div class="col-5"><img class="img-fluid" src="${BASE}/storage/books/${one.isbn}.webp" alt="${one.name}"></div><div class="col-7"><p>Tác giả: ${one.author}</p><p class="fs-4 text-danger">${money(one.price)}</p><form method="POST" action="${BASE}/gio-hang/them"><input type="hidden" name="_token" value="Zx1"><input type="hidden" name="id" value="${one.id}"><button class="btn btn-danger">Thêm vào giỏ</button></form></div></div></div></div></div>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Văn học',
    `<div class="container"><h1 class="h3">Văn học</h1><div class="row g-3">${items.map(card).join('')}</div>${items.map(modal).join('')}<nav class="d-flex"><ul class="pagination">${page === 1 ? `<li class="page-item disabled"><span class="page-link">&lsaquo;</span></li><li class="page-item active"><span class="page-link">1</span></li><li class="page-item"><a class="page-link" href="${BASE}/danh-muc/van-hoc?page=2">2</a></li><li class="page-item"><a class="page-link" href="${BASE}/danh-muc/van-hoc?page=2" rel="next">&rsaquo;</a></li>` : `<li class="page-item"><a class="page-link" href="${BASE}/danh-muc/van-hoc?page=1" rel="prev">&lsaquo;</a></li><li class="page-item active"><span class="page-link">2</span></li>`}</ul></nav></div>`,
  )
const product = (one: One) => {
  const others = GOODS.filter(({ id }) => id !== one.id).slice(0, 3)
  return shell(
    `${one.name} - ${one.author}`,
    `<div class="container"><nav aria-label="breadcrumb"><ol class="breadcrumb"><li class="breadcrumb-item"><a href="${BASE}">Trang chủ</a></li><li class="breadcrumb-item"><a href="${BASE}/danh-muc/van-hoc">Văn học</a></li><li class="breadcrumb-item active">${one.name}</li></ol></nav><div class="row"><div class="col-md-5"><img id="cover" class="img-fluid rounded" src="${BASE}/storage/books/${one.isbn}.webp" alt="Bìa sách ${one.name}"></div><div class="col-md-7"><h1 class="h2">${one.name}</h1><p>Tác giả: <a href="${BASE}/tac-gia/${one.id}">${one.author}</a></p><table class="table table-borderless w-auto"><tr><td>Giá bìa:</td><td class="${one.old > one.price ? 'text-decoration-line-through' : ''}">${money(one.old)}</td></tr><tr><td>Giá bán:</td><td class="fs-3 text-danger fw-bold">${money(one.price)}</td></tr>${one.old > one.price ? `<tr><td>Tiết kiệm:</td><td>${money(one.old - one.price)} (${Math.round(100 - (one.price / one.old) * 100)}%)</td></tr>` : ''}<tr><td>Tình trạng:</td><td>${one.out ? '<span class="badge bg-secondary">Tạm hết hàng</span>' : '<span class="badge bg-success">Còn hàng</span>'}</td></tr></table>${one.out ? '<button class="btn btn-outline-secondary" data-bs-toggle="modal" data-bs-target="#notify">Báo tôi khi có sách</button>' : `<form method="POST" action="${BASE}/gio-hang/them"><input type="hidden" name="_token" value="Zx1"><input type="number" name="qty" value="1" class="form-control w-auto"><button class="btn btn-danger btn-lg">Thêm vào giỏ</button></form>`}<div class="border rounded p-3 mt-3"><strong>Ưu đãi</strong><ul><li>Bao sách plastic miễn phí, trị giá 5.000 đ</li><li>Giảm thêm 15.000 đ khi thanh toán qua ví</li></ul></div></div></div><h2 class="h4">Thông tin chi tiết</h2><table class="table table-striped"><tr><th>ISBN</th><td>${one.isbn}</td></tr><tr><th>Tác giả</th><td>${one.author}</td></tr><tr><th>Nhà xuất bản</th><td>NXB Góc Phố</td></tr><tr><th>Số trang</th><td>264</td></tr><tr><th>Khuôn khổ</th><td>13 x 20,5 cm</td></tr></table><h2 class="h4">Giới thiệu sách</h2><div class="content"><p>${one.name} là cuốn sách mới của ${one.author}, in trên giấy xốp nhẹ, bìa có tay gập.</p></div><h2 class="h4">Sách cùng thể loại</h2><div class="row g-3">${others.map(card).join('')}</div></div>${others.map(modal).join('')}<div class="modal fade" id="notify"><div class="modal-dialog"><form><input type="email"></form></div></div>`,
    `<meta property="og:title" content="${one.name} - ${one.author}"><meta property="og:image" content="${BASE}/storage/books/${one.isbn}.webp"><meta property="og:type" content="book"><link rel="canonical" href="${BASE}/sach/${one.slug}">`,
  )
}
export const bookshop: Make = {
  name: 'bookshop',
  base: BASE,
  pages: {
    '/': shell(
      'Trang chủ',
      `<div class="container"><h2>Sách bán chạy</h2><div class="row g-3">${card(GOODS[3])}</div>${modal(GOODS[3])}</div>`,
    ),
    '/danh-muc/van-hoc': list(GOODS.slice(0, 2), 1),
    '/danh-muc/van-hoc?page=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/sach/${one.slug}`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/sach/${one.slug}`,
    title: one.name,
    price: one.price,
    listPrice: one.old > one.price ? one.old : null,
    image: `/storage/books/${one.isbn}.webp`,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
