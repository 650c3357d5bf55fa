import type { PriceCheck, ScoreInput } from '../domain.ts'
import { fold } from '../normalise/fold.ts'
import { subjectOf } from '../rules/subject.ts'
import { scan, type TermHit } from '../rules/terms.ts'
import { tokenise } from '../rules/tokens.ts'
import { compatiblePart, secondHand } from '../rules/use-facts.ts'
import { comparable } from './comparable.ts'
import type { PriceRow, Reference } from './reference.ts'

/** The reviewed row that fits the goods best, and how the price asked stands to it; null where nothing may be compared. */
export function referencePrice(input: ScoreInput, reference: Reference): PriceCheck | null {
  const price = input.price_vnd
  const row = price === null ? null : rowOf(input, reference)
  if (price === null || !row || !comparable(input) || otherUse(input, reference)) return null
  const { id, low, high, source, as_of: asOf, confidence } = row
  const ratio = Math.round((price / low) * 1000) / 1000
  return { basis: 'reference', id, low, high, ratio, outlier: false, n: null, source, asOf, confidence }
}

/** Used goods and parts for the goods are not the goods new. */
export function otherUse(input: ScoreInput, { trie, brands }: Reference): boolean {
  const subject = subjectOf(input, trie)
  return secondHand(subject) !== null || compatiblePart(subject, brands) !== null
}

/** Brand in the title or the brand field, goods in the title; the row that names more words wins, then the cheaper one. */
function rowOf({ title, brand }: ScoreInput, { prices, trie }: Reference): PriceRow | null {
  const named = hitsOf(title, trie)
  const branded = [...named, ...hitsOf(brand ?? '', trie)]
  let best: { row: PriceRow; words: number } | null = null
  for (const [at, row] of prices.entries()) {
    const most = (hits: readonly TermHit[], list: number) =>
      Math.max(0, ...hits.filter(({ term }) => term.lists.includes(list)).map(({ from, to }) => to - from))
    const [brandWords, goodsWords] = [most(branded, at * 3), most(named, at * 3 + 1)]
    if (brandWords === 0 || goodsWords === 0 || most(named, at * 3 + 2) > 0) continue
    const words = brandWords + goodsWords
    if (!best || words > best.words || (words === best.words && row.low < best.row.low)) best = { row, words }
  }
  return best?.row ?? null
}

const hitsOf = (text: string, trie: Reference['trie']) =>
  text === '' ? [] : scan(trie, tokenise(fold(text.slice(0, 500)), text.slice(0, 500)))
