import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atVietnamClock,
  DAY_MS,
  isDay,
  lastVietnamDay,
  vietnamClock,
  vietnamDay,
  vietnamDayBegins,
  vietnamDayNumber,
} from '../../src/vietnam-day.ts'

const moments = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })

describe('the calendar of Viet Nam', () => {
  test('a day begins seven hours before it does in UTC', () => {
    expect(vietnamDay('2026-11-25T16:59:59.999Z')).toBe('2026-11-25')
    expect(vietnamDay('2026-11-25T17:00:00.000Z')).toBe('2026-11-26')
    expect(new Date(vietnamDayBegins('2026-11-26')).toISOString()).toBe('2026-11-25T17:00:00.000Z')
  })

  test('a span that ends when a day begins has the day before as its last', () => {
    expect(lastVietnamDay('2026-11-25T17:00:00.000Z')).toBe('2026-11-25')
    expect(lastVietnamDay('2026-11-25T17:00:00.001Z')).toBe('2026-11-26')
  })

  test('every moment lies in the day that it is said to be of, and the days are numbered one after another', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const begin = vietnamDayBegins(vietnamDay(at))
        expect(at.getTime() - begin).toBeGreaterThanOrEqual(0)
        expect(at.getTime() - begin).toBeLessThan(DAY_MS)
        expect(vietnamDayNumber(at)).toBe(vietnamDayNumber(new Date(begin)))
        expect(vietnamDayNumber(new Date(begin - 1))).toBe(vietnamDayNumber(at) - 1)
        expect(atVietnamClock(vietnamClock(at).getTime())).toBe(at.toISOString())
      }),
    )
  })

  test.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-1-1', '26-01-01', '2026-01-01T00:00', 'today', ''])(
    '%s is no day',
    (text) => {
      expect(isDay(text)).toBe(false)
      expect(vietnamDayBegins(text)).toBeNaN()
    },
  )

  test('a leap day is one', () => expect(isDay('2028-02-29')).toBe(true))
})
