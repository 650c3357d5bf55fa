/** By which a post says that its goods are gone, or that it looks for some. */
import { B, type Clue, clue, E, W, words } from './post-clue.ts'

/** Whoever is spoken to: `ai cần mua thì ib` is a seller's. */
const SOMEONE =
  '(?:ai|bạn|bạn nào|mẹ nào|chị nào|bác nào|anh em|ae|ace|khách|quý khách|khách hàng|nào|người|nếu|nhu cầu|chị em|mọi người|mn|các mẹ|các chị|đang) '

export const GONE_OR_WANTED: readonly Clue[] = [
  // gone
  words(
    'sold',
    6,
    'đã (?:pass|ra đi|có (?:chủ|người|khách|bạn)|bay|đi rồi|về nhà mới|thanh lý xong|bán (?:xong|rồi|hết)|nhượng xong|giao dịch|sang tên|đủ (?:đơn|người))|có chủ (?:mới|rồi)|bán (?:rồi|hết rồi)|(?:hết|cháy|không còn|ko còn|k còn) hàng (?:rồi|mất rồi|luôn rồi|nữa)|sold ?out|(?:đóng|khoá|close) (?:topic|thread|bài|tin|top|giúp)|(?:tìm|kiếm) được (?:chủ|người)|cháy hàng (?:rồi|tạm|mất)|cháy hàng[,.!]|hết (?:suất|slot|vé) (?:rồi|nha|nhé|ạ)|tạm hết hàng|(?:về|ở) với chủ mới|(?:đã )?về (?:tay )?chủ mới|đóng post|(?:tạm )?(?:ngưng|ngừng) nhận đơn|(?:deal|trade) done|no longer available|(?:is|are|has been|already) (?:sold(?! (?:as|in|with|by|sep))|taken|gone)|(?:ngừng|thôi|không|ko) bán nữa|đã xong|(?:bán|pass|nhượng|thanh lý) (?:được|đc|dc) rồi|đừng (?:inbox|ib|gọi|hỏi|nhắn)(?: em| e| mình)? nữa|đã có (?:người|khách|bạn) thuê|(?<!(?:đặt|khi|nếu|ai) )cọc rồi (?:ạ|nha|nhé|các|mn)|đã có(?: [\\p{L}\\d]{1,12}){1,3} (?:cọc|chốt|lấy rồi|rước|hốt)|ẩn (?:bài|tin)|(?<!(?:ai|sẽ|sẽ ưu tiên|nhanh) )chốt cho (?:bác|bạn|anh|chị|khách) (?!nào|ở xa)|hẹn (?:các )?(?:dịp|lần|mùa|đợt) (?:khác|sau)|hết (?:size|màu|mẫu|slot|suất) (?:rồi|mất rồi|ạ)|xong (?:kèo|rồi (?:ạ|nha|nhé|các|cả|mn|ae))|(?:xoá|xóa|gỡ|khoá|khóa) (?:bài|tin|post|top) (?:giúp|giùm|dùm|hộ|nha|nhé|ạ|em|e)|(?:bay|đi) (?:màu )?rồi (?:ạ|nha|nhé|các|cả|mn|ae)|đã (?:bị )?(?:rinh|hốt|rước|gả|lên đường|chốt) (?:rồi|xong|đi)|(?:đã|vừa|mới) có (?:bạn|bác|anh|chị|khách|người) (?:lấy|mua|rước|hốt|cọc|chốt|đặt|rinh)|(?:đã|có) (?:người|khách|bạn) cọc(?: rồi)?|(?:đã )?nhận cọc rồi|full (?:slot|chỗ|đơn) (?:rồi|nha|nhé|ạ)|đã (?:full|kín) (?:slot|chỗ|đơn)|xin phép (?:đóng|xoá|xóa|khoá) (?:bài|tin|top)',
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
  clue('sold', 6, `^(?!…).{0,60}${B}hết rồi (?:ạ|nha|nhé|mn|cả nhà|các|ae)${E}`),
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
  clue(
    'wanted',
    6,
    `(?<!${B}(?:${SOMEONE}|không ))${B}(?:mua|thu|gom)(?! (?:hàng|sắm|sỉ|lẻ|ngay|là|về|nhiều|\\d))(?: ${W}){1,9}?,? giá (?:cao|tốt nhất|cao nhất)`,
  ),
  clue(
    'wanted',
    6,
    `(?:^|[|.!\\])] ?)(?:em |mình |e |tui |shop |bên mình )?(?:đang |hiện )?cần (?:gấp |ngay |lấy |sỉ |nhập |mua )?(?:\\d+|một|vài|mấy|con|cái|chiếc|cây|bộ|đôi|cặp|nguồn|lô|số lượng|xe|máy|vé)${E}(?! (?:tiền|vốn|chủ|nhà|người|nhân viên|bạn|anh|nv|thợ|khách|ctv|bán|ra đi|mẫu nam|mẫu nữ))`,
  ),
  clue(
    'wanted',
    6,
    `${B}tìm (?:gấp |thêm )?(?:đồng đội|người|bạn|ai|shop|bên|chỗ|nhà)(?: ${W}){0,3}? (?:pass|bán|nhượng|sang|thanh lý)${E}`,
  ),
  clue(
    'wanted',
    6,
    `^[^\\p{L}\\d]{0,3}(?:em |mình |e |tui |cần )?tìm (?!người|chủ|khách|đối tác|đại lý|ctv|nhà mới|mẫu|bạn|hiểu|lại|mẹ|ba|bố|kiếm|đâu|ngay|cho|mãi|về|là|thấy|gia|thợ|nhân|trẻ|con|bé)\\p{L}`,
  ),
  words('wanted', 6, '(?:rất )?cần lắm|cần (?:người|ai) (?:nhượng|pass|bán|sang)|tìm (?:pass|nhượng|sang)'),
  words('wanted', 3, 'quay đầu|trở xuống|đổ xuống|trở lại thôi'),
  words(
    'wanted',
    6,
    'wtb|want to buy|looking (?:for|to buy)|in search of|anyone (?:selling|have|has|got)|need to buy|(?:mình|em|tui) (?:mua|thu) lại(?! (?:của|từ|ở|bên|giá|hồi))|mua rẻ (?:lại)|(?:bán|để) rẻ (?:lại )?cho (?:em|mình|tui)|xin hoặc mua|(?:mình|em|e|tui|tôi|nhà em|nhà mình|bên em) (?:đang |rất )?(?:muốn|có nhu cầu|cần) (?:mua|sưu tầm|tìm|thuê|xin|nhập|đặt mua)|(?:đang|cần) (?:lùng|sưu tầm|truy lùng)|(?:để|bán|nhường|pass|nhượng) lại cho (?:em|mình|e|tui|tôi) (?:với|nhé|nha|đi|ạ)|xin (?:pass|info|nguồn|chỗ bán)|cầu (?:pass|mua)|muốn nhập (?:sỉ|hàng)|mua xe cũ các dòng',
  ),
  clue(
    'wanted',
    6,
    `${B}(?:ai|bạn nào|bác nào|mẹ nào|chị nào|em nào|anh nào|nhà nào|shop nào|xưởng nào|cụ nào|mợ nào|mn)(?: ${W}){0,7}? (?:bán|pass|thanh lý|dư|nhượng|để lại|không xài|không dùng|có hàng)(?: ${W}){0,6}? (?:không|ko|k|hông|hong|hok|cho (?:em|mình|tui|e)|(?:ib|inbox|nhắn|hú|alo|tag|pm|lh|báo|nhường|giới thiệu|ới|gọi) (?:em|mình|tui|e|mik|giá|giúp|cho|với))${E}`,
  ),
  clue(
    'wanted',
    7,
    `${B}(?:ai|ae|ace|anh em|cô|thím|cụ|nhà xe|[\\p{L}]{1,8} nào|bác nào) (?:muốn|cần|định|có nhu cầu) (?:bán|pass|nhượng|thanh lý)(?: ${W}){0,8}? (?:alo|ib|inbox|hú|nhắn|gọi|pm|lh|báo)(?: cho)? (?:em|mình|e|tui|tôi)${E}`,
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
]
