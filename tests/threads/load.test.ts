import { describe, expect, test } from 'vitest'
import { mayShare, watchLoad } from '../../src/threads/load.ts'

/** Answers to `pages` pages that take `ms` each, `waiting` of them always asked for at once. */
const answers = (pages: number, ms: (page: number) => number, waiting: number): readonly boolean[] => {
  let at = 0
  const load = watchLoad(() => at)
  for (let n = 1; n < waiting; n++) load.asked()
  return Array.from({ length: pages }, (_, n) => {
    load.asked()
    at += ms(n)
    return load.answered()
  })
}

describe('a thread that reads pages is held up', () => {
  test('where others wait all the time and each takes long', () => {
    const said = answers(1000, () => 9, 32)
    expect(said.indexOf(true)).toBe(199)
  })

  test('not where pages are short, however many wait', () => {
    expect(answers(5000, () => 3, 32)).not.toContain(true)
  })

  test('not where it waits for pages, however long they are', () => {
    expect(answers(5000, () => 50, 1)).not.toContain(true)
    expect(answers(5000, () => 50, 2)).not.toContain(true)
  })

  test('not while the first pages are slow because nothing is compiled yet', () => {
    expect(answers(2000, (n) => (n < 100 ? 20 : 2), 32)).not.toContain(true)
  })

  test('as soon as long pages follow short ones', () => {
    expect(answers(2000, (n) => (n < 1000 ? 2 : 9), 32).indexOf(true)).toBe(1099)
  })
})

test('one core or little memory is not shared', () => {
  expect(mayShare(1, 16e9)).toBe(false)
  expect(mayShare(2, 2e9)).toBe(false)
  expect(mayShare(2, 8e9)).toBe(true)
})
