import { expect, test } from 'vitest'
import { createPace, type HostState, POLITE, type Rate, retryAfterMs } from '../../src/collect/pace.ts'

const paced = (rate: Rate = POLITE) => {
  const clock = { now: 1_000_000 }
  const hosts = new Map<string, HostState>()
  return {
    clock,
    hosts,
    pace: createPace(
      rate,
      () => clock.now,
      hosts,
      () => 0,
    ),
  }
}
const answered = (status: number, headers: Record<string, string> = {}) => ({ status, headers })

test('a host is asked once a second, and another host meanwhile', () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.end('a', answered(200))
  expect(pace.nextAt('a')).toBe(clock.now + 1000)
  expect(pace.nextAt('b')).toBeLessThanOrEqual(clock.now)
})

test('a host with two requests under way is not asked a third, however long they take', () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.begin('a')
  clock.now += 60_000
  expect(pace.nextAt('a')).toBe(Number.POSITIVE_INFINITY)
  pace.end('a', null)
  expect(pace.nextAt('a')).toBeLessThanOrEqual(clock.now)
})

test('Retry-After is obeyed in seconds and as a date', () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.end('a', answered(429, { 'retry-after': '120' }))
  expect(pace.nextAt('a')).toBe(clock.now + 120_000)
  expect(retryAfterMs(new Date(clock.now + 90_000).toUTCString(), clock.now)).toBe(90_000)
  expect(retryAfterMs('soon', clock.now)).toBeNull()
})

test('without Retry-After the pause doubles, and a good answer forgives', () => {
  const { clock, pace } = paced()
  const pauses = [503, 503, 503].map((status) => {
    pace.begin('a')
    pace.end('a', answered(status))
    const pause = pace.closedUntil('a') - clock.now
    clock.now += pause
    return pause
  })
  expect(pauses).toEqual([2_000, 4_000, 8_000])
  pace.begin('a')
  pace.end('a', answered(200))
  pace.begin('a')
  pace.end('a', answered(503))
  expect(pace.closedUntil('a') - clock.now).toBe(2_000)
})

test("a site's crawl-delay slows down, and never speeds up", () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.slow('a', 5_000)
  pace.slow('a', 100)
  pace.end('a', answered(200))
  expect(pace.nextAt('a')).toBe(clock.now + 5_000)
})

test('two crawls in one process share what a host has been asked', () => {
  const { clock, hosts, pace } = paced()
  const second = createPace(POLITE, () => clock.now, hosts)
  pace.begin('a')
  expect(second.nextAt('a')).toBe(clock.now + 1000)
})
