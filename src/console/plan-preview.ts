import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consoleSweeps } from '../i18n/console-sweeps.ts'
import { sweepPlanMessages } from '../i18n/sweep-plan.ts'
import { type Forecast, forecast } from '../sweep/forecast.ts'
import type { SweepPlan } from '../sweep/plan.ts'
import type { SignedAsk } from './ask.ts'
import { diff } from './diff.ts'
import { moment, number, table } from './parts.ts'

/** An officer waits for the forecast: hosts that say nothing are left out after this. */
const FORECAST_MS = 20_000

/** How many requests the plan will send and how long that takes; asks for robots.txt and nothing else. */
export async function forecastPart(full: SweepPlan, ask: SignedAsk): Promise<Markup> {
  const t = consoleSweeps(ask.lang)
  const { store, sweeping } = ask.world
  const signal = AbortSignal.timeout(FORECAST_MS)
  try {
    const told = await forecast(full, { book: await sweeping.book(), store, signal })
    return html`<section class="card"><h2>${t.forecast}</h2>${forecastTable(told, ask)}<p class="fine">${t.previewHint}</p></section>`
  } catch (error) {
    if (!signal.aborted) throw error
    return html`<section class="card"><h2>${t.forecast}</h2><p>${t.noForecast}</p></section>`
  }
}

function forecastTable({ hosts, basis, limits, minutes, opensAt }: Forecast, ask: SignedAsk): Markup {
  const p = sweepPlanMessages(ask.lang)
  const rows = hosts.map(
    ({ host, starts, refused, why, visits, delayMs, minutes: lasts }) =>
      html`<tr><th scope="row">${shown(host)}</th><td class="number">${number(starts, ask.lang)}</td><td>${refused === 0 ? p.allowed : html`${p.refused(refused)}: <span class="soft">${shown(why ?? '')}</span>`}</td><td class="number">${visits === null ? '?' : number(visits, ask.lang)}</td><td class="number">${p.seconds(delayMs / 1000)}</td><td class="number">${lasts === null ? '?' : p.minutes(Math.ceil(lasts))}</td></tr>`,
  )
  const head = [p.host, { number: p.starts }, p.robots, { number: p.visits }, { number: p.apart }, { number: p.lasts }]
  return html`<p><b>${p.total(Math.ceil(minutes))}</b> ${basis === null ? p.noBasis(limits.visits) : p.basis(basis)}${opensAt === null ? null : html` ${p.opensAt('')} ${moment(opensAt, ask.lang)}`}</p>${table(p.host, head, rows)}`
}

/** What saving does to the file. */
export function differencePart(before: string | null, text: string, ask: SignedAsk): Markup {
  const t = consoleSweeps(ask.lang)
  if (before === null)
    return html`<section class="card"><h2>${t.newFile}</h2><pre class="yaml" tabindex="0">${text}</pre></section>`
  if (before === text) return html`<section class="card"><h2>${t.difference}</h2><p>${t.unchanged}</p></section>`
  const parts = diff(before, text).map(({ kind, text: part }) =>
    kind === 'kept' ? html`${part}` : kind === 'added' ? html`<ins>${part}</ins>` : html`<del>${part}</del>`,
  )
  return html`<section class="card"><h2>${t.difference}</h2><pre class="yaml" tabindex="0">${parts}</pre></section>`
}
