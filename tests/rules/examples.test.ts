import { describe, expect, test } from 'vitest'
import { runExamples } from '../../src/rules/examples.ts'
import { theRules } from './fixture.ts'

const ruleset = await theRules()
const { failures } = runExamples(ruleset)

describe('every rule behaves as its own examples say', () => {
  for (const rule of [...ruleset.rules, ...ruleset.excuses]) {
    test(`${rule.file} fires on what it should, hidden or not, and is quiet on the honest`, () => {
      expect(failures.filter(({ file }) => file === rule.file)).toEqual([])
    })
  }
})

test('an active rule cites at least one reference that is high or medium in confidence', () => {
  const weak = ruleset.rules.filter(
    ({ active, body }) =>
      active && !body.legal.some((id) => ['H', 'M'].includes(ruleset.legal.get(id)?.confidence ?? '')),
  )
  expect(weak.map(({ file }) => file)).toEqual([])
})

test('every category has several rules', () => {
  const counts = new Map<string, number>()
  for (const { body } of ruleset.rules) counts.set(body.category, (counts.get(body.category) ?? 0) + 1)
  expect([...counts.values()].every((count) => count >= 3)).toBe(true)
  expect(counts.size).toBe(9)
})
