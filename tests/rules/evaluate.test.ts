import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluator } from '../../src/rules/evaluate.ts'
import { parseLabelled } from '../../src/rules/labelled.ts'
import { scoreTally } from '../../src/rules/ranking.ts'
import { assess } from '../../src/rules/score.ts'
import { wilson } from '../../src/rules/shares.ts'
import { ruleYaml, small } from './fixture.ts'

type Scored = readonly (readonly [score: number, positive: boolean])[]
const ranking = (scored: Scored) => {
  const tally = scoreTally()
  for (const [score, positive] of scored) tally.add(score, positive)
  return tally.ranking()
}

describe('the score as a ranking', () => {
  test('a perfect order is 1, the reverse is as bad as it gets', () => {
    expect(
      ranking([
        [9, true],
        [8, true],
        [1, false],
      ]),
    ).toEqual({ averagePrecision: 1, rocAuc: 1 })
    expect(
      ranking([
        [9, false],
        [1, true],
      ]),
    ).toEqual({ averagePrecision: 0.5, rocAuc: 0 })
  })
  test('all tied is chance: the share of the violating, and one half', () => {
    expect(
      ranking([
        [5, true],
        [5, false],
        [5, false],
        [5, false],
      ]),
    ).toEqual({ averagePrecision: 0.25, rocAuc: 0.5 })
  })
  test('a tie of both kinds is one step of the threshold', () => {
    // At 9: P 1/1, R 1/2. At 5: P 2/3, R 2/2. AP = 1/2 · 1 + 1/2 · 2/3.
    const { averagePrecision, rocAuc } = ranking([
      [9, true],
      [5, false],
      [5, true],
      [0, false],
    ])
    expect(averagePrecision).toBeCloseTo(5 / 6, 12)
    expect(rocAuc).toBeCloseTo(7 / 8, 12)
  })
  test('nothing of a kind is no figure', () => {
    expect(ranking([])).toEqual({ averagePrecision: null, rocAuc: null })
    expect(ranking([[3, true]])).toEqual({ averagePrecision: 1, rocAuc: null })
    expect(ranking([[3, false]])).toEqual({ averagePrecision: null, rocAuc: null })
  })
  const listings = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { maxLength: 40 })
  test('AUC is the share of pairs in the right order, and neither figure hangs on the order of reading', () => {
    fc.assert(
      fc.property(listings, (scored) => {
        const { averagePrecision, rocAuc } = ranking(scored)
        const other = ranking([...scored].reverse())
        expect(other.averagePrecision ?? -1).toBeCloseTo(averagePrecision ?? -1, 12)
        const above = scored.filter(([, p]) => p).flatMap(([a]) => scored.filter(([, p]) => !p).map(([b]) => a - b))
        if (above.length === 0) {
          expect(rocAuc).toBeNull()
          return
        }
        const right = above.reduce((sum, by) => sum + (by > 0 ? 1 : by === 0 ? 0.5 : 0), 0)
        expect(rocAuc).toBeCloseTo(right / above.length, 12)
      }),
    )
  })
})

test('the Wilson interval holds the share, and narrows as listings come', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(wilson(10, 10)).toMatchObject({ value: 1, high: 1 })
  expect(wilson(10, 10)?.low).toBeCloseTo(0.7225, 3)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const hits = Math.round(share * of)
      const [one, ten] = [wilson(hits, of), wilson(hits * 10, of * 10)]
      if (!one || !ten) throw new Error('counted')
      expect(one.low).toBeLessThanOrEqual(one.value)
      expect(one.high).toBeGreaterThanOrEqual(one.value)
      expect(ten.high - ten.low).toBeLessThan(one.high - one.low)
    }),
  )
})

const ruleset = small({
  'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [alpha] }' }),
  'smuggled/b.yaml': ruleYaml({ id: 'b', when: '{ words: [beta] }', category: 'smuggled' }),
})
const evaluated = (rows: readonly object[]) => {
  const all = evaluator(ruleset.scoring.flag_at)
  for (const [at, row] of rows.entries()) {
    const labelled = parseLabelled({ id: `n${at}`, ...row })
    all.add({ file: 'f', line: at + 1 }, labelled, assess(labelled.listing, ruleset))
  }
  return all.result()
}

describe('an evaluation', () => {
  const result = evaluated([
    { title: 'alpha', labels: ['counterfeit'], difficulty: 'plain' },
    { title: 'beta', labels: ['counterfeit'], difficulty: 'evasive', evasion: 'euphemism' },
    { title: 'gamma', labels: ['smuggled'], difficulty: 'evasive' },
    { title: 'alpha', labels: [], difficulty: 'hard-negative', platform: 'zalo' },
    { title: 'gamma', labels: [], difficulty: 'plain' },
  ])
  test('counts a flag against any label', () => {
    expect(result.all).toMatchObject({ truePositives: 2, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 })
    expect(result.all.f1).toBeCloseTo(4 / 6, 12)
  })
  test('counts a category by its own score against its own label', () => {
    expect(result.groups.category['counterfeit']).toMatchObject({
      truePositives: 1,
      falsePositives: 1,
      falseNegatives: 1,
    })
    expect(result.groups.category['smuggled']).toMatchObject({ truePositives: 0, falsePositives: 1, falseNegatives: 1 })
  })
  test('averages F1 over the categories that are in the labels, one never found counting as nothing', () => {
    expect(result.macroCategories).toEqual(['counterfeit', 'smuggled'])
    expect(result.macroF1).toBeCloseTo(0.5 / 2, 12)
  })
  test('knows hard negatives and evasive listings apart', () => {
    expect(result.hardNegativesFlagged).toMatchObject({ value: 1, of: 1 })
    expect(result.evasiveRecall).toMatchObject({ value: 0.5, of: 2 })
    expect(Object.keys(result.groups.platform)).toEqual(['-', 'zalo'])
    expect(result.groups.evasion['euphemism']).toMatchObject({ truePositives: 1 })
  })
  test('lists what was judged wrongly, with where it stands and what was seen', () => {
    expect(result.missed.map(({ id, line }) => [id, line])).toEqual([['n2', 3]])
    expect(result.falseAlarms[0]).toMatchObject({
      id: 'n3',
      score: 60,
      signals: [{ rule: 'a', quotes: [{ text: 'alpha' }] }],
    })
    expect(result.otherCategories).toMatchObject([{ id: 'n1', labels: ['counterfeit'], reported: ['smuggled'] }])
  })
})

describe('a labelled line', () => {
  test('that names a category nobody knows is refused, with the nearest, unless lenient', () => {
    const row = { id: 1, title: 't', labels: ['counterfiet'] }
    expect(() => parseLabelled(row)).toThrow(/unknown category "counterfiet"; the nearest is "counterfeit"/)
    expect(parseLabelled(row, { lenient: true }).labels).toEqual(['counterfiet'])
  })
  test('with labels that are none is refused', () => {
    expect(() => parseLabelled({ id: 1, labels: 'counterfeit' })).toThrow(/"labels" is missing/)
    expect(() => parseLabelled({ id: 1, labels: [7] })).toThrow(/every label is a name/)
    for (const odd of [null, 7, 'text', []]) expect(() => parseLabelled(odd)).toThrow(/listing/)
  })
  test('says each label once', () => {
    expect(parseLabelled({ id: 1, labels: ['smuggled', 'smuggled'] }).labels).toEqual(['smuggled'])
  })
})
