// longer than the rest: one table of words, easier to check in one place
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
const W = '[\\p{L}\\d]{1,12}'
/** Whoever is spoken to: `ai cần mua thì ib` is a seller's. */
const SOMEONE =
  '(?:ai|bạn|bạn nào|mẹ nào|chị nào|bác nào|anh em|ae|ace|khách|quý khách|khách hàng|nào|người|nếu|nhu cầu|chị em|mọi người|mn|các mẹ|các chị|đang) '
/** Nothing more is said after the question. */
const QEND = `(?= ?(?:[?.!,|)]|$)| (?:ạ|vậy|các|mn|mọi người|nhỉ|với|em không|mình với|shop|ae|ace)(?![\\p{L}\\d]))`
const clue = (kind: PostKind, weight: number, source: string): Clue => ({ kind, weight, pattern: written(source) })
const words = (kind: PostKind, weight: number, list: string): Clue => clue(kind, weight, `${B}(?:${list})${E}`)

export const CLUES: readonly Clue[] = [
  // gone
  words(
    'sold',
    6,
    'đã (?:pass|ra đi|có (?:chủ|người|khách|bạn)|bay|đi rồi|về nhà mới|thanh lý xong|bán (?:xong|rồi|hết)|nhượng xong|giao dịch|sang tên|đủ (?:đơn|người))|có chủ (?:mới|rồi)|bán (?:rồi|hết rồi)|(?:hết|cháy|không còn|ko còn|k còn) hàng (?:rồi|mất rồi|luôn rồi|nữa)|sold ?out|(?:đóng|khoá|close) (?:topic|thread|bài|tin|top|giúp)|(?:tìm|kiếm) được (?:chủ|người)|cháy hàng (?:rồi|tạm|mất)|cháy hàng[,.!]|hết (?:suất|slot|vé) (?:rồi|nha|nhé|ạ)|tạm hết hàng|(?:về|ở) với chủ mới|(?:đã )?về (?:tay )?chủ mới|đóng post|(?:tạm )?(?:ngưng|ngừng) nhận đơn|(?:deal|trade) done|no longer available|(?:is|are|has been|already) (?:sold(?! (?:as|in|with|by|sep))|taken|gone)|(?:ngừng|thôi|không|ko) bán nữa',
  ),
  clue(
    'sold',
    6,
    `${B}(?:đã|mới|vừa) (?:chốt|bán|pass|giao) (?:xong|cho|được) (?:bạn|bác|anh|chị|em|khách|người|1|một)${E}`,
  ),
  clue(
    'sold',
    6,
    `(?:^|[\\[(|*]|edit:?|update:?|[.!] ?)[^\\p{L}\\d]{0,4}(?:đã bán|bán xong|xe bán xong|sold|đã pass|đã chốt|done|gone|closed|out|hết hàng)(?! ?(?:hơn|trên|được|ra|cho hơn|over|hàng|kẻo|trước|\\+?\\d))${E}`,
  ),
  // bought
  clue(
    'wanted',
    6,
    `(?<!${B}(?:${SOMEONE}|không |khỏi ))${B}(?:cần (?:mua|tìm|thu|kiếm|săn|nhập|gom|đặt mua|thuê|mượn|xin)|(?:muốn|định|xin|tính) (?:tìm |kiếm )?mua|tìm (?:mua|gấp|nguồn|đơn vị|bên|chỗ|xưởng)|mua gấp|thu mua|(?:đang|tính|muốn|định) (?:kiếm|săn|hóng)|(?<!tìm )(?:kiếm|hóng|săn) (?:mua|1|con|cái|chiếc|em|bé|đôi))${E}(?! (?:thì|vui lòng|xin|hãy|inbox|ib|lh|liên hệ|ngay|chủ|nhà|người|và bán|bán|- bán))`,
  ),
  clue(
    'wanted',
    6,
    `(?:^|[|\\[(]) ?(?:hn|hcm|sg|tphcm|toàn quốc)?[\\]) ]*[\\[(]? ?(?:mua ?[\\]):]|(?:cần mua|cần tìm|iso|tìm (?!người|lấy|hiểu|kiếm|chủ|khách|đối|đại lý|ctv)|hóng (?:túi|mẫu|em|đôi|con) (?!bác|ai|phốt|biến|drama))${E})`,
  ),
  clue(
    'wanted',
    6,
    `(?<!(?:chị|anh|các|quý) )${B}(?:em|mình|e|tôi|tui|mk|con|bên mình|bên em|nhà mình|công ty) (?:đang |hiện )?(?:cần|tìm|kiếm|hóng|săn|cần tìm|cần nhập|cần mua|muốn tìm)${E}(?! (?:bán|pass|thanh|ra|sang|nhượng|để|đổi|đẩy|xả|giải|tuyển|tiền|vốn|cho thuê|chủ|tìm chủ|nhà mới|người|khách|đại lý|ctv|phải|được|dọn|xoay|bớt|đi |gửi|về|thanh khoản|giải|kiếm thêm))`,
  ),
  words(
    'wanted',
    6,
    'wtb|want to buy|looking (?:for|to buy)|in search of|anyone (?:selling|have|has|got)|need to buy|(?:mình|em|tui) (?:mua|thu) lại(?! (?:của|từ|ở|bên|giá|hồi))|mua rẻ (?:lại)|(?:bán|để) rẻ (?:lại )?cho (?:em|mình|tui)|xin hoặc mua|mua xe cũ các dòng',
  ),
  clue(
    'wanted',
    6,
    `${B}(?:ai|bạn nào|bác nào|mẹ nào|chị nào|em nào|anh nào|nhà nào|shop nào|xưởng nào|cụ nào|mợ nào|mn)(?: ${W}){0,7}? (?:bán|pass|thanh lý|dư|nhượng|để lại|không xài|không dùng|có hàng)(?: ${W}){0,6}? (?:không|ko|k|hông|hong|hok|cho (?:em|mình|tui|e)|(?:ib|inbox|nhắn|hú|alo|tag|pm|lh|báo|nhường|giới thiệu|ới|gọi) (?:em|mình|tui|e|mik|giá|giúp|cho|với))${E}`,
  ),
  clue(
    'wanted',
    4,
    `${B}(?:ai|bác nào|bạn nào|mẹ nào|chị nào) (?:có )?(?:bán|dư|pass|thanh lý)(?: ${W}){0,5}? (?:để lại|ib|hú|nhắn|tag|alo|thì (?:ib|tag|nhắn|hú|alo|bán|để|cho))${E}`,
  ),
  words(
    'wanted',
    3,
    'ngân sách|budget|đổ lại|tài chính|mình xin (?:1|một|lại)|(?:để|nhường|share|giới thiệu) (?:lại )?(?:em|mình|tui|e) (?:với|nhé|nha|ạ)|ncc|nhà cung cấp|báo giá (?:giúp|cho) (?:em|mình)|quanh khu vực|ưu tiên (?:gần|khu vực|quận)',
  ),
  // asked
  words(
    'question',
    5,
    `cho (?:em|mình|e|mik|tui|tôi|con|cháu)? ?(?:xin )?hỏi|hỏi ngu|hỏi chút|hỏi tí|xin (?:giá|địa chỉ|tên shop|review|tư vấn|ý kiến|kinh nghiệm|cao kiến)|nhờ (?:mọi người|mn|các bác|các mẹ|ace|ae|cả nhà|anh em|các bạn|các cụ)(?: ${W}){0,2} (?:check|tư vấn|xem|định giá|thẩm|chỉ|giúp)|tư vấn (?:giúp|giùm|dùm|hộ|cho (?:em|mình|e))|(?:does|has|did|is|can) any(?:one|body)|anyone (?:know|tried|used|bought)|where can i|should i|recommend (?:a|me|any|some)|how much (?:is|for|does)|is (?:this|it) (?:real|fake|legit|authentic|safe|worth|ok)|what do you think|which one`,
  ),
  clue(
    'question',
    5,
    `${B}(?:có )?(?:ai|bác nào|bạn nào|mẹ nào|mn|mọi người|cả nhà|mấy mẹ|các mẹ|anh em)(?: ${W}){0,3}? (?:biết|xài|dùng|thử|bị|mua)(?: ${W}){0,8}? (?:chưa|không|ko|hông|hong|vậy|k|giống|ở đâu|gì|chỉ (?:em|mình|e|giúp))${QEND}`,
  ),
  clue(
    'question',
    5,
    `${B}(?:chỗ nào|ở đâu|mua đâu|shop nào|đâu bán|nên mua|nên chọn|có nên|có đắt|có cao|có rẻ|có tốt|có hợp lý|có đáng|giá bao nhiêu|bao nhiêu tiền|hết (?:bao )?nhiêu|bao nhiêu (?:vậy|ạ|thế|là|tiền)|nghe hay hơn|khác gì|giá nào (?:được|hợp lý)|real hay fake|thật hay giả|auth (?:không|ko|hay)|giống (?:hàng )?(?:thật|auth|real) (?:không|ko)|mua được (?:chưa|không|ko))(?:[^?|.!]{0,120}\\?|(?: ${W}){0,6} (?:ạ|vậy|không|ko|mn|mọi người|nhỉ|rẻ|nhở|zậy|dạ|với)${E})`,
  ),
  clue('question', 5, `${B}(?:có phải|liệu)(?: ${W}){1,6} (?:không|ko)${QEND}`),
  clue(
    'question',
    5,
    `${B}(?:vì sao|tại sao|sao mà|sao cùng)${E}[^?|.!]{0,120}(?:nhỉ|vậy|thế|hả)(?: ${W}){0,3} ?\\??[^\\p{L}\\d]*$`,
  ),
  clue('question', 5, `${B}(?:shop|ad|chị|bạn|bác) ơi(?: ${W}){0,6} (?:không|ko|k|bao nhiêu|nhiêu)${QEND}`),
  clue(
    'question',
    5,
    `${B}(?:gì|nào|sao|đâu|bao nhiêu|nhiêu|không|ko|hông|hong|chưa|k)(?: ${W}){0,8}? (?:vậy|hả|ạ|thế|nhỉ|ta|z) ?(?:mấy|các|anh em|cả nhà|mn|mọi người|ae|ace|bác|cụ|mẹ|chị)${E}`,
  ),
  clue('question', 5, `${B}(?:không|ko|hông|hong|chưa) (?:mấy|các) (?:bác|mẹ|chị|cụ|bạn|anh|mom|bà)${E}`),
  clue(
    'question',
    3,
    `${B}(?:không|ko|hông|hong|chưa|nhỉ|gì|nào|sao|đâu|bao nhiêu|nhiêu|vậy|thế|hả)(?: ${W}){0,4} ?\\?[^\\p{L}\\d]*$`,
  ),
  clue('question', 5, `${B}(?:không|ko|hông|hong|chưa|nhỉ|bao nhiêu|hả) (?:ạ|vậy|thế|nhỉ|huhu|ta)[^\\p{L}\\d]*$`),
  clue('question', 3, `${B}(?:không|ko|chưa|nhỉ)[^\\p{L}\\d]{0,3}$`),
  clue(
    'question',
    3,
    `${B}(?:tốt|ổn|được|đẹp|đắt|mắc|rẻ|auth|real|thật|hợp lý|đáng) (?:không|ko|k|hông|hong|hem)${QEND}`,
  ),
  clue('question', 4, `${B}(?:chỉ|giúp|mách|bày|cứu|giải đáp) (?:em|mình|tui|e|con|nhỏ) với${E}`),
  clue(
    'question',
    5,
    `${B}(?:nào|gì|đâu) (?:ổn|tốt|ngon|rẻ|đẹp|bền|hợp|uy tín|chất lượng)(?: (?:hơn|nhất|vậy))?(?: (?:ạ|không|nhỉ|vậy|các|mn))*[^\\p{L}\\d]*$`,
  ),
  words('question', 4, 'xem (?:giúp|hộ|giùm) (?:em|mình|e|tui)'),
  clue(
    'question',
    5,
    `${B}có(?: ${W}){1,4} (?:không|ko|hông|hong|chưa) (?:ạ|vậy|nhỉ|mn|mọi người|cả nhà|các|mấy|anh em|ae|mom|shop)${E}`,
  ),
  clue('question', 4, `^[^?|]{1,140}\\?[^\\p{L}\\d]*$`),
  // neither
  clue(
    'other',
    6,
    `^[^\\p{L}\\d]{0,3}(?:cảnh báo|beware|giveaway|mini ?game|chúc (?:mừng|cả nhà|mọi người|các)|happy (?:new year|birthday|weekend))${E}`,
  ),
  words(
    'other',
    5,
    `cảnh báo (?:lừa|shop|scam|mọi người|cả nhà|các)|lừa đảo|(?:mọi người|mn|cả nhà) tránh xa|tránh xa (?:shop|page|nick|thằng|con)|bóc phốt|(?:mọi người|mn|các bác|cả nhà|anh em|ae|các mẹ|chị em) (?:nên |hãy )?(?:cẩn thận|đề phòng|né|cảnh giác)|tuyển (?:dụng|nhân viên|gấp|nv|sinh viên|cộng tác viên|thêm|\\d+)|nội quy|quy định nhóm|chúc (?:mừng|cả nhà|mọi người|các bạn|các mẹ|bác|anh em|chị em|bạn)|nghỉ (?:tết|lễ)|mở cửa lại|công an (?:vừa|bắt|tỉnh|tp|thành phố|huyện|quận|phường|điều tra|xã)|(?:quản lý thị trường|qltt|lực lượng chức năng|cơ quan chức năng)(?: ${W}){0,4} (?:kiểm tra|bắt|tạm giữ|thu giữ|tiêu huỷ|tiêu hủy|phát hiện|xử phạt)|bắt giữ|khởi tố|tạm giữ|thu giữ|mất (?:ví|giấy tờ|đồ)|nhặt được|hậu tạ|chia sẻ kinh nghiệm|review chân thật|không được tài trợ|tâm sự|theo báo|treo thưởng|tìm trẻ lạc|ngồi hóng|bán hàng (?:online )?(?:thì |cần |miễn phí)|kinh nghiệm cho|giải thưởng|theo dõi (?:mình|kênh)|we are hiring|scam(?:mer|med)?|rules of|(?:khách|ông|bà) bom hàng|chán (?:thật|quá|ghê)|giá vàng|buổi gặp|vui vẻ nhé|cuối tuần vui vẻ|bị lừa|admin (?:thông báo|nhắc)|mới vào nhóm|rất vui được|(?:bán|giao) hàng giả, đặt`,
  ),
  clue(
    'other',
    6,
    `^[^\\p{L}\\d]{0,3}(?:up|đánh dấu|đã ib|đã inbox|đã nhắn|check ib|rep ib|đã nhận|đã mua|thanks|thank you|oánh dấu|ủng hộ|đẩy (?:bài|giúp|top)|cảm ơn (?!quý|các bạn đã (?:ghé|tin|quan)|bạn đã (?:ghé|tin|quan)))${E}(?! (?:giá|em|để|ngay|hàng))`,
  ),
  clue('other', 6, `^[^\\p{L}\\d]{0,3}(?:chấm|hóng|ib|uy tín|ok|oke|dạ|vâng)${E}[^|\\d]{0,40}$`),
  clue(
    'other',
    6,
    `^[^\\p{L}\\d]{0,3}(?:giá|hàng|máy|xe|con|em) (?:đó|của bác|bác|thớt|chủ)${E}(?! (?:mua|bán|nào|ai))`,
  ),
  words(
    'other',
    5,
    `(?:up|đẩy|ủng hộ) (?:bài |top )?(?:cho|giúp|hộ|phụ)(?: ${W})? (?:bác|bạn|chủ|thớt|shop|cụ|top|em)|(?:đã|em|mình) nhận (?:được )?hàng|cảm ơn shop|bác chủ|chủ thớt|(?:bác|shop|anh|chị) bớt|bớt (?:không|ko|chút|tí) (?:em|mình)|mua may bán đắt|(?:đắt|mắc|chát|giá cao|giá ảo) quá|em qua xem`,
  ),
  clue(
    'other',
    5,
    `${B}(?:em|mình|tôi|tui|e) (?:mới |vừa |đã |từng )?(?:mua|xài|dùng|đặt|order) (?:cái|con|em|chai|hộp|đôi|bên|ở|của|được)(?: ${W}){0,8}? (?:thôi|ổn|ok|tốt|thích|bền|ngon|rồi|lận|tệ|chán)${E}`,
  ),
  clue('other', 5, `^[^\\p{L}\\d]{0,3}(?:hôm qua|hôm trước|hôm nọ|nghe nói|sáng nay|hồi trước)${E}`),
  words('other', 3, 'quá trời|ngon (?:xỉu|ghê|quá)|hơi (?:cao|đắt|mắc|chát)|trả (?:giá )?bác|em (?:hốt|lấy) luôn'),
  clue(
    'other',
    3,
    `${B}(?:hôm nay|nay|tối qua|sáng nay|trưa nay|chiều nay) (?:mình |em |tui )?(?:đi|ghé|gặp|thấy|ăn)${E}`,
  ),
  clue('other', 5, `${B}(?:bác|bạn|anh|chị) (?:bán|để) ${W} (?:thì |là )?(?:em|mình|tui)${E}`),
  words('other', 5, 'đề nghị (?:thành viên|các bạn|mọi người)|khoá nick|đúng chuyên mục'),
  // offered
  clue(
    'offer',
    9,
    `${B}(?:mua|thu|gom|đổi)(?: (?:mua|đổi|bán|ban|lại))?(?: ${W})? (?:ngoại tệ|đô la|usd|euro|vàng (?!mã)|hoá đơn|hóa đơn|hđ|hd (?:gtgt|vat|đỏ)|tiền giả)${E}`,
  ),
  clue('offer', 5, `(?<!(?:nhóm|hội|group|sàn|hợp đồng) )${B}(?:mua bán|bán ra|mua và bán)${E}`),
  words(
    'offer',
    5,
    `cần (?:bán|pass|thanh lý|nhượng|sang|ra đi|để lại|thanh khoản)|bán bớt|dọn (?:tủ|nhà)|bán (?:gấp|lại|nhanh|rẻ|xác|lỗ|ve chai)|pass (?:lại|gấp|nhanh|rẻ)|thanh ?l[ýí]|xả (?:kho|hàng|lỗ)|wts|for sale|selling|chính chủ (?:cần )?bán|(?:sang|nhượng|để) lại|sang nhượng|đồng giá|chốt đơn|đặt hàng|đặt trước|nhận (?:order|làm|gia công|đặt|ship|cọc|vận chuyển|in|thêu|may|sửa)|qua tin nhắn|vĩnh viễn|bao (?:sang tên|thuế|xài|đổi)|ra lộc|ra đi|bay gấp|(?:tìm|kiếm) chủ|tìm nhà mới|moving out|ai (?:mua|hốt|lấy|cần|ưng|quan tâm|thích|chơi)|gửi hàng|bao (?:check|test|ship)|có sẵn|sẵn hàng|hàng sẵn|hàng (?:mới )?(?:về|cập bến)|hàng order|số lượng có hạn|in stock|dm me|message me|whatsapp|best price|factory price|wholesale|free ?ship|fs|miễn phí (?:ship|vận chuyển)|ship (?:cod|toàn quốc|tận nơi|hoả tốc|hỏa tốc|nội thành|bí mật)|giao tận nơi|(?:inbox|ib) (?:em|shop|mình|để|đặt|ngay|chốt|lẹ|nhanh)|tặng lại|đổi hoặc bán|bán hoặc đổi|giao lưu|đại lý|ctv|sỉ lẻ|sỉ & lẻ|cam kết|bảo hành|combo|mua \\d+ tặng \\d+|hoàn tiền|giảm giá|ưu đãi|khuyến mãi|(?:flash|siêu) sale|sale sốc|trả góp|cho thuê|cho mượn|order|chuyên (?:cung cấp|bán|sỉ|nhận|order|làm)|cung cấp|kẹt tiền|lên đời|giải phóng|vào page|tin dùng|gia truyền|(?:trị|chữa) dứt điểm|tận gốc|lấy liền|xách tay|rep 1[:.]1|super ?fake|replica|1:1|fake loại|khách iu|liệu trình|2 ?hand|(?:bên|shop|nhà|tiệm|xưởng) (?:em|e|tụi em|mình) (?:có|bán|đủ|còn|chỉ|chuyên|nhận|trị)`,
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

/** Words that take a kind back: there is more to sell, or it is said of something else. */
export const UNLESS: Readonly<Partial<Record<PostKind, (marked: boolean) => RegExp>>> = {
  sold: written(
    `${B}(?:(?:vẫn|thì) còn|still available|(?<!(?:không|ko|k|hết) )còn (?:hàng|\\d+|lại)|hàng (?:mới )?về|sắp hết hàng|kẻo hết|gần hết|nhanh (?:tay )?kẻo)${E}`,
  ),
}
