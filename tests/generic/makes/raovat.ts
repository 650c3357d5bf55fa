import type { Make } from './make.ts'

/** Classifieds of somebody's own making: prices as people type them, seller and telephone beside the text. */
const BASE = 'https://rao-vat-ben-tre.example'
const ADS = [
  {
    id: 7001,
    title: 'Bán xuồng ba lá gỗ sao',
    slug: 'ban-xuong-ba-la',
    print: '4,5 triệu',
    price: 4_500_000,
    by: 'Chú Sáu Dừa',
    phone: '0900.111.222',
    text: 'Xuồng dài 5m, gỗ sao còn tốt. Giá 4tr5, có fix cho người thiện chí.',
  },
  {
    id: 7002,
    title: 'Dừa giống xiêm lùn',
    slug: 'dua-giong-xiem-lun',
    print: '65.000 đ',
    price: 65_000,
    by: 'Vườn Út Hiền',
    phone: '0900.111.333',
    text: 'Cây giống cao 60cm, mua trên 50 cây giá 55k.',
  },
  {
    id: 7003,
    title: 'Máy xới cũ',
    slug: 'may-xoi-cu',
    print: '12.800.000 VNĐ',
    price: 12_800_000,
    by: 'Hai Lúa',
    phone: '0900.111.444',
    text: 'Máy xới chạy xăng, mới thay nhông.',
  },
  {
    id: 7004,
    title: 'Nhận đan lát lục bình',
    slug: 'dan-lat-luc-binh',
    print: 'Thoả thuận',
    price: null,
    by: 'Tổ Đan Lát',
    phone: '0900.111.555',
    text: 'Nhận đan giỏ, thảm lục bình theo mẫu.',
  },
  {
    id: 7005,
    title: 'Mật ong hoa nhãn',
    slug: 'mat-ong-hoa-nhan',
    print: '180 nghìn/lít',
    price: 180_000,
    by: 'Trại Ong Bảy',
    phone: '0900.111.666',
    text: 'Mật ong nguyên chất 180 nghìn một lít, ship cod.',
  },
]
type Ad = (typeof ADS)[number]
const pathOf = ({ id, slug }: Ad) => `/tin/${slug}-${id}`
const shell = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>${head}<link rel="stylesheet" href="/static/main.css"></head><body><div class="top"><a href="/" class="brand">Rao Vặt Bến Tre</a><form action="/tim" method="get"><input name="q" placeholder="Tìm tin"></form><a class="dang-tin" href="/dang-tin">Đăng tin miễn phí</a><a href="/dang-nhap">Đăng nhập</a></div><div class="wrap">${body}</div><div class="foot"><a href="/quy-dinh">Quy định đăng tin</a> <a href="/bang-gia">Bảng giá tin VIP</a><p>Tin VIP: 20.000đ/ngày</p></div></body></html>`
const row = (ad: Ad) =>
  `<div class="tin-item" data-id="${ad.id}"><a class="thumb" href="${pathOf(ad)}"><img src="/anh/nho/${ad.id}.jpg" alt="${ad.title}"></a><div class="tin-body"><a class="tin-title" href="${pathOf(ad)}">${ad.title}</a><div class="tin-gia">${ad.print}</div><div class="tin-meta"><span class="noi">Bến Tre</span> · <span class="luc">2 giờ trước</span></div></div></div>`
const list = (page: number, ads: readonly Ad[]) =>
  shell(
    'Nông nghiệp - Rao Vặt Bến Tre',
    `<div class="duong-dan"><a href="/">Trang chủ</a> &raquo; <a href="/muc/nong-nghiep">Nông nghiệp</a></div><h1>Tin rao Nông nghiệp</h1><div class="ds-tin">${ads.map(row).join('')}</div><div class="phan-trang">${page === 1 ? '<strong>1</strong><a href="/muc/nong-nghiep/trang-2">2</a><a href="/muc/nong-nghiep/trang-2">Xem tiếp &raquo;</a>' : '<a href="/muc/nong-nghiep">&laquo; Về trước</a><a href="/muc/nong-nghiep">1</a><strong>2</strong>'}</div>`,
  )
const ad = (one: Ad) =>
  shell(
    `${one.title} | Rao Vặt Bến Tre`,
    `<div class="duong-dan"><a href="/">Trang chủ</a> &raquo; <a href="/muc/nong-nghiep">Nông nghiệp</a></div><div class="cot-trai"><h1 class="tieu-de-tin">${one.title}</h1><div class="thong-tin"><span>Mã tin: ${one.id}</span> <span>Ngày đăng: 01/10/2026</span> <span>Lượt xem: 214</span></div><div class="gia-tin">Giá: <b>${one.print}</b></div><div class="anh-tin"><img src="/anh/lon/${one.id}.jpg" alt="${one.title}"></div><div class="noi-dung-tin"><p>${one.text}</p></div></div><div class="cot-phai"><div class="nguoi-dang"><h3>Người đăng</h3><p>Người bán: <a href="/thanh-vien/${one.id - 7000}">${one.by}</a></p><p>Điện thoại: <a href="tel:${one.phone}">${one.phone}</a></p><p>Địa chỉ: Châu Thành, Bến Tre</p></div><h3>Tin tương tự</h3>${ADS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 2)
      .map(row)
      .join('')}</div>`,
  )

export const raovat: Make = {
  name: 'raovat',
  base: BASE,
  pages: {
    '/': shell(
      'Rao Vặt Bến Tre',
      `<h2>Danh mục</h2><ul class="muc"><li><a href="/muc/nong-nghiep">Nông nghiệp</a> (5)</li></ul><h2>Tin mới</h2><div class="ds-tin">${ADS.slice(0, 2).map(row).join('')}</div>`,
    ),
    '/muc/nong-nghiep': list(1, ADS.slice(0, 3)),
    '/muc/nong-nghiep/trang-2': list(2, ADS.slice(3)),
    '/bang-gia': shell(
      'Bảng giá tin VIP',
      '<h1>Bảng giá tin VIP</h1><table><tr><th>Loại</th><th>Giá</th></tr><tr><td>VIP 1</td><td>20.000đ/ngày</td></tr><tr><td>VIP 2</td><td>50.000đ/ngày</td></tr></table>',
    ),
    '/quy-dinh': shell(
      'Quy định đăng tin',
      '<h1>Quy định đăng tin</h1><p>Không đăng hàng cấm. Vi phạm khoá tài khoản.</p>',
    ),
    ...Object.fromEntries(ADS.map((one) => [pathOf(one), ad(one)])),
  },
  wanted: ADS.map((one) => ({
    path: pathOf(one),
    title: one.title,
    price: one.price,
    image: `/anh/lon/${one.id}.jpg`,
    seller: one.by,
  })),
}
