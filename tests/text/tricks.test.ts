import { describe, expect, test } from 'vitest'
import { INNOCENT, ROWS, TRIE, wordsIn } from './found.ts'

const TRICKS = [...new Set(ROWS.map(({ trick }) => trick))]
/** Share of the table that must be found, and of each trick alone. */
const RECALL = 0.97
const RECALL_OF_ONE = 0.9

const missedOf = (rows: typeof ROWS): string[] =>
  rows.filter(({ text, word }) => !wordsIn(text, TRIE).includes(word)).map(({ text, word }) => `${word} in ${text}`)

describe('hidden words', () => {
  test('the table has 300 rows of 15 tricks and more, none twice', () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(300)
    expect(TRICKS.length).toBeGreaterThanOrEqual(15)
    expect(new Set(ROWS.map(({ text }) => text)).size).toBe(ROWS.length)
  })

  test('nearly all of the table is found', () => {
    const missed = missedOf(ROWS)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(ROWS.length * (1 - RECALL))
  })

  test.each(TRICKS)('%s', (trick) => {
    const rows = ROWS.filter((row) => row.trick === trick)
    const missed = missedOf(rows)
    expect(rows.length).toBeGreaterThanOrEqual(10)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(rows.length * (1 - RECALL_OF_ONE))
  })

  test('the words of the table are found where they are written plainly', () => {
    for (const word of new Set(ROWS.map((row) => row.word))) expect(wordsIn(`Bán ${word} đẹp`, TRIE)).toContain(word)
  })
})

describe('honest texts that look like tricks', () => {
  test('there are eighty and more', () => expect(INNOCENT.length).toBeGreaterThanOrEqual(80))

  test.each(INNOCENT)('%s', (text) => {
    expect(wordsIn(text, TRIE)).toEqual([])
  })
})
