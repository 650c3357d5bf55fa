import { explainMessages } from '../i18n/explain.ts'
import type { Lang } from '../i18n/messages.ts'
import { unlowered } from '../rules/allowed.ts'
import type { Explanation } from '../rules/explain.ts'
import type { Silencer } from '../rules/silencers.ts'
import { bandName, type Lines } from './words.ts'

/** What would change the score, line by line. */
export const changeText = (explanation: Explanation, lang: Lang): Lines => [
  ...changeLines(explanation, lang),
  ...notMoreLines(explanation, lang),
]

/** Without which sign, or with which, the score would be another. */
export function changeLines({ decisive, signals, missing }: Explanation, lang: Lang): Lines {
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

/** How far it is to the next band, and what the excuses took off. */
export function notMoreLines({ assessment, nextBand, excuses }: Explanation, lang: Lang): Lines {
  const t = explainMessages(lang)
  const { score } = unlowered(assessment)
  const most = Math.max(0, ...excuses.map(({ without }) => without.score - score))
  return [
    nextBand === null ? t.highest : t.nextBand(nextBand, nextBand - score),
    ...(most > 0 ? [t.loweredBy(most)] : []),
  ]
}
