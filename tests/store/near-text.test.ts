import { describe, expect, test } from 'vitest'
import { likenessBands, sharedText, shinglesOf } from '../../src/store/near-text.ts'
import { randomFrom } from '../bench/random.ts'
import { stepsOf } from '../text/steps.ts'

const textOf = (words: readonly string[]) => ({ title: 'Bán', description: words.join(' ') })

/** Texts of sixty words, each beside itself with some words exchanged. */
function pairs(exchanged: number, count: number) {
  const random = randomFrom(exchanged)
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 60 }, () => `từ${Math.floor(random() * 5000)}`)
    const other = words.map((word, i) =>
      i % Math.floor(60 / exchanged) === 0 ? `khác${Math.floor(random() * 5000)}` : word,
    )
    return [textOf(words), textOf(other)] as const
  })
}

const meet = ([a, b]: readonly [ReturnType<typeof textOf>, ReturnType<typeof textOf>]): boolean => {
  const bands = new Set(likenessBands(a))
  return likenessBands(b).some((band) => bands.has(band))
}
const shareOf = (all: ReturnType<typeof pairs>): number =>
  all.reduce((sum, [a, b]) => sum + sharedText(shinglesOf(a), shinglesOf(b)), 0) / all.length

describe('nearly the same text', () => {
  test('is met in a band about as often as arithmetic says, and another text is not', () => {
    const near = pairs(3, 300)
    expect(shareOf(near)).toBeGreaterThan(0.7)
    expect(near.filter(meet).length).toBeGreaterThan(285)
    const apart = pairs(30, 300)
    expect(shareOf(apart)).toBeLessThan(0.05)
    expect(apart.filter(meet).length).toBeLessThan(3)
  })

  test('reads past accents, case and marks; says nothing of a few words', () => {
    const text = 'Túi xách da bò thật màu nâu khóa vàng có dây đeo chéo kèm hộp'
    const plain = 'TUI XACH DA BO THAT, MAU NAU: KHOA VANG; CO DAY DEO CHEO KEM HOP'
    expect(likenessBands({ title: text, description: null })).toEqual(
      likenessBands({ title: plain, description: null }),
    )
    expect(likenessBands({ title: 'Túi xách da bò thật', description: null })).toEqual([])
    expect(sharedText(new Set(), new Set())).toBe(0)
  })

  test('takes no more steps for a text without end than for a long one', () => {
    const textWith = (words: number) => textOf(Array.from({ length: words }, (_, i) => `từ${i}`))
    const [long, endless] = [textWith(2_000), textWith(200_000)]
    // Words that were met are known: what is counted is the same work twice.
    likenessBands(long)
    const steps = stepsOf(() => likenessBands(long))
    expect(steps).toBeGreaterThan(6_000)
    expect(stepsOf(() => likenessBands(endless))).toBe(steps)
    expect(shinglesOf(endless).size).toBe(600)
  })
})
