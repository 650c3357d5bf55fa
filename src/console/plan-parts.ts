import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consolePages } from '../i18n/console-pages.ts'
import { consoleSweeps } from '../i18n/console-sweeps.ts'
import { watchMessages } from '../i18n/watch.ts'
import type { PlanFile } from '../schedule/plan-files.ts'
import type { PlanView } from '../schedule/views.ts'
import type { Sweep } from '../store/api.ts'
import type { SignedAsk } from './ask.ts'
import { csrfField } from './layout.ts'
import { moment, percent, table } from './parts.ts'
import { planPath } from './plans.ts'
import { may } from './roles.ts'

/** Colours of the states of runs stand for those of plans. */
const COLOUR = {
  running: 'running',
  asked: 'running',
  paused: 'interrupted',
  waiting: 'finished',
  'by-hand': 'plain',
  problem: 'broken',
} as const

export const planState = ({ state }: PlanView, ask: SignedAsk): Markup =>
  html`<span class="state state-${COLOUR[state]}">${consoleSweeps(ask.lang).states[state]}</span>`

async function healthPart(run: Sweep, ask: SignedAsk): Promise<Markup> {
  const t = consoleSweeps(ask.lang)
  const { store, coverages } = ask.world
  const broken = (await store.sweeps.health(run.id)).filter(({ state }) => state === 'broken')
  const { asked, seen } = await coverages.of(run)
  const share = asked === 0 ? 0 : (asked - seen) / asked
  const unseen = share > 0 ? html` <span class="unseen-share">${t.unseen(percent(share, ask.lang))}</span>` : null
  return broken.length > 0
    ? html`<span class="state state-broken">${t.brokenSites(broken.length)}</span>${unseen}`
    : html`${t.healthy}${unseen}`
}

async function planRow(view: PlanView, ask: SignedAsk): Promise<Markup> {
  const t = consoleSweeps(ask.lang)
  const [last] = view.runs
  const lastRun = last
    ? html`<a href="/sweeps/${last.id}">#${last.id}</a> <span class="soft">${consolePages(ask.lang).states[last.state]}</span> ${moment(last.begunAt, ask.lang)}`
    : html`<span class="soft">${t.never}</span>`
  return html`<tr data-row><th scope="row"><a href="${planPath(view.file.file)}" data-open>${shown(view.name)}</a></th><td>${planState(view, ask)}</td><td>${view.next ? moment(view.next, ask.lang) : '–'}</td><td>${lastRun}</td><td>${last ? await healthPart(last, ask) : '–'}</td></tr>`
}

/** What is planned: when each sweep runs next, how it went last, how its sites fare. */
export async function plansPart(views: readonly PlanView[], ask: SignedAsk): Promise<Markup> {
  const t = consoleSweeps(ask.lang)
  const rows = await Promise.all(views.map((view) => planRow(view, ask)))
  const body = rows.length
    ? table(t.plans, [t.plan, t.state, t.next, t.last, t.health], rows)
    : html`<p class="empty">${t.noPlans}</p>`
  const make = may(ask.session.account.role, 'sweep')
    ? html`<a class="button main" href="/sweeps/edit" data-key="n">${t.newPlan}</a>`
    : null
  const silent = ask.world.sweeping.isScheduled() ? null : html`<p class="notice bad">${t.noScheduler}</p>`
  return html`<div class="heading"><h1>${t.plans}</h1><p>${make} <a class="button" href="/watch" data-key="w">${watchMessages(ask.lang).title}</a></p></div>${silent}${body}<p class="fine rule">${t.rule}</p>`
}

/** One button that changes a plan as it is shown. */
export const planButton = (
  ask: SignedAsk,
  { file, sha256 }: Pick<PlanFile, 'file' | 'sha256'>,
  action: string,
  label: string,
  more = '',
): Markup =>
  html`<form method="post" action="/sweeps/${action}" class="inline">${csrfField(ask)}<input type="hidden" name="file" value="${file}"><input type="hidden" name="base" value="${sha256}"><button class="${more}"${action === 'now' ? html` data-key="r" aria-keyshortcuts="r"` : null}>${label}</button></form>`
