import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'
import { type FindingKind, reviewRuleset } from '../../src/rules/overview.ts'
import { soi } from './cli.ts'
import { RULES, ruleYaml, small, theRules } from './fixture.ts'

const DAY = '2026-03-01'
const about = (files: Record<string, string>, kind: FindingKind, day = DAY) =>
  reviewRuleset(small(files), day)
    .filter((found) => found.kind === kind)
    .map(({ file, subject, detail }) => [file, subject, detail].filter((part) => part !== '').join(' | '))
const texts =
  'title: { vi: Một dấu hiệu, en: A sign }\nwhy: { vi: Vì thế, en: Because }\ninnocent: { vi: Người ngay, en: Honest }\n'
const rule = (id: string, when: string, examples = '', more: { strength?: number; group?: string } = {}) => {
  const yaml = ruleYaml({ id, when, ...more })
  return examples === '' ? yaml : yaml.replace(/examples: .*\n/, `examples: ${examples}\n`)
}

test('the project’s own set has no errors', async () => {
  const errors = reviewRuleset(await theRules(), '2026-11-25').filter(({ level }) => level === 'error')
  expect(errors).toEqual([])
})

describe('texts', () => {
  test('a title that two rules have', () => {
    const files = {
      'counterfeit/a.yaml': rule('a', '{ words: [alpha] }'),
      'counterfeit/b.yaml': rule('b', '{ words: [beta] }'),
    }
    expect(about(files, 'title-twice')).toContain('counterfeit/b.yaml | title.vi | a')
  })
  test('Vietnamese that is English, or is not Vietnamese', () => {
    expect(about({ 'counterfeit/a.yaml': rule('a', '{ words: [alpha] }') }, 'untranslated')).toContain(
      'counterfeit/a.yaml | title | t',
    )
    const good = rule('a', '{ words: [alpha] }')
      .replace(/title: .*\n/, '')
      .replace(/why: .*\n/, '')
      .replace(/innocent: .*\n/, '')
    expect(about({ 'counterfeit/a.yaml': good + texts }, 'untranslated')).toEqual([])
  })
})

describe('law', () => {
  const a = { 'counterfeit/a.yaml': rule('a', '{ words: [alpha] }') }
  test('that ended and leads nowhere, and a rule left without any', () => {
    expect(about(a, 'law-without-successor')).toEqual(['legal.yaml | law | 2026-07-01'])
    expect(about(a, 'no-law-today')).toEqual([])
    expect(about(a, 'no-law-today', '2026-07-01')).toEqual(['counterfeit/a.yaml | a | 2026-07-01'])
  })
  test('that nobody cites, that names no known successor, that is unsure', () => {
    const legal = (more: string) => `references:
  - { id: law, instrument: { vi: Luật, en: Law }, article: null, clause: null, effective_from: 2020-01-01, effective_to: null, suspended: [], superseded_by: null, role: duty, confidence: L, verified_on: 2026-01-01, source: s }
  - { id: old, instrument: { vi: Luật cũ, en: Old }, article: null, clause: null, effective_from: 2020-01-01, effective_to: 2021-01-01, suspended: [], superseded_by: ${more}, role: duty, confidence: H, verified_on: 2026-01-01, source: s }
`
    expect(about({ ...a, 'legal.yaml': legal('newer') }, 'law-unknown-successor')).toEqual(['legal.yaml | old | newer'])
    expect(about({ ...a, 'legal.yaml': legal('law') }, 'law-unknown-successor')).toEqual([])
    expect(about({ ...a, 'legal.yaml': legal('law') }, 'law-unused')).toEqual(['legal.yaml | old'])
    expect(about({ ...a, 'legal.yaml': legal('law') }, 'law-unsure')).toEqual(['counterfeit/a.yaml | a'])
  })
})

describe('words', () => {
  const lists = (text: string) => `lists:\n${text}`
  test('a list nobody uses; one used only through another is used', () => {
    const files = {
      'lexicon/more.yaml': lists(
        "  outer: { note: n, terms: ['@inner'] }\n  inner: { note: n, terms: [x1] }\n  spare: { note: n, terms: [y1] }\n",
      ),
      'counterfeit/a.yaml': rule('a', "{ words: ['@outer'] }"),
    }
    expect(about(files, 'list-unused')).toEqual(['lexicon/more.yaml | spare', 'lexicon/words.yaml | copies'])
  })
  test('a list out of order, and one form in two spellings', () => {
    const files = {
      'lexicon/more.yaml': lists('  some: { note: n, terms: [hoá đơn, hóa đơn, áo, an] }\n'),
      'counterfeit/a.yaml': rule('a', "{ words: ['@some'] }"),
    }
    expect(about(files, 'list-unsorted')).toContain('lexicon/more.yaml | some | áo')
    expect(about(files, 'word-twice-in-list')).toEqual(['lexicon/more.yaml | some | hóa đơn'])
  })
  test('a word in two lists of one rule, and in two rules of one category', () => {
    const files = {
      'counterfeit/a.yaml': rule('a', '{ all: [{ words: [alpha, beta] }, { words: [Beta, gamma] }] }'),
      'counterfeit/b.yaml': rule('b', '{ words: [delta, nu] }'),
      'counterfeit/c.yaml': rule('c', '{ any: [{ words: [delta] }, { fact: price_hidden }] }'),
    }
    expect(about(files, 'word-twice-in-rule')).toEqual(['counterfeit/a.yaml | alpha, beta / Beta, gamma | beta'])
    expect(about(files, 'word-in-two-rules')).toEqual(['counterfeit/b.yaml | c | delta'])
  })
  test('a lexicon list that two rules name is shared on purpose', () => {
    const files = {
      'counterfeit/a.yaml': rule('a', "{ words: ['@copies'] }"),
      'counterfeit/b.yaml': rule('b', "{ words: ['@copies', alpha] }"),
    }
    expect(about(files, 'word-in-two-rules')).toEqual([])
  })
})

describe('examples', () => {
  const examples = (fires: string, quiet: string, obfuscated: string) =>
    `{ fires: [${fires}], quiet: [${quiet}], obfuscated: [${obfuscated}] }`
  test('that repeat one another, say nothing or hide nothing', () => {
    const files = {
      'counterfeit/a.yaml': rule(
        'a',
        '{ words: [super fake], apart: { words: [nails], within: 3 } }',
        examples(
          '{ title: túi super fake }, { title: áo Super Fake }',
          '{ title: nồi cơm }, { title: super fake nails }',
          '{ title: túi super fake }, { title: túi s.u.p.e.r f.a.k.e }',
        ),
      ),
    }
    expect(about(files, 'example-repeats')).toEqual(['counterfeit/a.yaml | fires[2] | fires[1]: super fake'])
    expect(about(files, 'example-says-nothing')).toEqual(['counterfeit/a.yaml | quiet[1]'])
    expect(about(files, 'example-not-hidden')).toEqual(['counterfeit/a.yaml | obfuscated[1]'])
  })
  test('on all of which a stronger rule of the group fires too', () => {
    const own = examples('{ title: alpha beta }', '{ title: x }', '{ title: alpha b.e.t.a }')
    const files = (group: string) => ({
      'counterfeit/weak.yaml': rule('weak', '{ words: [beta] }', own, { strength: 0.3 }),
      'counterfeit/strong.yaml': rule('strong', '{ words: [alpha] }', '', { strength: 0.9, group }),
    })
    expect(about(files('g'), 'never-alone')).toEqual(['counterfeit/weak.yaml | weak | strong'])
    expect(about(files('other'), 'never-alone')).toEqual([])
  })
})

describe('rules new', () => {
  const copy = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'soi-rules-'))
    await cp(RULES, folder, { recursive: true })
    return folder
  }
  test('writes a rule that loads, fires on nothing and fails until it is written', async () => {
    const folder = await copy()
    for (const [path, fires] of [
      ['counterfeit/copied-stamps', 2],
      ['exculpatory/school-play', 1],
    ] as const) {
      const { code, out } = await soi('--rules', folder, 'rules', 'new', path)
      expect(code).toBe(ExitCode.Ok)
      expect(out).toContain(`${path}.yaml`)
      const tested = await soi('--rules', folder, 'rules', 'test', '--json')
      expect(tested.code).toBe(ExitCode.TestsFailed)
      const { failures, findings } = JSON.parse(tested.out)
      const own = failures.filter(({ file }: { file: string }) => file === `${path}.yaml`)
      expect(own.map(({ problem }: { problem: { kind: string } }) => problem.kind)).toEqual(Array(fires).fill('silent'))
      expect(findings).toContainEqual(
        expect.objectContaining({ level: 'error', kind: 'unfilled', file: `${path}.yaml` }),
      )
    }
  })
  test('never overwrites, takes no taken id and no path outside the families', async () => {
    const folder = await copy()
    const file = join(folder, 'counterfeit', 'mine.yaml')
    expect((await soi('--rules', folder, 'rules', 'new', 'counterfeit/mine')).code).toBe(ExitCode.Ok)
    const before = readFileSync(file, 'utf8')
    expect((await soi('--rules', folder, 'rules', 'new', 'counterfeit/mine')).code).toBe(ExitCode.BadInput)
    expect((await soi('--rules', folder, 'rules', 'new', 'smuggled/mine')).code).toBe(ExitCode.BadInput)
    expect(readFileSync(file, 'utf8')).toBe(before)
    for (const path of ['nowhere/mine', '../mine', 'counterfeit/../mine', 'counterfeit/Mine', 'counterfeit'])
      expect((await soi('--rules', folder, 'rules', 'new', path)).code).toBe(ExitCode.BadInput)
  })
  test('validate fails on an error and names the file in both languages', async () => {
    const folder = await copy()
    writeFileSync(
      join(folder, 'legal.yaml'),
      readFileSync(join(folder, 'legal.yaml'), 'utf8').replace('superseded_by: null', 'superseded_by: nowhere'),
    )
    const en = await soi('--rules', folder, '--lang', 'en', 'rules', 'validate')
    expect(en.code).toBe(ExitCode.TestsFailed)
    expect(en.out).toContain('error: rules/legal.yaml: d98-3-7 is followed by nowhere')
    expect((await soi('--rules', folder, '--lang', 'vi', 'rules', 'validate')).out).toContain('lỗi: rules/legal.yaml')
    expect((await soi('--rules', RULES, 'rules', 'validate')).code).toBe(ExitCode.Ok)
  })
})
