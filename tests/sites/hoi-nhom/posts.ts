// Longer than a file should be: it is a table of sample posts.
import type { Category } from '../../../src/domain.ts'
import type { Shape } from '../cho-mau/pictures.ts'

/** One post of the sample feed. All people, pages and numbers are invented. */
export interface Post {
  readonly id: number
  readonly group: string
  readonly author: string
  readonly when: string
  /** Paragraphs as typed; the first serves as the post's title, the price stands somewhere in the text. */
  readonly lines: readonly string[]
  /** What a reader would take as the price: as written, and in dong. */
  readonly price: string | null
  readonly dong: number | null
  readonly picture: Shape | null
  readonly hue: number
  readonly likes: number
  readonly truth: readonly Category[]
}

export interface Group {
  readonly slug: string
  readonly name: string
  readonly members: string
}

export const GROUPS: readonly Group[] = [
  { slug: 'cho-cu-dan-pho-mau', name: 'Chợ Cư Dân Phố Mẫu', members: '18,2k' },
  { slug: 'hoi-me-bim-mau', name: 'Hội Mẹ Bỉm Mẫu', members: '41k' },
  { slug: 'nghien-do-hieu-mau', name: 'Nghiện Đồ Hiệu Mẫu', members: '9,6k' },
]

type Rest = Partial<Pick<Post, 'price' | 'dong' | 'picture' | 'truth'>>

const post = (id: number, group: number, author: string, text: string, rest: Rest = {}): Post => ({
  id: 7000100 + id,
  group: GROUPS[group]?.slug ?? '',
  author,
  when: `${1 + ((id * 5) % 22)} giờ trước`,
  lines: text.split('\n').map((line) => line.trim()),
  price: null,
  dong: null,
  picture: null,
  hue: (id * 61) % 360,
  likes: (id * 29) % 240,
  truth: [],
  ...rest,
})

const ME_BE = 1
const DO_HIEU = 2

/** Newest first. */
export const POSTS: readonly Post[] = [
  post(
    1,
    0,
    'Nguyễn Thu Hà',
    `Pass lò vi sóng 20 lít nhà mình đổi cái to hơn
    Máy dùng 2 năm, nóng đều, vỏ có một vết móp nhỏ. Giá 650k, ai lấy qua tòa B2 xem nhé.`,
    { price: '650k', dong: 650000, picture: 'box' },
  ),
  post(
    2,
    DO_HIEU,
    'Hiếu Watch 68',
    `Patek, Hublot bản rep 1:1 về thêm màu mới cho các đại gia
    Super fake máy Thụy Sĩ, khắc laser, cân nặng chuẩn như hàng hãng. Fullbox.
    Giá 4tr2, sỉ ib. Zalo O9OO.OOO.733`,
    { price: '4tr2', dong: 4200000, picture: 'watch', truth: ['counterfeit'] },
  ),
  post(
    3,
    ME_BE,
    'Mẹ Bống',
    `Thanh lý ghế ăn dặm gỗ cho bé
    Bé nhà mình lớn nên thanh lý, ghế sạch, đủ dây đai. 280k các mẹ ạ.`,
    { price: '280k', dong: 280000, picture: 'sofa' },
  ),
  post(
    4,
    0,
    'Bếp Cô Hạnh',
    `Cơm trưa văn phòng tuần này có gà rang gừng, cá sốt cà
    40k/suất, từ 5 suất giao tận sảnh. Đặt trước 9h30. ĐT 0900 000 711`,
    { price: '40k', dong: 40000, picture: 'pot' },
  ),
  post(
    5,
    ME_BE,
    'Su Mũm Mĩm',
    `Tr@ g1ảm c@n thái, 7 ngày giảm 7kg ko cần nhịn ăn
    Cam kết giảm, không giảm hoàn tiền. Uống vào tim đập nhanh, mất ngủ là thuốc đang ngấm. Bà bầu dùng được.
    Giá 13Ok một hộp 15 gói.`,
    { price: '13Ok', dong: 130000, picture: 'pack', truth: ['substandard-health'] },
  ),
  post(
    6,
    DO_HIEU,
    'Trang Authentic',
    `Cách phân biệt túi thật và túi giả cho người mới chơi đồ hiệu
    Mình nói không với hàng fake, ai mua ở đâu cũng nên đòi hóa đơn và kiểm tra đường chỉ, khóa, mã số. Bài này không bán gì.`,
    { picture: 'bag' },
  ),
  post(
    7,
    0,
    'Dịch vụ tài chính Minh',
    `Đổi tệ, đổi đô giá cao, chuyển tiền Trung – Việt không giới hạn
    Nhận mua bán USD, nạp Alipay, nhận tiền sau 5 phút, không cần giấy tờ. Phí 0,5%.`,
    { price: '0,5%', picture: 'money', truth: ['illicit-currency'] },
  ),
  post(
    8,
    ME_BE,
    'Tiệm Sữa Hoa Sữa',
    `Cảnh báo: có trang mạo danh tiệm em để bán sữa giả
    Tiệm chỉ có một trang duy nhất. Mẹ nào lỡ mua gửi ảnh vỏ hộp em đối chiếu giúp, tiệm đã trình báo công an.`,
  ),
  post(
    9,
    0,
    'Anh Tư Sửa Ống Nước',
    `Nhận sửa ống nước, thông tắc, lắp bồn rửa quanh khu phố
    Giá từ 150k, xem trước báo giá rồi mới làm. Có xuất hóa đơn cho công ty.`,
    { price: '150k', dong: 150000 },
  ),
  post(
    10,
    DO_HIEU,
    'kho.tui.sieu.cap',
    `𝐓𝐮́𝐢 𝐂𝐡𝐚𝐧𝐞𝐥 𝐬𝐮𝐩𝐞𝐫 𝐟𝐚𝐤𝐞 cho chị em công sở
    Da bò Ý, b-ả-n r-e-p 1:1, hộp bill đủ, xách ra store không ai biết. 2tr8 freeship.`,
    { price: '2tr8', dong: 2800000, picture: 'bag', truth: ['counterfeit'] },
  ),
  post(
    11,
    0,
    'Lê Quang',
    `Bán xe đạp thể thao cũ, phanh đĩa, mới thay xích
    Chính chủ, còn hóa đơn mua 2023. 1tr9 có bớt cho sinh viên.`,
    { price: '1tr9', dong: 1900000, picture: 'camera' },
  ),
  post(
    12,
    ME_BE,
    'Kho Bỉm Sữa Giá Hủy Diệt',
    `Sữa bột cân ký, xách tay không tem phụ, không hóa đơn
    Sữa rời sang chiết từ lon lớn, mất date một chút nhưng con em vẫn uống. 190k/kg, lấy 5 ký còn 170k.`,
    { price: '190k', dong: 190000, picture: 'jar', truth: ['unclear-origin', 'substandard-health'] },
  ),
  post(
    13,
    ME_BE,
    'Gấu Bông Nhà Sóc',
    `Gấu bông tự thiết kế, may tay, có dấu hợp quy CR
    Cao 35 cm, giặt máy được, 120k một bé. Inbox shop rep nhanh.`,
    { price: '120k', dong: 120000, picture: 'plush' },
  ),
  post(
    14,
    0,
    'Khói Nhẹ Store',
    `v.a.p.e p.o.d dùng một lần 12000 hơi, ship che tên
    Thuốc lá điện tử đủ vị, nic 50, giao nhanh trong 30 phút. 250k một cây, sinh viên giảm.`,
    { price: '250k', dong: 250000, picture: 'vape', truth: ['prohibited'] },
  ),
  post(
    15,
    DO_HIEU,
    'Phương Vy',
    `Pass đồng hồ Seiko like new 99%, còn thẻ bảo hành chính hãng
    Mua tháng 3 ở cửa hàng, bill còn đủ. 3tr2, gặp trực tiếp kiểm tra thoải mái.`,
    { price: '3tr2', dong: 3200000, picture: 'watch' },
  ),
  post(
    16,
    0,
    'Kế Toán Nhanh',
    `Cần bán hoá đơn đầu vào vật liệu xây dựng, phí 2,5%
    Xuất hoá đơn VAT lùi ngày được, hợp thức hoá chi phí, bao tra cứu bao kê khai. Nhắn riêng.`,
    { price: '2,5%', picture: 'invoice', truth: ['invoice-trading'] },
  ),
  post(
    17,
    ME_BE,
    'Bà Ngoại Tôm',
    `Phao bơi cho bé, mua về chưa dùng
    Phao hình cá voi, còn nguyên hộp, 60k bà con nhé.`,
    { price: '60k', dong: 60000, picture: 'plush' },
  ),
  post(
    18,
    0,
    'Mộc Lan Handmade',
    `Nến thơm sáp đậu nành mùi quế, đổ tay
    Cháy khoảng 30 giờ, 145k một cốc. Không dùng hương liệu rẻ tiền.`,
    { price: '145k', dong: 145000, picture: 'jar' },
  ),
  post(
    19,
    DO_HIEU,
    'Xưởng Da Bình',
    `Nhận phục hồi túi xách tay, ví da bạc màu
    Thợ làm 15 năm, báo giá qua ảnh. Từ 200k. Chỉ sửa, không bán túi.`,
    { price: '200k', dong: 200000, picture: 'bag' },
  ),
  post(
    20,
    0,
    'Hàng Biên Giá Rẻ',
    `Thuốc lá, rượu ngoại hàng lậu đi đường tiểu ngạch, không đóng thuế
    Hàng tuyến về đêm, không tem, giao tận nơi. Rượu 390k một chai, thuốc 180k một cây.`,
    { price: '390k', dong: 390000, picture: 'cigarettes', truth: ['smuggled'] },
  ),
]
