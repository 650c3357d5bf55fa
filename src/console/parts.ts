import type { Band, Category, Instant, Lowered, Quote } from '../domain.ts'
import { html, type Markup, shown } from '../evidence/report/markup.ts'
import { passages, type Quoted } from '../evidence/report/quotes.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import type { Lang } from '../i18n/messages.ts'
import { terms } from '../i18n/terms.ts'
import { VIETNAM_ZONE } from '../vietnam-day.ts'

const locale = (lang: Lang): string => (lang === 'vi' ? 'vi-VN' : 'en-GB')

/** Made once for each language: making one costs a hundred times what using it does, and a page holds hundreds of figures. */
const forLang = <T>(make: (locale: string) => T): ((lang: Lang) => T) => {
  const made = { vi: make(locale('vi')), en: make(locale('en')) }
  return (lang) => made[lang]
}

const numbers = forLang((of) => new Intl.NumberFormat(of))
const whole = forLang((of) => new Intl.NumberFormat(of, { style: 'percent', maximumFractionDigits: 0 }))
const fine = forLang((of) => new Intl.NumberFormat(of, { style: 'percent', maximumFractionDigits: 1 }))
const moments = forLang(
  (of) =>
    new Intl.DateTimeFormat(of, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
      timeZone: VIETNAM_ZONE,
    }),
)

export const number = (value: number, lang: Lang): string => numbers(lang).format(value)

export const percent = (share: number, lang: Lang): string => (share < 0.1 ? fine : whole)(lang).format(share)

/** A moment in Viet Nam, to the minute; the whole of it in UTC stands in the element itself. */
export const moment = (at: Instant, lang: Lang): Markup =>
  html`<time datetime="${at}">${moments(lang).format(new Date(at))}</time>`

export const bandBadge = (band: Band, score: number, lang: Lang, allowed?: Lowered | null): Markup =>
  html`<span class="band band-${band}">${terms(lang).band[band]} <b>${number(Math.round(score * 10) / 10, lang)}</b></span>${
    allowed ? html`<span class="allowed">${shown(caseworkMessages(lang).allowedLine(allowed, score))}</span>` : null
  }`

export const categoryTags = (ids: readonly Category[], lang: Lang): Markup =>
  html`${ids.map((id) => html`<span class="tag">${terms(lang).category[id]}</span> `)}`

/** The seller's own words with the quoted ones marked; fields one after the other. */
export const quotedWords = (listing: Quoted, quotes: readonly Quote[]): Markup =>
  html`${passages(listing, quotes).map(
    ({ pieces }) =>
      html`<span class="quoted">${pieces.map(({ text, marked }) => (marked ? html`<mark>${shown(text)}</mark>` : shown(text)))}</span> `,
  )}`

/** An address of this console with some of its query changed; null takes one out. */
export function withQuery(url: URL, change: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  const text = query.toString()
  return text ? `${url.pathname}?${text}` : url.pathname
}

/** The head of a column of numbers. */
export interface NumberHead {
  readonly number: string
}

const headCell = (cell: Markup | string | NumberHead): Markup =>
  typeof cell === 'object' && 'number' in cell
    ? html`<th scope="col" class="number">${cell.number}</th>`
    : html`<th scope="col">${cell}</th>`

/** A table that may be wider than the phone: it scrolls by itself, with the keyboard too. */
export const table = (
  label: string,
  head: readonly (Markup | string | NumberHead)[],
  rows: readonly Markup[],
): Markup =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table class="list"><thead><tr>${head.map(headCell)}</tr></thead><tbody>${rows}</tbody></table></div>`
