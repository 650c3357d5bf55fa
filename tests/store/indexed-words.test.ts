import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexedWord, indexedWords } from '../../src/store/indexed-words.ts'

const WORD = /[\p{L}\p{N}\p{M}]+/gu

test('words are the runs of letters, digits and marks of any script, in their order', () => {
  const text = 'Ốp lưng i\u0302 12.500đ—𝐆𝐢𝐚̉ \ud83d 😀x\udc00y 中文\u{1d7d7}'
  expect(indexedWords(text)).toEqual((text.match(WORD) ?? []).map(indexedWord))
  expect(indexedWords('')).toEqual([])
  expect(indexedWords(' — ')).toEqual([])
})

test('of any text, as the expression says', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', ' ', 'ạ', '\u0301', '😀', '𝐀', '\ud835', '\udc00', '7', '-', '\u{1d7d7}'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (units) => {
      const text = units.join('')
      expect(indexedWords(text)).toEqual((text.match(WORD) ?? []).map(indexedWord))
    }),
    { numRuns: 500 },
  )
})
