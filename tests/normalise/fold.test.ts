import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, quoteOf } from '../../src/normalise/fold.ts'

const any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'h',
          'oá',
          'o',
          'a',
          '\u0301',
          '\u0302',
          '\u0323',
          '\u0336',
          '\u200b',
          '\ufe0f',
          'а',
          'р',
          'ж',
          'Η',
          'ν',
          'ο',
          '🇻',
          '🇳',
        ],
        ...[
          ' ',
          '\n',
          '𝐟',
          'ⓐ',
          '½',
          'ﬁ',
          'ﷺ',
          'đ',
          'Ð',
          'ư',
          '\ud800',
          '\udc00',
          '1',
          '.',
          'ʀ',
          '한',
          '각',
          'ά',
          'é',
          'q',
          'u',
          'y',
          'ý',
          'gi',
          'ị',
        ],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

describe('folding', () => {
  test.each([
    ['HÀNG NHÁI Loại 1', 'hàng nhái loại 1'],
    ['Ha\u0300ng nha\u0301i', 'hàng nhái'],
    ['tiê\u0300n \u0111o\u0302\u0300ng', 'tiền đồng'],
    ['hoà thuỷ khoẻ tuý', 'hòa thủy khỏe túy'],
    ['nhaí cuả loaì gỉa họat qủa', 'nhái của loài giả hoạt quả'],
    ['thuôć tiêǹ trôṇ', 'thuốc tiền trộn'],
    ['mía chìa giữa người khuỷu ngoáy', 'mía chìa giữa người khuỷu ngoáy'],
    ['Beyoncé café résumé São', 'beyoncé café résumé são'],
    ['ɍeplica ħàng ₲ucci', 'replica hàng gucci'],
    ['複製 發票', '复制 发票'],
    ['尺寸L, A4尺', '尺寸l, a4尺'],
    ['quý quỳ giá toàn hoàng', 'quý quỳ giá toàn hoàng'],
    ['f\u200ba\u2060k\u00ade', 'fake'],
    ['f\u0336a\u0336k\u0336e\u0336', 'fake'],
    ['ＦＡＫＥ', 'fake'],
    ['𝐟𝒂𝓴𝕖', 'fake'],
    ['ⓕⓐⓚⓔ 🅵🅰🅺🅴 🅕🅐🅚🅔', 'fake fake fake'],
    ['🇫🇦🇰🇪', 'fake'],
    ['ꜰᴀᴋᴇ ᶠᵃᵏᵉ', 'fake fake'],
    ['fаkе', 'fake'],
    ['RЕРLІСА', 'replica'],
    ['ΝΙΚΕ', 'nike'],
    ['ոike', 'nike'],
    ['hа\u0300ng', 'hàng'],
    ['ðồng Ðức QÐ', 'đồng đức qđ'],
    ['0️⃣9️⃣ ①② ⑴', '09 12 (1)'],
    ['a \t\n\u00a0 b', 'a b'],
    ['rep 1∶1', 'rep 1:1'],
    ['ĂÂÊÔƠƯĐ', 'ăâêôơưđ'],
    ['中文 한국어 ไทย', '中文 한국어 ไทย'],
    ['новый супер товар: цена', 'новыи супер товар: цена'],
    ['Pokémon Hermès L’Oréal', "pokémon hermès l'oréal"],
    ['Müller Señor Škoda', 'muller senor skoda'],
  ])('%j is read as %j', (input, folded) => {
    expect(fold(input).text).toBe(folded)
  })

  test('a flag beside a word stays a picture, so that it does not run into the word', () => {
    expect(fold('🇻🇳Hàng').text).toBe('🇻🇳hàng')
  })

  test('the unaccented text has the same length, and đ is d', () => {
    const { text, plain } = fold('Đồng hồ nhái 🔥 ưỡn')
    expect(plain).toBe('dong ho nhai 🔥 uon')
    expect(plain.length).toBe(text.length)
  })

  test('a quote gives the original characters, decoration inside', () => {
    const input = 'Bán  F\u0336a\u200bk\u0336E\u0336 loại 1'
    const folded = fold(input)
    const at = folded.text.indexOf('fake')
    expect(quoteOf(input, folded, at, at + 4)).toEqual({ start: 5, end: 13, text: 'F\u0336a\u200bk\u0336E\u0336' })
  })

  test('offsets are monotone and in range for any text, and quotes are slices of the input', () => {
    fc.assert(
      fc.property(any, (input) => {
        const folded = fold(input)
        const { text, plain, starts, ends } = folded
        expect([plain.length, starts.length, ends.length]).toEqual([text.length, text.length, text.length])
        for (let i = 0; i < text.length; i++) {
          const [start, end] = [starts[i] ?? -1, ends[i] ?? -1]
          expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : (starts[i - 1] ?? 0))
          expect(end).toBeGreaterThanOrEqual(i === 0 ? 0 : (ends[i - 1] ?? 0))
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(input.length)
          expect(quoteOf(input, folded, i, i + 1).text).toBe(input.slice(start, end))
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('the quote of one unit folds to that unit again, where nothing depends on neighbours', () => {
    const unit = fc.constantFrom(...'abcĂđÊôƠưÁếọ𝐟ⓐ①ＦｱÐ 中')
    const plainText = fc.array(unit, { maxLength: 30 }).map((units) => units.join('-'))
    fc.assert(
      fc.property(plainText, (input) => {
        const folded = fold(input)
        for (let i = 0; i < folded.text.length; i++)
          expect(fold(quoteOf(input, folded, i, i + 1).text).text).toBe(folded.text.charAt(i))
      }),
    )
  })

  test('folded text folds to itself', () => {
    fc.assert(
      fc.property(any, (input) => {
        const once = fold(input).text
        expect(fold(once).text).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  test('composed and decomposed input fold alike', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aăâeêioôơuưyđàáảãạằắẳẵặầấẩẫậềếểễệỳýỷỹỵhngtc '), maxLength: 30 })
    fc.assert(
      fc.property(word, (input) => {
        expect(fold(input.normalize('NFD')).text).toBe(fold(input.normalize('NFC')).text)
      }),
    )
  })

  test('long hostile text stays bounded in size', () => {
    expect(fold('ﷺ'.repeat(1000)).text.length).toBeLessThanOrEqual(6000)
    expect(fold('a\u0301'.repeat(1000)).text.length).toBe(1000)
    expect(fold(`a${'\u0301'.repeat(100_000)}`).text).toBe('á')
  })
})
