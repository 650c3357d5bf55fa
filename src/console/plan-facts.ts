import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleSweeps } from '../i18n/console-sweeps.ts'
import { localTime } from '../i18n/format.ts'
import { compareMessages } from '../i18n/sweep-compare.ts'
import { watchMessages } from '../i18n/watch.ts'
import type { PlanView } from '../schedule/views.ts'
import type { DueRow } from '../store/console/api.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import { nextRun } from '../sweep/schedule.ts'
import type { SignedAsk } from './ask.ts'
import { moment, table } from './parts.ts'

/** Times that are shown: of the past, and to come. */
const MOST = 25
const UPCOMING = 3

function upcoming(plan: SweepPlan, path: string, ask: SignedAsk): readonly string[] {
  const times: string[] = []
  let from: string | null = ask.world.now().toISOString()
  while (from !== null && times.length < UPCOMING) {
    from = nextRun(plan, path, from)
    if (from !== null) times.push(from)
  }
  return times
}

/** What a plan says of itself. */
export function facts({ file, set }: PlanView, plan: SweepPlan, ask: SignedAsk): Markup {
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

/** When it was due and what became of it. */
export function historyPart(view: PlanView, ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  const rows = ask.world.console.schedules.list({ name: view.name, limit: MOST }).map((row) => dueRow(row, view, ask))
  const body = rows.length
    ? table(t.history, [t.due, t.why, t.outcome, t.ended, t.run], rows)
    : html`<p class="soft">${t.noHistory}</p>`
  return html`<section class="card"><h2>${t.history}</h2>${body}</section>`
}

/** Two runs to choose. */
export function comparePart({ runs }: PlanView, ask: SignedAsk): Markup | null {
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
