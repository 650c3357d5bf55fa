import { describe, expect, test } from 'vitest'
import { assess } from '../../../src/rules/score.ts'
import { theRules } from '../../rules/fixture.ts'
import { checked } from './compare.ts'
import { expressionLoop, jsonRulesEngine } from './peers.ts'
import { rulesetOfSize } from './rulesets.ts'
import { textsOf } from './texts.ts'

const ruleset = await theRules()

describe('the texts of the bench', () => {
  test('are the same every time, of about 500 characters', () => {
    const texts = textsOf(ruleset, 40, 0.9, 2)
    expect(textsOf(ruleset, 40, 0.9, 2)).toEqual(texts)
    const lengths = texts.map(({ listing: { title, description } }) => title.length + description.length)
    expect(Math.min(...lengths)).toBeGreaterThan(350)
    expect(texts.some(({ plain }) => !plain)).toBe(true)
  })

  test('that disguise nothing say the same to peers and to the project', () => {
    expect(checked(ruleset, textsOf(ruleset, 12, 0.9, 2))).toBeGreaterThan(0)
  })

  test('say something to the project, and the peers agree with each other', async () => {
    const inputs = textsOf(ruleset, 12, 1, 4).map(({ listing }) => listing)
    expect(inputs.some((input) => assess(input, ruleset).signals.length > 0)).toBe(true)
    const [loop, engine] = [expressionLoop(ruleset), jsonRulesEngine(ruleset)]
    for (const input of inputs) expect([...(await engine(input))].sort()).toEqual([...loop(input)].sort())
  })
})

describe('a ruleset of the bench', () => {
  const own = ruleset.rules.length + ruleset.excuses.length

  test.each([20, own + 40])('has %i rules, always the same', async (size) => {
    const made = await rulesetOfSize(ruleset, size)
    expect(made.rules.length + made.excuses.length).toBe(size)
    expect((await rulesetOfSize(ruleset, size)).hash).toBe(made.hash)
  })

  test('has words of its own where it has more rules than the project', async () => {
    expect((await rulesetOfSize(ruleset, own + 40)).trie.size).toBeGreaterThan(ruleset.trie.size)
  })
})
