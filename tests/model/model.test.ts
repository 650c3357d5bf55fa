import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossValidate } from '../../src/model/cross-validate.ts'
import { fitCurve } from '../../src/model/curve.ts'
import { featuresOf } from '../../src/model/features.ts'
import { modelText, parseModel } from '../../src/model/file.ts'
import { opinionOn, probabilityOf, weigh } from '../../src/model/opinion.ts'
import { dealt, foldsOf, trainJudge } from '../../src/model/train.ts'
import { learn } from '../../src/model/weights.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { examples } from './fixture.ts'

const listing = (fields: object) => parseScoreInput({ id: 'x', ...fields })
const words = (title: string) => [...featuresOf(listing({ title })).reading]

describe('features', () => {
  test('are folded words and pairs within a clause, every number one sign', () => {
    expect(words('TÚI rep 1, giá rẻ')).toEqual(['túi', 'rep', 'túi rep', '#', 'rep #', 'giá', 'rẻ', 'giá rẻ'])
    expect(words('gọi 0900 000 123')).toEqual(['gọi', '#', 'gọi #', '# #'])
  })
  test('undo look-alike letters', () => {
    expect(words('𝐫𝐞𝐩 đẹp')).toEqual(words('rep đẹp'))
  })
  test('of text without marks are read without them, and learned both ways', () => {
    expect(words('ban hang nhai loai dep')).toContain('~hang nhai')
    const { training, reading } = featuresOf(listing({ title: 'bán hàng nhái' }))
    expect([...training]).toEqual(expect.arrayContaining(['hàng nhái', '~hang nhai']))
    expect(reading.has('~hang nhai')).toBe(false)
  })
  test('leave out who sells, the price and the address', () => {
    const seller = { name: 'Shop Bống', location: 'Hà Nội', badges: ['Yêu thích'] }
    const of = { title: 'ghế', price_text: '48 nghìn', url: 'https://cho.example/ghe', seller }
    expect([...featuresOf(listing(of)).training]).toEqual(['ghế', '~ghe'])
  })
})

describe('training', () => {
  test('learns which words tell the kinds apart', () => {
    const weights = learn(examples(80))
    expect(weights.get('rep')).toBeGreaterThan(1)
    expect(weights.get('chính hãng')).toBeLessThan(-1)
    expect(Math.abs(weights.get('gọi') ?? 9)).toBeLessThan(0.1)
  })
  test('gives the same for the same, and needs enough of both kinds', () => {
    const text = () =>
      modelText({ ...trainJudge(examples(60)), created: 'x', sources: [], counts: { violating: 30, legitimate: 30 } })
    expect(text()).toBe(text())
    expect(() => trainJudge(examples(18))).toThrow(/at least 10/)
    expect(() => learn(examples(20).filter(({ violating }) => violating))).toThrow(/violating and legitimate/)
  })
  test('an opinion is a probability with the words that made it', () => {
    const judge = { ...trainJudge(examples(80)), least: 2 }
    const of = (title: string) => opinionOn(listing({ title }), judge)
    expect(of('túi rep cao cấp').probability).toBeGreaterThan(0.9)
    expect(of('giày chính hãng có hóa đơn').probability).toBeLessThan(0.1)
    expect(of('tui rep cao cap nhu that').probability).toBeGreaterThan(0.9)
    expect(of('túi rep').top.map(({ word }) => word)).toContain('rep')
    expect(of('xyzzy')).toEqual({ probability: null, top: [] })
  })
  test('has no opinion on a listing with less text than nearly all it learned from', () => {
    const judge = trainJudge(examples(80))
    expect(judge.least).toBeGreaterThan(5)
    expect(opinionOn(listing({ title: 'túi rep' }), judge)).toMatchObject({ probability: null })
    expect(opinionOn(listing({ title: 'túi rep' }), judge).top).not.toEqual([])
  })
  test('stays a number for a text of any length and content', () => {
    const judge = { ...trainJudge(examples(80)), least: 0 }
    const long = listing({ title: 'túi rep cao cấp '.repeat(3000) })
    expect(opinionOn(long, judge).probability).toBeGreaterThan(0.9)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const { probability } = opinionOn(listing({ title }), judge)
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the curve', () => {
  test('gives back the shares it was fitted to', () => {
    // Score 0: 200 of 1000 violate; score 1: 900 of 1000.
    const at = (score: number, hits: number) => Array.from({ length: 1000 }, (_, n) => ({ score, violating: n < hits }))
    const curve = fitCurve([...at(0, 200), ...at(1, 900)])
    expect(probabilityOf(0, curve)).toBeCloseTo(0.2, 2)
    expect(probabilityOf(1, curve)).toBeCloseTo(0.9, 2)
  })
  test('stays finite where the kinds are wholly apart', () => {
    const curve = fitCurve(Array.from({ length: 40 }, (_, n) => ({ score: n < 20 ? -9 : 9, violating: n >= 20 })))
    expect(Number.isFinite(curve.slope)).toBe(true)
    expect(probabilityOf(9, curve)).toBeGreaterThan(0.9)
  })
})

describe('cross-validation', () => {
  test('judges each listing by a model that has not seen its fold', () => {
    // Every fold has a word of its own that marks its violating listings: a model that saw it would know.
    const marked = examples(80).map((example, at) => {
      const own = example.violating ? `secret${example.fold}` : `plain${at}`
      return { ...example, training: new Set([own]), reading: new Set([own]), score: 0, flagged: false }
    })
    const { model, folds } = crossValidate(marked)
    expect(folds).toHaveLength(4)
    expect(model.rocAuc).toBe(0.5)
  })
  test('reports rules, model and both', () => {
    const judged = examples(80).map((example, at) => {
      const flagged = example.violating && at % 4 === 0
      return { ...example, flagged, score: flagged ? 90 : 0 }
    })
    const result = crossValidate(judged)
    expect(result.rules).toMatchObject({ truePositives: 20, falseNegatives: 20 })
    expect(result.both.truePositives).toBeGreaterThan(result.rules.truePositives)
    expect(result.modelOnly?.of).toBe(result.both.truePositives + result.both.falsePositives - 20)
    expect(() => crossValidate(judged.map((one) => ({ ...one, fold: 'same' })))).toThrow(/two folds/)
  })
  test('deals each kind evenly', () => {
    for (const { held } of foldsOf(dealt(examples(80), 5)))
      expect(held.filter(({ violating }) => violating)).toHaveLength(8)
  })
})

describe('a model file', () => {
  const model = {
    ...trainJudge(examples(60)),
    created: '2026-11-25T03:04:05.678Z',
    sources: [{ file: 'a.jsonl', sha256: 'a'.repeat(64), listings: 60 }],
    counts: { violating: 30, legitimate: 30 },
  }
  const text = modelText(model)
  test('is read back as it was written, to four decimals', () => {
    const again = parseModel(text, 'm')
    expect(again).toMatchObject({ created: model.created, sources: model.sources, counts: model.counts })
    expect(modelText(again)).toBe(text)
    const { reading } = featuresOf(listing({ title: 'túi rep cao cấp' }))
    expect(weigh(reading, again.weights).score).toBeCloseTo(weigh(reading, model.weights).score, 3)
    expect(again.least).toBe(model.least)
  })
  const HOSTILE: readonly (readonly [string, string, RegExp])[] = [
    ['no JSON', '{', /not a model/],
    ['another JSON', '[]', /not a model of this version/],
    ['of another version', text.replace('"version":1', '"version":2'), /version/],
    ['with an unknown key', text.replace('"version":1', '"version":1,"run":"rm"'), /run/],
    ['with a weight that is no number', text.replace(/,-?[\d.]+\]/, ',"9"]'), /weights/],
    ['with a weight beyond all reason', text.replace(/,-?[\d.]+\]/, ',1e308]'), /weights/],
    ['with an infinite curve', text.replace(/"slope":-?[\d.]+/, '"slope":1e999'), /slope/],
    ['with a word twice', text.replace(/\n(\[.*\]),\n\[.*\],\n/, '\n$1,\n$1,\n'), /twice/],
    ['with an escape sequence for a word', text.replace(/\n\["[^"]*"/, '\n["\\u001b[2J"'), /weights/],
    ['with a prototype for a key', text.replace('"version":1', '"version":1,"__proto__":{"x":1}'), /__proto__/],
    ['without words', `${text.slice(0, text.indexOf('"weights"'))}"weights":[]}`, /weights/],
    ['too big', `${text}${' '.repeat(8_000_000)}`, /too big/],
  ]
  for (const [name, hostile, message] of HOSTILE)
    test(`that is ${name} is refused`, () => {
      expect(hostile).not.toBe(text)
      expect(() => parseModel(hostile, 'm.json')).toThrow(message)
      expect(() => parseModel(hostile, 'm.json')).toThrow(/m\.json/)
    })
})
