// Longer than most: the whole account of one listing, section by section.
import type { Assessment, Band, Category, Quote } from '../domain.ts'
import { caseworkMessages } from '../i18n/casework.ts'
import { explainMessages } from '../i18n/explain.ts'
import { forTerminal } from '../i18n/format.ts'
import type { Lang } from '../i18n/messages.ts'
import { fieldName, terms } from '../i18n/terms.ts'
import { unlowered } from '../rules/allowed.ts'
import type { Difference } from '../rules/compare.ts'
import type { CategoryAccount, ExcuseAccount, Explanation, SignalAccount } from '../rules/explain.ts'
import type { LegalReference } from '../rules/schema.ts'
import type { Silencer } from '../rules/silencers.ts'

type Lines = readonly string[]

const number = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 3 }).format(value)
const percent = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value)
const bandName = (band: Band, lang: Lang): string => terms(lang).band[band]
const categoryName = (id: Category, lang: Lang): string => terms(lang).category[id]

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

/** What would change the score, line by line. */
export const changeText = (explanation: Explanation, lang: Lang): Lines => [
  ...changeLines(explanation, lang),
  ...notMoreLines(explanation, lang),
]

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

/** One reference in words. */
export function lawLine({ instrument, article, clause, confidence }: LegalReference, lang: Lang): string {
  const t = explainMessages(lang)
  const place = [
    instrument[lang],
    ...(article === null ? [] : [t.article(article)]),
    ...(clause === null ? [] : [t.clause(clause)]),
  ].join(', ')
  return confidence === 'H' ? place : `${place} (${t.toCheck})`
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

/** How the score adds up, line by line. */
export function sumLines({ categories, signals, scoring }: Explanation, lang: Lang): Lines {
  const t = explainMessages(lang)
  const [first, ...others] = categories
  const behind = signals.filter(({ counts }) => !counts)
  const share = percent(scoring.cross_category, lang)
  const rest = others.map(({ id, value }) => `${categoryName(id, lang)} ${number(value, lang)}`).join(', ')
  return [
    ...categories.flatMap((category) => categoryLines(category, signals, lang)),
    ...behind.map(({ rule, group }) => `   ${t.behind(rule, group)}`),
    ...(first === undefined
      ? []
      : [
          rest === '' ? t.totalAlone(categoryName(first.id, lang)) : t.total(categoryName(first.id, lang), share, rest),
        ]),
  ]
}

function categoryLines({ id, value, groups }: CategoryAccount, signals: readonly SignalAccount[], lang: Lang): Lines {
  const t = explainMessages(lang)
  const name = categoryName(id, lang)
  const factors = groups.map(({ left }) => `(1 − ${number(left, lang)})`).join('')
  const sum = number(value, lang)
  return [
    groups.length === 1 ? t.single(name, sum) : t.noisyOr(name, factors, sum),
    ...groups.map(({ group, rule, left }) => {
      const lowered = signals.some((signal) => signal.rule === rule && left < signal.strength)
      return `   ${(lowered ? t.groupAfter : t.group)(group, rule, number(left, lang))}`
    }),
  ]
}

function changeLines({ decisive, signals, missing }: Explanation, lang: Lang): Lines {
  const t = explainMessages(lang)
  const [one] = decisive
  const silenced = signals.filter(({ silencers }) => silencers.length > 0)
  const named = (rule: string): string => {
    const title = signals.find((signal) => signal.rule === rule)?.title[lang]
    return title === undefined ? rule : t.named(title, rule)
  }
  return [
    ...(one === undefined
      ? []
      : [decisive.length === 1 ? t.decisiveOne(named(one)) : t.decisiveAll(decisive.map(named).join(', '))]),
    ...signals.map(({ rule, without }) => `– ${t.removed(named(rule), without.score, bandName(without.band, lang))}`),
    ...missing.map(
      ({ rule, title, outcome }) => `– ${t.missing(title[lang], rule, outcome.score, bandName(outcome.band, lang))}`,
    ),
    ...silenced.map(
      ({ rule, silencers }) =>
        `– ${t.silenced(named(rule), silencers.map((one) => silencerName(one, lang)).join('; '))}`,
    ),
  ]
}

function silencerName({ kind, name }: Silencer, lang: Lang): string {
  const t = explainMessages(lang)
  return kind === 'fact' ? (t.facts[name] ?? name) : t.field(t.fields[name] ?? name)
}

function notMoreLines({ assessment, nextBand, excuses }: Explanation, lang: Lang): Lines {
  const t = explainMessages(lang)
  const { score } = unlowered(assessment)
  const most = Math.max(0, ...excuses.map(({ without }) => without.score - score))
  return [
    nextBand === null ? t.highest : t.nextBand(nextBand, nextBand - score),
    ...(most > 0 ? [t.loweredBy(most)] : []),
  ]
}

/** What two assessments say differently; one line when nothing differs. */
export function differenceText({ from, to, gone, come, changed }: Difference, lang: Lang): Lines {
  const t = explainMessages(lang)
  const said = ({ score, band }: Difference['from']) => `${score} (${bandName(band, lang)})`
  const lines = [
    ...(said(from) === said(to) ? [] : [t.from(said(from), said(to))]),
    ...(gone.length === 0 ? [] : [t.gone(gone.join(', '))]),
    ...(come.length === 0 ? [] : [t.come(come.join(', '))]),
    ...changed.map((change) =>
      change.what.includes('strength')
        ? t.changed(change.rule, number(change.from, lang), number(change.to, lang))
        : t.rewritten(change.rule),
    ),
  ]
  return lines.length === 0 ? [] : lines.map((line) => `– ${line}`)
}
