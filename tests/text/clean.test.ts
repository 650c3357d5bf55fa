import { describe, expect, test } from 'vitest'
import { fold } from '../../src/normalise/fold.ts'
import { trieOf, wordsIn } from './found.ts'

/** Ordinary words of listings, as they are spelt: folding and reading have nothing to do. */
const CLEAN =
  `ăn áo ấm ẩm bạc bán bàn bánh bảo bát bé bền bếp bình bóng bột bưởi cà cam cần cao cáp cắt cây chai chăn chân chất chậu chè chỉ chìa chiếc chiên
chính chổi chống chùa chuột cỏ cốc công cổ cơm cũ cửa dài dao dầu dày dây dép dịch dừa đai đàn đầm đất đậu đen đèn đẹp đế đệm điện đồ đỏ đôi đồng đũa đường ghế gạo gấu
gia giá giày giấy giường giỏ gỗ gối gốm gương hàng hạt hình hoa hoài hóa hộp hồng hương kéo kem kẹo khăn khẩu khay khóa khoai khỏe khung kiện kính kỹ lá lạc lạnh lau lâu lẩu
len lịch liễu lò lọ loa loại lon lót lược lưới lưỡi mát mật mắt mặt máy mẹ mềm mì mía miếng móc món mỏng mới mua mùa mũ muối muỗng mực nam nắp nến ngà ngắn ngày ngọc ngọt
ngủ người nhà nhài nhãn nhạc nhẫn nhẹ nhỏ nhôm nhựa niềng nón nồi nóng nơ núi nữ nước ong ống ô ớt phấn phao phích phin phòng phôi phụ pin quà quai quạt quần quyển quý
răng rau rèm rộng rượu rút sách sạch sạc sáp sắt sấy sen sỉ sơn sợi son sống súp sữa sung tai tảo tắm tạp tất tẩy tay thảm thang thẻ thép thìa thịt thơm thớt thú thủy thùng
thuốc tím tinh tô tóc tôm trà tranh tráng trẻ trên trứng trục túi tủ tượng tỏi ủng váy vàng vải ván ví vệ viên viết vỏ vòng vớ vợt xe xanh xinh xốp xịt yếm yến`.split(
    /\s+/,
  )

describe('clean words', () => {
  test.each(CLEAN)('%s stays as it is', (word) => {
    expect(fold(word).text).toBe(word)
  })

  /** Pairs that differ by marks alone: honest word, word that is looked for. */
  test.each([
    ['lâu', 'lậu'],
    ['lau', 'lậu'],
    ['lẩu', 'lậu'],
    ['lầu', 'lậu'],
    ['sung', 'súng'],
    ['sủng', 'súng'],
    ['phao', 'pháo'],
    ['phào', 'pháo'],
    ['chưa', 'chữa'],
    ['chứa', 'chữa'],
    ['chua', 'chữa'],
    ['rép', 'rep'],
    ['rẹp', 'rep'],
    ['gia', 'giả'],
    ['già', 'giả'],
    ['giá', 'giả'],
    ['gia dụng', 'giả'],
    ['nhài', 'nhái'],
    ['nhai', 'nhái'],
    ['vợ', 'vờ'],
    ['tiên', 'tiền'],
    ['hoa', 'hóa'],
    ['đơn', 'đón'],
    ['thuộc', 'thuốc'],
    ['kếm', 'kem'],
    ['pốt', 'pod'],
    ['bông', 'bóng'],
    ['hàng giá rẻ', 'hàng giả'],
    ['hàng gia dụng', 'hàng giả'],
    ['để lâu không hỏng', 'hàng lậu'],
    ['đau hông', 'không'],
  ])('%s is not %s', (honest, looked) => {
    expect(wordsIn(`Bán ${honest} tại nhà`, trieOf([looked]))).toEqual([])
  })

  test.each(['sa mạc', 'ca sĩ', 'pa tê', 'so kè', 'gu ăn mặc', 'cha nó', 'đi ở', 'ni cô', 'ra đa'])(
    '%s are two words, not a name written apart',
    (text) => {
      expect(wordsIn(text, trieOf(['sony', 'gucci', 'chanel', 'dior', 'nike', 'rado', 'casio', 'samac']))).toEqual([])
    },
  )
})
