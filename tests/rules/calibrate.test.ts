import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrator } from '../../src/rules/calibrate.ts'
import { parseLabelled } from '../../src/rules/labelled.ts'
import { LEAST_SUPPORT, proposedStrength } from '../../src/rules/proposal.ts'
import { assess } from '../../src/rules/score.ts'
import { excuseYaml, ruleYaml, small } from './fixture.ts'

test('a proposal shrinks towards one half and never exceeds what was measured', () => {
  expect(proposedStrength(10, 10)).toBe(0.91)
  expect(proposedStrength(5, 5)).toBe(0.85)
  expect(proposedStrength(1, 10)).toBe(0.1)
  expect(proposedStrength(0, 10)).toBe(0)
  expect(proposedStrength(LEAST_SUPPORT - 1, LEAST_SUPPORT - 1)).toBeNull()
  fc.assert(
    fc.property(
      fc.integer({ min: LEAST_SUPPORT, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (of, share) => {
        const hits = Math.round(of * share)
        const proposed = proposedStrength(hits, of) ?? -1
        expect(proposed).toBeGreaterThanOrEqual(0)
        expect(proposed).toBeLessThanOrEqual(Math.min(0.98, hits / of))
      },
    ),
  )
})

test('each rule is measured by the listings it fired on', () => {
  const ruleset = small({
    'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [alpha] }' }),
    'counterfeit/b.yaml': ruleYaml({ id: 'b', when: '{ words: [beta] }' }),
    'smuggled/c.yaml': ruleYaml({ id: 'c', when: '{ words: [gamma] }', category: 'smuggled' }),
    'smuggled/d.yaml': ruleYaml({ id: 'd', when: '{ words: [delta] }', extra: 'status: retired\n' }),
    'exculpatory/e.yaml': excuseYaml('e', '{ words: [used] }', 'all'),
  })
  const calibrated = calibrator(ruleset)
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['alpha', ['counterfeit']],
    ['alpha beta', ['smuggled']],
    ['alpha used', []],
    ['beta alpha', ['counterfeit']],
    ['used', []],
  ]
  for (const [title, labels] of rows) {
    const labelled = parseLabelled({ id: title, title, labels })
    calibrated.add(labelled, assess(labelled.listing, ruleset))
  }
  const result = calibrated.result()
  expect(result).toMatchObject({ listings: 5, neverFired: ['c'], neverAlone: ['b'] })
  expect(result.violating?.value).toBe(0.6)
  expect(result.rules.find(({ rule }) => rule === 'a')).toMatchObject({
    support: 4,
    ofCategory: { value: 0.5 },
    ofAny: { value: 0.75 },
    alone: { value: 0.5, of: 2 },
    strength: 0.6,
    proposed: null,
  })
  expect(result.excuses).toMatchObject([{ rule: 'e', support: 1, legitimate: { value: 1 }, saved: 1, lost: 0 }])
})
