import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, quoteOf } from '../../src/normalise/fold.ts'
import { readings } from '../../src/normalise/readings.ts'
import { untelex } from '../../src/normalise/telex.ts'

const texts = (input: string): string[] => readings(input).map(({ text }) => text)

describe('other readings', () => {
  test.each([
    ['bản s.u.p.e.r f.a.k.e đẹp', 'bản super fake đẹp'],
    ['h à n g  n h á i', 'hàng nhái'],
    ['h à n g n h á i loại 1', 'hàng nhái loại 1'],
    ['f a k e', 'fake'],
    ['f-a-k-e', 'fake'],
    ['h.ó.a đ.ơ.n', 'hóa đơn'],
    ['L🧸A🧸B🧸U', 'labu'],
    ['hàng🔥nhái', 'hàng nhái'],
    ['fa🔥ke', 'fake'],
    ['h4ng f4ke', 'hang fake'],
    ['r3p1ica', 'replica'],
    ['$uper f@ke', 'super fake'],
    ["c0' h0a d0n m0i", "co' hoa don moi"],
    ['fakeeeee', 'fake'],
    ['shop k có hđ', 'shop không có hóa đơn'],
    ['sll đc giá', 'số lượng lớn được giá'],
    ['hàng phake', 'hàng fake'],
    ['hangf nhais', 'hàng nhái'],
    ['khoong hoas ddown', 'không hóa đơn'],
    ['b4n h0a d0n m0i ng4nh t1 gi4', 'ban hoa don moi nganh ti gia'],
    ['f.4.k.e', 'fake'],
  ])('%j can be read as %j', (input, reading) => {
    expect(texts(input)).toContain(reading)
  })

  test.each([
    'ram 16gb rtx4090 iphone15 100ml size m2',
    'giá 1tr2, 350k, 45k5',
    'Gu.ci Cha nel',
    'son dưỡng môi cao cấp chính hãng',
    'pin aaa, hộp xxx',
    'good mood food box model',
  ])('%j has no other reading', (input) => {
    expect(texts(input)).toEqual([])
  })

  test('a reading quotes the seller’s own characters', () => {
    const input = 'Bản s-u-p-e-r  F.4.k.E nhé'
    const reading = readings(input).find(({ text }) => text.includes('super fake'))
    expect(reading).toBeDefined()
    if (!reading) return
    const at = reading.text.indexOf('super fake')
    expect(quoteOf(input, reading, at, at + 10).text).toBe('s-u-p-e-r  F.4.k.E')
  })

  test('every reading keeps offsets monotone and in range, and differs from the folded text', () => {
    const piece = fc.constantFrom(
      ...[
        'h',
        'à',
        'n',
        'g',
        '.',
        '-',
        ' ',
        '🔥',
        '4',
        '1',
        '0',
        'k',
        'fake',
        'ddown',
        'aaa',
        "'",
        'ko',
        '\u0301',
        'tieefn',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
        const input = parts.join('')
        const base = fold(input)
        for (const { text, plain, starts, ends } of readings(input, base)) {
          expect(text).not.toBe(base.text)
          expect([plain.length, starts.length, ends.length]).toEqual([text.length, text.length, text.length])
          for (let i = 1; i < text.length; i++) expect(starts[i] ?? 0).toBeGreaterThanOrEqual(starts[i - 1] ?? 0)
          for (let i = 0; i < text.length; i++) expect(ends[i] ?? 0).toBeLessThanOrEqual(input.length)
        }
      }),
    )
  })

  test.each([
    ['hangf', 'hàng'],
    ['nhais', 'nhái'],
    ['giar', 'giả'],
    ['tieefn', 'tiền'],
    ['ddoongf', 'đồng'],
    ['thuoocs', 'thuốc'],
    ['nguwowif', 'người'],
    ['ruwowuj', 'rượu'],
    ['quys', 'quý'],
    ['mix', null],
    ['food', null],
    ['hàng', null],
  ])('Telex %s is %s', (typed, word) => {
    expect(untelex(typed)).toBe(word)
  })
})
