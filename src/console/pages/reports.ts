import { BadInput, Unavailable } from '../../errors.ts'
import { html, type Markup } from '../../evidence/report/markup.ts'
import { reportMessages } from '../../i18n/report.ts'
import { buildReport } from '../../report/build.ts'
import { documentOf, KINDS, type Kind } from '../../report/document.ts'
import { MEDIA_TYPES, REPORT_FORMATS } from '../../report/files.ts'
import { presetAt } from '../../report/presets.ts'
import type { Report } from '../../report/schema.ts'
import { WISH_NAMES, type Wish, wishedReport } from '../../report/wish.ts'
import type { Route, SignedAsk } from '../ask.ts'
import { notice, page } from '../layout.ts'
import { withQuery } from '../parts.ts'
import { makeReportFile } from '../report-file.ts'
import { reportForm } from '../report-form.ts'
import { reportPart } from '../report-part.ts'

/** What the address asks for; the month of today where it names no period. BadInput as wishedReport says. */
function wishOf({ url: { searchParams }, world }: SignedAsk): Wish {
  const wish: Wish = Object.fromEntries(
    WISH_NAMES.flatMap((name) => {
      const value = searchParams.get(name)?.trim()
      return value ? [[name, value]] : []
    }),
  )
  const named = WISH_NAMES.some((name) => wish[name] !== undefined && name !== 'title' && name !== 'as_of')
  return named ? wish : { ...wish, month: presetAt('month', world.now()) }
}

const kindOf = ({ url: { searchParams } }: SignedAsk): Kind =>
  KINDS.find((each) => each === searchParams.get('kind')) ?? 'report'

const fileLink = (ask: SignedAsk, format: string): string => {
  const query = new URLSearchParams(ask.url.search)
  for (const [name, value] of Object.entries(wishOf(ask))) if (value !== undefined) query.set(name, value)
  query.set('format', format)
  return `/reports/file?${query.toString()}`
}

function shownReport(report: Report, ask: SignedAsk): Markup {
  const t = reportMessages(ask.lang)
  const kind = kindOf(ask)
  const { title, lines, sections } = documentOf(report, kind, ask.lang)
  const tabs = KINDS.map(
    (each) =>
      html`<a href="${withQuery(ask.url, { kind: each === 'report' ? null : each })}"${each === kind ? html` aria-current="page"` : null}>${t.kinds[each]}</a> `,
  )
  const links = REPORT_FORMATS.map(
    (format) => html`<a class="format" href="${fileLink(ask, format)}">${format.toUpperCase()}</a> `,
  )
  const last = lines.length - 1
  const above = lines.map((text, i) =>
    // The last holds a hash, which must break on a phone.
    i === last ? html`<p class="hash">${text}</p>` : html`<p>${text}</p>`,
  )
  return html`<nav class="tabs" aria-label="${t.title}">${tabs}</nav><section class="card"><h2>${title}</h2>${above}<p class="line">${t.files}: ${links}</p></section><div class="report">${sections.map((section) => reportPart(section, ask))}</div>`
}

const reportPage = (ask: SignedAsk, part: Markup, status: number): Response => {
  const t = reportMessages(ask.lang)
  return page(ask, {
    ...{ title: t.title, section: 'reports', status },
    body: html`<h1>${t.title}</h1>${reportForm(ask)}${part}`,
  })
}

async function reports(ask: SignedAsk): Promise<Response> {
  try {
    const report = await buildReport(ask.world.store.reports, wishedReport(wishOf(ask)))
    return reportPage(ask, shownReport(report, ask), 200)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return reportPage(ask, html`${notice(reportMessages(ask.lang).badPeriod)}`, 400)
  }
}

async function file(ask: SignedAsk): Promise<Response> {
  const [kind, { lang }] = [kindOf(ask), ask]
  const format = REPORT_FORMATS.find((each) => each === ask.url.searchParams.get('format'))
  if (!format) throw new BadInput(`a file has one of the formats ${REPORT_FORMATS.join(', ')}`)
  const wish = { report: wishedReport(wishOf(ask)), format, kind, lang }
  try {
    const { name, bytes } = await makeReportFile(ask.world, wish, ask.session.account.name)
    return new Response(Buffer.from(bytes), {
      headers: {
        'Content-Type': MEDIA_TYPES[format],
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      },
    })
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return reportPage(ask, html`${notice(reportMessages(lang).noPdf(error.message))}`, 503)
  }
}

export const reportRoutes: readonly Route[] = [
  { method: 'GET', path: '/reports', permission: 'read', handle: reports },
  { method: 'GET', path: '/reports/file', permission: 'read', handle: file },
]
