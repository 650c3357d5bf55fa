import type { ParsedMoney } from './money.ts'
import { parseMoney } from './money.ts'

/** Words that make the rest of a line a price. */
const PRICED =
  /(?<!\p{L})(?:giá|gia|price|bán|pass|thanh lý|tl|sale|chỉ còn|chỉ|còn|đồng giá|sỉ|lẻ|combo|fix)(?!\p{L})/iu
/** Figures with a unit of money. */
const FIGURE =
  /\d[\d.,]{0,14}\s?(?:k|tr|triệu|củ|nghìn|ngàn|đ|₫|vnđ|vnd|đồng|xị)(?!\p{L})|[₫$]\s?\d|\d\s?(?:usd|tệ|¥)/iu
const LONGEST_POST = 20_000

/** The price a post asks: the first line that prices something, a line with a price word first; null when there is none. */
export function priceInPost(text: string): ParsedMoney | null {
  const lines = text
    .slice(0, LONGEST_POST)
    .split(/[\n\r]+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((line) => line.trim() !== '')
  const priced = lines.filter((line) => FIGURE.test(line))
  const ordered = [
    ...priced.filter((line) => PRICED.test(line)),
    ...priced.filter((line) => !PRICED.test(line)),
    ...lines.filter((l) => PRICED.test(l)),
  ]
  for (const line of ordered) {
    const found = parseMoney(trimmed(line), { assume: 'VND' })
    if (found && (found.amount === null || found.amount > 0)) return found
  }
  return null
}

/** Phones and what follows a shipping word say nothing about the price. */
const trimmed = (line: string): string => line.replace(/(?<!\d)\(?0\d(?:[\s.]?\d){8,9}(?!\d)/g, ' ').trim()
