import { describe, expect, test } from 'vitest'
import { judged } from './fixture.ts'

/** Innocent words that look guilty. Each must stay unflagged. */
const TRAPS: readonly (string | object)[] = [
  'Máy in hóa đơn K80',
  'Giấy in hóa đơn nhiệt khổ 57',
  'Máy khoan cầm tay, có xuất hóa đơn VAT, giảm 8%',
  'Áo thun hàng xưởng may sẵn không thương hiệu',
  'Móng giả fake nails 24 miếng',
  'Áo giả 2 lớp tay dài',
  'Ví da giả nam',
  'Hoa giả trang trí giống thật',
  'Tóc giả nguyên đầu',
  'Mi giả 10 cặp',
  'Shop rep inbox nhanh trong 5 phút',
  'Mô hình tỉ lệ 1:1 Gundam',
  'Tai nghe bảo hành 1 đổi 1',
  'Túi xách tay nữ công sở',
  'Loa kéo xách tay 12 inch',
  'Ốp lưng cho iPhone 15',
  'Dây đeo tương thích Apple Watch',
  'Mực in dùng cho máy HP',
  'Pin thay thế cho laptop Dell',
  'Son dupe màu hồng đất thương hiệu nhà làm',
  'iPhone 12 like new 99%',
  'Giày VANS Authentic',
  'Shop cam kết không bán hàng giả',
  'Chúng tôi nói không với hàng fake',
  'Phát hiện hàng giả đền 10 lần',
  'Cách phân biệt hàng thật hàng giả',
  'Tố cáo hàng giả tới quản lý thị trường',
  'Tem chống giả của công ty',
  'Combo áo 2hand chính hãng còn bill',
  'Mô hình xe đua F1',
  'Hạt giống dưa F1',
  'Pod cà phê hộp 10 viên',
  'Tai nghe AirPods Pro chính hãng',
  'Micro thu âm podcast',
  'Tinh dầu sả chanh',
  'Nước ép hoa quả',
  'Máy xông mũi họng',
  'Bóng bay mặt cười',
  'Pháo hoa Z121 không nổ, cửa hàng nhà máy',
  'Pháo điện cưới, pháo giấy kim tuyến',
  'Áo thun màu vàng, giờ vàng giảm giá',
  'Đổi trả trong 7 ngày, hàng tệ hoàn tiền',
  'Đồ chơi jet ski cho bé',
  'Mô hình hero game',
  'Kem trộn trái cây',
  { title: 'Viên uống bổ mắt', description: 'Thực phẩm này không phải là thuốc' },
  'Serum không chứa corticoid',
  'Bánh nội địa Nhật có tem phụ',
  'Nước hoa hàng xách tay có hóa đơn',
  'Thanh lý đồ cá nhân',
  'Nhận chạy QC Facebook cho shop',
  'Áo sỉ CK 30%',
  'Chậu cây để lâu không héo',
  'Bạc 925 mạ vàng nói rõ là mạ',
  'Xe mô hình 1:18',
  'Điện thoại Samsung xách tay cũ có hóa đơn mua lại',
]

describe('an innocent word does not flag', () => {
  for (const trap of TRAPS) {
    const fields = typeof trap === 'string' ? { title: trap } : trap
    test(`“${JSON.stringify(fields)}”`, async () => {
      const { flagged, signals } = await judged(fields)
      expect({ flagged, rules: signals.map(({ rule }) => rule) }).toMatchObject({ flagged: false })
    })
  }
})

/** A disclaimer does not excuse an outright offer; hiding does not help. */
const OFFERS: readonly object[] = [
  { title: 'Túi Gucci rep 1:1 full box', description: 'Shop nói không với hàng kém chất lượng' },
  {
    title: 'Giày Nike super fake',
    description: 'Cam kết không bán hàng giả. Phát hiện hàng giả đền 10 lần. Có hóa đơn VAT.',
  },
  { title: 'không phải hàng fake loại rẻ đâu, đây là super fake, túi Dior' },
  { title: 't.ú.i G.u.c.c.i s.u.p.e.r f.a.k.e' },
  { title: 'Áo khoác f\u200ba\u200bk\u200be loại 1 Moncler' },
  { title: 'Dép hàng rерⅼіса 1:1 Gυссі' },
  { title: 'giay nike hang nhai loai 1 gia re' },
  { title: 'Bán tiền giả', description: 'Soi đèn không lộ, tỷ lệ 1 ăn 6' },
]

describe('an outright offer is flagged', () => {
  for (const fields of OFFERS) {
    test(`“${JSON.stringify(fields)}”`, async () => {
      expect((await judged(fields)).flagged).toBe(true)
    })
  }
})
