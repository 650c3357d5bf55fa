import { expect, test } from 'vitest'
import { NO_CHECKS, type PriceCheck } from '../../src/domain.ts'
import { type FirstReading, wantsPictures } from '../../src/images/policy.ts'
import { aSighting } from '../store/sample.ts'

const reading = (flagged: boolean, over: Partial<FirstReading['listing']> = {}): FirstReading => {
  const { listing, assessment, checks } = aSighting({ key: '1', flagged })
  return { listing: { ...listing, ...over }, assessment, checks }
}
const price = (ratio: number, outlier = false): PriceCheck => ({
  ...{ basis: 'reference', id: 'x', low: 1, high: 2, n: null, source: 's', asOf: '2026-01-01', confidence: 'H' },
  ...{ ratio, outlier },
})

test.each<[string, boolean, FirstReading]>([
  ['a listing with a sign', true, reading(true)],
  ['one without', false, reading(false)],
  ['one at a price far too low', true, { ...reading(false), checks: { ...NO_CHECKS, price: price(0.2) } }],
  ['one at a price far below its like', true, { ...reading(false), checks: { ...NO_CHECKS, price: price(0.8, true) } }],
  ['one at a fair price', false, { ...reading(false), checks: { ...NO_CHECKS, price: price(0.9) } }],
  ['one that says next to nothing', true, reading(false, { title: 'Đồng hồ', description: null })],
  ['one with a sign and no picture', false, reading(true, { images: [] })],
  ['one whose pictures were read', false, reading(true, { ocrText: 'Hàng hiệu' })],
])('pictures of %s: %s', (_, wanted, first) => {
  expect(wantsPictures('flagged', first)).toBe(wanted)
  expect(wantsPictures('off', first)).toBe(false)
  expect(wantsPictures('all', first)).toBe(first.listing.images.length > 0 && first.listing.ocrText === null)
})
