import { BadInput } from '../errors.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import type { Lang } from '../i18n/messages.ts'
import { provinceOf } from '../normalise/provinces.ts'
import type { Case, CaseChange } from '../store/api.ts'

/** A case's changes with its province as it is named since 1 July 2025; BadInput where the text names none. */
export const withProvince = (changes: readonly CaseChange[], lang: Lang): readonly CaseChange[] =>
  changes.map(({ field, value }) => {
    if (field !== 'province' || value === null || value.trim() === '') return { field, value }
    const province = provinceOf(value)
    if (province === null) throw new BadInput(caseworkMessages(lang).badProvince(value))
    return { field, value: province }
  })

/** Past its deadline on that day of Viet Nam (YYYY-MM-DD), and not closed. */
export const isOverdue = ({ due, status }: Pick<Case, 'due' | 'status'>, day: string): boolean =>
  due !== null && status !== 'closed' && due < day
