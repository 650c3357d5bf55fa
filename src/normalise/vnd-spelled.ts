/** Numbers written as words before and after a unit of money: mười hai triệu, hai triệu tư, ba trăm năm chục. Folded text. */

const DIGITS: ReadonlyMap<string, number> = new Map(
  [
    ['một', 'mốt'],
    ['hai'],
    ['ba'],
    ['bốn', 'tư'],
    ['năm', 'lăm', 'nhăm'],
    ['sáu'],
    ['bảy', 'bẩy'],
    ['tám'],
    ['chín'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)
const DIGIT = [...DIGITS.keys()].join('|')

/** A number of one to ninety-nine in words; `nửa` is a half. Source of a pattern. */
export const SPELLED_NUMBER = `(?:mười|(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi)(?: (?:${DIGIT}))?|${DIGIT}|nửa`

/** Its value; null for what is none. */
export function spelledNumber(printed: string): number | null {
  if (printed === 'nửa') return 0.5
  const [first = '', second, third] = printed.split(' ')
  if (first === 'mười') return 10 + (DIGITS.get(second ?? '') ?? 0)
  const digit = DIGITS.get(first)
  if (digit === undefined) return null
  return second === 'mươi' ? digit * 10 + (DIGITS.get(third ?? '') ?? 0) : digit
}

/** Goods that are counted after the price: `một triệu hai cái` is one million for two. */
const COUNTED = 'cái|chiếc|con|bộ|đôi|hộp|gói|chai|lọ|hũ|cây|kg|ký|người|em|bé|thùng|túi|bịch|tháng|ngày|năm|lít|mét'
const TAIL = new RegExp(
  ` (${DIGIT})(?: (trăm|chục|mươi))?(?: (?:nghìn|ngàn|k))?(?!\\p{L})(?! (?:${COUNTED})(?!\\p{L}))`,
  'uy',
)

/**
 * What follows a unit in words and belongs to the figure; null where nothing does.
 * @param factor dong in one of the unit; the digit counts tenths of it: `hai triệu tư`, `ba trăm năm chục`
 */
export function spelledTail(
  text: string,
  at: number,
  factor: number,
): { readonly value: number; readonly end: number } | null {
  TAIL.lastIndex = at
  const found = TAIL.exec(text)
  const digit = DIGITS.get(found?.[1] ?? '')
  if (found === null || digit === undefined) return null
  const tens = found[2] === 'chục' || found[2] === 'mươi'
  if (tens && factor !== 1e5) return null // `hai triệu năm mươi` may be anything
  return { value: (digit * factor) / 10, end: at + found[0].length }
}
