import type { Make } from './make.ts'

const BASE = 'https://xe-cu-mien-tay.example'
const GOODS = [
  {
    id: 90412,
    slug: 'song-phuong-110-doi-2016',
    name: 'Song Phượng 110 đời 2016 chính chủ',
    says: '12 triệu 800',
    price: 12_800_000,
    who: 'Anh Tư Cái Răng',
    tel: '0939 111 222',
    km: '31.000 km',
  },
  {
    id: 90413,
    slug: 'tay-ga-mai-125-bien-65',
    name: 'Tay ga Mai 125 biển 65, xe zin',
    says: '24,5 triệu',
    price: 24_500_000,
    who: 'Cửa hàng xe Út Hiền',
    tel: '0939 333 444',
    km: '18.500 km',
  },
  {
    id: 90414,
    slug: 'xe-dien-lua-non',
    name: 'Xe điện Lúa Non cho học sinh',
    says: '2 triệu 590',
    price: 2_590_000,
    who: 'Chị Bé Ba',
    tel: '0939 555 666',
    km: '4.200 km',
  },
  {
    id: 90415,
    slug: 'moto-gio-chuong-300',
    name: 'Mô tô Gió Chướng 300 độ nhẹ',
    says: '1 tỷ 050 triệu',
    price: 1_050_000_000,
    who: 'Garage Bảy Núi',
    tel: '0939 777 888',
    km: '9.900 km',
  },
] as const
type One = (typeof GOODS)[number]
const shell = (title: string, body: string) =>
  `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title><meta name="description" content="Mua bán xe máy cũ miền Tây, đăng tin chỉ 20.000đ"></head><body><div id="top"><div class="wrap"><a href="/"><img src="/img/logo.gif" alt="Xe Cũ Miền Tây" width="180" height="50"></a> <span>Hỗ trợ: 0292 3888 999</span> <a href="/dang-tin">Đăng tin (20.000đ/tin)</a> <a href="/dang-nhap">Đăng nhập</a></div></div><div id="menu"><a href="/xe-may">Xe máy</a> <a href="/bang-gia-dang-tin">Bảng giá</a></div><div class="wrap">${body}</div><div id="foot">Xe Cũ Miền Tây - sàn rao vặt. Tin VIP 50.000đ/tuần.</div></body></html>`
const row = (one: One) =>
  `<div class="tin"><div class="tin_anh"><a href="/xe-may/${one.slug}-${one.id}.html"><img src="/upload/thumb_${one.id}_1.jpg" width="140" height="105" alt="${one.name}"></a></div><div class="tin_nd"><h3><a href="/xe-may/${one.slug}-${one.id}.html" title="${one.name}">${one.name}</a></h3><b class="gia">${one.says}</b><div class="mo">Cần Thơ | hôm qua</div></div></div>`
const list = (items: readonly One[], page: number) =>
  shell(
    'Xe máy cũ miền Tây',
    `<h1>Xe máy cũ</h1><div class="loc">Giá: <a href="/xe-may?gia=1">dưới 10 triệu</a> <a href="/xe-may?gia=2">10 - 20 triệu</a></div>${items.map(row).join('')}<div class="trang">Trang: ${page === 1 ? '<b>1</b> <a href="/xe-may?trang=2">2</a> <a href="/xe-may?trang=2">Sau &raquo;</a>' : '<a href="/xe-may">&laquo; Trước</a> <a href="/xe-may">1</a> <b>2</b>'}</div>`,
  )
const product = (one: One) =>
  shell(
    `${one.name} - Xe Cũ Miền Tây`,
    `<div class="duong"><a href="/">Trang nhất</a> &raquo; <a href="/xe-may">Xe máy</a></div><div class="ct"><h1>${one.name}</h1><div class="ngay">Ngày đăng: 12/03/2024 - Mã tin: ${one.id} - Lượt xem: 1.304</div><div class="anh_lon"><a href="/upload/${one.id}_1.jpg"><img src="/upload/${one.id}_1.jpg" width="600" height="450" alt="${one.name}"></a></div><div class="anh_nho"><img src="/upload/thumb_${one.id}_1.jpg" width="70"><img src="/upload/thumb_${one.id}_2.jpg" width="70"></div><table class="tt" cellpadding="4"><tr><td>Giá bán:</td><td><b style="color:red">${one.says}</b></td></tr><tr><td>Số km:</td><td>${one.km}</td></tr><tr><td>Tình trạng:</td><td>Đã sử dụng</td></tr><tr><td>Nơi bán:</td><td>Cần Thơ</td></tr></table><div class="nd"><p>Cần ra đi ${one.name}. Vừa thay vỏ 850k, nhông sên dĩa 1tr2. Bao sang tên, xem xe tại nhà. Đưa trước 3 triệu giữ xe, trả góp mỗi tháng 900 ngàn.</p></div><div class="lh"><p>Người bán: <b>${one.who}</b></p><p>Điện thoại: <a href="tel:${one.tel.replaceAll(' ', '')}">${one.tel}</a></p></div></div><div class="khac"><h2>Tin khác</h2>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .map(row)
      .join('')}</div>`,
  )
export const motorbikes: Make = {
  name: 'motorbikes',
  base: BASE,
  pages: {
    '/': shell('Xe Cũ Miền Tây', `<h2>Tin VIP</h2>${row(GOODS[0])}`),
    '/xe-may': list(GOODS.slice(0, 2), 1),
    '/xe-may?trang=2': list(GOODS.slice(2), 2),
    ...Object.fromEntries(GOODS.map((one) => [`/xe-may/${one.slug}-${one.id}.html`, product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: `/xe-may/${one.slug}-${one.id}.html`,
    title: one.name,
    price: one.price,
    listPrice: null,
    image: `/upload/${one.id}_1.jpg`,
    seller: one.who,
  })),
}
