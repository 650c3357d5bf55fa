import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Allowed, Band } from '../../src/domain.ts'
import { lowerFor, unlowered } from '../../src/rules/allowed.ts'
import { bandOf } from '../../src/rules/combine.ts'
import type { Scoring } from '../../src/rules/schema.ts'

const scoring: Scoring = {
  ...{ flag_at: 50, bands: { low: 25, medium: 50, high: 80 } },
  ...{ unaccented_factor: 0.95, hidden_bonus: 0.15, cross_category: 0.35, outright_from: 0.8 },
}
const allowed: Allowed = {
  ...{ id: 7, by: 'le.binh', at: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' },
  ...{ reason: 'có ủy quyền', lowers: 50 },
}
const outcomeOf = (score: number) => ({ score, band: bandOf(score, scoring), flagged: score >= scoring.flag_at })

describe('an allowance for the seller', () => {
  test('lowers the score and says what it was, by whom and until when', () => {
    expect(lowerFor(allowed, outcomeOf(90), scoring)).toEqual({
      ...{ score: 45, band: 'low' },
      allowed: { id: 7, by: 'le.binh', until: allowed.until, score: 90, band: 'high' },
    })
  })

  test('lowers nothing that is not flagged, and nothing without it', () => {
    expect(lowerFor(allowed, outcomeOf(40), scoring)).toEqual({ score: 40, band: 'low' })
    expect(lowerFor(undefined, outcomeOf(90), scoring)).toEqual({ score: 90, band: 'high' })
  })

  test('never takes a flagged listing out of every band, and can be undone', () => {
    const order: readonly Band[] = ['none', 'low', 'medium', 'high']
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 100 }), fc.integer({ min: 1, max: 100 }), (score, lowers) => {
        const before = outcomeOf(score)
        const after = lowerFor({ ...allowed, lowers }, before, scoring)
        expect(after.score).toBeLessThanOrEqual(score)
        expect(after.band).not.toBe('none')
        expect(order.indexOf(after.band)).toBeLessThanOrEqual(order.indexOf(before.band))
        const rest = { id: 'x', flagged: true, categories: [], signals: [], excused: [], ruleset: '' }
        expect(unlowered({ ...rest, ...after })).toEqual({ ...rest, score, band: before.band })
      }),
    )
  })
})
