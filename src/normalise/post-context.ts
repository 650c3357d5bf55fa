/** What stands around a figure in a post and says whether it is the price asked. */
import { written } from './post-text.ts'

/** Things one buys, counted. */
const PIECE =
  'c|cái|chiếc|đôi|cặp|bộ|hộp|hũ|lọ|chai|gói|bịch|túi|lon|vỉ|cây|cuốn|set|kg|ký|kí|lít|thùng|áo|quần|váy|đầm|vé|suất|người|miếng|viên|tấm|con|mẫu|sp|sản phẩm|phần|ly|can|cục|lạng|bao|tuýp|đơn|em|bé|chậu|hạt|combo|slot|acc|pcs?|pairs?|boxes|box|bottles?|items?'
const END = '(?![\\p{L}\\d])'
const START = '(?<!\\p{L})'

/** Right before: money that is not for the goods. */
const FEE = written(
  `${START}(?:(?:free)?ship|phí (?:ship|vận chuyển|giao|dịch vụ|giữ xe|quản lý|gửi xe|sàn|cứng)|(?:tỷ|tỉ|bước|trả|đánh|định|chênh|tăng|lên) giá|bước|(?:trả|đưa|góp|đóng) trước|(?:trả )?góp|(?:mỗi|hàng|hằng) tháng(?: trả| góp| đóng)?|tháng (?:trả|góp|đóng)|thu nhập|hoa hồng|lì xì|gửi xe|tiền (?:điện|nước|xe|công)|điện nước|wifi|(?<=[,|+] ?)cân|cước|vận chuyển|cọc|giảm(?: giá)?|bớt|tặng|voucher|hoàn(?: tiền)?|trợ giá|tiết kiệm|đơn|thưởng|đền(?: bù)?|phạt|lương|hậu tạ|trị giá|ngân sách|chênh|lệch|thêm|trừ|tính công|shipping(?: \\p{L}+){0,3}|bù|phụ thu|vốn|shot|odo|view|follow|sub|treo thưởng|deposit|fee|discount|off)(?: (?:từ|tới|đến|ngay|thêm|trước|là|tiền|hàng|trên|đi|cod|nội thành|ngoại thành|chỉ|full|\\d+%))*[\\s:>=~+(]*$`,
)
/** Earlier in the same clause: a gift or a favour. */
const GIFT = written(`${START}(?:tặng(?: kèm)?|kèm theo|quà tặng|chở giúp|giao giúp)(?: [\\p{L}\\d]+){0,4}[\\s:(]*$`)
const FEE_AFTER = written(
  '^ ?(?:km|view|follow|sub|lượt|shot|đánh giá|đơn|người|tim|like|mile)(?!\\p{L})|^\\s?(?:đ|đồng|vnd)?\\s?(?:tiền )?(?:phí |tiền )?(?:ship(?! (?:cod|toàn|tận|hoả|nội|free|từ|chỉ|thêm|riêng|ngoài|về|đi|giúp|nhé|theo|tuỳ|\\d))|cọc(?! (?:trước|\\d)))',
)
/** Before: what it used to cost, costs elsewhere, or cost the seller. */
const FORMER = written(
  `${START}(?:(?:giá )?(?:gốc|niêm yết|thị trường|ban đầu|trước đây|retail|original|was)|giá (?:cũ|nguyên|hãng|trong nước|tham khảo|thực tế|lúc mua|hồi mua|quầy|mall|shopee|lazada|tiki|đại lý|bìa|web|shop|mới|ngoài|trên|mua|nhập|chợ|đi chợ|công ty|cty|store|showroom|siêu thị|nhà thuốc|sàn)(?: \\p{L}+){0,2}|nguyên giá|web bán|shop bán|hãng bán|mua(?: mới| vào| về)?|(?:lúc|hồi|ngày xưa|trước) mua|thay vì|ghi giá|tem giá|giá tem|tag|bìa|(?:hồi|lúc) (?:còn )?mới|(?:đã|từng|mình|em|e|tui) (?:đóng|nạp|bỏ tiền|bỏ ra)|(?:trong|trên) hộp ghi|instead of|nguyên tag|bought (?:for|at))(?: (?:là|hơn|tầm|hết|giá|ở shop|khoảng|gần|bán|tới|lên|về))*[\\s:(~]*$`,
)
const BRACKETED = written('\\((?:giá )?(?:cũ|web|shop|hãng)(?: bán)?[\\s:]*$')
/** In brackets: beside the point. */
const ASIDE = written(`\\((?:giá|price)[^()]*$|${START}(?<!(?:học|chi|kinh) )phí[\\s:]*$`)
const BOUGHT = written(
  `(?<!(?:ai|nào|cần|đặt|người|khách|muốn|hãy|bạn|không|ko|k|nên|thích|để|nếu) )${START}mua (?!ngay|liền|sỉ|lẻ|kèm|nhanh|lô|thì|\\d+ )(?:[^\\s,;.:|]+ ){0,4}$`,
)
const ELSEWHERE = written(
  `${START}(?:(?:chỗ|nơi|bên|shop|tiệm|người|nhà|trang|ngta|hàng)(?: bán)? (?:khác|ngoài|kia)|bên (?!em|mình|e |tui|tụi|nhà|tôi|mk|shop)[\\p{L}]+|nhiều (?:shop|chỗ|nơi|bên|người)|ngoài (?:tiệm|hàng|chợ|shop|thị trường)|trên (?:mạng|web|shopee|lazada|tiki)|(?:shopee|lazada|lzd|tiki|tiktok|mall|điện máy|nhà thuốc|showroom)(?: đang| cũng| nó)? (?:bán|để|giá)|(?<=[,|;] ?)(?:chợ|siêu thị|shopee|lazada|tiki)|(?:tiệm|quán|chợ|siêu thị|đại lý|hãng|store)(?! (?:em|e|mình|nhà|tui|tụi|mk|chúng|cần|muốn) )(?: \\p{L}+){0,3} (?:bán|để))(?: \\p{L}+){0,4}[\\s:]*$`,
)
const WHOLESALE = written(`${START}(?:sỉ|giá sỉ|buôn|đại lý|ctv|giá kho|wholesale)(?: \\p{L}+){0,2}[\\s:(-]*$`)
const WHOLESALE_AFTER = written(`^[^\\p{L}\\d|]{0,3}(?:(?:từ|lấy|khi lấy|cho đơn|đơn từ|mua từ) \\d+|/? ?sỉ${END})`)
/** `mua 2 chai 170k`, `lấy hết 4 cái 700k`. */
const MORE = written(`${START}(?:mua|lấy|từ|hết|trên|buy|order)(?: \\p{L}+){0,2} (\\d+)(?: \\p{L}+){0,3}[\\s:=>-]*$`)
/** What holds a measured amount: of `can 2 lít 260k` the can is the piece. */
const HOLDER = 'can|chai|hộp|thùng|bao|gói|bịch|túi|hũ|lọ|lon|bình|thau|khay|rổ|kiện|vỉ|xô|cuộn|tải'
/** The lot together: `mua cả hai em lấy 600k`. */
const LOT = written(
  `${START}(?:cả|hết|trọn|nguyên) (?:hai|ba|bốn|2|3|4|5|cặp|lô|bầy|đàn|bộ|thùng|đám|combo)(?: \\p{L}+){0,3}[\\s:=>-]*$`,
)
const COUNT_BEFORE = written(
  `(?<!${START}(?:${HOLDER}) ?)(?<![\\p{L}\\d.,])(\\d+) ?(?:${PIECE})[\\s:=>~(-]*(?:(?:giá|chỉ|còn|là|only) ?){0,2}$`,
)
const COUNT_AFTER = written(`^ ?/ ?(\\d+) ?(?:${PIECE})${END}`)
const LOOSE_AFTER = written(`^ (\\d+) ?(?:${PIECE})${END}`)
const PER_TIME = written('^ ?/ ?(?:tháng|ngày|giờ|h|năm|tuần|đêm|month|day|hour)(?!\\p{L})')
const GONE_AFTER = written('^[^\\p{L}\\d|]{0,3}(?:sold|đã bán|đã chốt|đã pass|hết hàng|đã có chủ)(?!\\p{L})')
/** How much less than elsewhere, or what other goods cost that these are compared with; carats. */
const COMPARED = written(
  `${START}(?:(?:hơn|thua|kém) (?:\\p{L}+ ){1,3}|(?:so với|cạnh|ngang|không phải|chứ không|đừng so|ép|vàng|gold|xi|mạ)(?: \\p{L}+){0,3} \\(?)$|\\+ ?$`,
)
const LIMIT = written(`${START}(?:dưới|không dưới|hơn|trả(?: giá)?|tối thiểu|under|over)[\\s:]*$`)

/** Right before: words that make the figure the price asked. */
const ASKED = written(
  `${START}(?:ai (?:mua|cần|lấy|hốt)|bán(?: giá| lại| rẻ)?|pass(?: lại| giá)?|ra đi|để lại|để|đồng giá|chỉ|chỉ còn|còn|nay|now|sale|fix|gl|only|lẻ|tổng|price|asking|thanh lý|tl|xả|bay|selling|for|at|lấy|thu về|ưu đãi|km|hôm nay|hốt(?: luôn| ngay)?|múc|rước|gkđ|giá kđ|khởi điểm|start|ra giá|báo giá|đồng|chốt|đổ đồng|đồng loạt|còn lại|tính)(?: đúng| có| mỗi| tầm)?[\\s:=~>(-]*$`,
)
/** `kho em 115k`, `mình để bộ cũ 150k`: the seller says it of himself. */
const OWN = written(
  `${START}(?:(?:em|mình|e|tui|tụi mình|(?<!(?:nhiều|các|mấy|vài|ngoài|mọi|thấy|bên|những) )shop|bên em|bên mình|bên e) (?:để|bán|pass|tính|lấy|xả|gửi|gom về|về)(?: \\p{L}+){0,3}|(?:kho|bên|nhà|tiệm|xưởng) (?:em|mình|e|tui)(?: chỉ| còn| có)?|(?:để|bán|pass|nhượng|lấy)(?: lại| rẻ)?(?: cho)? (?:(?:các|mấy|anh|chị) )?(?:bác|chị|mẹ|anh em|em|ae|bạn|mom|khách|mn|cả nhà|cụ|mợ))[\\s:=~>(-]*$`,
)
/** The clearest of them. */
const PRICE_WORD = written(`(?:${START}|(?<=#))giá(?: \\p{L}+){0,3}[\\s:=~>(-]*$`)
/** All that may stand between a former price and the one asked now. */
const NOW = written(
  '^(?:[^\\p{L}\\d|]|đ|vnd)*(?:(?:giờ|mà|bán|rẻ|hôm nay|giảm|sale|xả|xuống|giá|hiện|tại|chỉ|thôi|km|ưu đãi|duy nhất|bên em|shop|nhà em|e|em|để|lại|còn|nay|now|only|down|to)[^\\p{L}\\d|]*)*$',
)
const NOW_SIGN = written(
  `${START}(?:còn|nay|now|bán rẻ|để rẻ|chỉ|sale|xuống|giờ|hiện|only|down)(?!\\p{L})|[-=]>|[→⇒➜➡»👉]`,
)

/** The figure's neighbourhood, folded; `before` starts after the price before it. */
export interface Around {
  /** With Vietnamese marks; else words are compared without. */
  readonly marked: boolean
  readonly before: string
  /** The line before, whatever stands in it. */
  readonly wider: string
  readonly after: string
}

/** How far from being the price asked, 0 and up; from 4 on it is none. */
export function distanceOf(around: Around): number {
  const { marked, before, wider, after } = around
  const said = (pattern: ReturnType<typeof written>, text: string): boolean => pattern(marked).test(text)
  if (said(FEE, before) || said(FEE_AFTER, after)) return 9
  if (said(FORMER, before) || said(BRACKETED, before) || said(GONE_AFTER, after)) return 5
  if (!said(OWN, before) && (said(ELSEWHERE, before) || said(BOUGHT, before))) return 5
  if (said(COMPARED, before)) return 5
  if (said(GIFT, before) || said(LIMIT, before)) return 4
  const aside = said(ASIDE, before) ? 1.5 : 0
  return aside + (said(PER_TIME, after) ? 2 : 0) + amountOf(marked, before, wider, after)
}

/** For more than one piece, or for those who buy more: farther than the price of one. */
function amountOf(marked: boolean, before: string, wider: string, after: string): number {
  if (WHOLESALE(marked).test(before) || WHOLESALE_AFTER(marked).test(after)) return 2
  if (LOT(marked).test(before)) return 1
  const count = COUNT_BEFORE(marked).exec(wider) ?? COUNT_AFTER(marked).exec(after)
  const more = MORE(marked).exec(before)
  if (count === null && more !== null) return Number(more[1]) > 1 ? 2 : 0
  const loose = count ?? LOOSE_AFTER(marked).exec(after)
  return loose === null ? 0 : Number(loose[1]) > 1 ? 2 : -1
}

const ONE_BEFORE = written(
  `(?<![\\p{L}\\d.,/+-])(?:1|một|mỗi) ?(?!phần|em|bé|con )(?:${PIECE}|tháng|tạ|tấn|mét|m)[\\s:=>~-]*$`,
)
const ONE_AFTER = written(
  `^ ?(?:/ ?(?:1 ?)?|(?:1|một|mỗi) ?)(?:${PIECE}|mét|m)${END}|^ ?/ ?(?:1 ?)?(?:tháng|năm|lượt|buổi|lần|giờ|ngày)${END}`,
)

/** `320 1 tuýp`, `5 chục/cái`, `1kg 420`: said to be for one piece. */
export const isForOne = ({ marked, before, after }: Around): 'before' | 'after' | null =>
  ONE_AFTER(marked).test(after) ? 'after' : ONE_BEFORE(marked).test(before) ? 'before' : null

/** Whether the seller says that it is the price. 2: with the word price. */
export function askedBy({ marked, before }: Around): 0 | 1 | 2 {
  if (PRICE_WORD(marked).test(before)) return 2
  const piece = !marked && /(?<!chi )con $/.test(before) // without marks: còn (still), or con (a piece)
  return (ASKED(marked).test(before) && !piece) || OWN(marked).test(before) ? 1 : 0
}

/** Whether only words like “giảm còn” stand between two figures. */
export const isReduced = (between: string, marked: boolean): boolean =>
  between.length <= 40 && NOW_SIGN(marked).test(between) && NOW(marked).test(between)
