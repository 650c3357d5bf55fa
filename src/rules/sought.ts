import type { Assessment, Listing, Quote, ScoreInput, Sought, SoughtQuote } from '../domain.ts'
import { scoreInput } from '../normalise/listing.ts'

/** Enough to tell one place from another. */
const AROUND = 40
const LONGEST = 300

/** The words of a listing to be found in its page: those that speak against it first, then its title and price. */
export function soughtOf(listing: Listing, { signals }: Pick<Assessment, 'signals'>, amongOthers: boolean): Sought {
  const input = scoreInput(listing)
  const whole = (field: 'title' | 'price_text') => {
    const text = input[field] ?? ''
    return text === '' ? [] : [{ field, start: 0, end: text.length, text }]
  }
  const quotes = [...signals.flatMap((signal) => signal.quotes), ...whole('title'), ...whole('price_text')]
  const distinct = new Map(quotes.map((quote) => [`${quote.field} ${quote.start} ${quote.end}`, quote]))
  return { key: listing.key, quotes: [...distinct.values()].flatMap((quote) => around(quote, input)), amongOthers }
}

/** Words in a picture are not looked for in the page: they have boxes of their own. */
function around({ field, start, end, text }: Quote, input: ScoreInput): readonly SoughtQuote[] {
  const all = fieldOf(input, field)
  if (all === null || field === 'ocr_text') return []
  const cut = text.slice(0, LONGEST)
  return [
    {
      field,
      start,
      end,
      text: cut,
      before: all.slice(Math.max(0, start - AROUND), start),
      after: all.slice(start + cut.length, end + AROUND).slice(0, AROUND),
    },
  ]
}

/** The text a quote's field names; null where there is none. */
function fieldOf(input: ScoreInput, field: string): string | null {
  if (field.startsWith('seller.badges.'))
    return input.seller?.badges[Number(field.slice('seller.badges.'.length))] ?? null
  if (field.startsWith('attributes.')) return input.attributes[field.slice('attributes.'.length)] ?? null
  const value = field.startsWith('seller.')
    ? (input.seller as Readonly<Record<string, unknown>> | null)?.[field.slice('seller.'.length)]
    : (input as unknown as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? value : null
}
