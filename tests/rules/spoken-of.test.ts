import { describe, expect, test } from 'vitest'
import { judged } from './fixture.ts'

/** Copies are spoken of — refused, reported, told apart — and nothing of the kind is offered. */
const SPOKEN_OF: readonly object[] = [
  { title: 'Giày Asics chính hãng', description: 'Hàng fake thường in lem logo ở lưỡi gà, mang vài hôm là bong keo' },
  { title: 'Cầu lông Yonex', description: 'Hàng nhái trôi nổi ngoài chợ mau hỏng, bác nào cần em chỉ cách soi' },
  { title: 'Nhận may balo theo mẫu', description: 'Logo hãng, hàng nhái, hàng rep thì xưởng không nhận' },
  { title: 'Móc len thú bông', description: 'Không nhận móc Kuromi, Doraemon vì tôn trọng bản quyền' },
  { title: '广州服装翻译', description: '只做正规品牌授权货，高仿、A货一律不接' },
  { title: 'Dầu gội Dove', description: 'Thấy rẻ hơn một nửa thì chắc là hàng nhái, mọi người cân nhắc' },
  {
    title: 'Túi Coach đeo chéo',
    description: 'Tháng trước bị lừa mua nhầm hàng fake nên giờ chỉ mua ở store, pass lại cho ai hợp',
  },
  { title: '7 dấu hiệu túi rep hay gặp', description: 'Bài viết của lớp giám định' },
  { title: 'Cài Windows bản quyền', description: 'Không cài bản crack, không kích hoạt bằng KMS, có hóa đơn' },
  {
    title: 'Lớp tiếng Anh cô Mai',
    description: 'Mọi người đừng mua lại khóa học lậu trên mạng, cô đã gửi đơn khiếu nại',
  },
  { title: 'Áo đá banh đội phong trào', description: 'Áo tự thiết kế, hàng rep của các câu lạc bộ tụi mình không bán' },
  { title: 'Nước hoa chính hãng', description: 'Page lạ lấy hình của shop rao bán hàng rep 1:1, mọi người cẩn thận' },
  { title: 'Kem chống nắng Anessa', description: 'Nhập khẩu bởi công ty, có tem phụ đầy đủ' },
  { title: 'Sách luyện thi tái bản', description: 'Nói không với sách lậu, sách photo' },
  { title: 'Sữa Similac số 4', description: 'Khách hỏi hàng dựng, hàng nhái thì tiệm không bán ạ' },
  { title: 'Quần lót SuperFit bản SF ôm', description: 'SF là super fit, RF là regular fit' },
]

describe('copies spoken of are no offer', () => {
  for (const fields of SPOKEN_OF) {
    test(`“${JSON.stringify(fields)}”`, async () => {
      const { flagged, signals } = await judged(fields)
      expect({ flagged, rules: signals.map(({ rule }) => rule) }).toMatchObject({ flagged: false })
    })
  }
})

/** The seller's own offer, whatever denials, lessons and reports are pasted beside it. */
const OFFERED: readonly object[] = [
  { title: 'Túi Prada rep 1:1', description: 'Cách phân biệt hàng nhái kém: đường chỉ ẩu, in mờ. Không bán hàng chợ' },
  {
    title: 'Giày Nike siêu cấp',
    description: 'Nói không với hàng kém. Phát hiện hàng giả đền 10 lần. Không nhận đổi trả',
  },
  { title: 'Đồng hồ Rolex super fake', description: 'Cảnh báo: nhiều nơi bán hàng fake loại rẻ, shop chỉ có loại xịn' },
  { title: 'Áo Lacoste hàng nhái cao cấp', description: 'Không phải hàng chợ đâu các bác' },
  { title: 'Cài AutoCAD full crack', description: 'Không cài bản lỗi, không virus' },
  { title: 'Khóa học Facebook Ads leak', description: 'Full khóa, gửi link drive, đừng share lại khóa' },
  { title: '高仿 A货 包包', description: '不卖假货, 一比一 复刻' },
]

describe('an offer stays an offer beside pasted disclaimers', () => {
  for (const fields of OFFERED) {
    test(`“${JSON.stringify(fields)}”`, async () => {
      expect((await judged(fields)).flagged).toBe(true)
    })
  }
})
