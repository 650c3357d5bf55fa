import type { Tried } from '../../amend/types.ts'
import type { ScoreInput } from '../../domain.ts'
import { html, type Markup, shown } from '../../evidence/report/markup.ts'
import type { Quoted } from '../../evidence/report/quotes.ts'
import { changeText } from '../../explain/change.ts'
import { lawLine } from '../../explain/law.ts'
import { sumLines } from '../../explain/sum.ts'
import { consoleRules } from '../../i18n/console-rules.ts'
import { explainMessages } from '../../i18n/explain.ts'
import type { Lang } from '../../i18n/messages.ts'
import type { ExcuseAccount, SignalAccount } from '../../rules/explain.ts'
import { bandBadge, categoryTags, percent, quotedWords } from '../parts.ts'

/** A text that was typed, as what quotes point into. */
const quotedOf = (input: ScoreInput): Quoted => ({
  ...{ title: input.title, description: input.description, brand: input.brand, category: input.category },
  ...{ ocrText: input.ocr_text, url: input.url ?? '', attributes: input.attributes },
  price: input.price_text === null ? null : { text: input.price_text },
  seller: input.seller && {
    ...{ key: null, name: input.seller.name, url: null, location: input.seller.location },
    ...{ phoneText: input.seller.phone_text, badges: input.seller.badges },
  },
})

function sign(signal: SignalAccount, input: ScoreInput, day: string, lang: Lang): Markup {
  const t = explainMessages(lang)
  const laws = signal.legal.map((law) => html`<li>${shown(lawLine(law, lang))}</li>`)
  const reading = signal.reading === 'plain' ? '' : `, ${t.reading[signal.reading](percent(signal.base, lang))}`
  return html`<article class="sign"><header><h4><a href="/rule/${signal.rule}">${shown(signal.title[lang])}</a></h4><span>${categoryTags([signal.category], lang)}${t.strength(percent(signal.strength, lang))}${reading}</span></header>
${signal.quotes.length ? html`<blockquote>${quotedWords(quotedOf(input), signal.quotes)}</blockquote>` : null}<p>${shown(signal.why[lang])}</p><p><b>${t.innocent}:</b> ${shown(signal.innocent[lang])}</p>${laws.length ? html`<p class="small">${t.law(day)}:</p><ul class="small">${laws}</ul>` : null}</article>`
}

const excuse = (one: ExcuseAccount, input: ScoreInput, lang: Lang): Markup =>
  html`<article class="sign excuse"><header><h4><a href="/rule/${one.rule}">${shown(one.title[lang])}</a></h4><span>${explainMessages(lang).excused(percent(one.strength, lang))}</span></header>${one.quotes.length ? html`<blockquote>${quotedWords(quotedOf(input), one.quotes)}</blockquote>` : null}<p>${shown(one.why[lang])}</p></article>`

const lines = (title: string, all: readonly string[]): Markup | null =>
  all.length
    ? html`<h3>${title}</h3><ul>${all.map((line) => html`<li>${shown(line.replace(/^\s*(– )?/, ''))}</li>`)}</ul>`
    : null

/** The whole account of a text that was tried, as `soi explain` gives it. */
export function triedPart({ input, explanation }: Tried, lang: Lang): Markup {
  const t = explainMessages(lang)
  const own = consoleRules(lang)
  const { assessment, scoring, signals, excuses, day } = explanation
  const said = (assessment.flagged ? own.flagged : own.notFlagged)(scoring.flag_at)
  const cards = signals.map((signal) => sign(signal, input, day, lang))
  return html`<section class="signs" id="result" aria-live="polite"><h2>${own.result}</h2><p class="line">${bandBadge(assessment.band, assessment.score, lang)} <span>${said}</span></p>
${cards.length ? html`<h3>${t.why}</h3>${cards}` : html`<p class="empty">${t.noSigns}</p>`}${excuses.length ? html`<h3>${t.excuses}</h3>${excuses.map((one) => excuse(one, input, lang))}` : null}${cards.length ? html`${lines(t.sum, sumLines(explanation, lang))}${lines(t.change, changeText(explanation, lang))}` : null}</section>`
}
