import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const measure = (...words: readonly string[]) =>
  spawnSync(process.execPath, [here('../../src/typescript.mjs'), here('main.ts'), ...words], { encoding: 'utf8' })

test.each(['reading', 'text', 'flags', 'posts'])('%s is measured, where the recorded pages are', (what) => {
  const { status, stderr } = measure(what, '--shared', here('no-such-folder'))
  expect([status, stderr]).toEqual([66, expect.stringContaining('no-such-folder is not there')])
})

test('what nothing measures is said, with what there is', () => {
  const { status, stderr } = measure('nothing')
  expect([status, stderr]).toEqual([64, expect.stringContaining('reading  recorded shops')])
})
