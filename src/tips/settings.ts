import { BadInput } from '../errors.ts'
import type { TipKind, Tips } from '../store/console/tip-api.ts'

export interface TipSettings {
  /** The public form is open. */
  readonly isPublic: boolean
  /** Days in which a tip of each kind is to be dealt with, counted from when it came in. */
  readonly dueDays: Readonly<Record<TipKind, number>>
  /** Days after a tip is closed in which the tipster's name and contact are kept. */
  readonly keepDays: number
}

/** Starting values of the office's own rule; no law is meant. */
const DEFAULTS: TipSettings = { isPublic: false, dueDays: { seller: 7, 'official-conduct': 7 }, keepDays: 365 }
const MOST_DAYS = 3_660

const number = (text: string | null, otherwise: number): number => (text === null ? otherwise : Number(text))

export const tipSettings = (tips: Tips): TipSettings => ({
  isPublic: (tips.setting('public') ?? 'no') === 'yes',
  dueDays: {
    seller: number(tips.setting('due-seller'), DEFAULTS.dueDays.seller),
    'official-conduct': number(tips.setting('due-official-conduct'), DEFAULTS.dueDays['official-conduct']),
  },
  keepDays: number(tips.setting('keep'), DEFAULTS.keepDays),
})

/** A whole number of days from 1 to ten years. BadInput. */
export function daysOf(text: string): number {
  const days = Number(text)
  if (!/^\d{1,4}$/.test(text.trim()) || days < 1 || days > MOST_DAYS)
    throw new BadInput(`${text.slice(0, 40)} is no number of days: give one from 1 to ${MOST_DAYS}`)
  return days
}

export function keepTipSettings(tips: Tips, { isPublic, dueDays, keepDays }: TipSettings): void {
  tips.setSetting('public', isPublic ? 'yes' : 'no')
  tips.setSetting('due-seller', String(dueDays.seller))
  tips.setSetting('due-official-conduct', String(dueDays['official-conduct']))
  tips.setSetting('keep', String(keepDays))
}
