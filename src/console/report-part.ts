import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { consolePages } from '../i18n/console-pages.ts'
import { reportMessages } from '../i18n/report.ts'
import { drawn } from '../report/charts.ts'
import { countText } from '../report/page.ts'
import type { Section, Table } from '../report/section.ts'
import type { SignedAsk } from './ask.ts'
import { table } from './parts.ts'

/** From this many columns on a table has the whole width. */
const WIDE = 7

const cells = (row: Table['rows'][number], names: number, ask: SignedAsk): readonly Markup[] =>
  row.map((cell, i) => {
    const text = countText(cell, ask.lang)
    if (i === 0) return html`<th scope="row">${shown(text)}</th>`
    return i < names ? html`<td>${shown(text)}</td>` : html`<td class="number">${text}</td>`
  })

function tablePart(title: string, { names, head, rows }: Table, ask: SignedAsk): Markup {
  if (rows.length === 0) return html`<p class="empty">${reportMessages(ask.lang).none}</p>`
  const heads = head.map((text, i) => (i < names ? text : { number: text }))
  const lines = rows.map((row) => html`<tr>${cells(row, names, ask)}</tr>`)
  return table(title, heads, lines)
}

/** One section of a document as a card: the picture, and beside it every number of it as a table. */
export function reportPart({ title, text, chart, table: rows, note }: Section, ask: SignedAsk): Markup {
  const picture = chart && drawn(chart, (n) => countText(n, ask.lang))
  const shownTable = rows && tablePart(title, rows, ask)
  const folded = chart?.id === 'chart-days'
  const wide = (rows?.head.length ?? 0) >= WIDE || rows === null
  // Thirty lines of days would stand before everything else.
  const numbers =
    folded && shownTable
      ? html`<details class="numbers"><summary>${consolePages(ask.lang).asTable}</summary>${shownTable}</details>`
      : shownTable
  return html`<section class="card${wide ? ' wide' : ''}"><h2>${title}</h2>${text.map((each) => html`<p>${each}</p>`)}${picture}${numbers}${note === null ? null : html`<p class="fine">${note}</p>`}</section>`
}
