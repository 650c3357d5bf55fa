import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sighting } from '../../src/domain.ts'
import { ExitCode } from '../../src/exit-codes.ts'
import { scoreInput } from '../../src/normalise/listing.ts'
import { explain } from '../../src/rules/explain.ts'
import { assess } from '../../src/rules/score.ts'
import { openStore } from '../../src/store/store.ts'
import { aRequest, aSighting, aSweep, aVisit, must, newHome } from '../store/sample.ts'
import { smallFolder, soi, soiWith } from './cli.ts'
import { excuseYaml, listing, RULES, ruleYaml, small, theRules } from './fixture.ts'

const DAY = '2025-06-01'
const rules = {
  'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [alpha] }', strength: 0.6, group: 'one' }),
  'counterfeit/b.yaml': ruleYaml({ id: 'b', when: '{ words: [beta] }', strength: 0.4, group: 'one' }),
  'counterfeit/c.yaml': ruleYaml({ id: 'c', when: '{ words: [gamma] }', strength: 0.5, group: 'two' }),
  'smuggled/d.yaml': ruleYaml({ id: 'd', when: '{ words: [delta] }', strength: 0.3, category: 'smuggled' }),
  'exculpatory/e.yaml': excuseYaml('e', '{ words: [used] }', 'weak'),
  'exculpatory/f.yaml': excuseYaml('f', '{ words: [lawful] }', 'all', '[counterfeit]'),
}
const explained = (title: string, files: Record<string, string> = rules) => {
  const ruleset = small(files)
  return explain(assess(listing({ title }), ruleset), ruleset, DAY)
}

describe('an explanation', () => {
  test('accounts for every number of the score', () => {
    const { assessment, categories, signals } = explained('alpha beta gamma delta')
    // 1 − (1 − 0.6)(1 − 0.5) = 0.8; the other category at half.
    expect(assessment.score).toBe(83)
    expect(categories).toMatchObject([
      {
        id: 'counterfeit',
        value: 0.8,
        groups: [
          { group: 'one', rule: 'a', left: 0.6 },
          { group: 'two', rule: 'c' },
        ],
      },
      { id: 'smuggled', value: expect.closeTo(0.3, 12) },
    ])
    expect(signals.filter(({ counts }) => !counts).map(({ rule }) => rule)).toEqual(['b'])
  })
  test('says what remains without each signal, as if the rule were not there', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'used', 'a.l.p.h.a', 'lawful']
    fc.assert(
      fc.property(fc.subarray(words), (some) => {
        const title = some.join(' ')
        for (const { rule, without } of explained(title).signals) {
          const rest = Object.fromEntries(Object.entries(rules).filter(([path]) => !path.endsWith(`/${rule}.yaml`)))
          const { score, band, flagged } = assess(listing({ title }), small(rest))
          expect(without).toEqual({ score, band, flagged })
        }
      }),
      { numRuns: 40 },
    )
  })
  test('says what each excuse took, and which more would lower it, the strongest first', () => {
    const { assessment, excuses, missing } = explained('alpha used')
    expect(assessment.score).toBe(30)
    expect(excuses).toMatchObject([{ rule: 'e', reaches: ['a'], without: { score: 60, band: 'medium' } }])
    expect(missing).toMatchObject([{ rule: 'f', outcome: { score: 15, band: 'none' } }])
  })
  test('names the signals that decide the band', () => {
    expect(explained('alpha').decisive).toEqual(['a'])
    expect(explained('alpha beta gamma').decisive).toEqual(['c'])
    expect(explained('alpha gamma').decisive).toEqual(['a'])
    const two = { ...rules, 'counterfeit/b.yaml': ruleYaml({ id: 'b', when: '{ words: [beta] }', group: 'one' }) }
    expect(explained('alpha beta', two).decisive).toEqual(['a', 'b'])
    expect(explained('nothing').decisive).toEqual([])
  })
  test('reads back why a strength is not the one of the rule', () => {
    const of = (title: string) =>
      explained(title, { 'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [hàng giả] }' }) })
    const reading = (title: string) => of(title).signals[0]?.reading
    expect(reading('hàng giả')).toBe('plain')
    expect(reading('ban hang gia re')).toBe('unaccented')
    expect(reading('bán h.à.n.g g.i.ả')).toBe('hidden')
    expect(reading('ban h.a.n.g g.i.a re lam')).toBe('hidden-unaccented')
  })
  test('cites the law of the day', () => {
    expect(explained('alpha').signals[0]?.legal.map(({ id }) => id)).toEqual(['law'])
    const ruleset = small(rules)
    const after = explain(assess(listing({ title: 'alpha' }), ruleset), ruleset, '2026-07-01')
    expect(after.signals[0]?.legal).toEqual([])
  })
  test('names the number or the field that would silence a rule', () => {
    const when = '{ all: [{ words: [alpha] }, { not: { fact: has_cosmetic_number } }, { missing: brand }] }'
    expect(explained('alpha', { 'counterfeit/a.yaml': ruleYaml({ id: 'a', when }) }).signals[0]?.silencers).toEqual([
      { kind: 'fact', name: 'has_cosmetic_number' },
      { kind: 'field', name: 'brand' },
    ])
  })
})

test('the order in which attributes come changes nothing', async () => {
  const ruleset = await theRules()
  const of = (attributes: object) =>
    JSON.stringify(assess(listing({ title: 'Kem trộn', attributes: { ...attributes } }), ruleset))
  const [a, b] = [{ 'xuất xứ': 'không nhãn mác, không tem phụ' }, { 'bao bì': 'không nhãn mác, không tem phụ' }]
  expect(JSON.parse(of({ ...a, ...b })).signals.length).toBeGreaterThan(0)
  expect(of({ ...a, ...b })).toBe(of({ ...b, ...a }))
})

const file = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'soi-explain-')), 'listing.json')
  writeFileSync(path, text)
  return path
}

describe('soi explain', () => {
  const one = { id: 'x1', title: 'Túi Gucci rep 1:1\u001b[31m', description: 'full box' }
  test('takes one JSON object over several lines, JSON Lines, and standard input', async () => {
    const pretty = await soi('explain', file(JSON.stringify(one, null, 2)), '--date', '2026-11-25')
    expect(pretty.code).toBe(ExitCode.Ok)
    expect(pretty.out).toContain('“rep 1:1” (title)')
    expect(pretty.out).toContain('Law in force on 2026-11-25')
    expect(pretty.out).toMatch(/falls below its band/)
    expect(pretty.out).not.toContain('\u001b')
    const lines = `${JSON.stringify(one)}\n${JSON.stringify({ id: 'x2', title: 'Nồi cơm điện' })}\n`
    const both = await soiWith(lines, 'explain', '-', '--json')
    expect(both.out.split('\n').map((line) => JSON.parse(line).assessment.id)).toEqual(['x1', 'x2'])
    expect((await soiWith(lines, 'explain', '-')).out).toContain('No rule saw a sign')
  })
  test('speaks Vietnamese, and marks what is to be verified', async () => {
    const { out } = await soi('--lang', 'vi', 'explain', file(JSON.stringify(one)), '--date', '2026-11-25')
    expect(out).toContain('được đánh dấu')
    expect(out).toContain('(cần kiểm tra lại)')
    expect(out).toContain('Giải thích ngay tình thường gặp')
    expect(out).not.toMatch(/undefined|phạt tiền/)
  })
  test('says what is wrong with what it is given', async () => {
    expect((await soi('explain', '/nowhere.json')).code).toBe(ExitCode.NoInput)
    expect((await soi('explain', file(''))).code).toBe(ExitCode.BadInput)
    expect((await soi('explain', file(JSON.stringify(one)), '--date', '2026-02-31')).code).toBe(ExitCode.BadInput)
    expect((await soi('explain', file(JSON.stringify(one)), '--with-current-rules')).code).toBe(ExitCode.BadInput)
    const wrong = await soi('explain', file(`${JSON.stringify(one)}\n{oops`))
    expect(wrong).toMatchObject({ code: ExitCode.BadInput })
    expect(wrong.err).toContain('line 2')
  })
})

/** A store with one sighting, judged by the project's rules; `over` changes the sighting, `kept` the rule files that are stored. */
async function filled(
  over: (sighting: Sighting) => Sighting = (same) => same,
  kept: ReadonlyMap<string, string> | null = null,
): Promise<string> {
  const home = await newHome()
  const ruleset = await theRules()
  const sample = aSighting({ key: 'k1', flagged: true, title: 'Túi Gucci rep 1:1' })
  const of = { ...sample.listing, attributes: { 'xuất xứ': 'không nhãn mác', 'bao bì': 'không nhãn mác' } }
  const sighting = { ...sample, listing: of, assessment: assess(scoreInput(of), ruleset, sample.checks) }
  const store = await openStore(home, { actor: 'an' })
  await store.rulesets.keep(ruleset.hash, kept ?? ruleset.files)
  const frontier = store.frontier(await store.sweeps.begin(aSweep({ rulesetHash: ruleset.hash })))
  await frontier.add([aRequest(1)])
  const [request] = await frontier.take(1)
  await frontier.record(aVisit(must(request), { sightings: [over(sighting)] }))
  await store.close()
  return home
}

describe('a stored sighting', () => {
  test('is explained by its own rules, which give the stored assessment again', async () => {
    const home = await filled()
    const { code, out, err } = await soi('--home', home, '--rules', RULES, 'explain', '1')
    expect(err).toBe('')
    expect(code).toBe(ExitCode.Ok)
    expect(out).toContain('Sighting 1')
    expect(out).toContain('the same, byte for byte')
    const json = JSON.parse((await soi('--home', home, 'explain', '1', '--json')).out)
    expect(json).toMatchObject({ sighting: 1, same: true, difference: null, current: null })
  })
  test('that its rules do not give again ends as broken evidence, and says how it differs', async () => {
    const home = await filled((sighting) => ({
      ...sighting,
      assessment: { ...sighting.assessment, score: 11, signals: [] },
    }))
    const { code, out } = await soi('--home', home, 'explain', '1')
    expect(code).toBe(ExitCode.EvidenceBroken)
    expect(out).toContain('NOT the one stored')
    expect(out).toMatch(/– 11 \(high\) → \d+ \(high\)/)
    expect(out).toContain('– new: replica-outright')
  })
  test('whose rules this version cannot load is said to be so', async () => {
    const ruleset = await theRules()
    const scoring = ['scoring.yaml', `${ruleset.files.get('scoring.yaml')}next_year: 1\n`] as const
    const home = await filled((same) => same, new Map([...ruleset.files, scoring]))
    const { code, err } = await soi('--home', home, 'explain', '1')
    expect(code).toBe(ExitCode.BadInput)
    expect(err).toContain('do not load in this version of Soi: rules/scoring.yaml')
  })
  test('whose kept rules were changed is broken evidence', async () => {
    const ruleset = await theRules()
    const scoring = ['scoring.yaml', `${ruleset.files.get('scoring.yaml')}# changed\n`] as const
    const home = await filled((same) => same, new Map([...ruleset.files, scoring]))
    const { code, err } = await soi('--home', home, 'explain', '1')
    expect(code).toBe(ExitCode.EvidenceBroken)
    expect(err).toContain(`ruleset ${ruleset.hash} hash to`)
  })
  test('whose rules were not kept cannot be explained', async () => {
    const home = await filled((sighting) => ({
      ...sighting,
      assessment: { ...sighting.assessment, ruleset: 'f'.repeat(64) },
    }))
    const { code, err } = await soi('--home', home, 'explain', '1')
    expect(code).toBe(ExitCode.EvidenceBroken)
    expect(err).toContain('are not in the store')
    expect((await soi('--home', home, 'explain', '2')).code).toBe(ExitCode.BadInput)
  })
  test('is compared with today’s rules on request', async () => {
    const home = await filled()
    const today = smallFolder({ 'counterfeit/other.yaml': ruleYaml({ id: 'other', when: '{ words: [túi] }' }) })
    const { code, out } = await soi('--home', home, '--rules', today, 'explain', '1', '--with-current-rules')
    expect(code).toBe(ExitCode.Ok)
    expect(out).toContain('– new: other')
    expect(out).toMatch(/no longer: .*replica-outright/)
    const same = await soi('--home', home, '--rules', RULES, 'explain', '1', '--with-current-rules')
    expect(same.out).toContain('nothing changes')
  })
})
