import type { Band, Category } from '../domain.ts'
import type { Lang } from '../i18n/messages.ts'
import { terms } from '../i18n/terms.ts'

/** What is said, one line of a terminal each. */
export type Lines = readonly string[]

export const number = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 }).format(value)
export const percent = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value)
export const bandName = (band: Band, lang: Lang): string => terms(lang).band[band]
export const categoryName = (id: Category, lang: Lang): string => terms(lang).category[id]
