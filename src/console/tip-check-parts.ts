import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleTips } from '../i18n/console-tips.ts'
import { consoleWork } from '../i18n/console-work.ts'
import { saidIn } from '../i18n/said.ts'
import type { StoredItem } from '../store/api.ts'
import type { Tip } from '../store/console/tip-api.ts'
import type { SignedAsk } from './ask.ts'
import { caseOptions } from './case-choice.ts'
import { csrfField, notice } from './layout.ts'
import { bandBadge, moment } from './parts.ts'

function stateOf(tip: Tip, ask: SignedAsk): Markup | null {
  const t = consoleTips(ask.lang)
  const state = ask.world.tipChecks.state(tip.id)
  if (state === null) return null
  if (state.kind === 'failed')
    return notice(`${t.checkFailed} ${state.message === null ? '' : saidIn(ask.lang, state.message)}`)
  const said = state.kind === 'waiting' ? t.checkWaits : t.checking
  const line = state.kind === 'running' && state.line !== null ? html`<p class="fine">${shown(state.line)}</p>` : null
  return html`<p role="status">${said}… <a href="/tips/${tip.number}" data-key="r">${t.reload} (r)</a></p><progress aria-label="${said}"></progress>${line}`
}

const seenLine = ({ id, listing, assessment, at }: StoredItem, ask: SignedAsk): Markup =>
  html`<li data-row><a href="/listings/${id}" data-open>${shown(listing.title)}</a> ${bandBadge(assessment.band, assessment.score, ask.lang)} <span class="soft">${shown(listing.site)} · ${moment(at, ask.lang)}</span></li>`

async function seen(tip: Tip, ask: SignedAsk): Promise<Markup> {
  const t = consoleTips(ask.lang)
  const ids = ask.world.console.tips.sightings(tip.id)
  if (ids.length === 0) return html`<p class="soft">${t.noSightings}</p>`
  const items = await Promise.all(ids.map(async (id) => (await ask.world.store.sightings.get(id)).item))
  return html`<h3>${t.sightings}</h3><ul class="plain-list">${items.map((item) => seenLine(item, ask))}</ul>`
}

/** What was seen of a tip's address, and the key that looks (again). */
export async function checkPart(tip: Tip, ask: SignedAsk): Promise<Markup> {
  const t = consoleTips(ask.lang)
  const state = ask.world.tipChecks.state(tip.id)
  const running = state?.kind === 'running' || state?.kind === 'waiting'
  const again = ask.world.console.tips.sightings(tip.id).length > 0
  const form = html`<form method="post" action="/tips/${tip.number}/check">${csrfField(ask)}<p class="fine">${t.checkHint}</p><button class="main" data-key="c">${again ? t.checkAgain : t.check} (c)</button></form>`
  return html`<section class="card" id="check"><h2>${t.checkTitle}</h2>${stateOf(tip, ask)}${await seen(tip, ask)}${tip.url === null ? html`<p class="soft">${t.noAddress}</p>` : running ? null : form}</section>`
}

/** The cases a tip is in, and the form that puts it into one. */
export async function casePart(tip: Tip, ask: SignedAsk): Promise<Markup> {
  const t = consoleTips(ask.lang)
  const work = consoleWork(ask.lang)
  const all = await ask.world.store.cases.list()
  const own = ask.world.console.tips.cases(tip.id)
  const links = all
    .filter(({ id }) => own.includes(id))
    .map(({ id, title }) => html`<li><a href="/cases/${id}">#${id} ${shown(title)}</a></li>`)
  return html`<section class="card" id="cases"><h2>${t.inCases}</h2>${links.length ? html`<ul>${links}</ul>` : null}<details class="verdict"><summary data-key="a">${t.addToCase} (a)</summary><form method="post" action="/tips/${tip.number}/case" class="stack">${csrfField(ask)}<label>${t.chooseCase}<select name="case"><option value="new">${work.aNewOne}</option>${caseOptions(all)}</select></label><label>${work.title}<input name="title" maxlength="200"></label><button>${work.add}</button></form></details></section>`
}
