import { afterEach, expect, test } from 'vitest'
import { BadInput, FetchFailed, Unavailable } from '../../src/errors.ts'
import { workerCalls } from '../../src/worker/ask.ts'
import type { Told } from './thread.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function aThread(start: string, patienceMs = 60_000) {
  const thread = workerCalls({
    ...{ entry: new URL('./thread.ts', import.meta.url), start, name: 'the thread', patienceMs },
    gone: (cause) => new FetchFailed(cause.message, { again: true, cause }),
  })
  closing.push(() => thread.close())
  return { ...thread, ask: (told: Told, watch = {}) => thread.ask(told, watch) }
}

test('begins with the first question, and answers and throws as its own code does', async () => {
  const thread = aThread('able')
  expect(await thread.ask('echo')).toBe(0)
  await expect(thread.ask('refuse')).rejects.toThrow(new BadInput('not like this'))
  await expect(thread.ask('refuse')).rejects.toBeInstanceOf(BadInput)
  // It ends a sweep, which a defect of one page must not.
  await expect(thread.ask('lack')).rejects.toBeInstanceOf(Unavailable)
})

test('what hinders it is said where it is begun, and what is asked of it may be asked again', async () => {
  const thread = aThread('unable')
  await expect(thread.begin()).rejects.toThrow(new BadInput('nothing to work with'))
  await expect(thread.ask('echo')).rejects.toBeInstanceOf(FetchFailed)
})

test.each([
  ['ends', 'end', 'did not come back (3)'],
  // Its patience is longer than a busy machine takes to start a thread.
  ['does not come back', 'hang', 'did not come back (1)'],
] as const)('one that %s is replaced; whoever waited is told', async (_, told, why) => {
  const thread = aThread('able', 10_000)
  const [one, other] = await Promise.allSettled([thread.ask(told), thread.ask('echo')])
  for (const each of [one, other]) {
    expect(each).toMatchObject({ status: 'rejected', reason: { message: `the thread ${why}`, again: true } })
    expect((each as PromiseRejectedResult).reason).toBeInstanceOf(FetchFailed)
  }
  expect(await thread.ask('echo')).toBe(0)
})

test('tells how far it is, and stops where nobody waits any more', async () => {
  const thread = aThread('able')
  const stop = new AbortController()
  const seen: number[] = []
  const onProgress = (done: number) => {
    seen.push(done)
    if (done === 3) stop.abort(new Error('enough'))
  }
  await expect(thread.ask('count', { onProgress, signal: stop.signal })).rejects.toThrow('enough')
  expect(seen.slice(0, 3)).toEqual([1, 2, 3])
  await expect.poll(() => thread.ask('echo')).toBe(1)
  await expect(thread.ask('echo', { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late')
})

test('one that was closed says so', async () => {
  const thread = aThread('able')
  await thread.begin()
  await thread.close()
  await expect(thread.ask('echo')).rejects.toThrow('the thread was closed')
})
