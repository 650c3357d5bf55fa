import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { parseSweep, planHash } from '../../src/sweep/plan.ts'
import { isDue, nextRun, type ScheduledSweep } from '../../src/sweep/schedule.ts'

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
  const sweep: ScheduledSweep = {
    file: 'daily.yaml',
    plan: parseSweep(`${least}schedule: {cron: "0 6 * * *"}\n`, 'daily.yaml'),
    since: '2026-11-01T00:00:00.000Z',
  }

  test('counts in Vietnamese time unless it says otherwise', () => {
    expect(nextRun(sweep, '2026-11-24T12:00:00.000Z')).toBe('2026-11-24T23:00:00.000Z')
  })

  test('is due once its time has come since the last run, and however many were missed, once', () => {
    expect(isDue(sweep, '2026-11-24T22:00:00.000Z', '2026-11-24T22:59:59.000Z')).toBe(false)
    expect(isDue(sweep, '2026-11-24T22:00:00.000Z', '2026-11-24T23:00:00.000Z')).toBe(true)
    expect(isDue(sweep, '2026-11-20T22:00:00.000Z', '2026-11-24T23:00:00.000Z')).toBe(true)
    expect(isDue(sweep, '2026-11-24T23:00:01.000Z', '2026-11-24T23:30:00.000Z')).toBe(false)
  })

  test('that never ran counts from when its file was written', () => {
    expect(isDue(sweep, null, '2026-11-01T01:00:00.000Z')).toBe(false)
    expect(isDue(sweep, null, '2026-11-01T23:00:00.000Z')).toBe(true)
  })
})
