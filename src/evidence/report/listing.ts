import type { Listing, Verdict } from '../../domain.ts'
import { caseworkMessages } from '../../i18n/casework.ts'
import type { ReportText } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import { originMessages } from '../../i18n/origin.ts'
import { type PackItem, saidOf } from '../../store/item.ts'
import { type Placed, placed } from '../contents.ts'
import { sightingFolder } from '../names.ts'
import type { ReportContext } from './context.ts'
import { checked, custodyLog, seenBefore } from './history.ts'
import { html, type Markup, shown } from './markup.ts'
import { repliesPart } from './replies.ts'
import { goodsPictures, screenshot } from './shots.ts'
import { excuseCard, fieldName, type SignContext, signalCard } from './signs.ts'
import { moment } from './time.ts'

/** A row of a description list; nothing where there is no value. */
const row = (label: string, value: Markup | string | null): Markup | null =>
  value === null ? null : html`<dt>${label}</dt><dd>${typeof value === 'string' ? shown(value) : value}</dd>`

// Addresses are text, not links: nobody should open a suspect page by a slip of the hand.
export function asPosted(item: PackItem, t: ReportText): Markup {
  const { listing } = item
  return html`<h3>${t.asPosted}</h3><dl>
${row(t.site, listing.site)}${row(t.url, listing.url)}
${row(t.price, listing.price?.text ?? t.notStated)}${row(t.listPrice, listing.listPrice?.text ?? null)}
${row(t.brand, listing.brand)}${row(t.category, listing.category)}${row(t.postedAt, listing.postedAt)}</dl>`
}

/** What the page says of its seller. */
export function sellerOf({ seller, contacts }: Listing, t: ReportText): Markup {
  if (!seller && !contacts.length) return html`<h3>${t.sellerHeading}</h3><p>${t.noSeller}</p>`
  const claims = contacts.map((contact) =>
    row(
      t.contacts[contact.kind],
      html`${shown(contact.value)} – “${shown(contact.text)}”, ${t.stands} ${fieldName(t, contact.field)} <i>(${t.claimed})</i>`,
    ),
  )
  return html`<h3>${t.sellerHeading}</h3><dl>${row(t.seller, seller?.name ?? null)}${row(t.sellerUrl, seller?.url ?? null)}
${row(t.location, seller?.location ?? null)}${row(t.phone, seller?.phoneText ?? null)}
${row(t.badges, seller?.badges.length ? seller.badges.join(' · ') : null)}${claims}</dl>`
}

const verdictText = (verdict: Verdict, t: ReportText): Markup =>
  html`${t.verdicts[verdict.kind]}${verdict.reasons.length ? html` (${shown(verdict.reasons.map(t.said).join('; '))})` : null}`

/** When and how the page was read and captured. */
export function times(item: PackItem, recorded: boolean, t: ReportText): Markup {
  const { capture } = item
  const said = saidOf(item)
  const missing = capture
    ? said.missing.map(t.said).join('; ') || t.nothingMissing
    : `${t.noCapture}${item.captureError ? `: ${item.captureError}` : ''}`
  return html`<h3>${t.times}</h3><dl>
${row(t.readAt, moment(item.at, t))}${capture ? row(t.takenAt, moment(capture.takenAt, t)) : null}
${row(t.requestedUrl, item.requestedUrl)}${row(t.finalUrl, item.finalUrl)}
${row(t.verdict, verdictText(item.verdict, t))}${row(t.status, item.status === null ? null : String(item.status))}
${row(t.address, item.remoteAddress)}${row(t.viaLabel, t.via[item.via])}
${capture ? html`${row(t.captureVerdict, verdictText(capture.verdict, t))}${row(t.browser, capture.browser)}` : null}
${row(t.drift, item.drift.length ? html`${item.drift.map((field, i) => html`${i ? ', ' : ''}${fieldName(t, field)}`)}` : t.noDrift)}${row(t.missing, missing)}${row(t.remarks, said.remarks.map(t.said).join('; ') || null)}
${row(t.inLedger, recorded ? t.recordedWhenSeen : t.recordedAtExport)}</dl>`
}

/** How a page came that no crawler fetched; nothing for the others. */
export function originOf({ origin }: PackItem, lang: Lang, t: ReportText): Markup | null {
  if (!origin) return null
  const o = originMessages(lang)
  const { way, by, at, file, place, claimed, session } = origin
  return html`<h3>${o.heading}</h3><dl>${row(t.viaLabel, o.way[way])}
${row(o.by, html`${shown(by)}, ${moment(at, t)}`)}
${file ? row(o.file, html`${shown(file.name)} · SHA-256 <span class="hash">${file.sha256}</span>`) : null}
${row(o.place, place)}${row(o.savedAt, claimed.savedAt)}${row(o.software, claimed.software)}
${row(o.source, [claimed.source, claimed.date].filter((part) => part !== null).join(', ') || null)}
${session ? row(o.session, html`${shown(session.hosts.join(', '))} · SHA-256 <span class="hash">${session.sha256}</span>`) : null}</dl>`
}

function exhibits(files: readonly Placed[], t: ReportText): Markup {
  const rows = files.map(
    (file) =>
      html`<tr><td class="file"><span class="path">${file.path.split('/').at(-1) ?? ''}</span></td><td class="number">${file.size}</td><td><span class="hash">${file.sha256}</span></td></tr>`,
  )
  return html`<h3>${t.exhibits}</h3><table><tr><th>${t.file}</th><th class="number">${t.size}</th><th>SHA-256</th></tr>${rows}</table>`
}

/** The sheets of one listing; `number` is its place in this pack. */
export function listingSheet(item: PackItem, number: number, context: ReportContext): Markup {
  const { facts, book, t, lang, told } = context
  const { assessment, listing } = item
  const signs: SignContext = { t, lang, book, listing, ruleset: assessment.ruleset, at: item.at }
  const files = placed(item)
  const excuses = assessment.excused.map((excuse) => excuseCard(excuse, signs))
  const { drawn, timeline, custody, replies } = told(item)
  return html`<article class="sheet" id="${sightingFolder(item.id).split('/').slice(1).join('-')}">
<h2>${number}. ${shown(listing.title)}</h2>
<p class="standing"><span>${t.bandLabel}: <span class="band band-${assessment.band}">${t.bands[assessment.band]}</span></span><span>${t.score} <b>${assessment.score}</b> ${t.outOf}</span></p>
${assessment.allowed ? html`<p class="caution">${shown(caseworkMessages(lang).allowedLine(assessment.allowed, assessment.score))}</p>` : null}
${screenshot(files, drawn, lang, t)}
${asPosted(item, t)}
${checked(item, lang, t)}
${sellerOf(listing, t)}
<h3>${t.signals}</h3>
${assessment.signals.length ? assessment.signals.map((signal) => signalCard(signal, signs)) : html`<p>${t.noSignals}</p>`}
${excuses.length ? html`<h3>${t.excuses}</h3>${excuses}` : null}
${goodsPictures(drawn, t)}
${times(item, facts.recorded.has(item.id), t)}
${originOf(item, lang, t)}
${seenBefore(item, timeline, t)}
${repliesPart(replies, lang)}
${custodyLog(custody, t)}
${exhibits(files, t)}
</article>
`
}
