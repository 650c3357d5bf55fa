import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleTips } from '../../i18n/console-tips.ts'
import { saidIn } from '../../i18n/said.ts'
import { TIP_STATUSES, type Tip } from '../../store/console/tip-api.ts'
import { tipSettings } from '../../tips/settings.ts'
import { seenTip } from '../../tips/sight.ts'
import { isOpen, noteOpened } from '../../tips/work.ts'
import { lastVietnamDay } from '../../vietnam-day.ts'
import type { SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment } from '../parts.ts'
import { assignees } from '../tip-assignees.ts'
import { casePart, checkPart } from '../tip-check-parts.ts'
import { historyPart } from '../tip-history.ts'
import { deskOf, type TipSection, tipDue, tipState, tipTable, tipTitle } from '../tip-parts.ts'
import { problemPage } from './problem.ts'

const pair = (name: string, value: string | null): Markup | null =>
  value === null ? null : html`<dt>${name}</dt><dd>${shown(value)}</dd>`

function wordsPart(tip: Tip, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  return html`<section class="card"><h2>${t.text}</h2>${tip.text ? html`<blockquote>${shown(tip.text)}</blockquote>` : null}<dl>${pair(t.url, tip.url)}${pair(t.seller, tip.seller)}${pair(t.phone, tip.phone)}${pair(t.about, tip.about)}</dl></section>`
}

function tipsterPart(tip: Tip, base: string, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  const { tips } = ask.world.console
  const who = tips.tipster(tip.id)
  const body = who
    ? html`<dl>${pair(t.name, who.name)}${pair(t.contact, who.contact)}</dl><p class="fine">${t.tipsterHint} ${t.keptDays(tipSettings(tips).keepDays)}</p><form method="post" action="${base}/${tip.number}/erase">${csrfField(ask)}<button>${t.erase}</button></form>`
    : html`<p class="soft">${t.anonymous}</p>`
  return html`<section class="card"><h2>${t.tipster}</h2>${body}</section>`
}

/** Where it was merged to, what was merged here, and the way back. */
function mergedPart(tip: Tip, section: TipSection, ask: SignedAsk): Markup | null {
  const t = consoleTips(ask.lang)
  const { tips } = ask.world.console
  const into = tip.mergedInto === null ? null : tips.get(tip.mergedInto)
  const here = tips.mergedInto(tip.id)
  const { base } = section
  if (into) {
    const last = tips.history(tip.id).findLast(({ action }) => action === 'merge')
    const because = last ? (JSON.parse(last.body) as { because: keyof typeof t.because }).because : 'officer'
    return html`<section class="notice" role="status"><p>${t.mergedInto} <a href="${base}/${into.number}">#${into.number} ${shown(tipTitle(into))}</a> – ${t.because[because]}</p><form method="post" action="${base}/${tip.number}/unmerge">${csrfField(ask)}<button data-key="z">${t.unmerge} (z)</button></form></section>`
  }
  if (here.length > 0)
    return html`<section class="card"><h2>${t.mergedHere}</h2>${tipTable(t.mergedHere, here, base, ask)}</section>`
  if (!isOpen(tip) || section.kind !== 'seller') return null
  return html`<form method="post" action="${base}/${tip.number}/merge" class="row card">${csrfField(ask)}<label>${t.merge}<input name="into" inputmode="numeric" required maxlength="9"></label><button>${t.mergeButton}</button></form>`
}

function workPart(tip: Tip, section: TipSection, ask: SignedAsk): Markup {
  const t = consoleTips(ask.lang)
  const at = `${section.base}/${tip.number}`
  const statuses = TIP_STATUSES.map(
    (each) => html`<option value="${each}"${each === tip.status ? html` selected` : null}>${t.statuses[each]}</option>`,
  )
  const people = assignees(tip, section, ask.world).map(
    ({ name, displayName }) =>
      html`<option value="${name}"${name === tip.assignee ? html` selected` : null}>${displayName} (${name})</option>`,
  )
  const day = lastVietnamDay(tip.dueAt)
  const closed = ask.world.console.tips.excluded(tip.id)
  const exclude =
    section.kind === 'seller'
      ? null
      : html`<form method="post" action="${at}/exclude" class="row">${csrfField(ask)}<label>${t.exclude}<select name="account">${people}</select></label><button>${t.change}</button></form>${closed.length ? html`<p class="fine">${t.excluded}: ${shown(closed.join(', '))}</p>` : null}`
  return html`<section class="card" id="work"><h2>${t.work}</h2>
<form method="post" action="${at}/status" class="stack">${csrfField(ask)}<label>${t.status}<select name="status">${statuses}</select></label><label>${t.statusNote}<textarea name="note" rows="2" maxlength="4000"></textarea></label><button class="main">${t.change}</button></form>
<form method="post" action="${at}/assign" class="row">${csrfField(ask)}<label>${t.assignee}<select name="assignee"><option value="">${t.nobody}</option>${people}</select></label><button>${t.change}</button></form>
<form method="post" action="${at}/due" class="row">${csrfField(ask)}<label>${t.dueDay}<input type="date" name="day" required value="${day}"></label><button>${t.change}</button></form>${exclude}
<form method="post" action="${at}/note" class="stack">${csrfField(ask)}<label>${t.noteTitle}<textarea name="note" rows="2" required maxlength="4000"></textarea></label><button>${t.note}</button></form></section>`
}

/** Looks at tips on officers stand with the tip; those at others in the access log. */
async function noted(tip: Tip, ask: SignedAsk): Promise<void> {
  const { name } = ask.session.account
  if (tip.kind === 'official-conduct') await noteOpened(deskOf(ask), tip, name)
  else ask.world.console.access.note(name, 'tip.open', `tip:${tip.number}`)
}

export async function tipPage(section: TipSection, ask: SignedAsk, problem: string | null = null): Promise<Response> {
  const t = consoleTips(ask.lang)
  const { console: own } = ask.world
  const tip = seenTip(own.tips, section.kind, Number(ask.params['id']), ask.session.account)
  if (!tip) return problemPage(ask, 'not-found')
  await noted(tip, ask)
  const saved = ask.url.searchParams.has('saved') ? t.saved : null
  const name = section.kind === 'seller' ? t.tips : t.conduct
  const seller = section.kind === 'seller'
  return page(ask, {
    title: `${t.tip} ${tip.number}`,
    section: seller ? 'tips' : 'conduct',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${name}"><a href="${section.base}" data-key="b">← ${name}</a></nav><h1>#${tip.number} ${shown(tipTitle(tip))}</h1>
<p class="line">${tipState(tip, ask)} <span>${t.due} ${tipDue(tip, ask)}</span> <span class="soft">${t.received} ${moment(tip.receivedAt, ask.lang)} · ${t.channels[tip.channel]}${tip.enteredBy ? html` · ${shown(tip.enteredBy)}` : null}</span> <span>${t.assignee}: ${tip.assignee ? shown(tip.assignee) : t.nobody}</span></p>
${notice(problem === null ? null : `${t.notSaved} ${problem}`)}${notice(problem ? null : saved, 'good')}${mergedPart(tip, section, ask)}
<div class="columns"><div>${wordsPart(tip, ask)}${seller ? await checkPart(tip, ask) : null}${await historyPart(tip, ask)}</div><div>${workPart(tip, section, ask)}${seller ? await casePart(tip, ask) : null}${tipsterPart(tip, section.base, ask)}</div></div>`,
  })
}

/** Does one thing to the tip of the address, where the officer may see it; what is refused is said on its page. */
export async function onTip(
  section: TipSection,
  ask: SignedAsk,
  work: (tip: Tip, actor: string) => Promise<void>,
): Promise<Response> {
  const tip = seenTip(ask.world.console.tips, section.kind, Number(ask.params['id']), ask.session.account)
  if (!tip) return problemPage(ask, 'not-found')
  try {
    await work(tip, ask.session.account.name)
  } catch (error) {
    if (error instanceof BadInput) return tipPage(section, ask, saidIn(ask.lang, error.message))
    throw error
  }
  return new Response(null, { status: 303, headers: { Location: `${section.base}/${tip.number}?saved` } })
}
