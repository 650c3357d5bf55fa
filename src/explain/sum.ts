import { explainMessages } from '../i18n/explain.ts'
import type { Lang } from '../i18n/messages.ts'
import type { CategoryAccount, Explanation, SignalAccount } from '../rules/explain.ts'
import { categoryName, type Lines, number, percent } from './words.ts'

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
