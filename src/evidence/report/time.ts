import type { Instant } from '../../domain.ts'
import type { ReportText } from '../../i18n/evidence.ts'
import { vietnamClock } from '../../vietnam-day.ts'
import { html, type Markup } from './markup.ts'

const stamp = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '')

/** The same moment in Vietnam and in UTC; Vietnam keeps UTC+7 all year. What is no time is shown as it is. */
export function moment(at: Instant, t: ReportText): Markup {
  if (Number.isNaN(Date.parse(at))) return html`${at}`
  const [date = '', clock = ''] = stamp(vietnamClock(at)).split(' ')
  const local = `${date.split('-').reverse().join('/')} ${clock.slice(0, 8)}`
  return html`${local} (${t.vietnamTime}, Asia/Ho_Chi_Minh)<br>${stamp(new Date(at))} UTC`
}

/** In a table: Vietnam's time alone, to the second. */
export function shortMoment(at: Instant): string {
  if (Number.isNaN(Date.parse(at))) return at
  const [date = '', clock = ''] = stamp(vietnamClock(at)).split(' ')
  return `${date.split('-').reverse().join('/')} ${clock.slice(0, 8)}`
}
