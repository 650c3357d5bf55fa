import { OUTCOMES, type Outcome } from '../domain.ts'
import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consolePages } from '../i18n/console-pages.ts'
import { saidIn } from '../i18n/said.ts'
import { sweepHealthMessages } from '../i18n/sweep-health.ts'
import { terms } from '../i18n/terms.ts'
import type { CoverageRow, StoredHealth } from '../store/api.ts'
import type { Shortfall } from '../sweep/health.ts'
import type { SignedAsk } from './ask.ts'
import { type Covered, isSeen, seenOf, unseenOf } from './coverage.ts'
import { moment, number, percent } from './parts.ts'

const WIDTH = 200

/** Seen and not seen at the same size: one bar, two halves. */
function shareBar(row: CoverageRow, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const width = row.asked === 0 ? 0 : (seenOf(row) / row.asked) * WIDTH
  const said = `${seenOf(row)} ${t.seen}, ${unseenOf(row)} ${t.notSeen}`
  return html`<svg class="share" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" role="img" aria-label="${said}"><rect width="${WIDTH}" height="12" class="not-seen"></rect><rect width="${width.toFixed(1)}" height="12" class="seen"></rect></svg>`
}

const unseenOutcomes = (row: CoverageRow): readonly Outcome[] =>
  OUTCOMES.filter((outcome) => !isSeen(outcome) && row.outcomes[outcome] > 0)

/** One site: how much of it was seen, how much was not, and why not. */
export function coverageLine(row: CoverageRow, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const names = terms(ask.lang).outcome
  const why = unseenOutcomes(row).map((outcome) => {
    const reason = row.reasons[outcome]?.[0]
    return html`<li><b>${number(row.outcomes[outcome], ask.lang)}</b> ${names[outcome]}${reason ? html`: <span class="soft">${shown(saidIn(ask.lang, reason))}</span>` : null}</li>`
  })
  const share = row.asked === 0 ? 0 : seenOf(row) / row.asked
  return html`<div class="site-line"><p><b>${shown(row.site)}</b> <span class="seen-figure">${t.seen} ${number(seenOf(row), ask.lang)} (${percent(share, ask.lang)})</span> <span class="unseen-figure">${t.notSeen} ${number(unseenOf(row), ask.lang)}</span></p>${shareBar(row, ask)}${why.length ? html`<ul class="reasons">${why}</ul>` : null}</div>`
}

/** All sites together: what was not seen is as large as what was. */
export function coverageFigures(runs: readonly Covered[], ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const sum = (of: (run: Covered) => number) =>
    number(
      runs.reduce((total, run) => total + of(run), 0),
      ask.lang,
    )
  return html`<ul class="figures two"><li class="figure-tile seen-tile"><b>${sum(({ seen }) => seen)}</b> <span>${t.seen}</span></li><li class="figure-tile unseen-tile"><b>${sum(({ asked, seen }) => asked - seen)}</b> <span>${t.notSeen}</span></li></ul>`
}

/** Sites of the newest runs, those with most unseen first. */
export function coverageList(runs: readonly Covered[], ask: SignedAsk): Markup {
  const lines = runs
    .flatMap(({ sweep, rows }) => rows.map((row) => ({ sweep, row })))
    .sort((a, b) => unseenOf(b.row) - unseenOf(a.row))
  return html`<ul class="sites">${lines.map(
    ({ sweep, row }) =>
      html`<li>${coverageLine(row, ask)}<p class="fine"><a href="/sweeps/${sweep.id}">${shown(sweep.name)} #${sweep.id}</a> · ${moment(sweep.begunAt, ask.lang)}</p></li>`,
  )}</ul>`
}

const shortfall = (one: Shortfall, ask: SignedAsk): string => {
  const t = sweepHealthMessages(ask.lang)
  if (one.kind === 'listings') return t.listings(one.found, one.expected)
  if (one.kind === 'layout') return t.layout(one.pages, one.read)
  return t.filled(one.field, Math.round(one.share * 100), Math.round(one.expected * 100))
}

/** In the sweep's own words; nothing for a healthy site. */
export function healthLine({ site, state, shortfalls }: StoredHealth, ask: SignedAsk): Markup | null {
  const t = sweepHealthMessages(ask.lang)
  if (state === 'healthy') return null
  if (state === 'not seen') return html`<li>${shown(t.notSeen(site))}</li>`
  const what = (shortfalls as readonly Shortfall[]).map((one) => shortfall(one, ask)).join('; ')
  return html`<li class="broken"><b>${shown(t.broken(site))}</b>: ${shown(what)}. ${shown(t.remedy(site))}</li>`
}

/** Sites whose file no longer fits, above all numbers: their silence means nothing. */
export async function brokenSites(runs: readonly Covered[], ask: SignedAsk): Promise<Markup | null> {
  const health = await Promise.all(runs.map(({ sweep }) => ask.world.store.sweeps.health(sweep.id)))
  const broken = health.flat().filter(({ state }) => state === 'broken')
  if (broken.length === 0) return null
  return html`<div class="notice bad"><h3>${consolePages(ask.lang).brokenSites}</h3><ul>${broken.map((each) => healthLine(each, ask))}</ul></div>`
}
