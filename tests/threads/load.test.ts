import { describe, expect, test } from 'vitest'
import { mayShare, watchLoad } from '../../src/threads/load.ts'

/** Answers to `pages` pages, `waiting` of them always asked for at once, while the asking thread is so busy in each hundred. */
const answers = (pages: number, busy: (hundred: number) => number, waiting: number): readonly boolean[] => {
  let hundred = 0
  const load = watchLoad(() => busy(hundred++))
  for (let n = 1; n < waiting; n++) load.asked()
  return Array.from({ length: pages }, () => {
    load.asked()
    return load.answered()
  })
}

describe('a thread that reads pages is held up', () => {
  test('where others wait all the time and who asks is mostly idle', () => {
    expect(answers(1000, () => 0.35, 32).indexOf(true)).toBe(199)
  })

  test('not where fetching and storing take as long, however many wait', () => {
    expect(answers(5000, () => 0.7, 32)).not.toContain(true)
  })

  test('not where it waits for pages, however idle all are', () => {
    expect(answers(5000, () => 0.1, 1)).not.toContain(true)
    expect(answers(5000, () => 0.1, 2)).not.toContain(true)
  })

  test('not while the first pages are slow because nothing is compiled yet', () => {
    expect(answers(2000, (hundred) => (hundred === 0 ? 0.1 : 0.7), 32)).not.toContain(true)
  })

  test('as soon as long pages follow short ones', () => {
    expect(answers(2000, (hundred) => (hundred < 10 ? 0.7 : 0.3), 32).indexOf(true)).toBe(1099)
  })
})

test('a thread that does nothing but wait is told as idle, one that works as busy', async () => {
  const { setTimeout: wait } = await import('node:timers/promises')
  const told = async (work: () => unknown): Promise<boolean> => {
    const load = watchLoad()
    for (let n = 0; n < 32; n++) load.asked()
    let heldUp = false
    for (let page = 0; page < 200; page++) {
      load.asked()
      if (page % 50 === 0) await work()
      heldUp = load.answered() || heldUp
    }
    return heldUp
  }
  const until = (end: number): void => {
    while (performance.now() < end);
  }
  expect(await told(() => wait(40))).toBe(true)
  expect(await told(() => until(performance.now() + 40))).toBe(false)
})

test('one core or little memory is not shared', () => {
  expect(mayShare(1, 16e9)).toBe(false)
  expect(mayShare(2, 2e9)).toBe(false)
  expect(mayShare(2, 8e9)).toBe(true)
})
