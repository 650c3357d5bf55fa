import { describe, expect, test } from 'vitest'
import { BadInput } from '../../src/errors.ts'
import { loadRuleset } from '../../src/rules/load.ts'
import { legalOn, ruleOf } from '../../src/rules/ruleset.ts'
import { RULES, ruleYaml, small } from './fixture.ts'

const GOOD = ruleYaml({ id: 'one', when: '{ words: [alpha] }' })
const loading =
  (text: string, path = 'counterfeit/one.yaml') =>
  () =>
    small({ [path]: text })

describe('a rule that is not as it should be does not load', () => {
  const CASES: readonly (readonly [string, string, RegExp])[] = [
    [
      'a misspelt key names itself, the file, the line and the right spelling',
      GOOD.replace('strength:', 'strenght:'),
      /one\.yaml:4: unknown key strenght \(did you mean strength\?\)/,
    ],
    [
      'a misspelt operator too',
      GOOD.replace('words:', 'wrods:'),
      /one\.yaml:10: when: unknown key wrods \(did you mean words\?\)/,
    ],
    [
      'without false positives',
      GOOD.replace('false_positives: [f]\n', ''),
      /false_positives: Invalid input: expected array, received undefined/,
    ],
    [
      'with an empty list of them',
      GOOD.replace('false_positives: [f]', 'false_positives: []'),
      /false_positives: Too small/,
    ],
    [
      'without a legal reference',
      GOOD.replace('legal: [law]\n', ''),
      /legal: Invalid input: expected array, received undefined/,
    ],
    [
      'with a legal reference that is not listed',
      GOOD.replace('[law]', '[lore]'),
      /lore, which is not in rules\/legal\.yaml/,
    ],
    [
      'without an obfuscated example',
      GOOD.replace(', obfuscated: [{ title: c }]', ''),
      /examples\.obfuscated: Invalid input/,
    ],
    ['without a quiet example', GOOD.replace(', quiet: [{ title: b }]', ''), /examples\.quiet: Invalid input/],
    ['with a strength above 1', GOOD.replace('0.6', '6'), /strength: Too big/],
    [
      'with two operators in one condition',
      GOOD.replace('{ words: [alpha] }', '{ words: [a], fact: price_hidden }'),
      /exactly one of/,
    ],
    [
      'with a modifier that means nothing there',
      GOOD.replace('{ words: [alpha] }', '{ fact: price_hidden, count: 2 }'),
      /"count" means nothing beside "fact"/,
    ],
    ['with a word list that is not there', GOOD.replace('[alpha]', "['@nowhere']"), /no word list "nowhere"/],
    ['with a pattern that is no RE2', GOOD.replace('{ words: [alpha] }', "{ pattern: '(?=a)b' }"), /not valid RE2/],
    [
      'with price alone',
      GOOD.replace('{ words: [alpha] }', '{ number: { of: price_vnd, below: 9 } }'),
      /price alone never decides/,
    ],
    ['with an id that is not its file name', GOOD.replace('id: one', 'id: two'), /name the file two\.yaml/],
    ['that is no YAML', `${GOOD}\n  - : :`, /one\.yaml:\d+/],
    ['with a key given twice', `${GOOD}strength: 0.2\n`, /one\.yaml:\d+/],
  ]
  for (const [name, text, message] of CASES) {
    test(name, () => {
      expect(loading(text)).toThrow(BadInput)
      expect(loading(text)).toThrow(message)
    })
  }
  test('outside the families', () => {
    expect(loading(GOOD, 'misc/one.yaml')).toThrow(/belongs to no family/)
  })
  test('with an id that is taken', () => {
    expect(() => small({ 'counterfeit/one.yaml': GOOD, 'smuggled/one.yaml': GOOD })).toThrow(/taken by/)
  })
})

test('word lists that contain one another are refused', () => {
  const text = "lists:\n  a: { note: n, terms: ['@b'] }\n  b: { note: n, terms: ['@a'] }\n"
  const rule = ruleYaml({ id: 'one', when: "{ words: ['@a'] }" })
  expect(() => small({ 'lexicon/loop.yaml': text, 'counterfeit/one.yaml': rule })).toThrow(/contains itself/)
})

test('a missing folder is said to be missing', async () => {
  await expect(loadRuleset(`${RULES}-nowhere`)).rejects.toThrow(/cannot be read/)
})

test('loading twice gives the same hash, and a rule’s text is what was loaded', async () => {
  const [a, b] = await Promise.all([loadRuleset(RULES), loadRuleset(RULES)])
  expect(a.hash).toBe(b.hash)
  expect(a.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(ruleOf(a, 'replica-outright')?.text).toContain('id: replica-outright')
  expect(ruleOf(a, 'no-such-rule')).toBeNull()
})

test('a reference is cited only on days on which it was in force', () => {
  const ruleset = small({ 'counterfeit/one.yaml': GOOD })
  const [rule] = ruleset.rules
  if (!rule) throw new Error('no rule')
  const cited = (day: string) => legalOn(ruleset, rule, day).map(({ id }) => id)
  expect(cited('2019-12-31')).toEqual([])
  expect(cited('2024-05-05')).toEqual(['law'])
  expect(cited('2025-01-15')).toEqual([])
  expect(cited('2026-07-01')).toEqual([])
})
