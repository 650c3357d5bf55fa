import { expect, test } from 'vitest'
import { parseSweep } from '../../src/sweep/plan.ts'
import { closedUntil, DAYS, pauses, type Window } from '../../src/sweep/windows.ts'

const night: Window = { days: [...DAYS], from: '22:00', to: '05:30', time_zone: 'Asia/Ho_Chi_Minh' }
const at = (text: string) => Date.parse(text)
const opens = (windows: readonly Window[], text: string) => {
  const until = closedUntil(windows, at(text))
  return until === 0 ? 'open' : new Date(until).toISOString()
}

test.each([
  ['2026-11-25T14:59:59Z', '2026-11-25T15:00:00.000Z'], // 21:59:59 in Vietnam
  ['2026-11-25T15:00:00Z', 'open'],
  ['2026-11-25T20:00:00Z', 'open'], // 03:00 of the next day
  ['2026-11-25T22:30:00Z', '2026-11-26T15:00:00.000Z'], // 05:30
])('a night that runs past midnight: at %s %s', (now, expected) => {
  expect(opens([night], now)).toBe(expected)
})

test('a window past midnight belongs to the day on which it begins', () => {
  const friday = { ...night, days: ['fri'] as const }
  expect(opens([friday], '2026-11-27T20:00:00Z')).toBe('open') // Saturday 03:00 there
  expect(opens([friday], '2026-11-28T16:00:00Z')).toBe('2026-12-04T15:00:00.000Z')
})

test('one of several windows is enough, and 24:00 ends a day', () => {
  const noon = { ...night, from: '12:00', to: '13:00' }
  const late = { ...night, from: '23:00', to: '24:00' }
  expect(opens([noon, late], '2026-11-25T05:30:00Z')).toBe('open')
  expect(opens([noon, late], '2026-11-25T16:59:00Z')).toBe('open')
  expect(opens([noon, late], '2026-11-25T17:00:00Z')).toBe('2026-11-26T05:00:00.000Z')
})

test('clocks put forward leave out an hour, and the window opens after it', () => {
  const window = { ...night, from: '02:30', to: '03:30', time_zone: 'Europe/Paris' }
  expect(opens([window], '2026-03-29T00:45:00Z')).toBe('2026-03-29T01:00:00.000Z') // 01:45, then 03:00
})

test('what is remembered of a pause ends with it', () => {
  const until = pauses([night])
  const close = at('2026-11-25T14:59:30Z')
  expect(until(close)).toBe(at('2026-11-25T15:00:00Z'))
  expect(until(close + 29_999)).toBe(at('2026-11-25T15:00:00Z'))
  expect(until(close + 30_000)).toBe(0)
})

const plan = (window: string) =>
  parseSweep(`name: a\ntargets: ["https://a.example/"]\nwindows: [${window}]\n`, 'a.yaml')

test('a sweep file gives windows; days and zone may be left out', () => {
  expect(plan('{from: "22:00", to: "05:00"}').windows).toEqual([{ ...night, to: '05:00' }])
})

test.each([
  ['{from: "22:00", to: "22:00"}', /same time/],
  ['{from: "25:00", to: "05:00"}', /time of day/],
  ['{from: "22:00", to: "05:00", time_zone: Mars/Base}', /unknown time zone Mars/],
  ['{days: [mon, someday], from: "22:00", to: "05:00"}', /days/],
])('%s is refused', (window, message) => {
  expect(() => plan(window)).toThrow(message)
})
