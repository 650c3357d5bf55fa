import type { Box, Pictures, Quote, Sha256 } from '../domain.ts'

/** Where the words of a quote in `ocr_text` stand: for each picture that holds some, a box for each word. Empty for other fields. */
export function boxesOf(
  quote: Pick<Quote, 'field' | 'start' | 'end'>,
  { seen }: Pictures,
): readonly { readonly sha256: Sha256; readonly boxes: readonly Box[] }[] {
  if (quote.field !== 'ocr_text') return []
  return seen.flatMap(({ sha256, words }) => {
    const boxes = words.filter(({ start, end }) => start < quote.end && quote.start < end).map(({ box }) => box)
    return boxes.length === 0 ? [] : [{ sha256, boxes }]
  })
}
