import { expect, test } from 'vitest'
import { createPace, type HostState } from '../../src/collect/pace.ts'
import { allowance } from '../../src/collect/rate-limit.ts'

const NOW = Date.parse('2026-11-25T03:04:05Z')

test.each([
  ['items of the draft', { ratelimit: '"default";r=0;t=30' }, 30_000, 0],
  ['items with a policy', { ratelimit: '"hour";r=10;t=50', 'ratelimit-policy': '"hour";q=100;w=3600' }, 0, 36_000],
  ['the dictionary of older drafts', { ratelimit: 'limit=100, remaining=0, reset=12' }, 12_000, 0],
  ['separate headers', { 'ratelimit-remaining': '0', 'ratelimit-reset': '7' }, 7_000, 0],
  ['X- headers with seconds to wait', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '90' }, 90_000, 0],
  [
    'X- headers with an instant',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW / 1000 + 45}` },
    45_000,
    0,
  ],
  ['X- headers with milliseconds', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW + 45_000}` }, 45_000, 0],
  ['plenty left', { 'x-ratelimit-remaining': '50', 'x-ratelimit-reset': '100' }, 0, 2_000],
  ['a policy alone', { 'ratelimit-policy': '60;w=60' }, 0, 1_000],
  ['a reset in a year', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '31536000' }, 86_400_000, 0],
  ['nothing left, and no word of when', { 'x-ratelimit-remaining': '0' }, 1_000, 0],
])('%s say how long to wait and how far apart to ask', (_, headers, waitMs, spacingMs) => {
  expect(allowance(headers, NOW)).toMatchObject({ waitMs, spacingMs })
})

test.each([[{}], [{ ratelimit: '!!' }], [{ 'x-ratelimit-remaining': 'many' }], [{ ratelimit: 'nonsense="' }]])(
  'what cannot be read says nothing: %j',
  (headers) => {
    expect(allowance(headers, NOW)).toBeNull()
  },
)

const paced = (random = 0) => {
  const clock = { now: NOW }
  const hosts = new Map<string, HostState>()
  const pace = createPace(
    { requestsPerSecond: 10, concurrency: 5 },
    () => clock.now,
    hosts,
    () => random,
  )
  return { clock, hosts, pace }
}

test('a host whose quota is used up is left alone until it is given anew, and then asked at the usual rate', () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.end('a', { status: 200, headers: { ratelimit: '"default";r=0;t=30' } })
  expect(pace.nextAt('a')).toBe(NOW + 30_000)
  clock.now += 30_000
  pace.begin('a')
  expect(pace.nextAt('a')).toBe(clock.now + 100)
})

test('what is left of a quota is spread over the time it must last', () => {
  const { clock, pace } = paced()
  pace.begin('a')
  pace.end('a', { status: 200, headers: { 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '60' } })
  expect(pace.nextAt('a')).toBe(NOW + 12_000)
  clock.now += 12_000
  pace.begin('a')
  expect(pace.nextAt('a')).toBe(clock.now + 12_000)
  clock.now += 60_000
  pace.begin('a')
  expect(pace.nextAt('a')).toBe(clock.now + 100)
})

test('a storm of 503 answers to requests under way together is one, and each next wait is longer, with some chance in it', () => {
  const { clock, pace } = paced(1)
  for (let n = 0; n < 5; n++) pace.begin('a')
  for (let n = 0; n < 5; n++) pace.end('a', { status: 503, headers: {} })
  expect(pace.closedUntil('a') - clock.now).toBe(2_500)
  clock.now += 2_500
  pace.begin('a')
  pace.end('a', { status: 503, headers: {} })
  expect(pace.closedUntil('a') - clock.now).toBe(5_000)
})

test('two paces of one process share a host', () => {
  const { clock, hosts, pace } = paced()
  const other = createPace({ requestsPerSecond: 10, concurrency: 5 }, () => clock.now, hosts)
  pace.begin('a')
  expect(other.nextAt('a')).toBe(clock.now + 100)
})
