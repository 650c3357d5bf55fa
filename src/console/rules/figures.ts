import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import type { Lang } from '../../i18n/messages.ts'
import { drawn } from '../../report/charts.ts'
import type { RuleMonth, RuleTally } from '../../store/api.ts'
import { vietnamClock } from '../../vietnam-day.ts'
import { number, percent, table } from '../parts.ts'

/** Of those decided, how many stand confirmed, as text; a dash where none was decided. */
export function shareText({ confirmed, dismissed }: Pick<RuleTally, 'confirmed' | 'dismissed'>, lang: Lang): string {
  const decided = confirmed + dismissed
  return decided === 0 ? '–' : consoleRules(lang).shareOf(percent(confirmed / decided, lang), number(decided, lang))
}

const MONTHS = 12

/** The last twelve months of Viet Nam up to this moment, YYYY-MM, oldest first. */
export function lastMonths(now: Date): readonly string[] {
  const here = vietnamClock(now)
  const [year, month] = [here.getUTCFullYear(), here.getUTCMonth()]
  return Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - (MONTHS - 1 - i), 1)).toISOString().slice(0, 7),
  )
}

const shownMonth = (month: string): string => `${month.slice(5)}/${month.slice(0, 4)}`

/** Hits and what officers decided, month by month. */
export function monthsPart(all: readonly RuleMonth[], now: Date, lang: Lang): Markup {
  const t = consoleRules(lang)
  if (all.length === 0) return html`<p class="empty">${t.noHits}</p>`
  const known = new Map(all.map((month) => [month.month, month]))
  const months = lastMonths(now).map(
    (month): RuleMonth => known.get(month) ?? { month, listings: 0, confirmed: 0, dismissed: 0 },
  )
  const columns = months.map(({ month, listings }) => ({
    label: shownMonth(month),
    parts: [{ name: 'hits', n: listings }],
  }))
  const rows = [...months]
    .reverse()
    .filter(({ month }) => known.has(month))
    .map(
      (month) =>
        html`<tr><th scope="row">${shownMonth(month.month)}</th><td class="number">${number(month.listings, lang)}</td><td class="number">${number(month.confirmed, lang)}</td><td class="number">${number(month.dismissed, lang)}</td><td class="number">${shareText(month, lang)}</td></tr>`,
    )
  const heads = [t.month, { number: t.listings }, { number: t.confirmed }, { number: t.dismissed }, { number: t.share }]
  return html`${drawn({ id: 'months', title: t.months, columns, legend: [] }, (n) => number(n, lang))}${table(t.history, heads, rows)}<p class="fine">${t.shareHint}</p>`
}
