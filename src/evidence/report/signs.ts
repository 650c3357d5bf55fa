import type { Excuse, Instant, Listing, Sha256, Signal } from '../../domain.ts'
import type { ReportText } from '../../i18n/evidence.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { RuleBook } from '../contents.ts'
import { inForce } from '../rule-text.ts'
import { html, type Markup, shown } from './markup.ts'
import { type Passage, passages } from './quotes.ts'

/** What the signs of one listing are explained with. */
export interface SignContext {
  readonly t: ReportText
  readonly lang: Lang
  readonly book: RuleBook
  readonly listing: Listing
  readonly ruleset: Sha256
  readonly at: Instant
}

export function fieldName(t: ReportText, field: string): Markup {
  if (field.startsWith('attributes.')) return shown(t.attribute(field.slice('attributes.'.length)))
  if (field.startsWith('seller.badges.')) return html`${t.badge(Number(field.slice('seller.badges.'.length)) + 1)}`
  return Object.hasOwn(t.fields, field) ? html`${t.fields[field] ?? field}` : shown(field)
}

/** Provenance is kept under the listing's own names. */
const PROVENANCE: Readonly<Record<string, string>> = {
  price_text: 'price',
  ocr_text: 'ocrText',
  'seller.phone_text': 'seller.phoneText',
}

function quoted(passage: Passage, { t, listing }: SignContext): Markup {
  const words = passage.pieces.map((piece) =>
    piece.marked ? html`<mark>${shown(piece.text)}</mark>` : shown(piece.text),
  )
  const key = PROVENANCE[passage.field] ?? passage.field
  const source = Object.hasOwn(listing.provenance, key) ? (listing.provenance[key] ?? null) : null
  const where = html`${t.stands}: ${fieldName(t, passage.field)}${source === null ? null : html` <span class="path">(${shown(source)})</span>`}`
  return html`<blockquote>${words}</blockquote>
<p class="where">${where}${passage.inContext ? null : html` – ${t.noContext}`}</p>`
}

function legalLine(id: string, { t, lang, book, ruleset, at }: SignContext): Markup {
  const law = book.legal(ruleset, id)
  if (law === null) return html`<li><span class="path">${shown(id)}</span> (${t.toCheck})</li>`
  const place = [law.article, law.clause].filter((part) => part !== null && part !== '').join(', ')
  const notes = [...(law.confidence === 'H' ? [] : [t.toCheck]), ...(inForce(law, at) ? [] : [t.notInForce])]
  return html`<li>${shown(law.instrument[lang])}${place ? html`: ${shown(place)}` : null}${notes.length ? ` (${notes.join('; ')})` : null}</li>`
}

function explanation(rule: Signal | Excuse, context: SignContext): { readonly title: Markup; readonly body: Markup } {
  const { t, lang, book, ruleset } = context
  const file = book.rule(ruleset, rule.rule)
  const text = file?.text ?? null
  const line = (label: string, words: string | undefined) =>
    words ? html`<p><b>${label}:</b> ${shown(words)}</p>` : null
  const name = html`<span class="path">${shown(rule.rule)} @ ${rule.version}${file ? ` (${file.path.slice('data/'.length)})` : null}</span>`
  const legal = text?.legal.map((id) => legalLine(id, context)) ?? []
  return {
    title: shown(text?.title?.[lang] ?? rule.rule),
    body: html`${line(t.why, text?.why?.[lang])}${line(t.innocent, text?.innocent?.[lang])}
${legal.length ? html`<p><b>${t.legal}:</b></p><ul>${legal}</ul>` : null}
<p class="small">${t.rule}: ${name}${text === null ? html`. ${t.noRuleText}` : null}</p>`,
  }
}

const percent = (strength: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 }).format(
    strength,
  )

/** One rule that fired: its title, the seller's own words, why they matter, and how they may be innocent. */
export function signalCard(signal: Signal, context: SignContext): Markup {
  const { t, lang, listing } = context
  const { title, body } = explanation(signal, context)
  const place = `${t.signOf(t.categories[signal.category])} · ${t.strength} ${percent(signal.strength, lang)}`
  return html`<section class="sign"><header><h4>${title}</h4><span>${place}</span></header>
${passages(listing, signal.quotes).map((passage) => quoted(passage, context))}${body}</section>
`
}

/** One circumstance that speaks for the seller. */
export function excuseCard(excuse: Excuse, context: SignContext): Markup {
  const { t, listing } = context
  const { title, body } = explanation(excuse, context)
  const names: Readonly<Record<string, string>> = { ...t.categories, '*': t.everything }
  const lowered = excuse.lowers.map((id) => names[id] ?? id).join(', ')
  return html`<section class="sign excuse"><header><h4>${title}</h4><span>${t.lowers}: ${lowered}</span></header>
${passages(listing, excuse.quotes).map((passage) => quoted(passage, context))}${body}</section>
`
}
