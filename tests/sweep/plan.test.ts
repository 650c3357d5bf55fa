import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { parseSweep, planHash } from '../../src/sweep/plan.ts'
import { dueIn, nextRun } from '../../src/sweep/schedule.ts'

const least = 'name: daily\ntargets: [https://shop.example/]\n'
const problem = (text: string): string => {
  try {
    parseSweep(text, 'daily.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput)
    return (error as Error).message
  }
  return 'no error'
}

describe('a sweep file', () => {
  test('with a name and one target is enough, and polite by default', () => {
    const plan = parseSweep(least, 'daily.yaml')
    expect(plan.rate).toEqual({ per_host_per_second: 1, concurrency: 4 })
    expect(plan.allow_private).toBe(false)
    expect(plan.ignore_robots).toBeUndefined()
  })

  test('means the same however its keys are ordered, and something else when a limit differs', () => {
    const turned = 'targets: [https://shop.example/]\nname: daily\n'
    expect(planHash(parseSweep(turned, 'b.yaml'))).toBe(planHash(parseSweep(least, 'a.yaml')))
    expect(planHash(parseSweep(`${least}limits: {visits: 7}\n`, 'a.yaml'))).not.toBe(
      planHash(parseSweep(least, 'a.yaml')),
    )
  })

  test.each([
    [
      'a misspelt key, by file, line and nearest spelling',
      `${least}limts: {visits: 3}\n`,
      /daily\.yaml:3: unknown key limts \(did you mean limits\?\)/,
    ],
    [
      'a misspelt key inside a block',
      `${least}limits:\n  vists: 3\n`,
      /daily\.yaml:4: limits: unknown key vists \(did you mean visits\?\)/,
    ],
    [
      'a target that is no web address',
      'name: daily\ntargets: [ftp://x.example/]\n',
      /daily\.yaml:2: targets\.0: must be an http\(s\) URL/,
    ],
    ['nothing to visit', 'name: daily\n', /nothing to visit/],
    ['a cron line that means nothing', `${least}schedule: {cron: "61 * * * *"}\n`, /schedule\.cron: .*five fields/],
    [
      'a time zone nobody knows',
      `${least}schedule: {cron: "0 6 * * *", time_zone: Asia/Saigonn}\n`,
      /unknown time zone Asia\/Saigonn/,
    ],
    [
      'an override of robots.txt without a reason in words',
      `${least}ignore_robots: {reason: x}\n`,
      /must say in words why/,
    ],
    ['YAML that is broken', 'name: [daily\n', /daily\.yaml:\d+: /],
  ])('names %s', (_, text, message) => {
    expect(problem(text)).toMatch(message)
  })
})

describe('a schedule', () => {
  const daily = parseSweep(`${least}schedule: {cron: "0 6 * * *"}\n`, 'daily.yaml')
  const due = (after: string, now: string) => dueIn(daily, 'daily.yaml', after, now)

  test('counts in Vietnamese time unless it says otherwise', () => {
    expect(nextRun(daily, 'daily.yaml', '2026-11-24T12:00:00.000Z')).toBe('2026-11-24T23:00:00.000Z')
    const tokyo = parseSweep(`${least}schedule: {cron: "0 6 * * *", time_zone: Asia/Tokyo}\n`, 'daily.yaml')
    expect(nextRun(tokyo, 'daily.yaml', '2026-11-24T12:00:00.000Z')).toBe('2026-11-24T21:00:00.000Z')
  })

  test('is due at its very time, and once however many were missed', () => {
    const at = '2026-11-24T23:00:00.000Z'
    expect(due('2026-11-24T22:00:00.000Z', '2026-11-24T22:59:59.999Z')).toBeNull()
    expect(due('2026-11-24T22:00:00.000Z', at)).toEqual({ at, missed: 0 })
    expect(due('2026-11-20T22:00:00.000Z', '2026-11-24T23:30:00.000Z')).toEqual({ at, missed: 4 })
    expect(due(at, '2026-11-24T23:30:00.000Z')).toBeNull()
  })

  test('without a schedule is never due', () => {
    expect(
      dueIn(parseSweep(least, 'daily.yaml'), 'daily.yaml', '2020-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
    ).toBeNull()
  })
})
