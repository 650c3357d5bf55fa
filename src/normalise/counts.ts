import { fold } from './fold.ts'

/** Words that multiply: nghìn, ngàn and k are 1,000, triệu and tr are 1,000,000. */
const UNITS: Readonly<Record<string, number>> = { k: 1e3, nghìn: 1e3, ngàn: 1e3, n: 1e3, tr: 1e6, triệu: 1e6, m: 1e6 }

/** “Đã bán 1,2k”, “12.345 đánh giá”, “5k+”, “3 nghìn” → a whole number; null where no number is printed. */
export function countOf(text: string | null): number | null {
  if (text === null) return null
  const [, figures = '', unit] =
    /(\d{1,12}(?:[.,]\d{1,3}){0,4})\s?(k|nghìn|ngàn|n|tr|triệu|m)?(?!\p{L})/u.exec(fold(text.slice(0, 200)).text) ?? []
  if (figures === '') return null
  const factor = UNITS[unit ?? ''] ?? 1
  // With a unit the separator stands before decimals (1,2k); without one, and before three digits, between thousands.
  const grouped = factor === 1 || /^\d{1,3}([.,]\d{3}){2,}$/.test(figures)
  const value = grouped ? Number(figures.replace(/[.,]/g, '')) : Number(figures.replace(',', '.')) * factor
  return Number.isFinite(value) ? Math.round(value) : null
}

/** “4.8”, “4,8/5”, “4.8 trên 5” → 4.8; null outside 0–5: another scale is not guessed. */
export function ratingOf(text: string | null): number | null {
  const printed = text === null ? undefined : /\d{1,3}(?:[.,]\d{1,16})?/.exec(text)?.[0]
  const value = printed === undefined ? Number.NaN : Number(printed.replace(',', '.'))
  return value >= 0 && value <= 5 ? Math.round(value * 100) / 100 : null
}
