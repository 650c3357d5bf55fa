import type { ScoreInput } from '../domain.ts'
import { fold } from '../normalise/fold.ts'
import { isPlaceholderSerial } from '../normalise/identifiers.ts'

const words = (...parts: readonly string[]) => new RegExp(`(?<![\\p{L}\\d])(?:${parts.join('|')})(?![\\p{L}\\d])`, 'u')

/** In the title: several pieces, a part or a sample of the goods, something that only bears their name, a service. */
const OTHER_GOODS = new Set(
  'combo set lốc thùng mini sample samples tester chiết decant gói sachet dây khóa móc charm vỏ nắp lót sticker sách tranh poster ốp xác main thuê sửa spa voucher dán ppf case band strap sleeve stand đựng'.split(
    ' ',
  ),
)
const OTHER_GOODS_PHRASES = words(
  'bộ \\d+',
  'cặp \\d+',
  '\\d+ (?:hộp|chai|lọ|cái|chiếc|đôi|lon|viên|tuýp|gói)',
  'x ?[2-9]',
  'mẫu thử',
  'dùng thử',
  '(?:[1-9]|1[0-5]) ?ml',
  'tách set',
  'tách lẻ',
  'móc khóa',
  'hộp rỗng',
  'vỏ hộp',
  'hộp đựng',
  'túi đựng',
  'túi giấy',
  'bao đựng',
  'mô hình',
  'đồ chơi',
  'ốp lưng',
  'phụ kiện',
  'linh kiện',
  'cho thuê',
  'sửa chữa',
  'vệ sinh',
  'đánh bóng',
  'khóa học',
  'thu mua',
  'cần mua',
  'không phải',
  'kiểu dáng',
  '(?:nhận )?check',
  'legit check',
)
/** In the title or the price: not the price of the whole. */
const PART_OF_PRICE = words('cọc', 'đặt cọc', 'trả góp', 'góp', 'trả trước', 'pre-?order', 'order trước')
const PER =
  /\/ ?(?:\d{0,4} ?(?:kg|g|gram|ml|lít|m|mét|ngày|tháng|giờ|viên|lạng)|tháng|ngày)(?![\p{L}])|(?<!\p{L})(?:từ|from|chỉ từ)(?!\p{L})|\d ?[-–~] ?\d/u
const SAID_ELSEWHERE = words(
  'giá (?:là |trên là |hiển thị là )?(?:tiền )?(?:đặt )?cọc',
  'giá (?:trả trước|mỗi tháng|một tháng|1 tháng)',
)

const otherGoods = (title: string) =>
  title.split(/[^\p{L}\d]+/u).some((word) => OTHER_GOODS.has(word)) || OTHER_GOODS_PHRASES.test(title)

/** The price asked is for one whole new piece of what the title names, as far as title and price say. */
export function comparable({ title, description, price_text, price_vnd }: ScoreInput): boolean {
  if (price_vnd === null || price_vnd < 1000 || isPlaceholderSerial(String(price_vnd))) return false
  const named = fold(title.slice(0, 500)).text
  const price = fold((price_text ?? '').slice(0, 200)).text
  if (otherGoods(named) || PART_OF_PRICE.test(named) || PART_OF_PRICE.test(price) || PER.test(price)) return false
  return !SAID_ELSEWHERE.test(fold(description.slice(0, 5_000)).text)
}
