import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFrom, PRESETS, preset } from '../../src/report/period.ts'

const days = ({ from, to }: { from: string; to: string }) => {
  const day = (at: string) => new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  expect([day(from).slice(11), day(to).slice(11)]).toEqual(['00:00:00.000Z', '00:00:00.000Z'])
  return `${day(from).slice(0, 10)} ${day(to).slice(0, 10)}`
}
const all = ({ span, before, yearAgo }: ReturnType<typeof preset>) => [days(span), days(before), days(yearAgo)]

test('periods begin and end at midnight of Viet Nam; the one before and that of a year ago go with them', () => {
  expect(all(preset('day', '2028-02-29'))).toEqual([
    '2028-02-29 2028-03-01',
    '2028-02-28 2028-02-29',
    '2027-02-28 2027-03-01',
  ])
  // 2026 has 53 weeks by ISO 8601, 2025 has 52.
  expect(all(preset('week', '2026-W53'))).toEqual([
    '2026-12-28 2027-01-04',
    '2026-12-21 2026-12-28',
    '2025-12-22 2025-12-29',
  ])
  expect(all(preset('week', '2026-W01'))).toEqual([
    '2025-12-29 2026-01-05',
    '2025-12-22 2025-12-29',
    '2024-12-30 2025-01-06',
  ])
  expect(all(preset('month', '2026-03'))).toEqual([
    '2026-03-01 2026-04-01',
    '2026-02-01 2026-03-01',
    '2025-03-01 2025-04-01',
  ])
  expect(all(preset('quarter', '2026-Q1'))).toEqual([
    '2026-01-01 2026-04-01',
    '2025-10-01 2026-01-01',
    '2025-01-01 2025-04-01',
  ])
  expect(all(preset('year', '2026'))).toEqual([
    '2026-01-01 2027-01-01',
    '2025-01-01 2026-01-01',
    '2025-01-01 2026-01-01',
  ])
  expect(all(daysFrom('2026-01-20', '2026-02-05'))).toEqual([
    '2026-01-20 2026-02-06',
    '2026-01-03 2026-01-20',
    '2025-01-20 2025-02-06',
  ])
})

test('what is no period is refused', () => {
  const wrong = { day: '2026-02-29', week: '2025-W53', month: '2026-13', quarter: '2026-Q5', year: '26' } as const
  for (const kind of PRESETS) expect(() => preset(kind, wrong[kind])).toThrow(wrong[kind])
  expect(() => daysFrom('2026-02-02', '2026-02-01')).toThrow('before')
})

test('whatever the days, the period before is as long and touches it', () => {
  const day = fc.integer({ min: 400, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a]
      const { span, before, yearAgo } = daysFrom(from, to)
      const length = ({ from: x, to: y }: { from: string; to: string }) => Date.parse(y) - Date.parse(x)
      expect(before.to).toBe(span.from)
      expect(length(before)).toBe(length(span))
      expect(Math.abs(length(yearAgo) - length(span))).toBeLessThanOrEqual(86_400_000)
    }),
  )
})
