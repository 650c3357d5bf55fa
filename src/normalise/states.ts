import type { Availability, Condition } from '../domain.ts'
import { fold } from './fold.ts'

/** Wording (folded) → schema.org short name; the first that matches decides, so negations stand first. */
const AVAILABILITY: readonly (readonly [RegExp, Availability])[] = [
  [/discontinued|ngừng (?:kinh doanh|sản xuất|bán)|ngung (?:kinh doanh|san xuat|ban)/, 'Discontinued'],
  [/pre-?order|pre-?sale|back-?order|đặt trước|dat truoc|hàng order|sắp (?:về|có) hàng/, 'PreOrder'],
  [
    /out ?-?of ?-?stock|sold ?-?out|unavailable|hết hàng|het hang|tạm hết|cháy hàng|đã bán$|không còn hàng|\bhết\b/,
    'OutOfStock',
  ],
  [
    /in ?-?stock|limited ?availability|in ?store ?only|online ?only|available|còn hàng|con hang|sẵn hàng|có sẵn|còn \d+/,
    'InStock',
  ],
]

const CONDITION: readonly (readonly [RegExp, Condition])[] = [
  [/refurbish|renewed|tân trang|tan trang|hàng cpo|likenew refurb/, 'Refurbished'],
  [/damaged|for parts|hỏng|hư hỏng|lỗi nặng|bán xác/, 'Damaged'],
  [/used|second ?-?hand|2nd|2hand|cũ|đã (?:qua )?sử dụng|da (?:qua )?su dung|like ?new|pre-?owned|\bcu\b/, 'Used'],
  [/new|mới|\bmoi\b|nguyên (?:seal|hộp)|chưa (?:qua )?sử dụng/, 'New'],
]

const first = <T>(table: readonly (readonly [RegExp, T])[], text: string | null): T | null => {
  if (text === null) return null
  const { text: folded } = fold(text.slice(0, 200).replace(/^https?:\/\/schema\.org\//i, ''))
  const known = folded.replace(/^chưa (?:qua )?sử dụng/, 'mới')
  return table.find(([pattern]) => pattern.test(known))?.[1] ?? null
}

/** `https://schema.org/InStock`, `in_stock`, `còn hàng` … → InStock and so on; null when the wording is unknown. */
export const availabilityOf = (text: string | null): Availability | null =>
  first(AVAILABILITY, text?.replaceAll('_', ' ') ?? null)

/** `NewCondition`, `Đã qua sử dụng`, `like new` … → New, Used, Refurbished, Damaged; null when the wording is unknown. */
export const conditionOf = (text: string | null): Condition | null =>
  first(CONDITION, text?.replaceAll('_', ' ') ?? null)
