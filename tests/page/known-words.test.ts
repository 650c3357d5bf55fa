import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knownWords } from '../../src/page/known-words.ts'
import { pairSearch } from '../../src/page/pair-search.ts'

const WORDS = [
  ...['<h1', '<h2', 'crumb', 'escription', 'itemtype=', 'json', 'mo-ta', 'mota', 'noi-dung', 'noidung', 'typeof='],
] as const

/** Places of a word by the engine's own search. */
const placesOf = (text: string, word: string): readonly number[] =>
  [...text.matchAll(new RegExp(`(?=${word})`, 'gi'))].map(({ index }) => index)

const bytesOf = (text: string) => Buffer.from(text, 'latin1')
const found = (text: string) => knownWords(text, bytesOf(text))
const expected = (text: string) => Object.fromEntries(WORDS.map((word) => [word, placesOf(text, word)]))

/** What makes pages and what looks like their words: parts of them, other cases, letters of which one byte is the same. */
const PARTS = [
  ...WORDS,
  ...WORDS.map((word) => word.toUpperCase()),
  'Crumb',
  'ŭota',
  'm\u016fta',
  '<',
  'h',
  'm',
  'o',
  '-',
  ' ',
  '\r',
  'ß',
  'đ',
  '𝒎',
  '[h1',
  '\u001ch1',
]
const page = fc.array(fc.constantFrom(...PARTS), { maxLength: 60 }).map((parts) => parts.join(''))

describe('known words of a page', () => {
  test('stand where the engine finds them, whatever surrounds them', () => {
    fc.assert(
      fc.property(page, fc.nat(40), (text, spaces) => {
        const shifted = ' '.repeat(spaces) + text
        expect(found(shifted)).toEqual(expected(shifted))
      }),
      { numRuns: 2000 },
    )
  })

  test('are found where a piece of the page ends, at its very end, and when there are very many', () => {
    for (const shift of [-12, -9, -5, -4, -2, -1, 0, 1, 15, 16, 17]) {
      const text = `${'x'.repeat(65_536 + shift)}escription mo-ta <h1${'.'.repeat(65_500)}typeof= CRUMB`
      expect(found(text)).toEqual(expected(text))
    }
    const crowded = '<h1>mota'.repeat(40_000)
    expect(found(crowded)).toEqual(expected(crowded))
    expect(found('')).toEqual(expected(''))
  })
})

describe('the search for pairs', () => {
  test('tells every place in order, also while another one is under way', () => {
    const find = pairSearch(['ab', '<h'])
    const one = Buffer.from('abxx<hab'.repeat(9))
    const places = Array.from({ length: 9 }, (_, n) => [0, 4, 6].map((at) => n * 8 + at)).flat()
    const under = find(one)
    expect(under.next().value).toBe(0)
    expect([...find(Buffer.from('..AB'))]).toEqual([2])
    expect([0, ...under]).toEqual(places)
  })

  test('sees no pair behind the end that a longer page left there', () => {
    const find = pairSearch(['ab'])
    expect([...find(Buffer.from('xxxxabab'))]).toEqual([4, 6])
    expect([...find(Buffer.from('xxxxa'))]).toEqual([])
    expect([...find(Buffer.alloc(0))]).toEqual([])
  })
})
