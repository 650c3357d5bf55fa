import { expect, test } from 'vitest'
import type { Contact, Quote, Signal } from '../../src/domain.ts'
import { tricksIn } from '../../src/normalise/tricks.ts'

const signal = (quotes: readonly Quote[]): Signal => ({
  ...{ rule: 'r', version: '0', category: 'counterfeit', strength: 0.5, quotes },
})
const told = (quotes: readonly Quote[], contacts: readonly Contact[] = []) =>
  tricksIn({ listing: { contacts }, assessment: { signals: [signal(quotes)] } })
const quoted = (text: string, field = 'title'): Quote => ({ field, start: 0, end: text.length, text })

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['s.u.p.e.r f.a.k.e', ['separators']],
  ['h-à-n-g g-i-ả', ['separators']],
  ['f a k e l o ạ i 1', ['separators']],
  ['fa\u200bke', ['invisible']],
  ['rеplica', ['borrowed-letters']],
  ['𝐟𝐚𝐤𝐞', ['styled-letters']],
  ['ｆａｋｅ', ['styled-letters']],
  ['r3plica', ['digits-for-letters']],
  ['f@ke', ['digits-for-letters']],
  ['f\u0336a\u0336k\u0336e\u0336', ['stacked-marks']],
  ['fa🌸ke', ['emoji-inside']],
  ['faaake', ['repeated-letters']],
  ['hang gia', ['no-marks']],
  ['hàng giả', []],
  ['replica', []],
  ['super fake', []],
  ['rep 1:1', []],
  ['Ba\u0300n ha\u0300ng gia\u0309', []],
  ['không hóa đơn, không tem', []],
]

test.each(ROWS)('%s', (text, tricks) => {
  expect(told([quoted(text)])).toEqual(tricks)
})

test('a price half hidden, words in the picture alone, a number in words', () => {
  expect(told([quoted('1xx.000đ', 'price_text')])).toEqual(['masked-price'])
  expect(told([quoted('replica', 'ocr_text')])).toEqual(['picture-only'])
  expect(told([quoted('replica', 'ocr_text'), quoted('replica')])).toEqual([])
  const phone = { kind: 'phone', value: '+84900000000', field: 'description' } as const
  expect(told([], [{ ...phone, text: 'không chín không không' }])).toEqual(['spelled-contact'])
  expect(told([], [{ ...phone, text: '090.000.0000' }])).toEqual([])
})

test('what hid no words that made a rule fire is no trick', () => {
  expect(tricksIn({ listing: { contacts: [] }, assessment: { signals: [] } })).toEqual([])
})
