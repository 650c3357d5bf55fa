import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleSweeps } from '../../i18n/console-sweeps.ts'
import { deletePlan } from '../../schedule/save.ts'
import { askForRun, type PlanView, pausePlan, resumePlan } from '../../schedule/views.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { number } from '../parts.ts'
import { comparePart, facts, historyPart } from '../plan-facts.ts'
import { problemPart } from '../plan-forms.ts'
import { planButton, planState } from '../plan-parts.ts'
import { planNamed, planPath } from '../plans.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { problemPage } from './problem.ts'
import { sweepTable } from './sweeps.ts'

/** Runs that the page shows. */
const MOST = 25

function actions({ file, set, state, name }: PlanView, ask: SignedAsk): Markup | null {
  const t = consoleSweeps(ask.lang)
  if (!may(ask.session.account.role, 'sweep')) return null
  const button = (action: string, label: string, more = '') => planButton(ask, file, action, label, more)
  const busy = state === 'running' || state === 'asked'
  const run = file.plan && !busy ? button('now', t.runNow, 'main') : null
  const hold = file.plan ? (set.pausedAt === null ? button('pause', t.pause) : button('resume', t.resume)) : null
  const edit = html`<a class="button" href="/sweeps/edit?${new URLSearchParams({ file: file.file }).toString()}" data-key="e" aria-keyshortcuts="e">${t.edit}</a>`
  const remove = html`<details class="sure"><summary class="button">${t.remove}</summary><p>${t.removeHint}</p>${button('delete', `${t.removeSure}: ${name}`)}</details>`
  return html`<div class="buttons plan-actions">${run}${hold}${edit}${remove}</div>`
}

async function onePlan(ask: SignedAsk): Promise<Response> {
  const t = consoleSweeps(ask.lang)
  const view = await planNamed(ask, ask.url.searchParams.get('file'))
  if (!view) return problemPage(ask, 'not-found')
  const { file, set, runs } = view
  const covered = await Promise.all(runs.slice(0, MOST).map((run) => ask.world.coverages.of(run)))
  const silent = ask.world.sweeping.isScheduled() ? null : notice(t.noScheduler)
  const body = file.plan
    ? facts(view, file.plan, ask)
    : html`${problemPart(file, ask)}<pre class="yaml" tabindex="0">${file.text}</pre>`
  return page(ask, {
    title: view.name,
    section: 'sweeps',
    body: html`<nav class="steps" aria-label="${t.plans}"><a href="/sweeps" data-key="b">← ${t.plans}</a></nav><h1>${shown(view.name)}</h1>${ask.url.searchParams.has('saved') ? notice(t.saved, 'good') : null}${ask.url.searchParams.has('kept') ? notice(t.notRemoved) : null}${silent}
<p class="line">${planState(view, ask)}${set.pausedBy === null ? null : html` <span class="soft">${shown(t.pausedBy(set.pausedBy))}</span>`}</p>${actions(view, ask)}${body}
<section class="card"><h2>${t.runs} <span class="soft">${number(runs.length, ask.lang)}</span></h2>${covered.length ? sweepTable(covered, ask) : html`<p class="soft">${t.noRuns}</p>`}${comparePart(view, ask)}</section>${historyPart(view, ask)}<p class="fine rule">${t.rule}</p>`,
  })
}

/** What is done to a plan that the form names: it stands in the log of access, and what changes it in the ledger. */
const changing =
  (action: string, change: (view: PlanView, ask: SignedAsk) => Promise<string>) =>
  async (ask: SignedAsk): Promise<Response> => {
    const view = await planNamed(ask, ask.form['file'])
    if (!view) return problemPage(ask, 'not-found')
    ask.world.console.access.note(ask.session.account.name, action, `sweep:${view.name}`)
    return redirect(await change(view, ask))
  }

const deskOf = ({ world, session }: SignedAsk) => ({
  store: world.store,
  schedules: world.console.schedules,
  by: session.account.name,
})

const runNow = changing('sweep.ask', async (view, ask) => {
  await askForRun(deskOf(ask), view)
  return planPath(view.file.file)
})

const pause = changing('sweep.pause', async (view, ask) => {
  await pausePlan(deskOf(ask), view)
  return planPath(view.file.file)
})

const resume = changing('sweep.resume', async (view, ask) => {
  await resumePlan(deskOf(ask), view)
  return planPath(view.file.file)
})

const remove = changing('sweep.delete', async (view, ask) => {
  const { file } = view.file
  const desk = { ...deskOf(ask), folder: ask.world.sweeping.folder }
  const gone = await deletePlan(desk, { file, sha256: ask.form['base'] ?? '' })
  return gone ? '/sweeps' : `${planPath(file)}&kept=1`
})

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/sweeps/plan', permission: 'read', handle: onePlan },
  { method: 'POST', path: '/sweeps/now', permission: 'sweep', handle: runNow },
  { method: 'POST', path: '/sweeps/pause', permission: 'sweep', handle: pause },
  { method: 'POST', path: '/sweeps/resume', permission: 'sweep', handle: resume },
  { method: 'POST', path: '/sweeps/delete', permission: 'sweep', handle: remove },
]
