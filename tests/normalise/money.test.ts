import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMoney, priceInPost, printedCurrency } from '../../src/normalise/money.ts'
import { measureMoney } from '../measure/money.ts'
import { VND_ROWS } from './vnd-rows.ts'

describe('prices in dong', () => {
  test.each(VND_ROWS.map(([text, amount, max]) => ({ text, amount, max })))(
    '$text is $amount',
    ({ text, amount, max }) => {
      const found = parseMoney(text, { assume: 'VND' })
      expect([found?.amount ?? null, found?.max ?? null]).toEqual([amount, max ?? null])
      if (amount !== null) expect(found).toMatchObject({ currency: 'VND', text: text.trim() })
    },
  )

  test('a masked price is a price without amount; no price is null', () => {
    expect(parseMoney('giá 1xxk')).toEqual({ amount: null, max: null, currency: 'VND', text: 'giá 1xxk' })
    expect(parseMoney('liên hệ')).toBeNull()
  })

  const dong = fc.integer({ min: 1, max: 999_999 }).map((n) => n * 1000)
  const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, mark)
  const notations: readonly ((n: number) => string)[] = [
    (n) => `${grouped(n, '.')}đ`,
    (n) => `${grouped(n, ',')} ₫`,
    (n) => `${grouped(n, ' ')} VND`,
    (n) => `₫${grouped(n, '.')}`,
    (n) => `${grouped(n / 1000, '.')}k`,
    (n) => `${n / 1000} nghìn`,
    (n) => (n >= 1e6 ? `${Math.floor(n / 1e6)}tr${String((n % 1e6) / 1000).padStart(3, '0')}` : `${n}đ`),
    (n) => (n >= 1e6 ? `${Math.floor(n / 1e6)} triệu ${(n % 1e6) / 1000} nghìn` : `${n} đồng`),
    (n) => `${n}`,
  ]
  test('dong written in any notation are read back', () => {
    fc.assert(
      fc.property(dong, fc.constantFrom(...notations), (n, write) => {
        expect(parseMoney(write(n), { currency: 'VND' })?.amount).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test('any text is read without error, and amounts are whole dong', () => {
    const piece = fc.constantFrom(
      ...['1', '9', '.', ',', ' ', 'k', 'tr', 'x', 'đ', '-', '₫', 'giá', '~~', 'rưỡi', 'o', '€', '$', '%', '~'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
        const found = parseMoney(parts.join(''), { assume: 'VND' })
        if (found?.currency === 'VND' && found.amount !== null) expect(Number.isInteger(found.amount)).toBe(true)
        if (found?.max != null) expect(found.max).toBeGreaterThan(found.amount ?? 0)
      }),
    )
  })
})

describe('prices of the world', () => {
  test.each([
    ['$1,234.50', null, 1234.5, 'USD'],
    ['1.234,50 €', null, 1234.5, 'EUR'],
    ['€ 45', null, 45, 'EUR'],
    ["CHF 1'049,95", null, 1049.95, 'CHF'],
    ['¥580', null, 580, 'CNY'],
    ['12,000원', null, 12000, 'KRW'],
    ['423.923 KWD', null, 423.923, 'KWD'],
    ['19.90', 'EUR', 19.9, 'EUR'],
    ['$5', 'AUD', 5, 'AUD'],
    ['NZD $100.70', null, 100.7, 'NZD'],
    ['35€ 99', null, 35.99, 'EUR'],
    ['199 kr', null, 199, null],
    ['3 for $9.99', null, 9.99, 'USD'],
    ['Was £20.00 Now £12.50', null, 12.5, 'GBP'],
  ])('%j with hint %j is %d %s', (text, currency, amount, code) => {
    expect(parseMoney(text, { currency })).toMatchObject({ amount, currency: code })
  })

  test.each(['40% OFF', '15.08.2017', 'July, 2004', 'Not available', ''])('%j is no price', (text) => {
    expect(parseMoney(text)).toBeNull()
  })

  test('the currency is given as printed, from the price first and then from the hint', () => {
    expect(printedCurrency('279 000', 'руб.')).toBe('руб.')
    expect(printedCurrency('3,20 €', '$')).toBe('€')
    expect(printedCurrency('99.99', 'SKU:')).toBeNull()
  })

  const shared = process.env.SOI_SHARED ?? ''
  test.skipIf(!existsSync(`${shared}/real-pages`))('the table of price strings is read at the measured shares', () => {
    const { amount, currency } = measureMoney(shared)
    expect(amount).toBeGreaterThanOrEqual(0.97)
    expect(currency).toBeGreaterThanOrEqual(0.95)
  })
})

describe('prices in posts', () => {
  test.each([
    ['Thanh lý giày size 42\nMua 3tr2, giá pass 1tr8\nShip 30k, LH 0912 345 678', 1_800_000],
    ['Son auth, 3 màu\n📞 0987.654.321\nGiá 250k/thỏi, 3 thỏi 690k', 250_000],
    ['Đồng hồ 42mm, pin 3 năm. Giá 1xx ib', null],
    ['Áo thun 99k freeship đơn từ 300k', 99_000],
  ])('%j asks %j', (text, amount) => {
    expect(priceInPost(text)?.amount).toBe(amount)
  })

  test.each(['LH 0912 345 678 để biết giá', 'Ship 30k toàn quốc', 'Khai trương 12/5 lúc 14h30'])(
    '%j asks nothing',
    (text) => {
      expect(priceInPost(text)).toBeNull()
    },
  )
})
