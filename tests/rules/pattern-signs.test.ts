import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, test } from 'vitest'
import { signsOf } from '../../src/rules/pattern-signs.ts'

describe('the words of which a match holds one', () => {
  test.each([
    ['🧨|🎆|💥', ['🧨', '🎆', '💥']],
    ['(một|hai|ba|bốn|năm) ?(📋|💉)', ['📋', '💉']],
    ['(?:no|so).{0,8}[$€][ ,]*[€$]', ['$', '€']],
    ['[0-9]{0,5}0{5,} ?/', ['00000']],
    ['[0-9]{0,5}0{3,}[0-9]? ?/', ['/']],
    ['abc(d|e)?f', ['abcdf', 'abcef', 'abcf']],
    ['(?i)x{4,}', ['xxxx']],
    ['\\bpcb[ab]-xx\\b', ['pcba-xx', 'pcbb-xx']],
    ['a{2}b{2}', ['aabb']],
    ['hàng\\.giả', ['hàng.giả']],
    ['[^]abcd](mẫu|[]x]y{3})', ['mẫu', ']yyy', 'xyyy']],
  ])('%s', (source, words) => {
    expect(signsOf(source)).toEqual(words)
  })

  test.each([
    '[0-9]+ ?(kg|g)',
    '(cửa hàng)?',
    'a|b',
    '.{3}',
    '[^a]bc*',
    '(?s)cửa hàng.',
    'cửa(?i)HÀNG',
    '(?P<tên>cửa hàng)',
    '\\Qcửa|hàng\\E',
    '\\101bcd',
    '\\p{L}{9}',
    'cửa(|x*)|[a-z]{9}',
  ])('none can be told of %s', (source) => {
    expect(signsOf(source)).toBeNull()
  })
})

/** Patterns of everything that is read, nested three deep. */
const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      'a',
      'ớ',
      '🧨',
      'A',
      'Ớ',
      '7',
      ' ',
      '\\.',
      '[xy🎆]',
      '[^a]',
      '[a-c]',
      '.',
      '\\d',
      '^',
      '\\b',
      '[[:digit:]]',
      '[]a]',
      '[^]ab]',
    ),
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `(?:${inner})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,3}', '{0,2}', '+?')), {
      maxLength: 4,
    })
    .map((parts) => parts.map(([atom, times]) => (atom === '^' || atom === '\\b' ? atom : atom + times)).join(''))
    .chain((one) =>
      fc.oneof(
        fc.constant(one),
        tie('pattern').map((other) => `${one}|${other}`),
      ),
    ),
}))

test('no text that a pattern matches is without them', () => {
  let told = 0
  const text = fc.array(fc.constantFrom('a', 'b', 'ớ', '🧨', '🎆', '7', ' ', '.', 'x', 'y', ']', '\n'), {
    maxLength: 24,
  })
  fc.assert(
    fc.property(pattern, fc.boolean(), fc.array(text, { minLength: 8, maxLength: 8 }), (plain, anyCase, texts) => {
      const source = anyCase ? `(?i)${plain}` : plain
      const found = signsOf(source)
      if (found === null) return
      const compiled = RE2JS.compile(source)
      for (const text of texts.map((chars) => chars.join(''))) {
        if (!compiled.test(text)) continue
        told++
        expect(
          found.some((word) => text.includes(word)),
          `${source} in “${text}”`,
        ).toBe(true)
      }
    }),
    { numRuns: 6_000 },
  )
  expect(told).toBeGreaterThan(100)
})
