import { type Change, isUnderWay } from '../../amend/changes.ts'
import { BadInput } from '../../errors.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import { saidIn } from '../../i18n/said.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { csrfField, notice, page } from '../layout.ts'
import { moment, number } from '../parts.ts'
import { redirect } from '../reply.ts'
import { diffPart, effectPart, lookedPart } from '../rules/effect-part.ts'
import { editForm } from './rule-edit.ts'

/** How often a page that waits asks again by itself, without script. */
const AGAIN_SECONDS = '2'

function found(ask: SignedAsk): Change {
  const change = ask.world.ruling.changes.get(Number(ask.params['id']))
  if (!change) throw new BadInput('there is no such proposal any more')
  return change
}

function cancelForm({ id }: Change, label: string, ask: SignedAsk): Markup {
  return html`<form method="post" action="/rules/changes/${id}/cancel" class="inline">${csrfField(ask)}<button data-key="x">${label} (x)</button></form>`
}

function waiting(change: Change, said: string, done: number | null, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const bar =
    done === null
      ? html`<progress aria-label="${said}"></progress>`
      : html`<progress value="${done}" max="${change.last}" aria-label="${said}"></progress>`
  return html`<p role="status">${said}</p><p>${bar} <a href="/rules/changes/${change.id}" data-key="r">${t.reload}</a> ${cancelForm(change, t.cancel, ask)}</p>`
}

function acceptForm(change: Change, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  return html`<form method="post" action="/rules/changes/${change.id}/accept" class="stack">${csrfField(ask)}<label>${t.reason}<textarea name="reason" required rows="2" maxlength="2000">${ask.form['reason'] ?? ''}</textarea></label><p class="fine">${t.acceptHint}</p><div class="buttons"><button class="main">${t.accept}</button><button form="discard" data-key="x">${t.discard} (x)</button></div></form><form method="post" id="discard" action="/rules/changes/${change.id}/cancel">${csrfField(ask)}</form>`
}

/** How far it is, and what can be done about it now. */
function stagePart(change: Change, ask: SignedAsk): Markup {
  const t = consoleRules(ask.lang)
  const { stage } = change
  const n = (value: number) => number(value, ask.lang)
  switch (stage.kind) {
    case 'looking':
      return waiting(change, t.looking, null, ask)
    case 'measuring':
      return html`${lookedPart(stage.looked, ask.lang)}${waiting(change, t.measuring(n(stage.done), n(change.last)), stage.done, ask)}`
    case 'ready':
      return html`${effectPart(stage.effect, ask.lang)}${lookedPart(stage.looked, ask.lang)}${stage.sound ? acceptForm(change, ask) : cancelForm(change, t.discard, ask)}`
    case 'refused':
      return html`${notice(`${t.refused} ${saidIn(ask.lang, stage.message)}`)}`
    case 'failed':
      return html`${notice(t.failed)}`
    case 'cancelled':
      return html`<p>${t.cancelled}</p>`
    case 'accepted':
      return html`${notice(t.accepted, 'good')}<p class="soft">${stage.by} · ${moment(stage.at, ask.lang)}</p>`
  }
}

function changePage(change: Change, ask: SignedAsk, problem: string | null): Response {
  const t = consoleRules(ask.lang)
  const { proposal, file, by, at, stage } = change
  const text = file ? diffPart(file.text, proposal.text, ask.lang) : diffPart('', proposal.text, ask.lang)
  const again =
    stage.kind === 'accepted'
      ? null
      : html`<details class="card"${stage.kind === 'refused' ? html` open` : null}><summary><h2>${t.editAgain}</h2></summary>${editForm(change, ask)}</details>`
  const answer = page(ask, {
    title: t.changeTitle,
    section: 'rules',
    status: problem ? 400 : 200,
    body: html`<nav class="steps" aria-label="${t.title}"><a href="/rules" data-key="b">← ${t.allRules}</a></nav><h1>${t.changeTitle}</h1><p class="line"><span class="path">rules/${proposal.path}</span>${file ? null : html` <span class="tag">${t.newFile}</span>`} <span class="soft">${by} · ${moment(at, ask.lang)}</span></p>${problem ? notice(`${t.notAccepted} ${problem}`) : null}
<div class="columns even"><section class="card" id="effect"><h2>${t.effect}</h2>${stagePart(change, ask)}</section><section class="card"><h2>${t.difference}</h2>${text}</section></div>${again}`,
  })
  if (isUnderWay(change.stage)) answer.headers.set('Refresh', AGAIN_SECONDS)
  return answer
}

async function accept(ask: SignedAsk): Promise<Response> {
  const { changes } = ask.world.ruling
  const change = found(ask)
  const { name } = ask.session.account
  const problem = await changes.accept(change.id, (ask.form['reason'] ?? '').slice(0, 2000), name)
  if (problem) return changePage(change, ask, consoleRules(ask.lang).acceptProblems[problem])
  ask.world.console.access.note(name, 'rules.accept', `rules/${change.proposal.path}`)
  return redirect(`/rules/changes/${change.id}`)
}

async function cancel(ask: SignedAsk): Promise<Response> {
  const { id } = found(ask)
  ask.world.ruling.changes.cancel(id)
  return redirect(`/rules/changes/${id}`)
}

const ONE = '/rules/changes/:id{[0-9]+}'

export const ruleChangeRoutes: readonly Route[] = [
  { method: 'GET', path: ONE, permission: 'rules', handle: async (ask) => changePage(found(ask), ask, null) },
  { method: 'POST', path: `${ONE}/accept`, permission: 'rules', handle: accept },
  { method: 'POST', path: `${ONE}/cancel`, permission: 'rules', handle: cancel },
]
