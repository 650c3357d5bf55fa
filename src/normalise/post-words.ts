/** Words by which a post says what it is; weights of one kind add up, and the heavier kind wins. */
import { written } from './post-text.ts'

export type PostKind = 'offer' | 'wanted' | 'sold' | 'question' | 'other'

/** One way to say so. */
export interface Clue {
  readonly kind: PostKind
  readonly weight: number
  readonly pattern: (marked: boolean) => RegExp
}

const B = '(?<![\\p{L}\\d])'
const E = '(?![\\p{L}\\d])'
/** Whoever is spoken to: `ai cần mua thì ib` is a seller's. */
const SOMEONE =
  '(?:ai|bạn|bạn nào|mẹ nào|chị nào|bác nào|anh em|ae|ace|khách|quý khách|khách hàng|nào|người|nếu|nhu cầu|chị em|mọi người|mn|các mẹ|các chị|đang) '
const clue = (kind: PostKind, weight: number, source: string): Clue => ({ kind, weight, pattern: written(source) })
const words = (kind: PostKind, weight: number, list: string): Clue => clue(kind, weight, `${B}(?:${list})${E}`)

export const CLUES: readonly Clue[] = [
  // gone
  words('sold', 6, 'đã (?:pass|ra đi|có chủ|bay|đi rồi|về nhà mới|thanh lý xong|bán xong|bán rồi|bán hết|nhượng xong|giao dịch xong)|bán (?:xong|rồi|hết rồi)|(?:hết|cháy) hàng (?:rồi|mất rồi|luôn rồi)|sold ?out|đóng (?:topic|thread|bài|tin|top)|khoá (?:topic|thread|bài|tin)|no longer available|đã sang tên'),
  clue('sold', 6, `${B}(?:đã|mới) (?:chốt|bán) (?:cho|được) ${''}(?:bạn|bác|anh|chị|em|khách|người|1|một)${E}`),
  clue('sold', 6, `(?:^|[\\[(|*]|edit:?|update:?|[.!] ?)[^\\p{L}\\d]{0,4}(?:đã bán|sold|đã pass|đã chốt|done|gone|hết hàng)(?! ?(?:hơn|trên|được|ra|cho hơn|over|hàng|kẻo|trước|\\+?\\d))${E}`),
  // bought
  clue('wanted', 6, `(?<!${B}${SOMEONE})${B}(?:cần (?:mua|tìm|thu|kiếm|săn)|(?:muốn|định|đang|xin) (?:tìm )?mua|(?:muốn )?tìm mua|tìm nguồn|mua gấp|mua lại|thu mua|đang (?:kiếm|tìm|săn)|muốn tìm|cần 1 (?:con|cái|em|bộ|chiếc)|cần một (?:con|cái|em|bộ|chiếc))${E}(?! (?:thì|vui lòng|xin|hãy|inbox|ib|lh|liên hệ|ngay))`),
  words('wanted', 6, 'wtb|want to buy|looking (?:for|to buy)|in search of|iso|anyone selling|mình mua lại|em mua lại|tìm mua'),
  clue('wanted', 6, `${B}(?:ai|có ai|bạn nào|bác nào|mẹ nào|chị nào|anh nào|nhà nào|shop nào|xưởng nào|cụ nào|mợ nào)(?: [\\p{L}\\d]+){0,7}? (?:bán|pass|thanh lý|dư|nhượng|để lại|không xài|không dùng)(?: [\\p{L}\\d]+){0,6}? (?:không|ko|k|hông|hong|hok|cho (?:em|mình|tui|e)|(?:ib|inbox|nhắn|hú|alo|tag|pm|lh|báo) (?:em|mình|tui|e|mik|giá|giúp|cho))${E}`),
  clue('wanted', 4, `${B}(?:ai|bác nào|bạn nào|mẹ nào) (?:có )?(?:bán|dư|pass|thanh lý)(?: [\\p{L}\\d]+){0,5}? (?:để lại|ib|hú|nhắn|tag|alo)${E}`),
  // asked
  words('question', 5, 'cho (?:em|mình|e|mik|tui|tôi|con|cháu)? ?(?:xin )?hỏi|hỏi ngu|hỏi chút|hỏi tí|xin (?:giá|review|tư vấn|ý kiến|kinh nghiệm|cao kiến)|nhờ (?:mọi người|mn|các bác|các mẹ|ace|ae|cả nhà|anh em|các bạn|các cụ)(?: \\p{L}+){0,2} (?:check|tư vấn|xem|định giá|thẩm|chỉ|giúp)|tư vấn (?:giúp|giùm|dùm|hộ|cho (?:em|mình|e))|does anyone|anyone know|has anyone|where can i|should i|how much (?:is|for|does)|is this (?:real|fake|legit|authentic)|what do you think'),
  clue('question', 5, `${B}(?:có )?(?:ai|bác nào|bạn nào|mẹ nào|mn|mọi người)(?: \\p{L}+){0,3}? (?:biết|xài|dùng|thử|bị|mua)(?: [\\p{L}\\d]+){0,8}? (?:chưa|không|ko|hông|hong|vậy|k|giống)${E}`),
  clue('question', 5, `${B}(?:chỗ nào|ở đâu|mua đâu|shop nào|đâu bán|nên mua|nên chọn|có nên|có đắt|có cao|có rẻ|có tốt|có hợp lý|có đáng|giá bao nhiêu|bao nhiêu tiền|hết bao nhiêu|bao nhiêu (?:vậy|ạ|thế|là)|giá nào (?:được|hợp lý)|real hay fake|thật hay giả|auth (?:không|ko|hay)|mua được (?:chưa|không|ko))(?:[^?|]{0,120}\\?|(?: [\\p{L}\\d]+){0,6} (?:ạ|vậy|không|ko|các|mn|mọi người|nhỉ|rẻ|nhở|zậy|dạ|với))`),
  clue('question', 5, `${B}(?:shop|ad|chị|bạn|bác) ơi(?: [\\p{L}\\d]+){0,6} (?:không|ko|k|bao nhiêu|nhiêu)${E}`),
  clue('question', 3, `${B}(?:không|ko|hông|hong|chưa|nhỉ|gì|nào|sao|đâu|bao nhiêu|vậy|thế)(?: (?:ạ|vậy|thế|mn|mọi người|các \\p{L}+|bác|cả nhà|em|nhà mình|ta|anh em))* ?\\?[^\\p{L}\\d]*$`),
  clue('question', 3, `${B}(?:tốt|ổn|được|đẹp|đắt|mắc|rẻ|auth|real|thật) (?:không|ko|k|hông|hong|hem)${E}`),
  // neither
  words('other', 5, 'cảnh báo(?! hàng)|lừa đảo|tránh xa|bóc phốt|tuyển (?:dụng|nhân viên|gấp|nv|sinh viên|cộng tác viên)|nội quy|quy định nhóm|chúc (?:mừng|cả nhà|mọi người|các bạn|các mẹ)|nghỉ (?:tết|lễ)|công an|bắt giữ|khởi tố|tạm giữ|thu giữ|mất (?:ví|giấy tờ|đồ)|nhặt được|hậu tạ|chia sẻ kinh nghiệm|review chân thật|không được tài trợ|tâm sự|tin tức|theo báo|we are hiring|happy new year|scam(?:mer|med)?|rules of'),
  clue('other', 6, `^[^\\p{L}\\d]{0,3}(?:up|chấm|hóng|đánh dấu|ib|đã ib|đã inbox|đã nhắn|check ib|rep ib|đã nhận|đã mua|uy tín|cảm ơn|thanks|thank you|oánh dấu|ủng hộ|giá đó|giá bác|giá này)${E}(?! (?:giá|em|để|ngay|hàng))`),
  words('other', 5, 'up (?:cho|giúp|hộ|phụ)(?: \\p{L}+)? (?:bác|bạn|chủ|thớt|shop|cụ|top|em)|đã nhận (?:được )?hàng|cảm ơn shop|bác chủ|chủ thớt|bác bớt|bớt (?:không|ko|chút|tí) (?:em|mình)'),
  clue('other', 5, `${B}(?:em|mình|tôi|tui|e) (?:mới |vừa |đã |từng )?(?:mua|xài|dùng|đặt|order) (?:cái|con|em|chai|hộp|đôi|bên|ở|của|được)(?: [\\p{L}\\d]+){0,8}? (?:thôi|ổn|ok|tốt|thích|bền|ngon|rồi|lận|tệ|chán)${E}`),
  // offered
  words('offer', 5, 'cần bán|cần pass|cần thanh lý|cần nhượng|cần sang|bán gấp|bán lại|bán nhanh|pass lại|pass gấp|thanh ?l[ýí]|xả kho|xả hàng|xả lỗ|wts|for sale|selling|chính chủ bán|chính chủ cần bán|nhượng lại|để lại cho|sang lại|đồng giá|chốt đơn|đặt hàng|nhận (?:order|làm|gia công|đặt|ship|cọc)|ra lộc|moving out|ai (?:mua|hốt|lấy|cần|ưng|quan tâm)|gửi hàng|bao check|có sẵn|sẵn hàng|hàng sẵn|hàng (?:mới )?về|cần ra đi|hàng order|số lượng có hạn|in stock|dm me|message me|best price|free ?ship|miễn phí (?:ship|vận chuyển)|ship (?:cod|toàn quốc|tận nơi|hoả tốc|hỏa tốc|nội thành)|giao tận nơi|inbox (?:em|shop|mình|để|đặt|ngay|chốt)|tặng lại|đổi hoặc bán|bán hoặc đổi|giao lưu|đại lý|ctv|sỉ lẻ|sỉ & lẻ|cam kết|bảo hành|combo|mua \\d+ tặng \\d+|hoàn tiền|giảm giá|ưu đãi|khuyến mãi|siêu sale|sale sốc|trả góp|cho thuê|cho mượn|order'),
  clue('offer', 3, `(?<!${B}(?:ai|nào|chỗ|người|nơi|đâu|bên|shop|khác|nhóm|đăng|nhân viên|đang|đã|định|có ai|báo|bác|ông|thằng|ngoài|giá) )${B}bán${E}(?! (?:hàng|không|ko|buôn|được|hay))`),
  clue('offer', 3, `(?<!${B}(?:ai|nào|có ai) )${B}pass${E}`),
  words('offer', 2, 'inbox|ib|pm|rep|zalo|tele(?:gram)?|hotline|lh|l\\/h|liên hệ|liên lạc|gọi|alo|nhắn tin|sale|giá|price|fix|ship|sỉ|lẻ|size|hàng|chính hãng|auth|full ?box|nguyên seal|fullseal|shop|mẫu|tư vấn|còn \\d+|mua ngay|đặt|chốt|cọc|dm|hsd|date|made in|xuất xứ|tình trạng|chất liệu|địa chỉ|brand new|replica|fake|rep 1[:.]1|like new|uy tín|giao hàng|nhượng|dư|xả|tặng'),
]

/** Words that take a kind back: there is more to sell, or it is said of something else. */
export const UNLESS: Readonly<Partial<Record<PostKind, (marked: boolean) => RegExp>>> = {
  sold: written(`${B}(?:vẫn còn|still available|còn (?:hàng|\\d+|lại)|hàng (?:mới )?về|sắp hết hàng|kẻo hết|gần hết|nhanh (?:tay )?kẻo)${E}`),
}
