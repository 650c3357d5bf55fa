/** Words by which a post offers, and with the other files all by which a post says what it is. */
import { B, type Clue, clue, E, type PostKind, W, words } from './post-clue.ts'
import { written } from './post-text.ts'
import { ASKED_WORDS } from './post-words-asked.ts'
import { OTHER_WORDS } from './post-words-other.ts'
import { GONE_OR_WANTED } from './post-words-wanted.ts'

const OFFERED: readonly Clue[] = [
  clue(
    'offer',
    9,
    `${B}(?:mua|thu|gom|đổi)(?: (?:mua|đổi|bán|ban|lại))?(?: ${W})? (?:ngoại tệ|đô la|usd|euro|vàng (?!mã)|hoá đơn|hóa đơn|hđ|hd (?:gtgt|vat|đỏ)|tiền giả)${E}`,
  ),
  clue('offer', 5, `(?<!(?:nhóm|hội|group|sàn|hợp đồng) )${B}(?:mua bán|bán ra|mua và bán)${E}`),
  clue(
    'offer',
    6,
    `${B}(?:ai|bác nào|bạn nào|mẹ nào|chị nào|anh em nào|nhà nào) (?:có nhu cầu |muốn |cần |định )?(?:mua|lấy|hốt|rước|múc|sở hữu)(?! (?:hàng |đồ )?(?:của|ở|bên|trên|shop|page))(?: ${W}){0,9}? (?:không|ko|k|hông|hong|hem)${E}`,
  ),
  clue('offer', 5, `(?:^[^\\p{L}\\d]{0,3}|[|\\[])(?:đổi ngang|trao đổi|đổi(?: ${W}){1,4} lấy)${E}`),
  words(
    'offer',
    5,
    `cần (?:bán|pass|thanh lý|nhượng|sang|ra đi|để lại|thanh khoản)|bán bớt|dọn (?:tủ|nhà)|bán (?:gấp|lại|nhanh|rẻ|xác|lỗ|ve chai)|pass (?:lại|gấp|nhanh|rẻ)|thanh ?l[ýí]|xả (?:kho|hàng|lỗ)|wts|for sale|selling|chính chủ (?:cần )?bán|(?:sang|nhượng|để) lại|sang nhượng|đồng giá|chốt đơn|đặt hàng|đặt trước|nhận (?:order|làm|gia công|đặt|ship|cọc|vận chuyển|in|thêu|may|sửa)|qua tin nhắn|vĩnh viễn|bao (?:sang tên|thuế|xài|đổi)|ra lộc|ra đi|bay gấp|(?:tìm|kiếm) chủ(?! nhân)|tìm nhà mới|moving out|ai (?:mua|hốt|lấy|cần|ưng|quan tâm|thích|chơi|muốn (?:mua|lấy|sở hữu)|có nhu cầu)|gom đơn|lên đơn|gdtg|gửi hàng|bao (?:check|test|ship)|có sẵn|sẵn hàng|hàng sẵn|hàng (?:mới )?(?:về|cập bến)|hàng order|số lượng có hạn|in stock|dm me|message me|whatsapp|best price|factory price|wholesale|free ?ship|fs|miễn phí (?:ship|vận chuyển)|ship (?:cod|toàn quốc|tận nơi|hoả tốc|hỏa tốc|nội thành|bí mật)|giao tận nơi|(?:inbox|ib) (?:em|shop|mình|để|đặt|ngay|chốt|lẹ|nhanh)|tặng lại|đổi hoặc bán|bán hoặc đổi|giao lưu|đại lý|ctv|sỉ lẻ|sỉ & lẻ|cam kết|bảo hành|combo|mua \\d+ tặng \\d+|hoàn tiền|giảm giá|ưu đãi|khuyến mãi|(?:flash|siêu) sale|sale sốc|trả góp|cho thuê|cho mượn|order|chuyên (?:cung cấp|bán|sỉ|nhận|order|làm)|cung cấp|kẹt tiền|lên đời|giải phóng|vào page|tin dùng|gia truyền|(?:trị|chữa) dứt điểm|tận gốc|lấy liền|xách tay|rep 1[:.]1|super ?fake|replica|1:1|fake loại|khách iu|liệu trình|2 ?hand|(?:bên|shop|nhà|tiệm|xưởng) (?:em|e|tụi em|mình) (?:có|bán|đủ|còn|chỉ|chuyên|nhận|trị)`,
  ),
  clue(
    'offer',
    3,
    `(?<!${B}(?:ai|nào|chỗ|người|nơi|đâu|bên|shop|khác|nhóm|đăng|nhân viên|đang|đã|định|có ai|báo|bác|ông|thằng|ngoài|giá|may|trang|này|kia|họ) )${B}bán${E}(?! (?:hàng|không|ko|buôn|được|hay|đắt))`,
  ),
  clue('offer', 3, `(?<!${B}(?:ai|nào|có ai) )${B}pass${E}`),
  words(
    'offer',
    3,
    '(?:bên|shop|nhà|tiệm|xưởng|page) (?:em|e|tụi em)|em nó|quý khách|khách (?:yêu|iu|mình|nhà)|mời (?:cả nhà|các|mn|ae|chị em)|đủ (?:size|mẫu|màu)|full size|giá (?:mềm|rẻ|tốt|sỉ|gốc|hạt dẻ|sốc)',
  ),
  words(
    'offer',
    2,
    'inbox|ib|pm|rep|zalo|tele(?:gram)?|hotline|lh|l/h|liên hệ|liên lạc|gọi|alo|nhắn tin|nt|cmt|dm|tư vấn|còn \\d+|mua ngay|chốt|cọc|call|sđt',
  ),
  words('offer', 1, 'hàng|giá|gia|size|ship|mẫu|shop|sale|price|fix|sỉ|lẻ|đặt|hsd|date|uy tín|giao hàng'),
  words(
    'offer',
    2,
    'chính hãng|auth|full ?box|nguyên seal|fullseal|made in|xuất xứ|tình trạng|chất liệu|địa chỉ|brand new|fake|like new|like auth|nhượng|xả|tặng|mới nguyên|mặc đẹp|handmade|hàng vip|sang tay|liệu trình|cam kết',
  ),
]

export const CLUES: readonly Clue[] = [...GONE_OR_WANTED, ...ASKED_WORDS, ...OTHER_WORDS, ...OFFERED]

/** Words that take a kind back: there is more to sell, or it is said of something else. */
export const UNLESS: Readonly<Partial<Record<PostKind, (marked: boolean) => RegExp>>> = {
  sold: written(
    `${B}(?:(?:vẫn|thì) còn|still available|(?<!(?:không|ko|k|hết) )còn (?:hàng|\\d+|lại)|hàng (?:mới )?về|sắp hết hàng|kẻo hết|gần hết|nhanh (?:tay )?kẻo)${E}|(?<=(?:^|[:|,.] ?))còn (?!bảo hành|bh|pin|mới|zin|nguyên|tem|tag|bill|hộp|box|đẹp|gì|ai)(?:\\p{L}+ ){1,4}\\d`,
  ),
}
