import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Category, ScoreInput } from '../../src/domain.ts'
import { parseScoreInput } from '../../src/rules/input.ts'
import { assess } from '../../src/rules/score.ts'
import { theRules } from './fixture.ts'

const folder = new URL('../corpus/offers/', import.meta.url)

interface Offer {
  readonly input: ScoreInput
  readonly labels: readonly Category[]
}

const offersOf = (file: string): Offer[] =>
  readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map((json) => ({ input: parseScoreInput(json), labels: json.labels }))

/** What sellers paste under everything they sell. */
const PASTED = [
  'Cam kết không bán hàng giả, hàng nhái, hàng fake.',
  'Phát hiện hàng giả đền gấp 10 lần. Có hóa đơn VAT đầy đủ.',
  'Nói không với hàng kém chất lượng. Cảnh báo: nhiều nơi bán hàng nhái.',
  'Mình không bán gì hết, chỉ chia sẻ.',
]

describe('an offer of copies is flagged, in its category', () => {
  for (const file of readdirSync(folder).sort()) {
    const offers = offersOf(file)
    test(file, async () => {
      const ruleset = await theRules()
      const missed = offers.filter(({ input, labels }) => {
        const { categories } = assess(input, ruleset)
        return !labels.every((label) => (categories.find(({ id }) => id === label)?.score ?? 0) >= 50)
      })
      expect(missed.map(({ input }) => input.title)).toEqual([])
    })
  }
})

describe('a pasted disclaimer gains nothing', () => {
  for (const pasted of PASTED) {
    test(pasted, async () => {
      const ruleset = await theRules()
      const excused = offersOf('copies.jsonl').filter(({ input }) => {
        const before = assess(input, ruleset)
        const after = assess({ ...input, description: `${input.description}\n${pasted}` }, ruleset)
        return before.score - after.score > 10
      })
      expect(excused.map(({ input }) => input.title)).toEqual([])
    })
  }
})
