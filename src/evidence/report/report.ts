import { createHash } from 'node:crypto'
import { type ReportText, reportMessages } from '../../i18n/evidence.ts'
import type { PackFacts, RuleBook } from '../contents.ts'
import type { PackItem } from '../source.ts'
import { listingSheet } from './listing.ts'
import { html, type Markup, shown } from './markup.ts'
import { STYLE } from './style.ts'
import { moment } from './time.ts'

/** Nothing may run, nothing may load but pictures beside the page and this one style sheet. */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' file:",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

function head(facts: PackFacts): Markup {
  return html`<!doctype html>
<html lang="${facts.lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${facts.title}</title><style>${{ markup: STYLE }}</style></head><body>
`
}

/** Read aloud over the telephone, a fingerprint goes four digits at a time. */
const GROUPS = /.{4}/g

function cover(facts: PackFacts, count: number, t: ReportText): Markup {
  const { chain } = facts
  return html`<p class="eyebrow">${t.kind}</p><hr class="rule">
<h1>${shown(facts.title)}</h1>
<dl><dt>${t.unit}</dt><dd>${shown(facts.unit ?? t.notStated)}</dd>
<dt>${t.operator}</dt><dd>${shown(facts.operator)}</dd>
<dt>${t.created}</dt><dd>${moment(facts.createdAt, t)}</dd>
<dt>${t.contents}</dt><dd>${t.listings(count)}</dd>
<dt>${t.ledgerHead}</dt><dd><span class="hash">${chain.head || '–'}</span><br><span class="note">${t.ledgerEntries(chain.entries)}</span></dd>
<dt>${t.by}</dt><dd>${facts.soiVersion}</dd></dl>
<div class="fingerprint">${t.fingerprint}<span class="hash">${facts.fingerprint.slice(0, 32).replace(GROUPS, '$& ')}<br>${facts.fingerprint.slice(32).replace(GROUPS, '$& ')}</span><span class="note">${t.compare}</span></div>
<p class="caution">${t.caution}</p>`
}

function contents(items: readonly PackItem[], t: ReportText): Markup {
  const c = t.columns
  const rows = items.map(
    ({ id, listing, assessment: { band, score } }, i) =>
      html`<tr><td class="number">${i + 1}</td><td><a href="#sightings-${id}">${shown(listing.title)}</a><br><span class="note">${shown(listing.site)}</span></td>
<td>${shown(listing.price?.text ?? t.notStated)}</td><td class="short"><span class="band band-${band}">${t.bands[band]}</span></td><td class="number">${score}</td></tr>
`,
  )
  return html`<h3>${t.contents}</h3><table><tr><th class="number">${c.number}</th><th>${c.title}</th><th>${c.price}</th><th class="short">${c.band}</th><th class="number">${c.score}</th></tr>
${rows}</table>`
}

const points = (list: readonly string[]): Markup[] => list.map((point) => html`<li>${point}</li>`)

const proof = (t: ReportText): Markup => html`<section class="sheet"><h2>${t.proofHeading}</h2>
<h3>${t.proves}</h3><ul>${points(t.proofList)}</ul>
<h3>${t.provesNot}</h3><ul>${points(t.notProofList)}</ul>
<p>${t.howTo}</p><p class="caution">${t.sealed}</p></section>
</body></html>
`

/** report.html, piece by piece: cover, one sheet per listing, and what all this proves. No script; opens from a folder, offline. */
export function* reportHtml(facts: PackFacts, items: readonly PackItem[], book: RuleBook): Generator<string> {
  const t = reportMessages(facts.lang)
  yield head(facts).markup
  yield html`<section class="sheet">${cover(facts, items.length, t)}${contents(items, t)}</section>
`.markup
  for (const [i, item] of items.entries()) yield listingSheet(item, i + 1, facts, book, t).markup
  yield proof(t).markup
}
