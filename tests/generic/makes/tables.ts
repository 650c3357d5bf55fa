import { type Goods, goods, grouped, type Make, paged } from './make.ts'

/** A shop written by hand about 2009: tables in tables, font tags, addresses with `?m=`. */
const BASE = 'http://dien-nuoc-bang.example'
const GOODS = goods(15, [
  'Vòi đồng tay gạt',
  'Bóng tuýp nửa mét',
  'Ổ cắm sáu lỗ',
  'Bơm tăng áp mini',
  'Phao điện bồn nước',
  'Dây điện đôi 50m',
])
const money = (amount: number) => `${grouped(amount)} VNĐ`
const pathOf = ({ id }: Goods) => `/index.php?m=sanpham&act=chitiet&id=${id}`
const href = (path: string) => path.slice(1).replaceAll('&', '&amp;')
const shell = (
  title: string,
  body: string,
) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${title}</title><link href="style.css" rel="stylesheet" type="text/css"><script language="javascript" src="js/menu.js"></script></head>
<body bgcolor="#FFFFFF" topmargin="0" leftmargin="0"><table width="980" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="3"><img src="images/banner.jpg" width="980" height="150"></td></tr><tr><td colspan="3" class="menu_top"><a href="index.php">Trang ch&#7911;</a> | <a href="index.php?m=gioithieu">Gi&#7899;i thi&#7879;u</a> | <a href="index.php?m=sanpham">S&#7843;n ph&#7849;m</a> | <a href="index.php?m=lienhe">Li&ecirc;n h&#7879;</a></td></tr>
<tr><td width="190" valign="top"><table width="100%"><tr><td class="tieude_menu">DANH MỤC SẢN PHẨM</td></tr><tr><td><a href="index.php?m=sanpham&amp;cat=2">Điện nước</a></td></tr><tr><td class="tieude_menu">GIỎ HÀNG</td></tr><tr><td>Có <b>1</b> sản phẩm<br>Tổng: <b>99.000 VNĐ</b><br><a href="index.php?m=giohang">Xem giỏ hàng</a></td></tr><tr><td class="tieude_menu">HỖ TRỢ TRỰC TUYẾN</td></tr><tr><td>Hotline: 0900 000 789</td></tr><tr><td>Lượt truy cập: 1.204.551</td></tr></table></td>
<td valign="top">${body}</td><td width="160" valign="top"><table><tr><td class="tieude_menu">QUẢNG CÁO</td></tr><tr><td><img src="images/qc1.gif"></td></tr></table></td></tr><tr><td colspan="3" align="center" class="footer">Điện Nước Bảng - 12 phố Mẫu, Nam Định<br>Thiết kế web: Tự làm</td></tr></table></body></html>`
const card = (one: Goods) =>
  `<td width="33%" align="center" valign="top"><table width="95%" class="sp"><tr><td height="120" align="center"><a href="${href(pathOf(one))}"><img src="upload/sp${one.id}_s.jpg" border="0" width="100"></a></td></tr><tr><td align="center"><a href="${href(pathOf(one))}" class="tensp"><b>${one.name}</b></a></td></tr><tr><td align="center">Giá: <font color="#FF0000">${money(one.price)}</font></td></tr><tr><td align="center"><a href="index.php?m=giohang&amp;act=add&amp;id=${one.id}"><img src="images/muahang.gif" border="0"></a></td></tr></table></td>`
const [first = [], second = []] = paged(GOODS, 3)
const list = (page: number, items: readonly Goods[]) =>
  shell(
    'Sản phẩm - Điện Nước Bảng',
    `<table width="100%"><tr><td class="tieude" colspan="3">ĐIỆN NƯỚC</td></tr><tr>${items.map(card).join('')}</tr><tr><td colspan="3" align="right" class="phantrang">Trang: ${page === 1 ? '<b>[1]</b> <a href="index.php?m=sanpham&amp;cat=2&amp;page=2">2</a> <a href="index.php?m=sanpham&amp;cat=2&amp;page=2">Trang sau</a>' : '<a href="index.php?m=sanpham&amp;cat=2&amp;page=1">1</a> <b>[2]</b>'}</td></tr></table>`,
  )
const product = (one: Goods) =>
  shell(
    `${one.name} - Điện Nước Bảng`,
    `<table width="100%"><tr><td class="tieude" colspan="2">CHI TIẾT SẢN PHẨM</td></tr><tr><td width="250" valign="top"><a href="upload/sp${one.id}.jpg" target="_blank"><img src="upload/sp${one.id}.jpg" width="240" border="0"></a></td><td valign="top"><table width="100%"><tr><td colspan="2" class="tensp_ct"><b>${one.name}</b></td></tr><tr><td width="100">Mã SP:</td><td>DN${one.id}</td></tr>${one.old === undefined ? '' : `<tr><td>Giá cũ:</td><td><strike>${money(one.old)}</strike></td></tr>`}<tr><td>Giá bán:</td><td><font color="red" size="3"><b>${money(one.price)}</b></font></td></tr><tr><td>Tình trạng:</td><td>${one.out ? 'Hết hàng' : 'Còn hàng'}</td></tr><tr><td>Bảo hành:</td><td>12 tháng</td></tr><tr><td colspan="2"><a href="index.php?m=giohang&amp;act=add&amp;id=${one.id}"><img src="images/muahang.gif" border="0" alt="Mua hàng"></a></td></tr></table></td></tr><tr><td colspan="2"><b>Mô tả:</b><br>${one.text}</td></tr><tr><td class="tieude" colspan="2">SẢN PHẨM CÙNG LOẠI</td></tr><tr><td colspan="2"><table width="100%"><tr>${GOODS.filter(
      ({ id }) => id !== one.id,
    )
      .slice(0, 3)
      .map(card)
      .join('')}</tr></table></td></tr></table>`,
  )

export const tables: Make = {
  name: 'tables',
  base: BASE,
  pages: {
    '/': shell(
      'Điện Nước Bảng',
      `<table width="100%"><tr><td class="tieude" colspan="3">SẢN PHẨM MỚI</td></tr><tr>${GOODS.slice(3, 6).map(card).join('')}</tr></table>`,
    ),
    '/index.php?m=sanpham': list(1, first),
    '/index.php?m=sanpham&cat=2': list(1, first),
    '/index.php?m=sanpham&cat=2&page=1': list(1, first),
    '/index.php?m=sanpham&cat=2&page=2': list(2, second),
    '/index.php?m=gioithieu': shell(
      'Giới thiệu - Điện Nước Bảng',
      '<table><tr><td class="tieude">GIỚI THIỆU</td></tr><tr><td>Cửa hàng mở năm 2003 với vốn 50.000.000 VNĐ.</td></tr></table>',
    ),
    ...Object.fromEntries(GOODS.map((one) => [pathOf(one), product(one)])),
  },
  wanted: GOODS.map((one) => ({
    path: pathOf(one),
    title: one.name,
    price: one.price,
    listPrice: one.old ?? null,
    image: `sp${one.id}.jpg`,
    availability: one.out ? 'OutOfStock' : 'InStock',
    sku: `DN${one.id}`,
  })),
}
