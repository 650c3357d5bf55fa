import type { Assessment, Quote } from '../domain.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { explainMessages } from '../i18n/explain.ts'
import { forTerminal } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { fieldName, terms } from '../i18n/terms.ts'
import type { ExcuseAccount, Explanation, SignalAccount } from '../rules/explain.ts'
import { changeLines, notMoreLines } from './change.ts'
import { lawLine } from './law.ts'
import { sumLines } from './sum.ts'
import { bandName, categoryName, type Lines, number, percent } from './words.ts'

const section = (title: string, lines: Lines): Lines => (lines.length === 0 ? [] : ['', title, ...lines])

/** The account of one listing, as lines for a terminal; the listing's own words are made safe to print. */
export function explanationText(title: string, explanation: Explanation, lang: Lang): Lines {
  const t = explainMessages(lang)
  const { assessment, scoring, signals, excuses } = explanation
  const { id, score, band, flagged } = assessment
  const verdict = flagged ? t.flagged(scoring.flag_at) : t.notFlagged(scoring.flag_at)
  const head = [
    forTerminal(`${id}  ${title}`),
    `${t.score(score, bandName(band, lang))}; ${verdict}.`,
    ...allowedLines(assessment, lang),
  ]
  if (signals.length === 0) return [...head, t.noSigns]
  return [
    ...head,
    ...section(
      t.why,
      signals.flatMap((signal, at) => signalLines(signal, at + 1, explanation.day, lang)),
    ),
    ...section(
      t.excuses,
      excuses.flatMap((excuse) => excuseLines(excuse, lang)),
    ),
    ...section(t.sum, sumLines(explanation, lang)),
    ...section(t.change, changeLines(explanation, lang)),
    ...section(t.notMore, notMoreLines(explanation, lang)),
  ]
}

/** What an allowance for the seller lowered: a line of its own, before the account of the signs. */
export const allowedLines = ({ allowed, score }: Assessment, lang: Lang): Lines =>
  allowed ? [forTerminal(caseworkMessages(lang).allowedLine(allowed, score))] : []

const quoteLines = (quotes: readonly Quote[], lang: Lang): Lines =>
  quotes.map(({ text, field }) => forTerminal(`   “${text}” (${fieldName(field, terms(lang).field)})`))

function signalLines(signal: SignalAccount, at: number, day: string, lang: Lang): Lines {
  const t = explainMessages(lang)
  const { rule, version, title, category, strength, base, reading, why, innocent, legal } = signal
  const note = reading === 'plain' ? '' : `, ${t.reading[reading](number(base, lang))}`
  return [
    `${at}. ${title[lang]} [${rule} ${version}]`,
    `   ${categoryName(category, lang)}; ${t.strength(number(strength, lang))}${note}`,
    ...quoteLines(signal.quotes, lang),
    `   ${t.because}: ${why[lang]}`,
    `   ${t.innocent}: ${innocent[lang]}`,
    ...(legal.length === 0 ? [`   ${t.noLaw(day)}`] : [`   ${t.law(day)}:`]),
    ...legal.map((reference) => `     – ${lawLine(reference, lang)}`),
  ]
}

function excuseLines({ rule, title, strength, quotes, reaches, without }: ExcuseAccount, lang: Lang): Lines {
  const t = explainMessages(lang)
  return [
    `– ${title[lang]} [${rule}]: ${t.excused(percent(strength, lang))}`,
    ...quoteLines(quotes, lang),
    `   ${reaches.length === 0 ? t.reachesNone : t.reachesOf(reaches.join(', '))}`,
    `   ${t.without(without.score, bandName(without.band, lang))}`,
  ]
}
