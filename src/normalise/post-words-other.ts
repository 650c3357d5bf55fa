/** By which a post tells, warns, hires, rules or replies. */
import { B, type Clue, clue, E, W, words } from './post-clue.ts'

export const OTHER_WORDS: readonly Clue[] = [
  // neither
  clue(
    'other',
    6,
    `^[^\\p{L}\\d]{0,3}(?:cảnh báo|beware|giveaway|mini ?game|phốt|bóc phốt|tố(?: cáo)?|cách (?:phân biệt|nhận biết|chọn|làm|nấu|pha|bảo quản|sử dụng)|phân biệt|mẹo|tips?|công thức|hướng dẫn (?:cách|làm|đăng|nhận biết|phân biệt)|kinh nghiệm|nội quy|thông báo từ|tin nóng|góc (?:tâm sự|review|chia sẻ|bóc phốt|cảnh báo)|chúc (?:mừng|cả nhà|mọi người|các)|happy (?:new year|birthday|weekend))${E}`,
  ),
  words(
    'other',
    5,
    `cảnh báo (?:lừa|shop|scam|mọi người|cả nhà|các)|lừa đảo|(?:mọi người|mn|cả nhà) tránh xa|(?:thì|rồi|xong|liền|bị|là|nó) (?:block|chặn)|chặn (?:số|fb|nick|zalo|luôn)|ôm (?:tiền|cọc)|bị mất (?:tiền|cọc)|mất (?:cọc|trắng|tiền oan)|đòi (?:hoàn tiền|lại tiền|tiền)|(?:cần|tìm) (?:gấp )?(?:\\d+ )?(?:nhân viên|nv|ctv bán|bạn (?:nữ|nam|làm|phụ|trực|đứng)|người (?:làm|phụ|trông|giúp việc)|thợ (?!mua)|phụ (?:bếp|quán|bán)|mẫu (?:nam|nữ|ảnh)|shipper)|(?:lương|thu nhập) (?:cứng|tháng|từ|\\d)|part ?time|full ?time|ca (?:sáng|tối|chiều|gãy)|phỏng vấn|(?:nộp|gửi) cv|lương về|cháy túi|xót (?:hết |quá|ruột|ví)|tránh xa (?:shop|page|nick|thằng|con)|bóc phốt|(?:mọi người|mn|các bác|cả nhà|anh em|ae|các mẹ|chị em) (?:nên |hãy )?(?:cẩn thận|đề phòng|né|cảnh giác)|tuyển (?:dụng|nhân viên|gấp|nv|sinh viên|cộng tác viên|thêm|\\d+)|nội quy|quy định nhóm|chúc (?:mừng|cả nhà|mọi người|các bạn|các mẹ|bác|anh em|chị em|bạn)|nghỉ (?:tết|lễ)|mở cửa lại|công an (?:vừa|bắt|tỉnh|tp|thành phố|huyện|quận|phường|điều tra|xã)|(?:quản lý thị trường|qltt|lực lượng chức năng|cơ quan chức năng)(?: ${W}){0,4} (?:kiểm tra|bắt|tạm giữ|thu giữ|tiêu huỷ|tiêu hủy|phát hiện|xử phạt)|bắt giữ|khởi tố|tạm giữ|thu giữ|mất (?:ví|giấy tờ|đồ)|nhặt được|hậu tạ|chia sẻ kinh nghiệm|review chân thật|không được tài trợ|tâm sự|theo báo|treo thưởng|tìm trẻ lạc|ngồi hóng|bán hàng (?:online )?(?:thì |cần |miễn phí)|kinh nghiệm cho|giải thưởng|theo dõi (?:mình|kênh)|we are hiring|scam(?:mer|med)?|rules of|(?:khách|ông|bà) bom hàng|chán (?:thật|quá|ghê)|giá vàng|buổi gặp|vui vẻ nhé|cuối tuần vui vẻ|bị lừa|admin (?:thông báo|nhắc)|mới vào nhóm|rất vui được|(?:bán|giao) hàng giả, đặt`,
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
  clue(
    'other',
    5,
    `^[^\\p{L}\\d]{0,3}(?:hồi xưa|ngày xưa|(?:mới|vừa) đi(?: \\p{L}+){1,3} về|tiền (?:điện|nước|nhà|trọ|học) (?:tháng|kỳ)|mấy (?:nay|bữa nay|hôm nay)|lâu lắm mới|tối qua|chiều qua|đêm qua|hôm bữa|hôm qua|hôm trước|hôm nọ|nghe nói|sáng nay|hồi trước)${E}`,
  ),
  words('other', 3, 'quá trời|ngon (?:xỉu|ghê|quá)|hơi (?:cao|đắt|mắc|chát)|trả (?:giá )?bác|em (?:hốt|lấy) luôn'),
  clue(
    'other',
    3,
    `${B}(?:hôm nay|nay|tối qua|sáng nay|trưa nay|chiều nay) (?:mình |em |tui )?(?:đi|ghé|gặp|thấy|ăn)${E}`,
  ),
  clue('other', 5, `${B}(?:bác|bạn|anh|chị) (?:bán|để) ${W} (?:thì |là )?(?:em|mình|tui)${E}`),
  words('other', 5, 'đề nghị (?:thành viên|các bạn|mọi người)|khoá nick|đúng chuyên mục'),
  clue(
    'other',
    5,
    `^[^\\p{L}\\d]{0,3}(?:đi (?:chợ|siêu thị|ăn|dạo)|(?:vừa|mới|nay|lỡ) (?:mình |em |tui |đi )?(?:mua|nhận|đặt|order|săn|rinh|tậu|sắm|ăn|thử))${E}`,
  ),
  // told of oneself: no seller speaks so
  clue(
    'other',
    5,
    `${B}(?:em|mình|e|tui|tôi|mk|nhà em|nhà mình|vợ chồng em) (?:vừa|mới|lỡ|đã) (?:đi |được |trúng )?(?:mua|lụm|rinh|săn|đặt|nhận|lấy|tậu|hốt|rước|order|mất|bị|ăn|dùng|xài|thử|thay)${E}`,
  ),
  clue(
    'other',
    5,
    `${B}(?:tuần|tháng|năm|hôm|bữa|đợt|lần) (?:trước|rồi|nọ|kia|ngoái) (?:em|mình|e|tui|tôi|mk|nhà em) (?:có )?(?:mua|lấy|đặt|rước|hốt|order|nhận)${E}`,
  ),
  clue(
    'other',
    6,
    `${B}đừng (?:có |ai )?(?:(?:mua|đặt|ghé) (?:ở|của|bên|trên|shop|page|nick|hàng|tại)|tin|chuyển|dại|dính)${E}`,
  ),
  clue('other', 5, `${B}(?:em|mình|e|tui|tôi) (?:bị )?mất (?:\\d|đứt|toi|gần|hơn)`),
  clue(
    'other',
    6,
    `${B}giá (?:xăng|dầu|vàng|heo|lợn|cà phê|lúa|tiêu|usd|đô|điện)(?: \\p{L}+){0,3}? (?:hôm nay|nay|chiều|sáng|tăng|giảm|lên|xuống)${E}`,
  ),
  words(
    'other',
    5,
    'tìm chủ nhân|(?:làm |bị |đánh )rơi|rơi (?:ở|tại|mất|ví)|trúng thưởng|danh sách (?:trúng|nhận)|giả (?:làm|danh|mạo)|lừa (?:nhập|chuyển|lấy|tiền)|(?:nhập|gửi|đọc|lấy|đưa) (?:mã )?otp|(?:ko|không|k) nghe máy|bom hàng|(?:của|hàng) (?:thím|bác|bạn) (?:ngon|tốt|đẹp|ổn|chất|xịn)|duyệt bài|offline (?:ở|tại|hội)|giẻ rách|treo đầu dê|dân số|bạn (?:đặt|mua|lấy)(?: \\p{L}+| \\d+){0,5} (?:mà|rồi)',
  ),
  clue('other', 6, `^[^\\p{L}\\d]{0,3}chia sẻ${E}`),
  clue(
    'other',
    5,
    `(?<!(?:hàng|si|đồ|áo|loại|mình) )${B}tuyển (?!chọn|sỉ|si |ctv|cộng tác|đại lý|tập|mua|lựa|từ)\\p{L}`,
  ),
  words('other', 5, 'mã vận đơn|(?:em|shop) (?:gửi|giao|đi) (?:đơn )?rồi (?:nha|nhé|ạ|đó)|không đáng(?: đâu)?'),
  clue('other', 5, `^[^\\p{L}\\d]{0,3}(?:bác|bạn|thím|cụ|anh|chị|ông) (?:nói|bảo|kia|trên|này) (?!bán|pass|cần)`),
  clue('other', 3, `${B}(?:bác|thím|bác ơi|bạn ơi|bro|thớt)[^\\p{L}\\d]*$`),
  words(
    'other',
    5,
    'lừa (?:mình|em|tôi|tui|tiền|cọc|\\d+)|bằng chứng|cần \\d+ (?:bạn|người|nữ|nam|em|bé) (?!mua|bán|lấy|nhận)\\p{L}+',
  ),
  // warned of, lost, regretted, complained of, announced, judged
  words(
    'other',
    5,
    '(?:bà con|cô bác|hội mình|cẩn thận|hãy|xin) (?:nên |hãy )?(?:cảnh giác|coi chừng)|cảnh giác (?:với|số|nick|trang|page|chiêu|trò)|coi chừng (?:số|nick|trang|page|chiêu|trò|bị|lừa)|bắt (?:đóng|chuyển|nạp) (?:phí|tiền|cọc|\\d)|bắt chuyển|(?:gọi|nhắn)(?: \\p{L}+)? báo trúng|thất lạc|đi lạc|bị lạc|lạc mất|mất (?:chó|mèo|xe|đt|điện thoại|túi xách)|xin chuộc|chuộc lại|ai (?:thấy|nhặt)|biết (?:thế|vậy) (?:khỏi|đừng|không|ko|đã)|tiếc tiền|phí tiền|bực (?:mình|ghê|quá)|tức (?:ghê|quá)|thất vọng|hối hận|cạch (?:mặt|luôn|tới già)|không bao giờ (?:mua|quay lại|ghé)|nản (?:ghê|quá|luôn|thật)|ế (?:ẩm|quá|chỏng|hàng)|buồn (?:ghê|quá)|mệt (?:ghê|quá|mỏi)|khổ (?:ghê|quá)|haiz+|bán chậm|vắng khách|mod (?:khoá|khóa|xoá|xóa|ơi)|spam|ban nick|đăng sai|sai mục|thành viên (?:mới|nhóm)|gửi chậm|giao chậm|mong (?:khách|mọi người|cả nhà|các bạn|các chị)(?: hàng)? thông cảm|sinh nhật shop|tròn \\d+ tuổi|không hợp tay|ko hợp tay|(?:bị|shop|nó|họ|bên kia) (?:giao|gửi) (?:sai|thiếu|nhầm)|chuẩn như hình|chốt bên (?:kia|khác)|xin lỗi (?:bác|bạn|anh|chị|shop)|thuế suất|nghị định|chuẩn rồi|đúng rồi (?:bác|bạn|đó)|giá (?:đó|vậy|thế|này) (?:thì |là )?(?:hơi|quá|cao|rẻ|đắt|mắc|chát|ảo)|hơi (?:căng|chát|ảo|nhạt|mặn|thất vọng)',
  ),
  words(
    'other',
    3,
    'ăn hết|ăn xong|sẽ (?:quay lại|ủng hộ)|theo (?:mình|em|tui) (?:thì|thấy)|ý kiến|quan điểm|cá nhân mình|bữa giờ|dạo này|đồng hành|cả tuần|cả tháng|đợt này khó|không biết (?:sao|làm)|nghe (?:đâu|bảo)|thấy (?:bảo|nói|rao|ngta|người ta)|mọi người có|hên|xui|may mà|suýt',
  ),
]
