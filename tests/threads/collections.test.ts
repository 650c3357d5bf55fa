import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { collections } from '../../src/threads/collections.ts'

test('what nobody holds any more is gone after so many pages, wherever in the heap it lies', async () => {
  const pageIsRead = collections()
  const left = new WeakRef({ of: 'a page' })
  for (let page = 1; page < 1_500; page++) pageIsRead()
  // A weak reference holds what was looked at until the turn is over.
  await turn()
  pageIsRead()
  expect(left.deref()).toBeUndefined()
})
