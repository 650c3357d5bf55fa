import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/normalise/claims.ts'
import { countryAtStart, gs1Office } from '../../src/normalise/gs1.ts'
import { gtinState, isPlaceholderSerial, taxCodeState } from '../../src/normalise/identifiers.ts'
import { parseScoreInput } from '../../src/rules/input.ts'

const input = (fields: object) => parseScoreInput({ id: 'x', ...fields })
/** `kind value state reason` of every claim in a text. */
const said = (description: string) =>
  claimsOf(input({ description })).map(({ kind, value, state, reason }) =>
    [kind, value, state, reason].filter(Boolean).join(' '),
  )

describe('numbers of each kind, and how far their form goes', () => {
  test.each([
    ['Số công bố 071234/24/CBMP-HCM', 'cosmetic 71234/24/CBMP-HCM valid form'],
    ['PCB: 71846 / 18 / CBMP - QLĐ', 'cosmetic 71846/18/CBMP-QLD valid form'],
    ['4521/2023/CBMP-HN', 'cosmetic 4521/23/CBMP-HN valid form'],
    ['１２３４５/23/CBMP-HN', 'cosmetic 12345/23/CBMP-HN placeholder serial'],
    ['123456/22/CBMP-QLD', 'cosmetic 123456/22/CBMP-QLD placeholder serial'],
    ['xxxxxx/24/CBMP-HN', 'cosmetic XXXXXX/24/CBMP-HN placeholder serial'],
    ['000000/25/CBMP-HN', 'cosmetic 0/25/CBMP-HN placeholder serial'],
    ['4521/22/CBMP-XX', 'cosmetic 4521/22/CBMP-XX placeholder serial'],
    ['4521/45/CBMP-HN', 'cosmetic 4521/45/CBMP-HN malformed year'],
    ['45212345/22/CBMP-HN', 'cosmetic 45212345/22/CBMP-HN malformed serial'],
    ['9677/2021/ĐKSP', 'food 9677/2021/DKSP valid form'],
    ['9677/2021/DKSP', 'food 9677/2021/DKSP valid form'],
    ['9677/2016/ĐKSP', 'food 9677/2016/DKSP malformed year'],
    ['12045/2016/ATTP-XNCB', 'food 12045/2016/ATTP-XNCB valid form'],
    ['1234/2024/ĐKSP', 'food 1234/2024/DKSP placeholder serial'],
    ['Tự công bố số 01/HOA SEN/2024', 'self-declared 01/HOA SEN/2024 valid form'],
    ['Số 12/2024/TCB-ABC', 'self-declared 12/2024/TCB-ABC valid form'],
    ['xxx/2024/TCBSP', 'self-declared XXX/2024/TCBSP placeholder serial'],
    ['1812/2021/XNQC-ATTP', 'advertising 1812/2021/XNQC-ATTP valid form'],
    ['SĐK: VD-25305-16', 'drug VD-25305-16 valid form'],
    ['VD-28109-17', 'drug VD-28109-17 valid form'],
    ['QLĐB-747-19', 'drug QLDB-747-19 valid form'],
    ['VN-18966-15', 'drug VN-18966-15 valid form'],
    ['VD-93312-13', 'drug VD-93312-13 malformed serial'],
    ['VD-xxxxx-xx', 'drug VD-XXXXX-XX placeholder serial'],
    ['VD-00000', 'drug VD-00000 placeholder serial'],
    ['SĐK: 00000', 'drug 00000 placeholder serial'],
    ['SĐK 300111082223', 'drug 300111082223 valid form'],
    ['893110123423', 'drug 893110123423 valid form'],
    ['170000123/PCBA-HN', 'device 170000123/PCBA-HN valid form'],
    ['12/PCBB-HCM', 'device 12/PCBB-HCM malformed serial'],
    ['2300123ĐKLH/BYT-HTTB', 'device 2300123DKLH valid form'],
    ['MST: 0100233488', 'tax-code 0100233488 valid form'],
    ['Mã số thuế 0314409058-002', 'tax-code 0314409058-002 valid form'],
    ['MST 01.00.112.437', 'tax-code 0100112437 valid form'],
    ['MST 001085012345', 'tax-code 001085012345 valid form'],
    ['MST 0100233489', 'tax-code 0100233489 malformed check-digit'],
    ['MST 0314409058-000', 'tax-code 0314409058-000 malformed check-digit'],
    ['MST 1234567890', 'tax-code 1234567890 placeholder serial'],
    ['Mã vạch: 8934563138165', 'gtin 8934563138165 valid form'],
    ['barcode 8934563138166', 'gtin 8934563138166 malformed check-digit'],
    ['EAN-8: 96385074', 'gtin 96385074 valid form'],
    ['UPC 036000291452', 'gtin 036000291452 valid form'],
    ['GTIN-14 10012345678902', 'gtin 10012345678902 valid form'],
  ])('%s', (text, wanted) => {
    expect(said(text)).toEqual([wanted])
  })

  test.each([
    'Giá 1.234.567đ, gọi 0912 345 678',
    'SĐK đầy đủ, giấy tờ có',
    'Giày VN-1234-56 size 40',
    'Mã vạch nội bộ 12345678',
    'Mã vạch 123456',
    'kem dưỡng 24/7, 50/50',
    'Số đăng ký: 1043/CNKT-BVTV',
    '1185/2020/ATTP-TCCS',
    'cleanser 8934563138165',
    'đơn 123456789012345',
  ])('%s states no number that somebody could confirm', (text) => {
    expect(said(text)).toEqual([])
  })

  test('an attribute’s name is the label of its value', () => {
    const attributes = {
      'Mã số thuế': '0100233488',
      'Mã vạch': '8934563138165',
      'Số đăng ký': 'VD-25305-16',
      Màu: '0100233488',
    }
    expect(claimsOf(input({ attributes })).map(({ kind, quote }) => [kind, quote.field])).toEqual([
      ['tax-code', 'attributes.Mã số thuế'],
      ['gtin', 'attributes.Mã vạch'],
      ['drug', 'attributes.Số đăng ký'],
    ])
  })

  test('a place is read once, in the order of the text', () => {
    const text = 'MST 0100233488, số 4521/23/CBMP-HN và SĐK: VD-25305-16; lại 4521/23/CBMP-HN'
    expect(said(text).map((each) => each.split(' ')[0])).toEqual(['tax-code', 'cosmetic', 'drug', 'cosmetic'])
  })

  test('hidden characters and Unicode composition stay inside the quote', () => {
    const description = 'Số 45\u200b21/23/C\u200bBMP-HN'.normalize('NFD')
    const [claim] = claimsOf(input({ description }))
    expect(claim).toMatchObject({ value: '4521/23/CBMP-HN', state: 'valid form' })
    expect(claim?.quote.text).toBe(description.slice(claim?.quote.start, claim?.quote.end))
  })

  test('every quote is the seller’s own characters, whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      '/',
      '24',
      'CBMP-HN',
      'ĐKSP',
      'SĐK: ',
      'VD-',
      'MST ',
      'xxx',
      '.',
      ' ',
      '\u200b',
      '𝟏',
      'mã vạch ',
      '8934563138165',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 40 }),
        (pieces) => {
          const title = pieces.join('')
          for (const { quote } of claimsOf(input({ title })))
            expect(title.slice(quote.start, quote.end)).toBe(quote.text)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a text that repeats the beginnings of numbers half a million times is read to its end', () => {
    for (const part of ['1/', 'x/', 'sdk:', 'mst ', 'vd-1', '1 ', 'tcb 1/a', '........']) {
      expect(said(part.repeat(60_000)).length).toBeLessThanOrEqual(40)
    }
  })
})

describe('check digits', () => {
  const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
  test('a tax code with one digit changed is never right', () => {
    const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
    fc.assert(
      fc.property(digits(9), fc.nat(8), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
        const check = 10 - (body.reduce((sum, digit, k) => sum + digit * (weights[k] ?? 0), 0) % 11)
        const code = `${body.join('')}${check}`
        fc.pre(check < 10 && taxCodeState(code) === 'valid form')
        const changed = code.slice(0, at) + ((Number(code[at]) + add) % 10) + code.slice(at + 1)
        expect(taxCodeState(changed)).not.toBe('valid form')
      }),
    )
  })
  test('a barcode with one digit changed is never right', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, add) => {
        const sum = body.toReversed().reduce((total, digit, k) => total + digit * (k % 2 === 0 ? 3 : 1), 0)
        const code = `${body.join('')}${(10 - (sum % 10)) % 10}`
        fc.pre(gtinState(code) === 'valid form')
        const changed = code.slice(0, at) + ((Number(code[at]) + add) % 10) + code.slice(at + 1)
        expect(gtinState(changed)).not.toBe('valid form')
      }),
    )
  })
  test.each(['0000', '00', 'xxx', '...', '1111', '123456', '012345', '54321', '6789'])(
    '%s is nobody’s serial',
    (serial) => {
      expect(isPlaceholderSerial(serial)).toBe(true)
    },
  )
  test.each(['4521', '12', '123', '10203', '071234', '2023'])('%s may be somebody’s', (serial) => {
    expect(isPlaceholderSerial(serial)).toBe(false)
  })
})

describe('who gave a barcode out', () => {
  test.each([
    ['8934563138165', 'VN'],
    ['4901234567894', 'JP'],
    ['036000291452', 'US'],
    ['6901234567892', 'CN'],
    ['2012345678900', null],
    ['9781234567897', null],
    ['18934563138162', 'VN'],
  ])('%s: %s', (gtin, country) => {
    expect(gs1Office(gtin)).toBe(country)
  })
  test.each([
    [['thái', 'lan'], 'TH'],
    [['hàn', 'quốc'], 'KR'],
    [['mỹ', 'phẩm'], 'US'],
    [['my', 'pham'], null],
    [['anh', 'em'], 'GB'],
    [['đẹp'], null],
  ])('%s begins with the name of %s', (words, country) => {
    expect(countryAtStart(words)).toBe(country)
  })
})
