import { asPosted, originOf, sellerOf, times } from '../../evidence/report/listing.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import { fieldName } from '../../evidence/report/signs.ts'
import { checkLines } from '../../i18n/check-lines.ts'
import { consolePages } from '../../i18n/console-pages.ts'
import { reportMessages } from '../../i18n/evidence.ts'
import type { StoredSighting } from '../../store/api.ts'
import type { SignedAsk } from '../ask.ts'
import { fieldsOf } from '../fields.ts'
import { moment, number, table } from '../parts.ts'

/** As posted, the seller's claims, how it was recorded: the same words as in the report of a pack. */
export function recordPart({ item, ledger }: StoredSighting, ask: SignedAsk): Markup {
  const t = reportMessages(ask.lang)
  const recorded = ledger.some(({ subject }) => subject === `sighting:${item.id}`)
  return html`<section class="record"><h2>${consolePages(ask.lang).checkedHow}</h2>${asPosted(item, t)}${sellerOf(item.listing, t)}${times(item, recorded, t)}${originOf(item, ask.lang, t)}</section>`
}

/** What was asked outside the listing, and what came back; nothing where nothing was asked. */
export function checksPart({ item }: StoredSighting, ask: SignedAsk): Markup | null {
  const lines = item.checks ? checkLines(item.checks, ask.lang) : []
  if (lines.length === 0) return null
  return html`<section class="record"><h2>${consolePages(ask.lang).checks}</h2><dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${shown(value)}</dd>`)}</dl></section>`
}

export function fieldsPart({ item: { listing } }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const report = reportMessages(ask.lang)
  const rows = fieldsOf(listing).map(
    ({ name, text }) =>
      html`<tr><th scope="row">${fieldName(report, name)}</th><td class="long">${shown(text)}</td><td class="path">${shown(listing.provenance[name] ?? '–')}</td></tr>`,
  )
  return html`<details class="card"><summary><h2>${t.fields}</h2></summary>${table(t.fields, [t.field, t.value, t.source], rows)}</details>`
}

export function filesPart({ item, exhibits }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const rows = exhibits.map(
    ({ role, mediaType, size, sha256 }) =>
      html`<tr><th scope="row">${shown(role)}</th><td>${shown(mediaType)}</td><td class="number">${number(size, ask.lang)}</td><td class="hash">${sha256}</td><td><a href="/listings/${item.id}/files/${sha256}" aria-label="${t.save}: ${role}">${t.save}</a></td></tr>`,
  )
  return html`<details class="card"><summary><h2>${t.files} (${exhibits.length})</h2></summary>${table(t.files, [t.file, 'MIME', { number: t.bytes }, 'SHA-256', t.save], rows)}</details>`
}

export function ledgerPart({ ledger }: StoredSighting, ask: SignedAsk): Markup {
  const t = consolePages(ask.lang)
  const rows = ledger.map(
    ({ seq, at, actor, action, subject, hash }) =>
      html`<tr><th scope="row" class="number">${seq}</th><td>${moment(at, ask.lang)}</td><td>${shown(actor)}</td><td>${shown(action)}</td><td>${shown(subject)}</td><td class="hash">${hash}</td></tr>`,
  )
  const body = rows.length
    ? table(t.ledger, [{ number: t.number }, t.when, t.actor, t.action, t.subject, t.hash], rows)
    : html`<p class="soft">${t.noLedger}</p>`
  return html`<details class="card"><summary><h2>${t.ledger} (${ledger.length})</h2></summary>${body}</details>`
}
