import type { Box, Exhibit } from '../domain.ts'
import { boxesOf } from '../images/quote-boxes.ts'
import type { StoredItem } from '../store/api.ts'

/** Where the words with signs stand in one of a sighting's pictures: the page as captured, or a picture of the goods. */
export function boxesIn({ assessment, capture, pictures, exhibits }: StoredItem, sha256: string): readonly Box[] {
  const exhibit = exhibits.find((each) => each.sha256 === sha256)
  if (exhibit?.role === 'screenshot') return capture?.marks?.quotes.flatMap(({ boxes }) => boxes) ?? []
  if (!pictures) return []
  return assessment.signals
    .flatMap(({ quotes }) => quotes)
    .flatMap((quote) => boxesOf(quote, pictures))
    .filter((each) => each.sha256 === sha256)
    .flatMap(({ boxes }) => boxes)
}

const MOST_GOODS = 4

/** Pictures of the goods that were kept, those with quoted words first. */
export function goodsOf(item: StoredItem): readonly { readonly exhibit: Exhibit; readonly boxes: number }[] {
  const seen = new Set(item.pictures?.seen.map(({ sha256 }) => sha256))
  return item.exhibits
    .filter(({ sha256, role }) => seen.has(sha256) && role !== 'screenshot')
    .map((exhibit) => ({ exhibit, boxes: boxesIn(item, exhibit.sha256).length }))
    .sort((a, b) => b.boxes - a.boxes)
    .slice(0, MOST_GOODS)
}
