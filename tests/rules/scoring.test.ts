import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/rules/score.ts'
import { excuseYaml, listing, ruleYaml, small, theRules } from './fixture.ts'

const rule = (id: string, word: string, more: object = {}) => ({
  [`counterfeit/${id}.yaml`]: ruleYaml({ id, when: `{ words: [${word}] }`, ...more }),
})
const score = (files: Record<string, string>, title: string) => assess(listing({ title }), small(files))

describe('evidence is combined, not counted', () => {
  test('independent groups add by noisy-or', () => {
    const files = { ...rule('a', 'alpha', { group: 'g1' }), ...rule('b', 'beta', { group: 'g2' }) }
    expect(score(files, 'alpha').score).toBe(60)
    expect(score(files, 'alpha beta').score).toBe(84)
  })
  test('within a group only the strongest counts', () => {
    const files = { ...rule('a', 'alpha'), ...rule('b', 'beta', { strength: 0.4 }) }
    expect(score(files, 'alpha beta').score).toBe(60)
  })
  test('a word said ten times says no more than once', () => {
    expect(score(rule('a', 'alpha'), 'alpha '.repeat(10)).score).toBe(60)
  })
  test('other categories add a share', () => {
    const files = { ...rule('a', 'alpha'), ...rule('b', 'beta', { category: 'smuggled', strength: 0.4 }) }
    const { score: total, categories } = score(files, 'alpha beta')
    expect(total).toBe(68)
    expect(categories).toEqual([
      { id: 'counterfeit', score: 60 },
      { id: 'smuggled', score: 40 },
    ])
  })
  test('hidden wording strengthens, missing marks weaken', () => {
    expect(score(rule('a', 'super fake'), 's.u.p.e.r f.a.k.e').signals[0]?.strength).toBe(0.68)
    expect(score(rule('a', 'hàng giả'), 'ban hang gia re').signals[0]?.strength).toBe(0.54)
  })
  test('bands and the flag follow the scoring file', () => {
    expect(score(rule('a', 'alpha', { strength: 0.3 }), 'alpha')).toMatchObject({ band: 'low', flagged: false })
    expect(score(rule('a', 'alpha', { strength: 0.5 }), 'alpha')).toMatchObject({ band: 'medium', flagged: true })
    expect(score(rule('a', 'alpha', { strength: 0.9 }), 'alpha')).toMatchObject({ band: 'high', flagged: true })
    expect(score(rule('a', 'alpha'), 'nothing')).toMatchObject({ score: 0, band: 'none', flagged: false, signals: [] })
  })
})

describe('excuses', () => {
  const weak = { 'exculpatory/e.yaml': excuseYaml('e', '{ words: [used] }', 'weak') }
  test('lower visibly', () => {
    const { score: total, excused, signals } = score({ ...rule('a', 'alpha'), ...weak }, 'alpha used')
    expect(total).toBe(30)
    expect(excused.map(({ rule: id, quotes }) => [id, quotes[0]?.text])).toEqual([['e', 'used']])
    expect(signals).toHaveLength(1)
  })
  test('do not reach an outright offer unless they say so', () => {
    const outright = rule('a', 'alpha', { strength: 0.9 })
    expect(score({ ...outright, ...weak }, 'alpha used').score).toBe(90)
    const all = { 'exculpatory/e.yaml': excuseYaml('e', '{ words: [used] }', 'all') }
    expect(score({ ...outright, ...all }, 'alpha used').score).toBe(45)
  })
  test('are not shown where there is nothing to lower', () => {
    expect(score({ ...rule('a', 'alpha'), ...weak }, 'used').excused).toEqual([])
  })
})

test('a retired rule loads and does not fire', () => {
  const files = { 'counterfeit/a.yaml': ruleYaml({ id: 'a', when: '{ words: [alpha] }', extra: 'status: retired\n' }) }
  expect(small(files).rules).toHaveLength(1)
  expect(score(files, 'alpha').signals).toEqual([])
})

const words = fc.constantFrom(
  'túi',
  'Gucci',
  'rep 1:1',
  's.u.p.e.r',
  'f.a.k.e',
  'không',
  'hóa đơn',
  'h0a d0n',
  '𝐫𝐞𝐩',
  'G🌸u🌸c🌸c🌸i',
  '\u200b',
  '\n',
  'hàng\u0300',
  '7kg',
  '100.000mAh',
  'VD-00000-00',
  '高仿',
  '"',
  '🧸',
)
const texts = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

test('a quote is always the slice of the listing it says it is, whatever the listing', async () => {
  const ruleset = await theRules()
  fc.assert(
    fc.property(texts, texts, texts, (title, description, value) => {
      const input = listing({
        title,
        description,
        attributes: { 'tem phụ': value, ký: value },
        seller: { name: value },
      })
      const { signals, excused } = assess(input, ruleset)
      for (const { field, start, end, text } of [...signals, ...excused].flatMap(({ quotes }) => quotes)) {
        expect(text).toBe(fieldText(input, field).slice(start, end))
        expect(text).not.toBe('')
      }
    }),
    { numRuns: 300 },
  )
})

function fieldText(input: ReturnType<typeof listing>, field: string): string {
  if (field.startsWith('attributes.')) return input.attributes[field.slice('attributes.'.length)] ?? ''
  if (field === 'seller.name') return input.seller?.name ?? ''
  return String((input as unknown as Record<string, unknown>)[field] ?? '')
}

test('the same listing and rules give the same assessment, byte for byte', async () => {
  const ruleset = await theRules()
  const input = listing({ title: 'Túi Gucci rep 1:1', description: 'Full box bill, không hóa đơn, lấy sỉ từ 10 cái' })
  expect(JSON.stringify(assess(input, ruleset))).toBe(JSON.stringify(assess(input, ruleset)))
})
