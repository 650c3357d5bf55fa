import { explainMessages } from '../i18n/explain.ts'
import type { Lang } from '../i18n/messages.ts'
import type { Difference } from '../rules/compare.ts'
import { bandName, type Lines, number } from './words.ts'

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
