import { checkLines } from '../../i18n/check-lines.ts'
import type { ReportText } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import { registryMessages } from '../../i18n/registry.ts'
import type { TimelinePoint } from '../../store/api.ts'
import type { PackItem } from '../../store/item.ts'
import type { CustodyLine } from '../custody.ts'
import { html, type Markup, shown } from './markup.ts'
import { shortMoment } from './time.ts'

/** What was asked outside the listing before it was judged, each answer with its source and the day it speaks of. */
export function checked({ checks }: PackItem, lang: Lang, t: ReportText): Markup | null {
  const lines = checks ? checkLines(checks, lang) : []
  if (!lines.length) return null
  return html`<h3>${registryMessages(lang).checks}</h3><dl>${lines.map(
    ([label, value]) => html`<dt>${label}</dt><dd>${shown(value)}</dd>`,
  )}</dl><p class="note">${t.checksNote}</p>`
}

/** Every time the store saw this listing, so that a change of words or price shows. */
export function seenBefore(item: PackItem, timeline: readonly TimelinePoint[], t: ReportText): Markup | null {
  if (timeline.length < 2) return null
  const rows = timeline.map(
    ({ id, at, title, priceText, score, band }) =>
      html`<tr><td class="number">${id === item.id ? html`<b>${id}</b>` : id}</td><td class="short">${shortMoment(at)}</td><td>${shown(title)}</td><td>${shown(priceText ?? t.notStated)}</td><td class="short">${t.bands[band]} ${score}</td></tr>
`,
  )
  const c = t.timelineColumns
  return html`<h3>${t.timeline}</h3><table><tr><th class="number">${c.sighting}</th><th class="short">${c.at}</th><th>${c.title}</th><th>${c.price}</th><th class="short">${c.signs}</th></tr>
${rows}</table>`
}

/** What was done with this sighting, by whom, as the ledger has it. */
export function custodyLog(lines: readonly CustodyLine[], t: ReportText): Markup {
  const rows = lines.map(
    ({ seq, at, actor, action, said }) =>
      html`<tr><td class="number">${seq}</td><td class="short">${shortMoment(at)}</td><td>${shown(actor)}</td><td>${shown(Object.hasOwn(t.actions, action) ? (t.actions[action] ?? action) : action)}${said === null ? null : html`: ${shown(said)}`}</td></tr>
`,
  )
  const c = t.custodyColumns
  return html`<h3>${t.custody}</h3>${lines.length ? null : html`<p>${t.noCustody}</p>`}<table><tr><th class="number">${c.entry}</th><th class="short">${c.at}</th><th>${c.who}</th><th>${c.what}</th></tr>
${rows}</table>`
}
