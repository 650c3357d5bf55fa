import { CATEGORIES, type Category } from '../../domain.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { terms } from '../../i18n/terms.ts'
import { type Chart, drawn } from '../../report/charts.ts'
import type { Fresh, Overview, Sweep } from '../../store/api.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { beginPart } from '../begin.ts'
import { overduePart } from '../case-parts.ts'
import { brokenSites, coverageFigures, coverageList } from '../coverage-parts.ts'
import { page } from '../layout.ts'
import { number, table } from '../parts.ts'
import { BANDS } from '../queue-filter.ts'
import { overdueTips } from '../tip-parts.ts'
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

/** A picture, and its numbers as a table that opens below it. */
function withTable(chart: Chart, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const format = (n: number) => number(n, ask.lang)
  const words = terms(ask.lang).band
  const [heads, rows] =
    'bars' in chart
      ? [[t.listings], chart.bars.map(({ label, n }) => [label, n] as const)]
      : [
          BANDS.map((band) => words[band]),
          chart.columns
            .filter(({ parts }) => parts.some(({ n }) => n > 0))
            .map(({ label, parts }) => [label, ...parts.map(({ n }) => n)] as const),
        ]
  const lines = rows.map(
    ([label, ...counts]) =>
      html`<tr><th scope="row">${shown(label)}</th>${counts.map((n) => html`<td class="number">${format(n)}</td>`)}</tr>`,
  )
  const below = table(chart.title, [t.item, ...heads.map((text) => ({ number: text }))], lines)
  return html`<div>${drawn(chart, format)}<details class="numbers"><summary>${t.asTable}</summary>${below}</details></div>`
}

/** Every day of the last thirty, those without anything too. */
function days(overview: Overview, ask: SignedAsk): Chart {
  const now = ask.world.now().getTime()
  const all = Array.from({ length: DAYS }, (_, i) => vietnamDay(new Date(now - (DAYS - 1 - i) * DAY_MS)))
  const of = (day: string, band: string) => overview.days.find((each) => each.day === day && each.band === band)?.n ?? 0
  const columns = all.map((day) => ({
    label: day.split('-').slice(1).reverse().join('/'),
    parts: BANDS.map((band) => ({ name: band, n: of(day, band) })),
  }))
  const legend = BANDS.map((band) => ({ name: band, label: terms(ask.lang).band[band] }))
  return { id: 'days', title: consolePages(ask.lang).perDay, columns, legend }
}

function charts(overview: Overview, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const names = terms(ask.lang)
  if (overview.days.length === 0) return html`<p class="empty">${t.noData}</p>`
  const most = <T>(rows: readonly T[]) => rows.slice(0, MOST_BARS)
  const all: readonly Chart[] = [
    days(overview, ask),
    {
      id: 'kinds',
      title: t.perCategory,
      bars: overview.categories.map(({ category, n }) => ({ label: names.category[category], n })),
    },
    { id: 'sites', title: t.perSite, bars: most(overview.sites).map(({ site, n }) => ({ label: site, n })) },
    {
      ...{ id: 'goods', title: t.perGoods },
      bars: most(overview.goods).map(({ goods, n }) => ({ label: goods === null ? t.notTold : names.goods[goods], n })),
    },
    {
      id: 'provinces',
      title: t.perProvince,
      bars: most(overview.provinces).map(({ province, n }) => ({ label: province ?? t.notKnown, n })),
    },
  ]
  return html`${all.map((chart) => withTable(chart, ask))}`
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
    body: html`<h1>${t.today}</h1>${await beginPart(ask)}${await overduePart(ask)}<div class="board">${fresh(since, ask)}
<section class="card unseen"><h2>${t.unseen}</h2>${coverageFigures(covered, ask)}<p class="hint">${t.unseenHint}</p>${await brokenSites(covered, ask)}${coverageList(covered, ask)}</section>
${overdueTips(ask)}<section class="card runs"><h2>${t.runs}</h2>${recent.length ? sweepTable(recent, ask) : html`<p class="empty">${shown(t.noSweeps)}</p>`}</section>
<section class="card charts"><h2>${t.flaggedListings}</h2>${charts(overview, ask)}</section></div>`,
  })
}

export const todayRoutes: readonly Route[] = [{ method: 'GET', path: '/', permission: 'read', handle: today }]
