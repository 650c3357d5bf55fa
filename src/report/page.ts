import { html, type Markup, shown } from '../evidence/report/markup.ts'
import type { Cell } from '../export/columns.ts'
import type { Lang } from '../i18n/messages.ts'
import { reportMessages } from '../i18n/report.ts'
import { CHART_STYLE, drawn } from './charts.ts'
import type { ReportDocument, Section, Table } from './section.ts'

/** The one document that carries its own style: it is opened by itself, without network, and printed. */
const STYLE = `@page{size:A4;margin:16mm 14mm}
body{font:14px/1.5 "Noto Sans","Liberation Sans","DejaVu Sans",system-ui,sans-serif;color:#1c2429;max-width:62rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .8rem}h2{font-size:1.1rem;margin:1.8rem 0 .4rem;color:#17475c}p{margin:0 0 .5rem}
table{border-collapse:collapse;width:calc(100% - 1px)}th,td{border:1px solid #d5dce0;padding:.22rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#f2f5f6;font-size:.92em}tbody th{font-weight:400}.number{text-align:right;font-variant-numeric:tabular-nums}
.fine{color:#55626b;font-size:.92em;margin-top:.4rem}.chart{margin:.2rem 0 .8rem;max-width:44rem}.chart figcaption{display:none}.chart svg{display:block;width:100%;height:auto}
${CHART_STYLE}
.wide table{font-size:.86em}.wide th,.wide td{padding:.18rem .3rem;overflow-wrap:break-word}.hash{font-family:"Liberation Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none;padding:0;font-size:12px}tr,figure{break-inside:avoid}h2{break-after:avoid}}`

/** From this many columns on letters are smaller. */
const WIDE = 8

/** A count as people read it; a dash where there is none to compare with. */
export const countText = (cell: Cell, lang: Lang): string =>
  typeof cell === 'number' ? cell.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB') : (cell ?? '–')

function tableOf({ names, head, rows }: Table, lang: Lang): Markup {
  const cells = (row: readonly Cell[]) =>
    row.map((cell, i) =>
      i === 0
        ? html`<th scope="row">${shown(countText(cell, lang))}</th>`
        : i < names
          ? html`<td>${shown(countText(cell, lang))}</td>`
          : html`<td class="number">${countText(cell, lang)}</td>`,
    )
  const heads = head.map((text, i) =>
    i < names ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="number">${text}</th>`,
  )
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table>`
}

function sectionOf({ title, text, chart, table, note }: Section, lang: Lang): Markup {
  const picture = chart && drawn(chart, (n) => countText(n, lang))
  const none = html`<p class="fine">${reportMessages(lang).none}</p>`
  const body = table && (table.rows.length ? tableOf(table, lang) : none)
  const wide = (table?.head.length ?? 0) >= WIDE
  return html`<section${wide ? html` class="wide"` : null}><h2>${title}</h2>${text.map((each) => html`<p>${each}</p>`)}${picture}${body}${note === null ? null : html`<p class="fine">${note}</p>`}</section>`
}

/** The document as one HTML file: no script, nothing loaded, ready to print. */
export function htmlDocument({ title, lines, sections }: ReportDocument, lang: Lang): string {
  const last = lines.length - 1
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${{ markup: STYLE }}</style></head>
<body><h1>${title}</h1>${lines.map((text, i) => (i === last ? html`<p class="hash">${text}</p>` : html`<p>${text}</p>`))}
${sections.map((section) => sectionOf(section, lang))}</body></html>
`.markup
}
