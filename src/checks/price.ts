import type { PriceCheck, ScoreInput } from '../domain.ts'
import { fold } from '../normalise/fold.ts'
import { compatiblePart } from '../rules/compatible-part.ts'
import { scan, type TermHit } from '../rules/scan.ts'
import { secondHand } from '../rules/second-hand.ts'
import { subjectOf } from '../rules/subject.ts'
import { tokenise } from '../rules/tokens.ts'
import { comparable } from './comparable.ts'
import { LISTS_PER_ROW, type PriceRow, type Reference } from './reference.ts'

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
  const named = longest(hitsOf(title, trie))
  const branded = brand === null ? named : longest([...hitsOf(title, trie), ...hitsOf(brand, trie)])
  let best: { row: PriceRow; words: number } | null = null
  for (const list of branded.keys()) {
    const at = Math.floor(list / LISTS_PER_ROW)
    const row = list % LISTS_PER_ROW === 0 ? prices[at] : undefined
    const goods = named.get(list + 1)
    if (!row || !goods || named.has(list + 2)) continue
    const words = goods + (branded.get(list) ?? 0)
    if (!best || words > best.words || (words === best.words && row.low < best.row.low)) best = { row, words }
  }
  return best?.row ?? null
}

/** List → the most words of it found in one place. */
function longest(hits: readonly TermHit[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const { term, from, to } of hits)
    for (const list of term.lists) found.set(list, Math.max(found.get(list) ?? 0, to - from))
  return found
}

const hitsOf = (text: string, trie: Reference['trie']) =>
  text === '' ? [] : scan(trie, tokenise(fold(text.slice(0, 500)), text.slice(0, 500)))
