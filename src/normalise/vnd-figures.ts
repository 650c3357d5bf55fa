import { parseNumber } from './numbers.ts'
import { SPELLED_NUMBER, spelledNumber } from './vnd-spelled.ts'
import { afterDong, tailAt, type Unit, unitAt } from './vnd-units.ts'

/** One figure that may be a price in dong. */
export interface Figure {
  readonly from: number
  readonly to: number
  /** Dong; null when masked. */
  readonly value: number | null
  /** sure: a unit of money; weak: slang that is also a measure; bare: a number alone. */
  readonly kind: 'sure' | 'weak' | 'bare'
  /** The number without its unit, and the unit, for ranges that share it (99-199k). */
  readonly number: number
  readonly unit: Unit | null
}

const FIGURE = new RegExp(
  [
    /\d{1,3}(?: \d{3}){1,4}(?![\d.,]*\d)(?= ?(?:đ|₫|vn|$))/u.source,
    /(?<![\d.,] ?)\d(?:(?: \d){2,5}|(?:\.\d){2,5})(?= ?(?:k|nghìn|ngàn|đ|₫)(?!\p{L}))/u.source, // 1 4 5 k, 3.9.9k
    /\d(?:[\d.,]*\d)?/u.source,
    `(?<![\\p{L}\\d])(?:${SPELLED_NUMBER})(?= (?:triệu|trăm|tỷ|tỉ|củ|xị|nghìn|ngàn|chục|lít)(?!\\p{L}))`,
    '(?<![\\p{L}\\d] ?)(?:)(?=(?:triệu|củ|trăm|tỷ) (?:rưỡi|rưởi))',
  ].join('|'),
  'gu',
)
const MASK = /[.,]?[x?*]{1,3}(?![\p{L}\d])|[.,]?[x?*]{1,3}(?= ?(?:k|tr|triệu|củ|đ|nghìn)(?!\p{L}))/uy
/** Foreign money, shares, measures, times and ratios. */
const OTHER_AFTER =
  /^(?: ?[-~] ?\d[\d.,]{0,12})? ?(?:%|°|[$€£¥₩]|:\d|phần trăm|phan tram|chấm|(?:usdt?|đô|do la|tệ|te|won|yên|yen|eur|euro|baht|rmb|nhân dân tệ|ml|g|gr|gram|kg|mg|cm|mm|km|m2|m3|cc|gb|tb|mah|w|kw|v|hz|inch|in|hp|x|xl|xxl|h|giờ|phút|ngày|tháng|năm|tuổi|cái|chiếc|con|bộ|đôi|hộp|gói|viên|túi|bịch|lon|cây|ly|size|sp|người)(?!\p{L}))/u
const OTHER_BEFORE = /[$€£¥₩#]\s?$|(?:us|size|sz|iphone|ip|model|mã|ms|số|hotline|zalo|sđt|đt|lh|tel|lúc|ngày)[:. ]*$/u
const DONG_BEFORE = /(?:₫|(?<!\p{L})(?:đ|vnđ|vnd)) ?$/u

/** Every figure of the folded text that may be money in dong, in order. */
export function figuresIn(text: string): readonly Figure[] {
  const found: Figure[] = []
  let after = 0
  for (const { 0: printed, index } of text.matchAll(FIGURE)) {
    if (index < after || printed.length > 24) continue
    const figure = figureAt(text, index, printed)
    if (figure === null) continue
    found.push(figure)
    after = figure.to
  }
  return found
}

function figureAt(text: string, from: number, printed: string): Figure | null {
  const before = text.slice(Math.max(0, from - 10), from)
  const mask = maskLength(text, from + printed.length)
  const end = from + printed.length + mask
  const dong = DONG_BEFORE.test(before)
  const found = unitAt(text, end) ?? (printed === '' ? unitAt(text, end - 1) : null)
  const unit = found && !isShortDong(found.word, printed) ? found : null
  const number = numberOf(printed, unit?.unit.decimal === true)
  if (number === null || (!dong && (OTHER_BEFORE.test(before) || isInWord(before, unit !== null)))) return null
  if (unit === null) {
    if (OTHER_AFTER.test(text.slice(end, end + 28)) && !dong) return null
    return {
      from,
      to: end,
      value: mask > 0 ? null : Math.round(number),
      kind: dong ? 'sure' : 'bare',
      number,
      unit: null,
    }
  }
  const tail = tailAt(text, unit.end, unit.unit)
  const value = mask > 0 || tail.masked ? null : Math.round(number * unit.unit.factor) + tail.value
  const to = afterDong(text, tail.end)
  return {
    from,
    to,
    value,
    kind: unit.unit.sure || dong || to > tail.end || printed === '' ? 'sure' : 'weak',
    number,
    unit: unit.unit,
  }
}

function maskLength(text: string, at: number): number {
  MASK.lastIndex = at
  return MASK.exec(text)?.[0].length ?? 0
}

/** `199.000d` is dong; `38d` is not. */
const isShortDong = (word: string, printed: string): boolean => word === 'd' && !/[.,]\d{3}$/.test(printed)

function numberOf(printed: string, decimal: boolean): number | null {
  if (printed === '') return 1
  const spelled = spelledNumber(printed)
  if (spelled !== null) return spelled
  if (/^\d(?:([ .])\d(?:\1\d)+)$/.test(printed)) return Number(printed.replace(/\D/g, ''))
  const single = decimal && /^\d+[.,]\d+$/.test(printed)
  return parseNumber(printed, single ? { decimal: printed.includes('.') ? '.' : ',' } : {})
}

/** `n95`, `a4`: a number glued to a word is a code, unless a unit of money follows it or a price word stands before. */
const isInWord = (before: string, hasUnit: boolean): boolean =>
  /\p{L}$/u.test(before) && !(hasUnit && /(?<!\p{L})\p{L}{2,}$/u.test(before)) && !/giá$/.test(before)
