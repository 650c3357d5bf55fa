import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import type { Tip, TipEntry } from '../store/console/tip-api.ts'
import { broken } from '../tips/desk.ts'
import type { Sameness } from '../tips/same.ts'
import { statusOf } from '../tips/work.ts'
import type { SignedAsk } from './ask.ts'
import { notice } from './layout.ts'
import { moment } from './parts.ts'
import { deskOf } from './tip-parts.ts'

type Body = Readonly<Record<string, unknown>>
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** What one entry says beside its name. */
function details({ action }: TipEntry, body: Body, ask: SignedAsk): Markup | null {
  const t = consoleTips(ask.lang)
  const note = text(body['note'])
  if (action === 'status')
    return html`${t.statuses[statusOf(text(body['to']))]}${note ? html`: <span class="note">${shown(note)}</span>` : null}`
  if (action === 'note') return html`<span class="note">${shown(note)}</span>`
  if (action === 'assign') return body['to'] ? shown(text(body['to'])) : html`${t.nobody}`
  if (action === 'due') return moment(text(body['to']), ask.lang)
  if (action === 'merge') return html`#${text(body['into'])} (${t.because[text(body['because']) as Sameness]})`
  if (action === 'unmerge') return html`#${text(body['from'])}`
  if (action === 'check') return html`<a href="/sweeps/${text(body['sweep'])}">#${text(body['sweep'])}</a>`
  if (action === 'case') return html`<a href="/cases/${text(body['case'])}">#${text(body['case'])}</a>`
  return action === 'exclude' ? shown(text(body['account'])) : null
}

export async function historyPart(tip: Tip, ask: SignedAsk): Promise<Markup> {
  const t = consoleTips(ask.lang)
  const items = ask.world.console.tips.history(tip.id).map((entry) => {
    const body = JSON.parse(entry.body) as Body
    return html`<li><p>${t.actions[entry.action]} ${details(entry, body, ask)}</p><p class="soft">${t.who[entry.actor] ?? shown(entry.actor)} · ${moment(entry.at, ask.lang)} · <span class="hash" title="${entry.hash}">${entry.hash.slice(0, 12)}</span></p></li>`
  })
  const wrong = await broken(deskOf(ask), tip.id)
  const proof = wrong.length
    ? notice(t.historyBroken(wrong.map(({ hash }) => hash.slice(0, 12)).join(', ')))
    : html`<p class="fine">${t.historyHint} ${t.historyWhole}</p>`
  return html`<section class="card" id="history"><h2>${t.history}</h2>${proof}<ol class="decisions">${items}</ol></section>`
}
