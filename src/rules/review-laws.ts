import { type Finding, finding } from './review.ts'
import { hasVietnamese } from './review-texts.ts'
import { legalOn, type Ruleset } from './ruleset.ts'

const FILE = 'legal.yaml'

/** References nobody cites, that ended and lead nowhere, and rules without a basis on a day (YYYY-MM-DD, Viet Nam). */
export function reviewLaws(ruleset: Ruleset, day: string): readonly Finding[] {
  const active = ruleset.rules.filter((rule) => rule.active)
  const cited = new Set(active.flatMap(({ body }) => body.legal))
  const references = [...ruleset.legal.values()].flatMap((reference) => {
    const { id, instrument, effective_to, superseded_by } = reference
    const untranslated = instrument.vi === instrument.en || !hasVietnamese(instrument.vi)
    return [
      ...(cited.has(id) ? [] : [finding('law-unused', FILE, id)]),
      ...(untranslated ? [finding('untranslated', FILE, id, instrument.vi)] : []),
      ...(effective_to !== null && superseded_by === null
        ? [finding('law-without-successor', FILE, id, effective_to)]
        : []),
      ...(superseded_by !== null && !ruleset.legal.has(superseded_by)
        ? [finding('law-unknown-successor', FILE, id, superseded_by)]
        : []),
    ]
  })
  const rules = active.flatMap((rule) => {
    const today = legalOn(ruleset, rule, day)
    if (today.length === 0) return [finding('no-law-today', rule.file, rule.body.id, day)]
    const sure = today.some(({ confidence }) => confidence !== 'L')
    return sure ? [] : [finding('law-unsure', rule.file, rule.body.id)]
  })
  return [...references, ...rules]
}
