import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { consoleSweeps } from '../../i18n/console-sweeps.ts'
import { compareMessages } from '../../i18n/sweep-compare.ts'
import { sweepPlanMessages } from '../../i18n/sweep-plan.ts'
import type { Sweep } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import type { Covered } from '../coverage.ts'
import { coverageLine, healthLine } from '../coverage-parts.ts'
import { page } from '../layout.ts'
import { moment, number, percent, table, withQuery } from '../parts.ts'
import { plansPart } from '../plan-parts.ts'
import { plansOf } from '../plans.ts'

const PAGE = 25

const stateTag = ({ state }: Sweep, ask: SignedAsk): Markup =>
  html`<span class="state state-${state}">${consolePages(ask.lang).states[state]}</span>`

/** Runs, newest first: how they ended, how far they came, what they found. */
export function sweepTable(runs: readonly Covered[], ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const rows = runs.map(({ sweep, asked, seen, waiting, flagged }) => {
    const done = asked === 0 ? 0 : (asked - waiting) / asked
    return html`<tr data-row><th scope="row"><a href="/sweeps/${sweep.id}" data-open>#${sweep.id} ${shown(sweep.name)}</a></th><td>${stateTag(sweep, ask)}</td><td>${moment(sweep.begunAt, ask.lang)}</td>
<td class="number">${percent(done, ask.lang)}</td><td class="number">${number(seen, ask.lang)} / ${number(asked, ask.lang)}</td><td class="number">${number(asked - seen, ask.lang)}</td><td class="number"><a href="/queue?sweep=${sweep.id}&amp;state=all" aria-label="${t.flaggedListings}: ${flagged}, #${sweep.id}">${number(flagged, ask.lang)}</a></td></tr>`
  })
  const numbers = [t.progress, `${t.seen} / ${t.askedFor}`, t.notSeen, t.flaggedListings]
  const head = [t.run, t.state, t.begun, ...numbers.map((name) => ({ number: name }))]

  return table(t.sweeps, head, rows)
}

async function sweeps(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const before = Number(ask.url.searchParams.get('before') ?? Number.MAX_SAFE_INTEGER)
  const all = (await ask.world.store.sweeps.list()).filter(({ id }) => id < before)
  const covered = await Promise.all(all.slice(0, PAGE).map((sweep) => ask.world.coverages.of(sweep)))
  const last = all.length > PAGE ? all[PAGE - 1] : undefined
  const older =
    last &&
    html`<p class="pager"><a href="${withQuery(ask.url, { before: String(last.id) })}" data-key="]">${t.older}</a></p>`
  return page(ask, {
    title: t.sweeps,
    section: 'sweeps',
    body: html`${ask.url.searchParams.has('before') ? null : await plansPart(await plansOf(ask), ask)}<h2>${consoleSweeps(ask.lang).runs}</h2>${covered.length ? sweepTable(covered, ask) : html`<p class="empty">${t.noSweeps}</p>`}${older ?? null}`,
  })
}

async function robotsPart(id: number, ask: SignedAsk): Promise<Markup | null> {
  const t = consolePages(ask.lang)
  const { decisions } = sweepPlanMessages(ask.lang)
  const robots = await ask.world.store.sweeps.robots(id)
  if (robots.length === 0) return null
  const rows = robots.map(
    ({ origin, at, decision, reason, sha256 }) =>
      html`<tr><th scope="row">${shown(origin)}</th><td>${moment(at, ask.lang)}</td><td>${decisions[decision]}</td><td class="long">${shown(reason)}</td><td class="hash">${sha256 ?? '–'}</td></tr>`,
  )
  return html`<details class="card"><summary><h2>${t.robots}</h2></summary>${table(t.robots, [t.site, t.when, t.state, t.why, 'SHA-256'], rows)}</details>`
}

async function sweep(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const { store, coverages } = ask.world
  const run = await store.sweeps.get(Number(ask.params['id']))
  const covered = await coverages.of(run)
  const earlier = (await store.sweeps.list()).find(
    ({ id, name, kind }) => id < run.id && name === run.name && kind === run.kind,
  )
  const compare =
    earlier &&
    html` · <a href="/sweeps/compare?a=${earlier.id}&amp;b=${run.id}" data-key="c">${compareMessages(ask.lang).withRun(earlier.id)}</a>`
  const health = (await store.sweeps.health(run.id))
    .map((each) => healthLine(each, ask))
    .filter((line) => line !== null)
  return page(ask, {
    title: `${t.run} ${run.id}`,
    section: 'sweeps',
    body: html`<h1>#${run.id} ${shown(run.name)}</h1><p class="line">${stateTag(run, ask)} <span class="soft">${t.begun} ${moment(run.begunAt, ask.lang)}${run.endedAt ? html` · ${t.ended} ${moment(run.endedAt, ask.lang)}` : null} · ${t.rules} <span class="hash">${run.rulesetHash.slice(0, 12)}</span></span></p>
${sweepTable([covered], ask)}<p><a href="/queue?sweep=${run.id}&amp;state=all">${t.toQueue}</a>${compare ?? null}</p>
${health.length ? html`<section class="card"><h2>${t.health}</h2><ul>${health}</ul></section>` : null}
<section class="card"><h2>${t.coverage}</h2><ul class="sites">${covered.rows.map((row) => html`<li>${coverageLine(row, ask)}</li>`)}</ul></section>${await robotsPart(run.id, ask)}`,
  })
}

export const sweepRoutes: readonly Route[] = [
  { method: 'GET', path: '/sweeps', permission: 'read', handle: sweeps },
  { method: 'GET', path: '/sweeps/:id{[0-9]+}', permission: 'read', handle: sweep },
]
