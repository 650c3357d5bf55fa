import { vndMoney } from './vnd-money.ts'
import { printedSign, worldMoney } from './world-money.ts'

export { priceInPost } from './post-price.ts'

export interface ParsedMoney {
  /** What is asked now: integer dong for VND, major units otherwise; null when the figure is masked (`1xx`). */
  readonly amount: number | null
  /** Upper end of a range; null when one figure is asked. */
  readonly max: number | null
  /** ISO 4217; null when the text and the hints do not say. */
  readonly currency: string | null
  /** As printed. */
  readonly text: string
}

export interface MoneyOptions {
  /** ISO code, sign or text that is printed beside the price. */
  readonly currency?: string | null
  /** Currency of a bare number. With `VND`, bare figures of two and three digits are thousands, as shops write them. */
  readonly assume?: 'VND' | null
  /** Decimal separator, where the page states its locale. */
  readonly decimal?: string
}

/** Longer texts are no price field. */
const LONGEST = 400

/** Reads a price field; null when it names no price (`liên hệ`, `ib`, empty). */
export function parseMoney(text: string, options: MoneyOptions = {}): ParsedMoney | null {
  const printed = text.slice(0, LONGEST)
  const dong = vndMoney(printed, options)
  if (dong) return dong
  const found = worldMoney(printed, options)
  const refused = options.assume === 'VND' || found?.currency === 'VND' || DONG_UNIT.test(printed)
  return found && refused && (found.currency === null || found.currency === 'VND') ? null : found
}

/** Figures in thousands and millions that were no price in dong (`ship 30k`) are no price in another currency either. */
const DONG_UNIT = /\d\s?(?:k|tr|triệu|nghìn|ngàn)(?!\p{L})/iu

/** The currency sign or code as printed, from the price or else from the hint. */
export const printedCurrency = (text: string | null, hint: string | null = null): string | null =>
  printedSign(text, hint)
