import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consoleSweeps } from '../../i18n/console-sweeps.ts'
import { localTime } from '../../i18n/format.ts'
import { compareMessages } from '../../i18n/sweep-compare.ts'
import { watchMessages } from '../../i18n/watch.ts'
import { deletePlan } from '../../schedule/edit.ts'
import { askForRun, type PlanView, pausePlan, resumePlan } from '../../schedule/views.ts'
import type { DueRow } from '../../store/console/api.ts'
import type { SweepPlan } from '../../sweep/plan.ts'
import { nextRun } from '../../sweep/schedule.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { moment, number, table } from '../parts.ts'
import { planButton, planState } from '../plan-parts.ts'
import { planNamed, planPath } from '../plans.ts'
import { redirect } from '../reply.ts'
import { may } from '../roles.ts'
import { problemPage } from './problem.ts'
import { sweepTable } from './sweeps.ts'

/** Runs and times that the page shows. */
const MOST = 25
const UPCOMING = 3

function actions({ file, set, state, name }: PlanView, ask: SignedAsk): Markup | null {
  const t = consoleSweeps(ask.lang)
  if (!may(ask.session.account.role, 'sweep')) return null
  const button = (action: string, label: string, more = '') => planButton(ask, file.file, action, label, more)
  const busy = state === 'running' || state === 'asked'
  const run = file.plan && !busy ? button('now', t.runNow, 'main') : null
  const hold = file.plan ? (set.pausedAt === null ? button('pause', t.pause) : button('resume', t.resume)) : null
  const edit = html`<a class="button" href="/sweeps/edit?${new URLSearchParams({ file: file.file }).toString()}" data-key="e" aria-keyshortcuts="e">${t.edit}</a>`
  const remove = html`<details class="sure"><summary class="button">${t.remove}</summary><p>${t.removeHint}</p>${button('delete', `${t.removeSure}: ${name}`)}</details>`
  return html`<div class="buttons plan-actions">${run}${hold}${edit}${remove}</div>`
}

function upcoming(plan: SweepPlan, path: string, ask: SignedAsk): readonly string[] {
  const times: string[] = []
  let from: string | null = ask.world.now().toISOString()
  while (from !== null && times.length < UPCOMING) {
    from = nextRun(plan, path, from)
    if (from !== null) times.push(from)
  }
  return times
}

function facts({ file, set }: PlanView, plan: SweepPlan, ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  const { schedule, targets, keywords, limits } = plan
  const words = new Set(keywords.flatMap((each) => each.words)).size
  const visits: readonly Markup[] = [
    ...(targets.length ? [html`<li>${t.targets(targets.length)}</li>`] : []),
    ...(words ? [html`<li>${t.words(words, keywords.map(({ site }) => site).join(', '))}</li>`] : []),
    ...(plan.watch ?? []).map(
      ({ list }) =>
        html`<li>${watchMessages(ask.lang).title}: <a href="/watch/list?${new URLSearchParams({ name: list }).toString()}">${shown(list)}</a></li>`,
    ),
  ]
  const times =
    set.pausedAt === null ? upcoming(plan, file.path, ask).map((at) => html`<li>${moment(at, ask.lang)}</li>`) : []
  const line = schedule ? html`<code>${schedule.cron}</code> ${schedule.time_zone}` : t.noSchedule
  return html`<section class="card record"><dl><dt>${t.schedule}</dt><dd>${line}</dd>${times.length ? html`<dt>${t.upcoming}</dt><dd><ul class="plain">${times}</ul></dd>` : null}<dt>${t.visits}</dt><dd><ul class="plain">${visits}</ul></dd><dt>${t.limits}</dt><dd>${t.limitsText(limits.visits, limits.minutes)}</dd><dt>${t.file}</dt><dd class="hash">${file.file} · ${file.sha256.slice(0, 12)} · ${moment(file.changedAt, ask.lang)}</dd></dl>
<details><summary>${t.yaml}</summary><pre class="yaml" tabindex="0">${file.text}</pre></details></section>`
}

function dueRow(row: DueRow, view: PlanView, ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  const { dueAt, why, state, missed, detail, by, endedAt, sweep, attempts } = row
  const notes = [
    ...(missed > 0 ? [t.madeUp(missed)] : []),
    ...(attempts > 1 ? [t.goesOn] : []),
    ...(detail === null ? [] : [t.details[detail] ?? detail]),
  ]
  const run = sweep ?? (state === 'begun' ? (view.runs[0]?.id ?? null) : null)
  return html`<tr><th scope="row">${moment(dueAt, ask.lang)}</th><td>${t.whys[why]}${by === null ? null : html` <span class="soft">${shown(by)}</span>`}</td><td>${t.outcomes[state]}${notes.length ? html` <span class="soft">${shown(notes.join('; '))}</span>` : null}</td><td>${endedAt ? moment(endedAt, ask.lang) : '–'}</td><td>${run === null ? '–' : html`<a href="/sweeps/${run}">#${run}</a>`}</td></tr>`
}

function historyPart(view: PlanView, ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  const rows = ask.world.console.schedules.list({ name: view.name, limit: MOST }).map((row) => dueRow(row, view, ask))
  const body = rows.length
    ? table(t.history, [t.due, t.why, t.outcome, t.ended, t.run], rows)
    : html`<p class="soft">${t.noHistory}</p>`
  return html`<section class="card"><h2>${t.history}</h2>${body}</section>`
}

function comparePart({ runs }: PlanView, ask: SignedAsk): Markup | null {
  const t = consoleSweeps(ask.lang)
  const c = compareMessages(ask.lang)
  if (runs.length < 2) return html`<p class="fine">${c.needTwo}</p>`
  const options = (chosen: number) =>
    runs
      .slice(0, 100)
      .map(
        ({ id, begunAt }, i) =>
          html`<option value="${id}"${i === chosen ? html` selected` : null}>#${id} · ${localTime(begunAt, ask.lang)}</option>`,
      )
  return html`<form method="get" action="/sweeps/compare" class="row"><label>${c.earlier}<select name="a">${options(1)}</select></label><label>${c.later}<select name="b">${options(0)}</select></label><div class="buttons"><button data-key="c" aria-keyshortcuts="c">${t.compareRuns}</button></div></form>`
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
    : html`${notice(file.problem)}<pre class="yaml" tabindex="0">${file.text}</pre>`
  return page(ask, {
    title: view.name,
    section: 'sweeps',
    body: html`<nav class="steps" aria-label="${t.plans}"><a href="/sweeps" data-key="b">← ${t.plans}</a></nav><h1>${shown(view.name)}</h1>${ask.url.searchParams.has('saved') ? notice(t.saved, 'good') : null}${silent}
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
  await deletePlan({ ...deskOf(ask), folder: ask.world.sweeping.folder }, view.file)
  return '/sweeps'
})

export const planRoutes: readonly Route[] = [
  { method: 'GET', path: '/sweeps/plan', permission: 'read', handle: onePlan },
  { method: 'POST', path: '/sweeps/now', permission: 'sweep', handle: runNow },
  { method: 'POST', path: '/sweeps/pause', permission: 'sweep', handle: pause },
  { method: 'POST', path: '/sweeps/resume', permission: 'sweep', handle: resume },
  { method: 'POST', path: '/sweeps/delete', permission: 'sweep', handle: remove },
]
