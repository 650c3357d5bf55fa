import { BadInput } from '../errors.ts'
import { html, type Markup } from '../evidence/report/markup.ts'
import { reportMessages } from '../i18n/report.ts'
import { PRESETS, type Preset } from '../report/period.ts'
import { presetAt, presetsNow } from '../report/presets.ts'
import { wishedReport } from '../report/wish.ts'
import type { SignedAsk } from './ask.ts'

const typed = (ask: SignedAsk, name: string): string => ask.url.searchParams.get(name)?.trim() ?? ''

/** The same kind of period just before and just after the one that is shown; nothing where that is no preset. */
function steps(kind: Preset, name: string, ask: SignedAsk): Markup | null {
  const t = reportMessages(ask.lang)
  const span = (() => {
    try {
      return wishedReport({ [kind]: name }).period.span
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      return null // the page says what is wrong with it
    }
  })()
  if (!span) return null
  const link = (at: number, key: string, rel: string, text: string) =>
    html`<a href="/reports?${kind}=${presetAt(kind, new Date(at))}" rel="${rel}" data-key="${key}">${text}</a> `
  return html`<span class="line">${link(Date.parse(span.from) - 1, '[', 'prev', `← ${t.stepBefore}`)}${link(Date.parse(span.to), ']', 'next', `${t.stepAfter} →`)}</span>`
}

/** Periods of now in one click; any other by its days, with a name for a campaign and the moment up to which records count. */
export function reportForm(ask: SignedAsk): Markup {
  const t = reportMessages(ask.lang)
  const kind = PRESETS.find((each) => typed(ask, each))
  const none = kind === undefined && !typed(ask, 'from') && !typed(ask, 'to')
  const [shownKind, shownName] = kind
    ? [kind, typed(ask, kind)]
    : (['month', presetAt('month', ask.world.now())] as const)
  const now = presetsNow(ask.world.now()).map(
    ({ kind: each, name }) =>
      html`<a href="/reports?${each}=${name}"${(kind || none) && each === shownKind && name === shownName ? html` aria-current="page"` : null}>${t.now[each]}</a> `,
  )
  const field = (name: string, label: string, type: 'date' | 'text', most = 20) =>
    html`<label>${label}<input type="${type}" name="${name}" value="${typed(ask, name)}" maxlength="${most}" autocomplete="off"></label>`
  return html`<nav class="tabs" aria-label="${t.periods}">${now}${kind || none ? steps(shownKind, shownName, ask) : null}</nav>
<form method="get" action="/reports" class="filter">${field('from', t.fields.from, 'date')}${field('to', t.fields.to, 'date')}${field('title', t.fields.title, 'text', 80)}${field('as_of', t.fields.asOf, 'text', 40)}<div class="buttons"><button class="main">${t.show}</button></div></form>`
}
