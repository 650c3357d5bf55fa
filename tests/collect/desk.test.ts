import { expect, test } from 'vitest'
import { createDesk } from '../../src/collect/desk.ts'
import { createPace } from '../../src/collect/pace.ts'
import { memoryFrontier, start } from './memory-frontier.ts'

const desk = (requestsPerSecond: number) => {
  const urls = Array.from({ length: 20 }, (_, i) => start(`http://kho.example/${i}`))
  const pace = createPace({ requestsPerSecond, concurrency: 50 }, Date.now, new Map())
  const frontier = memoryFrontier(urls)
  return createDesk({ frontier, pace, maxVisits: 100, concurrency: 50, onBrowserNeeded: () => undefined })
}

const startable = async (requestsPerSecond: number): Promise<number> => {
  const one = desk(requestsPerSecond)
  let started = 0
  while (!(await one.idle('http')) && (await one.next('http')) !== null) started += 1
  return started
}

test('requests that are due within the same millisecond start without a pause', async () => {
  expect(await startable(100_000)).toBe(20)
})

test('a polite pace starts one request and waits', async () => {
  expect(await startable(1)).toBe(1)
})
