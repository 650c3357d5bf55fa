import { html, type Markup, shown } from '../evidence/report/markup.ts'
import type { Cell } from '../export/columns.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import type { Report } from './schema.ts'
import { preface, type Section, sectionsOf } from './sections.ts'

/** The one document that carries its own style: it is opened by itself, without network, and printed. */
const STYLE = `body{font:14px/1.5 "Noto Sans","Liberation Sans",system-ui,sans-serif;color:#1c2429;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #d5dce0;padding:.25rem .5rem;text-align:left;overflow-wrap:anywhere}thead th{background:#f2f5f6}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.fine{color:#55626b}
@media print{body{margin:0;max-width:none}table{break-inside:auto}tr{break-inside:avoid}h2{break-after:avoid}}`

/** A count as people read it; a dash where there is none to compare with. */
export const countText = (cell: Cell, lang: Lang): string =>
  typeof cell === 'number' ? cell.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB') : (cell ?? '–')

function tableOf({ title, names, head, rows, note }: Section, lang: Lang): Markup {
  const cells = (row: readonly Cell[]) =>
    row.map((cell, i) =>
      i === 0
        ? html`<th scope="row">${shown(countText(cell, lang))}</th>`
        : i < names
          ? html`<td>${shown(countText(cell, lang))}</td>`
          : html`<td class="number">${countText(cell, lang)}</td>`,
    )
  const table = html`<table><thead><tr>${head.map((text, i) => (i < names ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="number">${text}</th>`))}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`
  const none = html`<p class="fine">${reportMessages(lang).none}</p>`
  return html`<section><h2>${title}</h2>${rows.length ? table : none}${note === null ? null : html`<p class="fine">${note}</p>`}</section>`
}

/** The report as one HTML file: no script, nothing loaded, ready to print. */
export function htmlDocument(report: Report, lang: Lang): string {
  const title = reportMessages(lang).heading(report.name)
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${{ markup: STYLE }}</style></head>
<body><h1>${title}</h1>${preface(report, lang).map((text) => html`<p>${text}</p>`)}
${sectionsOf(report, lang).map((section) => tableOf(section, lang))}</body></html>
`.markup
}
