import { grouped, type Make } from './make.ts'

/** A shop in hand-written PHP: tables within tables, labels in front of prices, goods to be asked about by phone. */
const BASE = 'http://phutung.example.vn'

interface Part {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly price: number | null
  readonly old?: number
  readonly out?: true
}

const PARTS: readonly Part[] = [
  { id: 31, name: 'Dây curoa máy cày B62', code: 'DC-B62', price: 120_000, old: 145_000 },
  { id: 32, name: 'Bạc đạn 6204 hai mặt chắn', code: 'BD-6204', price: 38_000 },
  { id: 33, name: 'Bộ hơi máy nổ D15', code: 'BH-D15', price: null },
  { id: 34, name: 'Phớt bơm nước 12mm', code: 'PB-12', price: 25_000, out: true },
  { id: 35, name: 'Lưỡi cắt cỏ ba cánh', code: 'LC-3', price: 60_000, old: 75_000 },
]
const money = (amount: number) => `${grouped(amount, ',')} VNĐ`
const shell = (title: string, body: string) =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title><meta name="keywords" content="phu tung may nong nghiep"><link href="style.css" rel="stylesheet" type="text/css"><script language="javascript" src="js/jquery.js"></script></head><body topmargin="0" leftmargin="0"><table width="1000" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="2"><a href="index.php"><img src="images/banner.jpg" width="1000" height="150" border="0"></a></td></tr><tr><td colspan="2" class="menu_top"><a href="index.php">Trang chủ</a> | <a href="gioithieu.php">Giới thiệu</a> | <a href="sanpham.php?cat=2">Sản phẩm</a> | <a href="lienhe.php">Liên hệ</a></td></tr><tr><td width="220" valign="top"><table width="100%" cellpadding="0" cellspacing="0"><tr><td class="title_left">DANH MỤC SẢN PHẨM</td></tr><tr><td class="cat"><img src="images/arrow.gif"> <a href="sanpham.php?cat=2">Phụ tùng máy</a></td></tr><tr><td class="title_left">GIỎ HÀNG</td></tr><tr><td>Có <b>0</b> sản phẩm<br>Tổng tiền: <b>0 VNĐ</b><br><a href="giohang.php">Xem giỏ hàng</a></td></tr><tr><td class="title_left">HỖ TRỢ TRỰC TUYẾN</td></tr><tr><td align="center">Hotline: <font color="#FF0000"><b>0900 000 123</b></font></td></tr><tr><td class="title_left">GIÁ VÀNG - TỶ GIÁ</td></tr><tr><td>USD: 25,400 VNĐ<br>EUR: 27,100 VNĐ</td></tr><tr><td class="title_left">THỐNG KÊ</td></tr><tr><td>Đang online: 5<br>Lượt truy cập: 1,234,567</td></tr></table></td><td width="780" valign="top">${body}</td></tr><tr><td colspan="2" align="center" class="footer">Cửa hàng phụ tùng Tám Lúa<br>Ấp 3, xã Tân Mới - ĐT: 0900 000 123<br>Thiết kế website bởi <a href="http://thietke.example">Thiết kế giá rẻ 1,500,000 VNĐ</a></td></tr></table></body></html>`
const cell = (one: Part) =>
  `<td width="33%" align="center" valign="top"><table width="100%" border="0" cellspacing="2" cellpadding="0" class="box_sp"><tr><td align="center" height="160"><a href="chitiet.php?id=${one.id}"><img src="upload/sanpham/thumb_${one.code}.jpg" width="150" border="0"></a></td></tr><tr><td align="center"><a href="chitiet.php?id=${one.id}" class="tensp"><b>${one.name}</b></a></td></tr><tr><td align="center">${one.price === null ? 'Giá: <font color="#FF0000">Liên hệ</font>' : one.old ? `<strike>${money(one.old)}</strike><br>Giá KM: <font color="#FF0000"><b>${money(one.price)}</b></font>` : `Giá: <font color="#FF0000">${money(one.price)}</font>`}</td></tr><tr><td align="center"><a href="chitiet.php?id=${one.id}"><img src="images/chitiet.gif" border="0"></a> <a href="giohang.php?add=${one.id}"><img src="images/dathang.gif" border="0"></a></td></tr></table></td>`
const grid = (items: readonly Part[]) =>
  `<table width="100%" border="0" cellspacing="0" cellpadding="5"><tr>${items.map(cell).join('')}</tr></table>`
const rows = (one: Part) => {
  if (one.price === null)
    return '<tr><td>Giá:</td><td><font color="#FF0000" size="3"><b>Liên hệ: 0900 000 123</b></font></td></tr>'
  return one.old
    ? `<tr><td>Giá cũ:</td><td><strike>${money(one.old)}</strike></td></tr><tr><td>Giá KM:</td><td><font color="#FF0000" size="3"><b>${money(one.price)}</b></font> <i>(Tiết kiệm ${money(one.old - one.price)})</i></td></tr>`
    : `<tr><td>Giá bán:</td><td><font color="#FF0000" size="3"><b>${money(one.price)}</b></font></td></tr>`
}
const product = (one: Part) =>
  shell(
    `${one.name} - Phụ tùng Tám Lúa`,
    `<table width="100%" border="0" cellspacing="0" cellpadding="5"><tr><td class="title_center">CHI TIẾT SẢN PHẨM</td></tr><tr><td><table width="100%" border="0" cellpadding="5"><tr><td width="320" align="center" valign="top"><a href="upload/sanpham/${one.code}.jpg" rel="lightbox"><img src="upload/sanpham/${one.code}.jpg" width="300" border="0"></a><br><i>Click vào hình để xem lớn</i></td><td valign="top"><table width="100%" cellpadding="4"><tr><td colspan="2" class="tensp_ct"><b>${one.name}</b></td></tr><tr><td width="110">Mã SP:</td><td>${one.code}</td></tr>${rows(one)}<tr><td>Tình trạng:</td><td>${one.out ? 'Hết hàng' : 'Còn hàng'}</td></tr><tr><td>Bảo hành:</td><td>1 tháng</td></tr><tr><td>Lượt xem:</td><td>1,520</td></tr><tr><td colspan="2">${one.price === null ? '' : `<a href="giohang.php?add=${one.id}"><img src="images/dathang_lon.gif" border="0" alt="Đặt hàng"></a>`}</td></tr></table></td></tr></table></td></tr><tr><td class="title_center">THÔNG TIN CHI TIẾT</td></tr><tr><td class="noidung"><p>${one.name} hàng mới, gửi xe đi các tỉnh, cước 30,000 VNĐ một kiện.</p></td></tr><tr><td class="title_center">SẢN PHẨM CÙNG LOẠI</td></tr><tr><td>${grid(PARTS.filter(({ id }) => id !== one.id).slice(0, 3))}</td></tr></table>`,
  )
const list = (page: number, items: readonly Part[]) =>
  shell(
    'Phụ tùng máy - Phụ tùng Tám Lúa',
    `<table width="100%" border="0" cellspacing="0" cellpadding="5"><tr><td class="title_center">PHỤ TÙNG MÁY</td></tr><tr><td>${grid(items)}</td></tr><tr><td align="center" class="phantrang">Trang: ${page === 1 ? '<b>[1]</b> <a href="sanpham.php?cat=2&trang=2">2</a> <a href="sanpham.php?cat=2&trang=2">&raquo;</a>' : '<a href="sanpham.php?cat=2&trang=1">1</a> <b>[2]</b>'}</td></tr></table>`,
  )

export const handmade: Make = {
  name: 'handmade',
  base: BASE,
  pages: {
    '/': shell('Phụ tùng Tám Lúa', '<p class="noidung">Chuyên phụ tùng máy nông nghiệp, sỉ lẻ toàn quốc.</p>'),
    '/sanpham.php?cat=2': list(1, PARTS.slice(0, 3)),
    '/sanpham.php?cat=2&trang=1': list(1, PARTS.slice(0, 3)),
    '/sanpham.php?cat=2&trang=2': list(2, PARTS.slice(3)),
    ...Object.fromEntries(PARTS.map((one) => [`/chitiet.php?id=${one.id}`, product(one)])),
  },
  wanted: PARTS.map((one) => ({
    path: `/chitiet.php?id=${one.id}`,
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `sanpham/${one.code}.jpg`,
    sku: one.code,
    availability: one.out ? 'OutOfStock' : 'InStock',
  })),
}
