import type { Alike, AlikeReason } from '../casework/alike.ts'
import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { consoleCasework } from '../i18n/console-casework.ts'
import { consolePages } from '../i18n/console-pages.ts'
import { terms } from '../i18n/terms.ts'
import type { SignedAsk } from './ask.ts'
import { bandBadge, moment, table } from './parts.ts'

/** Why a listing is like another, in words; what the seller wrote is shown as such. */
function reasonShown(reason: AlikeReason, ask: SignedAsk): Markup {
  const t = caseworkMessages(ask.lang)
  if (reason.kind === 'image') return html`${t.reasonImage(reason.distance)}`
  if (reason.kind === 'text') return html`${t.reasonText(Math.round(reason.share * 100))}`
  return shown(t.reasonContact(terms(ask.lang).contact[reason.contact], reason.value))
}

/** Listings with why they are alike; `choosing`: each with a box to tick, named `pick-<sighting>`, and j and k lead from row to row: on a listing they lead to the next one. */
export function alikeTable(label: string, all: readonly Alike[], choosing: boolean, ask: SignedAsk): Markup {
  const t = consoleCasework(ask.lang)
  const p = consolePages(ask.lang)
  const rows = all.map(({ row, like, reasons }) => {
    const box = choosing
      ? html`<td><input type="checkbox" name="pick-${row.id}" value="yes" aria-label="${t.chooseListing(row.title)}" data-pick></td>`
      : null
    const why = reasons.map((reason) => html`<li>${reasonShown(reason, ask)}</li>`)
    return html`<tr${choosing ? html` data-row` : null}>${box}<th scope="row"><a href="/listings/${row.id}" data-open>${shown(row.title)}</a></th><td>${bandBadge(row.band, row.score, ask.lang, row.allowed)}</td><td><ul class="reasons">${why}</ul>${choosing ? html`<a class="soft" href="/listings/${like}">${caseworkMessages(ask.lang).like(like)}</a>` : null}</td><td>${shown(row.sellerName ?? '–')}</td><td>${shown(row.site)}</td><td>${moment(row.at, ask.lang)}</td></tr>`
  })
  return table(label, [...(choosing ? [t.choose] : []), t.listing, p.band, t.why, p.seller, p.site, p.when], rows)
}

/** Sightings whose boxes were ticked in a posted form. */
export const pickedIn = (form: Readonly<Record<string, string>>): readonly number[] =>
  Object.keys(form).flatMap((name) => {
    const id = /^pick-([1-9]\d{0,14})$/.exec(name)?.[1]
    return id === undefined ? [] : [Number(id)]
  })
