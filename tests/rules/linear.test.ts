import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScoreInput } from '../../src/domain.ts'
import { fold } from '../../src/normalise/fold.ts'
import { readings } from '../../src/normalise/readings.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { assess, sceneOf } from '../../src/rules/score.ts'
import { subjectOf } from '../../src/rules/subject.ts'
import { theRules } from './fixture.ts'

/**
 * Listings are written by people who may wish the reader ill. What is counted here is work and output, never time: steps
 * through arrays and maps that the text makes long, hits, the characters of what comes out.
 */

const ruleset = await theRules()
const inDescription = (text: string): ScoreInput => parseScoreInput({ id: 'x', description: text })

/** Calls that cost the same whatever the text; counted one by one. */
const CALLS: readonly (readonly [object, string])[] = [
  [String.prototype, 'charCodeAt'],
  [String.prototype, 'slice'],
  [Map.prototype, 'get'],
  [Set.prototype, 'has'],
  [Array.prototype, 'push'],
]
/** Walks through an array; counted by the elements they come by. */
const WALKS = ['find', 'findIndex', 'filter', 'some', 'every', 'map', 'flatMap']

/** How many of them there are while `work` runs. */
function steps(work: () => unknown): number {
  let count = 0
  const undo = [
    ...CALLS.map(([owner, name]) =>
      exchanged(
        owner,
        name,
        (original) =>
          function (this: unknown, ...args) {
            count++
            return Reflect.apply(original, this, args)
          },
      ),
    ),
    ...WALKS.map((name) =>
      exchanged(
        Array.prototype,
        name,
        (original) =>
          function (this: unknown, visit: (...args: unknown[]) => unknown) {
            return Reflect.apply(original, this, [
              (...args: unknown[]) => {
                count++
                return visit(...args)
              },
            ])
          },
      ),
    ),
  ]
  try {
    work()
  } finally {
    for (const one of undo) one()
  }
  return count
}

// biome-ignore lint/suspicious/noExplicitAny: functions of the language, whatever they take
type Any = (...args: any[]) => unknown

function exchanged(owner: object, name: string, by: (original: Any) => Any): () => void {
  const original: Any = Reflect.get(owner, name)
  const put = (value: Any) => Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  put(by(original))
  return () => put(original)
}

/** Eight times the text may cost eight times the steps and a little more: tables grow, a first word is remembered. */
const ALLOWED = 8 * 1.35

const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one digit': '7',
  'one mark of a letter': 'a\u0301',
  'marks without a letter': '\u0301',
  dots: '.',
  'dots between letters': 'f.a.k.e.',
  'spaces between letters': 'h à n g ',
  'a term': 'hàng giả ',
  'a term and its denial': 'không bán hàng giả, ',
  'a term denied again and again': 'không không phải hàng giả không ',
  'an enumeration': 'hàng giả, hàng nhái, ',
  'parts of terms': 'super rep ',
  'a term in leet': 'h4ng g14 ',
  'a term in letters of other scripts': 'ѕuреr fаkе ',
  'a masked name': 'Gu*ci ',
  stars: '*',
  brackets: '[f]',
  'keys of Telex': 'hangf giar ',
  pictures: '🧸',
  flags: '🇻🇳',
  'a bar between words': 'pháo·',
  'numbers of receipts': '123456/21/CBMP-HN ',
  'registration words': 'số công bố ',
  'a look-alike name': 'Adidos ',
  lines: '\n',
  prices: '500k ',
}

describe('the cost of a listing grows as its text does', () => {
  test.each(Object.entries(UNITS))('%s', (_, unit) => {
    const of = (length: number) => inDescription(unit.repeat(Math.ceil(length / unit.length)))
    assess(of(4_000), ruleset)
    const [few, many] = [4_000, 32_000].map((length) => steps(() => assess(of(length), ruleset)))
    expect(many).toBeLessThan((few ?? 0) * ALLOWED + 5_000)
  })

  test('mixtures of them', () => {
    const units = Object.values(UNITS)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 6 }), (parts) => {
        const of = (length: number) => {
          const unit = parts.join('')
          return inDescription(unit.repeat(Math.ceil(length / unit.length)))
        }
        assess(of(2_000), ruleset)
        const [few, many] = [2_000, 16_000].map((length) => steps(() => assess(of(length), ruleset)))
        expect(many).toBeLessThan((few ?? 0) * ALLOWED + 5_000)
      }),
      { numRuns: 12, seed: 7 },
    )
  })

  test('attributes by the thousand', () => {
    const of = (count: number) =>
      parseScoreInput({
        id: 'x',
        attributes: Object.fromEntries(Array.from({ length: count }, (_, n) => [`chất liệu ${n}`, 'hàng giả loại 1'])),
      })
    assess(of(300), ruleset)
    const [few, many] = [300, 2_400].map((count) => steps(() => assess(of(count), ruleset)))
    expect(many).toBeLessThan((few ?? 0) * ALLOWED)
  })
})

describe('a megabyte of text', () => {
  test.each(['a', '.', '\u0301', 'f.', '*', '🧸'])('of %j is read, and little comes of it', (unit) => {
    const text = unit.repeat(Math.floor(1_000_000 / unit.length))
    const { hits, streams } = subjectOf(inDescription(text), ruleset.trie)
    expect(streams.length).toBeLessThanOrEqual(10)
    expect(hits.values().flat().length).toBeLessThan(1_000)
    expect(JSON.stringify(assess(inDescription(text), ruleset)).length).toBeLessThan(100_000)
  })

  test('a term said 100,000 times is found so often and shown a few times', () => {
    const { signals } = assess(inDescription('super fake '.repeat(100_000)), ruleset)
    expect(signals.length).toBeGreaterThan(0)
    for (const { quotes } of signals) expect(quotes.length).toBeLessThanOrEqual(12)
  })
})

describe('an enumeration of 100,000 members', () => {
  test.each(['hàng nhái, ', 'hàng giả hàng nhái '])('%j is read to its end', (member) => {
    const subject = subjectOf(inDescription(`không bán ${member.repeat(100_000)}super fake`), ruleset.trie)
    const { denied } = sceneOf(subject, ruleset)
    const [stream] = subject.streams
    const last = subject.hits
      .values()
      .flat()
      .filter((hit) => hit.stream === stream && hit.to === stream.tokens.count)
    expect(last.length).toBeGreaterThan(0)
    expect(last.map(denied)).toEqual(last.map(() => true))
  })
})

test('no reading is longer than a small multiple of what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const { text: read } of readings(text, fold(text), ruleset.trie.vocabulary))
        expect(read.length).toBeLessThanOrEqual(text.length * 8 + 64)
    }),
    { numRuns: 200, seed: 3 },
  )
})
