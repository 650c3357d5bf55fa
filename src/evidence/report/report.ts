import { createHash } from 'node:crypto'
import type { ReportText } from '../../i18n/evidence.ts'
import { gateMessages } from '../../i18n/gate.ts'
import type { PackItem } from '../../store/item.ts'
import { vietnamDay } from '../../vietnam-day.ts'
import { gapLine } from '../gate.ts'
import type { ReportContext, Volume } from './context.ts'
import { listingSheet } from './listing.ts'
import { html, type Markup, shown } from './markup.ts'
import { pageStyle, STYLE } from './style.ts'
import { moment } from './time.ts'

const digestOf = (style: string): string => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** Nothing may run, nothing may load but pictures beside the page and these two style sheets. */
const policy = (pages: string): string =>
  [
    "default-src 'none'",
    "img-src 'self' file:",
    `style-src ${digestOf(STYLE)} ${digestOf(pages)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** What stands on every page: that something is missing, or that this is a working copy. Our own words alone. */
function stampOf({ facts, lang, t }: ReportContext): string | null {
  const partial = facts.gaps.length ? gateMessages(lang).stamp(facts.gaps.length) : null
  return [partial, facts.redacted ? t.workingCopy : null].filter((part) => part !== null).join(' – ') || null
}

function head(context: ReportContext, volume: Volume | null): Markup {
  const { facts, lang, t } = context
  const stamp = stampOf(context)
  const foot = `${t.ledgerHead} ${facts.chain.head.slice(0, 16)}… · ${t.keyShort} ${facts.fingerprint.slice(0, 16)}…`
  const pages = pageStyle(foot, stamp)
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(pages)}">
<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${facts.title}${volume && volume.of > 1 ? ` (${t.volume(volume.number, volume.of)})` : null}</title><style>${{ markup: STYLE }}</style><style>${{ markup: pages }}</style></head><body>
${stamp === null ? null : html`<p class="stamp">${stamp}</p>`}
`
}

/** Read aloud over the telephone, a fingerprint goes four digits at a time. */
const GROUPS = /.{4}/g

function gaps({ facts, lang }: ReportContext): Markup | null {
  if (!facts.gaps.length) return null
  const t = gateMessages(lang)
  return html`<div class="caution"><b>${t.heading}.</b> ${t.about}<ul>${facts.gaps.map((gap) => html`<li>${shown(gapLine(gap, t))}</li>`)}</ul></div>`
}

function signedBy({ facts, t }: ReportContext): Markup {
  const others = facts.keys.filter(({ fingerprint }) => fingerprint !== facts.fingerprint)
  return html`<div class="fingerprint">${t.fingerprint}<span class="hash">${facts.fingerprint.slice(0, 32).replace(GROUPS, '$& ')}<br>${facts.fingerprint.slice(32).replace(GROUPS, '$& ')}</span><span class="note">${t.compare}${
    others.length ? html` ${t.otherKeys}` : null
  }</span>${others.map(({ fingerprint, state, until }) => html`<br><span class="note">${t.keyStates[state]}${until === null ? null : ` (${vietnamDay(until)})`}: <span class="path">${fingerprint}</span></span>`)}</div>`
}

function cover(context: ReportContext, volume: Volume | null): Markup {
  const { facts, t, summaries } = context
  const { chain } = facts
  // One post may stand on two pages, each recorded as it stood there.
  const listings = new Set(summaries.map(({ site, key }) => `${site} ${key}`)).size
  const anchors = facts.anchors.map(
    ({ seq, authority, file }) =>
      html`<br>${t.anchored(seq)}: ${shown(authority)} <span class="path">${file.slice('data/'.length)}</span>`,
  )
  return html`<p class="eyebrow">${t.kind}${volume && volume.of > 1 ? ` · ${t.volume(volume.number, volume.of)}` : null}</p><hr class="rule">
<h1>${shown(facts.title)}</h1>
<dl>${facts.case ? html`<dt>${t.caseFile}</dt><dd>${facts.case.id}: ${shown(facts.case.title)}</dd>` : null}
<dt>${t.unit}</dt><dd>${shown(facts.unit ?? t.notStated)}</dd>
<dt>${t.operator}</dt><dd>${shown(facts.operator)}</dd>
<dt>${t.purpose}</dt><dd>${shown(facts.purpose ?? t.notStated)}</dd>
<dt>${t.created}</dt><dd>${moment(facts.createdAt, t)}</dd>
<dt>${t.contents}</dt><dd>${t.listings(listings, summaries.length)}</dd>
<dt>${t.ledgerHead}</dt><dd><span class="hash">${chain.head || '–'}</span><br><span class="note">${t.ledgerEntries(chain.entries)}${anchors}</span></dd>
<dt>${t.by}</dt><dd>${facts.soiVersion}</dd></dl>
${signedBy(context)}
${facts.redacted ? html`<div class="caution"><b>${t.workingCopy}.</b> ${t.workingCopyOf}<br><span class="hash">${facts.redacted.of}</span></div>` : null}
${gaps(context)}
<p class="caution">${t.caution}</p>`
}

function contents({ summaries, t }: ReportContext, volume: Volume | null): Markup {
  const c = t.columns
  const from = volume?.from ?? 1
  const rows = summaries.slice(from - 1, volume?.to).map(
    ({ id, title, site, priceText, band, score }, i) =>
      html`<tr><td class="number">${from + i}</td><td><a href="#sightings-${id}">${shown(title)}</a><br><span class="note">${shown(site)}</span></td>
<td>${shown(priceText ?? t.notStated)}</td><td class="short"><span class="band band-${band}">${t.bands[band]}</span></td><td class="number">${score}</td></tr>
`,
  )
  return html`<h3>${t.contents}</h3><table><tr><th class="number">${c.number}</th><th>${c.title}</th><th>${c.price}</th><th class="short">${c.band}</th><th class="number">${c.score}</th></tr>
${rows}</table>`
}

const points = (list: readonly string[]): Markup[] => list.map((point) => html`<li>${point}</li>`)

const proof = ({ facts, t }: ReportContext): Markup => html`<section class="sheet"><h2>${t.proofHeading}</h2>
<h3>${t.proves}</h3><ul>${points([...t.proofList, ...provenTimes(facts.anchors.length > 0, t)])}</ul>
<h3>${t.provesNot}</h3><ul>${points([...t.notProofList, ...(facts.anchors.length ? [] : [t.notProofClock])])}</ul>
<p>${t.howTo}</p><p class="caution">${facts.redacted ? t.notSealed : t.sealed}</p></section>
</body></html>
`

const provenTimes = (anchored: boolean, t: ReportText): readonly string[] => (anchored ? [t.proofAnchor] : [])

/**
 * A report, piece by piece: cover, one sheet per listing, and what all this proves. No script; opens from a folder, offline.
 * `items` are those of the volume; null: all of them in one.
 */
export async function* reportHtml(
  context: ReportContext,
  items: AsyncIterable<PackItem> | Iterable<PackItem>,
  volume: Volume | null,
): AsyncGenerator<string> {
  yield head(context, volume).markup
  yield html`<section class="sheet">${cover(context, volume)}${contents(context, volume)}</section>
`.markup
  let number = volume?.from ?? 1
  for await (const item of items) yield listingSheet(item, number++, context).markup
  yield proof(context).markup
}
