import { isoCode } from './currencies.ts'
import { fold } from './fold.ts'
import type { MoneyOptions, ParsedMoney } from './money.ts'
import { type Figure, figuresIn } from './vnd-figures.ts'
import { FREE_AFTER } from './vnd-units.ts'

/** Words right before a figure: not the price, the former price, the price now, a price at all. */
const NOT_PRICE =
  /(?:ship|phí|cước|vận chuyển|cọc|giảm(?: giá)?|bớt|tặng|voucher|hoàn|trợ giá|tiết kiệm|đơn (?:từ|trên)|đơn hàng|thưởng|đền|phạt|mã|hơn|chênh|lệch)(?: (?:từ|tới|đến|ngay|thêm|trước|là|tiền|\d+%))?[\s:>=]*$/u
const FORMER = /(?:gốc|cũ|niêm yết|thị trường|nguyên giá|giá hãng|giá bìa|was|trước đây|mua)[\s:(]*(?:là )?$/u
const NOW = /(?:còn|chỉ|nay|now|sale|km|khuyến mãi|ưu đãi|xuống|->|=>|→|⇒|➜)(?: giá| là| còn| có)?[\s:]*$/u
const PRICE = /(?:giá|từ|chỉ|còn|bán|sale|sỉ|lẻ|gia|price|only|from|tầm|khoảng|tổng|dưới|nguyên)[\s:]*$/u
export const BETWEEN = /^ ?(?:-|~|đến|den|tới|toi) ?(?:(?:₫|đ|vnđ|vnd) ?)?$/u

/** Dong in Vietnamese notation; null when the text names no such price. */
export function vndMoney(text: string, options: MoneyOptions): ParsedMoney | null {
  const folded = repaired(fold(text.replace(/\d[\u0335-\u0338]|~~[^~]{1,40}~~/g, ' ')).text)
  const hint = options.currency == null ? null : hintOf(options.currency)
  const local = hint === 'VND' || (hint === null && options.assume === 'VND')
  if (hint !== null && hint !== 'VND' && !/[đ₫]|vnd|nghìn|triệu/.test(folded)) return null
  if (local && /^\W*(?:miễn phí|mien phi|free|0 ?đ)\W*$/u.test(folded))
    return { amount: 0, max: null, currency: 'VND', text: text.trim() }
  const figures = shared(folded, figuresIn(folded), hint === null)
  const usable = usableOf(folded, figures, local)
  const chosen = chosenOf(folded, usable)
  if (!chosen) return null
  const upper = usable[usable.indexOf(chosen) + 1]
  const ranged = upper && BETWEEN.test(folded.slice(chosen.to, upper.from)) ? upper.value : null
  return { ...ordered(chosen.value, ranged), currency: 'VND', text: text.trim() }
}

const hintOf = (hint: string): string => (/[đ₫]|vnd|vnđ/i.test(hint) ? 'VND' : (isoCode(hint) ?? hint))

/** The letter O among digits is a zero, a leading l a one: 19Ok, l99k. Same length. */
export const repaired = (folded: string): string =>
  folded
    .replace(/\d[\d.,]{0,15}o[\do.,]{0,15}(?=$| ?(?:k|tr|đ|₫|ng)|[^\p{L}\d])/gu, (digits) =>
      digits.replaceAll('o', '0'),
    )
    .replace(/(?<![\p{L}\d])l(?=\d{2})/gu, '1')

/** In `99-199k` the first figure has the unit of the second; with `thousands`, small bare figures are thousands. */
export function shared(text: string, figures: readonly Figure[], thousands: boolean): Figure[] {
  return figures.map((figure, i) => {
    const next = figures[i + 1]
    if (figure.unit !== null || figure.value === null || figure.kind !== 'bare') return figure
    if (
      next?.unit &&
      next.unit.factor > 1 &&
      BETWEEN.test(text.slice(figure.to, next.from)) &&
      figure.number <= next.number * 10
    )
      return { ...figure, value: Math.round(figure.number * next.unit.factor), kind: next.kind }
    const small = thousands && figure.value >= 10 && figure.value < 1000 && Number.isInteger(figure.number)
    const said =
      thousands && /^(?:[1-9]\d{3}|[1-4]\.\d{3})$/.test(text.slice(figure.from, figure.to)) && isSaid(text, figure)
    return small || said ? { ...figure, value: figure.value * 1000 } : figure
  })
}

/** `giá 1450`, `giá 2.350`: four digits after the word price are thousands too, but for years, dong written out and rates. */
const isSaid = (text: string, { from, to, value }: Figure): boolean =>
  !/^(?:19|20)\d\d$/.test(String(value)) &&
  /(?<!\p{L})(?<!t[ỉỷiy] )gi[áa](?: \p{L}+){0,2}[\s:]*$/u.test(text.slice(Math.max(0, from - 20), from)) &&
  !/^\s?(?:đ|₫|vn|\d|\/)/u.test(text.slice(to, to + 4)) &&
  (!text.slice(from, to).includes('.') || FREE_AFTER.test(text.slice(to, to + 16)))

function usableOf(text: string, figures: readonly Figure[], local: boolean): readonly Figure[] {
  const sure = figures.filter((f) => f.kind === 'sure' && !NOT_PRICE.test(text.slice(Math.max(0, f.from - 30), f.from)))
  if (sure.length > 0) return sure
  const weak = figures.filter((f) => f.kind === 'weak' && isPriced(text, f))
  if (weak.length > 0) return weak
  const masked = figures.filter((f) => f.kind === 'bare' && f.value === null && isPriced(text, f))
  return masked.length > 0 || !local ? masked : figures.filter((f) => f.kind === 'bare' && isBarePrice(text, f))
}

const isPriced = (text: string, { from }: Figure): boolean => {
  const before = text.slice(Math.max(0, from - 30), from)
  return (
    /^[\s(]*$/.test(text.slice(0, from)) ||
    (PRICE.test(before) && !NOT_PRICE.test(before)) ||
    BETWEEN.test(before.slice(-3))
  )
}

/** A bare number is a price when it is grouped like one, or starts the text, or follows a price word; no phone, year or rate. */
function isBarePrice(text: string, figure: Figure): boolean {
  const printed = text.slice(figure.from, figure.to)
  const next = text.charAt(figure.to)
  if (/^0\d{7,}/.test(printed.replace(/[.,\s]/g, '')) || (/^(?:19|20)\d\d$/.test(printed) && printed !== '2000'))
    return false
  if (!Number.isInteger(figure.number) && figure.number < 1000) return false
  if (/[:\p{L}]/u.test(next) || /^\/\d/.test(text.slice(figure.to))) return false
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(printed) && (figure.value ?? 0) >= 1000
  const rest = text.slice(figure.to).trim()
  const whole = rest === '' || /^[/\-~+(,]/.test(rest)
  return grouped
    ? !NOT_PRICE.test(text.slice(Math.max(0, figure.from - 30), figure.from))
    : isPriced(text, figure) && whole
}

function chosenOf(text: string, usable: readonly Figure[]): Figure | undefined {
  const before = (f: Figure, i: number): string => text.slice(Math.max(usable[i - 1]?.to ?? 0, f.from - 30), f.from)
  const now = usable.find((f, i) => i > 0 && NOW.test(before(f, i)) && (usable[i - 1]?.value ?? 0) > (f.value ?? 0))
  return now ?? usable.find((f, i) => !FORMER.test(before(f, i))) ?? usable[0]
}

const ordered = (a: number | null, b: number | null): { amount: number | null; max: number | null } =>
  a !== null && b !== null && b !== a ? { amount: Math.min(a, b), max: Math.max(a, b) } : { amount: a, max: null }
