import type { ScoreInput } from '../domain.ts'
import { fold } from '../normalise/fold.ts'
import { type Tokens, tokenise } from '../rules/tokens.ts'

/** Stands before a word that was read without its marks. No token holds it. */
export const UNMARKED = '~'

/** A model keeps the most telling ones by chi-square; more added nothing measurable and made its file larger. */
export const MOST_FEATURES = 16_000

export interface Features {
  /** Words and pairs of words with their marks and, again, without: what training learns from. */
  readonly training: ReadonlySet<string>
  /** As the seller wrote: with marks, or without where a whole text is written so. What an opinion is formed on. */
  readonly reading: ReadonlySet<string>
}

/**
 * Folded words and pairs of neighbouring words, each once; every number is `#`, so that neither prices nor phone numbers
 * enter a model. The seller, the price and the address of the page are left out: they would teach who sells, not what.
 */
export function featuresOf(listing: ScoreInput): Features {
  const training = new Set<string>()
  const reading = new Set<string>()
  for (const text of textsOf(listing)) {
    const tokens = tokenise(fold(text), text)
    add(training, tokens, tokens.marked, '')
    add(training, tokens, tokens.plain, UNMARKED)
    if (tokens.unaccentedText) add(reading, tokens, tokens.plain, UNMARKED)
    else add(reading, tokens, tokens.marked, '')
  }
  return { training, reading }
}

const textsOf = ({ title, description, attributes, ocr_text, brand, category }: ScoreInput): readonly string[] =>
  [
    title,
    description,
    ...Object.entries(attributes).map(([name, value]) => `${name} ${value}`),
    ocr_text,
    brand,
    category,
  ].filter((text) => text !== null && text !== '') as readonly string[]

const LONGEST = 40
const NUMBER = /^\p{Nd}/u

function add(to: Set<string>, { count, gap }: Tokens, words: readonly string[], prefix: string): void {
  let before = ''
  for (let at = 0; at < count; at++) {
    const own = (words[at] ?? '').slice(0, LONGEST)
    const word = NUMBER.test(own) ? '#' : own
    to.add(prefix + word)
    if (at > 0 && gap[at] === 0) to.add(`${prefix}${before} ${word}`)
    before = word
  }
}
