import { explainMessages } from '../i18n/explain.ts'
import type { Lang } from '../i18n/messages.ts'
import type { LegalReference } from '../rules/schema.ts'

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
