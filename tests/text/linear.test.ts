import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/normalise/fold.ts'
import { plainText } from '../../src/normalise/plain-text.ts'
import { readings } from '../../src/normalise/readings.ts'
import { TRIE } from './found.ts'
import { stepsOf } from './steps.ts'

const { vocabulary } = TRIE
/** What is repeated until the text is long. */
const PIECES: Readonly<Record<string, string>> = {
  letters: 'a',
  'separators alone': '.-_/',
  'combining marks': '\u0301\u0336',
  'letters and dots': 'f.',
  'letters and spaces': 'f a k e ',
  'nested brackets': '[(',
  'brackets and letters': '[f](a)',
  digits: '0123456789',
  'digits and letters': 'h4ng n0 ',
  emoji: '🔥',
  'emoji and letters': 'f🔥a',
  flags: '🇫',
  'zero-width': '\u200b',
  'letters and zero-width': 'f\u200b',
  'letters and stars': 'g*',
  'Cyrillic and Latin': 'fаkе ',
  'upside-down letters': 'ǝʞɐɟ',
  'Telex keys': 'hangf giar ',
  'VNI keys': 'ha2ng gia3 ',
  'chat spellings': 'ko hàg zả ',
  'consonants with tones': 'bańć',
  'parts of words': 'fa ke re/p ',
  'words with bars': 'hàng·giả·',
  Chinese: '高仿A货',
  'bold letters': '𝐟𝐚',
  'angle brackets': '<',
  'open tags': '<a ',
  'open comments': '<!-- ',
  ampersands: '&amp',
}
const long = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const read = (text: string): number => {
  const folded = fold(text)
  return readings(text, folded, vocabulary).reduce((total, reading) => total + reading.text.length, folded.text.length)
}
/** Words come to an end in both, and the first use of a character is learnt: four times the text is at most so much more. */
const GROWTH = 4.8
const SMALL = 8000

describe('the work grows with the text, not with its square', () => {
  test.each(Object.entries(PIECES))('reading %s', (_, piece) => {
    read(long(piece, 200))
    const [once, more] = [SMALL, SMALL * 4].map((size) => stepsOf(() => read(long(piece, size))))
    expect(more).toBeLessThanOrEqual((once ?? 0) * GROWTH + 20_000)
  })

  test.each(Object.entries(PIECES))('tags and entities of %s', (_, piece) => {
    const html = (size: number): string => `${long(piece, size)}>`
    const [once, more] = [SMALL, SMALL * 4].map((size) => stepsOf(() => plainText(html(size))))
    expect(more).toBeLessThanOrEqual((once ?? 0) * GROWTH + 20_000)
  })

  test('pieces in any order', () => {
    const text = fc.array(fc.constantFrom(...Object.values(PIECES), ' ', '\n', 'nhái', 'gucci'), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, (pieces) => {
        const piece = pieces.join('')
        read(long(piece, 200))
        // Whole pieces: half a word at the end may be read in one way more.
        const whole = (size: number) => piece.repeat(Math.ceil(size / piece.length))
        const [once, more] = [2000, 8000].map((size) => stepsOf(() => read(whole(size))))
        expect(more).toBeLessThanOrEqual((once ?? 0) * GROWTH + 20_000)
      }),
      { numRuns: 15 },
    )
  })

  const LARGE = [
    'letters',
    'separators alone',
    'combining marks',
    'letters and dots',
    'nested brackets',
    'digits',
    'emoji',
    'zero-width',
  ]

  test.each(LARGE.map((name) => [name, PIECES[name] ?? ''] as const))(
    'a megabyte of %s is read, and readings are no longer than six times the text',
    (_, piece) => {
      const text = long(piece, 1_000_000)
      expect(fold(text).text.length).toBeLessThanOrEqual(text.length * 6)
      for (const reading of readings(text, fold(text), vocabulary)) {
        expect(reading.text.length).toBeLessThanOrEqual(text.length * 6)
      }
    },
  )
})
