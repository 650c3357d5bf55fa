import { spelledTail } from './vnd-spelled.ts'

/** What stands after a figure in dong, folded. Slang: xị and lít are 100,000, củ and chai a million, cành a thousand. */

export interface Unit {
  readonly factor: number
  /** Means money by itself; the others need that nothing clearer is printed, and a figure at the start or after a price word. */
  readonly sure: boolean
  /** A figure in it is a decimal however many digits follow the point: 1.250 triệu. */
  readonly decimal: boolean
}

const UNITS: readonly (readonly [words: string, factor: number, sure: boolean])[] = [
  ['đồng dong vnđ vnd đ ₫ d', 1, true],
  ['k nghìn nghin ngàn ngan ngìn', 1e3, true],
  ['ka ca cành canh ng ngh', 1e3, false],
  ['chục chuc', 1e4, false],
  ['trăm tram xị xi lít lit loét loet lốp', 1e5, false],
  ['triệu trieu trịu tr', 1e6, true],
  ['củ cu m chai quả mâm chẹo trẹo mil million', 1e6, false],
  ['tỷ tỉ ty tỏi', 1e9, true],
]

const units = new Map<string, Unit>(
  UNITS.flatMap(([words, factor, sure]) =>
    words.split(' ').map((word) => [word, { factor, sure, decimal: factor >= 1e6 }] as const),
  ),
)
const WORDS = [...units.keys()].sort((a, b) => b.length - a.length).join('|')
const UNIT = new RegExp(` ?(${WORDS})(?!\\p{L})`, 'uy')
const DONG = / ?(?:đồng|vnđ|vnd|đ|₫)(?!\p{L})/uy

/** Matches a sticky pattern at a place of the text. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

export function unitAt(
  text: string,
  at: number,
): { readonly unit: Unit; readonly word: string; readonly end: number } | null {
  const found = matchAt(UNIT, text, at)
  const word = found?.[1] ?? ''
  const unit = units.get(word)
  return found && unit ? { unit, word, end: at + found[0].length } : null
}

/** Where a trailing đồng ends (`1 triệu đồng`); `at` when none stands there. */
export const afterDong = (text: string, at: number): number => at + (matchAt(DONG, text, at)?.[0].length ?? 0)

export interface Tail {
  readonly value: number
  readonly end: number
  readonly masked: boolean
}

const HALF = / ?(?:rưỡi|rưởi|ruoi)(?!\p{L})/uy
const MASK = /(?: (?=x{2}|\?{2}|\*{2})|\d{0,2})[x?*]{1,3}(?![\p{L}\d])/uy
const GLUED = /(\d{1,6})(?!\d)(k(?![\p{L}\d]))?/uy
const SMALLER = / (\d{1,3}) ?(nghìn|ngàn|nghin|ngan|k|trăm|tram|triệu|trieu|tr)(?![\p{L}\d])/uy
/** What may follow a price and counts no goods. */
const FREE_WORD =
  'fix|nhé|nha|nhe|nhen|nghen|ạ|thôi|cho|bao|free|freeship|ship|ko|không|k|có|chưa|đã|còn|tặng|mỗi|full|thương|và|gl|giao|ai|anh|ae|ib|inbox|lh|liên|alo|zalo|chốt|luôn|lấy|cả|tổng|là|nguyên|bớt|sang|ra|bay|mn|mọi|chính|hn|hcm|sg'
/** What may follow a bare figure that is a price; any other word says what it counts. */
export const FREE_AFTER = new RegExp(`^ ?(?:$|[^\\p{L}\\d ]|(?:một|${FREE_WORD})(?!\\p{L}))`, 'u')
/** Goods, parts and times that are counted after a price: of `1tr 2 đôi` the two are no part of it. */
const COUNTED =
  'c|cái|cai|chiếc|chiec|đôi|doi|cặp|cap|bộ|bo|hộp|hop|hũ|hu|lọ|lo|chai|gói|goi|bịch|bich|túi|tui|lon|vỉ|cây|cay|cuốn|cuon|set|kg|ký|ky|lít|lit|thùng|thung|áo|ao|quần|quan|váy|vay|vé|ve|suất|suat|người|nguoi|miếng|viên|vien|tấm|tam|con|mẫu|mau|sp|phần|phan|ly|can|cục|lạng|bao|tuýp|em|bé|be|chậu|hạt|combo|slot|acc|tháng|thang|ngày|ngay|năm|nam|lần|lan|tầng|phòng|phong|pn|wc|mặt|lượt|buổi|giờ|gio|tiếng|mét|met|lớp|cửa|cánh|tay|sim|màn|máy|may|xe|nhà|nha|căn|can|lô|nền|thửa|ghế|bàn|quả|qua|trái|trai|củ|cuộn|km|cm|mm|ml|gr|usd|đô|tệ'
const LOOSE = new RegExp(
  ` (\\d|\\d{3})(?![\\d.,]*\\d)(?=$| ?[.,;:()/|+\\-–!?](?!\\d)| (?:đ|đồng|vnd|vnđ)(?!\\p{L})| (?:-|~|đến|tới) | (?!(?:${COUNTED})(?!\\p{L}))\\p{L}{2})`,
  'uy',
)

/** What follows the unit and belongs to the figure: 1tr2, 45k5, 1 triệu rưỡi, 1 triệu 250 nghìn, 2 tỷ 3, 1tr2xx. */
export function tailAt(text: string, at: number, unit: Unit): Tail {
  const none = { value: 0, end: at, masked: false }
  if (unit.factor < 1e3) return none
  const half = matchAt(HALF, text, at)
  if (half) return { value: unit.factor / 2, end: at + half[0].length, masked: false }
  const mask = matchAt(MASK, text, at)
  if (mask) return { value: 0, end: at + mask[0].length, masked: true }
  const glued = matchAt(GLUED, text, at)
  if (glued)
    return { value: fraction(glued[1] ?? '', glued[2] !== undefined, unit), end: at + glued[0].length, masked: false }
  const smaller = unit.factor >= 1e6 ? matchAt(SMALLER, text, at) : null
  const factor = smaller && units.get(smaller[2] ?? '')?.factor
  if (smaller && factor && factor < unit.factor)
    return { value: Number(smaller[1]) * factor, end: at + smaller[0].length, masked: false }
  const spelled = unit.factor >= 1e5 ? spelledTail(text, at, unit.factor) : null
  if (spelled !== null) return { ...spelled, masked: false }
  const loose = unit.factor >= 1e5 ? matchAt(LOOSE, text, at) : null
  return loose ? { value: fraction(loose[1] ?? '', false, unit), end: at + loose[0].length, masked: false } : none
}

const fraction = (digits: string, thousands: boolean, unit: Unit): number =>
  thousands ? Number(digits) * 1e3 : Math.round((Number(digits) / 10 ** digits.length) * unit.factor)
