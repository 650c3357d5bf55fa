import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../src/page/visible-text.ts'
import { ALL_MONEY, MONEY } from '../../src/sites/generic/words.ts'

const SIGNS = '₫ đ đồng vnđ VND us$ NT$ $ € £ ¥ ₩ zł Kč lei rs. Rs kr. kr CHF euro EUR р. руб. грн 元 원 ر.س'.split(' ')
const piece = fc.oneof(
  fc.constantFrom(...SIGNS, ...' \u00a0,.-–()', '1.234.567', '12', '450k', 'bán', 'Rsu', 'aRs', ',-', ',--'),
  fc.stringMatching(/^[a-zA-Zđơ0-9 ]{0,6}$/),
)

test('the quick look at a text finds the money that the pattern finds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      expect(MONEY.all(text).map(([found]) => found)).toEqual([...text.matchAll(ALL_MONEY)].map(([found]) => found))
    }),
    { numRuns: 20_000 },
  )
})

test.each(SIGNS)('%s beside a number is money', (sign) => {
  expect([MONEY.test(`5 ${sign}`), MONEY.test(`${sign} 5`), MONEY.test(`(5${sign})`)]).toEqual([true, true, true])
})

test('white space is folded as the pattern folds it', () => {
  const space = fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2003', '\u3000', '\ufeff', 'a', 'đ', '\u200b')
  fc.assert(
    fc.property(fc.array(space, { maxLength: 12 }), (characters) => {
      const text = characters.join('')
      expect(fold(text)).toBe(text.replace(/\s+/g, ' ').trim())
    }),
    { numRuns: 5_000 },
  )
})
