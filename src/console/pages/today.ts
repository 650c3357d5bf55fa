import { CATEGORIES, type Category } from '../../domain.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { vietnamDay } from '../../i18n/format.ts'
import { terms } from '../../i18n/terms.ts'
import type { Fresh, Overview, Sweep } from '../../store/api.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { barList, columnChart } from '../charts.ts'
import { brokenSites, coverageFigures, coverageList } from '../coverage-parts.ts'
import { page } from '../layout.ts'
import { number } from '../parts.ts'
import { BANDS } from '../queue-filter.ts'
import { sweepTable } from './sweeps.ts'

const DAYS = 30
const DAY_MS = 86_400_000
const RUNS = 6
const MOST_BARS = 10

function fresh({ bands, categories }: Fresh, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const names = terms(ask.lang)
  const count = BANDS.reduce((sum, band) => sum + (bands[band] ?? 0), 0)
  const tiles = BANDS.map(
    (band) =>
      html`<li><a class="figure-tile band-${band}" href="/queue?band=${band}&amp;sort=newest"><b>${number(bands[band] ?? 0, ask.lang)}</b> <span>${names.band[band]}</span></a></li>`,
  )
  const kinds = CATEGORIES.filter((id) => (categories[id] ?? 0) > 0).map(
    (id: Category) =>
      html`<li><a href="/queue?category=${id}&amp;sort=newest">${names.category[id]}</a> <b>${number(categories[id] ?? 0, ask.lang)}</b></li>`,
  )
  return html`<section class="card new"><h2>${t.sinceLast}</h2>${count ? html`<ul class="figures">${tiles}</ul><ul class="kinds">${kinds}</ul><p><a href="/queue?sort=newest">${t.allNew}</a></p>` : html`<p class="empty">${t.nothingNew}</p><p><a href="/queue">${t.queue}</a></p>`}</section>`
}

/** Every day of the last thirty, those without anything too. */
function days(overview: Overview, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const now = ask.world.now().getTime()
  const all = Array.from({ length: DAYS }, (_, i) => vietnamDay(new Date(now - (DAYS - 1 - i) * DAY_MS)))
  const of = (day: string, band: string) => overview.days.find((each) => each.day === day && each.band === band)?.n ?? 0
  const columns = all.map((day) => ({
    label: day.split('-').slice(1).reverse().join('/'),
    parts: BANDS.map((band) => ({ name: band, n: of(day, band) })),
  }))
  return columnChart(t.perDay, columns, (n) => number(n, ask.lang))
}

function charts(overview: Overview, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const format = (n: number) => number(n, ask.lang)
  if (overview.days.length === 0) return html`<p class="empty">${t.noData}</p>`
  const sites = overview.sites.slice(0, MOST_BARS).map(({ site, n }) => ({ label: site, n }))
  const kinds = overview.categories.map(({ category, n }) => ({ label: terms(ask.lang).category[category], n }))
  return html`${days(overview, ask)}${barList(t.perCategory, kinds, format)}${barList(t.perSite, sites, format)}`
}

/** The newest run of each sweep: what is known now. */
const newestRuns = (sweeps: readonly Sweep[]): readonly Sweep[] =>
  sweeps.filter((sweep, i) => sweeps.findIndex(({ name }) => name === sweep.name) === i).slice(0, RUNS)

async function today(ask: SignedAsk): Promise<Response> {
  const t = consolePages(ask.lang)
  const { store, console: own } = ask.world
  const since = await ask.world.coverages.fresh(ask.session.since)
  const overview = await ask.world.coverages.overview(DAYS)
  own.accounts.setSeenUpTo(ask.session.account.id, since.newest)
  const sweeps = await store.sweeps.list()
  const covered = await Promise.all(newestRuns(sweeps).map((sweep) => ask.world.coverages.of(sweep)))
  const recent = await Promise.all(sweeps.slice(0, RUNS).map((sweep) => ask.world.coverages.of(sweep)))
  return page(ask, {
    title: t.today,
    section: 'today',
    body: html`<h1>${t.today}</h1><div class="board">${fresh(since, ask)}
<section class="card unseen"><h2>${t.unseen}</h2>${coverageFigures(covered, ask)}<p class="hint">${t.unseenHint}</p>${await brokenSites(covered, ask)}${coverageList(covered, ask)}</section>
<section class="card runs"><h2>${t.runs}</h2>${recent.length ? sweepTable(recent, ask) : html`<p class="empty">${shown(t.noSweeps)}</p>`}</section>
<section class="card charts"><h2>${t.flaggedListings}</h2>${charts(overview, ask)}</section></div>`,
  })
}

export const todayRoutes: readonly Route[] = [{ method: 'GET', path: '/', permission: 'read', handle: today }]
