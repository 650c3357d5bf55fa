import { fold } from '../normalise/fold.ts'
import { type Finding, finding } from './review.ts'
import type { Excusing, Rule, Ruleset } from './ruleset.ts'

/** Marks what a new rule's file leaves to be written. */
const UNFILLED = /[‹›]/

/** Titles twice, texts left to be written, and Vietnamese that is missing. */
export function reviewTexts(ruleset: Ruleset): readonly Finding[] {
  const rules = [...ruleset.rules, ...ruleset.excuses]
  return [...twice(rules), ...rules.flatMap(written)]
}

function twice(rules: readonly (Rule | Excusing)[]): readonly Finding[] {
  const seen = new Map<string, string>()
  return rules.flatMap(({ file, body }) =>
    (['vi', 'en'] as const).flatMap((lang) => {
      const key = `${lang} ${fold(body.title[lang]).text.trim()}`
      const other = seen.get(key)
      seen.set(key, other ?? body.id)
      return other === undefined ? [] : [finding('title-twice', file, `title.${lang}`, other)]
    }),
  )
}

function written({ file, text, body }: Rule | Excusing): readonly Finding[] {
  if (UNFILLED.test(text)) return [finding('unfilled', file, body.id)]
  return (['title', 'why', 'innocent'] as const).flatMap((key) => {
    const { vi, en } = body[key]
    return vi === en || !hasVietnamese(vi) ? [finding('untranslated', file, key, vi.slice(0, 80))] : []
  })
}

/** Some letter carries a Vietnamese mark, đ among them. */
export function hasVietnamese(text: string): boolean {
  const { text: folded, plain } = fold(text)
  return folded !== plain
}
