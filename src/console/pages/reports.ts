import { BadInput } from '../../errors.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { reportMessages } from '../../i18n/report.ts'
import { buildReport } from '../../report/build.ts'
import { countText } from '../../report/document.ts'
import { MEDIA_TYPES, REPORT_FORMATS, reportBytes } from '../../report/files.ts'
import { type Period, PRESETS } from '../../report/period.ts'
import type { Report } from '../../report/schema.ts'
import { preface, type Section, sectionsOf } from '../../report/sections.ts'
import { type Wish, wishedPeriod } from '../../report/wish.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { table } from '../parts.ts'

const NAMES = [...PRESETS, 'from', 'to'] as const

/** What the address asks for; null where it names no period yet. BadInput as wishedPeriod says. */
function periodOf({ url: { searchParams } }: SignedAsk): Period | null {
  const wish: Wish = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = searchParams.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )
  return Object.keys(wish).length > 0 ? wishedPeriod(wish) : null
}

function forms(ask: SignedAsk): Markup {
  const t = reportMessages(ask.lang)
  const value = (name: string) => ask.url.searchParams.get(name)?.trim() ?? ''
  const field = (name: (typeof NAMES)[number], label: string) =>
    html`<label>${label}<input name="${name}" value="${value(name)}" maxlength="20" autocomplete="off"></label>`
  return html`<form method="get" action="/reports" class="filter">${PRESETS.map((kind) => field(kind, t.presets[kind]))}${field('from', t.from)}${field('to', t.to)}<div class="buttons"><button class="main">${t.show}</button></div></form>`
}

const cells = ({ names }: Section, row: Section['rows'][number], ask: SignedAsk): readonly Markup[] =>
  row.map((cell, i) => {
    const text = countText(cell, ask.lang)
    if (i === 0) return html`<th scope="row">${shown(text)}</th>`
    return i < names ? html`<td>${shown(text)}</td>` : html`<td class="number">${text}</td>`
  })

function sectionPart(section: Section, ask: SignedAsk): Markup {
  const { title, names, head, rows, note } = section
  const heads = head.map((text, i) => (i < names ? text : { number: text }))
  const body = rows.length
    ? table(
        title,
        heads,
        rows.map((row) => html`<tr>${cells(section, row, ask)}</tr>`),
      )
    : html`<p class="empty">${reportMessages(ask.lang).none}</p>`
  return html`<section class="card"><h2>${title}</h2>${body}${note === null ? null : html`<p class="fine">${note}</p>`}</section>`
}

function shownReport(report: Report, ask: SignedAsk): Markup {
  const t = reportMessages(ask.lang)
  const links = REPORT_FORMATS.map((format) => {
    const query = new URLSearchParams(ask.url.search)
    query.set('format', format)
    return html`<a href="/reports/file?${query.toString()}">${format.toUpperCase()}</a> `
  })
  const lines = preface(report, ask.lang).map((text, i, all) =>
    // The last holds a hash, which must break on a phone.
    i === all.length - 1 ? html`<p class="hash">${text}</p>` : html`<p>${text}</p>`,
  )
  return html`<section class="card"><h2>${t.heading(report.name)}</h2>${lines}<p>${t.files}: ${links}</p></section>${sectionsOf(report, ask.lang).map((section) => sectionPart(section, ask))}`
}

const reportPage = (ask: SignedAsk, part: Markup, status: number): Response => {
  const t = reportMessages(ask.lang)
  return page(ask, { title: t.title, section: 'reports', status, body: html`<h1>${t.title}</h1>${forms(ask)}${part}` })
}

async function reports(ask: SignedAsk): Promise<Response> {
  const t = reportMessages(ask.lang)
  try {
    const period = periodOf(ask)
    if (!period) return reportPage(ask, html`<p class="empty">${t.nothingYet}</p>`, 200)
    return reportPage(ask, shownReport(await buildReport(ask.world.store.reports, period), ask), 200)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return reportPage(ask, html`${notice(t.badPeriod)}`, 400)
  }
}

async function file(ask: SignedAsk): Promise<Response> {
  const { store, console } = ask.world
  const period = periodOf(ask)
  const format = REPORT_FORMATS.find((each) => each === ask.url.searchParams.get('format'))
  if (!period || !format) throw new BadInput('a file of a report has a period and a format')
  const report = await buildReport(store.reports, period)
  const bytes = await reportBytes(report, format, ask.lang)
  const { name } = ask.session.account
  const body = { format, lang: ask.lang, period: report.period, account: name }
  // It names sellers: it stands in the ledger before it leaves.
  await store.ledger.append('exported', `report:${report.name}`, body)
  console.access.note(name, 'report.file', `report:${report.name} ${format}`)
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': MEDIA_TYPES[format],
      'Content-Disposition': `attachment; filename="soi-${report.name}.${format}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    },
  })
}

export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports', permission: 'read', handle: reports },
  { method: 'GET', path: '/reports/file', permission: 'read', handle: file },
]
