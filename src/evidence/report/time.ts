import type { Instant } from '../../domain.ts'
import type { ReportText } from '../../i18n/evidence.ts'
import { html, type Markup } from './markup.ts'

const VIETNAM = 7 * 3600_000
const stamp = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').replace('Z', '')

/** The same moment in Vietnam and in UTC; Vietnam keeps UTC+7 all year. What is no time is shown as it is. */
export function moment(at: Instant, t: ReportText): Markup {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return html`${at}`
  const [date = '', clock = ''] = stamp(ms + VIETNAM).split(' ')
  const local = `${date.split('-').reverse().join('/')} ${clock.slice(0, 8)}`
  return html`${local} (${t.vietnamTime}, Asia/Ho_Chi_Minh)<br>${stamp(ms)} UTC`
}

/** In a table: Vietnam's time alone, to the second. */
export function shortMoment(at: Instant): string {
  const ms = Date.parse(at)
  if (Number.isNaN(ms)) return at
  const [date = '', clock = ''] = stamp(ms + VIETNAM).split(' ')
  return `${date.split('-').reverse().join('/')} ${clock.slice(0, 8)}`
}
