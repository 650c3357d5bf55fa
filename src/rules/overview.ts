import { parsed, type Reader } from './kept.ts'
import type { Finding } from './review.ts'
import { reviewExamples } from './review-examples.ts'
import { reviewLaws } from './review-laws.ts'
import { reviewTexts } from './review-texts.ts'
import { reviewWords } from './review-words.ts'
import type { Ruleset } from './ruleset.ts'

export type { Finding, FindingKind } from './review.ts'

/**
 * Looks at a whole set that loads: what one file alone cannot show. Errors first, then by file. `day`: YYYY-MM-DD in Viet
 * Nam, for the law in force; `read`: how word lists are read once more. Duplicate ids and unknown references never get here:
 * they do not load.
 */
export function reviewRuleset(ruleset: Ruleset, day: string, read: Reader = parsed): readonly Finding[] {
  const all = [
    ...reviewTexts(ruleset),
    ...reviewLaws(ruleset, day),
    ...reviewWords(ruleset, read),
    ...reviewExamples(ruleset),
  ]
  const key = ({ level, file, kind }: Finding) => `${level} ${file} ${kind}`
  return all.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
